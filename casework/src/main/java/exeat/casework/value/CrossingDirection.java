package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** Which way somebody crosses. */
public enum CrossingDirection implements StoredWord {
    DEPARTURE,
    RETURN;

    @Override
    public String stored() {
        return switch (this) {
            case DEPARTURE -> "DEPARTURE";
            case RETURN -> "RETURN";
        };
    }
}
