package exeat.rules.source;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, collected so that a reader can go on and find the rest. */
public final class Problems {

    /** More than this helps nobody, and a hostile file must not fill the memory. */
    private static final int MOST = 200;

    /**
     * One thing that is wrong.
     *
     * @param line counted from 1; 0 where the whole file is meant
     * @param field the element, column or key
     */
    public record Problem(int line, String field, String message) {}

    private final List<Problem> found = new ArrayList<>();

    public void add(int line, String field, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(line, field, message));
        }
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }
}
