package exeat.rules.dmn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.feel.Interpreter;
import exeat.rules.feel.Scope;
import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.syntax.Parser;
import exeat.rules.feel.syntax.SyntaxException;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.Values;
import exeat.rules.source.ProblemCollector;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Random expressions and tables, asked of Apache KIE too. Each difference is a mistake of ours, or
 * one of the clauses of the standard that {@link Clause} lists.
 *
 * <p>The system properties {@code exeat.kie.rounds} and {@code exeat.kie.seed} ask for more.
 */
class KieTest {

    private static final int ROUNDS = Integer.getInteger("exeat.kie.rounds", 1);
    private static final long SEED = Long.getLong("exeat.kie.seed", 19630808L);

    /**
     * Where the other engine leaves the standard (DMN 1.5), and how such an expression is known.
     * Whatever holds one of these is not compared when the two differ.
     */
    enum Clause {
        /** An interval may be opened and closed by a bracket that is turned away from it. */
        TURNED_BRACKETS("10.3.1.2, intervals", "\\.\\.[0-9.]+\\[|in \\]"),
        /** The "and" of a between is its own, and no conjunction. */
        BETWEEN("10.3.1.2, comparisons", "between"),
        /** Some and every are the disjunction and the conjunction of all turns, null and all. */
        TERNARY_QUANTIFIERS("10.3.2, ternary logic", "some |every "),
        /** Being in a list of tests is the disjunction of them, null and all. */
        TERNARY_IN("10.3.2, ternary logic", "in \\(1, 2, > 5\\)"),
        /** The part after "in" ends where a conjunction or disjunction begins. */
        IN_BINDS("10.3.1.2, comparisons", "in [\\[(][0-9.]+[\\])] (and|or) "),
        /** A filter's condition may call a function. */
        CALL_IN_FILTER("10.3.2, filters", "item [<>=!]+ [a-z ]+\\(");

        private final String clause;
        private final Pattern known;

        Clause(String clause, String known) {
            this.clause = clause;
            this.known = Pattern.compile(known);
        }

        static Optional<Clause> of(String text) {
            return Stream.of(values()).filter(one -> one.known.matcher(text).find()).findFirst();
        }
    }

    @Test
    void every_clause_says_where_it_stands() {
        assertThat(Clause.values()).allMatch(clause -> clause.clause.startsWith("10.3."));
    }

    private final FEEL kie = FEELBuilder.builder().build();

    @Test
    void random_expressions_have_the_same_value() {
        var random = new Random(SEED);
        var feel = new RandomFeel(random);
        var differences = new ArrayList<String>();
        int refused = 0;
        int asked = 600 * ROUNDS;
        for (int n = 0; n < asked; n++) {
            var text = feel.any(1 + random.nextInt(3));
            var variables = variables(random);
            var ours = ours(text, variables);
            if (ours.isEmpty()) {
                refused++;
                continue;
            }
            var theirs = theirs(kie.evaluate(text, variables));
            if (!ours.get().equals(theirs) && Clause.of(text).isEmpty()) {
                differences.add(text + " of " + variables + ": " + ours.get() + " and " + theirs);
            }
        }
        assertThat(differences).as("seed " + SEED).isEmpty();
        assertThat(refused).as("refused of " + asked).isLessThan(asked / 10);
    }

    private static Map<String, Object> variables(Random random) {
        Map<String, Object> variables = new LinkedHashMap<>();
        var numbers = List.of("0", "1", "-3", "2.50", "1000");
        for (var name : List.of("n", "m")) {
            variables.put(name, new BigDecimal(numbers.get(random.nextInt(numbers.size()))));
        }
        var texts = List.of("", "a", "ab", "zz");
        for (var name : List.of("s", "t")) {
            variables.put(name, texts.get(random.nextInt(texts.size())));
        }
        variables.put("b", random.nextBoolean());
        variables.put("d", LocalDate.of(2020, 1, 1).plusDays(random.nextInt(800)));
        variables.put(
                "l",
                new ArrayList<>(List.of(BigDecimal.ONE, BigDecimal.TEN, new BigDecimal("2.5"))));
        return variables;
    }

    private static Optional<FeelValue> ours(String text, Map<String, Object> variables) {
        Map<String, Type> names = new HashMap<>();
        Map<String, FeelValue> values = new HashMap<>();
        variables.forEach((name, value) -> {
            names.put(name, Any.ANY);
            values.put(name, theirs(value));
        });
        try {
            var expression =
                    Parser.expression(
                            text, Scope.names().with(names), ModelNames.of(Map.of(), List.of()));
            var scope = Scope.library().with(values);
            return Optional.of(
                    Interpreter.evaluate(
                            expression, scope, new EvaluationContext(Optional.empty())));
        } catch (SyntaxException unread) {
            throw new AssertionError(text, unread);
        } catch (EvaluationException refusal) {
            return Optional.empty();
        }
    }

    /** Their value as one of ours. */
    private static FeelValue theirs(@Nullable Object value) {
        return switch (value) {
            case null -> Values.NULL;
            case BigDecimal number -> Numbers.result(number);
            case Number number -> Numbers.result(new BigDecimal(number.toString()));
            case String text -> Values.of(text);
            case Boolean truth -> Values.of(truth.booleanValue());
            case LocalDate date -> new FeelValue.Date(date);
            case List<?> list -> Values.of(list.stream().map(KieTest::theirs).toList());
            case Map<?, ?> map -> {
                SequencedMap<String, FeelValue> entries = new LinkedHashMap<>();
                map.forEach((name, part) -> entries.put(String.valueOf(name), theirs(part)));
                yield new FeelValue.Context(entries);
            }
            default -> Values.of("a value of " + value.getClass());
        };
    }

    @Test
    void random_tables_have_the_same_answer_at_every_boundary() {
        var random = new Random(SEED);
        var differences = new ArrayList<String>();
        int refused = 0;
        int asked = 0;
        for (int n = 0; n < 20 * ROUNDS; n++) {
            var xml = new RandomTable(random).xml();
            var ours =
                    DmnFile.read(
                                    xml.getBytes(StandardCharsets.UTF_8),
                                    Optional.empty(),
                                    new ProblemCollector())
                            .orElseThrow();
            var theirs = runtime(xml);
            for (var size : RandomTable.boundaries()) {
                for (var c : List.of("x", "y", "z")) {
                    asked++;
                    Map<String, FeelValue> inputs =
                            Map.of("a size", theirs(new BigDecimal(size)), "c", Values.of(c));
                    if (!(ours.evaluate("d", inputs) instanceof DecisionResult.Known(var value))) {
                        refused++;
                        continue;
                    }
                    var found = theirs(decide(theirs, size, c));
                    if (!value.equals(found)) {
                        differences.add(size + ", " + c + ": " + value + " and " + found + xml);
                    }
                }
            }
        }
        assertThat(differences).as("seed " + SEED).isEmpty();
        assertThat(refused).as("refused of " + asked).isLessThan(asked / 2);
    }

    private static DMNRuntime runtime(String xml) {
        var resource = ResourceFactory.newByteArrayResource(xml.getBytes(StandardCharsets.UTF_8));
        resource.setSourcePath("t.dmn");
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(e -> new IllegalStateException(xml, e));
    }

    private static @Nullable Object decide(DMNRuntime runtime, String size, String c) {
        var context = runtime.newContext();
        context.set("a size", new BigDecimal(size));
        context.set("c", c);
        var model = runtime.getModels().getFirst();
        return runtime.evaluateAll(model, context).getDecisionResultByName("d").getResult();
    }
}
