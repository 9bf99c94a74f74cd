package exeat.web.track;

import exeat.casework.state.AdverseHearing;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.TwoOfficerAct;
import exeat.web.casefile.ActTexts;
import exeat.web.casefile.view.HearingTexts;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an officer proposes against somebody, as they wrote it, and what was said to it: before
 * anything else on the page, since it is not decided.
 */
final class HearingNotices {

    private final PageTexts words;
    private final HearingTexts texts;
    private final PackTexts terms;

    HearingNotices(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.texts = new HearingTexts(terms, words);
    }

    /** The oldest first; none once the case has ended, or steps are stopped. */
    List<TemplateInstance> of(TravellerState traveller) {
        var pieces = new ArrayList<TemplateInstance>();
        if (!StageTransitions.ENDS.contains(traveller.stage())) {
            traveller.proposals().stream()
                    .filter(Proposal::open)
                    .filter(p -> !(p.act() instanceof TwoOfficerAct.PlaceHold))
                    .forEach(p -> p.hearing().ifPresent(hearing -> add(pieces, p, hearing)));
        }
        return pieces;
    }

    /** What was weighed in a decision, and what was said of it before and since. */
    List<TemplateInstance> said(Proposal decided) {
        var all = new ArrayList<String>();
        decided.hearing()
                .ifPresent(hearing -> {
                    all.addAll(texts.weighed(hearing));
                    all.addAll(texts.said(hearing));
                });
        return all.isEmpty() ? List.of() : List.of(new Paragraphs(all));
    }

    /** Whether nobody decides a referred case against somebody before they were heard. */
    static boolean isDecidedAfter(TravellerState traveller) {
        return isOpen(traveller, TwoOfficerAct.Refuse.class::isInstance);
    }

    /** Whether somebody proposed to prolong a hold, and the person can answer first. */
    static boolean isProlongedAfter(TravellerState traveller, TravellerState.Hold hold) {
        return isOpen(
                traveller,
                act ->
                        act instanceof TwoOfficerAct.ExtendHold longer
                                && longer.hold() == hold.number());
    }

    private static boolean isOpen(TravellerState traveller, Predicate<TwoOfficerAct> about) {
        return traveller.proposals().stream()
                .anyMatch(p -> p.open() && p.hearing().isPresent() && about.test(p.act()));
    }

    private void add(List<TemplateInstance> pieces, Proposal proposal, AdverseHearing hearing) {
        var name = HearingTexts.name(proposal.act(), words);
        pieces.add(new InsetText(words.say("hearing.notice", name)));
        pieces.add(new Heading(3, words.say("hearing.proposed", name), ""));
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("notice.reason"), proposal.reason()));
        texts.weighed(hearing)
                .forEach(one -> rows.add(SummaryRow.of(words.say("hearing.weighed"), one)));
        rows.add(SummaryRow.of(words.say("hearing.time"), texts.time(hearing)));
        pieces.add(new SummaryList(rows));
        var exactly = new ActTexts(terms, words).details(proposal.act());
        if (!exactly.isEmpty()) {
            // Folded, since somebody may look on: it can name a fact.
            pieces.add(
                    new Details(
                            words.say("hearing.exactly"),
                            List.of(Page.raw(new Paragraphs(exactly)))));
        }
        if (!hearing.answers().isEmpty()) {
            pieces.add(new Heading(4, words.say("hearing.said"), ""));
            pieces.add(new Paragraphs(texts.said(hearing)));
        }
    }
}
