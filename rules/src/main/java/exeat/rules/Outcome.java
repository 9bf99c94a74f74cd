package exeat.rules;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a directive says of a traveller, best first. There is no refusal: a machine approves, or
 * refers to a person.
 */
public enum Outcome {
    /** Every such request is approved; no officer can set it aside. */
    APPROVE_ALWAYS("approve always"),
    /** Approved, unless two officers set it aside on a ground that the pack lists. */
    APPROVE_IN_GENERAL("approve in general"),
    /** A person decides. */
    REFER("refer");

    private final String word;

    Outcome(String word) {
        this.word = word;
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
