package exeat.web.apply;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.source.PackException;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A family on its way through the questions: whom each page is about, and who answers. */
class QuestionFlowTest {

    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");

    private static Directive directive;

    @BeforeAll
    static void read() throws PackException {
        directive = Pack.read(Path.of("..", "directives", "prc-1963"));
    }

    private static QuestionFlow flow(UnfinishedApplication sketch) {
        var words = PageTexts.of("en");
        return new QuestionFlow(sketch, new PackTexts(directive, words), words, NOW);
    }

    private static UnfinishedApplication told(
            UnfinishedApplication sketch, int number, Map<String, String> answers) {
        var fields = new HashMap<String, List<String>>();
        answers.forEach((field, value) -> fields.put(field, List.of(value)));
        return sketch.with(number, new SubmittedForm(fields), List.copyOf(answers.keySet()));
    }

    private static Map<String, String> person(String family, String given, String year) {
        return Map.of(
                "family1", family,
                "given1", given,
                "born-year", year,
                "born-month", "3",
                "born-day", "9",
                "nationality", "KP",
                "residence", "jl-yanji",
                "purpose", "return",
                "contact", "");
    }

    /** A mother who files and travels, a father, and their son of nine. */
    private static UnfinishedApplication family() {
        var sketch = UnfinishedApplication.EMPTY.withAnother().withAnother();
        sketch = told(sketch, 0, Map.of("who", "me"));
        sketch = told(sketch, 1, person("김", "순이", "1985"));
        sketch = told(sketch, 2, person("리", "철수", "1983"));
        return told(sketch, 3, person("리", "하늘", "2017"));
    }

    @Test
    void each_page_says_which_traveller_of_how_many_and_their_name() {
        var flow = flow(family());
        assertThat(flow.caption(0)).isEqualTo("Who is applying");
        assertThat(flow.caption(3)).isEqualTo("Traveller 3 of 3: 리하늘");
        assertThat(flow(family().withAnother()).caption(4)).isEqualTo("Traveller 4 of 4");
        assertThat(flow(UnfinishedApplication.EMPTY).caption(1)).isEqualTo("Traveller 1");
    }

    @Test
    void whoever_answers_for_another_is_told_whom_the_page_means() {
        var flow = flow(family());
        assertThat(flow.answeredFor(1, "purpose")).as("for oneself").isEmpty();
        assertThat(flow.answeredFor(2, "name")).as("a name").isEmpty();
        assertThat(flow.answeredFor(2, "purpose").orElseThrow()).contains("리철수");
        assertThat(flow.answeredFor(3, "fact-applied-to-build").orElseThrow())
                .contains("리하늘", "parental responsibility");
        var born = Map.of("family1", "리", "born-year", "2017", "born-month", "3", "born-day", "9");
        var begun = told(UnfinishedApplication.EMPTY.withAnother(), 2, born);
        assertThat(flow(begun).answeredFor(2, "purpose").orElseThrow())
                .as("as soon as the day of birth is known")
                .contains("parental responsibility");
        var forOthers = told(family(), 0, Map.of("who", "others", "family1", "박"));
        assertThat(flow(forOthers).answeredFor(1, "purpose").orElseThrow()).contains("김순이");
    }

    /** Copying what somebody wants, how they are reached, or what protects them would say it. */
    @Test
    void only_the_place_can_be_copied_from_the_first_traveller() {
        var flow = flow(family());
        assertThat(flow.copied(2, "residence")).contains("Yanji City Committee");
        assertThat(flow.copied(1, "residence")).isEmpty();
        for (var question : flow.about(2)) {
            if (!question.slug().equals("residence")) {
                assertThat(flow.copied(2, question.slug())).as(question.slug()).isEmpty();
            }
        }
        assertThat(flow(UnfinishedApplication.EMPTY.withAnother()).copied(2, "residence"))
                .as("not answered yet")
                .isEmpty();
    }

    @Test
    void a_guardian_who_travels_is_picked_and_not_typed_again() {
        var question = flow(family()).question(3, "guardians").orElseThrow();
        assertThat(wrong(question, Map.of("guardian1-party", "1", "guardian2-party", "2")))
                .isEmpty();
        assertThat(
                        question.answer()
                                .apply(answers(Map.of("guardian1-party", "1", "guardian2", "박영희"))))
                .containsExactly("김순이", "박영희");
        assertThat(wrong(question, Map.of())).containsOnlyKeys("guardian1");
        assertThat(wrong(question, Map.of("guardian1-party", "3")))
                .as("the child")
                .containsOnlyKeys("guardian1");
        assertThat(wrong(question, Map.of("guardian1-party", "1", "guardian2-party", "1")))
                .containsOnlyKeys("guardian2");
        assertThat(wrong(question, Map.of("guardian1-party", "1", "guardian2", "김순이")))
                .as("picked, and typed again")
                .containsOnlyKeys("guardian2");
        assertThat(wrong(question, Map.of("guardian1", "k".repeat(201))))
                .containsOnlyKeys("guardian1");
    }

    private static SubmittedForm answers(Map<String, String> typed) {
        var fields = new HashMap<String, List<String>>();
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        return new SubmittedForm(fields);
    }

    private static Map<String, String> wrong(Question question, Map<String, String> typed) {
        return question.wrong().apply(answers(typed));
    }

    @Test
    void a_changed_answer_leads_back_to_the_answers_of_that_person() {
        var sketch = told(family(), 3, Map.of("guardian1-party", "1"));
        for (int number = 1; number <= 3; number++) {
            sketch = answered(sketch, number);
        }
        var flow = flow(sketch);
        assertThat(flow.isComplete()).isTrue();
        assertThat(flow.after(3, true)).isEqualTo("/apply/check#card-3");
        assertThat(flow.after(3, false)).as("the last question").isEqualTo("/apply/check");
        assertThat(flow(sketch.withAnother()).after(1, true)).isEqualTo("/apply/4/name");
    }

    /** Says of every question that follows: nothing given, or not known yet. */
    private static UnfinishedApplication answered(UnfinishedApplication sketch, int number) {
        var now = sketch;
        for (int guard = 0; guard < 30; guard++) {
            var asked = now;
            var open =
                    flow(now).about(number).stream()
                            .filter(question -> !question.isAnswered(asked.about(number)))
                            .findFirst();
            if (open.isEmpty()) {
                return now;
            }
            var unknown = new HashMap<String, String>();
            open.get().fields().forEach(field -> unknown.put(field, "unknown"));
            now = told(now, number, unknown);
        }
        throw new AssertionError("questions without end for traveller " + number);
    }
}
