package exeat.pdf;

import java.util.List;
import java.util.Optional;

/**
 * A case's whole history in one language, to read and to print.
 *
 * @param language BCP 47
 * @param title the case's name
 * @param about what the reader has before them, a paragraph each
 * @param story each step in a line
 * @param recordTitle the heading above every field of every step
 * @param checkpoint the signed note under which the case's proofs hold, if there is one
 */
public record CaseSheet(
        String language,
        String title,
        List<String> about,
        String storyTitle,
        List<String> story,
        String recordTitle,
        List<Step> steps,
        String checkpointTitle,
        Optional<String> checkpoint) {

    public CaseSheet {
        about = List.copyOf(about);
        story = List.copyOf(story);
        steps = List.copyOf(steps);
    }

    /**
     * A step with every field.
     *
     * @param line when, and who did it
     * @param inLog where in the public log it stands
     */
    public record Step(String title, String line, List<Row> rows, String inLog) {
        public Step {
            rows = List.copyOf(rows);
        }
    }

    /** A field. */
    public record Row(String label, String text) {}
}
