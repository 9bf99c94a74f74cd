package exeat.casework.event;

import exeat.casework.value.OfficerId;
import java.time.LocalDate;

/** Absences and stand-ins. */
public sealed interface DutyEvent extends BriefingEvent {
    /**
     * An officer is away and cannot act.
     *
     * @param until the last day
     * @param by themselves, or somebody above
     */
    record Absent(int absence, OfficerId officer, LocalDate from, LocalDate until, OfficerId by)
            implements DutyEvent {}

    record Back(int absence, OfficerId by) implements DutyEvent {}

    /**
     * One officer may act for another for a limited time.
     *
     * @param from whose work it is
     * @param to who does it
     * @param last the last day
     * @param by the first, or somebody above
     */
    record Delegated(
            int delegation,
            OfficerId from,
            OfficerId to,
            LocalDate first,
            LocalDate last,
            OfficerId by)
            implements DutyEvent {}

    record DelegationEnded(int delegation, OfficerId by) implements DutyEvent {}
}
