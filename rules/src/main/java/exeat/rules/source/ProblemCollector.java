package exeat.rules.source;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, collected so that a reader can go on and find the rest. */
public final class ProblemCollector {

    /** More than this helps nobody, and a hostile file must not fill the memory. */
    private static final int MAX_PROBLEMS = 200;

    /**
     * One thing that is wrong.
     *
     * @param line counted from 1; 0 where the whole file is meant
     * @param field the element, column or key
     */
    public record Problem(int line, String field, String message) {}

    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> faults = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** Nothing is wrong yet. */
    public ProblemCollector() {}

    public void add(int line, String field, String message) {
        add(found, new Problem(line, field, message));
    }

    private static void add(List<Problem> problems, Problem problem) {
        if (problems.size() < MAX_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /**
     * Adds what does not stop the file from being read, but what it says from being sound: a proof
     * shows it with a person.
     */
    public void addFault(int line, String field, String message) {
        add(faults, new Problem(line, field, message));
    }

    /** Adds what is no problem, but may not be what its writer meant. */
    public void addNote(int line, String field, String message) {
        add(notes, new Problem(line, field, message));
    }

    public List<Problem> notes() {
        return List.copyOf(notes);
    }

    /** All of them, those that stop the reading first; notes are not among them. */
    public List<Problem> found() {
        var all = new ArrayList<>(found);
        all.addAll(faults);
        return List.copyOf(all);
    }

    public boolean isEmpty() {
        return found.isEmpty() && faults.isEmpty();
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** Whether the file could be read, faults or not. */
    public boolean isReadable() {
        return found.isEmpty();
    }
}
