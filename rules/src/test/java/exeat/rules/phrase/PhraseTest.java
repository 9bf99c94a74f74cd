package exeat.rules.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Path FOLDER = Path.of("src/main/resources/exeat/rules/document");
    private static final String FILE = "explain_([a-z]{2,3})\\.properties";

    @Test
    void a_count_takes_the_form_of_its_language() {
        var days = Phrase.of("{0, plural, one {# день} few {# дня} many {# дней} other {# дня}}");
        var russian = Locale.of("ru");
        assertThat(days.say(russian, 1)).isEqualTo("1 день");
        assertThat(days.say(russian, 2)).isEqualTo("2 дня");
        assertThat(days.say(russian, 5)).isEqualTo("5 дней");
        assertThat(days.say(russian, 11)).isEqualTo("11 дней");
        assertThat(days.say(russian, 21)).isEqualTo("21 день");
        assertThat(days.say(russian, 0)).isEqualTo("0 дней");
    }

    @Test
    void a_single_number_may_have_a_form_of_its_own() {
        var times = Phrase.of("{0, plural, =1 {once} one {# time} other {# times}}, {1}'s #");
        assertThat(times.say(Locale.ENGLISH, 1, "x")).isEqualTo("once, x's #");
        assertThat(times.say(Locale.ENGLISH, 1200, "x")).isEqualTo("1,200 times, x's #");
        assertThat(times.places()).containsExactly(0, 1);
        assertThat(times.counts()).containsOnlyKeys(0);
    }

    @Test
    void an_invalid_phrase_is_refused_with_the_reason() {
        Map.of(
                        "a } b",
                        "has a } without its {",
                        "a {",
                        "unclosed or empty placeholder",
                        "{0",
                        "must have ,",
                        "{name}",
                        "not a number",
                        "{0, select, other {x}}",
                        "kind 'select'",
                        "{0, plural, one {x}}",
                        "no form 'other'",
                        "{0, plural, one {x} one {y} other {z}}",
                        "twice",
                        "'{0}'",
                        "has ' before {",
                        "it''s",
                        "has ' before '",
                        "{0, plural, other {".repeat(100_000),
                        "plurals nested too deeply")
                .forEach((text, why) ->
                        assertThatThrownBy(() -> Phrase.of(text))
                                .as(text)
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining(why));
    }

    /**
     * Each language's phrases parse, are complete, have English's placeholders, and have the
     * language's plurals.
     */
    @Test
    void every_language_has_every_phrase_with_its_places_and_its_plurals() throws IOException {
        var languages = languages();
        assertThat(languages).containsKey("en");
        var english = languages.getOrDefault("en", Map.of());
        languages.forEach((language, phrases) -> {
            assertThat(phrases.keySet()).as(language).isEqualTo(english.keySet());
            phrases.forEach((key, text) -> {
                var phrase = Phrase.of(text);
                var standard = Phrase.of(english.getOrDefault(key, ""));
                var where = language + " " + key;
                assertThat(phrase.places()).as(where).isEqualTo(standard.places());
                assertThat(standard.counts().keySet())
                        .as(where)
                        .containsAll(phrase.counts().keySet());
                phrase.counts()
                        .values()
                        .forEach(forms ->
                                assertThat(forms)
                                        .as(where)
                                        .containsAll(Plurals.of(language).categories()));
            });
        });
    }

    /** Our phrases mean the same in ICU's own syntax. */
    @Test
    void icu_says_the_same() throws IOException {
        languages()
                .forEach((language, phrases) ->
                        phrases.forEach((key, text) -> {
                            var phrase = Phrase.of(text);
                            for (long number : new long[] {0, 1, 2, 3, 5, 11, 21, 22, 111, 36500}) {
                                var with = new Object[] {"Ä", "'b'", "c", "d"};
                                phrase.counts().keySet().forEach(at -> with[at] = number);
                                assertThat(phrase.say(Locale.of(language), with))
                                        .as("%s %s %d", language, key, number)
                                        .isEqualTo(
                                                new MessageFormat(text, new ULocale(language))
                                                        .format(with));
                            }
                        }));
    }

    private static Map<String, Map<String, String>> languages() throws IOException {
        var languages = new TreeMap<String, Map<String, String>>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName());
                if (name.matches(FILE)) {
                    languages.put(name.replaceFirst(FILE, "$1"), texts(file));
                }
            }
        }
        return languages;
    }

    private static Map<String, String> texts(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }
}
