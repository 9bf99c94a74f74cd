package exeat.web.track;

import exeat.casework.state.DecisionNotice;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.ServiceWay;
import exeat.web.casefile.ServiceActions;
import exeat.web.casefile.view.HearingTexts;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each decision against somebody has to tell them: what was decided and when, how it reached
 * them, who reviews it, and until when. Why is folded, since somebody may look on.
 */
final class DecisionNotices {

    private final PackTexts terms;
    private final PageTexts words;

    DecisionNotices(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** The newest first; none once the case has ended. */
    List<TemplateInstance> of(TravellerState traveller) {
        var pieces = new ArrayList<TemplateInstance>();
        if (!StageTransitions.ENDS.contains(traveller.stage())) {
            for (var proposal : traveller.proposals().reversed()) {
                var ended = ServiceActions.ended(traveller, proposal);
                proposal.notice().ifPresent(notice -> add(pieces, proposal, notice, ended));
            }
        }
        return pieces;
    }

    private void add(
            List<TemplateInstance> pieces,
            Proposal proposal,
            DecisionNotice notice,
            Optional<Instant> ended) {
        pieces.add(
                new Heading(
                        3,
                        words.say(
                                "notice.title",
                                HearingTexts.name(proposal.act(), words),
                                day(notice.decided())),
                        ""));
        pieces.add(new SummaryList(rows(proposal, notice, ended)));
        pieces.addAll(new HearingNotices(terms, words).said(proposal));
        pieces.add(
                new Details(
                        words.say("notice.reason"),
                        List.of(Page.raw(new Paragraphs(List.of(proposal.reason()))))));
    }

    /**
     * How it reached them and what they can do.
     *
     * @param ended when the hold ended that this placed or prolonged; nothing is left to do then
     */
    List<SummaryRow> rows(Proposal proposal, DecisionNotice notice, Optional<Instant> ended) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("notice.served"), served(notice)));
        var remedy = words.say("notice.remedy");
        if (ended.isPresent()) {
            rows.add(SummaryRow.of(remedy, words.say("notice.ended", day(ended.get()))));
        } else if (proposal.act() instanceof TwoOfficerAct.CorrectFact) {
            rows.add(SummaryRow.of(remedy, words.say("notice.reply")));
        } else {
            var unit = terms.unit(notice.reviewer());
            rows.add(SummaryRow.of(remedy, words.say("notice.appeal", unit)));
            rows.add(SummaryRow.of(words.say("notice.until"), until(notice)));
        }
        return rows;
    }

    private String day(Instant at) {
        return words.day(at.atZone(terms.directive().vocabulary().zone()).toLocalDate());
    }

    private String served(DecisionNotice notice) {
        return notice.standing()
                .map(service ->
                        service.way() == ServiceWay.ACCOUNT
                                ? words.say("notice.by-account", words.day(service.on()))
                                : words.say(
                                        "notice.by-counter",
                                        service.unit().map(terms::unit).orElse(""),
                                        words.day(service.on())))
                .orElseGet(() ->
                        words.say(
                                notice.services().isEmpty()
                                        ? "notice.unserved"
                                        : "notice.disputed"));
    }

    private String until(DecisionNotice notice) {
        return notice.appealDays()
                .map(days ->
                        notice.appealUntil()
                                .map(words::day)
                                .orElseGet(() -> words.say("notice.days", days)))
                .orElseGet(() -> words.say("notice.no-end"));
    }
}
