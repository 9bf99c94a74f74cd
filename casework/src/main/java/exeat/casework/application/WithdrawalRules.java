package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.StageTransitions;
import java.util.List;

/** What only the person decides: to leave the application. */
final class WithdrawalRules {

    private WithdrawalRules() {}

    /** Possible until the crossing; for a minor, any one guardian can withdraw their consent. */
    static Response withdraw(TravellerContext m) {
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(m.may(StageTransitions.Transition.WITHDRAWN), Code.WRONG_STAGE, "stage")
                .then(() -> List.of(new TravellerEvent.Withdrawn(m.no())));
    }
}
