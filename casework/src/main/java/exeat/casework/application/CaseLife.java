package exeat.casework.application;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Direction;

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
import exeat.casework.state.CaseState;
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
            Optional<CaseState> state, Context context, CaseCommand command) {
        if (command instanceof CaseCommand.Apply apply) {
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
    private static Optional<Rejection> briefed(Context context, CaseCommand command) {
        return context.actor() instanceof Actor.Officer officer
                        && !officer.briefed()
                        && !(command instanceof TravellerCommand.ClaimProtection)
                ? Check.no(Code.NOT_BRIEFED, "officer")
                : Optional.empty();
    }

    /** Whoever is away, of a unit that has closed, or stands aside does nothing here. */
    private static Optional<Rejection> isFree(
            CaseState state, Context context, CaseCommand command) {
        if (!(context.actor() instanceof Actor.Officer officer)
                || command instanceof TravellerCommand.ClaimProtection) {
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
            CaseState state, Context context, CaseCommand command) {
        boolean has =
                switch (context.actor()) {
                    case Actor.Stranger _, Actor.Auditor _ -> false;
                    case Actor.Party party -> party.caseId().equals(state.id());
                    case Actor.Clock _ ->
                            command instanceof CaseCommand.PassTime
                                    || command instanceof ArchiveCommand.EraseByTime
                                    || command instanceof ArchiveCommand.EraseAgain;
                    case Actor.Officer officer ->
                            command instanceof TravellerCommand.ClaimProtection
                                    || isInScope(state, context, officer);
                };
        return has ? Optional.empty() : Check.no(Code.NOT_ALLOWED, "actor");
    }

    private static boolean isInScope(CaseState state, Context context, Actor.Officer officer) {
        var tree = context.tree();
        return Mandate.mayActForAny(tree, officer.unit(), Access.of(state, tree));
    }

    private static Response respond(CaseState state, Context context, CaseCommand command) {
        return switch (command) {
            case CaseCommand.Apply _ -> Check.rejected(Code.ALREADY_EXISTS, "application");
            case ArchiveCommand c -> Erasing.respond(state, context, c);
            case CaseCommand.IssueSecret issue when state.erasure(issue.to()).isPresent() ->
                    Check.rejected(Code.ERASED, "traveller");
            case CaseCommand.IssueSecret issue -> Intake.issueSecret(state, context, issue);
            case CaseCommand.PassTime _ -> Clocks.passTime(state, context);
            case CaseCommand.HandOver over -> KeepingLife.handOver(state, context, over);
            // That it was taken early changes nothing on which the deed rests.
            case CaseCommand.BeforeItsTurn(var jump, var deed) ->
                    after(() -> respond(state, context, jump), respond(state, context, deed));
            case TravellerCommand c -> {
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
            TravellerState traveller, TravellerCommand command) {
        boolean end = command instanceof TravellerCommand.EndProtectionClaim;
        boolean own = command instanceof TravellerCommand.Withdraw || end;
        boolean claim = command instanceof TravellerCommand.ClaimProtection;
        return Check.that(!traveller.protectionClaimed() || own, Code.SUSPENDED, "traveller")
                .and(
                        claim || end || !Life.ENDS.contains(traveller.stage()),
                        Code.WRONG_STAGE,
                        "traveller")
                .failure();
    }

    /** Whoever has come of age says so themselves before an officer goes on with their case. */
    private static Optional<Rejection> ownWord(Moment m, TravellerCommand command) {
        boolean step =
                switch (command) {
                    case TravellerCommand.Ask _,
                            TravellerCommand.ApproveReferred _,
                            TravellerCommand.Clear _,
                            TravellerCommand.Propose _,
                            TravellerCommand.Second _,
                            TravellerCommand.Authorise _ ->
                            true;
                    // Who comes back is let in.
                    case TravellerCommand.RecordCrossing c -> c.direction() == Direction.DEPARTURE;
                    case TravellerCommand.Confirm _,
                            TravellerCommand.MeetSafeguard _,
                            TravellerCommand.Answer _,
                            TravellerCommand.Respond _,
                            TravellerCommand.Decline _,
                            TravellerCommand.ReleaseHold _,
                            TravellerCommand.StopAtBorder _,
                            TravellerCommand.LiftStop _,
                            TravellerCommand.Withdraw _,
                            TravellerCommand.ClaimProtection _,
                            TravellerCommand.EndProtectionClaim _,
                            TravellerCommand.Appeal _,
                            TravellerCommand.DecideAppeal _,
                            TravellerCommand.Jump _,
                            TravellerCommand.Recuse _,
                            TravellerCommand.LiftRecusal _ ->
                            false;
                };
        return Check.that(!step || !Confirming.isOwnWordMissing(m), Code.UNCONFIRMED, "traveller")
                .failure();
    }

    private static Response respond(Moment moment, TravellerCommand command) {
        return switch (command) {
            case TravellerCommand.Confirm c -> Confirming.confirm(moment, c);
            case TravellerCommand.MeetSafeguard c -> Confirming.meetSafeguard(moment, c);
            case TravellerCommand.Ask c -> Asking.ask(moment, c);
            case TravellerCommand.Answer c -> Asking.answer(moment, c);
            case TravellerCommand.Respond c -> Correcting.respond(moment, c);
            case TravellerCommand.ApproveReferred c -> Deciding.approveReferred(moment, c);
            case TravellerCommand.Clear c -> Clearing.clear(moment, c);
            case TravellerCommand.Propose c -> TwoOfficers.propose(moment, c);
            case TravellerCommand.Second c -> TwoOfficers.second(moment, c);
            case TravellerCommand.Decline c -> TwoOfficers.decline(moment, c);
            case TravellerCommand.ReleaseHold c -> Holding.release(moment, c);
            case TravellerCommand.Authorise _ -> Crossing.authorise(moment);
            case TravellerCommand.RecordCrossing c -> Crossing.record(moment, c);
            case TravellerCommand.StopAtBorder c -> Crossing.stop(moment, c);
            case TravellerCommand.LiftStop c -> Crossing.liftStop(moment, c);
            case TravellerCommand.Withdraw _ -> Leaving.withdraw(moment);
            case TravellerCommand.ClaimProtection _ -> Leaving.claimProtection(moment);
            case TravellerCommand.EndProtectionClaim _ -> Leaving.endProtectionClaim(moment);
            case TravellerCommand.Appeal c -> Appeals.appeal(moment, c);
            case TravellerCommand.DecideAppeal c -> Appeals.decide(moment, c);
            case TravellerCommand.Jump c -> KeepingLife.jump(moment, c);
            case TravellerCommand.Recuse c -> KeepingLife.recuse(moment, c);
            case TravellerCommand.LiftRecusal c -> KeepingLife.lift(moment, c);
        };
    }
}
