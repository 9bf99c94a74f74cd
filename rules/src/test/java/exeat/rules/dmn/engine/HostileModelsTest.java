package exeat.rules.dmn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import exeat.rules.feel.value.FeelValue;
import exeat.rules.source.ProblemCollector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that are made to hurt who reads or evaluates them: each is refused, and soon. */
class HostileModelsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String HEAD =
            "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' name='m' namespace='n'>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "for i in 1..3000, j in 1..3000 return i",
                "count(for i in -1e20..1e20 return i)",
                "every i in 1..2000, j in 1..2000 satisfies i + j > 0",
                "for i in 1..60 return if i = 1 then \"aaaaaaaaaa\" else partial[-1] + partial[-1]",
                "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
                "count(flatten(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]))",
                "string(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])",
                "{l: for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]], r: l = l}.r",
                "for i in 1..20000 return partial",
                "{f: function(g) g(g), r: f(f)}.r",
                "sort(for i in 1..1000000 return -i, function(a, b) a < b)",
                "distinct values(for i in 1..100000 return i)",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \".*.*.*.*.*.*.*.*.*.*b\")",
                "10 ** 999999999",
                "1.000000001 ** 99999999",
                "1e6144 * 10",
                "1e-6143 / 10",
                "exp(1e9)",
                "exp(-1e9)",
                "modulo(1e6000, 7)",
                "product(for i in 1..100000 return 1.000000000000001)",
                "@\"P999999999999999999D\"",
                "@\"999999999-12-31\" + @\"P1Y\"",
                "date(\"2020-01-01\") + @\"P99999999999Y\"",
                "string join(for i in 1..100000 return \"aaaaaaaaaaaaaaaaaaaa\")",
                "1e999999999",
                "now()"
            })
    void an_endless_or_huge_expression_is_refused(String text) {
        assertTimeoutPreemptively(
                SOON, () -> assertThat(answer(text)).isInstanceOf(DecisionResult.Refused.class));
    }

    @Test
    void an_expression_that_is_too_deep_too_high_or_too_long_is_refused() {
        for (var text :
                new String[] {
                    "(".repeat(100_000) + "1",
                    "-".repeat(100_000) + "1",
                    "[".repeat(5_000) + "1" + "]".repeat(5_000),
                    "[1..".repeat(200),
                    "1 in (".repeat(200),
                    "{a:".repeat(5_000),
                    "if ".repeat(5_000),
                    "not(".repeat(5_000),
                    "1" + "+1".repeat(9_000),
                    "a" + ".a".repeat(9_000),
                    "[1]" + "[1]".repeat(9_000),
                    "1" + ",1".repeat(30_000),
                    "1 instance of " + "list<".repeat(5_000),
                    "\"" + "\\u0041".repeat(10) + "\\u12\"",
                    "/*".repeat(10_000)
                }) {
            assertTimeoutPreemptively(
                    SOON,
                    () -> assertThat(answer(text)).isInstanceOf(DecisionResult.Refused.class));
        }
    }

    @Test
    void decisions_that_require_themselves_are_refused_by_name() {
        var ring =
                HEAD
                        + decision("a", "b", "b", "1")
                        + decision("b", "c", "c", "1")
                        + decision("c", "a", "a", "1")
                        + "</definitions>";
        assertThat(ask(ring, "a"))
                .isEqualTo(new DecisionResult.Refused("a (line 1)", "requires itself"));
    }

    @Test
    void a_chain_of_very_many_decisions_is_refused() {
        var chain =
                IntStream.range(0, 5_000)
                        .mapToObj(n -> decision("d" + n, "d" + (n + 1), "d" + (n + 1), "1"))
                        .collect(Collectors.joining("", HEAD, "</definitions>"));
        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(ask(chain, "d0")).isInstanceOf(DecisionResult.Refused.class));
    }

    @Test
    void knowledge_that_calls_itself_for_ever_is_refused() {
        var knowledge =
                HEAD
                        + "<businessKnowledgeModel id='k' name='k'><variable name='k'/>"
                        + "<knowledgeRequirement><requiredKnowledge href='#k'/></knowledgeRequirement>"
                        + "<encapsulatedLogic><formalParameter name='p'/>"
                        + "<literalExpression><text>k(p)</text></literalExpression></encapsulatedLogic>"
                        + "</businessKnowledgeModel><decision id='d' name='d'>"
                        + "<knowledgeRequirement><requiredKnowledge href='#k'/></knowledgeRequirement>"
                        + "<literalExpression><text>k(1)</text></literalExpression></decision>"
                        + "</definitions>";
        assertThat(ask(knowledge, "d"))
                .isEqualTo(new DecisionResult.Refused("k (line 1)", "requires itself"));
    }

    @Test
    void types_that_hold_themselves_are_refused_by_name() {
        var types =
                HEAD
                        + "<itemDefinition name='t'><itemComponent name='u'><typeRef>t</typeRef>"
                        + "</itemComponent></itemDefinition>"
                        + "<decision id='d' name='d'><variable name='d' typeRef='t'/>"
                        + "<literalExpression><text>1</text></literalExpression></decision>"
                        + "</definitions>";
        assertThat(ask(types, "d"))
                .isEqualTo(
                        new DecisionResult.Refused(
                                "t (line 1)", "is a type that contains" + " itself"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>",
                "<!DOCTYPE d [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\"><!ENTITY z \"&y;&y;\">]><d>&z;</d>",
                "<definitions/>",
                "<definitions xmlns='urn:other'/>",
                "<definitions",
                "not xml"
            })
    void a_file_that_is_no_plain_dmn_is_a_problem_with_a_line(String xml) {
        var problems = new ProblemCollector();
        assertThat(DmnFile.read(xml.getBytes(StandardCharsets.UTF_8), Optional.empty(), problems))
                .isEmpty();
        assertThat(problems.found()).hasSize(1).allMatch(one -> one.line() >= 1);
    }

    @Test
    void an_unsupported_element_is_named_before_anything_is_evaluated() {
        assertThat(answer("1 + nothing known"))
                .isEqualTo(
                        new DecisionResult.Refused(
                                "d: literalExpression (line 1)", "an unknown name: nothing known"));
        assertThat(answer("if true then 1 else frobnicate(2)"))
                .isEqualTo(
                        new DecisionResult.Refused(
                                "d: literalExpression (line 1)",
                                "an unknown function: frobnicate"));
        assertThat(answer("today()"))
                .isEqualTo(
                        new DecisionResult.Refused(
                                "d: literalExpression (line 1)",
                                "is not supported: the function today(), for the answer would not"
                                        + " stay the same"));
    }

    private static DecisionResult answer(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        var xml =
                HEAD
                        + "<decision id='d' name='d'><literalExpression><text>"
                        + escaped
                        + "</text></literalExpression></decision></definitions>";
        return ask(xml, "d");
    }

    private static String decision(String id, String required, String variable, String text) {
        return "<decision id='%s' name='%s'><informationRequirement><requiredDecision href='#%s'/>"
                        .formatted(id, id, required)
                + "</informationRequirement><literalExpression><text>%s + %s</text>"
                        .formatted(variable, text)
                + "</literalExpression></decision>";
    }

    private static DecisionResult ask(String xml, String decision) {
        var problems = new ProblemCollector();
        var file = DmnFile.read(xml.getBytes(StandardCharsets.UTF_8), Optional.empty(), problems);
        assertThat(problems.found()).isEmpty();
        return file.orElseThrow().evaluate(decision, Map.<String, FeelValue>of());
    }
}
