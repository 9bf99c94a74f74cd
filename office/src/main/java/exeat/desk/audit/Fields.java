package exeat.desk.audit;

import exeat.store.audit.AuditStore.Line;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns of a row as one text: each ends where a character of its own stands, so that no value
 * can take over a part of its neighbour's.
 */
final class Fields {

    private static final String BETWEEN = "\u001f";
    private static final String ITEM = "\u001e";

    /** In place of a value that is not there. */
    static final String NONE = "\u001d";

    private Fields() {}

    static String of(String... values) {
        return String.join(BETWEEN, values);
    }

    /** A list within a row, with its length, so that two items are not one with both names. */
    static String list(Collection<String> values) {
        return values.size() + ITEM + String.join(ITEM, values);
    }

    /** How often each line is there, in their order. */
    static Map<Line, Long> counted(List<Line> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                line -> line, LinkedHashMap::new, Collectors.counting()));
    }

    /** To be read by people. */
    static String shown(String text) {
        return text.replace(BETWEEN, " ").replace(ITEM, ",").replace(NONE, "-");
    }
}
