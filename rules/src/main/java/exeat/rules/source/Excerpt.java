package exeat.rules.source;

/** Shortens a text from outside for a message, because a file can repeat itself at any length. */
public final class Excerpt {

    private static final int MAX = 500;

    private Excerpt() {}

    /** The text, or its beginning with the number of its characters; no character is cut in two. */
    public static String of(String text) {
        if (text.length() <= MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }
}
