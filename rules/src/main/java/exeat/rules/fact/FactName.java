package exeat.rules.fact;

/**
 * The name of a fact, as the vocabulary and the decision tables write it; it may contain spaces.
 *
 * @param text such as {@code relations in Korea}
 */
public record FactName(String text) implements Comparable<FactName> {
    public FactName {
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException("a fact's name is blank or padded: '" + text + "'");
        }
    }

    /** The name as a key of messages and form fields: lower case, hyphens for spaces. */
    public String slug() {
        return text.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    @Override
    public int compareTo(FactName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
