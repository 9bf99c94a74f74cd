package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
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

    /** Before an officer of a unit that protects; at once, and in that officer's name. */
    static Response inPerson(TravellerContext m, TravellerCommand.InPerson act) {
        boolean possible =
                switch (act) {
                    case TravellerCommand.WithdrawInPerson _ ->
                            m.may(StageTransitions.Transition.WITHDRAWN);
                    case TravellerCommand.EndClaimInPerson _ -> m.traveller().protectionClaimed();
                };
        return Check.that(SecretRules.protects(m.state(), m.context()), Code.NOT_ALLOWED, "unit")
                .and(possible, Code.WRONG_STAGE, "stage")
                // Whoever answers for a child withdraws for them.
                .and(
                        () -> !(act instanceof TravellerCommand.WithdrawInPerson && m.isMinor()),
                        Code.NOT_ALLOWED,
                        "minor")
                .and(!act.seen().isBlank(), Code.REASON_MISSING, "seen")
                .then(() ->
                        List.of(
                                new TravellerEvent.IdentifiedInPerson(
                                        m.no(),
                                        m.actingOfficer().id(),
                                        m.actingOfficer().unit(),
                                        act.seen()),
                                switch (act) {
                                    case TravellerCommand.WithdrawInPerson _ ->
                                            new TravellerEvent.Withdrawn(m.no());
                                    case TravellerCommand.EndClaimInPerson _ ->
                                            new TravellerEvent.ProtectionClaimEnded(m.no());
                                }));
    }
}
