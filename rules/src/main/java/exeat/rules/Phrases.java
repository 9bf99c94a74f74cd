package exeat.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an explanation is put in a language: the pack's own words where it has some, else the ones
 * that come with Exeat.
 */
final class Phrases {

    private static final List<String> LANGUAGES = List.of("en", "zh", "ko");

    private static final Map<String, Map<String, String>> OWN = read();

    private final Messages messages;
    private final Locale locale;

    Phrases(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** What a pack may put in its own words. */
    static Set<String> keys() {
        return of("en").keySet();
    }

    /** Every phrase in a language; in English for a language that there is none of. */
    static Map<String, String> of(String language) {
        return Objects.requireNonNull(OWN.getOrDefault(language, OWN.get("en")));
    }

    /** The phrase with its places filled in. */
    String say(String key, Object... with) {
        var own = messages.text(locale, key);
        var text =
                own.equals(key) ? Objects.requireNonNull(of(locale.getLanguage()).get(key)) : own;
        for (int at = 0; at < with.length; at++) {
            text = text.replace("{" + at + "}", String.valueOf(with[at]));
        }
        return text;
    }

    /** Several texts as one, put together two by two; empty for none. */
    String together(String key, List<String> texts) {
        return texts.stream().reduce((left, right) -> say(key, left, right)).orElse("");
    }

    /** The pack's message. */
    String text(String key) {
        return messages.text(locale, key);
    }

    /** The pack's message, or what stands in for one. */
    String textOr(String key, String otherwise) {
        var text = text(key);
        return text.equals(key) ? otherwise : text;
    }

    private static Map<String, Map<String, String>> read() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        LANGUAGES.forEach(
                language -> all.put(language, read("explain_" + language + ".properties")));
        return all;
    }

    private static Map<String, String> read(String file) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        var phrases = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(key -> phrases.put(key, properties.getProperty(key)));
        return phrases;
    }
}
