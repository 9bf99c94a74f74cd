package exeat.oversight.watch;

import exeat.casework.Watcher;
import exeat.oversight.watch.Months.Plant;

/** How often the watchers are wrong, and how much they find, counted over made-up months. */
public final class Rates {

    /** From this day on there is something to see. */
    private static final int FIRST_LOOK = 9;

    private static final int LAST_LOOK = 30;

    private Rates() {}

    /**
     * What was counted.
     *
     * @param months how many were lived
     * @param found months in which what was planted was found, in the county that did it
     * @param wrong months with any alarm about a county that did nothing
     */
    public record Rate(Plant plant, int counties, double files, int months, int found, int wrong) {

        /** The upper end of a one-sided 99% interval for the share of wrong months. */
        public double wrongAtMost() {
            double low = 0;
            double high = 1;
            for (int i = 0; i < 60; i++) {
                double middle = (low + high) / 2;
                double tail = 0;
                for (int k = 0; k <= wrong; k++) {
                    tail +=
                            Math.exp(
                                    Exact.logChoose(months, k)
                                            + k * Math.log(middle)
                                            + (months - k) * Math.log1p(-middle));
                }
                if (tail > 0.01) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }
    }

    /**
     * Lives months from this seed on.
     *
     * @param every looks are taken every so many days; the clock takes one a day
     */
    public static Rate of(
            Plant plant, int counties, double files, int months, long seed, int every) {
        int found = 0;
        int wrong = 0;
        for (int month = 0; month < months; month++) {
            var traces = Months.of(seed + month * 7919L, counties, files, plant);
            boolean hit = false;
            boolean miss = false;
            for (int day = FIRST_LOOK; day <= LAST_LOOK; day += every) {
                var setting = Months.setting(counties, day);
                for (var alarm :
                        Watch.look(Months.until(traces, setting.now()), setting).alarms()) {
                    boolean planted = alarm.unit().equals(Months.unit(0));
                    hit |= planted && finds(plant, alarm.watcher());
                    miss |= !planted || plant == Plant.NOTHING;
                }
            }
            found += hit ? 1 : 0;
            wrong += miss ? 1 : 0;
        }
        return new Rate(plant, counties, files, months, found, wrong);
    }

    private static boolean finds(Plant plant, Watcher watcher) {
        return switch (plant) {
            case NOTHING -> false;
            case CAP -> watcher == Watcher.QUOTA;
            case SLOWER -> watcher == Watcher.SLOWER || watcher == Watcher.UNLIKE_DAYS;
            case UNLIKE_DAYS -> watcher == Watcher.UNLIKE_DAYS;
            case DEMAND -> watcher == Watcher.UNLIKE_BURDEN;
            case RUBBER_STAMP -> watcher == Watcher.RUBBER_STAMP;
            case PILE -> watcher == Watcher.PILE;
        };
    }
}
