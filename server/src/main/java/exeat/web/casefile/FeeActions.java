package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.casework.command.FeeCommand;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.fee.FeeAccount;
import exeat.web.casefile.view.FeeTexts;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the unit that has the file records of a fee. No form has a field for an amount. */
final class FeeActions {

    private final CaseId id;
    private final TravellerNo no;
    private final PageTexts words;

    FeeActions(CaseId id, TravellerNo no, PageTexts words) {
        this.id = id;
        this.no = no;
        this.words = words;
    }

    /**
     * All actions on fees, even after the case has ended: what was paid can still be recorded, and
     * what is due back paid back.
     */
    List<CaseAction> all(TravellerState state) {
        return state.fee()
                .map(fee -> all(fee, StageTransitions.isApproved(state.stage())))
                .orElse(List.of());
    }

    private List<CaseAction> all(FeeAccount fee, boolean approved) {
        var actions = new ArrayList<CaseAction>();
        for (var demand : fee.demands().reversed()) {
            if (demand.amount().signum() > 0) {
                actions.add(
                        referenced(
                                CaseActionKind.RECORD_PAYMENT,
                                Integer.toString(demand.number()),
                                amount(fee, demand.amount()),
                                text ->
                                        new FeeCommand.RecordPayment(
                                                id, no, demand.number(), text)));
            }
        }
        if (fee.asked(approved).signum() > 0) {
            actions.add(waive(amount(fee, fee.asked(approved))));
        }
        if (fee.dueBack(approved).signum() > 0) {
            actions.add(
                    referenced(
                            CaseActionKind.REFUND_FEE,
                            "",
                            amount(fee, fee.dueBack(approved)),
                            text -> new FeeCommand.RefundFee(id, no, text)));
        }
        return actions;
    }

    private static String amount(FeeAccount fee, BigDecimal of) {
        return FeeTexts.amount(of, fee.standing().currency());
    }

    private CaseAction waive(String amount) {
        return action(
                CaseActionKind.WAIVE_FEE,
                "",
                amount,
                "reason",
                form ->
                        form.area(
                                "reason",
                                words.say("action.reason"),
                                words.say("action.reason.hint")),
                text -> new FeeCommand.WaiveFee(id, no, text));
    }

    private CaseAction referenced(
            CaseActionKind kind, String target, String amount, Function<String, Command> command) {
        return action(
                kind,
                target,
                amount,
                "reference",
                form ->
                        form.text(
                                "reference",
                                words.say("action.reference"),
                                words.say("action.reference.hint")),
                command);
    }

    private CaseAction action(
            CaseActionKind kind,
            String target,
            String amount,
            String field,
            Consumer<FormBuilder> fields,
            Function<String, Command> command) {
        return new CaseAction(
                kind,
                target,
                words.say("action." + kind.address(), amount),
                kind.told(words),
                fields,
                posted ->
                        posted.value(field).isEmpty()
                                ? Map.of(field, words.say("wrong.empty"))
                                : Map.of(),
                posted -> command.apply(posted.value(field)));
    }
}
