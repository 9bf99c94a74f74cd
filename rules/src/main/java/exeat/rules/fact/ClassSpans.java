package exeat.rules.fact;

import exeat.rules.fact.FactDefinition.FactType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The bounds of one fact's ordered classes on its grid: whole years, days, or numbers with a fixed
 * number of decimals. Days are counted from 1970.
 */
public final class ClassSpans {

    private final BigDecimal[] least;
    private final BigDecimal[] most;
    private final BigDecimal step;
    private final int scale;
    private final boolean days;
    private final BigDecimal first;
    private final BigDecimal last;
    private final Set<BigDecimal> constants = new HashSet<>();

    /**
     * @param ordinals how many classes have values in an order; those come first
     */
    public ClassSpans(ValueClasses classes, int ordinals) {
        var fact = classes.fact();
        this.days = fact.type() == FactType.DATE;
        this.scale = days ? 0 : fact.scale();
        this.step = BigDecimal.ONE.movePointLeft(scale);
        this.first = first(fact);
        this.last = last(fact);
        this.least = new BigDecimal[ordinals];
        this.most = new BigDecimal[ordinals];
        for (int at = 0; at < ordinals; at++) {
            var span = classes.span(at);
            var sample = number(classes.sample(at));
            if (span.isEmpty() && ordinals > 1) {
                least[at] = sample;
                most[at] = sample;
                constants.add(sample);
            } else {
                span.flatMap(s -> s.low()).ifPresent(low -> constants.add(number(low)));
                span.flatMap(s -> s.high()).ifPresent(high -> constants.add(number(high)));
                least[at] =
                        span.flatMap(s -> s.low())
                                .map(low -> above(number(low)))
                                .map(low -> low.max(first))
                                .orElse(first);
                most[at] =
                        span.flatMap(s -> s.high())
                                .map(high -> below(number(high)))
                                .map(high -> high.min(last))
                                .orElse(last);
            }
        }
    }

    private static BigDecimal first(FactDefinition fact) {
        if (fact.type() == FactType.DATE) {
            return BigDecimal.valueOf(FactDefinition.FIRST_DAY.toEpochDay());
        }
        return fact.leastNumber();
    }

    private static BigDecimal last(FactDefinition fact) {
        return fact.type() == FactType.DATE
                ? BigDecimal.valueOf(FactDefinition.LAST_DAY.toEpochDay())
                : fact.mostNumber();
    }

    /**
     * A number itself, or a day as it is counted.
     *
     * @throws IllegalArgumentException for a value that is in no order
     */
    public static BigDecimal number(Value value) {
        return switch (value) {
            case Value.Quantity(var number) -> number;
            case Value.Day(var day) -> BigDecimal.valueOf(day.toEpochDay());
            case Value.Text _, Value.Truth _, Value.Absent _, Value.Withheld _ ->
                    throw new IllegalArgumentException("no value in an order: " + value);
        };
    }

    /** The fact's value for a number: the number itself, or the day. */
    public Value value(BigDecimal number) {
        return days ? Value.of(LocalDate.ofEpochDay(number.longValueExact())) : Value.of(number);
    }

    /** The distance from one value of the grid to the next. */
    public BigDecimal step() {
        return step;
    }

    /** The next value of the grid above a number. */
    private BigDecimal above(BigDecimal number) {
        return number.setScale(scale, RoundingMode.FLOOR).add(step);
    }

    private BigDecimal below(BigDecimal number) {
        return number.setScale(scale, RoundingMode.CEILING).subtract(step);
    }

    /** Whether a class is one value. */
    public boolean isPoint(int valueClass) {
        return least[valueClass].compareTo(most[valueClass]) == 0;
    }

    /** The constants that bound the classes, whether they are on the grid or not. */
    public Set<BigDecimal> constants() {
        return Set.copyOf(constants);
    }

    /** A number as the fact's value; empty where it is too far out for one. */
    public Optional<Value> allowed(BigDecimal number) {
        return first.compareTo(number) <= 0 && number.compareTo(last) <= 0
                ? Optional.of(value(number))
                : Optional.empty();
    }

    /** The least value of a class. */
    public BigDecimal least(int valueClass) {
        return least[valueClass];
    }

    /** The first class with a value at or above a number; one past the last where none has. */
    public int firstUpTo(BigDecimal number) {
        int low = 0;
        int high = least.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (most[middle].compareTo(number) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The least value of a class at or above a number, or strictly above it. */
    public Optional<BigDecimal> next(int valueClass, BigDecimal number, boolean strictly) {
        var from = strictly ? above(number) : number.setScale(scale, RoundingMode.CEILING);
        var next = from.max(least[valueClass]);
        return Optional.of(next).filter(value -> value.compareTo(most[valueClass]) <= 0);
    }
}
