package exeat.rules.table;

import exeat.rules.decide.ColumnBitmaps;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.Midpoint;
import exeat.rules.fact.Value;
import exeat.rules.source.ProblemCollector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles one input of a table. Each rule's test is tried on its own constants and once between
 * each two of them, so the work grows with the constants and not with their square; what the tries
 * say together are the slots at which a rule begins or ceases to be possible.
 */
final class ColumnCompiler {

    /** What the numbers of DMN can hold (Decimal128). */
    private static final int MAX_EXPONENT = 6144;

    /** At a slot, a rule's bit begins or ceases to be set. */
    private record Turn(long slot, int bit) {}

    /** A value that stands for all from this slot to the next one tried. */
    private record Try(long slot, Value sample) {}

    private final DecisionTable.Input input;
    private final List<UnaryTest> tests;
    private final ProblemCollector problems;

    /**
     * @param order the rules' numbers in the order of their bits
     */
    ColumnCompiler(DecisionTable table, int input, int[] order, ProblemCollector problems) {
        this.input = table.inputs().get(input);
        this.problems = problems;
        this.tests = new ArrayList<>();
        for (int number : order) {
            tests.add(table.rules().get(number).conditions().get(input).meaning());
        }
    }

    /** The column; empty when no rule tests the input, or with problems reported. */
    Optional<Column> compile() {
        var type = type();
        if (type.isEmpty() || tests.stream().allMatch(UnaryTest.Any.class::isInstance)) {
            return Optional.empty();
        }
        return switch (type.get()) {
            case STRING -> Optional.of(words());
            case BOOLEAN ->
                    Optional.of(
                            listed(
                                    new SlotEncoding.Truths(),
                                    List.of(Value.ABSENT, Value.of(true), Value.of(false))));
            case NUMBER -> Optional.of(ordered(SlotEncoding.ofNumbers(numbers().toList())));
            case DATE -> Optional.of(ordered(new SlotEncoding.Days()));
            case NULL -> Optional.empty();
        };
    }

    /** The type of all constants, or the declared one. */
    private Optional<FeelType> type() {
        var type =
                input.type()
                        .or(() ->
                                literals()
                                        .map(Literal::type)
                                        .filter(found -> found != FeelType.NULL)
                                        .findFirst());
        if (type.isEmpty()) {
            if (!tests.stream().allMatch(UnaryTest.Any.class::isInstance)) {
                report("has neither a type nor a constant that shows one");
            }
            return type;
        }
        boolean isOne =
                literals()
                        .map(Literal::type)
                        .allMatch(found -> found == type.get() || found == FeelType.NULL);
        if (!isOne) {
            report("is tested against constants of another type");
        } else if (Stream.concat(tests.stream(), Stream.of(input.allowed()))
                .anyMatch(ColumnCompiler::isUnordered)) {
            report("is compared with what has no order");
        } else if (numbers().anyMatch(number -> Math.abs((long) number.scale()) > MAX_EXPONENT)) {
            report("is tested against what is no decimal of 128 bits");
        } else {
            return type;
        }
        return Optional.empty();
    }

    private void report(String what) {
        problems.add(input.line(), input.expression(), what);
    }

    private static boolean isUnordered(UnaryTest test) {
        return switch (test) {
            case UnaryTest.Any any -> false;
            case UnaryTest.Equal equal -> false;
            case UnaryTest.Ordered ordered -> !hasOrder(ordered.literal());
            case UnaryTest.Interval interval ->
                    !hasOrder(interval.low()) || !hasOrder(interval.high());
            case UnaryTest.OneOf oneOf ->
                    oneOf.tests().stream().anyMatch(ColumnCompiler::isUnordered);
            case UnaryTest.Not not -> isUnordered(not.test());
        };
    }

    private static boolean hasOrder(Literal literal) {
        return literal instanceof Literal.Numeral || literal instanceof Literal.Day;
    }

    private Stream<Literal> literals() {
        return Stream.concat(
                input.allowed().literals(), tests.stream().flatMap(UnaryTest::literals));
    }

    private Stream<BigDecimal> numbers() {
        return literals()
                .filter(Literal.Numeral.class::isInstance)
                .map(literal -> ((Literal.Numeral) literal).number());
    }

