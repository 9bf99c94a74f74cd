package exeat.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.dmn.Literal;
import exeat.rules.source.PackException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table of a DMN file, read, compiled and asked, with nothing of a pack. */
class DecisionTablesTest {

    private static final String DMN =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="ferry">
              <decision id="fare" name="fare">
                <decisionTable hitPolicy="POLICY">
                  <input><inputExpression><text>age</text></inputExpression></input>
                  <input><inputExpression><text>weight</text></inputExpression></input>
                  <output name="fare"/>
                  <rule id="child"><inputEntry><text>&lt; 12</text></inputEntry>
                    <inputEntry><text>-</text></inputEntry>
                    <outputEntry><text>"half"</text></outputEntry></rule>
                  <rule id="heavy"><inputEntry><text>-</text></inputEntry>
                    <inputEntry><text>WEIGHT</text></inputEntry>
                    <outputEntry><text>"double"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Test
    void a_table_is_read_and_asked() throws PackException {
        var table = read("FIRST", ">= 7.5");
        var facts = table.encode(Map.of("age", 30, "weight", new BigDecimal("7.50")));
        assertThat(table.rule(facts)).isEqualTo(1);
        assertThat(table.decide(facts))
                .isInstanceOfSatisfying(
                        TableAnswer.One.class,
                        one -> {
                            assertThat(one.rule().id()).isEqualTo("heavy");
                            assertThat(one.rule().outputs())
                                    .containsEntry("fare", new Literal.Text("double"));
                            assertThat(one.facts().values()).containsEntry("age", 30);
                        });
    }

    @Test
    void two_matching_rules_of_a_unique_table_are_a_clash_and_no_answer() throws PackException {
        var table = read("UNIQUE", ">= 7.5");
        assertThat(table.rule(table.encode(Map.of("age", 5, "weight", 8))))
                .isEqualTo(CompiledTable.CLASH);
        assertThat(table.rule(table.encode(Map.of("age", 5, "weight", 7)))).isZero();
        assertThat(table.rule(table.encode(Map.of("age", 12, "weight", 7))))
                .isEqualTo(CompiledTable.NO_RULE);
    }

    @Test
    void what_cannot_be_compiled_is_said_with_its_place() {
        assertThatThrownBy(() -> read("FIRST", ">= 7.5, \"seven\""))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("ferry.dmn:5: weight: is tested against constants");
        assertThatThrownBy(() -> DecisionTables.read("ferry.dmn", dmn("FIRST", "-"), "toll"))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("toll");
    }

    private static CompiledTable read(String policy, String weight) throws PackException {
        return DecisionTables.read("ferry.dmn", dmn(policy, weight), "fare");
    }

    private static byte[] dmn(String policy, String weight) {
        return DMN.replace("POLICY", policy)
                .replace("WEIGHT", weight.replace(">", "&gt;"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
