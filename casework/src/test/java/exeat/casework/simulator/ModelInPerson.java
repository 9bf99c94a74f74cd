package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import java.time.LocalDate;

/** What two officers may do in a person's name, or undo; for the {@link Model}. */
final class ModelInPerson {

    private ModelInPerson() {}

    static boolean may(
            Actor actor, TravellerCommand.InPerson command, ModelPerson p, LocalDate today) {
        boolean officer = actor instanceof Actor.Officer;
        return switch (command) {
            case TravellerCommand.WithdrawInPerson _ ->
                    officer && p.stage != Stage.DEPARTED && !p.acts.hasActed(actor);
            case TravellerCommand.EndClaimInPerson _ ->
                    officer && p.claimed && !p.acts.hasActed(actor);
            case TravellerCommand.DisownInPerson c ->
                    p.acts.mayUndoLast(actor, c.withdrawal(), today);
            case TravellerCommand.SecondInPerson c -> p.mayBeSecond(actor, c.request(), today);
            case TravellerCommand.StopInPerson c -> mayStop(actor, p, c.request(), today);
        };
    }

    /** Neither whoever filed nor who did it keeps anybody from undoing it. */
    private static boolean mayStop(Actor actor, ModelPerson p, int request, LocalDate today) {
        return p.asked(request)
                .filter(one ->
                        one.against().isEmpty()
                                || (actor instanceof Actor.Officer
                                        ? !p.acts.hadPart(actor, one.against().get())
                                        : p.isProved(today)))
                .isPresent();
    }

    /** The person alone, and only with a secret that is theirs beyond doubt. */
    static boolean mayDisown(
            Actor actor, TravellerCommand.Disown command, ModelPerson p, LocalDate today) {
        return actor.equals(World.party(command.traveller()))
                && p.isProved(today)
                && p.acts.open(today).contains(command.request());
    }
}
