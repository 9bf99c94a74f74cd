package exeat.rules.dmn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import exeat.rules.source.ProblemCollector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boxed loops and filters, decision services and their parameters, and errors that are null. */
class BoxesAndServicesTest {

    private static final String HEAD =
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\""
                    + " name=\"m\" namespace=\"urn:m\">";

    private static final String SERVICE =
            """
            <inputData id="a" name="a"><variable name="a" typeRef="string"/></inputData>
            <decision id="b" name="b"><variable name="b" typeRef="string"/>
              <literalExpression><text>"own"</text></literalExpression></decision>
            <decision id="both" name="both"><variable name="both"/>
              <informationRequirement><requiredInput href="#a"/></informationRequirement>
              <informationRequirement><requiredDecision href="#b"/></informationRequirement>
              <literalExpression><text>[a, b]</text></literalExpression></decision>
            <decisionService id="s" name="s"><variable name="s"/>
              <outputDecision href="#both"/><inputDecision href="#b"/><inputData href="#a"/>
            </decisionService>
            <decision id="caller" name="caller"><variable name="caller"/>
              <knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
              <informationRequirement><requiredDecision href="#b"/></informationRequirement>
              <literalExpression><text>[s("1", "2"), b]</text></literalExpression></decision>
            """;

    private static DmnFile file(String elements) {
        var problems = new ProblemCollector();
        var bytes = (HEAD + elements + "</definitions>").getBytes(StandardCharsets.UTF_8);
        return DmnFile.read(bytes, Optional.empty(), problems).orElseThrow();
    }

    private static FeelValue known(DecisionResult result) {
        assertThat(result).isInstanceOf(DecisionResult.Known.class);
        return ((DecisionResult.Known) result).value();
    }

    private static String literal(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<literalExpression><text>" + escaped + "</text></literalExpression>";
    }

    private static DecisionResult box(String box) {
        var decision = "<decision id=\"d\" name=\"d\"><variable name=\"d\"/>" + box + "</decision>";
        return file(decision).evaluate("d", Map.of());
    }

    private static FeelValue plain(String text) {
        return known(box(literal(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "some  | [1, 2] | x = 2                       | true",
                "some  | [1, 2] | x = 3                       | false",
                "some  | [1, 2] | if x = 2 then true else 'n' | null",
                "some  | [1, 2] | if x = 1 then true else 'n' | null",
                "some  | [1, 2] | if x = 1 then true else null | true",
                "some  | [1, 2] | if x = 1 then false else null | null",
                "every | [1, 2] | x < 3                       | true",
                "every | [1, 2] | x = 1                       | false",
                "every | [1, 2] | if x = 1 then false else 'n' | null",
                "every | [1, 2] | if x = 1 then true else null | null",
                "every | []     | 'n'                         | true",
                "some  | 1      | true                        | null",
                "every | null   | true                        | null"
            })
    void some_and_every_want_a_boolean_for_each_item(
            String kind, String domain, String condition, String expected) {
        var box =
                "<%1$s iteratorVariable=\"x\"><in>%2$s</in><satisfies>%3$s</satisfies></%1$s>"
                        .formatted(kind, literal(domain), literal(condition.replace('\'', '"')));
        assertThat(known(box(box))).isEqualTo(plain(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1, 2, 3]              | item >= 2 | [2, 3]",
                "[1, 2, 3]              | item > 3  | []",
                "[1, 2, 3]              | 'n'       | null",
                "[1, 2]                 | if item = 1 then true else 'n' | null",
                "[1, 2]                 | null      | []",
                "[{x: 1}, {x: 2}]       | x = 2     | [{x: 2}]",
                "[{item: 1}, {item: 2}] | item = 2  | [{item: 2}]",
                "[{x: 1}, {y: 2}]       | y = 2     | [{y: 2}]"
            })
    void a_filter_keeps_the_items_that_meet_its_condition(
            String domain, String match, String expected) {
        var box =
                "<filter><in>%s</in><match>%s</match></filter>"
                        .formatted(literal(domain), literal(match.replace('\'', '"')));
        assertThat(known(box(box))).isEqualTo(plain(expected));
    }

    @Test
    void a_service_knows_nothing_of_what_it_was_not_given() {
        var given = Map.of("a", Values.of("1"));
        assertThat(known(file(SERVICE).evaluateService("s", given)))
                .isEqualTo(Values.of(List.of(Values.of("1"), Values.NULL)));
        assertThat(known(file(SERVICE).evaluateService("s", Map.of("b", Values.of("2")))))
                .isEqualTo(Values.of(List.of(Values.NULL, Values.of("2"))));
        assertThat(known(file(SERVICE).evaluate("both", given)))
                .isEqualTo(Values.of(List.of(Values.of("1"), Values.of("own"))));
    }

    @Test
    void a_service_called_by_position_takes_its_data_before_its_decisions() {
        var inside = Values.of(List.of(Values.of("1"), Values.of("2")));
        assertThat(known(file(SERVICE).evaluate("caller", Map.of())))
                .isEqualTo(Values.of(List.of(inside, Values.of("own"))));
    }

    @Test
    void a_well_formed_part_without_meaning_is_null() {
        assertThat(plain("[1, @\"foo\", {a: 1, a: 2}]"))
                .isEqualTo(Values.of(List.of(Values.of(1), Values.NULL, Values.NULL)));
    }
}
