package exeat.web.track;

import exeat.casework.appearance.AppearanceRules;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.Appearances;
import exeat.web.casefile.view.AppearanceTexts;
import exeat.web.component.InsetText;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What offices ask of a person's time, with what the directive allows of it. */
final class AppearanceNotices {

    private final PageTexts words;
    private final AppearanceTexts texts;
    private final OfficeDetails offices;

    AppearanceNotices(PackTexts terms, PageTexts words, OfficeDetails offices) {
        this.words = words;
        this.texts = new AppearanceTexts(terms, words);
        this.offices = offices;
    }

    /** All that were asked; none once the case has ended. */
    List<SummaryRow> of(TravellerState traveller) {
        var asked = traveller.appearances().orElse(Appearances.NONE);
        if (asked.all().isEmpty() || StageTransitions.ENDS.contains(traveller.stage())) {
            return List.of();
        }
        var rows = new ArrayList<SummaryRow>();
        asked.all().forEach(one -> rows.add(row(one)));
        var count = texts.count(asked.counted(), AppearanceRules.allowed(traveller));
        rows.add(
                SummaryRow.of(
                        words.say("appearance.allowed"),
                        List.of(count, words.say("appearance.free"))));
        return rows;
    }

    /** What becomes of those to come while a claim to protection suspends everything. */
    Optional<TemplateInstance> suspended(TravellerState traveller) {
        boolean asked =
                traveller.appearances().orElse(Appearances.NONE).all().stream()
                        .anyMatch(Appearance::isOpen);
        return asked && traveller.isSuspended()
                ? Optional.of(new InsetText(words.say("appearance.suspended")))
                : Optional.empty();
    }

    private SummaryRow row(Appearance one) {
        var said = String.join(" ", texts.of(one));
        return one.isOpen()
                ? offices.row(words.say("appearance.row"), said, one.request().place())
                : SummaryRow.of(words.say("appearance.row"), said);
    }
}
