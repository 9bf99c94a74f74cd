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

    /** The most characters (UTF-16) of each of the two parts, at every door. */
    public static final int MAX_PART = 100;

    /** Besides dashes and spaces; the last two change the shape of letters in some scripts. */
    private static final String JOINING =
            "'\u2019\u2018`\u00b4.,\u00b7\u30fb\u2022\u2027\u05f3\u05f4/()\u200c\u200d";

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

    /**
     * Whether this could be a person's name: letters and marks of any script, digits, spaces and
     * joining characters. Control characters, direction overrides, markup and unpaired surrogates
     * are not allowed. Applies to input only, not to stored names.
     */
    public boolean isWritten() {
        var text = family + given;
        return text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().allMatch(PersonName::isOfNames);
    }

    /** Whether each part is as short as doors allow. Applies to input only, not to stored names. */
    public boolean fits() {
        return family.length() <= MAX_PART && given.length() <= MAX_PART;
    }

    private static boolean isOfNames(int point) {
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.SPACE_SEPARATOR,
                    Character.DASH_PUNCTUATION ->
                    true;
            default -> JOINING.indexOf(point) >= 0;
        };
    }

    /** Family name first, as both states write it; without a space in Han and Hangul. */
    public String full() {
        boolean spaced = !script.equals("Hani") && !script.equals("Hang");
        return (family + (spaced ? " " : "") + given).strip();
    }
}
