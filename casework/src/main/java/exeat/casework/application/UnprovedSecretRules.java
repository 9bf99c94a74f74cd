package exeat.casework.application;

import exeat.casework.access.OwnSecret;
import exeat.casework.access.Past;
import exeat.casework.access.UnprovedPower;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.ProtectionEvent.UnprovedAct;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.UnprovedActKind;
import java.util.List;
import java.util.Optional;

/**
 * The filer was handed a secret that nobody knows to be with the person. It has no power over what
 * anybody else did, and its holder is answered as if nobody else had claimed protection.
 */
final class UnprovedSecretRules {

    private UnprovedSecretRules() {}

    /** Whether a command is given with an unproved secret. */
    static boolean isUnproved(CaseState state, Context context) {
        return context.actor() instanceof Actor.Party party
                && !state.handling().isProved(party.no(), context.now());
    }

    /** That a secret is proved, for what ends or erases what others did. */
    static Optional<Rejection> proved(CaseState state, Context context) {
        return Check.that(!isUnproved(state, context), Code.SECRET_UNPROVED, "secret").failure();
    }

    /** That its holder may object to another secret; see {@link OwnSecret#mayObject}. */
    static Optional<Rejection> mayObject(CaseState state, Context context, SecretRequest request) {
        return Check.that(
                        OwnSecret.mayObject(
                                request,
                                context.tree(),
                                !isUnproved(state, context),
                                isIdentified(state, context)),
                        Code.SECRET_UNPROVED,
                        "secret")
                .failure();
    }

    private static boolean isIdentified(CaseState state, Context context) {
        return context.actor() instanceof Actor.Party party
                && Optional.ofNullable(state.travellers().get(party.no()))
                        .filter(t ->
                                IdentityRules.isIdentified(new TravellerContext(state, t, context)))
                        .isPresent();
    }

    /** Whether the command is by somebody who is not told what others do. */
    static boolean isWithheld(CaseState state, Context context, TravellerCommand command) {
        return seen(state, context, command).isPresent();
    }

    /** Who gives it gets the answer that they would get if only they had done anything. */
    static Response respond(CaseState state, Context context, TravellerCommand command) {
        var last = seen(state, context, command).orElseThrow();
        var answer = CaseRules.respond(state.with(last), context, command);
        if (answer instanceof Response.Rejected) {
            return answer;
        }
        return switch (UnprovedPower.of(command)) {
            case ADDS -> CaseRules.carryOut(state, context, command);
            case OWN_ACTS ->
                    new Response.Accepted(
                            List.of(shown(state, (TravellerCommand.TakesBack) command)));
            case NONE, NOT_A_PERSONS -> Check.rejected(Code.NOT_ALLOWED, "actor");
        };
    }

    private static Optional<TravellerState> seen(
            CaseState state, Context context, TravellerCommand command) {
        return Optional.ofNullable(state.travellers().get(command.traveller()))
                .filter(t -> state.erasure(t.no()).isEmpty())
                .filter(t -> Past.withheld(state, t, context.actor(), context.now()).isPresent())
                .flatMap(TravellerState::lastView);
    }

    private static TravellerEvent shown(CaseState state, TravellerCommand.TakesBack command) {
        var no = command.traveller();
        return switch (command) {
            case TravellerCommand.Admit(_, _, var to) ->
                    act(no, UnprovedActKind.ADMITTED, Optional.of(to));
            case TravellerCommand.EndProtectionClaim _ ->
                    act(
                            no,
                            isOwnAlone(state, no)
                                    ? UnprovedActKind.TOOK_BACK
                                    : UnprovedActKind.ENDED_CLAIM,
                            Optional.empty());
            case TravellerCommand.Withdraw _ -> act(no, UnprovedActKind.LEFT, Optional.empty());
        };
    }

    /** Whether steps are stopped by what the same secret claimed, and not by what two heard. */
    private static boolean isOwnAlone(CaseState state, TravellerNo no) {
        return Optional.ofNullable(state.travellers().get(no))
                .flatMap(TravellerState::protection)
                .filter(p -> p.own() && p.withheld().filter(w -> w.confirmed()).isEmpty())
                .isPresent();
    }

    private static TravellerEvent act(
            TravellerNo no, UnprovedActKind kind, Optional<Admission> to) {
        return new UnprovedAct(no, kind, to);
    }
}
