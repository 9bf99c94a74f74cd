package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.FeeCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Where an accepted command leads one traveller, in the {@link Model}. */
final class ModelSteps {

    private ModelSteps() {}

    private static Optional<Finding> found(List<Event> events) {
        return events.stream()
                .filter(TravellerEvent.Found.class::isInstance)
                .map(event -> ((TravellerEvent.Found) event).finding())
                .findFirst();
    }

    private static Stage after(Finding finding, Stage before) {
        if (finding.outcome().approves()) {
            return before == Stage.AUTHORISED ? before : Stage.APPROVED;
        }
        boolean inPart =
                finding.unanswered().stream().allMatch(finding.facts().sets()::containsKey);
        return inPart ? Stage.REFERRED : Stage.UNANSWERED;
    }

    private static void authorise(ModelPerson p) {
        p.stage = Stage.AUTHORISED;
        p.revoked = false;
        p.parts.clear();
    }

    static void follow(
            Actor actor,
            TravellerCommand command,
            ModelPerson p,
            List<Event> events,
            LocalDate today,
            Instant now) {
        boolean kept = p.isKeptFrom(actor, today);
        found(events).ifPresent(p.fees::found);
        switch (command) {
            case FeeCommand fee -> p.fees.follow(fee, p.stage);
            case TravellerCommand.Confirm _,
                    TravellerCommand.AnswerQuestions _,
                    TravellerCommand.ChooseFinding _,
                    TravellerCommand.MeetSafeguard _ ->
                    found(events).ifPresent(finding -> p.stage = after(finding, p.stage));
            case TravellerCommand.CompleteClearance(_, _, var name) -> p.clearances.remove(name);
            case TravellerCommand.ApproveReferred _ -> p.stage = Stage.APPROVED;
            case TravellerCommand.SecondProposal(_, _, var number, _, _) ->
                    happens(p, number, events, today);
            case TravellerCommand.RecordService _,
                    TravellerCommand.ConfirmReceipt _,
                    TravellerCommand.DisputeService _,
                    TravellerCommand.AnswerProposal _,
                    TravellerCommand.RecordAnswer _,
                    TravellerCommand.ReplyToAnswers _ ->
                    hear(actor, command, p, today);
            case TravellerCommand.DeclineProposal(_, _, var one, _) -> p.proposals.remove(one);
            case TravellerCommand.Authorise _ -> authorise(p);
            case TravellerCommand.RecordCrossing(_, _, var direction) ->
                    p.crosses(direction, ((Actor.Officer) actor).function());
            case TravellerCommand.StopAtBorder _ -> stops(p, (Actor.Officer) actor);
            case TravellerCommand.LiftStop _ -> p.stopped = false;
            case TravellerCommand.Withdraw _ -> p.leave(kept);
            case TravellerCommand.ClaimForAnother _, TravellerCommand.ClaimProtection _ ->
                    claim(actor, command, p, today);
            case TravellerCommand.HearProtection heard -> {
                p.keep(today);
                p.heard(heard.confirmed(), today, now);
            }
            case TravellerCommand.EndProtectionClaim _ when kept -> p.tookBack(now);
            case TravellerCommand.EndProtectionClaim _ -> p.unclaim();
            case TravellerCommand.SecondInPerson second -> {
                p.keep(today);
                p.second((Actor.Officer) actor, second.request(), today);
            }
            case TravellerCommand.Disown disown -> p.undo(disown.request(), today);
            case TravellerCommand.DecideAppeal(_, _, var number, var upheld, _) -> {
                var against = Objects.requireNonNull(p.appeals.remove(number));
                if (upheld) {
                    p.undo(against, events);
                }
            }
            case AppearanceCommand c -> p.appearances.follow(c, today);
            case TravellerCommand.AskForAnotherTime c -> p.appearances.wish(c.appearance());
            case TravellerCommand.Ask _,
                    TravellerCommand.RespondToCorrection _,
                    TravellerCommand.ProposeAct _,
                    TravellerCommand.ReleaseHold _,
                    TravellerCommand.TakeOutOfOrder _,
                    TravellerCommand.Recuse _,
                    TravellerCommand.ChooseNotices _,
                    TravellerCommand.Admit _,
                    TravellerCommand.AskInPerson _,
                    TravellerCommand.StopInPerson _,
                    TravellerCommand.LiftRecusal _,
                    TravellerCommand.Appeal _ -> {}
        }
        p.fees.tell(p.stage);
    }

    private static void claim(
            Actor actor, TravellerCommand command, ModelPerson p, LocalDate today) {
        if (command instanceof TravellerCommand.ClaimForAnother
                && !actor.equals(World.party(command.traveller()))) {
            p.claimByOthers();
            p.keep(today);
        } else {
            p.claimOwn(today);
        }
    }

    /** Where nobody may act on an appearance, whoever asks. */
    static boolean mayAppear(
            Actor actor, AppearanceCommand command, ModelPerson p, LocalDate today) {
        boolean asks = command instanceof AppearanceCommand.AskToAppear;
        return actor instanceof Actor.Officer
                && (!asks || (p.mayBeAsked() && !p.isWaiting(today)))
                && p.appearances.mayAct(command, today);
    }

    static Map<Integer, LocalDate> served(TravellerState t) {
        var served = new TreeMap<Integer, LocalDate>();
        for (var proposal : t.proposals()) {
            proposal.notice()
                    .flatMap(DecisionNotice::standing)
                    .ifPresent(service -> served.put(proposal.number(), service.on()));
        }
        return served;
    }

