package exeat.rules.finding;

import exeat.rules.finding.Aspect.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two findings about the same person differ, for the person.
 *
 * @param changes what became better or worse, the outcome first; empty where nothing did
 * @param otherReasons whether the findings rest on other rules or routes, which makes none of them
 *     better
 */
public record FindingDifference(List<Change> changes, boolean otherReasons) {

    /** Whether the person is better or worse off. */
    public enum Direction {
        SAME,
        BETTER,
        WORSE,
        /** Better in one aspect, worse in another. */
        MIXED
    }

    /**
     * One thing that changed, in words that follow a directive's name: {@code charges a fee of 60}.
     */
    public record Change(String before, String after, boolean better) {}

    public FindingDifference {
        changes = List.copyOf(changes);
    }

    /** The difference from the first finding to the second. */
    public static FindingDifference between(Finding before, Finding after) {
        var changes = new ArrayList<Change>();
        var left = goodness(before);
        var right = goodness(after);
        var aspects = new TreeSet<>(left.keySet());
        aspects.addAll(right.keySet());
        for (var aspect : aspects) {
            var was = left.getOrDefault(aspect, BigDecimal.ZERO);
            var is = right.getOrDefault(aspect, BigDecimal.ZERO);
            int order = is.compareTo(was);
            if (order != 0) {
                changes.add(new Change(aspect.words(was), aspect.words(is), order > 0));
            }
        }
        grounds(before, after, changes);
        boolean other =
                !before.routes().equals(after.routes())
                        || !rules(before).equals(rules(after))
                        || !before.why().equals(after.why());
        return new FindingDifference(changes, other);
    }

    private static Map<Aspect, BigDecimal> goodness(Finding finding) {
        var goodness = new TreeMap<>(FindingOrder.of(finding.burden()));
        goodness.put(Aspect.of(Kind.OUTCOME), FindingOrder.of(finding.outcome()));
        return goodness;
    }

    private static List<String> rules(Finding finding) {
        return finding.grounds().stream().map(Ground::rule).toList();
    }

    /** Grounds to set aside count between approvals in general alone; nothing else has any. */
    private static void grounds(Finding before, Finding after, List<Change> changes) {
        if (before.outcome() != Outcome.APPROVE_IN_GENERAL || after.outcome() != before.outcome()) {
            return;
        }
        var was = new TreeSet<>(before.setAsideGrounds());
        var is = new TreeSet<>(after.setAsideGrounds());
        var all = new TreeSet<>(was);
        all.addAll(is);
        for (var ground : all) {
            if (was.contains(ground) != is.contains(ground)) {
                var can = "lets it be set aside for " + ground;
                var cannot = "does not let it be set aside for that";
                boolean better = was.contains(ground);
                changes.add(
                        better ? new Change(can, cannot, true) : new Change(cannot, can, false));
            }
        }
    }

    public Direction direction() {
        var directions = new HashSet<Boolean>();
        changes.forEach(change -> directions.add(change.better()));
        if (directions.size() == 2) {
            return Direction.MIXED;
        }
        if (directions.isEmpty()) {
            return Direction.SAME;
        }
        return directions.contains(true) ? Direction.BETTER : Direction.WORSE;
    }

    /** Whether the person is not worse off in any aspect. */
    public boolean atLeastAsGood() {
        return changes.stream().allMatch(Change::better);
    }
}
