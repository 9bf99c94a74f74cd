package exeat.oversight.watch;

import exeat.rules.AuthorityId;
import java.time.LocalDate;
import java.util.List;

/**
 * What a watcher found, for the level above the unit.
 *
 * @param about what of the unit it is about; empty, a kind of work, a burden or an officer's id
 * @param sentence in words, without a name or a fact
 * @param test the test, in words
 * @param chance how often an honest unit would look like this, in one look
 * @param since the first day that shows it
 * @param files the files that show it, most telling first; not all of them
 */
public record Alarm(
        Watcher watcher,
        AuthorityId unit,
        String about,
        String sentence,
        String test,
        double chance,
        LocalDate since,
        List<String> files) {

    public Alarm {
        files = List.copyOf(files);
    }

    static Alarm of(Suspicion suspicion) {
        var says = suspicion.says().get();
        return new Alarm(
                suspicion.watcher(),
                suspicion.unit(),
                suspicion.about(),
                says.sentence(),
                test(suspicion.watcher()),
                suspicion.chance(),
                says.since(),
                says.files());
    }

    private static String test(Watcher watcher) {
        return switch (watcher) {
            case QUOTA ->
                    "Index of dispersion of the daily counts, lower tail, on days that left files"
                            + " over; exact, with the sum fixed.";
            case SLOWER ->
                    "Steps in the last seven days against the three weeks before, among files that"
                            + " had waited equally long (exact, Mantel-Haenszel).";
            case UNLIKE_DAYS ->
                    "Log-rank among like files that had waited equally long, against units of the"
                            + " same function and level (exact, Mantel-Haenszel).";
            case UNLIKE_BURDEN ->
                    "Share of like files, against units of the same function and level (exact,"
                            + " Cochran-Mantel-Haenszel).";
            case RUBBER_STAMP ->
                    "Agreements within two minutes, against all officers in the same role"
                            + " (Fisher's exact test).";
            case NEVER_DISAGREES ->
                    "Disagreements, against all officers in the same role (Fisher's exact test).";
            case PILE ->
                    "Bound on the chance that blind picking left these files behind at every"
                            + " step on a younger, no more urgent one.";
            case PRACTICE ->
                    "Share of the files to which the rule applies, against the unit's other files"
                            + " (Fisher's exact test); then the prover.";
        };
    }
}
