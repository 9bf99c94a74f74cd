package exeat.web.kit;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import exeat.rules.explain.Explanation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The files of messages beside this class, {@code SET_LANGUAGE.properties}: a language exists if
 * its file does. The others are translated from English, which is complete in every set.
 */
public final class MessageFiles {

    public static final String ENGLISH = "en";

    /** Texts for everybody except officers. A language begins with this set. */
    static final String WORDS = "words";

    /** Additional texts for officers and auditors. A language may lack them. */
    static final String DESK = "desk";

    private MessageFiles() {}

    /**
     * The languages for which a set has a file, as ISO 639 codes: English first, then the others by
     * their own names in CLDR's root collation.
     */
    static List<String> languages(String set) {
        var byName =
                Comparator.<String, String>comparing(
                        MessageFiles::ownName, Collator.getInstance(ULocale.ROOT)::compare);
        return Arrays.stream(ULocale.getISOLanguages())
                .filter(code -> MessageFiles.class.getResource(file(set, code)) != null)
                .sorted(
                        Comparator.<String, Boolean>comparing(code -> !code.equals(ENGLISH))
                                .thenComparing(byName))
                .toList();
    }

    /** A language's own name, as written in a list. */
    static String ownName(String language) {
        var locale = new ULocale(language);
        return LocaleDisplayNames.getInstance(
                        locale, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
                .localeDisplayName(locale);
    }

    static String file(String set, String language) {
        return "/exeat/web/" + set + "_" + language + ".properties";
    }

    /** The texts of a file, by key. */
    static Map<String, String> read(String set, String language) {
        var file = file(set, language);
        var properties = new Properties();
        try (var in = Objects.requireNonNull(MessageFiles.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return Map.copyOf(texts);
    }

    /** All errors in any file, by file and key; a server with such files does not start. */
    public static List<String> faults() {
        var faults = new ArrayList<String>();
        for (var set : List.of(WORDS, DESK)) {
            var english = read(set, ENGLISH);
            languages(set)
                    .forEach(language ->
                            faults.addAll(
                                    MessageCheck.faults(
                                            file(set, language),
                                            new ULocale(language),
                                            read(set, language),
                                            english)));
        }
        languages(WORDS).forEach(language -> faults.addAll(Explanation.faults(language)));
        languages(DESK).stream()
                .filter(language -> !languages(WORDS).contains(language))
                .forEach(language ->
                        faults.add(file(DESK, language) + ": needs " + file(WORDS, language)));
        return faults;
    }
}
