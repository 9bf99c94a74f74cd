package exeat.rules.prove;

import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.source.StoredWord;
import java.util.List;

/**
 * The result of one obligation.
 *
 * @param failures why it fails; not empty exactly if the verdict is {@link Verdict#FAILED}
 * @param more the number of further failures that are not shown
 * @param notes what a reader should know although it holds
 * @param conditions its conditions besides the links, each in a sentence
 */
public record Proof(
        Obligation obligation,
        Verdict verdict,
        List<Failure> failures,
        int more,
        List<Failure> notes,
        List<String> conditions) {

    /** How an obligation came out. */
    public enum Verdict implements StoredWord {
        /** It holds for every combination of facts. */
        PROVED("PROVED"),
        /** It does not hold, and somebody for whom it fails is shown where there can be one. */
        FAILED("FAILED"),
        /** It was not decided within the limit of splits. */
        UNDECIDED("UNDECIDED"),
        /** There is nothing to prove. */
        NOTHING_TO_PROVE("NOTHING_TO_PROVE"),
        /** The pack uses more than exact tests of facts, so it cannot be decided. */
        NOT_PROVABLE("NOT_PROVABLE");

        private final String stored;

        Verdict(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /**
     * One way in which an obligation fails, or one thing to know about it.
     *
     * @param says what is so, in a sentence
     * @param region for whom it is so, in words; empty where it concerns no person
     * @param turnsOn the facts that the region names; the others do not matter
     * @param people somebody for whom it is so, or two who are compared; empty likewise
     */
    public record Failure(String says, String region, List<FactName> turnsOn, List<Person> people) {
        public Failure {
            turnsOn = List.copyOf(turnsOn);
            people = List.copyOf(people);
        }

        static Failure of(String says) {
            return new Failure(says, "", List.of(), List.of());
        }
    }

    /**
     * A made-up example person, as ordinary as possible, with every fact known.
     *
     * @param comesOut what the rules give this person; empty if that is the question
     */
    public record Person(Facts facts, String comesOut) {}

    /** Creates a proof without conditions. */
    public Proof(
            Obligation obligation,
            Verdict verdict,
            List<Failure> failures,
            int more,
            List<Failure> notes) {
        this(obligation, verdict, failures, more, notes, List.of());
    }

    public Proof {
        conditions = List.copyOf(conditions);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
        if (failures.isEmpty() == (verdict == Verdict.FAILED)) {
            throw new IllegalArgumentException(verdict + " with " + failures.size() + " failures");
        }
    }
}
