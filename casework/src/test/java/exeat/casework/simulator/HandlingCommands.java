package exeat.casework.simulator;

import static exeat.casework.World.CASE;

import exeat.casework.World;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import java.util.ArrayList;
import java.util.List;

/** Who has a file, who stands aside from it, and what is taken out of its turn: by chance. */
final class HandlingCommands {

    private final RandomCommands random;

    HandlingCommands(RandomCommands random) {
        this.random = random;
    }

    Command byChance(Kind kind, CaseState state, TravellerState t) {
        return switch (kind) {
            case HAND_OVER -> handOver();
            case JUMP ->
                    new TravellerCommand.TakeOutOfOrder(
                            CASE,
                            t.no(),
                            random.one(List.of("identity", "decide", "authorise", "appeal")),
                            random.one(List.of(CaseHandling.OutOfOrderReason.values())),
                            random.reason());
            case RECUSE -> recusal(t);
            case LIFT_RECUSAL ->
                    new TravellerCommand.LiftRecusal(CASE, t.no(), recused(state), random.reason());
            default -> throw new IllegalArgumentException("nothing of handling: " + kind);
        };
    }

    private Command handOver() {
        return new CaseCommand.HandOver(
                CASE,
                random.one(List.of(World.YANJI_FA, World.YANJI_PS, World.TUMEN_FA)),
                random.one(List.of(World.TUMEN_FA, World.TUMEN_PS, World.JILIN_FA)),
                random.reason());
    }

    private Command recusal(TravellerState t) {
        var officers = new ArrayList<>(t.officers());
        officers.add(World.officer(World.YANJI_FA, random.one(List.of(1, 2, 3))).id());
        return new TravellerCommand.Recuse(
                CASE,
                t.no(),
                random.one(officers),
                random.one(List.of(CaseHandling.ConflictOfInterest.values())),
                random.reason());
    }

    private OfficerId recused(CaseState state) {
        var recusals = state.handling().recusals();
        return recusals.isEmpty()
                ? World.officer(World.YANJI_FA).id()
                : random.one(recusals).officer();
    }
}
