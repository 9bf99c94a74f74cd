package exeat.oversight.watch;

import exeat.rules.AuthorityId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * One test of one unit, before it is known whether it stands out among all that were made.
 *
 * @param about what of the unit was tested; empty, a kind of work, a burden or an officer's id
 * @param chance of something as far out, or further, in a unit that does nothing of the kind
 * @param least the least that {@code chance} could have been with this much data
 */
record Suspicion(
        Watcher watcher,
        AuthorityId unit,
        String about,
        double chance,
        double least,
        Supplier<Saying> says) {

    /**
     * What is said if it stands out.
     *
     * @param sentence without a name, a fact, or a word on why
     * @param files the files that show it, most telling first
     */
    record Saying(String sentence, LocalDate since, List<String> files) {

        /** More than anybody looks at. */
        private static final int MOST = 20;

        Saying {
            files = files.stream().distinct().limit(MOST).toList();
        }
    }
}
