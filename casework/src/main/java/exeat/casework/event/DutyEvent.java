package exeat.casework.event;

import exeat.casework.command.Command;
import exeat.casework.state.Erasure;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.Tombstone;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Application;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.Consequence;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Anomaly;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.InForcePeriod;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who is away, and who stands in. */
    public sealed interface DutyEvent extends BriefingEvent {
/**
     * An officer is away, and does nothing meanwhile.
     *
     * @param until the last day
     * @param by themselves, or somebody above
     */
    record Absent(int absence, OfficerId officer, LocalDate from, LocalDate until, OfficerId by)
            implements DutyEvent {}

record Back(int absence, OfficerId by) implements DutyEvent {}

/**
     * For a time, one officer may do what another may.
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
