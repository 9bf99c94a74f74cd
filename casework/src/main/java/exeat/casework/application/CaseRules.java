package exeat.casework.application;

import exeat.casework.access.InvolvedUnits;
import exeat.casework.access.Mandate;
import exeat.casework.appearance.AppearanceRules;
import exeat.casework.command.Actor;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.FeeCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.fee.FeeRules;
import exeat.casework.notice.NoticeRules;
import exeat.casework.state.CaseState;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.TravellerNo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Commands on an application: first the checks for every command, then the rules of the one step.
 *
 * <p>The first check that fails is the answer, so their order decides what an answer reveals. Who
 * asks comes before what is asked: a stranger to the case is told the same whatever is in it.
 * Whether somebody may act for a traveller comes before whether a claim suspends that traveller, so
 * that nobody learns of a claim from another's answer. What ends everything comes before what only
 * waits.
 */
public final class CaseRules {

    private CaseRules() {}

    public static Response respond(
            Optional<CaseState> state, Context context, CaseCommand command) {
        if (command instanceof CaseCommand.Apply apply) {
            return Check.that(state.isEmpty(), Code.ALREADY_EXISTS, "application")
                    .and(() -> refusedUnbriefed(context, command))
                    .and(() ->
                            context.actor() instanceof Actor.Officer officer
                                    ? isOnDuty(context, officer).failure()
                                    : Optional.empty())
                    .and(() -> IntakeRules.check(context, apply))
                    .then(() -> IntakeRules.apply(context, apply));
        }
        return Check.that(state.isPresent(), Code.NOT_FOUND, "application")
                .and(() -> refusedUnbriefed(context, command))
                .and(() -> refusedOutsider(state.orElseThrow(), context, command))
                .and(() -> refusedOffDuty(state.orElseThrow(), context, command))
                .failure()
                .<Response>map(Response.Rejected::new)
                .orElseGet(() -> respond(state.orElseThrow(), context, command));
    }

    /** Protection can be claimed with any officer, even one who has not read the directive. */
    private static boolean isClaimForAnother(CaseCommand command) {
        return command instanceof TravellerCommand.ClaimForAnother;
    }

    /** Refuses an officer who has not acknowledged the directive. */
    private static Optional<Rejection> refusedUnbriefed(Context context, CaseCommand command) {
        return context.actor() instanceof Actor.Officer officer
                        && !officer.briefed()
                        && !isClaimForAnother(command)
                ? Check.no(Code.NOT_BRIEFED, "officer")
                : Optional.empty();
    }

    /** Refuses an officer who is away, has stepped aside, or whose unit has closed. */
    private static Optional<Rejection> refusedOffDuty(
            CaseState state, Context context, CaseCommand command) {
        if (!(context.actor() instanceof Actor.Officer officer) || isClaimForAnother(command)) {
            return Optional.empty();
        }
        return isOnDuty(context, officer)
                .and(!isRecused(state, officer, command), Code.NOT_INDEPENDENT, "officer")
                .failure();
    }

    private static boolean isRecused(CaseState state, Actor.Officer officer, CaseCommand command) {
        var handling = state.handling();
        return switch (command) {
            case CaseCommand.ActOutOfOrder(_, var deed) -> isRecused(state, officer, deed);
            case SecretCommand c -> handling.isRecusedFromProtecting(officer.id(), c.to());
            case TravellerCommand.InPerson c ->
                    handling.isRecusedFromProtecting(officer.id(), c.traveller());
            case TravellerCommand.HearProtection c ->
                    handling.isRecusedFromProtecting(officer.id(), c.traveller());
            case TravellerCommand c -> handling.isRecused(officer.id(), c.traveller());
            case CaseCommand _ -> handling.isRecused(officer.id());
        };
    }

    private static Check isOnDuty(Context context, Actor.Officer officer) {
        return Check.that(!officer.duty().absent(), Code.NOT_ALLOWED, "absent")
                .and(!context.tree().isClosed(officer.unit()), Code.NOT_ALLOWED, "unit");
    }

