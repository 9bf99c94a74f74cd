package exeat.oversight.watch;

import exeat.casework.value.Anomaly;
import exeat.casework.value.Anomaly.ImpliedRule;
import exeat.casework.value.Watcher;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One test of one unit, before it is known whether it stands out among all that were made.
 *
 * @param about what of the unit was tested; empty, a kind of work, a burden or an officer's id
 * @param chance of something as far out, or further, in a unit that does nothing of the kind
 * @param least the least that {@code chance} could have been with this much data
 */
record TestResult(
        Watcher watcher,
        AuthorityId unit,
        String about,
        double chance,
        double least,
        Supplier<Saying> says) {

    /** With its words. */
    Anomaly sighting() {
        var words = says.get();
        return new Anomaly(
                watcher,
                unit,
                about,
                words.sentence(),
                test(watcher),
                chance,
                words.since(),
                words.files(),
                words.implied());
    }

    private static String test(Watcher watcher) {
        return switch (watcher) {
            case QUOTA ->
                    "Index of dispersion of the daily counts, lower tail, on the last days that"
                            + " left cases over; exact, with the sum fixed.";
            case SLOWER ->
                    "Steps in the last seven days against the three weeks before, among cases"
                            + " that had waited equally long (exact, Mantel-Haenszel).";
            case UNLIKE_DAYS ->
                    "Log-rank among similar cases that had waited equally long, against units of"
                            + " the same function and level (exact, Mantel-Haenszel).";
            case UNLIKE_BURDEN ->
                    "Share of similar cases, against units of the same function and level (exact,"
                            + " Cochran-Mantel-Haenszel).";
            case RUBBER_STAMP ->
                    "Agreements within two minutes, against all officers in the same role"
                            + " (Fisher's exact test).";
            case NEVER_DISAGREES ->
                    "Disagreements, against all officers in the same role (Fisher's exact test).";
            case PILE ->
                    "Share of cases left for days, against units of the same function and level,"
                            + " possibly leaving one of them out (Fisher's exact test); and a"
                            + " bound on the chance that random picking passed over them so"
                            + " often.";
            case REISSUED ->
                    "Share of secrets that replaced another, against all other secrets that officers"
                            + " made (Fisher's exact test); each one that the person objected to,"
                            + " and those taken back again and again, are told without a test.";
            case PRACTICE ->
                    "Share of similar cases that followed the rule, against one in four (exact,"
                            + " binomial), for rules that the prover finds to take away what the"
                            + " directive gives.";
            case MANY_CLAIMS ->
                    "Applications for whose people the unit claimed protection on one day, of all"
                            + " in four weeks spread evenly (exact, binomial).";
            case IN_PERSON ->
                    "People of three or more applications for whom one officer acted in person in"
                            + " four weeks, and each who objected, are told without a test.";
        };
    }

    /**
     * What an alarm says if it stands out.
     *
     * @param sentence without a name, a fact, or a word on why
     * @param files the files that show it, most telling first
     */
    record Saying(
            String sentence, LocalDate since, List<String> files, Optional<ImpliedRule> implied) {

        /** More than anybody would look at. */
        private static final int MAX_FILES = 20;

        Saying(String sentence, LocalDate since, List<String> files) {
            this(sentence, since, files, Optional.empty());
        }

        Saying {
            files = files.stream().distinct().limit(MAX_FILES).toList();
        }
    }
}
