package exeat.casework.command;

import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.source.StoredAs;

/** What officers record of a fee, also after the end. Its amount is never typed. */
public sealed interface FeeCommand extends TravellerCommand.OfFee {

    /**
     * It was paid elsewhere.
     *
     * @param demand the number of what was asked then
     * @param reference under which the recipient of the money finds it
     */
    @StoredAs(
            name = "RecordPayment",
            fields = {"stream", "traveller", "demand", "reference"})
    record RecordPayment(
            StreamId.CaseId stream, TravellerNo traveller, int demand, String reference)
            implements FeeCommand {}

    /** An officer asks it no more. */
    @StoredAs(
            name = "WaiveFee",
            fields = {"stream", "traveller", "reason"})
    record WaiveFee(StreamId.CaseId stream, TravellerNo traveller, String reason)
            implements FeeCommand {}

    /** All that was to be paid back was. */
    @StoredAs(
            name = "RefundFee",
            fields = {"stream", "traveller", "reference"})
    record RefundFee(StreamId.CaseId stream, TravellerNo traveller, String reference)
            implements FeeCommand {}
}