    /** Refuses anybody who is neither of this case nor of a unit that has to do with it. */
    private static Optional<Rejection> refusedOutsider(
            CaseState state, Context context, CaseCommand command) {
        boolean has =
                switch (context.actor()) {
                    case Actor.Stranger _ -> isClaimForAnother(command);
                    case Actor.Auditor _, Actor.Administrator _ -> false;
                    case Actor.Party party ->
                            party.caseId().equals(state.id())
                                    && !(command instanceof TravellerCommand.ByOfficer);
                    case Actor.Clock _ ->
                            command instanceof CaseCommand.CheckDeadlines
                                    || command instanceof ArchiveCommand.EraseByRetention
                                    || command instanceof ArchiveCommand.EraseAgain;
                    case Actor.Officer officer ->
                            isClaimForAnother(command)
                                    || isInScope(state, context, officer)
                                    || isBeforeProtection(state, context, command);
                };
        return has ? Optional.empty() : Check.no(Code.NOT_ALLOWED, "actor");
    }

    /**
     * What a unit that protects does for a person who stands before it, no matter which unit has
     * their file.
     */
    private static boolean isBeforeProtection(
            CaseState state, Context context, CaseCommand command) {
        return (command instanceof TravellerCommand.InPerson || command instanceof SecretCommand)
                && SecretRules.protects(state, context);
    }

    private static boolean isInScope(CaseState state, Context context, Actor.Officer officer) {
        var tree = context.tree();
        return Mandate.mayActForAny(tree, officer.unit(), InvolvedUnits.of(state, tree));
    }

    static Response respond(CaseState state, Context context, CaseCommand command) {
        return switch (command) {
            case CaseCommand.Apply _ -> Check.rejected(Code.ALREADY_EXISTS, "application");
            case ArchiveCommand c -> ErasureRules.respond(state, context, c);
            case SecretCommand c when state.erasure(c.to()).isPresent() ->
                    Check.rejected(Code.ERASED, "traveller");
            case SecretCommand c -> SecretRules.respond(state, context, c);
            case CaseCommand.CheckDeadlines _ -> DeadlineRules.passTime(state, context);
            case CaseCommand.HandOver over -> CaseHandlingRules.handOver(state, context, over);
            // Taking the case early does not change the conditions of the act.
            case CaseCommand.ActOutOfOrder(var jump, var deed) ->
                    after(() -> respond(state, context, jump), respond(state, context, deed));
            case TravellerCommand c when UnprovedSecretRules.isWithheld(state, context, c) ->
                    UnprovedSecretRules.respond(state, context, c);
            case TravellerCommand c -> {
                var traveller = Optional.ofNullable(state.travellers().get(c.traveller()));
                yield Check.that(traveller.isPresent(), Code.NOT_FOUND, "traveller")
                        .and(
                                isClaimForAnother(c) || mayActFor(context, traveller),
                                Code.NOT_ALLOWED,
                                "actor")
                        .and(state.erasure(c.traveller()).isEmpty(), Code.ERASED, "traveller")
                        .failure()
                        .<Response>map(Response.Rejected::new)
                        .orElseGet(() ->
                                unlessSuspended(
                                        new TravellerContext(
                                                state, traveller.orElseThrow(), context),
                                        c));
            }
        };
    }

    /**
     * What a claim suspends is refused. An officer who has nothing to do for the person, and so is
     * not told of the claim, is refused as before it, as long as there is another reason.
     */
    private static Response unlessSuspended(TravellerContext m, TravellerCommand command) {
        boolean suspended = m.traveller().isSuspended() && !open(command).whileSuspended();
        var refused = Check.rejected(Code.SUSPENDED, "traveller");
        if (suspended && !isUntold(m)) {
            return refused;
        }
        var response =
                refusedAfterEnd(m.traveller(), command)
                        .or(() -> refusedUntilConfirmed(m, command))
                        .<Response>map(Response.Rejected::new)
                        .orElseGet(() -> respond(m, command));
        return suspended && response instanceof Response.Accepted ? refused : response;
    }

