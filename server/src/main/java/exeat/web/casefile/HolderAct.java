package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import java.util.function.Predicate;

/**
 * An action that an officer of the unit that handles the case takes by giving a reason; it needs no
 * form of its own. None is offered once the case has ended.
 *
 * @param when whether it is offered in a state of a traveller whose case goes on
 * @param command what the action sends
 */
record HolderAct(Predicate<TravellerState> when, Reasoned command) {

    /** Makes the command from what the officer typed. */
    interface Reasoned {
        Command of(CaseId id, TravellerNo traveller, String reason);
    }

    boolean isOffered(TravellerState state) {
        return !StageTransitions.ENDS.contains(state.stage()) && when.test(state);
    }
}
