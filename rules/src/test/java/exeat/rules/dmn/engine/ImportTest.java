package exeat.rules.dmn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import exeat.rules.source.ProblemCollector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models that import others given beside them (DMN 1.5, 6.3.3). */
class ImportTest {

    private static final String PEOPLE =
            """
            <itemDefinition name="tAge"><typeRef>number</typeRef></itemDefinition>
            <inputData id="in" name="age"><variable name="age" typeRef="tAge"/></inputData>
            <decision id="d" name="Grown up"><variable name="Grown up"/>
              <informationRequirement><requiredInput href="#in"/></informationRequirement>
              <literalExpression><text>age >= 18</text></literalExpression></decision>
            <businessKnowledgeModel id="k" name="Twice"><variable name="Twice"/>
              <encapsulatedLogic><formalParameter name="n" typeRef="tAge"/>
                <literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic>
            </businessKnowledgeModel>
            """;

    private static final String ASKING =
            """
            <import namespace="urn:people" name="IMPORT" importType="TYPE"/>
            <inputData id="mine" name="years"><variable name="years" typeRef="QUALtAge"/></inputData>
            <decision id="d" name="Answer"><variable name="Answer"/>
              <informationRequirement><requiredInput href="#mine"/></informationRequirement>
              <informationRequirement><requiredDecision href="urn:people#d"/></informationRequirement>
              <knowledgeRequirement><requiredKnowledge href="urn:people#k"/></knowledgeRequirement>
              <literalExpression>
                <text>if QUALGrown up then QUALTwice(years) else years</text>
              </literalExpression></decision>
            """;

    private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    private final ProblemCollector problems = new ProblemCollector();

