package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.RequestableItems;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.ReplyTime;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OfficerId;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two officers correct a fact and the rules decide again: nobody overrides a finding.
 *
 * <p>If the corrected facts no longer approve, a valid paper is revoked in the same act, and the
 * case goes to a person ({@code REFERRED}), never to a refusal. The revocation can be appealed from
 * there.
 *
 * <p>Two officers must not be able to create the ground for their own refusal. So an officer who
 * corrected a fact never decides against that traveller, the traveller has time to reply before
 * anybody does, and only the reviewer's unit can reopen what a reviewer approved.
 */
final class CorrectionRules {

    private CorrectionRules() {}

    /** The holder; after an appeal that was won, the unit that decided it. */
    static boolean mayCorrect(TravellerContext m) {
        return m.traveller().reviewedBy().map(m::isOfficerOf).orElseGet(m::isOfficerOfHolder);
    }

    static boolean hasCorrected(TravellerState traveller, OfficerId officer) {
        return traveller.corrections().stream()
                .anyMatch(p -> p.by().equals(officer) || p.second().equals(Optional.of(officer)));
    }

    /** Whether this officer may decide against the traveller today. */
    static Optional<Rejection> isFair(TravellerContext m) {
        return Check.that(
                        m.actingPersons().stream()
                                .noneMatch(officer -> hasCorrected(m.traveller(), officer)),
                        Code.NOT_INDEPENDENT,
                        "officer")
                .and(
                        !ReplyTime.isLeft(
                                m.traveller(), m.today(), m.directive().vocabulary().zone()),
                        Code.NOTICE_OPEN,
                        "notice")
                .failure();
    }

    /** The traveller's reply to a correction. It changes no fact; a person reads it. */
    static Response respond(TravellerContext m, TravellerCommand.RespondToCorrection respond) {
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(!m.traveller().corrections().isEmpty(), Code.NOT_FOUND, "correction")
                .and(!OwnWords.isEmpty(respond.text()), Code.REASON_MISSING, "text")
                .then(() -> List.of(new TravellerEvent.Responded(m.no(), respond.text())));
    }

    static Optional<Rejection> check(TravellerContext m, TwoOfficerAct.CorrectFact correct) {
        var definition = m.directive().vocabulary().definition(correct.fact());
        return Check.that(
                        !m.isAt(Stage.UNCONFIRMED, Stage.DEPARTED, Stage.WITHDRAWN, Stage.CLOSED),
                        Code.WRONG_STAGE,
                        "stage")
                .and(definition.isPresent(), Code.NOT_IN_DIRECTIVE, "fact")
                .and(
                        () ->
                                !(correct.value() instanceof Value.Withheld)
                                        && RequestableItems.allows(
                                                definition.orElseThrow(), correct.value()),
                        Code.BAD_VALUE,
                        "value")
                .and(!OwnWords.isEmpty(correct.evidence()), Code.REASON_MISSING, "evidence")
                .failure();
    }

    /**
     * Whether the person would have less than they have now: an approval is lost, or what the rules
     * find is less good in any way, or is for another purpose.
     */
    static boolean isAgainst(TravellerContext m, TwoOfficerAct.CorrectFact correct) {
        var stands = m.traveller().finding();
        if (stands.isEmpty() || check(m, correct).isPresent()) {
            return false;
        }
        var finding = corrected(m, correct);
        // A person can have approved what the rules refer, and the rules would refer it again.
        boolean approved = StageTransitions.APPROVALS.contains(m.stage());
        if (approved && !finding.outcome().approves()) {
            return !finding.equals(stands.get());
        }
        // Who gains an approval gains by it, whatever is to be cleared for it.
        boolean gained =
                !approved && finding.outcome().approves() && !stands.get().outcome().approves();
        return !gained
                && !(finding.atLeastAsGoodAs(stands.get())
                        && finding.purpose().equals(stands.get().purpose()));
    }

    private static Finding corrected(TravellerContext m, TwoOfficerAct.CorrectFact correct) {
        return DecisionRules.find(m, m.traveller().facts().with(correct.fact(), correct.value()));
    }

    static List<Event> happens(TravellerContext m, Proposal p, TwoOfficerAct.CorrectFact correct) {
        var second = m.actingOfficer().id();
        var ground = new HoldGround.FactContested(correct.fact());
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.FactCorrected(m.no(), correct, p.by(), second));
        events.addAll(HoldRules.releasedOn(m, ground, "fact corrected"));
        var finding = corrected(m, correct);
        if (m.traveller().finding().equals(Optional.of(finding))) {
            return events;
        }
        if (m.may(StageTransitions.Transition.REVOKED) && !finding.outcome().approves()) {
            var revoke = new TwoOfficerAct.Revoke(ground, correct.evidence());
            events.add(new TravellerEvent.Revoked(m.no(), revoke, p.by(), second));
        }
        events.addAll(DecisionRules.found(m, finding));
        return events;
    }
}
