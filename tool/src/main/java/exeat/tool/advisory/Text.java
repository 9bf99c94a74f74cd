package exeat.tool.advisory;

/** Texts that others wrote, as one line of a terminal can show them. */
final class Text {

    private static final int MAX_LENGTH = 160;

    private Text() {}

    /**
     * A text without control characters, line breaks and marks that change the direction; cut if it
     * is long.
     */
    static String plain(String text) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
