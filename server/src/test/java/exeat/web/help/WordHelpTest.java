package exeat.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.state.Stage;
import exeat.web.kit.PageTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word has a meaning in every language, and each is on the page of all words once. */
class WordHelpTest {

    @Test
    void every_word_is_explained_in_every_language_and_in_words_of_its_own() {
        for (var lang : PageTexts.LANGUAGES) {
            var words = PageTexts.of(lang);
            var names = Arrays.stream(Term.values()).map(t -> words.say(t.key())).toList();
            var meanings = Arrays.stream(Term.values()).map(t -> words.say(t.meaningKey()));
            assertThat(names).as(lang).doesNotHaveDuplicates();
            assertThat(meanings)
                    .as(lang)
                    .doesNotHaveDuplicates()
                    .allMatch(text -> text.length() > 20);
            if (!lang.equals("en")) {
                assertThat(names)
                        .doesNotContainAnyElementsOf(
                                Arrays.stream(Term.values())
                                        .map(t -> PageTexts.of("en").say(t.key()))
                                        .toList());
            }
        }
    }

    /** What pages call a thing is what the glossary calls it. */
    @Test
    void a_thing_has_one_word_on_all_pages() throws IOException {
        var otherWords =
                Map.of(
                        "ko", Pattern.compile("(?<!승인 |승인을 )보류|담당관"),
                        "zh", Pattern.compile("官员|案卷|条文"),
                        "ru", Pattern.compile("(?iu)(?<!с)охраняем"));
        for (var lang : otherWords.keySet()) {
            for (var set : List.of("words", "desk")) {
                var file =
                        Path.of("src/main/resources/exeat/web", set + "_" + lang + ".properties");
                assertThat(Files.readAllLines(file))
                        .noneMatch(line -> otherWords.get(lang).matcher(line).find());
            }
        }
    }

    /** Auditors read of people whom nothing on the page may address. */
    @Test
    void what_auditors_are_told_addresses_no_person() {
        var words = PageTexts.of("zh");
        for (var key : List.of("event.ProtectionHeard", "consequence.NATIONALITY")) {
            assertThat(words.say(key)).contains("您");
            assertThat(words.say("audit." + key)).doesNotContain("您").isNotBlank();
        }
    }

    @Test
    void the_page_of_all_words_has_each_once_in_the_order_of_its_language() {
        for (var lang : PageTexts.LANGUAGES) {
            assertThat(GlossaryPages.sorted(PageTexts.of(lang)))
                    .containsExactlyInAnyOrder(Term.values());
        }
        assertThat(GlossaryPages.sorted(PageTexts.of("en"))).startsWith(Term.APPEAL);
        assertThat(Arrays.stream(Term.values()).map(Term::id)).doesNotHaveDuplicates();
    }

    /** Until nothing more happens, and in the words of who reads it: no officer is addressed. */
    @Test
    void what_happens_next_is_said_of_every_stage_in_every_language() {
        var ended = EnumSet.of(Stage.WITHDRAWN, Stage.CLOSED);
        for (var stage : Stage.values()) {
            for (var lang : PageTexts.LANGUAGES) {
                var words = PageTexts.of(lang);
                for (var key : List.of(NextSteps.ownKey(stage), NextSteps.officersKey(stage))) {
                    assertThat(words.has(key))
                            .as("%s in %s", key, lang)
                            .isNotEqualTo(ended.contains(stage));
                    assertThat(words.has(key) ? words.say(key) : lang)
                            .as("%s in %s is its own", key, lang)
                            .matches(text -> lang.equals("en") || !text.equals(english(key)));
                }
            }
            if (!ended.contains(stage)) {
                assertThat(PageTexts.of("en").say(NextSteps.officersKey(stage)))
                        .doesNotContainIgnoringCase("you");
            }
        }
    }

    private static String english(String key) {
        var words = PageTexts.of("en");
        return words.has(key) ? words.say(key) : "";
    }
}
