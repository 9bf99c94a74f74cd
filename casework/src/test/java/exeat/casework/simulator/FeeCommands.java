package exeat.casework.simulator;

import static exeat.casework.World.CASE;

import exeat.casework.World;
import exeat.casework.command.FeeCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.simulator.RandomCommands.Move;
import exeat.casework.state.CaseState;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import java.util.Optional;

/** What is recorded of fees: by chance, and what comes next. */
final class FeeCommands {

    private final RandomCommands random;

    FeeCommands(RandomCommands random) {
        this.random = random;
    }

    TravellerCommand byChance(Kind kind, TravellerState t) {
        var last = t.fee().map(fee -> fee.standing().number()).orElse(1);
        return switch (kind) {
            case RECORD_PAYMENT ->
                    new FeeCommand.RecordPayment(CASE, t.no(), random.number(last), reference());
            case WAIVE_FEE -> new FeeCommand.WaiveFee(CASE, t.no(), random.reason());
            case REFUND_FEE -> new FeeCommand.RefundFee(CASE, t.no(), reference());
            default -> throw new IllegalArgumentException("nothing of fees: " + kind);
        };
    }

    private String reference() {
        return random.chance(97) ? "R-" + random.number(9) : " ";
    }

    /** Now and then somebody pays, or is paid back; often enough twice. */
    Optional<Move> next(CaseState state, TravellerState t) {
        boolean approved = StageTransitions.isApproved(t.stage());
        var fee = t.fee();
        var holder = World.officer(state.holder());
        int receipts = fee.map(f -> f.payments().size() + f.refunds().size()).orElse(0);
        if (fee.filter(f -> f.open(approved).signum() > 0).isPresent() && random.chance(15)) {
            return Optional.of(
                    new Move(
                            Kind.RECORD_PAYMENT,
                            holder,
                            new FeeCommand.RecordPayment(
                                    CASE,
                                    t.no(),
                                    fee.orElseThrow().standing().number(),
                                    "P-" + receipts)));
        }
        if (fee.filter(f -> f.dueBack(approved).signum() > 0).isPresent() && random.chance(15)) {
            return Optional.of(
                    new Move(
                            Kind.REFUND_FEE,
                            holder,
                            new FeeCommand.RefundFee(CASE, t.no(), "B-" + receipts)));
        }
        return Optional.empty();
    }
}
