package exeat.casework.value.fee;

import exeat.casework.value.OfficerId;
import exeat.rules.source.StoredAs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one traveller was asked to pay, and what came of it. Whether anything is due depends on the
 * approval: once that has fallen away, nothing is, and what was paid goes back.
 *
 * <p>No demand is higher than the one before it. So whatever was paid to an earlier one covers what
 * is asked now, and what is open is always the whole of it or nothing.
 *
 * @param demands the one that stands last; at least one
 * @param waiver by which nothing is asked any more
 */
@StoredAs(
        name = "fee-account",
        fields = {"demands", "payments", "waiver", "refunds"})
public record FeeAccount(
        List<Demand> demands,
        List<Payment> payments,
        Optional<Waiver> waiver,
        List<Refund> refunds) {

    public FeeAccount {
        demands = List.copyOf(demands);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
    }

    /**
     * What a finding asks.
     *
     * @param number counted for this traveller, from 1
     * @param amount zero where a later finding asks nothing any more
     * @param currency its three-letter code
     * @param paragraph of the directive, which asks for it
     */
    @StoredAs(
            name = "fee-demand",
            fields = {"number", "amount", "currency", "paragraph", "at"})
    public record Demand(
            int number, BigDecimal amount, String currency, String paragraph, Instant at) {}

    /**
     * What was paid to a demand.
     *
     * @param reference under which the recipient of the money finds it
     */
    @StoredAs(
            name = "fee-payment",
            fields = {"demand", "amount", "reference", "by", "at"})
    public record Payment(
            int demand, BigDecimal amount, String reference, OfficerId by, Instant at) {}

    /** One officer asks nothing any more. */
    @StoredAs(
            name = "fee-waiver",
            fields = {"by", "reason", "at"})
    public record Waiver(OfficerId by, String reason, Instant at) {}

    /** What was paid back. */
    @StoredAs(
            name = "fee-refund",
            fields = {"amount", "reference", "by", "at"})
    public record Refund(BigDecimal amount, String reference, OfficerId by, Instant at) {}

    /** An account with its first demand. */
    public static FeeAccount of(Demand demand) {
        return new FeeAccount(List.of(demand), List.of(), Optional.empty(), List.of());
    }

    public Demand standing() {
        return demands.getLast();
    }

    public Optional<Demand> demand(int number) {
        return demands.stream().filter(demand -> demand.number() == number).findFirst();
    }

    /** What is asked now, paid or not. */
    public BigDecimal asked(boolean approved) {
        return approved && waiver.isEmpty() ? standing().amount() : BigDecimal.ZERO;
    }

    /** What the office has: all payments without what was paid back. */
    public BigDecimal held() {
        return sum(payments.stream().map(Payment::amount))
                .subtract(sum(refunds.stream().map(Refund::amount)));
    }

    /** What is still to be paid. */
    public BigDecimal open(boolean approved) {
        return asked(approved).subtract(held()).max(BigDecimal.ZERO);
    }

    /** What is to be paid back. */
    public BigDecimal dueBack(boolean approved) {
        return held().subtract(asked(approved)).max(BigDecimal.ZERO);
    }

    /** Whether this payment, or this repayment, is recorded already. */
    public boolean isRecorded(String reference) {
        return Stream.concat(
                        payments.stream().map(Payment::reference),
                        refunds.stream().map(Refund::reference))
                .anyMatch(reference::equals);
    }

    public FeeAccount with(Demand demand) {
        return new FeeAccount(more(demands, demand), payments, waiver, refunds);
    }

    public FeeAccount with(Payment payment) {
        return new FeeAccount(demands, more(payments, payment), waiver, refunds);
    }

    public FeeAccount with(Waiver waived) {
        return new FeeAccount(demands, payments, Optional.of(waived), refunds);
    }

    public FeeAccount with(Refund refund) {
        return new FeeAccount(demands, payments, waiver, more(refunds, refund));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> List<T> more(List<T> before, T one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }
}
