package exeat.casework.event;

import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.math.BigDecimal;

/** What became of a traveller's fee; see {@link exeat.casework.value.fee.FeeAccount}. */
public sealed interface FeeEvent extends TravellerEvent {

    /**
     * A finding asks a fee, or less than the one before.
     *
     * @param demand counted for this traveller, from 1
     * @param amount zero where nothing is asked any more
     */
    @StoredAs(fields = {"traveller", "demand", "amount", "currency", "paragraph"})
    record FeeAsked(
            TravellerNo traveller, int demand, BigDecimal amount, String currency, String paragraph)
            implements FeeEvent {}

    /**
     * It was paid, outside this office's books.
     *
     * @param demand which one; the amount is that of it
     */
    @StoredAs(fields = {"traveller", "demand", "amount", "reference", "by", "unit"})
    record FeePaid(
            TravellerNo traveller,
            int demand,
            BigDecimal amount,
            String reference,
            OfficerId by,
            AuthorityId unit)
            implements FeeEvent {}

    /** An officer asks it no more; what was paid goes back. */
    @StoredAs(fields = {"traveller", "reason", "by", "unit"})
    record FeeWaived(TravellerNo traveller, String reason, OfficerId by, AuthorityId unit)
            implements FeeEvent {}

    /** All that was to be paid back was. */
    @StoredAs(fields = {"traveller", "amount", "reference", "by", "unit"})
    record FeeRefunded(
            TravellerNo traveller,
            BigDecimal amount,
            String reference,
            OfficerId by,
            AuthorityId unit)
            implements FeeEvent {}
}
