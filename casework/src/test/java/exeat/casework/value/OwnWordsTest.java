package exeat.casework.value;

import static exeat.casework.value.OwnWords.COPIED;
import static exeat.casework.value.OwnWords.OWN;
import static exeat.casework.value.OwnWords.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnWordsTest {

    private static final String FIRST =
            "The two letters name another village, and the register has nobody of this name.";
    private static final String CHINESE = "两封信写的是另一个村，户口簿上没有这个名字。";
    private static final String KOREAN = "두 편지에는 다른 마을이 적혀 있고 호적에 이 이름이 없습니다.";

    @Test
    void what_somebody_wrote_themselves_is_theirs_although_it_is_about_the_same() {
        assertThat(OwnWords.of("I compared both letters with the register.", FIRST)).isEqualTo(OWN);
        assertThat(OwnWords.of("I read the whole file, and it bears this out.", FIRST))
                .isEqualTo(OWN);
        assertThat(OwnWords.of("我查了户口簿，结果相同。", CHINESE)).isEqualTo(OWN);
        assertThat(OwnWords.of("호적을 직접 확인했는데 같은 결과입니다.", KOREAN)).isEqualTo(OWN);
        assertThat(OwnWords.of("Я сам сверил письма с реестром.", FIRST)).isEqualTo(OWN);
    }

    @Test
    void less_than_a_short_sentence_is_no_reason() {
        for (var text :
                new String[] {
                    "", "-", "OK", "I agree.", "同意。", "동의함", "......................", "согласен"
                }) {
            assertThat(OwnWords.of(text, FIRST)).as(text).isEqualTo(SHORT);
        }
    }

    @Test
    void what_is_repeated_counts_once() {
        for (var text :
                new String[] {
                    "a".repeat(200),
                    "aaaaabbbbbcccccdddddeeeee",
                    "no no no no no no no no no no",
                    "blah blah blah blah blah blah",
                    "同意同意同意同意同意同意同意",
                    "동의함 동의함 동의함 동의함 동의함",
                    "да да да да да да да да да да"
                }) {
            assertThat(OwnWords.of(text, FIRST)).as(text).isEqualTo(SHORT);
        }
        // Short sentences stay long enough, with letters that come twice.
        for (var text :
                new String[] {
                    "Register differs.", "我查了户口簿。", "호적을 다시 확인함", "Я сверил с реестром."
                }) {
            assertThat(OwnWords.of(text, FIRST)).as(text).isEqualTo(OWN);
        }
    }

    @Test
    void signs_that_turn_the_text_are_left_out_and_nothing_else() {
        assertThat(OwnWords.readable("a\u202eb\u2066c\u2069\u0000\ud800d")).isEqualTo("abcd");
        var kept = "שלום 12\u200f, مرحبا\u200c\n\t👨\u200d👩";
        assertThat(OwnWords.readable(kept)).isEqualTo(kept);
    }

    @Test
    void what_nobody_sees_is_no_word() {
        for (var text :
                new String[] {
                    "",
                    " ",
                    "\u3164",
                    "\u3164\uffa0\u1160\u115f",
                    "\u202e",
                    "\u200b\ufeff",
                    "\u2800",
                    "\u202e\u3164\u2066",
                    "...",
                    "\u00ad"
                }) {
            assertThat(OwnWords.isEmpty(text)).as(text).isTrue();
        }
        for (var text : new String[] {"7", "no", "아니오", "不", "нет", "\u202eno"}) {
            assertThat(OwnWords.isEmpty(text)).as(text).isFalse();
        }
    }

    @Test
    void letters_that_look_alike_are_the_same_letters() {
        for (var text :
                new String[] {
                    FIRST.replace('o', 'о'),
                    FIRST.replace('e', 'е').replace('a', 'а').replace('T', 'Т'),
                    FIRST.replace('o', 'ο').replace('v', 'ν'),
                    FIRST.replace('o', 'օ').replace('l', '1'),
                    FIRST.replace("e", "é").replace("a", "a\u0301")
                }) {
            assertThat(OwnWords.of(text, FIRST)).as(text).isEqualTo(COPIED);
        }
        var russian = "Письма называют другую деревню, в реестре нет никого с этим именем.";
        assertThat(OwnWords.of(russian.replace('о', 'o').replace('е', 'e'), russian))
                .isEqualTo(COPIED);
        assertThat(OwnWords.of(russian.toUpperCase(java.util.Locale.ROOT), russian))
                .isEqualTo(COPIED);
        assertThat(OwnWords.of("Я сам сверил письма с реестром.", russian)).isEqualTo(OWN);
        assertThat(OwnWords.of(KOREAN.replace(" ", ""), KOREAN)).isEqualTo(COPIED);
    }

    @Test
    void the_first_reason_is_nobody_elses_however_it_is_written() {
        for (var text :
                new String[] {
                    FIRST,
                    FIRST.toUpperCase(java.util.Locale.ROOT),
                    FIRST.replace(" ", "  ").replace(",", ";"),
                    "Ｔｈｅ　" + FIRST.substring(4),
                    FIRST + " Agreed.",
                    FIRST + " " + FIRST,
                    "Yes: " + FIRST,
                    FIRST.replace("letters", "papers"),
                    "The two letters name another village.",
                    "And the register has nobody of this name; the two letters name another village"
                }) {
            assertThat(OwnWords.of(text, FIRST)).as(text).isEqualTo(COPIED);
        }
        assertThat(OwnWords.of(CHINESE.replace("，", "。") + "同意", CHINESE)).isEqualTo(COPIED);
        assertThat(OwnWords.of("동의합니다. " + KOREAN, KOREAN)).isEqualTo(COPIED);
    }

    @Test
    void whoever_quotes_the_first_reason_and_says_more_than_it_has_said_something() {
        var quoted =
                FIRST
                        + " I asked the village committee by telephone on Monday; they know the family under"
                        + " the old name of the village.";
        assertThat(OwnWords.of(quoted, FIRST)).isEqualTo(OWN);
    }
}
