package exeat.bench.rules.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * A table and the cases to decide with it, generated from a seed. Bounds are arbitrary amounts to
 * the cent, ages and days; a third of the cases lie on a bound or next to one.
 */
public record Workload(List<BenchRule> rows, List<BenchCase> cases, List<Integer> expected) {

    public static final List<String> STATUSES =
            List.of("national", "resident", "settled", "student", "worker", "refugee", "visitor");
    public static final List<String> PURPOSES = List.of("settle", "return", "trip");

    /** The rule number that means "no rule matches". */
    public static final int NO_RULE = -1;

    /** The day on which the bench was written; any other day would do. */
    public static final long SEED = 20261124;

    /**
     * Enough people that the processor's branch predictor cannot memorise them, as it does with a
     * few thousand: an office does not see the same people again and again.
     */
    private static final int CASES = 32768;

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);

    public Workload {
        rows = List.copyOf(rows);
        cases = List.copyOf(cases);
        expected = List.copyOf(expected);
    }

    public static Workload of(int rules, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<BenchRule>();
        for (int at = 0; at < rules; at++) {
            rows.add(row(id(at), random, rules));
        }
        var cases = new ArrayList<BenchCase>();
        var expected = new ArrayList<Integer>();
        for (int at = 0; at < CASES; at++) {
            var person = person(random, rows);
            cases.add(person);
            expected.add(first(rows, person));
        }
        return new Workload(rows, cases, expected);
    }

    /** The id of the rule with this number. */
    public static String id(int rule) {
        return "rule-" + rule;
    }

    private static int first(List<BenchRule> rows, BenchCase person) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).holds(person)) {
                return at;
            }
        }
        return NO_RULE;
    }

    /** Rules of larger tables are narrower, so that matches are spread over the whole table. */
    private static BenchRule row(String id, Random random, int rules) {
        double width = rules <= 12 ? 0.7 : rules <= 200 ? 0.25 : 0.08;
        return new BenchRule(
                id,
                random.nextInt(3) > 0 ? Optional.of(one(STATUSES, random)) : Optional.empty(),
                random.nextInt(3) > 0 ? Optional.of(one(PURPOSES, random)) : Optional.empty(),
                random.nextInt(3) > 0 ? Optional.of(random.nextBoolean()) : Optional.empty(),
                amounts(random, 9_000_000, width),
                random.nextInt(2) > 0 ? amounts(random, 90_000, width + 0.2) : ValueRange.any(),
                random.nextInt(3) > 0 ? ages(random, width) : ValueRange.any(),
                random.nextInt(3) > 0 ? days(random, width) : ValueRange.any());
    }

    private static ValueRange<BigDecimal> amounts(Random random, int most, double width) {
        int low = random.nextInt(most);
        int high = low + 1 + (int) (random.nextDouble() * 2 * width * most);
        return range(random, width, BigDecimal.valueOf(low, 2), BigDecimal.valueOf(high, 2));
    }

    private static ValueRange<Integer> ages(Random random, double width) {
        int low = random.nextInt(90);
        return range(random, width, low, low + 1 + (int) (random.nextDouble() * 2 * width * 90));
    }

    private static ValueRange<LocalDate> days(Random random, double width) {
        var low = FIRST_DAY.plusDays(random.nextInt(4000));
        return range(
                random,
                width,
                low,
                low.plusDays(1 + (int) (random.nextDouble() * 2 * width * 4000)));
    }

    private static <T extends Comparable<? super T>> ValueRange<T> range(
            Random random, double width, T low, T high) {
        // In a large table, open-ended ranges would leave nothing for the rules below them.
        return switch (random.nextInt(width < 0.1 ? 60 : 5)) {
            case 0 -> new ValueRange<T>(Optional.of(low), Optional.empty());
            case 1 -> new ValueRange<T>(Optional.empty(), Optional.of(high));
            default -> new ValueRange<T>(Optional.of(low), Optional.of(high));
        };
    }

    /** Facts that match a random rule; every third time on its bounds or just beside one. */
    private static BenchCase person(Random random, List<BenchRule> rows) {
        var near = rows.get(random.nextInt(rows.size()));
        boolean onBound = random.nextInt(3) == 0;
        var cent = BigDecimal.valueOf(random.nextInt(-1, 2), 2);
        return new BenchCase(
                near.status().orElse(one(STATUSES, random)),
                near.purpose().orElse(one(PURPOSES, random)),
                near.sponsored().orElse(random.nextBoolean()),
                onBound
                        ? bound(near.income(), random).orElse(BigDecimal.TEN).add(cent).abs()
                        : amount(near.income(), 9_000_000, random),
                onBound
                        ? bound(near.fee(), random).orElse(BigDecimal.ONE)
                        : amount(near.fee(), 90_000, random),
                (int) within(near.age(), Integer::longValue, 100, random),
                LocalDate.ofEpochDay(
                        within(
                                near.arrived(),
                                LocalDate::toEpochDay,
                                FIRST_DAY.toEpochDay() + 4000,
                                random)));
    }

    private static <T extends Comparable<? super T>> Optional<T> bound(
            ValueRange<T> range, Random random) {
        return random.nextBoolean() ? range.low().or(range::high) : range.high().or(range::low);
    }

    private static BigDecimal amount(ValueRange<BigDecimal> range, int most, Random random) {
        return BigDecimal.valueOf(
                within(range, bound -> bound.unscaledValue().longValue(), most, random), 2);
    }

    /** A number in a range, up to the maximum if it has no upper bound. */
    private static <T extends Comparable<? super T>> long within(
            ValueRange<T> range, ToLongFunction<T> number, long most, Random random) {
        long low = range.low().map(number::applyAsLong).orElse(0L);
        long high = range.high().map(number::applyAsLong).orElse(Math.max(most, low + 1));
        return low + random.nextLong(high - low);
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
