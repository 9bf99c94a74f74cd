package exeat.rules.document;

import java.util.Locale;
import java.util.Map;

/**
 * A pack's messages by language: labels and questions of facts, outcomes, clearances, authorities,
 * gists of paragraphs.
 */
public final class Messages {

    private final Map<String, Map<String, String>> byLanguage;

    /**
     * @param byLanguage message by key, by language code; {@code en} is whole and serves for what
     *     another language lacks
     */
    public Messages(Map<String, Map<String, String>> byLanguage) {
        if (!byLanguage.containsKey("en")) {
            throw new IllegalArgumentException("messages in English are missing");
        }
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /** The message in this language, or in English; the key itself where neither has it. */
    public String text(Locale locale, String key) {
        var inLanguage = byLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(key);
        var english = byLanguage.getOrDefault("en", Map.of());
        return inLanguage != null ? inLanguage : english.getOrDefault(key, key);
    }

    /** The language in which {@link #text} has a message. */
    Locale spoken(Locale locale, String key) {
        return in(locale.getLanguage()).containsKey(key) ? locale : Locale.ENGLISH;
    }

    /** What this language has of its own, by key. */
    public Map<String, String> in(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    public java.util.Set<String> languages() {
        return byLanguage.keySet();
    }
}
