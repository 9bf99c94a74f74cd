package exeat.casework.value;

import java.util.regex.Pattern;

/**
 * A name in one script, as the person writes it.
 *
 * @param script ISO 15924, such as {@code Latn}, {@code Hang}, {@code Hani}, {@code Cyrl}
 * @param family may be empty for people who have one name only
 * @param given may be empty, but not both
 */
public record PersonName(String script, String family, String given) {

    private static final Pattern SCRIPT = Pattern.compile("[A-Z][a-z]{3}");

    public PersonName {
        if (!SCRIPT.matcher(script).matches()) {
            throw new IllegalArgumentException("not an ISO 15924 script: '" + script + "'");
        }
        family = family.strip();
        given = given.strip();
        if (family.isEmpty() && given.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        }
    }

    /** Family name first, as both states write it; without a space in Han and Hangul. */
    public String full() {
        boolean spaced = !script.equals("Hani") && !script.equals("Hang");
        return (family + (spaced ? " " : "") + given).strip();
    }
}
