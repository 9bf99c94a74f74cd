package exeat.tool.office;

import exeat.desk.Office;

/**
 * Who acts on an office. Apart from {@link DataOptions}: the command line looks at every method of
 * its options, and commands that decide start without an office on their class path.
 */
final class OperatorActs {

    private OperatorActs() {}

    /** Who acts, as accounts name them; what they do is kept, signed with their key. */
    static String acting(DataOptions options, Office office, String what) {
        return office.operators().acting(options.operatorKey(), what);
    }
}
