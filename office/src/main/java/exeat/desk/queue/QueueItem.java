package exeat.desk.queue;

import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;

/**
 * One thing to do on a case.
 *
 * @param task as a {@link QueueRow} names it
 */
public record QueueItem(CaseId id, TravellerNo traveller, String task) {}
