package exeat.casework.value;

import java.util.regex.Pattern;

/**
 * An officer's stable name, never reused.
 *
 * @param text lower-case letters, digits, dots and hyphens
 */
public record OfficerId(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*+");

    public OfficerId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not an officer's id: '" + text + "'");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
