package exeat.casework.evolve;

import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.state.Archive;
import exeat.casework.state.CaseState;
import java.time.Instant;
import java.util.Optional;

/** What events change about the erasing and keeping of a case. */
final class ArchiveFold {

    private ArchiveFold() {}

    static CaseState evolve(CaseState state, ArchiveEvent event, Instant at) {
        var archive = state.archive().orElse(Archive.NOTHING);
        return state.with(
                switch (event) {
                    case ArchiveEvent.FileKept(var order, var by, var unit) ->
                            archive.with(Optional.of(new Archive.LegalHold(order, by, unit, at)));
                    case ArchiveEvent.FileFreed _ -> archive.with(Optional.empty());
                    case ArchiveEvent.ErasureProposed(var basis, var reason, var by, var unit) ->
                            archive.with(new Archive.Proposed(basis, reason, by, unit, at));
                });
    }

    /** The state continues from here; earlier events are not needed and cannot be read. */
    static CaseState evolve(CaseEvent.Erased erased) {
        var left = erased.remains().orElseThrow().whole();
        return left.with(
                left.archive().orElse(Archive.NOTHING).with(erased.travellers(), erased.erasure()));
    }
}
