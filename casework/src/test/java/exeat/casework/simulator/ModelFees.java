package exeat.casework.simulator;

import exeat.casework.command.Actor;
import exeat.casework.command.FeeCommand;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A traveller's fee on a cashier's sheet: prices told, money in, money out. */
final class ModelFees {

    /** Where nothing is asked: nobody has approved them, or not any more. */
    private static final Set<Stage> FREE =
            EnumSet.of(
                    Stage.UNCONFIRMED,
                    Stage.UNANSWERED,
                    Stage.REFERRED,
                    Stage.SET_ASIDE,
                    Stage.REFUSED,
                    Stage.WITHDRAWN);

    /** Whether a paper waits for it. */
    boolean first;

    private Optional<BigDecimal> found = Optional.empty();
    private final List<BigDecimal> prices = new ArrayList<>();
    private boolean waived;
    private BigDecimal box = BigDecimal.ZERO;
    private final Set<String> receipts = new HashSet<>();

    void found(Finding finding) {
        found = Optional.of(finding.burden().fee());
    }

    /** Whoever is approved is told the price once, and again when it falls. */
    void tell(Stage stage) {
        if (FREE.contains(stage) || found.isEmpty() || waived) {
            return;
        }
        boolean dear = prices.isEmpty() && found.get().signum() > 0;
        boolean less = !prices.isEmpty() && found.get().compareTo(prices.getLast()) < 0;
        if (dear || less) {
            prices.add(found.get());
        }
    }

    private BigDecimal price(Stage stage) {
        return FREE.contains(stage) || waived || prices.isEmpty()
                ? BigDecimal.ZERO
                : prices.getLast();
    }

    private BigDecimal missing(Stage stage) {
        return price(stage).subtract(box).max(BigDecimal.ZERO);
    }

    private BigDecimal tooMuch(Stage stage) {
        return box.subtract(price(stage)).max(BigDecimal.ZERO);
    }

    boolean keepsThePaper(Stage stage) {
        return first && missing(stage).signum() > 0;
    }

    /** Whether it may be recorded, where nothing else stands in the way. */
    boolean may(Actor actor, FeeCommand command, AuthorityId holder, Stage stage) {
        return actor instanceof Actor.Officer by
                && by.unit().equals(holder)
                && switch (command) {
                    case FeeCommand.RecordPayment c ->
                            c.demand() > 0
                                    && c.demand() <= prices.size()
                                    && prices.get(c.demand() - 1).signum() > 0
                                    && isNew(c.reference());
                    case FeeCommand.WaiveFee c ->
                            price(stage).signum() > 0 && !c.reason().isBlank();
                    case FeeCommand.RefundFee c ->
                            tooMuch(stage).signum() > 0 && isNew(c.reference());
                };
    }

    private boolean isNew(String reference) {
        return !reference.isBlank() && !receipts.contains(reference);
    }

    void follow(FeeCommand command, Stage stage) {
        switch (command) {
            case FeeCommand.RecordPayment c -> {
                box = box.add(prices.get(c.demand() - 1));
                receipts.add(c.reference());
            }
            case FeeCommand.WaiveFee _ -> waived = true;
            case FeeCommand.RefundFee c -> {
                box = box.subtract(tooMuch(stage));
                receipts.add(c.reference());
            }
        }
    }

    /** Whether the program has the same on its sheet. */
    boolean agrees(TravellerState t) {
        var fee = t.fee();
        return fee.map(f -> f.demands().size()).orElse(0) == prices.size()
                && fee.map(f -> f.held().compareTo(box) == 0).orElse(box.signum() == 0)
                && fee.map(f -> f.waiver().isPresent()).orElse(false) == waived;
    }
}
