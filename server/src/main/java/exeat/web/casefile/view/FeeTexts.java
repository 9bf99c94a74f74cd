package exeat.web.casefile.view;

import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.document.FeeTerms;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A traveller's fee in words: what was asked, what for, and what came of it. */
public final class FeeTexts {

    private final PackTexts terms;
    private final PageTexts words;

    public FeeTexts(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** An amount as it is written everywhere: the digits, and the letters of the currency. */
    public static String amount(BigDecimal amount, String currency) {
        return amount.toPlainString() + "\u00a0" + currency;
    }

    /** Empty where none was ever asked. */
    public Optional<SummaryList> rows(TravellerState traveller) {
        return traveller
                .fee()
                .map(fee ->
                        new SummaryList(rows(fee, StageTransitions.isApproved(traveller.stage()))));
    }

    private List<SummaryRow> rows(FeeAccount fee, boolean approved) {
        var last = fee.standing();
        var rows = new ArrayList<SummaryRow>();
        rows.add(
                SummaryRow.of(
                        words.say("fee.asked"),
                        fee.demands().stream()
                                .map(demand ->
                                        words.say(
                                                "fee.asked.on",
                                                amount(demand.amount(), demand.currency()),
                                                day(demand.at())))
                                .toList()));
        rows.add(
                SummaryRow.of(
                        words.say("fee.for"),
                        List.of(
                                terms.message(FeeTerms.PURPOSE).orElse(""),
                                words.say("fee.paragraph", last.paragraph()))));
        rows.add(SummaryRow.of(words.say("fee.state"), state(fee, approved)));
        if (!fee.payments().isEmpty()) {
            rows.add(SummaryRow.of(words.say("fee.payments"), payments(fee)));
        }
        if (!fee.refunds().isEmpty()) {
            rows.add(SummaryRow.of(words.say("fee.refunds"), refunds(fee)));
        }
        fee.waiver()
                .ifPresent(waiver ->
                        rows.add(SummaryRow.of(words.say("fee.waiver"), waiver.reason())));
        return rows;
    }

    /** Each payment with its day and reference. */
    public List<String> payments(FeeAccount fee) {
        return fee.payments().stream()
                .map(one -> moved(one.amount(), one.at(), one.reference(), fee))
                .toList();
    }

    /** Each repayment likewise. */
    public List<String> refunds(FeeAccount fee) {
        return fee.refunds().stream()
                .map(one -> moved(one.amount(), one.at(), one.reference(), fee))
                .toList();
    }

    private String moved(BigDecimal amount, Instant at, String reference, FeeAccount fee) {
        return words.say(
                "fee.moved", amount(amount, fee.standing().currency()), day(at), reference);
    }

    private String day(Instant at) {
        return words.day(at.atZone(terms.directive().vocabulary().zone()).toLocalDate());
    }

    /** The present state of a fee. */
    public String state(FeeAccount fee, boolean approved) {
        var currency = fee.standing().currency();
        if (fee.dueBack(approved).signum() > 0) {
            return words.say("fee.due-back", amount(fee.dueBack(approved), currency));
        }
        if (fee.open(approved).signum() > 0) {
            return words.say("fee.open", amount(fee.open(approved), currency));
        }
        if (fee.asked(approved).signum() > 0) {
            return words.say("fee.paid");
        }
        return words.say(fee.waiver().isPresent() ? "fee.waived" : "fee.nothing");
    }
}
