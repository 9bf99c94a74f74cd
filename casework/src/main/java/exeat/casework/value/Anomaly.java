package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import exeat.rules.prove.Proof.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a watcher found; it raises an alarm at the level above the unit.
 *
 * @param about what of the unit it is about; empty, a kind of work, a burden or an officer's id
 * @param sentence in words, without a name or fact of any person
 * @param test the test, in words
 * @param chance the probability that an honest unit looks like this in one check
 * @param since the first day that shows it
 * @param files the applications that show it best, most telling first; not all of them
 * @param implied the rule that a practice implies; empty for the other watchers
 */
public record Anomaly(
        Watcher watcher,
        AuthorityId unit,
        String about,
        String sentence,
        String test,
        double chance,
        LocalDate since,
        List<String> files,
        Optional<ImpliedRule> implied) {

    /** A check looks at this many whole days before the day of the check. */
    public static final int DAYS = 28;

    /**
     * A practice, expressed as the rule that it implies and checked against the directive by the
     * prover.
     *
     * @param rule in words
     * @param carried the cases that follow it
     * @param like all cases that are like them
     * @param verdict of the proof that it adds no restriction
     * @param says what it takes away; empty if nothing was shown
     * @param witness a made-up person who loses by it, fact by fact as {@code name: value}
     */
    public record ImpliedRule(
            String rule,
            int carried,
            int like,
            Verdict verdict,
            String says,
            List<String> witness) {
        public ImpliedRule {
            witness = List.copyOf(witness);
        }
    }

    public Anomaly {
        files = List.copyOf(files);
    }
}
