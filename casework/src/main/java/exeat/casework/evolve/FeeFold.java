package exeat.casework.evolve;

import exeat.casework.event.FeeEvent;
import exeat.casework.value.fee.FeeAccount;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What each event changes in a traveller's account. A last view is folded too, and need not have
 * one: what is not there stays away.
 */
final class FeeFold {

    private FeeFold() {}

    static void evolve(TravellerDraft d, FeeEvent event, Instant at) {
        switch (event) {
            case FeeEvent.FeeAsked e -> {
                var demand =
                        new FeeAccount.Demand(
                                e.demand(), e.amount(), e.currency(), e.paragraph(), at);
                d.fee =
                        Optional.of(
                                d.fee.map(account -> account.with(demand))
                                        .orElseGet(() -> FeeAccount.of(demand)));
            }
            case FeeEvent.FeePaid e ->
                    change(
                            d,
                            account ->
                                    account.with(
                                            new FeeAccount.Payment(
                                                    e.demand(),
                                                    e.amount(),
                                                    e.reference(),
                                                    e.by(),
                                                    at)));
            case FeeEvent.FeeWaived e ->
                    change(
                            d,
                            account -> account.with(new FeeAccount.Waiver(e.by(), e.reason(), at)));
            case FeeEvent.FeeRefunded e ->
                    change(
                            d,
                            account ->
                                    account.with(
                                            new FeeAccount.Refund(
                                                    e.amount(), e.reference(), e.by(), at)));
        }
    }

    private static void change(TravellerDraft d, UnaryOperator<FeeAccount> change) {
        d.fee = d.fee.map(change);
    }
}
