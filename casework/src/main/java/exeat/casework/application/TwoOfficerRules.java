package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An adverse act or a correction takes two people: one proposes, another agrees. The conditions are
 * checked twice, because much can happen in between.
 */
final class TwoOfficerRules {

    private TwoOfficerRules() {}

    static Response propose(TravellerContext m, TravellerCommand.ProposeAct propose) {
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(
                        () -> TwoOfficerActRules.mayPropose(m, propose.act()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> Independence.mayDecide(m, propose.act()), Code.NOT_INDEPENDENT, "unit")
                .and(!OwnWords.isEmpty(propose.reason()), Code.REASON_MISSING, "reason")
                .and(() -> TwoOfficerActRules.check(m, propose.act()))
                .and(() -> !isProposed(m, propose.act()), Code.ALREADY_EXISTS, "proposal")
                .and(() -> HearingRules.isComplete(m, propose.act(), propose.weighed()))
                .then(() ->
                        List.of(
                                new TravellerEvent.Proposed(
                                        m.no(),
                                        m.traveller().proposals().size() + 1,
                                        propose.act(),
                                        m.actingOfficer().id(),
                                        m.actingOfficer().unit(),
                                        OwnWords.readable(propose.reason()),
                                        HearingRules.days(m, propose.act()),
                                        propose.weighed()
                                                .map(all ->
                                                        all.stream()
                                                                .map(Weighed::readable)
                                                                .toList()))));
    }

    private static boolean isProposed(TravellerContext m, TwoOfficerAct act) {
        return m.traveller().proposals().stream().anyMatch(p -> p.open() && p.act().equals(act));
    }

    static Response second(TravellerContext m, TravellerCommand.SecondProposal second) {
        var proposal = m.traveller().proposal(second.proposal());
        return open(m, proposal)
                .and(() -> isAnother(m, proposal.orElseThrow()), Code.SECOND_OFFICER, "officer")
                .and(
                        () ->
                                Independence.mayDecide(m, proposal.orElseThrow().act())
                                        && Independence.leavesAReviewer(m, proposal.orElseThrow()),
                        Code.NOT_INDEPENDENT,
                        "unit")
                .and(() -> TwoOfficerActRules.check(m, proposal.orElseThrow().act()))
                .and(() -> isFair(m, proposal.orElseThrow()), Code.NOT_INDEPENDENT, "proposal")
                .and(() -> HearingRules.isHeard(m, proposal.orElseThrow()))
                .and(!OwnWords.isEmpty(second.reason()), Code.REASON_MISSING, "reason")
                .and(() -> notOwnWords(proposal.orElseThrow(), second.reason()))
                .and(() -> HearingRules.saysToAnswers(m, proposal.orElseThrow(), second))
                .then(() -> seconded(m, proposal.orElseThrow(), second));
    }

    /** A signature under somebody else's reason shows nothing of what the second officer read. */
    private static Optional<Rejection> notOwnWords(Proposal proposal, String reason) {
        return switch (OwnWords.of(reason, proposal.reason())) {
            case OWN -> Optional.empty();
            case SHORT -> Check.no(Code.REASON_SHORT, "reason");
            case COPIED -> Check.no(Code.REASON_COPIED, "reason");
        };
    }

    /**
     * The proposal can be older than a correction in which its officer took part, or than an appeal
     * after which only the reviewer's unit may correct.
     */
    private static boolean isFair(TravellerContext m, Proposal proposal) {
        return switch (proposal.act()) {
            case TwoOfficerAct.Refuse _, TwoOfficerAct.SetAside _ ->
                    !CorrectionRules.hasCorrected(m.traveller(), proposal.by());
            case TwoOfficerAct.CorrectFact _ ->
                    m.traveller().reviewedBy().filter(u -> !u.equals(proposal.unit())).isEmpty();
            case TwoOfficerAct.PlaceHold _, TwoOfficerAct.ExtendHold _, TwoOfficerAct.Revoke _ ->
                    true;
        };
    }

    private static List<Event> seconded(
            TravellerContext m, Proposal proposal, TravellerCommand.SecondProposal agreed) {
        var second = m.actingOfficer();
        var events = new ArrayList<Event>();
        events.add(
                new TravellerEvent.Seconded(
                        m.no(),
                        proposal.number(),
                        second.id(),
                        second.unit(),
                        Optional.of(OwnWords.readable(agreed.reason())),
                        Optional.of(AppealRules.reviewerOf(m, proposal)),
                        ServiceRules.appealDays(m, proposal.act()),
                        agreed.onAnswers()
                                .filter(words -> !OwnWords.isEmpty(words))
                                .map(OwnWords::readable)));
        events.addAll(TwoOfficerActRules.happens(m, proposal));
        return events;
    }

    static Response decline(TravellerContext m, TravellerCommand.DeclineProposal decline) {
        var proposal = m.traveller().proposal(decline.proposal());
        return open(m, proposal)
                .and(!OwnWords.isEmpty(decline.reason()), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new TravellerEvent.Declined(
                                        m.no(),
                                        decline.proposal(),
                                        m.actingOfficer().id(),
                                        decline.reason())));
    }

    /** The proposal is open, and the officer is of the proposer's unit or of one above it. */
    private static Check open(TravellerContext m, Optional<Proposal> proposal) {
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(proposal.isPresent(), Code.NOT_FOUND, "proposal")
                .and(
                        () ->
                                Mandate.mayAct(
                                        m.tree(),
                                        m.actingOfficer().unit(),
                                        proposal.orElseThrow().unit()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> proposal.orElseThrow().open(), Code.WRONG_STAGE, "proposal");
    }

    private static boolean isAnother(TravellerContext m, Proposal proposal) {
        return !m.actingOfficer().isOrIsTiedTo(proposal.by());
    }
}
