package exeat.tool.office;

import exeat.desk.Office;
import exeat.desk.audit.IntegrityAudit;
import exeat.desk.witness.KnownWitness;
import exeat.tool.cli.Counted;
import exeat.tool.log.WitnessAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** What the commands on the ledger ask the office for. */
public final class LedgerClient {

    private LedgerClient() {}

    /** The published keys of the log, a line each: the one of now, then those before it. */
    public static String keys(DataOptions options) {
        return OperatorSession.in(
                options,
                office ->
                        office.ledger().keys().all().reversed().stream()
                                .map(one -> one + "\n")
                                .collect(Collectors.joining()));
    }

    /** What an audit found, in lines, and whether that is nothing. */
    public record Audited(String text, boolean isClean) {}

    /**
     * Audits the database, and asks the witnesses what they have seen.
     *
     * @param witnesses more of them, each as {@code KEY=URL}
     */
    public static Audited audit(DataOptions options, List<String> witnesses) {
        var also = witnesses.stream().map(LedgerClient::witness).toList();
        var training = !TrainingNotice.of(options.setup().data()).isEmpty();
        return OperatorSession.in(options, office -> audit(office, also, training));
    }

    private static Audited audit(Office office, List<KnownWitness> also, boolean training) {
        var lines = new ArrayList<String>();
        office.audit().stream().map(IntegrityAudit.Fault::toString).forEach(lines::add);
        lines.addAll(office.ledger().witnesses().objections(also));
        boolean clean = lines.isEmpty();
        if (clean) {
            lines.add("Every row matches its events, and every event is in the signed log.");
        }
        if (!training) {
            lines.addAll(office.ledger().witnesses().standing().words());
        }
        return new Audited(String.join("\n", lines) + "\n", clean);
    }

    private static KnownWitness witness(String text) {
        var given = WitnessAddress.of(text);
        return new KnownWitness(given.key(), Optional.of(given.url().replaceFirst("/+$", "")));
    }

    /**
     * What was written of what follows from events, in lines, and whether that is all.
     *
     * @param progress is told how many streams were written
     */
    public static Audited rebuilt(DataOptions options, LongConsumer progress) {
        return OperatorSession.in(
                options,
                office -> {
                    OperatorActs.acting(options, office, "rebuild");
                    var outcome = office.audits().rebuild().run(progress);
                    var lines = new ArrayList<String>();
                    outcome.broken().forEach(fault -> lines.add(fault.toString()));
                    lines.add(
                            outcome.broken().isEmpty()
                                    ? String.format(
                                            Locale.ROOT,
                                            "%,d cases and other streams were written again, and the figures counted.",
                                            outcome.streams())
                                    : "The figures stay as they were, because these are left.");
                    return new Audited(String.join("\n", lines) + "\n", outcome.broken().isEmpty());
                });
    }

    /** The names of the witnesses whose signatures were kept, a line each. */
    public static String cosign(DataOptions options, String note) {
        return OperatorSession.in(
                options,
                office ->
                        office.ledger().cosign(note).stream()
                                .map(name -> name + "\n")
                                .collect(Collectors.joining()));
    }

    /** Each master key and how much it encrypts, one a line. */
    public static String masterKeys(DataOptions options) {
        return OperatorSession.in(
                options,
                office ->
                        office.masterKeys().all().stream()
                                .map(key ->
                                        "%-12s %10d%s\n"
                                                .formatted(
                                                        key.number(),
                                                        key.texts(),
                                                        key.seals() ? "  seals" : ""))
                                .collect(Collectors.joining()));
    }

    public static String rotated(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> {
                    OperatorActs.acting(options, office, "keys rotate");
                    return "%d keys and names are encrypted with a new master key.\n"
                            .formatted(office.masterKeys().rotate());
                });
    }

    /** Why a master key was not deleted; empty if it was. */
    public static String forgotten(DataOptions options, String number) {
        return OperatorSession.in(
                options,
                office -> {
                    OperatorActs.acting(options, office, "keys forget " + number);
                    return switch (office.masterKeys().forget(number)) {
                        case DONE -> "";
                        case UNKNOWN -> "there is no master key with the number " + number;
                        case IN_USE ->
                                "something is still encrypted with key "
                                        + number
                                        + ": rotate first";
                    };
                });
    }

    /** How many cases were erased because their time limit had passed, and which were kept. */
    public static String retention(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> {
                    if (office.retention().rules().isEmpty()) {
                        return "The file \"retention\" has no rule: nothing is erased.\n";
                    }
                    if (office.retention().approved().isEmpty()) {
                        return "No rule was approved by two operators: nothing is erased.\n";
                    }
                    var outcome = office.retention().pass();
                    var text = new StringBuilder("%d erased\n".formatted(outcome.erased()));
                    outcome.kept()
                            .forEach((why, n) -> text.append("%d kept: %s\n".formatted(n, why)));
                    return text.toString();
                });
    }

    /** What was erased, a line each. */
    public static String erasures(DataOptions options) {
        return OperatorSession.in(
                options,
                office ->
                        office.erasureLog().all().stream()
                                .map(one -> one.line() + "\n")
                                .collect(Collectors.joining()));
    }

    public static String erasedAgain(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> Counted.of(office.eraseAgain(), "case", "cases") + " erased again\n");
    }
}
