package exeat.tool.office;

import exeat.store.backup.DataLoss;
import exeat.tool.cli.Counted;

/** What is missing after a restore, and what its operator must do, in sentences. */
final class LossText {

    private static final String WHAT_TO_DO =
            """
            What you must do:
            1. If there is a newer backup, or an archive of PostgreSQL's write-ahead log, stop here: move
               this database away and restore that one. It is the only way to lose less.
            2. Ask everyone who received an answer since then to send the same requests again, with the
               same keys: each takes effect exactly once, whether it was lost or not.
            3. Start the office. It accepts commands, but the public log stays as it is, and /metrics says
               so (exeat_ledger_trouble): nothing may be signed that does not continue what was signed
               before. Keep ledger/checkpoint as evidence, and publish that the log ended at that
               checkpoint.
            """;

    private LossText() {}

    static String of(DataLoss loss) {
        var since = loss.since().map(at -> ", the last at " + at).orElse("");
        return "The database is restored, with %s of the log%s.%n"
                        .formatted(entries(loss.entries()), since)
                + switch (loss.verdict()) {
                    case NOTHING ->
                            ("Everything up to the latest checkpoint that was kept outside is"
                                            + " there: %s. Whether anything answered after it is missing cannot"
                                            + " be checked.%n")
                                    .formatted(entries(loss.signed()));
                    case SET_BACK -> setBack(loss) + WHAT_TO_DO;
                    case ANOTHER_HISTORY ->
                            ("It does NOT begin with the %d entries that were signed: its history"
                                            + " differs from the published one. Restore another backup.%n")
                                    .formatted(loss.signed());
                    case UNKNOWN ->
                            ("No checkpoint was kept outside, here or with --checkpoint, so it"
                                            + " cannot be checked whether anything is missing.%n")
                                    .formatted();
                };
    }

    private static String setBack(DataLoss loss) {
        long missing = loss.signed() - loss.entries();
        var commands =
                loss.commands().isPresent()
                        ? "of " + commands(loss.commands().getAsLong())
                        : "of at most " + commands(missing);
        var until = loss.until().map(at -> " and before " + at).orElse("");
        return ("LOST: entries %d to %d of the log, that is %s %s that were answered as done,"
                        + " after %s%s; and everything that was answered after that checkpoint.%n")
                .formatted(
                        loss.entries(),
                        loss.signed() - 1,
                        Counted.of(missing, "step", "steps"),
                        commands,
                        loss.since().map(Object::toString).orElse("the beginning"),
                        until);
    }

    private static String commands(long number) {
        return Counted.of(number, "command", "commands");
    }

    private static String entries(long number) {
        return Counted.of(number, "entry", "entries");
    }
}
