package exeat.web.choice;

import exeat.casework.decide.OpenChoice;
import exeat.desk.Office;
import exeat.rules.finding.Finding;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An open choice in its reader's language.
 *
 * @param offers at least two; none is marked as the better one
 * @param decidableFrom from this day an officer can approve without waiting; see {@link OpenChoice}
 */
public record ChoiceView(List<Offer> offers, Optional<LocalDate> decidableFrom) {

    /**
     * A finding that can be chosen.
     *
     * @param texts of the directive that made it
     * @param label which directive that is
     */
    public record Offer(Finding finding, PackTexts texts, String label) {

        /** What a form sends: the version's hash, which no other has. */
        public String value() {
            return finding.directive().hash();
        }

        /** Whether it rests on something that reveals a protected fact. */
        boolean reveals() {
            return finding.grounds().stream()
                    .anyMatch(ground -> ground.paragraph().revealsProtected());
        }
    }

    public ChoiceView {
        offers = List.copyOf(offers);
    }

    /** The view of a choice, with the texts of each directive. */
    public static ChoiceView of(OpenChoice open, PackTexts own, PageTexts words, Office office) {
        return new ChoiceView(
                open.findings().stream()
                        .map(finding -> {
                            var texts = own.of(finding, office.register());
                            return new Offer(finding, texts, label(finding, texts, own, words));
                        })
                        .toList(),
                open.decidableFrom());
    }

    private static String label(Finding finding, PackTexts texts, PackTexts own, PageTexts words) {
        boolean local = finding.directive().equals(own.directive().ref());
        return words.say(
                local ? "choice.local" : "choice.above",
                texts.title().text(),
                finding.directive().version());
    }

    /** Whether the comparison tells something that is not shown to onlookers. */
    public boolean isPrivate() {
        return offers.stream().anyMatch(Offer::reveals);
    }
}