    private Column words() {
        Map<String, Integer> slots = new HashMap<>();
        var samples = new ArrayList<>(List.of(Value.ABSENT));
        literals()
                .filter(Literal.Text.class::isInstance)
                .map(literal -> ((Literal.Text) literal).text())
                .distinct()
                .forEach(text -> {
                    slots.put(text, samples.size());
                    samples.add(Value.of(text));
                });
        int longest = slots.keySet().stream().mapToInt(String::length).max().orElse(0);
        samples.add(Value.of("x".repeat(longest + 1))); // stands for all that no test names
        return listed(new SlotEncoding.Words(slots), samples);
    }

    /** The column of slots without an order, of each of which one value is given. */
    private Column listed(SlotEncoding axis, List<Value> samples) {
        var sets = new ArrayList<long[]>();
        for (var sample : samples) {
            var set = new long[ColumnBitmaps.pagesFor(tests.size())];
            for (int bit = 0; bit < tests.size(); bit++) {
                if (Conditions.match(tests.get(bit), sample)) {
                    set[bit >>> 6] |= 1L << bit;
                }
            }
            sets.add(set);
        }
        return Column.listed(column(axis), ColumnBitmaps.of(tests.size(), sets));
    }

    private Column ordered(SlotEncoding axis) {
        var set = new long[ColumnBitmaps.pagesFor(tests.size())];
        var turns = new ArrayList<Turn>();
        for (int bit = 0; bit < tests.size(); bit++) {
            turns(axis, bit, set, turns);
        }
        turns.sort(Comparator.comparingLong(Turn::slot));
        var sets = new ArrayList<long[]>();
        var cuts = new ArrayList<Long>();
        for (int at = 0; at < turns.size(); at++) {
            long slot = turns.get(at).slot();
            if (cuts.isEmpty() || cuts.getLast() != slot) {
                sets.add(set.clone());
                cuts.add(slot);
            }
            int bit = turns.get(at).bit();
            set[bit >>> 6] ^= 1L << bit;
        }
        sets.add(set);
        if (cuts.isEmpty()) { // every rule takes every value, so a cut changes nothing
            cuts.add(SlotEncoding.MIN_SLOT);
            sets.add(set);
        }
        return Column.ordered(
                column(axis),
                cuts.stream().mapToLong(Long::longValue).toArray(),
                ColumnBitmaps.of(tests.size(), sets));
    }

    private Column.Input column(SlotEncoding axis) {
        return new Column.Input(input.expression(), axis, input.allowed());
    }

    /** Sets the rule's bit if null meets its test, and adds where it turns above. */
    private void turns(SlotEncoding axis, int bit, long[] set, List<Turn> turns) {
        var test = tests.get(bit);
        boolean was = Conditions.match(test, Value.ABSENT);
        if (was) {
            set[bit >>> 6] |= 1L << bit;
        }
        for (var next : tries(axis, test)) {
            boolean is = Conditions.match(test, next.sample());
            if (is != was) {
                turns.add(new Turn(next.slot(), bit));
            }
            was = is;
        }
    }

    /** The test's own constants and one value below, between and above them, ascending. */
    private static List<Try> tries(SlotEncoding axis, UnaryTest test) {
        var constants =
                test.literals()
                        .filter(ColumnCompiler::hasOrder)
                        .distinct()
                        .sorted(Comparator.comparingLong(constant -> slot(axis, constant)))
                        .toList();
        var tries = new ArrayList<Try>();
        Optional<Literal> low = Optional.empty();
        long from = SlotEncoding.MIN_SLOT;
        for (var constant : constants) {
            long slot = slot(axis, constant);
            addBetween(axis, from, low, Optional.of(constant), tries);
            tries.add(new Try(slot, value(constant)));
            low = Optional.of(constant);
            from = slot + 1;
        }
        addBetween(axis, from, low, Optional.empty(), tries);
        return tries;
    }

    private static void addBetween(
            SlotEncoding axis,
            long from,
            Optional<Literal> low,
            Optional<Literal> high,
            List<Try> tries) {
        var sample =
                axis instanceof SlotEncoding.Days
                        ? Midpoint.days(low.map(SlotEncoding::day), high.map(SlotEncoding::day))
                                .map(Value::of)
                        : Midpoint.numbers(
                                        low.map(SlotEncoding::number),
                                        high.map(SlotEncoding::number))
                                .map(Value::of);
        sample.ifPresent(value -> tries.add(new Try(from, value)));
    }

    private static long slot(SlotEncoding axis, Literal constant) {
        return axis.slot(
                constant instanceof Literal.Day day ? day.date() : SlotEncoding.number(constant));
    }

    private static Value value(Literal constant) {
        return constant instanceof Literal.Day day
                ? Value.of(day.date())
                : Value.of(SlotEncoding.number(constant));
    }
}