    private static byte[] model(String namespace, String content) {
        return "<definitions xmlns=\"%s\" name=\"%s\" namespace=\"urn:%s\">%s</definitions>"
                .formatted(DMN, namespace, namespace, content.replace(">=", "&gt;="))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String asking(String name) {
        return ASKING.replace("IMPORT", name)
                .replace("TYPE", DMN)
                .replace("QUAL", name.isEmpty() ? "" : name + ".");
    }

    private DecisionResult answer(
            byte[] main, List<byte[]> beside, String decision, Map<String, FeelValue> given) {
        var file = DmnFile.read(main, beside, Optional.empty(), problems);
        assertThat(file).as("%s", problems.found()).isPresent();
        return file.orElseThrow().evaluate(decision, given);
    }

    private static FeelValue number(long number) {
        return Values.of(number);
    }

    private static DecisionResult known(FeelValue value) {
        return new DecisionResult.Known(value);
    }

    @Test
    void decisions_knowledge_and_types_are_named_by_the_import() {
        for (var name : List.of("people", "the people", "")) {
            var main = model("asking", asking(name));
            var beside = List.of(model("people", PEOPLE));
            var old = Map.of("age", number(30), "years", number(4));
            assertThat(answer(main, beside, "Answer", old)).as(name).isEqualTo(known(number(8)));
            var young = Map.of("age", number(3), "years", number(4));
            assertThat(answer(main, beside, "Answer", young)).isEqualTo(known(number(4)));
        }
    }

    @Test
    void an_input_of_an_imported_model_is_given_by_its_namespace_where_its_name_is_not_its_alone() {
        var main =
                model(
                        "asking",
                        asking("p")
                                .replace("name=\"years\"", "name=\"age\"")
                                .replace("(years) else years", "(age) else age"));
        var beside = List.of(model("people", PEOPLE));
        var given = new LinkedHashMap<String, FeelValue>();
        given.put("age", number(4));
        assertThat(answer(main, beside, "Answer", given)).isEqualTo(known(number(4)));
        given.put("urn:people#age", number(30));
        assertThat(answer(main, beside, "Answer", given)).isEqualTo(known(number(8)));
        given.put("urn:asking#age", number(5));
        assertThat(answer(main, beside, "Answer", given)).isEqualTo(known(number(8)));
        given.remove("age");
        assertThat(answer(main, beside, "Answer", given)).isEqualTo(known(number(10)));
    }

    /** Two models that import a third one share its inputs, and their ids do not collide. */
    @Test
    void a_model_that_two_others_import_is_one() {
        var between =
                """
                <import namespace="urn:people" name="p" importType="%s"/>
                <decision id="d" name="%s"><variable name="%s"/>
                  <informationRequirement><requiredDecision href="urn:people#d"/></informationRequirement>
                  <literalExpression><text>if p.Grown up then "%s" else "no"</text></literalExpression>
                </decision>
                """;
        var main =
                """
                <import namespace="urn:one" name="one" importType="%1$s"/>
                <import namespace="urn:two" name="two" importType="%1$s"/>
                <decision id="d" name="Both"><variable name="Both"/>
                  <informationRequirement><requiredDecision href="urn:one#d"/></informationRequirement>
                  <informationRequirement><requiredDecision href="urn:two#d"/></informationRequirement>
                  <literalExpression><text>one.First + two.Second</text></literalExpression>
                </decision>
                """
                        .formatted(DMN);
        var beside =
                List.of(
                        model("one", between.formatted(DMN, "First", "First", "a")),
                        model("two", between.formatted(DMN, "Second", "Second", "b")),
                        model("people", PEOPLE));
        assertThat(answer(model("main", main), beside, "Both", Map.of("age", number(40))))
                .isEqualTo(known(Values.of("ab")));
        assertThat(answer(model("main", main), beside, "Both", Map.of("age", number(4))))
                .isEqualTo(known(Values.of("nono")));
    }

    @Test
    void what_is_imported_and_not_there_is_refused_where_it_is_used() {
        assertThat(answer(model("asking", asking("p")), List.of(), "Answer", Map.of()))
                .isInstanceOf(DecisionResult.Refused.class);
        var other = model("asking", asking("p").replace(DMN, "http://www.dmg.org/PMML-4_4"));
        assertThat(answer(other, List.of(model("people", PEOPLE)), "Answer", Map.of()))
                .isInstanceOf(DecisionResult.Refused.class);
    }

    @Test
    void what_cannot_be_imported_is_reported() {
        var self = "<import namespace=\"urn:a\" name=\"x\" importType=\"%s\"/>".formatted(DMN);
        var twice =
                "<import namespace=\"urn:a\" name=\"x\" importType=\"%1$s\"/>"
                        .formatted(DMN)
                        .repeat(2);
        assertThat(read(model("m", self), List.of(model("a", self))))
                .containsExactly("leads back to this model: urn:a");
        assertThat(read(model("m", twice), List.of(model("a", ""))))
                .containsExactly("has the name of another import: x");
        assertThat(read(model("m", self), List.of(model("a", ""), model("a", ""))))
                .containsExactly("is that of two models: urn:a");
        assertThat(read(model("m", self), List.of("<x/>".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("must be the definitions element of DMN 1.1 to 1.5");
        assertThat(read(model("m", ""), Collections.nCopies(65, model("a", ""))))
                .containsExactly("has more than 64 models beside it");
    }

    @Test
    void an_imported_model_is_checked_like_the_file() {
        var main =
                model(
                        "m",
                        "<import namespace=\"urn:a\" name=\"x\" importType=\"%s\"/>"
                                .formatted(DMN));
        var other =
                new String(model("a", ""), StandardCharsets.UTF_8)
                        .replace(" name=", " expressionLanguage=\"urn:other\" name=")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(read(main, List.of(other)))
                .containsExactly("is not FEEL: urn:other (line 1 of that model)");
        var table =
                """
                <decision id="d" name="D"><decisionTable>
                  <input><inputExpression><text>x</text></inputExpression></input><output/>
                  <rule><inputEntry><text>&lt; 2,500</text></inputEntry>
                    <outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
                """;
        assertThat(DmnFile.read(main, List.of(model("a", table)), Optional.empty(), problems))
                .isPresent();
        assertThat(problems.notes())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.field()).isEqualTo("a.inputEntry");
                    assertThat(note.message()).contains("has a comma").endsWith("of that model)");
                });
    }

    /** Each imports all after it, so there are 2^60 ways from the first to the last. */
    @Test
    void models_that_import_each_other_in_many_ways_are_each_read_once() {
        var beside = new ArrayList<byte[]>();
        for (int n = 1; n <= 60; n++) {
            var imports = IntStream.rangeClosed(n + 1, 60).mapToObj(ImportTest::imported).toList();
            beside.add(model("m" + n, String.join("", imports) + (n == 60 ? PEOPLE : "")));
        }
        var main =
                new StringBuilder(
                        """
                        <decision id="d" name="Answer"><variable name="Answer"/>
                          <informationRequirement><requiredDecision href="urn:m60#d"/></informationRequirement>
                          <literalExpression><text>m60.Grown up</text></literalExpression></decision>
                        """);
        IntStream.rangeClosed(1, 60).forEach(n -> main.append(imported(n)));
        var whole = model("main", main.toString());
        assertThat(answer(whole, beside, "Answer", Map.of("age", number(30))))
                .isEqualTo(known(Values.of(true)));
        var file = DmnFile.read(whole, beside, Optional.empty(), problems).orElseThrow();
        assertThat(file.inputs()).containsExactly("age");
        assertThat(file.written(Map.of("age", Type.Simple.NUMBER), problems)).hasSize(2);
    }

    private static String imported(int model) {
        return "<import namespace=\"urn:m%1$d\" name=\"m%1$d\" importType=\"%2$s\"/>"
                .formatted(model, DMN);
    }

    private static List<String> read(byte[] main, List<byte[]> beside) {
        var problems = new ProblemCollector();
        assertThat(DmnFile.read(main, beside, Optional.empty(), problems)).isEmpty();
        return problems.found().stream().map(one -> one.message()).toList();
    }
}
