package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.CaseFacts;
import exeat.casework.decide.LayerFindings;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.fee.FeeRules;
import exeat.casework.state.StageTransitions;
import exeat.casework.value.OwnWords;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules decide at once; an officer of the holder decides what they refer. */
public final class DecisionRules {

    private DecisionRules() {}

    /** All facts that the rules read, as now known about the traveller. */
    public static Facts facts(TravellerContext m, Facts said) {
        return CaseFacts.of(m.context(), m.traveller().traveller(), said, applied(m));
    }

    private static java.time.LocalDate applied(TravellerContext m) {
        return m.state().received().atZone(m.directive().vocabulary().zone()).toLocalDate();
    }

    static Finding find(TravellerContext m, Facts said) {
        var facts = facts(m, said);
        var finding = m.directive().decide(facts);
        return m.state().notInForce().isPresent()
                ? forAPerson(finding)
                : underLayers(m, finding, facts);
    }

    /**
     * While it is not proved that the local directive adds no restriction to one in force above:
     * whichever finding is at least as good as the other, preferring the local one. If neither is,
     * the traveller may choose ({@link FindingChoiceRules}), and until then a person decides,
     * because a machine never gives less than the directive above.
     */
    static Finding underLayers(TravellerContext m, Finding finding, Facts facts) {
        var above = m.context().force().above().unproved();
        return LayerFindings.isAsGood(m.directive(), finding, facts, above)
                ? finding
                : LayerFindings.best(m.directive(), finding, facts, above)
                        .orElseGet(() -> forAPerson(finding));
    }

    /** No rules may decide the case, so a person does. */
    private static Finding forAPerson(Finding finding) {
        return new Finding(
                finding.directive(),
                Outcome.REFER,
                Optional.of(Finding.ReferReason.UNCOVERED),
                finding.purpose(),
                List.of(),
                finding.burden(),
                List.of(),
                finding.facts(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The finding and, if it approves, its clearances. */
    static List<Event> decide(TravellerContext m, Facts said) {
        return found(m, find(m, said));
    }

    static List<Event> found(TravellerContext m, Finding finding) {
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.Found(m.no(), finding));
        if (finding.outcome().approves()) {
            events.addAll(ClearanceRules.open(m, finding));
            events.addAll(FeeRules.asked(m.traveller(), m.context(), finding));
        }
        return events;
    }

    static Response approveReferred(TravellerContext m, TravellerCommand.ApproveReferred approve) {
        return Check.that(m.isOfficerOfHolder(), Code.NOT_ALLOWED, "unit")
                .and(() -> Independence.mayDecide(m), Code.NOT_INDEPENDENT, "unit")
                .and(
                        m.may(StageTransitions.Transition.REFERRED_APPROVED),
                        Code.WRONG_STAGE,
                        "stage")
                .and(() -> !FindingChoiceRules.isTravellersTurn(m), Code.CHOICE_OPEN, "traveller")
                .and(!OwnWords.isEmpty(approve.reason()), Code.REASON_MISSING, "reason")
                .then(() -> approved(m, approve));
    }

    private static List<Event> approved(
            TravellerContext m, TravellerCommand.ApproveReferred approve) {
        var events = new ArrayList<Event>();
        events.add(
                new TravellerEvent.ReferredApproved(
                        m.no(), m.actingOfficer().id(), approve.reason()));
        events.addAll(stands(m));
        return events;
    }

    /** What follows where a person approves: the clearances of the finding, and its fee. */
    static List<Event> stands(TravellerContext m) {
        var events = new ArrayList<>(ClearanceRules.openStanding(m));
        m.traveller()
                .finding()
                .ifPresent(f -> events.addAll(FeeRules.asked(m.traveller(), m.context(), f)));
        return events;
    }
}
