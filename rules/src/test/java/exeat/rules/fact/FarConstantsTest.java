package exeat.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.FactDefinition.Use;
import exeat.rules.finding.Outcome;
import exeat.rules.reference.Judge;
import exeat.rules.source.PackException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Constants near and beyond both ends of a fact's domain. */
class FarConstantsTest {

    private static final long SEEDS = 400;

    @Test
    void every_value_that_the_vocabulary_allows_has_a_class_on_its_own_side_of_constants() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var fact = fact(random);
            var constants = new ArrayList<Value>();
            for (int at = random.nextInt(4); at >= 0; at--) {
                constants.add(constant(fact, random));
            }
            var classes =
                    new ValueClasses(fact, constants.stream().map(Conditions::literal).toList());
            for (int at = 0; at < classes.count(); at++) {
                assertThat(fact.violation(classes.sample(at))).as("seed %d", seed).isEmpty();
                assertThat(classes.classOf(classes.sample(at))).as("seed %d", seed).isEqualTo(at);
            }
            for (var constant : constants) {
                for (var value : around(fact, constant)) {
                    requireClass("seed " + seed, classes, constants, value);
                }
            }
        }
    }

    private static void requireClass(
            String what, ValueClasses classes, List<Value> constants, Value value) {
        int one = classes.classOf(value);
        assertThat(one).as("%s: %s beside %s", what, value, constants).isNotNegative();
        for (var constant : constants) {
            assertThat(order(classes.sample(one), constant))
                    .as("%s: %s beside %s", what, value, constant)
                    .isEqualTo(order(value, constant));
        }
    }

    @Test
    void packs_with_such_constants_are_decided_as_their_forms_say() throws PackException {
        int approved = 0;
        int packs = 0;
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var fact = number(random.nextInt(13), Source.DECLARED);
            var low = constant(fact, random);
            var high = constant(fact, random);
            var files =
                    GoodPack.files(
                            "[2..7.5)",
                            random.nextBoolean()
                                    ? "&lt; " + written(low)
                                    : "&gt; 3, &gt; " + written(low) + ", " + written(high),
                            "name: length of boat, type: number",
                            "name: length of boat, type: number, scale: " + fact.scale());
            if (!Pack.parse("boats", files).faults().isEmpty()) {
                continue; // It tests beyond all that the fact can be, and is told so.
            }
            packs++;
            var judge = Judge.of(Pack.read("boats", files));
            var length = new FactName("length of boat");
            var values = new ArrayList<>(around(fact, low));
            values.addAll(around(fact, high));
            for (var value : values) {
                for (int n = 0; n < 5; n++) {
                    var person = judge.person(random, 0, 0).with(length, value);
                    var finding = judge.directive().decide(person);
                    assertThat(Judge.plain(Judge.finding(finding)))
                            .as("seed %d, %s", seed, person)
                            .isEqualTo(Judge.plain(judge.finding(person)));
                    approved += finding.outcome() == Outcome.REFER ? 0 : 1;
                }
            }
        }
        assertThat(approved).isPositive();
        assertThat(packs).isGreaterThan(20);
    }

    /** In as many digits as FEEL has. */
    private static String written(Value number) {
        return ((Value.Quantity) number).number().round(MathContext.DECIMAL128).toPlainString();
    }

    /** A constant near the ends of the fact's domain, or in between. */
    private static Value constant(FactDefinition fact, Random random) {
        if (fact.type() == FactType.DATE) {
            var end = random.nextBoolean() ? FactDefinition.FIRST_DAY : FactDefinition.LAST_DAY;
            long days = random.nextInt(3) == 0 ? random.nextInt(2_000_000) : random.nextInt(3);
            return Value.of(end.plusDays(random.nextBoolean() ? days : -days));
        }
        var size = BigDecimal.ONE.movePointRight(random.nextInt(40) - 14);
        var off = BigDecimal.ONE.movePointLeft(random.nextInt(15));
        var end =
                switch (random.nextInt(4)) {
                    case 0 -> fact.mostNumber();
                    case 1 -> fact.leastNumber();
                    case 2 -> size.negate();
                    default -> size;
                };
        var number =
                switch (random.nextInt(3)) {
                    case 0 -> end.add(off);
                    case 1 -> end.subtract(off);
                    default -> end;
                };
        return Value.of(number);
    }

    /** Allowed values next to a constant, halfway from it to the middle, and at the ends. */
    private static List<Value> around(FactDefinition fact, Value constant) {
        var values = new ArrayList<Value>();
        if (constant instanceof Value.Day(var day)) {
            for (int by = -2; by <= 2; by++) {
                values.add(Value.of(day.plusDays(by)));
            }
            values.add(Value.of(LocalDate.EPOCH));
            values.add(Value.of(FactDefinition.FIRST_DAY));
            values.add(Value.of(FactDefinition.LAST_DAY));
        } else if (constant instanceof Value.Quantity(var number)) {
            var step = BigDecimal.ONE.movePointLeft(fact.scale());
            var on = number.setScale(fact.scale(), RoundingMode.FLOOR);
            for (int by = -2; by <= 2; by++) {
                values.add(Value.of(on.add(step.multiply(BigDecimal.valueOf(by)))));
            }
            values.add(Value.of(number));
            values.add(Value.of(500));
            values.add(Value.of(0));
            values.add(Value.of(fact.leastNumber()));
            values.add(Value.of(fact.mostNumber()));
        }
        values.removeIf(value -> fact.violation(value).isPresent());
        return values;
    }

    private static int order(Value one, Value other) {
        return Integer.signum(
                one instanceof Value.Day(var day)
                        ? day.compareTo(((Value.Day) other).date())
                        : ((Value.Quantity) one)
                                .number()
                                .compareTo(((Value.Quantity) other).number()));
    }

    private static FactDefinition fact(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> definition(FactType.DATE, Source.DECLARED, 0);
            case 1 -> number(0, Source.AGE);
            default -> number(random.nextInt(13), Source.DECLARED);
        };
    }

    private static FactDefinition number(int scale, Source source) {
        return definition(FactType.NUMBER, source, scale);
    }

    private static FactDefinition definition(FactType type, Source source, int scale) {
        return new FactDefinition(
                new FactName("f"),
                type,
                List.of(),
                false,
                false,
                List.of(),
                source,
                Use.DECIDE,
                Optional.empty(),
                scale,
                FactDefinition.Inquiry.PLAIN);
    }
}
