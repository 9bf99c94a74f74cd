package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The figures of a report at the time it was sent, calculated by the office from the cases and
 * never by the sender. Small figures are suppressed before they are stored, so a stored report
 * never reveals more than the page showed everyone at the time.
 *
 * @param day the local day
 * @param units by unit and figure name; a missing figure is zero
 * @param weeks by name of the flow, for the whole authority, oldest week first
 * @param log the newest checkpoint of the log at that moment; empty in an office without one yet
 * @param directive whose cases are counted, and no others; empty in a report from before figures
 *     were kept by directive, which counted the cases of all directives at its units
 */
public record ReportFigures(
        LocalDate day,
        Map<AuthorityId, Map<String, Band>> units,
        Map<String, List<Band>> weeks,
        Optional<LogHead> log,
        Optional<String> directive) {

    /** A lower and an upper bound. */
    public record Band(long least, long most) {}

    /**
     * A signed head of the log.
     *
     * @param size how many entries it is over
     * @param root the hash of its tree, in hexadecimal digits
     */
    public record LogHead(long size, String root) {}

    public ReportFigures {
        units = sorted(units, ReportFigures::sorted);
        weeks = sorted(weeks, List::copyOf);
    }

    private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
        return sorted(map, value -> value);
    }

    /** A copy in the order of its keys, with copies of what it holds. */
    private static <K extends Comparable<K>, V> Map<K, V> sorted(
            Map<K, V> map, UnaryOperator<V> copy) {
        var sorted = new TreeMap<K, V>();
        map.forEach((key, value) -> sorted.put(key, copy.apply(value)));
        return Collections.unmodifiableMap(sorted);
    }
}
