package exeat.rules.fact;

import exeat.rules.dmn.Literal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fact's values in classes such that no test distinguishes two values of the same class: each
 * constant, each gap between constants that contains a value, <em>absent</em> where the fact is
 * optional, <em>withheld</em> where it is protected.
 */
public final class ValueClasses {

    private static final int NONE = -1;

    /** A number with this many digits fits a long. */
    private static final int MAX_DIGITS = 18;

    /** Few amounts have more decimals. */
    private static final int USUAL_SCALE = 4;

    private final FactDefinition fact;
    private final List<Value> samples = new ArrayList<>();
    private final Map<Value, Integer> points = new HashMap<>();

    /** The constants in their order, for numbers and dates; else empty. */
    private final List<Value> bounds;

    /** The class of the values before each bound, and last of those after all; or NONE. */
    private final int[] gaps;

    /** The gap that each class stands for; NONE for a class of one value. */
    private final int[] gapOf;

    /**
     * The numbers or days as whole numbers of {@link #unit} decimals; empty where they do not fit.
     */
    private final Optional<OrdinalIndex> index;

    private final int unit;

    public ValueClasses(FactDefinition fact, Collection<Literal> constants) {
        this.fact = fact;
        this.bounds =
                switch (fact.type()) {
                    case NUMBER, DATE ->
                            constants.stream()
                                    .flatMap(constant -> ordinal(constant).stream())
                                    .sorted(ORDER)
                                    .distinct()
                                    .toList();
                    case TEXT, BOOLEAN -> List.of();
                };
        this.gaps = new int[bounds.size() + 1];
        Arrays.fill(gaps, NONE);
        switch (fact.type()) {
            case BOOLEAN -> {
                addPoint(Value.of(true));
                addPoint(Value.of(false));
            }
            case TEXT -> addTexts(constants);
            case NUMBER, DATE -> addOrdinals();
        }
        if (fact.optional()) {
            addPoint(Value.ABSENT);
        }
        if (fact.isProtected()) {
            addPoint(Value.WITHHELD);
        }
        this.gapOf = new int[samples.size()];
        Arrays.fill(gapOf, NONE);
        for (int gap = 0; gap < gaps.length; gap++) {
            if (gaps[gap] != NONE && !bounds.isEmpty()) {
                gapOf[gaps[gap]] = gap;
            }
        }
        this.unit = unit();
        this.index = index();
    }

    /** The number of decimals that the constants have, and most values will have. */
    private int unit() {
        return fact.type() == FactDefinition.FactType.NUMBER
                ? bounds.stream()
                        .mapToInt(bound -> decimal(bound).scale())
                        .reduce(Math.min(fact.scale(), USUAL_SCALE), Math::max)
                : 0;
    }

    private Optional<OrdinalIndex> index() {
        boolean isNumber = fact.type() == FactDefinition.FactType.NUMBER;
        if (!isNumber && fact.type() != FactDefinition.FactType.DATE) {
            return Optional.empty();
        }
        if (isNumber && !bounds.stream().allMatch(bound -> fits(decimal(bound)))) {
            return Optional.empty();
        }
        var whole =
                bounds.stream()
                        .mapToLong(
                                bound -> isNumber ? whole(decimal(bound)) : day(bound).toEpochDay())
                        .toArray();
        var ofBounds =
                bounds.stream().mapToInt(bound -> points.getOrDefault(bound, NONE)).toArray();
        return Optional.of(new OrdinalIndex(whole, ofBounds, gaps));
    }

    /** Whether a number is allowed as far as its type goes, and fits a long in units. */
    private boolean fits(BigDecimal number) {
        int scale = number.scale();
        return scale <= unit
                && scale <= fact.scale()
                && number.precision() - scale <= MAX_DIGITS - unit
                && (fact.source() != FactDefinition.Source.AGE || number.signum() >= 0);
    }

    private long whole(BigDecimal number) {
        return number.movePointRight(unit).longValue();
    }

    public FactDefinition fact() {
        return fact;
    }

    public int count() {
        return samples.size();
    }

    /** One value of the class, which stands for all of them. */
    public Value sample(int valueClass) {
        return samples.get(valueClass);
    }

    /** Whether a class is one value alone. */
    boolean isPoint(int valueClass) {
        return gapOf[valueClass] == NONE;
    }

