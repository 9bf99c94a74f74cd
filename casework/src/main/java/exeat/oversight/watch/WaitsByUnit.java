package exeat.oversight.watch;

import exeat.oversight.WorkItem;
import exeat.rules.authority.AuthorityId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The waits of each unit, by kind of work, in the order in which they began. */
record WaitsByUnit(Map<Key, List<Wait>> byKey) {

    record Key(AuthorityId unit, WorkItem.Kind kind) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::unit).thenComparing(Key::kind).compare(this, other);
        }
    }

    static WaitsByUnit of(Collection<Wait> waits) {
        var order = Comparator.comparing(Wait::from).thenComparing(Wait::file);
        return new WaitsByUnit(
                waits.stream()
                        .sorted(order.thenComparingInt(Wait::traveller))
                        .collect(
                                Collectors.groupingBy(
                                        wait -> new Key(wait.unit(), wait.kind()),
                                        TreeMap::new,
                                        Collectors.toList())));
    }

    /** One wait a file and queue, its first: families move together and would count double. */
    static List<Wait> once(List<Wait> queue) {
        var first = new LinkedHashMap<String, Wait>();
        queue.forEach(wait -> first.putIfAbsent(wait.file(), wait));
        return List.copyOf(first.values());
    }

    /** The kind of work in words, for use in a sentence. */
    static String words(WorkItem.Kind kind) {
        return switch (kind) {
            case DECIDE -> "decisions on referred applications";
            case CLEAR -> "clearances";
            case AUTHORISE -> "travel authorisations";
            case HOLD -> "answers to holds";
            case HEARING -> "hearings";
            case SECOND -> "answers to proposals";
            case STOP -> "answers to stops at the border";
            case REVIEW -> "decisions on appeals";
        };
    }
}
