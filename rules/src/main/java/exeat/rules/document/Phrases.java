package exeat.rules.document;

import exeat.rules.phrase.Phrase;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * How an explanation is put in a language: the pack's own words where it has some, else the ones
 * that come with Exeat.
 *
 * <p>Exeat's own stand in {@code explain_LANGUAGE.properties}. A language that has a file there has
 * every phrase; one that has none is explained in English.
 */
public final class Phrases {

    private static final String ENGLISH = "en";
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    /** Read when a language is first asked for; a language without a file has English. */
    private static final Map<String, Map<String, Phrase>> OWN = new ConcurrentHashMap<>();

    private final Messages messages;
    private final Locale locale;

    public Phrases(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** What a pack may put in its own words. */
    public static Set<String> keys() {
        return of(ENGLISH).keySet();
    }

    /** Every phrase in a language; in English for a language without phrases. */
    @SuppressWarnings("exports")
    public static Map<String, Phrase> of(String language) {
        return OWN.computeIfAbsent(isSpoken(language) ? language : ENGLISH, Phrases::read);
    }

    /** Whether there are phrases in a language. */
    public static boolean isSpoken(String language) {
        return OWN.containsKey(language)
                || (CODE.matcher(language).matches()
                        && Phrases.class.getResource(file(language)) != null);
    }

    /**
     * The phrase with its places filled in.
     *
     * @throws IllegalStateException if the language's file lacks it; see {@link #faults}
     */
    public String say(String key, Object... with) {
        var own = messages.text(locale, key);
        if (!own.equals(key)) {
            return Phrase.of(own).say(messages.spoken(locale, key), with);
        }
        // English texts use the plural rules of English.
        var spoken = isSpoken(locale.getLanguage()) ? locale : Locale.ENGLISH;
        var phrase = of(spoken.getLanguage()).get(key);
        if (phrase == null) {
            throw new IllegalStateException(missing(spoken.getLanguage(), key));
        }
        return phrase.say(spoken, with);
    }

    /** Several texts as one, put together two by two; empty for none. */
    public String together(String key, List<String> texts) {
        return texts.stream().reduce((left, right) -> say(key, left, right)).orElse("");
    }

    /** The pack's message. */
    public String text(String key) {
        return messages.text(locale, key);
    }

    /** The pack's message, or what stands in for one. */
    public String textOr(String key, String otherwise) {
        var text = text(key);
        return text.equals(key) ? otherwise : text;
    }

    private static String file(String language) {
        return "explain_" + language + ".properties";
    }

    private static String missing(String language, String key) {
        return file(language) + ": " + key + " is missing";
    }

    /** All that is wrong with the file of a language, by file and key. */
    public static List<String> faults(String language) {
        if (!isSpoken(language)) {
            return List.of(file(language) + ": is missing");
        }
        var faults = new ArrayList<String>();
        var texts = texts(language);
        var english = of(ENGLISH);
        english.forEach((key, phrase) -> {
            var text = texts.get(key);
            if (text == null) {
                faults.add(missing(language, key));
            } else {
                PhraseCheck.faults(language, phrase, text)
                        .forEach(fault -> faults.add(file(language) + ": " + key + " " + fault));
            }
        });
        texts.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .forEach(key -> faults.add(file(language) + ": " + key + " is no phrase"));
        return faults;
    }

    private static Map<String, Phrase> read(String language) {
        var phrases = new TreeMap<String, Phrase>();
        texts(language).forEach((key, text) -> phrases.put(key, Phrase.of(text)));
        return phrases;
    }

    private static Map<String, String> texts(String language) {
        var file = file(language);
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        var texts = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
