package exeat.rules.table;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Decision tables from a seed: every type, every test, few and close constants so that they meet.
 */
final class RandomTables {

    private static final List<FeelType> TYPES =
            List.of(FeelType.STRING, FeelType.BOOLEAN, FeelType.NUMBER, FeelType.DATE);

    private final Random random;

    RandomTables(long seed) {
        this.random = new Random(seed);
    }

    DecisionTable table(HitPolicy policy, int rules) {
        var types = new ArrayList<FeelType>();
        for (int at = 0; at < 1 + random.nextInt(5); at++) {
            types.add(TYPES.get(random.nextInt(TYPES.size())));
        }
        var inputs =
                IntStream.range(0, types.size())
                        .mapToObj(at ->
                                new DecisionTable.Input(
                                        1,
                                        "input " + at,
                                        Optional.of(types.get(at)),
                                        new UnaryTest.Any()))
                        .toList();
        var order = IntStream.of(3, 1, 2, 0).<Literal>mapToObj(RandomTables::numeral).toList();
        var output = new DecisionTable.Output(1, "out", Optional.of(FeelType.NUMBER), order);
        var made = new ArrayList<DecisionTable.Rule>();
        for (int at = 0; at < rules; at++) {
            var conditions =
                    types.stream()
                            .map(type -> new DecisionTable.Cell<>("written", test(type, 2)))
                            .toList();
            var value = new DecisionTable.Cell<Literal>("written", numeral(random.nextInt(4)));
            made.add(
                    new DecisionTable.Rule(1, "rule " + at, conditions, List.of(value), List.of()));
        }
        return new DecisionTable("table", 1, policy, inputs, List.of(output), List.of(), made);
    }

    private UnaryTest test(FeelType type, int depth) {
        boolean hasOrder = type == FeelType.NUMBER || type == FeelType.DATE;
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0, 1 -> new UnaryTest.Any();
            case 2 -> new UnaryTest.Equal(random.nextInt(4) == 0 ? new Literal.Null() : one(type));
            case 3 -> hasOrder ? comparison(type) : new UnaryTest.Equal(one(type));
            case 4, 5 -> hasOrder ? interval(type) : new UnaryTest.Equal(one(type));
            case 6 -> new UnaryTest.Not(test(type, 0));
            default -> new UnaryTest.OneOf(List.of(test(type, depth - 1), test(type, depth - 1)));
        };
    }

    private UnaryTest comparison(FeelType type) {
        var all = UnaryTest.Comparison.values();
        return new UnaryTest.Ordered(all[random.nextInt(all.length)], one(type));
    }

    private UnaryTest interval(FeelType type) {
        return new UnaryTest.Interval(
                one(type), random.nextBoolean(), one(type), random.nextBoolean());
    }

    private Literal one(FeelType type) {
        return switch (type) {
            case STRING -> new Literal.Text("text " + random.nextInt(5));
            case BOOLEAN -> new Literal.Truth(random.nextBoolean());
            case DATE -> new Literal.Day(LocalDate.EPOCH.plusDays(random.nextInt(-12, 12)));
            case NUMBER -> new Literal.Numeral(number());
            case NULL -> new Literal.Null();
        };
    }

    /** Mostly close together, now and then too long to be scaled. */
    private BigDecimal number() {
        return random.nextInt(200) == 0
                ? new BigDecimal("12345678901234567890.5").multiply(BigDecimal.TEN)
                : BigDecimal.valueOf(random.nextInt(-300, 300), random.nextInt(4));
    }

    private static Literal numeral(int number) {
        return new Literal.Numeral(BigDecimal.valueOf(number));
    }
}
