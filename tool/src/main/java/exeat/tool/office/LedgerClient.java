package exeat.tool.office;

import exeat.desk.audit.IntegrityAudit;
import exeat.tool.cli.Counted;
import java.util.stream.Collectors;

/** What the commands on the ledger ask the office for. */
public final class LedgerClient {

    private LedgerClient() {}

    public static String key(DataOptions options) {
        return OperatorSession.in(options, office -> office.ledger().key());
    }

    /** The faults, one a line; empty if there are none. */
    public static String audit(DataOptions options) {
        return OperatorSession.in(
                options,
                office ->
                        office.audit().stream()
                                .map(IntegrityAudit.Fault::toString)
                                .map(line -> line + "\n")
                                .collect(Collectors.joining()));
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
