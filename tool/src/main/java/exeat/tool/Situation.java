package exeat.tool;

/** What the report command asks the office for. */
final class Situation {

    private Situation() {}

    /** The report, or nothing when the authority is unknown. */
    static String of(DataOptions options, String authority, ReportCommand.Format format) {
        return Operator.in(options, office -> office.register().records() + authority + format);
    }
}
