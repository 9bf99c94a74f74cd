package exeat.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.PersonName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a name, as they are stored and as somebody at a counter types them. */
class NameWordsTest {

    private static boolean isFound(String typed, PersonName name) {
        return NameWords.match(NameWords.typed(typed), NameWords.of(List.of(name)), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kim             | Latn | Kim        | Sun-hee   | true
                    KIM SUNHEE      | Latn | Kim        | Sun-hee   | true
                    sun hee kim     | Latn | Kim        | Sun-hee   | true
                    sun-hee         | Latn | Kim        | Sun-hee   | true
                    kim sun         | Latn | Kim        | Sun-hee   | true
                    ki              | Latn | Kim        | Sun-hee   | false
                    kimsunhee       | Latn | Kim        | Sun-hee   | false
                    nguyen          | Latn | Nguyễn     | Văn       | true
                    NGUYỄN van      | Latn | Nguyễn     | Văn       | true
                    muller          | Latn | Müller     | Łukasz    | true
                    lukasz          | Latn | Müller     | Łukasz    | true
                    strasse         | Latn | Straße     | Ana       | true
                    obrien          | Latn | O'Brien    | Ana       | true
                    ＫＩＭ           | Latn | Kim        | Sun-hee   | true
                    김선희           | Hang | 김          | 선희       | true
                    김 선희          | Hang | 김          | 선희       | true
                    선희             | Hang | 김          | 선희       | true
                    김선             | Hang | 김          | 선희       | false
                    金善姬           | Hani | 金          | 善姬       | true
                    金 善姬          | Hani | 金          | 善姬       | true
                    кузнецова       | Cyrl | Кузнецова  | Алёна     | true
                    алена           | Cyrl | Кузнецова  | Алёна     | true
                    김선희           | Latn | Kim        | Sun-hee   | false
                    """)
    void a_name_is_found_however_it_is_typed_in_its_own_script(
            String typed, String script, String family, String given, boolean found) {
        assertThat(isFound(typed, new PersonName(script, family, given))).isEqualTo(found);
    }

    @Test
    void a_word_is_also_found_by_its_beginning_and_a_name_in_han_or_hangul_is_not() {
        var words = NameWords.of(List.of(new PersonName("Latn", "Kuznetsova", "Jo")));
        assertThat(NameWords.prefixes(words)).containsExactlyInAnyOrder("kuz", "jo");
        assertThat(NameWords.match(List.of("kuznec"), words, true)).isFalse();
        assertThat(NameWords.match(List.of("kuzn"), words, true)).isTrue();
        assertThat(NameWords.match(List.of("kuzn"), words, false)).isFalse();
        assertThat(NameWords.prefix("김선희영")).isEqualTo("김선희영");
        assertThat(NameWords.prefix("歐陽建國")).isEqualTo("歐陽建國");
    }

    @Test
    void nothing_but_punctuation_is_no_name() {
        assertThat(NameWords.typed(" - . ' ")).isEmpty();
        assertThat(NameWords.typed("")).isEmpty();
    }
}
