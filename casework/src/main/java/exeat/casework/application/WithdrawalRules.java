package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.StageTransitions;
import java.util.List;

/** What only the person decides: to withdraw, and to claim protection. */
final class WithdrawalRules {

    private WithdrawalRules() {}

    /** Possible until the crossing; for a minor, any one guardian can withdraw their consent. */
    static Response withdraw(TravellerContext m) {
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(m.may(StageTransitions.Transition.WITHDRAWN), Code.WRONG_STAGE, "stage")
                .then(() -> List.of(new TravellerEvent.Withdrawn(m.no())));
    }

    /** With any officer, or by the travellers themselves, including minors. */
    static Response claimProtection(TravellerContext m) {
        boolean may = m.isThePerson() || m.isParty(m.no()) || m.officer().isPresent();
        return Check.that(may, Code.NOT_ALLOWED, "actor")
                .then(() -> List.of(new TravellerEvent.ProtectionClaimed(m.no())));
    }

    /** Only the person; for a minor, not even a guardian. */
    static Response endProtectionClaim(TravellerContext m) {
        return Check.that(m.isParty(m.no()), Code.NOT_ALLOWED, "actor")
                .and(m.traveller().protectionClaimed(), Code.NOT_FOUND, "claim")
                .then(() -> List.of(new TravellerEvent.ProtectionClaimEnded(m.no())));
    }
}
