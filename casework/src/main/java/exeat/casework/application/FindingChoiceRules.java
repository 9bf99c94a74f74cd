package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.LayerFindings;
import exeat.casework.decide.OpenChoice;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * While it is not proved that the local directive adds no restriction to one above, neither finding
 * may be at least as good as the other. Then the traveller chooses, instead of an officer.
 */
public final class FindingChoiceRules {

    private FindingChoiceRules() {}

    /** What a traveller can choose between now; empty where there is nothing to choose. */
    public static Optional<OpenChoice> open(
            CaseState state, TravellerState traveller, Context context) {
        var m = new TravellerContext(state, traveller, context);
        return Optional.of(choices(m))
                .filter(findings -> !findings.isEmpty())
                .map(findings -> new OpenChoice(findings, decidableFrom(m)));
    }

    private static List<Finding> choices(TravellerContext m) {
        var above = m.context().force().above().unproved();
        if (!m.isAt(Stage.REFERRED) || m.state().notInForce().isPresent() || above.isEmpty()) {
            return List.of();
        }
        var facts = DecisionRules.facts(m, m.traveller().facts());
        return LayerFindings.choices(m.directive(), m.directive().decide(facts), facts, above);
    }

    /** Whether the traveller could be approved at once, by their own choice. */
    static boolean couldBeApproved(TravellerContext m) {
        return choices(m).stream().anyMatch(finding -> finding.outcome().approves());
    }

    /** In the middle of the time for a person's decision, so that the officer keeps half of it. */
    private static Optional<LocalDate> decidableFrom(TravellerContext m) {
        if (!couldBeApproved(m)) {
            return Optional.empty();
        }
        var from = m.context().day(m.traveller().since());
        var days = ChronoUnit.DAYS.between(from, m.dueDays().decide());
        return Optional.of(from.plusDays(days / 2));
    }

    /** Whether the traveller is still given time to choose before an officer approves them. */
    static boolean isTravellersTurn(TravellerContext m) {
        return decidableFrom(m).filter(m.today()::isBefore).isPresent();
    }

    /** The finding of the directive that the traveller names, if it can be chosen. */
    private static Optional<Finding> chosen(TravellerContext m, TravellerCommand.ChooseFinding c) {
        return choices(m).stream()
                .filter(finding -> finding.directive().equals(c.directive()))
                .findFirst();
    }

    static Response choose(TravellerContext m, TravellerCommand.ChooseFinding choose) {
        var chosen = chosen(m, choose);
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(m.isAt(Stage.REFERRED), Code.WRONG_STAGE, "stage")
                .and(chosen.isPresent(), Code.NOT_FOUND, "directive")
                .then(() -> taken(m, chosen.orElseThrow()));
    }

    /** The choice is an answer, to a question about no fact; the finding says what it was. */
    private static List<Event> taken(TravellerContext m, Finding finding) {
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.Answered(m.no(), Facts.NONE, List.of()));
        events.addAll(DecisionRules.found(m, finding));
        return events;
    }
}
