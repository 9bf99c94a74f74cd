package exeat.web.apply;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.PersonName;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A name is written as on the papers: what cannot be one is told, what may be a slip is asked. */
class NameQuestionsTest {

    private static final PageTexts WORDS = PageTexts.of("en");

    private final Question names = new NameQuestions(WORDS).names();

    private static SubmittedForm form(String... parts) {
        var fields = new HashMap<String, List<String>>();
        for (int at = 0; at < parts.length; at++) {
            var field = (at % 2 == 0 ? "family" : "given") + (at / 2 + 1);
            fields.put(field, List.of(parts[at]));
        }
        return new SubmittedForm(fields);
    }

    private Map<String, String> wrong(String... parts) {
        return names.wrong().apply(form(parts));
    }

    private List<String> doubts(String... parts) {
        return names.untold(form(parts));
    }

    @Test
    void the_script_is_that_of_most_letters_whatever_the_language_of_the_page() {
        var of =
                Map.of(
                        "김철수", "Hang",
                        "金哲洙", "Hani",
                        "Kim Chol Su", "Latn",
                        "Ким", "Cyrl",
                        "鈴木スズキ一", "Hani",
                        "김金수", "Hang",
                        "محمد", "Arab",
                        "Émile", "Latn",
                        "12", "Latn");
        of.forEach((name, script) -> assertThat(NameScript.of(name)).as(name).isEqualTo(script));
        assertThat(TravellerAnswers.names(form("金", "哲洙", "Kim", "Chol Su")))
                .extracting(PersonName::script)
                .containsExactly("Hani", "Latn");
    }

    @Test
    void one_limit_holds_on_the_page_as_at_every_door() {
        var longest = "k".repeat(PersonName.MAX_PART);
        assertThat(wrong(longest, "A")).isEmpty();
        assertThat(wrong("Kim", longest + "k"))
                .containsOnlyKeys("given1")
                .containsValue(WORDS.say("wrong.long", 100, 101));
    }

    @Test
    void pictures_and_signs_are_no_name_and_two_names_in_one_script_are_told() {
        assertThat(wrong("\ud83d\ude00", "김")).containsOnlyKeys("family1");
        assertThat(wrong("<b>", "Kim")).containsOnlyKeys("family1");
        assertThat(wrong()).containsOnlyKeys("family1");
        assertThat(wrong("김", "철수", "리", "철수")).containsOnlyKeys("family2");
        assertThat(wrong("김", "철수", "", "", "金", "哲洙")).isEmpty();
    }

    @Test
    void what_may_be_a_slip_is_asked_once_and_asked_again_of_another_slip() {
        assertThat(doubts("김", "철수")).isEmpty();
        assertThat(doubts("金", "")).as("one name").isEmpty();
        assertThat(doubts("김Chol", "수")).hasSize(1);
        assertThat(doubts("김철수", "")).hasSize(1);
        assertThat(doubts("Kim Chol Su", "")).hasSize(1);
        assertThat(doubts("Kim", "2nd")).hasSize(1);
        var told = Question.told(doubts("김철수", ""));
        assertThat(names.untold(form("김철수", "").with(Question.SURE, told))).isEmpty();
        assertThat(names.untold(form("김영희", "").with(Question.SURE, told))).isNotEmpty();
    }

    @Test
    void there_is_room_for_one_name_more_only_where_it_was_asked_for() {
        assertThat(NameQuestions.room(SubmittedForm.EMPTY)).isEqualTo(1);
        assertThat(NameQuestions.room(form("김", "철수"))).isEqualTo(1);
        var asked = form("김", "철수").with(NameQuestions.MORE, "more");
        assertThat(NameQuestions.room(asked)).isEqualTo(2);
        assertThat(NameQuestions.room(form("김", "철수", "", ""))).as("left empty").isEqualTo(1);
        var full = form("김", "", "金", "", "Kim", "", "Ким", "").with(NameQuestions.MORE, "more");
        assertThat(NameQuestions.room(full)).isEqualTo(4);
    }
}
