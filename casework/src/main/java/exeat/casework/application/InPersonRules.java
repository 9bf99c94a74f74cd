package exeat.casework.application;

import exeat.casework.access.InPersonDisclosure;
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
import exeat.casework.state.Undoing;
import exeat.casework.value.OwnWords;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                // Those with parental responsibility withdraw for a child.
                .and(() -> !(withdrawal && m.isMinor()), Code.NOT_ALLOWED, "minor")
                .and(() -> !hasActed(m), Code.NOT_INDEPENDENT, "officer")
                .and(!OwnWords.isEmpty(act.seen()), Code.REASON_MISSING, "seen")
                // What is to be undone stands beside it: who did it must not learn that it is.
                .and(
                        open(m).allMatch(one -> one.against().isPresent()),
                        Code.ALREADY_EXISTS,
                        "request")
                .then(() -> List.of(asked(m, withdrawal, act.seen(), Optional.empty())));
    }

    /**
     * Whether the officer, or one tied to them, ever did something in the person's name here. That
     * it was undone makes no difference, or the answer would tell.
     */
    static boolean hasActed(TravellerContext m) {
        return Undoing.acted(m.traveller()).stream().anyMatch(m.actingOfficer()::isOrIsTiedTo);
    }

    static Event asked(
            TravellerContext m, boolean withdrawal, String seen, Optional<Integer> against) {
        return new ProtectionEvent.InPersonAsked(
                m.no(),
                against.isPresent() ? Undoing.next(m.traveller()) : number(m) + 1,
                withdrawal,
                m.actingOfficer().id(),
                m.actingOfficer().unit(),
                seen.strip(),
                against);
    }

    private static Response second(TravellerContext m, TravellerCommand.SecondInPerson command) {
        var request = told(m, command.request());
        return Check.that(SecretRules.protects(m.state(), m.context()), Code.NOT_ALLOWED, "unit")
                .and(request.isPresent(), Code.NOT_FOUND, "request")
                .and(
                        () -> !m.actingOfficer().isOrIsTiedTo(request.orElseThrow().first()),
                        Code.SECOND_OFFICER,
                        "officer")
                .and(
                        () ->
                                !tookPart(m, request.orElseThrow())
                                        && !isOfDeciders(m, m.actingOfficer().unit()),
                        Code.NOT_INDEPENDENT,
                        "officer")
                .and(() -> isPossible(m, request.orElseThrow()))
                .and(!OwnWords.isEmpty(command.seen()), Code.REASON_MISSING, "seen")
                .then(() -> done(m, request.orElseThrow(), command.seen().strip()));
    }

    /**
     * Whether they had a part in the case. That they undid something is none in undoing something
     * else: else the few who may would be used up by those who do it again.
     */
    private static boolean tookPart(TravellerContext m, InPersonRequest request) {
        boolean undoes = request.against().isPresent();
        return hasActed(m)
                || m.actingPersons().stream()
                        .filter(m.traveller().officers()::contains)
                        .anyMatch(one -> !(undoes && Undoing.isOnly(m.traveller(), one)));
    }

    private static List<Event> done(TravellerContext m, InPersonRequest request, String seen) {
        var events = new ArrayList<Event>();
        events.add(
                new ProtectionEvent.IdentifiedInPerson(
                        m.no(),
                        m.actingOfficer().id(),
                        m.actingOfficer().unit(),
                        seen,
                        Optional.of(request.number())));
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
        var request = told(m, command.request());
        boolean objects = m.isParty(m.no());
        return Check.that(objects || m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(request.isPresent(), Code.NOT_FOUND, "request")
                .and(objects || !OwnWords.isEmpty(command.reason()), Code.REASON_MISSING, "reason")
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
     * A request that the actor may know of; to everybody else it is as if there were none. Neither
     * the person who filed for somebody, nor those who did something in their name, keep them from
     * undoing it, or learn that they do.
     */
    private static Optional<InPersonRequest> told(TravellerContext m, int number) {
        return open(m).filter(one -> one.number() == number)
                .filter(one ->
                        m.officer()
                                .map(by ->
                                        InPersonDisclosure.isTold(m.traveller(), one, by, m.tree()))
                                .orElseGet(() ->
                                        one.against().isEmpty()
                                                || !UnprovedSecretRules.isUnproved(
                                                        m.state(), m.context())))
                .findFirst();
    }

    private static Optional<Rejection> isPossible(TravellerContext m, InPersonRequest request) {
        return request.against()
                .map(against -> DisowningRules.mayUndo(m, against))
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

    static Stream<InPersonRequest> open(TravellerContext m) {
        return m.traveller().askedInPerson().stream().filter(one -> one.isOpen(m.context().now()));
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
