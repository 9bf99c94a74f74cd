package exeat.papers.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HangulTest {

    /**
     * The first four are the examples of the rule itself (section 3, paragraph 4), without hyphens.
     */
    @ParameterizedTest
    @CsvSource({
        "한,HAN",
        "복남,BOKNAM",
        "홍,HONG",
        "빛나,BITNA",
        "김,GIM",
        "철수,CHEOLSU",
        "이,I",
        "영호,YEONGHO",
        "남궁,NAMGUNG",
        "석원,SEOKWON",
        "설리,SEOLLI",
        "밝음,BAKEUM",
        "길동,GILDONG",
        "의진,UIJIN"
    })
    void a_name_is_spelled_syllable_by_syllable(String hangul, String latin) {
        assertThat(Hangul.spelled(hangul)).contains(latin);
    }

    @Test
    void letters_that_came_apart_are_put_together_first() {
        assertThat(Hangul.spelled("\u1100\u1175\u11b7")).contains("GIM");
    }

    @Test
    void what_is_not_all_hangul_is_nobodys_to_guess() {
        assertThat(Hangul.spelled("김a")).isEmpty();
        assertThat(Hangul.spelled("金")).isEmpty();
        assertThat(Hangul.spelled("")).isEmpty();
    }

    @Test
    void every_syllable_there_is_has_a_spelling_of_a_to_z() {
        for (char syllable = 0xAC00; syllable <= 0xD7A3; syllable++) {
            assertThat(Hangul.spelled(String.valueOf(syllable)).orElseThrow())
                    .matches("[A-Z]{1,7}");
        }
    }
}
