package exeat.tool;

import exeat.desk.Audit;
import java.util.stream.Collectors;

/** What the commands on the ledger ask the office for. */
final class Bookkeeping {

    private Bookkeeping() {}

    static String key(DataOptions options) {
        return Operator.in(options, office -> office.ledger().key());
    }

    /** What does not fit, a line each; nothing when all does. */
    static String audit(DataOptions options) {
        return Operator.in(
                options,
                office ->
                        office.audit().stream()
                                .map(Audit.Fault::toString)
                                .map(line -> line + "\n")
                                .collect(Collectors.joining()));
    }

    /** The names of the witnesses whose signatures were kept, a line each. */
    static String cosign(DataOptions options, String note) {
        return Operator.in(
                options,
                office ->
                        office.ledger().cosign(note).stream()
                                .map(name -> name + "\n")
                                .collect(Collectors.joining()));
    }
}
