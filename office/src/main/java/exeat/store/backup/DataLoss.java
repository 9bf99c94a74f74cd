package exeat.store.backup;

import exeat.ledger.MerkleProofs;
import exeat.ledger.TileSource;
import exeat.ledger.verify.TreeHead;
import exeat.store.ledger.CheckpointFile;
import exeat.store.ledger.SequencerStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is missing in a database, compared with the newest checkpoint kept outside it.
 *
 * @param verdict whether something is missing
 * @param entries how many entries the log in the database has: their numbers are 0 to one less
 * @param signed how many entries the checkpoint is over; 0 without one
 * @param commands how many commands the missing entries are of, where that was kept outside as well
 * @param since when the last thing happened that is there
 * @param until when the checkpoint was kept, where that is known
 */
public record DataLoss(
        Verdict verdict,
        long entries,
        long signed,
        OptionalLong commands,
        Optional<Instant> since,
        Optional<Instant> until) {

    /** Whether something is missing. */
    public enum Verdict {
        /** Everything that the checkpoint speaks of is there. */
        NOTHING,
        /** The database was set back: entries are missing that were signed. */
        SET_BACK,
        /** It does not begin with what was signed: it is another history. */
        ANOTHER_HISTORY,
        /** No checkpoint was kept outside, so that nobody can tell. */
        UNKNOWN
    }

    static DataLoss of(
            Connection owner,
            DatabaseStatus standing,
            Optional<TreeHead> kept,
            Optional<CheckpointFile.LogProgress> at)
            throws SQLException {
        long entries = standing.entries();
        if (kept.isEmpty()) {
            return new DataLoss(
                    Verdict.UNKNOWN,
                    entries,
                    0,
                    OptionalLong.empty(),
                    standing.last(),
                    Optional.empty());
        }
        long signed = kept.get().size();
        var progress = at.filter(p -> p.entries() == signed);
        var until = progress.map(CheckpointFile.LogProgress::at);
        if (entries < signed) {
            var commands = OptionalLong.empty();
            if (progress.filter(p -> p.from() <= entries).isPresent()) {
                long there = DatabaseStatus.commands(owner, progress.get().from(), entries);
                commands = OptionalLong.of(progress.get().commands() - there);
            }
            return new DataLoss(
                    Verdict.SET_BACK, entries, signed, commands, standing.last(), until);
        }
        TileSource tiles = tile -> SequencerStore.read(owner, tile);
        boolean same =
                new MerkleProofs(entries, tiles).root(signed).toString().equals(kept.get().root());
        return new DataLoss(
                same ? Verdict.NOTHING : Verdict.ANOTHER_HISTORY,
                entries,
                signed,
                OptionalLong.empty(),
                standing.last(),
                until);
    }
}
