package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.SecretCommand;
import exeat.casework.event.SecretEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's secret is not the office's to use: two officers identify the person, each hands over
 * one part, and a secret that replaces another waits, so that the holder of the old one can object.
 */
final class SecretRules {

    /**
     * How often a counter takes one back: each may have kept the person waiting, so that the next
     * is a protecting unit's.
     */
    private static final int TAKEN_BACK = 2;

    private SecretRules() {}

    static Response respond(CaseState state, Context context, SecretCommand command) {
        return switch (command) {
            case SecretCommand.AskForSecret c -> ask(state, context, c);
            case SecretCommand.IssueSecret c -> issue(state, context, c);
            case SecretCommand.StopSecret c -> stop(state, context, c);
        };
    }

    private static Response ask(
            CaseState state, Context context, SecretCommand.AskForSecret command) {
        var to = command.to();
        return Check.that(isOfficer(context), Code.NOT_ALLOWED, "unit")
                .and(() -> mayAsk(state, context, to))
                .and(isKnown(state, to), Code.NOT_FOUND, "to")
                .and(!OwnWords.isEmpty(command.seen()), Code.REASON_MISSING, "seen")
                .and(!command.partHash().isBlank(), Code.BAD_VALUE, "partHash")
                .and(
                        state.handling().pendingSecret(to, context.now()).isEmpty(),
                        Code.ALREADY_EXISTS,
                        "secret")
                .then(() ->
                        List.of(
                                new SecretEvent.SecretAsked(
                                        to,
                                        state.handling().secrets().size() + 1,
                                        officer(context).id(),
                                        officer(context).unit(),
                                        command.seen(),
                                        command.partHash())));
    }

    private static Response issue(
            CaseState state, Context context, SecretCommand.IssueSecret command) {
        var to = command.to();
        var request = request(state, to, command.request());
        return Check.that(isOfficer(context), Code.NOT_ALLOWED, "unit")
                .and(
                        request.filter(one -> one.isOpen(context.now())).isPresent(),
                        Code.NOT_FOUND,
                        "request")
                .and(() -> isOfLine(context, request.orElseThrow()), Code.NOT_ALLOWED, "unit")
                .and(() ->
                        isOpenToCounters(
                                state,
                                to,
                                protects(state, context)
                                        && isOfProtecting(context, request.orElseThrow())))
                .and(
                        () -> !officer(context).isOrIsTiedTo(request.orElseThrow().first()),
                        Code.SECOND_OFFICER,
                        "officer")
                .and(!OwnWords.isEmpty(command.seen()), Code.REASON_MISSING, "seen")
                .and(!command.partHash().isBlank(), Code.BAD_VALUE, "partHash")
                .then(() ->
                        List.of(
                                new SecretEvent.SecretIssued(
                                        to,
                                        Optional.of(officer(context).id()),
                                        Optional.of(command.seen()),
                                        Optional.of(command.request()),
                                        waits(state, to)
                                                ? Optional.of(worksFrom(context))
                                                : Optional.empty())));
    }

