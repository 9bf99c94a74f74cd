package exeat.casework.simulator;

import static exeat.casework.World.CASE;

import exeat.casework.World;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.simulator.RandomCommands.Kind;
import exeat.casework.simulator.RandomCommands.Move;
import exeat.casework.state.CaseState;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import java.time.LocalDate;
import java.util.Optional;

/** Decisions that are handed over, confirmed, and disputed. */
final class ServiceCommands {

    private final RandomCommands random;

    ServiceCommands(RandomCommands random) {
        this.random = random;
    }

    Command byChance(Kind kind, TravellerState t, LocalDate today) {
        int number = random.number(t.proposals().size());
        return switch (kind) {
            case RECORD_SERVICE ->
                    new TravellerCommand.RecordService(
                            CASE,
                            t.no(),
                            number,
                            today.plusDays(random.chance(70) ? 0 : random.number(9) - 7));
            case CONFIRM_RECEIPT -> new TravellerCommand.ConfirmReceipt(CASE, t.no(), number);
            default -> new TravellerCommand.DisputeService(CASE, t.no(), number, random.reason());
        };
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
        if (state.handling().secret(t.no()).isPresent() && random.chance(50)) {
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
