package exeat.rules.source;

import java.util.List;

/**
 * A pack, or a file of one, that cannot be read. It lists every problem found, not just the first.
 */
public final class PackException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line counted from 1; 0 where the whole file is meant
     * @param field the element, column or key
     */
    public record Problem(String file, int line, String field, String message) {

        /** A file can repeat itself at any length; a message says no more of it than this. */
        private static final int MAX_LENGTH = 500;

        public Problem {
            field = cut(field);
            message = cut(message);
        }

        private static String cut(String text) {
            if (text.length() <= MAX_LENGTH) {
                return text;
            }
            int end =
                    Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1))
                            ? MAX_LENGTH - 1
                            : MAX_LENGTH;
            return text.substring(0, end) + "... (" + text.length() + " characters)";
        }

        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + field + ": " + message;
        }
    }

    public PackException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
