package exeat.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A pack whose rules import a model that lies beside them. */
class ImportedRulesTest {

    private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    private static final String PARTS =
            """
            <inputData id="a" name="age"/>
            <decision id="g" name="Grown"><variable name="Grown"/>
              <informationRequirement><requiredDecision href="#limit"/></informationRequirement>
              <informationRequirement><requiredInput href="#a"/></informationRequirement>
              <decisionTable hitPolicy="UNIQUE">
                <input><inputExpression><text>age &gt;= 18</text></inputExpression></input>
                <output name="Grown"/>
                <annotation name="basis"/>
                <rule id="over"><inputEntry><text>true</text></inputEntry>
                  <outputEntry><text>"yes"</text></outputEntry>
                  <annotationEntry><text>assumed</text></annotationEntry></rule>
                <rule id="under"><inputEntry><text>false</text></inputEntry>
                  <outputEntry><text>Limit</text></outputEntry>
                  <annotationEntry><text>assumed</text></annotationEntry></rule>
              </decisionTable></decision>
            <decision id="limit" name="Limit"><variable name="Limit"/>
              <literalExpression><text>"no"</text></literalExpression></decision>
            """;

    private static final String AGE =
            "<input><inputExpression typeRef=\"number\"><text>age</text></inputExpression></input>";

    private static final String ROUTE = "<decision id=\"r\" name=\"Route\">";

    /** The pack, its first rule for people of whom a decision says yes. */
    private static Map<String, byte[]> files(String name, String reference, String parts)
            throws PackException {
        return GoodPack.files(
                ROUTE,
                parts
                        + ROUTE
                        + "<informationRequirement><requiredDecision href=\"%s\"/>"
                                .formatted(reference)
                        + "</informationRequirement>",
                AGE,
                "<input><inputExpression><text>%s</text></inputExpression></input>".formatted(name),
                "<text>&gt;= 18</text>",
                "<text>\"yes\"</text>");
    }

    private static Map<String, byte[]> importing(String as, String model) throws PackException {
        var files =
                new TreeMap<>(
                        files(
                                as.isEmpty() ? "Grown" : as + ".Grown",
                                "urn:limits#g",
                                "<import namespace=\"urn:limits\" name=\"%s\" importType=\"%s\"/>"
                                        .formatted(as, DMN)));
        files.put("limits.dmn", model.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String model(String content) {
        return "<definitions xmlns=\"%s\" name=\"Limits\" namespace=\"urn:limits\">%s</definitions>"
                .formatted(DMN, content);
    }

    @Test
    void decides_as_if_the_model_were_part_of_its_rules() throws PackException {
        var written = Pack.read("boats", files("Grown", "#g", PARTS));
        for (var as : new String[] {"limits", "the limits", ""}) {
            var imported = Pack.read("boats", importing(as, model(PARTS)));
            assertThat(imported.form()).as(as).isEqualTo(written.form());
            assertThat(Prover.of(imported).proofs()).isEqualTo(Prover.of(written).proofs());
        }
    }

    @Test
    void shows_the_rules_of_the_model_with_its_name() throws PackException {
        var rules = Pack.read("boats", importing("l", model(PARTS))).rules();
        assertThat(rules)
                .extracting(rule -> rule.decision())
                .contains("Limits.Grown", "Limits.Limit");
    }

    @Test
    void decides_otherwise_and_has_another_name_when_the_model_changes() throws PackException {
        var one = Pack.read("boats", importing("l", model(PARTS)));
        var other = Pack.read("boats", importing("l", model(PARTS.replace("18", "16"))));
        assertThat(other.ref().hash()).isNotEqualTo(one.ref().hash());
        assertThat(other.filesHash()).isNotEqualTo(one.filesHash());
    }

    /** A model may have decisions that the pack does not use, even one of a pack's own name. */
    @Test
    void leaves_out_what_it_does_not_use() throws PackException {
        var more =
                """
                <decision id="r" name="Route"><variable name="Route"/>
                  <literalExpression><text>"refuse"</text></literalExpression></decision>
                """;
        var imported = Pack.read("boats", importing("l", model(PARTS + more)));
        assertThat(imported.form())
                .isEqualTo(Pack.read("boats", importing("l", model(PARTS))).form());
    }

    @Test
    void names_the_model_in_what_is_wrong_with_it() throws PackException {
        var files = importing("l", model(PARTS.replace("\"no\"", "\"no")));
        var wrong =
                Assertions.catchThrowableOfType(PackException.class, () -> Pack.read("b", files));
        assertThat(wrong.problems())
                .anySatisfy(one -> {
                    assertThat(one.file()).isEqualTo("rules.dmn");
                    assertThat(one.field()).isEqualTo("Limits.literalExpression");
                    assertThat(one.message()).contains("(line 17 of that model)");
                });
        var missing = new TreeMap<>(files);
        missing.remove("limits.dmn");
        assertThat(
                        Assertions.catchThrowableOfType(
                                PackException.class, () -> Pack.read("b", missing)))
                .hasMessageContaining("requires an element in another file");
    }

    /** What another program computes is computed for every value of facts that have few. */
    @Test
    void a_function_of_the_model_is_called() throws PackException {
        var knowledge =
                """
                <businessKnowledgeModel id="k" name="Flip"><variable name="Flip"/>
                  <encapsulatedLogic><formalParameter name="it"/>
                    <literalExpression><text>if it = true then "n" else "y"</text></literalExpression>
                  </encapsulatedLogic></businessKnowledgeModel>
                """;
        var caller =
                """
                <import namespace="urn:limits" name="l" importType="%s"/>
                <inputData id="s" name="sea legs"/>
                <decision id="f" name="Flipped"><variable name="Flipped"/>
                  <informationRequirement><requiredInput href="#s"/></informationRequirement>
                  <knowledgeRequirement><requiredKnowledge href="urn:limits#k"/></knowledgeRequirement>
                  <literalExpression><text>l.Flip(sea legs)</text></literalExpression></decision>
                """
                        .formatted(DMN);
        var legs =
                "<input><inputExpression typeRef=\"boolean\"><text>sea"
                        + " legs</text></inputExpression></input>";
        var files =
                new TreeMap<>(
                        GoodPack.files(
                                ROUTE,
                                caller
                                        + ROUTE
                                        + "<informationRequirement><requiredDecision href=\"#f\"/>"
                                        + "</informationRequirement>",
                                legs,
                                "<input><inputExpression><text>Flipped</text></inputExpression></input>",
                                "true, \"withheld\"",
                                "\"n\""));
        files.put("limits.dmn", model(knowledge).getBytes(StandardCharsets.UTF_8));
        var plain = Pack.read("boats", GoodPack.files("true, \"withheld\"", "true"));
        assertThat(Pack.read("boats", files).form().rules()).isEqualTo(plain.form().rules());
    }
}
