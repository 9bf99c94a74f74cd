package exeat.rules.authority;

import exeat.rules.source.StoredWord;
import java.util.Arrays;
import java.util.Optional;

/** A way in which a decision is handed to the person whom it is about. */
public enum ServiceWay implements StoredWord {
    /** An officer hands it over to the person, who stands before them. */
    COUNTER("counter"),
    /** The person confirms receipt, signed in with a secret that is proved to be theirs. */
    ACCOUNT("account");

    private final String stored;

    ServiceWay(String stored) {
        this.stored = stored;
    }

    /** Its word in packs, and in what is stored. */
    @Override
    public String stored() {
        return stored;
    }

    public static Optional<ServiceWay> of(String word) {
        return Arrays.stream(values()).filter(way -> way.stored.equals(word)).findFirst();
    }
}
