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
import org.junit.jupiter.params.provider.ValueSource;

/** Files as editors save them. */
class EditorHabitsTest {

    private static final String HEAD =
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                    + " name=\"m\" namespace=\"urn:m\">";

    /** A table as a modeller writes it: Java types, and an input that is named nowhere else. */
    private static final String TABLE =
            """
            <decision id="d" name="Dish"><decisionTable>
              <input><inputExpression typeRef="integer"><text>guests</text></inputExpression></input>
              <output name="dish" typeRef="string"/>
              <rule><inputEntry><text>&gt;= 8</text></inputEntry>
                <outputEntry><text>"stew"</text></outputEntry></rule>
              <rule><inputEntry><text>&lt; 8</text></inputEntry>
                <outputEntry><text>"steak"</text></outputEntry></rule>
            </decisionTable></decision>
            """;

    private final ProblemCollector problems = new ProblemCollector();

    private DmnFile file(String elements) {
        var bytes = (HEAD + elements + "</definitions>").getBytes(StandardCharsets.UTF_8);
        return DmnFile.read(bytes, Optional.empty(), problems).orElseThrow();
    }

    private List<String> notes() {
        return problems.notes().stream()
                .map(note -> note.line() + " " + note.field() + " " + note.message())
                .toList();
    }

    private static FeelValue number(int number) {
        return Values.of((long) number);
    }

    @Test
    void a_table_whose_input_is_declared_nowhere_answers() {
        var file = file(TABLE);
        assertThat(file.evaluate("Dish", Map.of("guests", number(9))))
                .isEqualTo(new DecisionResult.Known(Values.of("stew")));
        assertThat(file.evaluate("Dish", Map.of("guests", number(2))))
                .isEqualTo(new DecisionResult.Known(Values.of("steak")));
        assertThat(notes()).containsExactly("2 integer is not a DMN type; it is read as number");
    }

    @Test
    void a_decision_that_is_not_required_is_no_input() {
        var file =
                file(
                        TABLE
                                + "<decision id=\"g\" name=\"guests\"><literalExpression><text>9"
                                + "</text></literalExpression></decision>");
        assertThat(file.evaluate("Dish", Map.of())).isInstanceOf(DecisionResult.Refused.class);
    }

    @Test
    void a_type_that_the_file_defines_is_its_own() {
        var own = "<itemDefinition name=\"integer\"><typeRef>number</typeRef></itemDefinition>";
        file(own + TABLE);
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_column_and_a_decision_that_nobody_filled_in_are_left_out() {
        var column =
                TABLE.replaceFirst(
                                "<output ",
                                "<input><inputExpression typeRef=\"string\"><text/></inputExpression>"
                                        + "</input><output ")
                        .replace("<outputEntry>", "<inputEntry><text/></inputEntry><outputEntry>");
        var empty =
                """
                <decision id="e" name="Decision 1"><decisionTable>
                  <input><inputExpression typeRef="string"><text/></inputExpression></input>
                  <output name="" typeRef="string"/></decisionTable></decision>
                """;
        var file = file(column + empty);
        assertThat(file.evaluate("Dish", Map.of("guests", number(9))))
                .isEqualTo(new DecisionResult.Known(Values.of("stew")));
        var written = file.written(Map.of("guests", exeat.rules.feel.value.Type.Any.ANY), problems);
        assertThat(written.stream().map(WrittenDecision::name)).containsExactly("Dish");
        assertThat(problems.isEmpty()).isTrue();
        assertThat(notes())
                .anyMatch(note -> note.endsWith("Decision 1 is empty, so it is ignored"))
                .anyMatch(note -> note.endsWith(" input is empty, so it is ignored"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">= 1,000", "<12,500", "1,000", "> 1,000,000", "not(2,050)"})
    void a_comma_in_a_number_is_pointed_at(String test) {
        file(TABLE.replace("&gt;= 8", test.replace("<", "&lt;").replace(">", "&gt;")));
        assertThat(notes())
                .anyMatch(note -> note.startsWith("4 inputEntry has a comma in a number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1, 2", "100,200,300", "[100..200]", "\"1,000\"", "1.5,2.5", "7,80", "-"})
    void a_list_of_values_is_not(String test) {
        file(TABLE.replace("&gt;= 8", test));
        assertThat(notes()).noneMatch(note -> note.contains("comma"));
    }
}