    /** The person, whose objection needs no reason; or an officer of the unit, with one. */
    private static Response stop(
            CaseState state, Context context, SecretCommand.StopSecret command) {
        var request =
                request(state, command.to(), command.request())
                        .filter(one -> one.isOpen(context.now()) || one.isWaiting(context.now()));
        boolean objects = speaksFor(state, context, command.to());
        return Check.that(objects || isOfficer(context), Code.NOT_ALLOWED, "actor")
                .and(request.isPresent(), Code.NOT_FOUND, "request")
                .and(() ->
                        objects
                                ? UnprovedSecretRules.mayObject(
                                        state, context, request.orElseThrow())
                                : Optional.empty())
                .and(
                        () -> objects || isOfLine(context, request.orElseThrow()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(objects || !OwnWords.isEmpty(command.reason()), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new SecretEvent.SecretStopped(
                                        command.to(),
                                        command.request(),
                                        objects
                                                ? Optional.empty()
                                                : Optional.of(officer(context).id()),
                                        command.reason())));
    }

    private static Optional<SecretRequest> request(CaseState state, TravellerNo to, int number) {
        return state.handling().secret(to).filter(one -> one.number() == number);
    }

    private static boolean isOfficer(Context context) {
        return context.actor() instanceof Actor.Officer;
    }

    private static Actor.Officer officer(Context context) {
        return (Actor.Officer) context.actor();
    }

    /** Whether the officer is of the unit that was asked, or of one above it in its line. */
    private static boolean isOfLine(Context context, SecretRequest request) {
        return Mandate.mayAct(context.tree(), officer(context).unit(), request.unit());
    }

    private static Optional<Rejection> mayAsk(CaseState state, Context context, TravellerNo to) {
        return Check.that(
                        protects(state, context) || IntakeRules.isAtTheCounter(state, context),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> isOpenToCounters(state, to, protects(state, context)))
                .failure();
    }

    /**
     * While the person claims protection, once they objected to a secret that was made, and once
     * two were taken back, only a unit that protects makes one; nor does it finish what a counter
     * began, for half of that would be the counter's.
     */
    private static Optional<Rejection> isOpenToCounters(
            CaseState state, TravellerNo to, boolean protecting) {
        // Somebody else's claim must not keep anybody from their first secret, or it would keep
        // them here.
        boolean claimed =
                find(state, to)
                        .filter(t -> t.secretIssued() ? t.protectionClaimed() : t.isSuspended())
                        .isPresent();
        boolean objected =
                state.handling().secrets().stream()
                        .anyMatch(one -> one.to().equals(to) && one.objected());
        long takenBack =
                state.handling().secrets().stream()
                        .filter(one -> one.to().equals(to) && one.stopped())
                        .count();
        return protecting
                ? Optional.empty()
                : Check.that(!objected, Code.NOT_ALLOWED, "objected")
                        .and(takenBack < TAKEN_BACK, Code.NOT_ALLOWED, "stopped")
                        .and(!claimed, Code.SUSPENDED, "traveller")
                        .failure();
    }

    /** Whether the officer is of a unit that hears those who claim protection in this area. */
    static boolean protects(CaseState state, Context context) {
        return context.actor() instanceof Actor.Officer officer
                && context.tree()
                        .find(officer.unit())
                        .filter(unit -> unit.plays(Role.PROTECTS))
                        .filter(unit -> context.tree().isWithin(state.holder(), unit.place()))
                        .isPresent();
    }

    private static boolean isOfProtecting(Context context, SecretRequest request) {
        return context.tree().find(request.unit()).filter(u -> u.plays(Role.PROTECTS)).isPresent();
    }

    /** Whether a new secret of this traveller was made and does not work yet. */
    static boolean isWaiting(TravellerContext m) {
        return m.state()
                .handling()
                .secret(m.no())
                .filter(one -> one.isWaiting(m.context().now()))
                .isPresent();
    }

    private static Optional<TravellerState> find(CaseState state, TravellerNo to) {
        return Optional.ofNullable(state.travellers().get(to));
    }

    private static boolean isKnown(CaseState state, TravellerNo to) {
        return to.equals(TravellerNo.PRINCIPAL)
                ? state.application().principal().isPresent()
                : find(state, to).isPresent();
    }

    /** Somebody who has a secret, or for whom the application is live without one, can object. */
    private static boolean waits(CaseState state, TravellerNo to) {
        return to.equals(TravellerNo.PRINCIPAL)
                ? state.principalHasSecret()
                        || state.travellers().values().stream().anyMatch(SecretRules::isLive)
                : find(state, to).filter(t -> t.secretIssued() || isLive(t)).isPresent();
    }

    private static boolean isLive(TravellerState t) {
        return t.stage() != Stage.UNCONFIRMED;
    }

    private static Instant worksFrom(Context context) {
        return context.now().plus(Duration.ofDays(context.directive().limits().newSecretDays()));
    }

    /** The person themselves; for a minor also a guardian to whom their part is open. */
    private static boolean speaksFor(CaseState state, Context context, TravellerNo to) {
        return context.actor() instanceof Actor.Party party
                && (party.no().equals(to)
                        || find(state, to)
                                .filter(t -> CaseRules.isOpenTo(t, party.no(), context.today()))
                                .isPresent());
    }
}
