package exeat.casework.application;

import exeat.casework.access.Access;
import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Response;
import exeat.casework.state.Life;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;

import exeat.casework.command.Rejection.Code;
import exeat.casework.state.State.CaseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A command on an application: first what holds for every command, then the step of the road that
 * it belongs to.
 */
public final class CaseLife {

    private CaseLife() {}

    public static Response respond(
            Optional<CaseState> state, Context context, Command.CaseCommand command) {
        if (command instanceof Command.Apply apply) {
            return Check.that(state.isEmpty(), Code.ALREADY_EXISTS, "application")
                    .and(() -> briefed(context, command))
                    .and(() ->
                            context.actor() instanceof Actor.Officer officer
                                    ? isOnDuty(context, officer).failure()
                                    : Optional.empty())
                    .and(() -> Intake.check(context, apply))
                    .then(() -> Intake.apply(context, apply));
        }
        return Check.that(state.isPresent(), Code.NOT_FOUND, "application")
                .and(() -> briefed(context, command))
                .and(() -> hasBusinessHere(state.orElseThrow(), context, command))
                .and(() -> isFree(state.orElseThrow(), context, command))
                .failure()
                .<Response>map(Response.Rejected::new)
                .orElseGet(() -> respond(state.orElseThrow(), context, command));
    }

    /** Protection can be claimed with anybody, also with an officer who has read nothing. */
    private static Optional<Rejection> briefed(Context context, Command.CaseCommand command) {
        return context.actor() instanceof Actor.Officer officer
                        && !officer.briefed()
                        && !(command instanceof Command.ClaimProtection)
                ? Check.no(Code.NOT_BRIEFED, "officer")
                : Optional.empty();
    }

    /** Whoever is away, of a unit that has closed, or stands aside does nothing here. */
    private static Optional<Rejection> isFree(
            CaseState state, Context context, Command.CaseCommand command) {
        if (!(context.actor() instanceof Actor.Officer officer)
                || command instanceof Command.ClaimProtection) {
            return Optional.empty();
        }
        return isOnDuty(context, officer)
                .and(!state.kept().isRecused(officer.id()), Code.NOT_INDEPENDENT, "officer")
                .failure();
    }

    private static Check isOnDuty(Context context, Actor.Officer officer) {
        return Check.that(!officer.duty().absent(), Code.NOT_ALLOWED, "absent")
                .and(!context.tree().isClosed(officer.unit()), Code.NOT_ALLOWED, "unit");
    }

    private static Optional<Rejection> hasBusinessHere(
            CaseState state, Context context, Command.CaseCommand command) {
        boolean has =
                switch (context.actor()) {
                    case Actor.Stranger _, Actor.Auditor _ -> false;
                    case Actor.Party party -> party.caseId().equals(state.id());
                    case Actor.Clock _ ->
                            command instanceof Command.PassTime
                                    || command instanceof Command.EraseByTime
                                    || command instanceof Command.EraseAgain;
                    case Actor.Officer officer ->
                            command instanceof Command.ClaimProtection
                                    || isInScope(state, context, officer);
                };
        return has ? Optional.empty() : Check.no(Code.NOT_ALLOWED, "actor");
    }

    private static boolean isInScope(CaseState state, Context context, Actor.Officer officer) {
        var tree = context.tree();
        return Mandate.mayActForAny(tree, officer.unit(), Access.of(state, tree));
    }

    private static Response respond(CaseState state, Context context, Command.CaseCommand command) {
        return switch (command) {
            case Command.Apply _ -> Check.rejected(Code.ALREADY_EXISTS, "application");
            case Command.ArchiveCommand c -> Erasing.respond(state, context, c);
            case Command.IssueSecret issue when state.erasure(issue.to()).isPresent() ->
                    Check.rejected(Code.ERASED, "traveller");
            case Command.IssueSecret issue -> Intake.issueSecret(state, context, issue);
            case Command.PassTime _ -> Clocks.passTime(state, context);
            case Command.HandOver over -> KeepingLife.handOver(state, context, over);
            // That it was taken early changes nothing on which the deed rests.
            case Command.BeforeItsTurn(var jump, var deed) ->
                    after(() -> respond(state, context, jump), respond(state, context, deed));
            case Command.TravellerCommand c -> {
                var traveller = Optional.ofNullable(state.travellers().get(c.traveller()));
                yield Check.that(traveller.isPresent(), Code.NOT_FOUND, "traveller")
                        .and(mayTouch(context, traveller), Code.NOT_ALLOWED, "actor")
                        .and(state.erasure(c.traveller()).isEmpty(), Code.ERASED, "traveller")
                        .and(() -> live(traveller.orElseThrow(), c))
                        .and(() -> ownWord(new Moment(state, traveller.orElseThrow(), context), c))
                        .failure()
                        .<Response>map(Response.Rejected::new)
                        .orElseGet(() ->
                                respond(new Moment(state, traveller.orElseThrow(), context), c));
            }
        };
    }

