package exeat.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.kit.PageTexts;
import java.util.Arrays;
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

    @Test
    void the_page_of_all_words_has_each_once_in_the_order_of_its_language() {
        for (var lang : PageTexts.LANGUAGES) {
            assertThat(GlossaryPages.sorted(PageTexts.of(lang)))
                    .containsExactlyInAnyOrder(Term.values());
        }
        assertThat(GlossaryPages.sorted(PageTexts.of("en"))).startsWith(Term.APPEAL);
        assertThat(Arrays.stream(Term.values()).map(Term::id)).doesNotHaveDuplicates();
    }
}