    private static boolean isUntold(TravellerContext m) {
        return m.context().actor() instanceof Actor.Officer officer
                && !InvolvedUnits.isWorking(m.state(), m.traveller(), officer.unit(), m.tree());
    }

    /** What a person adds, who may not know that a claim suspends their part. */
    static Response carryOut(CaseState state, Context context, TravellerCommand command) {
        return Optional.ofNullable(state.travellers().get(command.traveller()))
                .filter(t -> open(command).afterEnd() || !StageTransitions.ENDS.contains(t.stage()))
                .map(t -> respond(new TravellerContext(state, t, context), command))
                .orElseGet(() -> Check.rejected(Code.WRONG_STAGE, "traveller"));
    }

    /** The accepted events, after the note that comes before them. */
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
     * A party acts for themselves, or for a minor whose guardian they are. This is checked first,
     * so that no other answer reveals that somebody else in the application claimed protection.
     */
    private static boolean mayActFor(Context context, Optional<TravellerState> traveller) {
        return !(context.actor() instanceof Actor.Party party)
                || traveller
                        .filter(t ->
                                t.no().equals(party.no())
                                        || isOpenTo(t, party.no(), context.today()))
                        .isPresent();
    }

    static boolean isOpenTo(TravellerState traveller, TravellerNo guardian, LocalDate today) {
        return (!traveller.isSuspended()
                        || traveller.isAdmitted(new Admission.ToTraveller(guardian)))
                && traveller.traveller().isMinorOn(today)
                && traveller.traveller().guardians().stream()
                        .anyMatch(g -> g.party().equals(Optional.of(guardian)));
    }

    /** What a claim to protection and the end of a case leave open. */
    private enum Open {
        /** Not after the end, and not while a claim suspends the traveller. */
        WHILE_LIVE,
        /** While a claim suspends the traveller too: to leave the case, or to come back. */
        WHILE_SUSPENDED,
        /** After the end too: what was paid. */
        UNLESS_SUSPENDED,
        /** Always: what is about protection, or makes the office be silent. */
        ALWAYS;

        private boolean whileSuspended() {
            return this == WHILE_SUSPENDED || this == ALWAYS;
        }

        private boolean afterEnd() {
            return this == UNLESS_SUSPENDED || this == ALWAYS;
        }
    }

    private static Open open(TravellerCommand command) {
        return switch (command) {
            case TravellerCommand.ClaimProtection _,
                    TravellerCommand.ClaimForAnother _,
                    TravellerCommand.HearProtection _,
                    TravellerCommand.Admit _,
                    TravellerCommand.EndProtectionClaim _,
                    TravellerCommand.EndClaimInPerson _,
                    TravellerCommand.DisownInPerson _,
                    TravellerCommand.Disown _,
                    TravellerCommand.SecondInPerson _,
                    TravellerCommand.StopInPerson _ ->
                    Open.ALWAYS;
            case TravellerCommand.Withdraw _, TravellerCommand.WithdrawInPerson _ ->
                    Open.WHILE_SUSPENDED;
            case FeeCommand _ -> Open.UNLESS_SUSPENDED;
            // Off they can be switched at any time, since nothing must be sent that is not wanted.
            case TravellerCommand.ChooseNotices c -> c.on() ? Open.WHILE_LIVE : Open.ALWAYS;
            // Who comes back is let in.
            case TravellerCommand.RecordCrossing c ->
                    c.direction() == CrossingDirection.RETURN
                            ? Open.WHILE_SUSPENDED
                            : Open.WHILE_LIVE;
            case TravellerCommand.Confirm _,
                    TravellerCommand.MeetSafeguard _,
                    TravellerCommand.Ask _,
                    TravellerCommand.Appearing _,
                    TravellerCommand.AskForAnotherTime _,
                    TravellerCommand.AnswerQuestions _,
                    TravellerCommand.ChooseFinding _,
                    TravellerCommand.Note _,
                    TravellerCommand.CompleteClearance _,
                    TravellerCommand.ApproveReferred _,
                    TravellerCommand.ProposeAct _,
                    TravellerCommand.SecondProposal _,
                    TravellerCommand.DeclineProposal _,
                    TravellerCommand.ReleaseHold _,
                    TravellerCommand.Authorise _,
                    TravellerCommand.StopAtBorder _,
                    TravellerCommand.LiftStop _,
                    TravellerCommand.RecordService _,
                    TravellerCommand.ConfirmReceipt _,
                    TravellerCommand.DisputeService _,
                    TravellerCommand.AnswerProposal _,
                    TravellerCommand.RecordAnswer _,
                    TravellerCommand.ReplyToAnswers _,
                    TravellerCommand.Appeal _,
                    TravellerCommand.DecideAppeal _,
                    TravellerCommand.TakeOutOfOrder _,
                    TravellerCommand.Recuse _,
                    TravellerCommand.LiftRecusal _ ->
                    Open.WHILE_LIVE;
        };
    }

