package exeat.oversight.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Cases at risk of a step, and steps, by the whole days that a case has waited. So only cases of
 * the same age are compared, and open cases count for the time they have waited.
 */
final class AtRiskTable {

    /** At one age: of the group, and of the others. */
    private static final class Count {
        private int groupServed;
        private int group;
        private int otherServed;
        private int others;
    }

    private final WatchContext setting;
    private final Map<String, Count> counts = new TreeMap<>();

    AtRiskTable(WatchContext setting) {
        this.setting = setting;
    }

    /**
     * Adds a wait's days.
     *
     * @param like what else must be equal
     * @param inGroup whether days of this wait belong to the group
     */
    void add(String like, Wait wait, BiPredicate<Wait, LocalDate> inGroup) {
        var from = setting.day(wait.from());
        Instant end = wait.until().orElse(setting.now());
        var last = setting.day(end);
        for (var day = from; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.isBefore(setting.first()) || !day.isBefore(setting.today())) {
                continue;
            }
            boolean here = day.equals(last);
            if (here && !wait.isServed()) {
                continue; // Gone that day by no step of the unit, or today.
            }
            var age = ChronoUnit.DAYS.between(from, day);
            var count = counts.computeIfAbsent(like + " " + age, _ -> new Count());
            count(count, inGroup.test(wait, day), here);
        }
    }

    private static void count(Count count, boolean group, boolean served) {
        if (group) {
            count.group++;
            count.groupServed += served ? 1 : 0;
        } else {
            count.others++;
            count.otherServed += served ? 1 : 0;
        }
    }

    /** Steps of the group among those of all, at each age. */
    StratifiedTest strata() {
        var strata = new StratifiedTest();
        counts.values().forEach(c -> strata.add(c.groupServed, c.group, c.otherServed, c.others));
        return strata;
    }
}