    /** The value's class; negative when the vocabulary does not allow the value. */
    public int classOf(Value value) {
        if (index.isPresent()) {
            if (value instanceof Value.Quantity(var number)
                    && fact.type() == FactDefinition.FactType.NUMBER
                    && fits(number)) {
                return index.get().classOf(whole(number));
            }
            if (value instanceof Value.Day(var day)
                    && fact.type() == FactDefinition.FactType.DATE
                    && FactDefinition.isDay(day)) {
                return index.get().classOf(day.toEpochDay());
            }
        }
        var point = points.get(value);
        if (point != null) {
            return point;
        }
        return fact.violation(value).isPresent() ? NONE : gaps[boundsBelow(value)];
    }

    /** The values of one class of numbers or dates; empty for a class that is one value. */
    public Optional<ValueInterval> span(int valueClass) {
        int gap = gapOf[valueClass];
        if (gap == NONE) {
            return Optional.empty();
        }
        return Optional.of(
                new ValueInterval(
                        gap == 0 ? Optional.empty() : Optional.of(bounds.get(gap - 1)),
                        false,
                        gap == bounds.size() ? Optional.empty() : Optional.of(bounds.get(gap)),
                        false));
    }

    /** The classes with some value in a set; empty if the vocabulary does not allow the set. */
    public BitSet classesOf(ValueSet set) {
        var possible = new BitSet(count());
        if (set.named().stream().anyMatch(value -> !isAllowed(value, set))) {
            return possible;
        }
        switch (set) {
            case ValueSet.OneOf(var values) ->
                    values.forEach(value -> possible.set(classOf(value)));
            case ValueSet.Between between -> {
                for (int at = 0; at < count(); at++) {
                    possible.set(at, meets(at, between));
                }
            }
        }
        return possible;
    }

    private boolean isAllowed(Value value, ValueSet set) {
        boolean hasOrder = value instanceof Value.Quantity || value instanceof Value.Day;
        return fact.violation(value).isEmpty() && (hasOrder || set instanceof ValueSet.OneOf);
    }

    /** Whether a class has a value from one end to the other. */
    private boolean meets(int valueClass, ValueSet.Between between) {
        var sample = samples.get(valueClass);
        if (!(sample instanceof Value.Quantity || sample instanceof Value.Day)) {
            return false;
        }
        // Without a bound, the one class of its kind has every value.
        if (bounds.isEmpty() || isWithin(sample, between)) {
            return true;
        }
        // The sample of a gap lies outside, and other values of the gap may not.
        return span(valueClass)
                .map(gap ->
                        between(
                                        higher(gap.low(), between.low().flatMap(this::before)),
                                        lower(gap.high(), between.high().flatMap(this::after)))
                                .isPresent())
                .orElse(false);
    }

    private static boolean isWithin(Value value, ValueSet.Between between) {
        return between.low().stream().allMatch(low -> ORDER.compare(value, low) >= 0)
                && between.high().stream().allMatch(high -> ORDER.compare(value, high) <= 0);
    }

    /** The next lower value on the fact's grid. */
    private Optional<Value> before(Value value) {
        return step(value, -1);
    }

    private Optional<Value> after(Value value) {
        return step(value, 1);
    }

    private Optional<Value> step(Value value, int by) {
        return Optional.of(
                value instanceof Value.Day(var day)
                        ? Value.of(day.plusDays(by))
                        : Value.of(
                                decimal(value)
                                        .add(BigDecimal.valueOf(by).movePointLeft(fact.scale()))));
    }

    private static Optional<Value> higher(Optional<Value> one, Optional<Value> other) {
        return one.isEmpty() || other.isEmpty()
                ? one.or(() -> other)
                : Optional.of(ORDER.compare(one.get(), other.get()) >= 0 ? one.get() : other.get());
    }

    private static Optional<Value> lower(Optional<Value> one, Optional<Value> other) {
        return one.isEmpty() || other.isEmpty()
                ? one.or(() -> other)
                : Optional.of(ORDER.compare(one.get(), other.get()) <= 0 ? one.get() : other.get());
    }

