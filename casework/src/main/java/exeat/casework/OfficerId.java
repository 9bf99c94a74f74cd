package exeat.casework;

/**
 * An officer's stable name, never reused.
 *
 * @param text lower-case letters, digits, dots and hyphens
 */
public record OfficerId(String text) {
    public OfficerId {
        if (!text.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException("not an officer's id: '" + text + "'");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