    /** Whether both know of each open proposal since when the person has it. */
    static boolean isServedAlike(TravellerState t, ModelPerson p) {
        return t.proposals().stream()
                .filter(proposal -> proposal.open() && proposal.hearing().isPresent())
                .allMatch(proposal ->
                        proposal.hearing()
                                .flatMap(AdverseHearing::standing)
                                .map(DecisionNotice.Service::on)
                                .equals(
                                        Optional.ofNullable(
                                                p.hearing.served().get(proposal.number()))));
    }

    private static boolean isOfProposal(Optional<NoticeKind> notice) {
        return notice.equals(Optional.of(NoticeKind.PROPOSAL));
    }

    /** Whether a hearing or a service may go on so. */
    static boolean mayHear(Actor actor, TravellerCommand command, ModelPerson p, LocalDate today) {
        boolean kept = p.isKeptFrom(actor, today);
        boolean officer = actor instanceof Actor.Officer;
        boolean held = !p.holds.isEmpty();
        return switch (command) {
            case TravellerCommand.RecordService c when isOfProposal(c.notice()) ->
                    p.hearing.mayRecord(actor, c, p.proposals.containsKey(c.proposal()), today);
            case TravellerCommand.RecordService c -> p.service.mayRecord(actor, c, today);
            case TravellerCommand.ConfirmReceipt c when isOfProposal(c.notice()) ->
                    p.hearing.mayConfirm(
                            actor, c.proposal(), p.proposals.containsKey(c.proposal()));
            case TravellerCommand.ConfirmReceipt c -> p.service.mayConfirm(actor, c.proposal());
            case TravellerCommand.DisputeService c when isOfProposal(c.notice()) ->
                    kept
                            || p.hearing.mayDispute(
                                    actor,
                                    c.proposal(),
                                    p.proposals.containsKey(c.proposal()),
                                    p.isProved(today));
            case TravellerCommand.DisputeService c ->
                    kept || p.service.mayDispute(actor, c.proposal());
            case TravellerCommand.AnswerProposal(_, _, var number, _) ->
                    !officer
                            && (kept
                                    || p.hearing.mayAnswer(
                                            number, p.proposals.containsKey(number), held));
            case TravellerCommand.RecordAnswer(_, _, var number, _) ->
                    officer
                            && !((Actor.Officer) actor).id().equals(p.proposers.get(number))
                            && p.hearing.mayAnswer(number, p.proposals.containsKey(number), held);
            case TravellerCommand.ReplyToAnswers(_, _, var number, _) ->
                    p.hearing.mayReply(actor, number);
            case TravellerCommand _ -> throw new IllegalArgumentException("no hearing: " + command);
        };
    }

    static boolean mustConfirm(Actor actor, TravellerCommand.ConfirmReceipt got, ModelPerson p) {
        return isOfProposal(got.notice())
                ? p.hearing.mustConfirm(actor, got, p.proposals.containsKey(got.proposal()))
                : p.service.mustConfirm(actor, got);
    }

    private static void hear(
            Actor actor, TravellerCommand command, ModelPerson p, LocalDate today) {
        switch (command) {
            case TravellerCommand.RecordService c when isOfProposal(c.notice()) ->
                    p.hearing.record(actor, c);
            case TravellerCommand.RecordService c -> p.service.record(actor, c);
            case TravellerCommand.ConfirmReceipt c when isOfProposal(c.notice()) ->
                    p.hearing.confirm(c.proposal(), today);
            case TravellerCommand.ConfirmReceipt c -> p.service.confirm(c.proposal(), today);
            case TravellerCommand.DisputeService c when isOfProposal(c.notice()) ->
                    p.hearing.dispute(c.proposal(), today);
            case TravellerCommand.DisputeService c -> p.service.dispute(c.proposal(), today);
            case TravellerCommand.AnswerProposal c -> p.hearing.answer(c.proposal(), today);
            case TravellerCommand.RecordAnswer c -> p.hearing.answer(c.proposal(), today);
            case TravellerCommand.ReplyToAnswers c -> p.hearing.reply(c.proposal());
            case TravellerCommand _ -> throw new IllegalArgumentException("no hearing: " + command);
        }
    }

    private static void stops(ModelPerson p, Actor.Officer officer) {
        p.stopped = true;
        p.stoppedAt = Optional.of(officer.unit());
    }

    private static void happens(ModelPerson p, int number, List<Event> events, LocalDate today) {
        var act = Objects.requireNonNull(p.proposals.remove(number));
        p.service.decide(number, act, today);
        p.hearing.decide(number);
        switch (act) {
            case TwoOfficerAct.Refuse _ -> {
                p.stage = Stage.REFUSED;
                p.clearances.clear();
            }
            case TwoOfficerAct.SetAside _ -> {
                p.stage = Stage.SET_ASIDE;
                p.clearances.clear();
            }
            case TwoOfficerAct.Revoke _ -> p.revoke();
            case TwoOfficerAct.CorrectFact _ ->
                    found(events)
                            .ifPresent(finding -> {
                                p.correct(finding);
                                p.stage = after(finding, p.stage);
                            });
            case TwoOfficerAct.PlaceHold _, TwoOfficerAct.ExtendHold _ -> {}
        }
    }
}
