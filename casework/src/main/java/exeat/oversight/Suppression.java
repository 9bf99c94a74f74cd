package exeat.oversight;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Suppresses figures that could point at a person. Zero is shown. Every other figure of a unit is
 * shown as a band of five, so that neither a figure from 1 to 4 nor an equally small change between
 * two days is revealed. If a known sum of figures would still reveal one of them, the largest of
 * them is shown as a wider band. Totals are calculated only from the figures shown, so comparing
 * levels, siblings or files reveals nothing more.
 */
final class Suppression {

    private static final int BAND = 5;

    /** How many other values a sum must leave possible besides the true one. */
    private static final int SLACK = 2;

    private static final List<Figure> ALL_FIGURES = List.of(Figure.values());
    private static final List<WeeklyFlow> ALL_FLOWS = List.of(WeeklyFlow.values());
    private static final int SLOTS = ALL_FIGURES.size() + ALL_FLOWS.size() * (CounterSum.WEEKS + 1);

    private final UnitCounts counted;
    private final long[] truth = new long[SLOTS];
    private final long[] least = new long[SLOTS];
    private final long[] most = new long[SLOTS];

    private Suppression(UnitCounts counted) {
        this.counted = counted;
        for (var figure : Figure.values()) {
            put(slot(figure), counted.of(figure));
        }
        // Issues are about paragraphs, not people, so they are not suppressed.
        int issues = slot(Figure.OPEN_ISSUES);
        least[issues] = most[issues] = truth[issues];
        for (var flow : WeeklyFlow.values()) {
            var weeks = counted.of(flow);
            for (int week = 0; week < weeks.length; week++) {
                put(slot(flow, week), weeks[week]);
            }
        }
    }

    /** The unit's figures for a reader who may not see small ones. */
    static UnitCounts.Seen of(UnitCounts counted) {
        var suppression = new Suppression(counted);
        suppression.widen();
        return suppression.seen();
    }

    private void put(int slot, long n) {
        truth[slot] = n;
        least[slot] = n == 0 ? 0 : Math.max(1, n / BAND * BAND);
        most[slot] = n == 0 ? 0 : n / BAND * BAND + BAND - 1;
    }

    private static int slot(Figure figure) {
        return ALL_FIGURES.indexOf(figure);
    }

    private static int slot(WeeklyFlow flow, int week) {
        return ALL_FIGURES.size() + ALL_FLOWS.indexOf(flow) * (CounterSum.WEEKS + 1) + week;
    }

    private static int[] slots(Figure... figures) {
        return Arrays.stream(figures).mapToInt(Suppression::slot).toArray();
    }

    private static int[] slots(WeeklyFlow flow) {
        return IntStream.rangeClosed(0, CounterSum.WEEKS).map(week -> slot(flow, week)).toArray();
    }

    /** The remaining figures together are at most the true sum. */
    private static final class AtMost {
        private final int[] left;
        private final int[] right;

        AtMost(int[] left, int[] right) {
            this.left = left;
            this.right = right;
        }
    }

    private static final int[] RECEIVED = slots(Figure.RECEIVED);
    private static final int[] FOUND =
            slots(Figure.APPROVE_ALWAYS, Figure.APPROVE_IN_GENERAL, Figure.REFER);
    private static final int[] AT_A_STAGE =
            slots(
                    Figure.FOR_PERSON,
                    Figure.REFERRED,
                    Figure.SET_ASIDE,
                    Figure.REFUSED,
                    Figure.REVOKED);

    /** Everybody who came to a unit is still there, has ended there, or went to another unit. */
    private static final int[] CAME = slots(Figure.RECEIVED, Figure.TAKEN_OVER);

    private static final int[] PRESENT =
            slots(Figure.UNDER_WAY, Figure.SUSPENDED, Figure.WITHDRAWN, Figure.PASSED_ON);
    private static final int[] PRESENT_OR_GONE = and(PRESENT, Figure.DEPARTED);

    private static int[] and(int[] slots, Figure more) {
        return IntStream.concat(Arrays.stream(slots), IntStream.of(slot(more))).toArray();
    }

