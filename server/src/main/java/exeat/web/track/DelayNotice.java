package exeat.web.track;

import exeat.casework.access.Mandate;
import exeat.casework.state.DueDays;
import exeat.desk.cases.CaseReader.TravellerClock;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says that even the highest unit has passed its limit, and what the person can do today. */
final class DelayNotice {

    private final PackTexts terms;
    private final PageTexts words;

    DelayNotice(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** The notice; empty while a limit runs, or while the case can still go up to a unit above. */
    List<TemplateInstance> of(TravellerClock clock, LocalDate today) {
        var late =
                clock.running().stream()
                        .filter(limit -> today.isAfter(limit.due()) && isAtTheTop(limit))
                        .toList();
        var pieces = new ArrayList<TemplateInstance>();
        for (var limit : late) {
            pieces.add(
                    new InsetText(
                            words.say(
                                    "track.past-every-level",
                                    terms.unit(limit.unit()),
                                    words.day(limit.due()))));
        }
        if (!late.isEmpty()) {
            pieces.add(
                    new Paragraphs(
                            List.of(
                                    words.say("track.past-every-level.do"),
                                    words.say("track.past-every-level.not-yet"))));
            pieces.add(new LinkList(List.of(new Link(words.say("own-issues.title"), "/issues"))));
            pieces.add(OfficeDetails.all(words));
        }
        return pieces;
    }

    private boolean isAtTheTop(DueDays.Limit limit) {
        var tree = terms.directive().authorities();
        return tree.find(limit.unit()).isPresent()
                && Mandate.above(tree, limit.unit()).equals(limit.unit());
    }
}
