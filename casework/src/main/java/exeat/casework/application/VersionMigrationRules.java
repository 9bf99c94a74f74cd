package exeat.casework.application;

import exeat.casework.command.Context;
import exeat.casework.decide.Reevaluation;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.state.CaseState;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.rules.Directive;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An open case moves to the version in force if every finding in it is at least as good there. It
 * stays if somebody would lose, while two officers or an appeal are working on it, while somebody
 * can still undo that they left, and once a paper has been issued.
 */
final class VersionMigrationRules {

    private static final Set<Stage> OPEN =
            Set.of(Stage.UNCONFIRMED, Stage.UNANSWERED, Stage.REFERRED, Stage.APPROVED);

    private VersionMigrationRules() {}

    /**
     * @param live the travellers who have claimed no protection and whose case is open
     */
    static List<Event> move(CaseState state, Context context, List<TravellerState> live) {
        var to = context.force().today().filter(_ -> context.force().standing().decides());
        if (to.isEmpty()
                || (to.get().ref().equals(state.directive()) && state.notInForce().isEmpty())
                || !isFree(state, live, context.now())
                || to.get().authorities().find(state.holder()).isEmpty()
                || to.get().limits().countsLongerThan(context.directive().limits())
                || to.get().weighsLessThan(context.directive())
                || to.get().takesFeesWorseThan(context.directive())) {
            return List.of();
        }
        return moved(state, under(context, to.get()), context, live);
    }

    private static Context under(Context context, Directive directive) {
        return new Context(
                context.now(),
                directive,
                context.actor(),
                context.briefed(),
                context.paperNumber(),
                context.force());
    }

    /** Whether no act is in progress, so that the version may change. */
    private static boolean isFree(CaseState state, List<TravellerState> live, Instant now) {
        boolean claimed =
                state.travellers().values().stream().anyMatch(TravellerState::protectionClaimed);
        // A returning traveller goes on from where they stood, under the same version.
        boolean away =
                state.travellers().values().stream()
                        .flatMap(t -> t.undoable(now).stream())
                        .anyMatch(DoneInPerson::isWithdrawal);
        return !claimed
                && !away
                && !live.isEmpty()
                && live.stream()
                        .allMatch(t ->
                                OPEN.contains(t.stage())
                                        && t.openHolds().isEmpty()
                                        && t.proposals().stream().noneMatch(p -> p.open())
                                        && t.appeals().stream().noneMatch(a -> a.isOpen()));
    }

    private static List<Event> moved(
            CaseState state, Context there, Context here, List<TravellerState> live) {
        var events = new ArrayList<Event>();
        events.add(new CaseEvent.Moved(state.directive(), there.directive().ref()));
        for (var traveller : live) {
            var now = finding(new TravellerContext(state, traveller, there));
            if (now.isEmpty()
                    || !isAsGood(new TravellerContext(state, traveller, here), now.get())) {
                return List.of();
            }
            if (traveller.finding().isPresent()) {
                var moment = new TravellerContext(state, traveller, there);
                events.addAll(DecisionRules.found(moment, now.get()));
            }
        }
        return events;
    }

    private static Optional<Finding> finding(TravellerContext m) {
        return Reevaluation.decide(m.state(), m.traveller(), m.directive())
                .map(found ->
                        DecisionRules.underLayers(
                                m, found, DecisionRules.facts(m, m.traveller().facts())));
    }

    private static boolean isAsGood(TravellerContext before, Finding now) {
        if (before.stage() == Stage.APPROVED && !now.outcome().approves()) {
            // A person's approval of a referred case stands.
            return false;
        }
        if (before.state().notInForce().isPresent()) {
            return true;
        }
        var standing = before.traveller().finding().or(() -> finding(before));
        return standing.filter(now::atLeastAsGoodAs).isPresent();
    }
}
