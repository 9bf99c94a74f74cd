package exeat.casework.evolve;

import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.state.Archive;
import exeat.casework.state.CaseState;
import java.time.Instant;
import java.util.Optional;

/** What events change of what is no longer kept of a file, and of what keeps it. */
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

    /** From here on: what was before is not needed, and cannot be had. */
    static CaseState evolve(CaseEvent.Erased erased) {
        var left = erased.remains().orElseThrow().whole();
        return left.with(
                left.archive().orElse(Archive.NOTHING).with(erased.travellers(), erased.erasure()));
    }
}
