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

        public Problem {
            field = Excerpt.of(field);
            message = Excerpt.of(message);
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
