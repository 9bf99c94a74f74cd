package exeat.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.source.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DMN files of every version, every hit policy, and what tables may not hold. */
class DmnReaderTest {

    private static final String TABLE =
            """
            <definitions xmlns="NAMESPACE" xmlns:dmndi="urn:drawing" name="n">
              <description>Drawn by hand</description>
              <inputData name="weather"/>
              <decision name="walk">
                <question>Do we walk?</question>
                <decisionTable POLICY>
                  <input label="w"><inputExpression typeRef="string"><text>weather</text></inputExpression></input>
                  <output name="walk"><outputValues><text>"yes","no"</text></outputValues></output>
                  <annotation name="why"/>
                  <rule id="r1">
                    <inputEntry><text>"sun"</text></inputEntry>
                    <outputEntry><text>"yes"</text></outputEntry>
                    <annotationEntry><text>warm</text></annotationEntry>
                  </rule>
                  <rule>
                    <inputEntry><text></text></inputEntry>
                    <outputEntry><text>"no"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <dmndi:drawing><dmndi:box/></dmndi:drawing>
            </definitions>
            """;

    private static final String LATEST = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                LATEST
            })
    void a_table_is_read_in_every_version_of_dmn(String namespace) {
        var problems = new Problems();
        var table = read(TABLE.replace("NAMESPACE", namespace).replace("POLICY", ""), problems);
        assertThat(problems.found()).isEmpty();
        assertThat(table).isPresent();
        assertThat(table.get().name()).isEqualTo("walk");
        assertThat(table.get().hitPolicy()).isEqualTo(HitPolicy.Single.UNIQUE);
        assertThat(table.get().annotations()).containsExactly("why");
        assertThat(table.get().inputs()).hasSize(1).first().extracting("line").isEqualTo(7);
        assertThat(table.get().rules())
                .extracting(DecisionTable.Rule::id)
                .containsExactly("r1", "rule 2");
        assertThat(table.get().rules().getLast().conditions())
                .containsExactly(new DecisionTable.Cell<>("-", new UnaryTest.Any()));
    }

    @ParameterizedTest
    @CsvSource({"UNIQUE", "FIRST", "PRIORITY", "ANY", "RULE ORDER", "OUTPUT ORDER", "COLLECT"})
    void every_hit_policy_is_known(String word) {
        var problems = new Problems();
        var xml = TABLE.replace("NAMESPACE", LATEST);
        var table = read(xml.replace("POLICY", "hitPolicy=\"" + word + "\""), problems);
        assertThat(problems.found()).isEmpty();
        var policy = table.orElseThrow().hitPolicy();
        var expected = word.replace(' ', '_');
        assertThat(policy)
                .isIn(
                        List.of(
                                policy instanceof HitPolicy.Single
                                        ? HitPolicy.Single.valueOf(expected)
                                        : policy instanceof HitPolicy.Multiple
                                                ? HitPolicy.Multiple.valueOf(expected)
                                                : new HitPolicy.Collect(Optional.empty())));
    }

    @Test
    void aggregation_is_refused_by_name() {
        var problems = new Problems();
        var policy = "hitPolicy=\"COLLECT\" aggregation=\"SUM\"";
        read(TABLE.replace("NAMESPACE", LATEST).replace("POLICY", policy), problems);
        assertThat(problems.found())
                .containsExactly(new Problems.Problem(6, "aggregation", "is not supported: SUM"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inputEntry>|annotationEntry>|10|r1|does not have one entry for each column",
                "<text>\"yes\"</text>|<text>\"maybe\"</text>|12|walk|is not among the output values",
                "\"yes\",\"no\"|\"yes\",no|8|walk|not read: expected a literal but found 'no'",
                "<rule>|<rule id=\"r1\">|15|r1|is the id of another rule too",
                "<question>|<context/><question>|5|context|is not supported",
                "<rule>|<rule><defaultOutputEntry/>|15|defaultOutputEntry|is not supported",
                "<inputData name=\"weather\"/>|<itemDefinition name=\"t\"/>|3|itemDefinition|is not supported",
                "weather</text>|</text>|7|inputExpression|is missing",
                "typeRef=\"string\"|typeRef=\"tWeather\"|7|typeRef|is not supported: tWeather",
                "<decision name|<decision surname|4|decision|has no name"
            })
    void what_is_wrong_is_named_with_its_line(
            String good, String bad, int line, String field, String message) {
        var problems = new Problems();
        var xml = TABLE.replace("NAMESPACE", LATEST).replace("POLICY", "");
        read(xml.replace(good, bad == null ? "" : bad), problems);
        assertThat(problems.found()).contains(new Problems.Problem(line, field, message));
    }

    private static Optional<DecisionTable> read(String xml, Problems problems) {
        return DmnReader.read(xml.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(model -> model.tables().stream().findFirst());
    }
}
