package exeat.casework.simulator;

import static exeat.casework.World.CASE;

import exeat.casework.World;
import exeat.casework.command.Command;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.simulator.RandomCommands.Move;
import exeat.casework.state.CaseState;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.TwoOfficerAct;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Proposals and decisions that are handed over, confirmed, disputed, and answered. */
final class ServiceCommands {

    private static final String REPLY = "The officer weighed this, and says why.";

    private final RandomCommands random;

    ServiceCommands(RandomCommands random) {
        this.random = random;
    }

    Command byChance(Kind kind, TravellerState t, LocalDate today) {
        int number = random.number(t.proposals().size());
        var notice = notice();
        return switch (kind) {
            case RECORD_SERVICE ->
                    new TravellerCommand.RecordService(
                            CASE,
                            t.no(),
                            number,
                            today.plusDays(random.chance(70) ? 0 : random.number(9) - 7),
                            notice);
            case CONFIRM_RECEIPT ->
                    new TravellerCommand.ConfirmReceipt(CASE, t.no(), number, notice);
            case DISPUTE_SERVICE ->
                    new TravellerCommand.DisputeService(
                            CASE, t.no(), number, random.reason(), notice);
            case ANSWER_PROPOSAL ->
                    new TravellerCommand.AnswerProposal(CASE, t.no(), number, random.reason());
            case RECORD_ANSWER ->
                    new TravellerCommand.RecordAnswer(CASE, t.no(), number, random.reason());
            default -> new TravellerCommand.ReplyToAnswers(CASE, t.no(), number, REPLY);
        };
    }

    private Optional<NoticeKind> notice() {
        return random.chance(20)
                ? Optional.empty()
                : Optional.of(random.one(List.of(NoticeKind.values())));
    }

    /** A proposal is handed over and answered, and answers have a reply, before anybody agrees. */
    Optional<Move> hear(CaseState state, TravellerState t, Proposal proposal, LocalDate today) {
        var hearing = proposal.hearing();
        if (hearing.isEmpty() || proposal.act() instanceof TwoOfficerAct.PlaceHold) {
            return Optional.empty();
        }
        int number = proposal.number();
        boolean secret = state.handling().secret(t.no()).isPresent();
        if (random.chance(secret ? 30 : 15)) {
            return Optional.of(ownSecret(state, t));
        }
        if (secret && !hearing.get().isConfirmed() && random.chance(80)) {
            return Optional.of(confirm(t, number));
        }
        if (hearing.get().standing().isEmpty()) {
            return Optional.of(serve(state, t, number, today));
        }
        if (hearing.get().isUnanswered()) {
            return Optional.of(
                    new Move(
                            Kind.REPLY_TO_ANSWERS,
                            World.officer(proposal.unit()),
                            new TravellerCommand.ReplyToAnswers(CASE, t.no(), number, REPLY)));
        }
        if (hearing.get().answers().isEmpty() && random.chance(30)) {
            return Optional.of(
                    new Move(
                            Kind.ANSWER_PROPOSAL,
                            World.party(t.no()),
                            new TravellerCommand.AnswerProposal(
                                    CASE, t.no(), number, "it is not as they say")));
        }
        return Optional.empty();
    }

    /** Only with a secret of their own does somebody confirm that they have it in hand. */
    private static Move ownSecret(CaseState state, TravellerState t) {
        var asked = state.handling().secret(t.no());
        return asked.isEmpty()
                ? new Move(
                        Kind.ASK_FOR_SECRET,
                        World.officer(state.holder(), 1),
                        new SecretCommand.AskForSecret(CASE, t.no(), "first part", "a passport"))
                : new Move(
                        Kind.ISSUE_SECRET,
                        World.officer(state.holder(), 2),
                        new SecretCommand.IssueSecret(
                                CASE, t.no(), asked.get().number(), "other part", "the face"));
    }

    private static Move confirm(TravellerState t, int number) {
        return new Move(
                Kind.CONFIRM_RECEIPT,
                World.party(t.no()),
                new TravellerCommand.ConfirmReceipt(
                        CASE, t.no(), number, Optional.of(NoticeKind.PROPOSAL)));
    }

    private Move serve(CaseState state, TravellerState t, int number, LocalDate today) {
        var of = Optional.of(NoticeKind.PROPOSAL);
        return new Move(
                Kind.RECORD_SERVICE,
                World.officer(state.holder(), random.chance(50) ? 1 : 3),
                new TravellerCommand.RecordService(CASE, t.no(), number, today, of));
    }

    /** Mostly a decision is handed over soon; some say that it was not so. */
    Optional<Move> next(CaseState state, TravellerState t, LocalDate today) {
        return t.proposals().stream()
                .filter(proposal -> proposal.notice().isPresent())
                .filter(_ -> random.chance(40))
                .findFirst()
                .map(proposal -> next(state, t, proposal, today));
    }

    private Move next(CaseState state, TravellerState t, Proposal proposal, LocalDate today) {
        int number = proposal.number();
        boolean served = proposal.notice().flatMap(DecisionNotice::standing).isPresent();
        if (state.handling().secret(t.no()).isPresent() && random.chance(80)) {
            return new Move(
                    Kind.CONFIRM_RECEIPT,
                    World.party(t.no()),
                    new TravellerCommand.ConfirmReceipt(CASE, t.no(), number));
        }
        if (served) {
            return new Move(
                    Kind.DISPUTE_SERVICE,
                    World.party(t.no()),
                    new TravellerCommand.DisputeService(CASE, t.no(), number, "nobody came"));
        }
        return new Move(
                Kind.RECORD_SERVICE,
                World.officer(state.holder(), random.chance(50) ? 1 : 3),
                new TravellerCommand.RecordService(CASE, t.no(), number, today));
    }
}
