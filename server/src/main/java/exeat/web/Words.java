package exeat.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the pages say, in one language. Officers' pages are in English alone. */
public final class Words {

    /** The languages that applicants can choose, in the order in which they are offered. */
    public static final List<String> LANGUAGES = List.of("en", "zh", "ko");

    private static final Map<String, Words> ALL =
            LANGUAGES.stream().collect(Collectors.toMap(lang -> lang, Words::new));

    private final Locale locale;
    private final Map<String, String> own;

    private Words(String lang) {
        // British, like our English: a day is written 8 August 1963.
        locale = lang.equals("en") ? Locale.UK : Locale.of(lang);
        own = lang.equals("en") ? both(read("words_en"), read("desk_en")) : read("words_" + lang);
    }

    /** The words of a language; of English for a language that there is none of. */
    public static Words of(String lang) {
        return Objects.requireNonNull(ALL.getOrDefault(lang, ALL.get("en")));
    }

    public Locale locale() {
        return locale;
    }

    public String lang() {
        return locale.getLanguage();
    }

    /** The message with this key; English where an officers' page has it in English alone. */
    public String say(String key, Object... with) {
        var text = own.get(key);
        if (text == null) {
            text = of("en").own.get(key);
        }
        if (text == null) {
            throw new IllegalArgumentException("no message has the key " + key);
        }
        for (int i = 0; i < with.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(with[i]));
        }
        return text;
    }

    public boolean has(String key) {
        return own.containsKey(key) || of("en").own.containsKey(key);
    }

    public Set<String> keys() {
        return own.keySet();
    }

    /** A day as people of this language write it. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** A time as people of this language write it. */
    public String time(Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .format(
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(locale));
    }

    /**
     * A country as people of this language call it; {@code none} for whoever has no nationality.
     */
    public String country(String code) {
        return code.equals("none")
                ? say("nationality.none")
                : Locale.of("", code).getDisplayCountry(locale);
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var words = new TreeMap<>(one);
        words.putAll(other);
        return Map.copyOf(words);
    }

    static Map<String, String> read(String name) {
        var file = "/exeat/web/" + name + ".properties";
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        var words = new TreeMap<String, String>();
        properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
        return Map.copyOf(words);
    }
}