    /** What is accepted, with what is said of it before. */
    private static Response after(Supplier<Response> said, Response deed) {
        if (deed instanceof Response.Accepted(var events)
                && said.get() instanceof Response.Accepted(var before)) {
            var all = new ArrayList<>(before);
            all.addAll(events);
            return new Response.Accepted(all);
        }
        return deed;
    }

    /**
     * A party acts for themselves, or for a minor whose guardian they are. Told first, so that
     * nobody learns from another answer that somebody beside them claimed protection.
     */
    private static boolean mayTouch(Context context, Optional<TravellerState> traveller) {
        return !(context.actor() instanceof Actor.Party party)
                || traveller
                        .filter(t ->
                                t.no().equals(party.no())
                                        || isOpenTo(t, party.no(), context.today()))
                        .isPresent();
    }

    private static boolean isOpenTo(
            TravellerState traveller, TravellerNo guardian, LocalDate today) {
        return !traveller.protectionClaimed()
                && traveller.traveller().isMinorOn(today)
                && traveller.traveller().guardians().stream()
                        .anyMatch(g -> g.party().equals(Optional.of(guardian)));
    }

    /** A claim to protection leaves two commands; an end leaves a claim and its taking back. */
    private static Optional<Rejection> live(
            TravellerState traveller, Command.TravellerCommand command) {
        boolean end = command instanceof Command.EndProtectionClaim;
        boolean own = command instanceof Command.Withdraw || end;
        boolean claim = command instanceof Command.ClaimProtection;
        return Check.that(!traveller.protectionClaimed() || own, Code.SUSPENDED, "traveller")
                .and(
                        claim || end || !Life.ENDS.contains(traveller.stage()),
                        Code.WRONG_STAGE,
                        "traveller")
                .failure();
    }

    /** Whoever has come of age says so themselves before an officer goes on with their case. */
    private static Optional<Rejection> ownWord(Moment m, Command.TravellerCommand command) {
        boolean step =
                switch (command) {
                    case Command.Ask _,
                            Command.ApproveReferred _,
                            Command.Clear _,
                            Command.Propose _,
                            Command.Second _,
                            Command.Authorise _ ->
                            true;
                    // Who comes back is let in.
                    case Command.RecordCrossing c -> c.direction() == Command.Direction.DEPARTURE;
                    case Command.Confirm _,
                            Command.MeetSafeguard _,
                            Command.Answer _,
                            Command.Respond _,
                            Command.Decline _,
                            Command.ReleaseHold _,
                            Command.StopAtBorder _,
                            Command.LiftStop _,
                            Command.Withdraw _,
                            Command.ClaimProtection _,
                            Command.EndProtectionClaim _,
                            Command.Appeal _,
                            Command.DecideAppeal _,
                            Command.Jump _,
                            Command.Recuse _,
                            Command.LiftRecusal _ ->
                            false;
                };
        return Check.that(!step || !Confirming.isOwnWordMissing(m), Code.UNCONFIRMED, "traveller")
                .failure();
    }

    private static Response respond(Moment moment, Command.TravellerCommand command) {
        return switch (command) {
            case Command.Confirm c -> Confirming.confirm(moment, c);
            case Command.MeetSafeguard c -> Confirming.meetSafeguard(moment, c);
            case Command.Ask c -> Asking.ask(moment, c);
            case Command.Answer c -> Asking.answer(moment, c);
            case Command.Respond c -> Correcting.respond(moment, c);
            case Command.ApproveReferred c -> Deciding.approveReferred(moment, c);
            case Command.Clear c -> Clearing.clear(moment, c);
            case Command.Propose c -> TwoOfficers.propose(moment, c);
            case Command.Second c -> TwoOfficers.second(moment, c);
            case Command.Decline c -> TwoOfficers.decline(moment, c);
            case Command.ReleaseHold c -> Holding.release(moment, c);
            case Command.Authorise _ -> Crossing.authorise(moment);
            case Command.RecordCrossing c -> Crossing.record(moment, c);
            case Command.StopAtBorder c -> Crossing.stop(moment, c);
            case Command.LiftStop c -> Crossing.liftStop(moment, c);
            case Command.Withdraw _ -> Leaving.withdraw(moment);
            case Command.ClaimProtection _ -> Leaving.claimProtection(moment);
            case Command.EndProtectionClaim _ -> Leaving.endProtectionClaim(moment);
            case Command.Appeal c -> Appeals.appeal(moment, c);
            case Command.DecideAppeal c -> Appeals.decide(moment, c);
            case Command.Jump c -> KeepingLife.jump(moment, c);
            case Command.Recuse c -> KeepingLife.recuse(moment, c);
            case Command.LiftRecusal c -> KeepingLife.lift(moment, c);
        };
    }
}
