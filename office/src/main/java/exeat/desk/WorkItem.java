package exeat.desk;

import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;

/**
 * One thing to do on a case.
 *
 * @param task as a {@link QueueRow} names it
 */
public record WorkItem(CaseId id, TravellerNo traveller, String task) {}
