package exeat.casework.access;

import static exeat.casework.access.Invariants.that;

import exeat.casework.command.Actor;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;

/** Nobody pays more than the finding asks, and what is too much goes back. */
final class FeeInvariants {

    private FeeInvariants() {}

    static void check(TravellerState t) {
        t.fee().ifPresent(fee -> check(fee, StageTransitions.isApproved(t.stage())));
    }

    private static void check(FeeAccount fee, boolean approved) {
        var asked = fee.asked(approved);
        that(fee.held().signum() >= 0, "more was paid back than was paid");
        that(
                fee.held().subtract(fee.dueBack(approved)).compareTo(asked) <= 0,
                "more was paid than is asked, and it does not go back");
        that(
                fee.open(approved).signum() == 0 || fee.open(approved).compareTo(asked) == 0,
                "a part of a fee is open");
        that(
                approved || fee.open(false).signum() == 0,
                "somebody is asked for money who is not approved");
        BigDecimal before = fee.demands().getFirst().amount();
        for (var demand : fee.demands()) {
            that(demand.amount().compareTo(before) <= 0, "a fee rose");
            before = demand.amount();
        }
    }

    /** An office asks what the finding says, and no unit but the holder records anything. */
    static void check(CaseState before, TravellerState now, Actor actor, TravellerEvent event) {
        if (event instanceof FeeEvent.FeeAsked asked) {
            var most = now.finding().map(Finding::burden).map(b -> b.fee()).orElse(BigDecimal.ZERO);
            that(asked.amount().compareTo(most) <= 0, "more is asked than the finding says");
            that(StageTransitions.isApproved(now.stage()), "asked before an approval");
        } else if (event instanceof FeeEvent) {
            that(
                    actor instanceof Actor.Officer officer
                            && officer.unit().equals(before.holder()),
                    "another unit took a fee: " + actor);
        }
    }
}