    /** Publicly known relations between the figures. */
    private static final List<AtMost> KNOWN =
            Stream.of(
                            same(RECEIVED, slots(WeeklyFlow.RECEIVED)),
                            same(FOUND, slots(WeeklyFlow.DECIDED)),
                            same(slots(Figure.REFUSED), slots(WeeklyFlow.REFUSED)),
                            same(slots(Figure.AUTHORISED), slots(WeeklyFlow.AUTHORISED)),
                            same(slots(Figure.DEPARTED), slots(WeeklyFlow.DEPARTED)),
                            Stream.of(
                                    new AtMost(PRESENT, CAME),
                                    new AtMost(CAME, PRESENT_OR_GONE),
                                    new AtMost(PRESENT_OR_GONE, CAME),
                                    new AtMost(and(FOUND, Figure.PASSED_ON), CAME),
                                    new AtMost(slots(Figure.PASSED_ON), RECEIVED),
                                    new AtMost(
                                            slots(Figure.TAKEN_OVER),
                                            slots(
                                                    Figure.UNDER_WAY,
                                                    Figure.SUSPENDED,
                                                    Figure.WITHDRAWN,
                                                    Figure.DEPARTED)),
                                    new AtMost(AT_A_STAGE, slots(Figure.UNDER_WAY)),
                                    new AtMost(
                                            and(AT_A_STAGE, Figure.AUTHORISED),
                                            slots(Figure.UNDER_WAY, Figure.DEPARTED)),
                                    new AtMost(
                                            slots(Figure.LATE),
                                            slots(
                                                    Figure.WAITING_TO_7,
                                                    Figure.WAITING_TO_30,
                                                    Figure.WAITING_TO_90,
                                                    Figure.WAITING_OVER_90)),
                                    new AtMost(slots(Figure.DEPARTED), slots(Figure.AUTHORISED))))
                    .flatMap(known -> known)
                    .toList();

    private static Stream<AtMost> same(int[] left, int[] right) {
        return Stream.of(new AtMost(left, right), new AtMost(right, left));
    }

    private void widen() {
        var holding =
                KNOWN.stream()
                        .filter(known -> sum(truth, known.left) <= sum(truth, known.right))
                        .filter(known -> sum(truth, known.right) > 0)
                        .toList();
        for (boolean again = true; again; ) {
            again = false;
            for (var known : holding) {
                if (sum(least, known.left) > sum(most, known.right) - SLACK) {
                    raise(known);
                    again = true;
                }
            }
            again |= pinnedByAll(holding);
        }
    }

    /** Several sums together can reveal what one does not; then all of them are widened. */
    private boolean pinnedByAll(List<AtMost> holding) {
        var low = least.clone();
        var high = most.clone();
        for (boolean tighter = true; tighter; ) {
            tighter = false;
            for (var known : holding) {
                tighter |= tighten(known, low, high);
            }
        }
        boolean pinned =
                IntStream.range(0, SLOTS)
                        .anyMatch(at -> least[at] < most[at] && low[at] == high[at]);
        if (pinned) {
            holding.forEach(this::raise);
        }
        return pinned;
    }

    private static boolean tighten(AtMost known, long[] low, long[] high) {
        long atLeast = sum(low, known.left);
        long atMost = sum(high, known.right);
        boolean tighter = false;
        for (int slot : known.left) {
            long bound = atMost - (atLeast - low[slot]);
            tighter |= bound < high[slot];
            high[slot] = Math.min(high[slot], bound);
        }
        for (int slot : known.right) {
            long bound = atLeast - (atMost - high[slot]);
            tighter |= bound > low[slot];
            low[slot] = Math.max(low[slot], bound);
        }
        return tighter;
    }

    /** The largest figure of the sum is widened, the right-hand one first. */
    private void raise(AtMost known) {
        int right = largest(known.right);
        int left = largest(known.left);
        if (least[left] > BAND && least[left] > least[right]) {
            least[left] -= BAND;
        } else {
            most[right] += BAND;
        }
    }

    private int largest(int[] slots) {
        int largest = slots[0];
        for (int slot : slots) {
            boolean larger = truth[largest] == 0 || most[slot] > most[largest];
            largest = truth[slot] > 0 && larger ? slot : largest;
        }
        return largest;
    }

    private static long sum(long[] of, int[] slots) {
        long sum = 0;
        for (int slot : slots) {
            sum += of[slot];
        }
        return sum;
    }

    private FigureRange shown(int slot) {
        return new FigureRange(least[slot], most[slot]);
    }

    private UnitCounts.Seen seen() {
        var figures = new EnumMap<Figure, FigureRange>(Figure.class);
        counted.figures().keySet().forEach(f -> figures.put(f, shown(slot(f))));
        var flows = new EnumMap<WeeklyFlow, List<FigureRange>>(WeeklyFlow.class);
        for (var flow : WeeklyFlow.values()) {
            flows.put(flow, Arrays.stream(slots(flow)).mapToObj(this::shown).toList());
        }
        return new UnitCounts.Seen(figures, flows);
    }
}
