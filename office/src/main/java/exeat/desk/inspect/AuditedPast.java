package exeat.desk.inspect;

import exeat.casework.access.Past;
import exeat.casework.event.EventKind;
import exeat.casework.event.ReaderDisclosure;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.store.rows.ReadStore.StoredEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of a case that an auditor is told of. With a claim to protection they are the steps
 * that there were before it: no auditor is told that somebody seeks protection, or did.
 */
final class AuditedPast {

    /** What is said of protection, by its stored name: also where nothing else of it is left. */
    static final Set<String> OF_PROTECTION =
            Arrays.stream(EventKind.values())
                    .filter(kind -> kind.toReader() == ReaderDisclosure.PROTECTION)
                    .map(EventKind::stored)
                    .collect(Collectors.toUnmodifiableSet());

    private final Past past;

    AuditedPast(State state) {
        past = state instanceof CaseState of ? Past.toAuditor(of) : Past.WHOLE;
    }

    boolean tells(long sequence) {
        return !past.untold().contains(sequence);
    }

    /** Those that are told, in their order; their numbers are their places in this list. */
    List<StoredEvent> told(List<StoredEvent> events) {
        return events.stream()
                .filter(event -> tells(event.sequence()))
                .filter(event -> !OF_PROTECTION.contains(event.type()))
                .toList();
    }
}
