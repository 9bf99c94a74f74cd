package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.StageTransitions;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody does who stands in person before protection officers, having no secret that works.
 * One officer alone does nothing: a second one, who had no part in the case, and whose unit decided
 * nothing in it, identifies the same person within a day. Until then no step is stopped by it, the
 * person is told wherever they sign in, and objects.
 */
final class InPersonRules {

    private InPersonRules() {}

    static Response respond(TravellerContext m, TravellerCommand.InPerson command) {
        return switch (command) {
            case TravellerCommand.DisownInPerson c -> DisowningRules.ask(m, c);
            case TravellerCommand.WithdrawInPerson c -> ask(m, c, true);
            case TravellerCommand.EndClaimInPerson c -> ask(m, c, false);
            case TravellerCommand.SecondInPerson c -> second(m, c);
            case TravellerCommand.StopInPerson c -> stop(m, c);
        };
    }

    private static Response ask(
            TravellerContext m, TravellerCommand.AskInPerson act, boolean withdrawal) {
        return Check.that(SecretRules.protects(m.state(), m.context()), Code.NOT_ALLOWED, "unit")
                .and(isPossible(m, withdrawal), Code.WRONG_STAGE, "stage")
                // Whoever answers for a child withdraws for them.
                .and(() -> !(withdrawal && m.isMinor()), Code.NOT_ALLOWED, "minor")
                .and(!act.seen().isBlank(), Code.REASON_MISSING, "seen")
                .and(open(m).isEmpty(), Code.ALREADY_EXISTS, "request")
                .then(() -> List.of(asked(m, withdrawal, act.seen(), Optional.empty())));
    }

    static Event asked(
            TravellerContext m, boolean withdrawal, String seen, Optional<Integer> against) {
        return new ProtectionEvent.InPersonAsked(
                m.no(),
                number(m) + 1,
                withdrawal,
                m.actingOfficer().id(),
                m.actingOfficer().unit(),
                seen.strip(),
                against);
    }

    private static Response second(TravellerContext m, TravellerCommand.SecondInPerson command) {
        var request = open(m).filter(one -> one.number() == command.request());
        return Check.that(SecretRules.protects(m.state(), m.context()), Code.NOT_ALLOWED, "unit")
                .and(request.isPresent(), Code.NOT_FOUND, "request")
                .and(() -> isOfLine(m, request.orElseThrow()), Code.NOT_ALLOWED, "unit")
                .and(
                        () -> !m.actingOfficer().isOrIsTiedTo(request.orElseThrow().first()),
                        Code.SECOND_OFFICER,
                        "officer")
                .and(
                        () -> !m.tookPart() && !isOfDeciders(m, m.actingOfficer().unit()),
                        Code.NOT_INDEPENDENT,
                        "officer")
                .and(() -> isPossible(m, request.orElseThrow()))
                .and(!command.seen().isBlank(), Code.REASON_MISSING, "seen")
                .then(() -> done(m, request.orElseThrow(), command.seen().strip()));
    }

    private static List<Event> done(TravellerContext m, InPersonRequest request, String seen) {
        var events = new ArrayList<Event>();
        events.add(
                new ProtectionEvent.IdentifiedInPerson(
                        m.no(), m.actingOfficer().id(), m.actingOfficer().unit(), seen));
        if (request.against().isPresent()) {
            events.addAll(DisowningRules.undone(m, request.against().get()));
        } else if (request.withdrawal()) {
            events.add(new TravellerEvent.Withdrawn(m.no()));
        } else {
            events.add(new ProtectionEvent.ProtectionClaimEnded(m.no()));
        }
        return events;
    }

    private static Response stop(TravellerContext m, TravellerCommand.StopInPerson command) {
        var request = open(m).filter(one -> one.number() == command.request());
        boolean objects = m.isParty(m.no());
        return Check.that(objects || m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(request.isPresent(), Code.NOT_FOUND, "request")
                .and(() -> objects || isOfLine(m, request.orElseThrow()), Code.NOT_ALLOWED, "unit")
                .and(() -> mayStop(m, request.orElseThrow(), objects))
                .and(objects || !command.reason().isBlank(), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new ProtectionEvent.InPersonStopped(
                                        m.no(),
                                        command.request(),
                                        objects,
                                        m.officer().map(Actor.Officer::id),
                                        command.reason().strip())));
    }

    /**
     * Neither whoever filed for somebody, nor those who did something in their name, keep them from
     * undoing it.
     */
    private static Optional<Rejection> mayStop(
            TravellerContext m, InPersonRequest request, boolean objects) {
        return request.against()
                .flatMap(against ->
                        objects
                                ? UnprovedSecretRules.proved(m.state(), m.context())
                                : DisowningRules.mayDisown(m, against));
    }

    private static Optional<Rejection> isPossible(TravellerContext m, InPersonRequest request) {
        return request.against()
                .map(against -> DisowningRules.mayDisown(m, against))
                .orElseGet(() ->
                        Check.that(isPossible(m, request.withdrawal()), Code.WRONG_STAGE, "stage")
                                .failure());
    }

    private static boolean isPossible(TravellerContext m, boolean withdrawal) {
        return withdrawal
                ? m.may(StageTransitions.Transition.WITHDRAWN)
                : m.traveller().protectionClaimed();
    }

    private static int number(TravellerContext m) {
        return m.traveller().protection().flatMap(p -> p.requests()).orElse(0);
    }

    static Optional<InPersonRequest> open(TravellerContext m) {
        return m.traveller().askedInPerson().filter(one -> one.isOpen(m.context().now()));
    }

    /** Of the unit at which it was asked, or of one above it in its line. */
    private static boolean isOfLine(TravellerContext m, InPersonRequest request) {
        return Mandate.mayAct(m.tree(), m.actingOfficer().unit(), request.unit());
    }

    private static boolean isOfDeciders(TravellerContext m, AuthorityId unit) {
        return Independence.deciders(m.state()).contains(unit);
    }

    /** Where no second officer came within a day, nothing happens. */
    static List<Event> passTime(CaseState state, Context context) {
        return state.travellers().values().stream()
                .filter(t -> state.erasure(t.no()).isEmpty())
                .flatMap(t ->
                        t.askedInPerson().stream()
                                .filter(one -> !one.isOpen(context.now()))
                                .<Event>map(one ->
                                        new ProtectionEvent.InPersonStopped(
                                                t.no(), one.number(), false, Optional.empty(), "")))
                .toList();
    }
}
