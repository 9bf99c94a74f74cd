package exeat.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.RandomPack;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.source.PackException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The classes that a test takes in, against trying it on a value of each class. */
class ClassMatcherTest {

    private static final long SEED = 1963;

    @Test
    void runs_of_classes_match_what_trying_each_class_gives() throws PackException {
        var vocabulary = Pack.parse("x", RandomPack.worded("x", RandomPack.files(1))).vocabulary();
        var random = new Random(SEED);
        for (var fact : vocabulary.facts()) {
            var literals =
                    switch (fact.type()) {
                        case NUMBER ->
                                IntStream.of(-3, 0, 1, 2, 7)
                                        .mapToObj(n -> Conditions.literal(Value.of(n)))
                                        .toList();
                        case TEXT -> fact.values().stream().map(v -> text(v)).toList();
                        case BOOLEAN ->
                                List.of(
                                        Conditions.literal(Value.of(true)),
                                        Conditions.literal(Value.ABSENT));
                        case DATE ->
                                IntStream.of(1, 2, 400)
                                        .mapToObj(n ->
                                                Conditions.literal(
                                                        Value.of(LocalDate.EPOCH.plusDays(n))))
                                        .toList();
                    };
            var classes = new ValueClasses(fact, literals);
            for (int round = 0; round < 400; round++) {
                boolean hasOrder =
                        fact.type() == FactDefinition.FactType.NUMBER
                                || fact.type() == FactDefinition.FactType.DATE;
                var test = test(random, literals, hasOrder, 2);
                var tried =
                        IntStream.range(0, classes.count())
                                .filter(at -> Conditions.match(test, classes.sample(at)))
                                .boxed()
                                .toList();
                assertThat(new ClassMatcher(classes).of(test).stream().boxed().toList())
                        .as("seed %d, round %d: %s of %s", SEED, round, test, fact.name())
                        .isEqualTo(tried);
            }
        }
    }

    private static Literal text(String text) {
        return Conditions.literal(Value.of(text));
    }

    private static UnaryTest test(
            Random random, List<Literal> literals, boolean hasOrder, int depth) {
        var one = literals.get(random.nextInt(literals.size()));
        var other = literals.get(random.nextInt(literals.size()));
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new UnaryTest.Any();
            case 1 -> new UnaryTest.Equal(one);
            case 2, 3 -> {
                if (!hasOrder) {
                    yield new UnaryTest.Equal(other);
                }
                yield random.nextBoolean()
                        ? new UnaryTest.Ordered(
                                List.of(Comparison.values()).get(random.nextInt(4)), one)
                        : new UnaryTest.Interval(
                                one, random.nextBoolean(), other, random.nextBoolean());
            }
            case 4 -> new UnaryTest.Not(test(random, literals, hasOrder, depth - 1));
            default -> {
                var tests = new ArrayList<UnaryTest>();
                for (int at = 0; at < 2; at++) {
                    tests.add(test(random, literals, hasOrder, depth - 1));
                }
                yield new UnaryTest.OneOf(tests);
            }
        };
    }
}
