package exeat.rules.finding;

import exeat.rules.source.StoredWord;
import java.util.Arrays;
import java.util.Optional;

/** The outcomes, best first. There is no refusal: a machine approves, or refers to a person. */
public enum Outcome implements StoredWord {
    /** Every such request is approved; no officer can set it aside. */
    APPROVE_ALWAYS("APPROVE_ALWAYS", "approve always"),
    /** Approved, unless two officers set it aside on a ground that the pack lists. */
    APPROVE_IN_GENERAL("APPROVE_IN_GENERAL", "approve in general"),
    /** A person decides. */
    REFER("REFER", "refer");

    private final String stored;
    private final String word;

    Outcome(String stored, String word) {
        this.stored = stored;
        this.word = word;
    }

    @Override
    public String stored() {
        return stored;
    }

    /** The word as packs and findings write it. */
    public String word() {
        return word;
    }

    public boolean approves() {
        return this != REFER;
    }

    public boolean atLeastAsGoodAs(Outcome other) {
        return compareTo(other) <= 0;
    }

    /** The outcome that a pack writes with this word. */
    public static Optional<Outcome> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