    private static Optional<Rejection> refusedAfterEnd(
            TravellerState traveller, TravellerCommand command) {
        return Check.that(
                        open(command).afterEnd()
                                || !StageTransitions.ENDS.contains(traveller.stage()),
                        Code.WRONG_STAGE,
                        "traveller")
                .failure();
    }

    /**
     * Refuses a further step until a traveller who came of age has confirmed themselves, and while
     * somebody has a new secret that the person could object to.
     */
    private static Optional<Rejection> refusedUntilConfirmed(
            TravellerContext m, TravellerCommand command) {
        boolean step = isStep(command);
        return Check.that(
                        !step || !ConfirmationRules.isOwnWordMissing(m),
                        Code.UNCONFIRMED,
                        "traveller")
                .and(!step || !SecretRules.isWaiting(m), Code.SECRET_WAITING, "traveller")
                .failure();
    }

    /** Whether a command takes the traveller's application a step further, for or against them. */
    private static boolean isStep(TravellerCommand command) {
        return switch (command) {
            case TravellerCommand.Ask _,
                    AppearanceCommand.AskToAppear _,
                    TravellerCommand.ApproveReferred _,
                    TravellerCommand.CompleteClearance _,
                    TravellerCommand.ProposeAct _,
                    TravellerCommand.SecondProposal _,
                    TravellerCommand.Authorise _ ->
                    true;
            // Who comes back is let in.
            case TravellerCommand.RecordCrossing c -> c.direction() == CrossingDirection.DEPARTURE;
            case TravellerCommand.Confirm _,
                    TravellerCommand.MeetSafeguard _,
                    TravellerCommand.Appearing _,
                    TravellerCommand.AskForAnotherTime _,
                    TravellerCommand.AnswerQuestions _,
                    TravellerCommand.ChooseFinding _,
                    TravellerCommand.Note _,
                    TravellerCommand.DeclineProposal _,
                    TravellerCommand.ReleaseHold _,
                    TravellerCommand.StopAtBorder _,
                    TravellerCommand.LiftStop _,
                    TravellerCommand.ChooseNotices _,
                    TravellerCommand.Withdraw _,
                    TravellerCommand.InPerson _,
                    TravellerCommand.Disown _,
                    TravellerCommand.ClaimProtection _,
                    TravellerCommand.ClaimForAnother _,
                    TravellerCommand.HearProtection _,
                    TravellerCommand.Admit _,
                    TravellerCommand.EndProtectionClaim _,
                    TravellerCommand.RecordService _,
                    TravellerCommand.ConfirmReceipt _,
                    TravellerCommand.DisputeService _,
                    TravellerCommand.AnswerProposal _,
                    TravellerCommand.RecordAnswer _,
                    TravellerCommand.ReplyToAnswers _,
                    FeeCommand _,
                    TravellerCommand.Appeal _,
                    TravellerCommand.DecideAppeal _,
                    TravellerCommand.TakeOutOfOrder _,
                    TravellerCommand.Recuse _,
                    TravellerCommand.LiftRecusal _ ->
                    false;
        };
    }

