package exeat.casework.event;

import exeat.casework.command.Command;
import exeat.casework.state.Erasure;
import exeat.casework.state.Keeping;
import exeat.casework.state.Remains;
import exeat.casework.state.Tenure;
import exeat.casework.value.Act;
import exeat.casework.value.Against;
import exeat.casework.value.AlarmKind;
import exeat.casework.value.Application;
import exeat.casework.value.Change;
import exeat.casework.value.Consequence;
import exeat.casework.value.Direction;
import exeat.casework.value.Document;
import exeat.casework.value.Item;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Sighting;
import exeat.casework.value.Standing;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Function;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.InForce;
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

/** What keeps a file, or is to end it. */
    public sealed interface ArchiveEvent extends CaseEvent {
/** An order by which nothing of the file may be erased. */
    record FileKept(String order, OfficerId by, AuthorityId unit) implements ArchiveEvent {}

record FileFreed(String reason, OfficerId by, AuthorityId unit) implements ArchiveEvent {}

/** The first of two officers; what was proposed before is forgotten. */
    record ErasureProposed(String basis, String reason, OfficerId by, AuthorityId unit)
            implements ArchiveEvent {}
}
