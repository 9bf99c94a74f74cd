package exeat.web.help;

import exeat.casework.state.Stage;
import exeat.web.component.Details;
import exeat.web.component.Paragraphs;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.List;
import java.util.Optional;

/**
 * What happens next to a traveller, folded, where their stage stands. It follows from the stage
 * alone, which its reader sees anyway.
 */
public final class NextSteps {

    private NextSteps() {}

    /** The next steps for the traveller; empty once nothing more happens. */
    public static Optional<Details> own(PageTexts words, Stage stage) {
        return of(words, ownKey(stage));
    }

    /** The next steps for an officer. */
    public static Optional<Details> officers(PageTexts words, Stage stage) {
        return of(words, officersKey(stage));
    }

    static String ownKey(Stage stage) {
        return "next." + stage;
    }

    static String officersKey(Stage stage) {
        return "next.officer." + stage;
    }

    private static Optional<Details> of(PageTexts words, String key) {
        return words.has(key)
                ? Optional.of(
                        new Details(
                                words.say("filed.next"),
                                List.of(Page.raw(new Paragraphs(List.of(words.say(key)))))))
                : Optional.empty();
    }
}
