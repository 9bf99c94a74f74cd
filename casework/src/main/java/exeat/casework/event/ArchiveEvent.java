package exeat.casework.event;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;

/** What keeps a file, or is to end it. */
public sealed interface ArchiveEvent extends CaseEvent {
    /** An order by which nothing of the file may be erased. */
    record FileKept(String order, OfficerId by, AuthorityId unit) implements ArchiveEvent {}

    record FileFreed(String reason, OfficerId by, AuthorityId unit) implements ArchiveEvent {}

    /** The first of two officers; what was proposed before is forgotten. */
    record ErasureProposed(String basis, String reason, OfficerId by, AuthorityId unit)
            implements ArchiveEvent {}
}
