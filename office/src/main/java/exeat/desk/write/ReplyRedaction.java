package exeat.desk.write;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.casework.value.HoldGround;
import exeat.desk.cases.CaseRedaction;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Redacts the reply to a command: it shows no more than the caller may see of the case. The act
 * itself they know; what followed from it they are told where they see the traveller whole. {@link
 * EventKind} says which is which.
 */
final class ReplyRedaction {

    private ReplyRedaction() {}

    /**
     * The events of an answer.
     *
     * @param tree the units as they are today
     * @param after the stream as it is now; empty where it may no longer be read
     */
    static List<Event> of(
            List<Event> events,
            Actor actor,
            Optional<State> after,
            Directive directive,
            AuthorityTree tree,
            Instant now) {
        var all = told(events);
        if (!(actor instanceof Actor.Officer) || all.stream().allMatch(ReplyRedaction::isActOf)) {
            return all;
        }
        LocalDate today = now.atZone(directive.vocabulary().zone()).toLocalDate();
        var seen =
                after.filter(CaseState.class::isInstance)
                        .map(CaseState.class::cast)
                        .flatMap(c -> Disclosure.view(c, actor, tree, today, now));
        return all.stream()
                .filter(event -> isActOf(event) || seen.filter(s -> isSeen(event, s)).isPresent())
                .toList();
    }

    /**
     * The events of an answer to somebody who may no longer read the case: what they did
     * themselves.
     */
    static List<Event> acts(List<Event> events) {
        return told(events).stream().filter(ReplyRedaction::isActOf).toList();
    }

    private static List<Event> told(List<Event> events) {
        return events.stream().map(ReplyRedaction::told).toList();
    }

    private static Event told(Event event) {
        if (event instanceof ProtectionEvent.UnprovedAct act) {
            return act.shown();
        }
        return switch (EventKind.of(event).toActor()) {
            case ACT, ACT_UNLESS_CONTESTED, CONSEQUENCE -> event;
            case ACT_WITHOUT_REMAINS -> ((CaseEvent.Erased) event).told();
        };
    }

    private static boolean isSeen(Event event, Disclosure.CaseSeen seen) {
        var recorded = new RecordedEvent(seen.id(), 1, Instant.EPOCH, event);
        return CaseRedaction.event(recorded, seen).isPresent();
    }

    /** Whether it holds nothing that its own actor did not say, or see before. */
    private static boolean isActOf(Event event) {
        return switch (EventKind.of(event).toActor()) {
            case ACT, ACT_WITHOUT_REMAINS -> true;
            case ACT_UNLESS_CONTESTED -> !isContested((TravellerEvent.Revoked) event);
            case CONSEQUENCE -> false;
        };
    }

    private static boolean isContested(TravellerEvent.Revoked revoked) {
        return revoked.revocation().ground() instanceof HoldGround.FactContested;
    }
}
