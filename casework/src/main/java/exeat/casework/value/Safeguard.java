package exeat.casework.value;

/** A condition for a minor's journey that has been met, and what shows it. */
public sealed interface Safeguard {

    /**
     * One who has parental responsibility agrees.
     *
     * @param guardian the index in {@link Traveller#guardians()}, from 0
     * @param evidence the document, or {@link #OWN_SECRET}
     */
    record Consent(int guardian, String evidence) implements Safeguard {
        /** The evidence of a guardian who agreed for themselves. */
        public static final String OWN_SECRET = "own secret";
    }

    /** A court's decision in place of all consents. */
    record Court(String number) implements Safeguard {}

    /** The child was heard. */
    record Heard(String record) implements Safeguard {}

    /** A guardian travels with, or receives, a child who is alone. */
    record GuardianNamed(String name, String evidence) implements Safeguard {}

    /** The child's best interests were assessed. */
    record BestInterests(String assessment) implements Safeguard {}
}
