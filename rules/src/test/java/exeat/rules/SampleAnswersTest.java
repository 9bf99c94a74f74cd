package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Outcome;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleAnswersTest {

    private static final Directive PRC = Packs.prc1963();
    private static final Directive BOATS =
            Packs.read(Packs.root().resolve("rules/src/test/resources/packs/good"));
    private static final FactName LEGS = new FactName("sea legs");

    private static final String OTHERS =
            """
              length of boat: "7.5"
              day of birth: "1980-05-01"
              home port: absent
              phone: none
            """;

    @TempDir Path folder;

    private SampleAnswers answers(String text) throws IOException, PackException {
        Files.createDirectories(folder.resolve("cases"));
        Files.writeString(folder.resolve("cases/answers.yaml"), text);
        return SampleAnswers.read(folder, BOATS);
    }

    @Test
    void the_answers_beside_the_pack_are_of_somebody_whom_no_rule_covers() {
        var answers = Packs.answers1963();
        var facts = answers.facts(answers.beside(answers.uncovered()));
        for (var purpose : List.of("settle", "return", "trip")) {
            var all =
                    facts.with(new FactName("residence addressed"), Value.of(true))
                            .with(new FactName("nationality"), Value.of("CN"))
                            .with(new FactName("purpose"), Value.of(purpose));
            assertThat(PRC.decide(all).unanswered()).isEmpty();
            assertThat(PRC.decide(all).outcome()).isEqualTo(Outcome.REFER);
        }
    }

    @Test
    void everybody_answers_what_their_story_does_not_mention() throws Exception {
        var answers = answers("everybody:\n  sea legs: \"false\"\nuncovered:\n" + OTHERS);
        assertThat(answers.beside(Facts.NONE).values()).isEqualTo(Map.of(LEGS, Value.of(false)));
        var story = Facts.NONE.with(LEGS, Value.of(true));
        assertThat(answers.beside(story)).isEqualTo(story);
        assertThat(answers.beside(Map.of("phone", "12")))
                .isEqualTo(Map.of("sea legs", "false", "phone", "12"));
    }

    @Test
    void a_pack_without_the_file_has_no_answers() throws PackException {
        var answers = SampleAnswers.read(folder, BOATS);
        assertThat(answers.beside(Facts.NONE)).isEqualTo(Facts.NONE);
        assertThat(answers.uncovered()).isEmpty();
    }

    @Test
    void what_is_wrong_with_the_file_is_named_with_its_line() {
        assertThatThrownBy(() ->
                        answers(
                                """
                                everybody:
                                  sea legs: perhaps
                                  age: "33"
                                  phone: "12"
                                uncovered:
                                """
                                        + OTHERS
                                        + "nobody: x\n"))
                .isInstanceOfSatisfying(
                        PackException.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(
                                                p -> p.line() + " " + p.field() + " " + p.message())
                                        .containsExactlyInAnyOrder(
                                                "2 sea legs cannot have this value",
                                                "3 age is not a fact that people are asked",
                                                "0 phone is answered twice",
                                                "0 sea legs has no answer",
                                                "10 nobody is not a known key here"));
    }
}