    private int boundsBelow(Value value) {
        int below = 0;
        int above = bounds.size();
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (ORDER.compare(bounds.get(middle), value) < 0) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private void addPoint(Value value) {
        points.put(value, samples.size());
        samples.add(value);
    }

    private void addTexts(Collection<Literal> constants) {
        if (!fact.values().isEmpty()) {
            fact.values().forEach(text -> addPoint(Value.of(text)));
            return;
        }
        constants.stream()
                .filter(Literal.Text.class::isInstance)
                .filter(constant -> !constant.equals(Conditions.WITHHELD))
                .map(constant -> ((Literal.Text) constant).text())
                .distinct()
                .sorted()
                .forEach(text -> addPoint(Value.of(text)));
        // No constant of a table is longer than its cell, so this text equals none of them.
        var longest = points.keySet().stream().mapToInt(v -> v.toString().length()).max().orElse(0);
        addGap(0, Value.of("x".repeat(longest + 1)));
    }

    private void addOrdinals() {
        for (int at = 0; at <= bounds.size(); at++) {
            int gap = at;
            between(
                            at == 0 ? Optional.empty() : Optional.of(bounds.get(at - 1)),
                            at == bounds.size() ? Optional.empty() : Optional.of(bounds.get(at)))
                    .ifPresent(sample -> addGap(gap, sample));
            if (at < bounds.size() && fact.violation(bounds.get(at)).isEmpty()) {
                addPoint(bounds.get(at));
            }
        }
    }

    private void addGap(int gap, Value sample) {
        gaps[gap] = samples.size();
        samples.add(sample);
    }

    /** A value strictly between two bounds that the vocabulary allows, if there is one. */
    private Optional<Value> between(Optional<Value> low, Optional<Value> high) {
        return switch (fact.type()) {
            case NUMBER ->
                    number(low.map(ValueClasses::decimal), high.map(ValueClasses::decimal))
                            .map(Value::of);
            case DATE ->
                    date(low.map(ValueClasses::day), high.map(ValueClasses::day)).map(Value::of);
            case TEXT, BOOLEAN -> Optional.empty();
        };
    }

    /** A number of the fact's scale near the middle between two others, if there is one. */
    private Optional<BigDecimal> number(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        if (fact.source() == FactDefinition.Source.AGE) {
            var least =
                    low.map(n -> n.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE))
                            .orElse(BigDecimal.ZERO)
                            .max(BigDecimal.ZERO);
            return Optional.of(least).filter(n -> isWithin(n, low, high));
        }
        // A bound beyond the end of the allowed values changes nothing.
        return numberWithin(
                low.filter(n -> n.compareTo(fact.leastNumber()) >= 0),
                high.filter(n -> n.compareTo(fact.mostNumber()) <= 0));
    }

    private Optional<BigDecimal> numberWithin(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        var middle = Midpoint.numbers(low, high).orElseThrow();
        return Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                .map(mode ->
                        middle.scale() <= fact.scale()
                                ? middle
                                : middle.setScale(fact.scale(), mode))
                .filter(n -> isWithin(n, low, high))
                .findFirst()
                .or(() -> edge(low, high));
    }

    private boolean isWithin(
            BigDecimal number, Optional<BigDecimal> low, Optional<BigDecimal> high) {
        return fact.violation(Value.of(number)).isEmpty()
                && (low.isEmpty() || number.compareTo(low.get()) > 0)
                && (high.isEmpty() || number.compareTo(high.get()) < 0);
    }

    /** Beyond the last constant there may be numbers less than one away. */
    private Optional<BigDecimal> edge(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        return Stream.of(fact.leastNumber(), fact.mostNumber())
                .filter(n -> low.isEmpty() || high.isEmpty())
                .filter(n -> isWithin(n, low, high))
                .findFirst();
    }

    private Optional<LocalDate> date(Optional<LocalDate> low, Optional<LocalDate> high) {
        return Stream.of(
                        Midpoint.days(low, high),
                        Optional.of(FactDefinition.FIRST_DAY),
                        Optional.of(FactDefinition.LAST_DAY))
                .flatMap(Optional::stream)
                .filter(day -> fact.violation(Value.of(day)).isEmpty())
                .filter(day -> low.isEmpty() || day.isAfter(low.get()))
                .filter(day -> high.isEmpty() || day.isBefore(high.get()))
                .findFirst();
    }

    private static Optional<Value> ordinal(Literal literal) {
        return switch (literal) {
            case Literal.Numeral numeral -> Optional.of(Value.of(numeral.number()));
            case Literal.Day day -> Optional.of(Value.of(day.date()));
            case Literal.Text text -> Optional.empty();
            case Literal.Truth truth -> Optional.empty();
            case Literal.Null none -> Optional.empty();
        };
    }

    private static final Comparator<Value> ORDER =
            (left, right) ->
                    left instanceof Value.Day
                            ? day(left).compareTo(day(right))
                            : decimal(left).compareTo(decimal(right));

    private static BigDecimal decimal(Value value) {
        return ((Value.Quantity) value).number();
    }

    private static LocalDate day(Value value) {
        return ((Value.Day) value).date();
    }
}
