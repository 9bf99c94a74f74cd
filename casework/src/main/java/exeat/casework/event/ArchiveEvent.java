package exeat.casework.event;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;

/** What keeps a case, or will erase it. */
public sealed interface ArchiveEvent extends CaseEvent {
    /** An order that forbids erasing anything of the case. */
    record FileKept(String order, OfficerId by, AuthorityId unit) implements ArchiveEvent {}

    record FileFreed(String reason, OfficerId by, AuthorityId unit) implements ArchiveEvent {}

    /** The first of two officers; it replaces an earlier proposal. */
    record ErasureProposed(String basis, String reason, OfficerId by, AuthorityId unit)
            implements ArchiveEvent {}
}
