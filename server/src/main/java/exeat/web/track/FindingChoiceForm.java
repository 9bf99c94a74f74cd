package exeat.web.track;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Finding;
import exeat.web.casefile.CaseAction;
import exeat.web.casefile.CaseActionKind;
import exeat.web.choice.ChoiceView;
import exeat.web.choice.FindingComparison;
import exeat.web.component.Details;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Choosing between findings, by the traveller or for a child. */
final class FindingChoiceForm {

    private static final String FIELD = "directive";

    private final ChoiceView choice;
    private final String holder;
    private final PageTexts words;

    /**
     * @param holder the unit that decides without the choice, in the reader's words
     */
    FindingChoiceForm(ChoiceView choice, String holder, PageTexts words) {
        this.choice = choice;
        this.holder = holder;
        this.words = words;
    }

    CaseAction of(CaseId id, TravellerState state, boolean child, LocalDate today) {
        var told = new ArrayList<>(CaseActionKind.CHOOSE.told(words));
        told.add(1, otherwise(today));
        return new CaseAction(
                CaseActionKind.CHOOSE,
                "",
                child
                        ? words.say("choice.title.child", state.traveller().name().full())
                        : CaseActionKind.CHOOSE.title(words),
                told,
                this::fields,
                this::wrong,
                posted -> new TravellerCommand.ChooseFinding(id, state.no(), chosen(posted)));
    }

    /** What happens if they do not choose, and by when. */
    private String otherwise(LocalDate today) {
        return choice.decidableFrom()
                .map(from ->
                        today.isBefore(from)
                                ? words.say("choice.until", words.day(from), holder)
                                : words.say("choice.past", holder))
                .orElseGet(() -> words.say("choice.referred", holder));
    }

    /** The fields of the choice; nothing is chosen beforehand. */
    private void fields(FormBuilder form) {
        var tables = new FindingComparison(choice, words).tables();
        if (choice.isPrivate()) {
            form.add(
                    new Details(
                            words.say("choice.private"), tables.stream().map(Page::raw).toList()));
        } else {
            tables.forEach(form::add);
        }
        form.radios(
                FIELD,
                words.say("choice.which"),
                "",
                choice.offers().stream()
                        .map(offer -> ChoiceOption.of(offer.value(), offer.label(), ""))
                        .toList());
    }

    private Map<String, String> wrong(SubmittedForm posted) {
        return posted.oneOf(FIELD, values()).isEmpty()
                ? Map.of(FIELD, words.say("wrong.choose"))
                : Map.of();
    }

    private List<String> values() {
        return choice.offers().stream().map(ChoiceView.Offer::value).toList();
    }

    private DirectiveRef chosen(SubmittedForm posted) {
        return choice.offers().stream()
                .filter(offer -> offer.value().equals(posted.value(FIELD)))
                .map(ChoiceView.Offer::finding)
                .map(Finding::directive)
                .findFirst()
                .orElseThrow();
    }
}
