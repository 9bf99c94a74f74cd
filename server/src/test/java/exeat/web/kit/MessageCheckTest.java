package exeat.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a file of messages is named by file and key, all of it at once. */
class MessageCheckTest {

    private static final ULocale RUSSIAN = new ULocale("ru");
    private static final Map<String, String> ENGLISH =
            Map.of(
                    "days", "{0, plural, one {# day} other {# days}}",
                    "due", "{0}, due {1}",
                    "hello", "The traveller's paper",
                    "who", "{0, select, officer {an officer} other {somebody}}");
    private static final Map<String, String> GOOD =
            Map.of(
                    "days", "{0, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
                    "due", "до {1}: {0}",
                    "hello", "Документ",
                    "who", "{0, select, officer {сотрудник} other {кто-то}}");

    private static void holds(String key, String text, String... faults) {
        var texts = new java.util.HashMap<>(GOOD);
        texts.put(key, text);
        assertThat(MessageCheck.faults("words_ru.properties", RUSSIAN, texts, ENGLISH))
                .containsExactly(faults);
    }

    @Test
    void a_whole_file_has_no_fault() {
        holds("hello", "Документ");
        holds("who", "кто-то: {0, select, other {#}}");
    }

    @Test
    void keys_that_are_missing_or_too_many_are_named() {
        assertThat(MessageCheck.faults("f", RUSSIAN, Map.of("due", "{0} {1}"), ENGLISH))
                .containsExactly("f: days is missing", "f: hello is missing", "f: who is missing");
        holds("other", "x", "words_ru.properties: other is the key of nothing in English");
    }

    @Test
    void placeholders_that_differ_from_english_are_named() {
        holds("due", "до {1}", "words_ru.properties: due fills the places [1], and English [0, 1]");
        holds(
                "due",
                "{0, plural, one {#} few {#} many {#} other {#}} до {1}",
                "words_ru.properties: due uses a plural at {0}, which is not a number in English");
        holds(
                "due",
                "{0, select, other {x}} до {1}",
                "words_ru.properties: due chooses at {0}, and English does not");
    }

    @Test
    void a_plural_that_the_language_needs_is_named() {
        holds(
                "days",
                "{0, plural, one {# день} few {# дня} other {# дней}}",
                "words_ru.properties: days lacks the plural many at {0}");
        holds("days", "Дней: {0}");
    }

    @Test
    void an_invalid_message_is_named() {
        assertThat(
                        MessageCheck.faults(
                                "f",
                                RUSSIAN,
                                Map.of("days", "{0, plural, one {# день}}"),
                                Map.of("days", ENGLISH.getOrDefault("days", ""))))
                .singleElement()
                .asString()
                .startsWith("f: days is no message:");
    }

    @Test
    void an_apostrophe_is_an_apostrophe() {
        assertThat(Message.of("The traveller's {0}", Locale.UK).say("name"))
                .isEqualTo("The traveller's name");
        assertThat(Message.of("Each officer's own", Locale.UK).say())
                .isEqualTo("Each officer's own");
    }
}
