package exeat.store.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A piece of PostgreSQL's write-ahead log, by its name: eight hexadecimal digits each of the
 * timeline, and of the upper and the lower part of its number (PostgreSQL, WAL Internals).
 *
 * @param timeline which history it belongs to
 * @param number its place; the pieces of a timeline follow each other without gaps
 */
record WalSegment(long timeline, long number) {

    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");

    /** As many as have the same upper part, at 16 MB each, as PostgreSQL makes them. */
    private static final long TOGETHER = 256;

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static WalSegment of(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a piece of a log: " + name);
        }
        long upper = Long.parseLong(name.substring(8, 16), 16);
        return new WalSegment(
                Long.parseLong(name.substring(0, 8), 16),
                upper * TOGETHER + Long.parseLong(name.substring(16), 16));
    }

    String name() {
        return String.format(
                Locale.ROOT, "%08X%08X%08X", timeline, number / TOGETHER, number % TOGETHER);
    }

    /** The names from one to another of one timeline, both included. */
    static List<String> between(String first, String last) {
        var from = of(first);
        var to = of(last);
        if (from.timeline() != to.timeline() || to.number() < from.number()) {
            throw new IllegalArgumentException(last + " does not come after " + first);
        }
        var names = new ArrayList<String>();
        for (long number = from.number(); number <= to.number(); number++) {
            names.add(new WalSegment(from.timeline(), number).name());
        }
        return names;
    }
}
