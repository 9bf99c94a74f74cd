package exeat.rules.dmn.compose;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.dmn.DecisionModel;
import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.engine.DecisionResult;
import exeat.rules.dmn.engine.DmnFile;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import exeat.rules.source.ProblemCollector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests on functions of facts, composed to tests of single facts: at every point where the tests
 * change, next to it and elsewhere, the engine must give the same result for the table as written.
 */
class FunctionsOfFactsTest {

    private static final BigDecimal MAX_NUMBER = new BigDecimal("999999999999999999");

    private static final List<InputFact> FACTS =
            List.of(
                    number("income", 2, List.of()),
                    number("people", 0, List.of(new Literal.Null())),
                    number("ratio", 12, List.of(new Literal.Text("withheld"))),
                    new InputFact(
                            "born",
                            FeelType.DATE,
                            new InputFact.Sort.Days(
                                    LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)),
                            List.of()),
                    new InputFact(
                            "married",
                            FeelType.BOOLEAN,
                            new InputFact.Sort.Listed(
                                    List.of(new Literal.Truth(true), new Literal.Truth(false))),
                            List.of(new Literal.Null())),
                    new InputFact("home", FeelType.STRING, new InputFact.Sort.Texts(), List.of()));

    /** An expression and a test of it, which are composed exactly. */
    private static final String COMPOSED =
            """
            income * 12 | >= 14400.50
            income / 3 | > 100
            1000 - income | [0..10.55)
            -income | < 0.5
            floor(income) | 17
            ceiling(income / 7) | (2..4]
            round half up(income, 0) | 1,3,5
            round half down(ratio, 1) | not([0..1])
            round up(ratio, 0) | -1
            round down(ratio * 3, 2) | < 0
            decimal(ratio, 0) | 2
            abs(income - 50) | <= 10.10
            max(income, 100) + min(income, 5) | >= 105
            people * 2 | 3
            people + 0.5 | > 1
            people + 1 | null
            income * 0 | 0
            income / 0 | null
            ratio * 1000000000000000000 | > 1
            if married then income else income * 2 | >= 100
            if income > 10 then 1 else if income > 5 then 2 else 3 | 2
            income between 5 and 10 | true
            income in [5..10) | false
            income < 5 or married | true
            not(income < 5) and married | null
            born - duration(`P2D`) | >= date(`2020-02-29`)
            (born - date(`2020-02-29`)) / 2 | < duration(`P3D`)
            born + duration(`P30D`) | [date(`2020-01-31`)..date(`2020-03-01`)]
            date(`2024-02-29`) - born | > duration(`P10D`)
            years and months duration(born, date(`2024-02-29`)) | >= duration(`P18Y`)
            years and months duration(date(`2024-02-29`), born).years | 1
            years and months duration(born, date(`2024-02-29`)).years | [0..2)
            born.year | >= 2000
            (date(`2024-02-29`) - born).days | > -3
            home = `Lyon` or home = `Metz` | true
            home | not(`Lyon`, `Metz`)
            income | ? > 5 and ? < 10
            income | ? = 5 or not(? < 100)
            income | >= 10 + 2 * 3, 5
            married = null | true
            [1, 2][if married then 1 else 2] | 1
            sum(income, income) + 1 | > 7
            income * 2 - 3 | not(< 5)
            """;

    /** An expression, a test of it, and why they are not provable. */
    private static final String OUTSIDE =
            """
            income - ratio | > 0 | TWO
            income > ratio | true | TWO
            income * income | > 4 | a product with something that is not a constant number of income UNLISTED
            income - income * 0.5 | > 4 | it takes income from itself
            100 / income | > 4 | a division by a fact of income UNLISTED
            income ** 2 | > 4 | this operation of income UNLISTED
            modulo(income, 7) | 3 | the function modulo of income UNLISTED
            born + duration("P1M") | < date("2020-03-01") | a sum of months and a day of born UNLISTED
            born.month | 3 | 'month' of born UNLISTED
            upper case(home) | "LYON" | NAMED
            home | ? > "Lyon" | NAMED
            for x in [income] return x | [1] | it uses 'for' over income
            income | odd(?) | it tests otherwise than by comparison with constants
            """
                    .replace(
                            "TWO",
                            "it combines two facts, income and ratio: declare the combination"
                                    + " as a fact of its own")
                    .replace("UNLISTED", "is not among the functions that can be proved")
                    .replace(
                            "NAMED",
                            "home may be any text, so it can only be compared with texts that"
                                    + " the rules name");

    private static InputFact number(String name, int scale, List<Literal> besides) {
        return new InputFact(
                name,
                FeelType.NUMBER,
                new InputFact.Sort.Numbers(scale, MAX_NUMBER.negate(), MAX_NUMBER),
                besides);
    }

    private static Stream<Arguments> composed() {
        return rows(COMPOSED);
    }

    private static Stream<Arguments> rows(String table) {
        return table.lines().map(line -> Arguments.of((Object[]) line.split("\\s*\\|\\s*", -1)));
    }

    @ParameterizedTest
    @MethodSource("composed")
    void the_engine_says_the_same_at_every_turn(String expression, String test) {
        var dmn = dmn(quoted(expression), quoted(test));
        var problems = new ProblemCollector();
        var model = model(dmn, problems);
        assertThat(problems.found()).isEmpty();
        assertThat(model.unprovable()).isEmpty();
        var table = model.tables().getFirst();
        var domains =
                FACTS.stream().map(fact -> new FactDomain(fact, Set.of("Lyon", "Metz"))).toList();
        var file =
                DmnFile.read(dmn.getBytes(StandardCharsets.UTF_8), Optional.empty(), problems)
                        .orElseThrow();
        var random = new Random(expression.hashCode());
        for (int n = 0; n < 400; n++) {
            var given = new HashMap<String, FeelValue>();
            var places = new ArrayList<BigInteger>();
            for (int at = 0; at < FACTS.size(); at++) {
                var place = place(domains.get(at), table.rules().getFirst().toString(), random);
                places.add(place);
                given.put(FACTS.get(at).name(), domains.get(at).value(place));
            }
            boolean matches =
                    table.rules().stream()
                            .anyMatch(rule -> {
                                boolean all = true;
                                for (int at = 0; at < table.inputs().size(); at++) {
                                    int fact = index(table.inputs().get(at).expression());
                                    var passing =
                                            PassingValues.of(
                                                    rule.conditions().get(at).meaning(),
                                                    domains.get(fact));
                                    all &= !passing.and(IntervalSet.of(places.get(fact))).isEmpty();
                                }
                                return all;
                            });
            var expected = matches ? Values.of("yes") : Values.NULL;
            assertThat(file.evaluate("D", given))
                    .as("%s of %s", expression, given)
                    .isEqualTo(new DecisionResult.Known(expected));
        }
    }

    private static int index(String name) {
        for (int at = 0; at < FACTS.size(); at++) {
            if (FACTS.get(at).name().equals(name)) {
                return at;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Points near constants that people would write, and elsewhere. */
    private static BigInteger place(FactDomain domain, String rule, Random random) {
        var candidates = new ArrayList<BigInteger>(domain.points().values());
        if (!domain.ordinals().isEmpty()) {
            int scale =
                    domain.fact().sort() instanceof InputFact.Sort.Numbers(var s, var low, var high)
                            ? s
                            : 0;
            var numbers = java.util.regex.Pattern.compile("-?[0-9]+(\\.[0-9]+)?").matcher(rule);
            while (numbers.find() && numbers.group().length() < 30) {
                var near = new BigDecimal(numbers.group());
                for (int by = -2; by <= 2; by++) {
                    candidates.add(
                            near.setScale(scale, java.math.RoundingMode.FLOOR)
                                    .unscaledValue()
                                    .add(BigInteger.valueOf(by)));
                }
            }
            var days = java.util.regex.Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").matcher(rule);
            while (domain.fact().type() == FeelType.DATE && days.find()) {
                long day = LocalDate.parse(days.group()).toEpochDay();
                for (int by = -400; by <= 400; by += random.nextInt(40) + 1) {
                    candidates.add(BigInteger.valueOf(day + by));
                }
                for (int by = -2; by <= 2; by++) {
                    candidates.add(BigInteger.valueOf(day + by));
                }
            }
            candidates.add(BigInteger.valueOf(random.nextInt(4_000) - 2_000L));
            candidates.add(
                    BigInteger.valueOf(random.nextInt(400) - 200L)
                            .multiply(BigInteger.TEN.pow(scale)));
            candidates.removeIf(place -> domain.all().and(IntervalSet.of(place)).isEmpty());
        }
        return candidates.get(random.nextInt(candidates.size()));
    }

    private static Stream<Arguments> outside() {
        return rows(OUTSIDE);
    }

    @ParameterizedTest
    @MethodSource("outside")
    void unprovable_elements_are_named(String expression, String test, String why) {
        var problems = new ProblemCollector();
        var model = model(dmn(expression, test), problems);
        assertThat(problems.found()).isEmpty();
        assertThat(model.unprovable()).hasSize(1);
        var one = model.unprovable().getFirst();
        assertThat(one.why()).isEqualTo(why);
        assertThat(one.element()).isEqualTo("D, " + expression);
        assertThat(one.line()).isPositive();
        assertThat(model.sheets().getFirst().rows()).hasSize(1);
    }

    @Test
    void a_decision_that_requires_itself_is_named() {
        var dmn =
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="x">
                  <decision id="a" name="A"><informationRequirement>
                      <requiredDecision href="#b"/></informationRequirement>
                    <literalExpression><text>B + 1</text></literalExpression></decision>
                  <decision id="b" name="B"><informationRequirement>
                      <requiredDecision href="#a"/></informationRequirement>
                    <literalExpression><text>A + 1</text></literalExpression></decision>
                  <decision id="d" name="D"><informationRequirement>
                      <requiredDecision href="#a"/></informationRequirement>
                    <decisionTable><input><inputExpression><text>A</text></inputExpression></input><output/>
                    <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
                    </decisionTable></decision>
                </definitions>
                """;
        var problems = new ProblemCollector();
        assertThat(model(dmn, problems).unprovable())
                .first()
                .isEqualTo(new Unprovable("A", 2, "it requires itself"));
        assertThat(problems.found()).isEmpty();
    }

    private static DecisionModel model(String dmn, ProblemCollector problems) {
        return ModelReader.read(
                        dmn.getBytes(StandardCharsets.UTF_8),
                        List.of(),
                        Optional.of(FACTS),
                        Set.of("D"),
                        problems)
                .orElseThrow();
    }

    private static String quoted(String text) {
        return text.replace('`', '"');
    }

    private static String dmn(String expression, String test) {
        var inputs = new StringBuilder();
        var needs = new StringBuilder();
        for (var fact : FACTS) {
            inputs.append("<inputData id=\"%s\" name=\"%s\"/>".formatted(fact.name(), fact.name()));
            needs.append(
                    "<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>"
                            .formatted(fact.name()));
        }
        return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="x">%s
        <decision id="d" name="D">%s<decisionTable>
          <input><inputExpression><text>%s</text></inputExpression></input><output/>
          <rule><inputEntry><text>%s</text></inputEntry><outputEntry><text>"yes"</text></outputEntry></rule>
        </decisionTable></decision></definitions>
        """
                .formatted(inputs, needs, escaped(expression), escaped(test));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