    private static Response respond(TravellerContext moment, TravellerCommand command) {
        return switch (command) {
            case TravellerCommand.Confirm c -> ConfirmationRules.confirm(moment, c);
            case TravellerCommand.MeetSafeguard c -> ConfirmationRules.meetSafeguard(moment, c);
            case TravellerCommand.Ask c -> QuestionRules.ask(moment, c);
            case AppearanceCommand c ->
                    AppearanceRules.respond(
                            moment.state(), moment.traveller(), moment.context(), c);
            case TravellerCommand.AskForAnotherTime c ->
                    AppearanceRules.anotherTime(
                            moment.state(),
                            moment.traveller(),
                            moment.context(),
                            moment.isThePerson(),
                            c);
            case TravellerCommand.AnswerQuestions c -> QuestionRules.answer(moment, c);
            case TravellerCommand.ChooseFinding c -> FindingChoiceRules.choose(moment, c);
            case TravellerCommand.Note c -> NoteRules.respond(moment, c);
            case TravellerCommand.ApproveReferred c -> DecisionRules.approveReferred(moment, c);
            case TravellerCommand.CompleteClearance c -> ClearanceRules.clear(moment, c);
            case TravellerCommand.ProposeAct c -> TwoOfficerRules.propose(moment, c);
            case TravellerCommand.SecondProposal c -> TwoOfficerRules.second(moment, c);
            case TravellerCommand.DeclineProposal c -> TwoOfficerRules.decline(moment, c);
            case TravellerCommand.ReleaseHold c -> HoldRules.release(moment, c);
            case TravellerCommand.Authorise _ -> CrossingRules.authorise(moment);
            case TravellerCommand.RecordCrossing c -> CrossingRules.record(moment, c);
            case TravellerCommand.StopAtBorder c -> CrossingRules.stop(moment, c);
            case TravellerCommand.LiftStop c -> CrossingRules.liftStop(moment, c);
            case TravellerCommand.ChooseNotices c ->
                    NoticeRules.choose(moment.traveller(), moment.context(), c);
            case TravellerCommand.Withdraw _ -> ConfirmationRules.withdraw(moment);
            case TravellerCommand.InPerson c -> InPersonRules.respond(moment, c);
            case TravellerCommand.Disown c -> DisowningRules.disown(moment, c);
            case TravellerCommand.ClaimProtection _ -> ProtectionRules.claim(moment);
            case TravellerCommand.ClaimForAnother c -> ProtectionRules.claimForAnother(moment, c);
            case TravellerCommand.HearProtection c -> ProtectionRules.hear(moment, c);
            case TravellerCommand.Admit c -> ProtectionRules.admit(moment, c);
            case TravellerCommand.EndProtectionClaim _ -> ProtectionRules.end(moment);
            case TravellerCommand.RecordService c -> ServiceRules.record(moment, c);
            case TravellerCommand.ConfirmReceipt c -> ServiceRules.confirm(moment, c);
            case TravellerCommand.DisputeService c -> ServiceRules.dispute(moment, c);
            case TravellerCommand.AnswerProposal c -> HearingRules.answer(moment, c);
            case TravellerCommand.RecordAnswer c -> HearingRules.record(moment, c);
            case TravellerCommand.ReplyToAnswers c -> HearingRules.reply(moment, c);
            case FeeCommand c ->
                    FeeRules.respond(moment.state(), moment.traveller(), moment.context(), c);
            case TravellerCommand.Appeal c -> AppealRules.appeal(moment, c);
            case TravellerCommand.DecideAppeal c -> AppealRules.decide(moment, c);
            case TravellerCommand.TakeOutOfOrder c -> CaseHandlingRules.jump(moment, c);
            case TravellerCommand.Recuse c -> CaseHandlingRules.recuse(moment, c);
            case TravellerCommand.LiftRecusal c -> CaseHandlingRules.lift(moment, c);
        };
    }
}
