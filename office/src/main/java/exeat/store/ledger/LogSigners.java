package exeat.store.ledger;

import exeat.config.Config;
import exeat.config.LedgerSettings;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.nio.file.Path;
import java.sql.SQLException;

/** Chooses who signs the log, and holds them to the key with which the log began. */
public final class LogSigners {

    private LogSigners() {}

    /**
     * Whoever signs by the settings. A log continues only with its own key; under a new key it
     * would be another log, so none is made for a log that has begun.
     *
     * @throws OfficeException {@link Code#KEYS} when something was signed, and the key that signed
     *     it is not the one that is there
     */
    public static LogSigner of(Database database, Keys keys, Path data, Config config) {
        var socket = config.given(LedgerSettings.SIGNER).map(Path::of);
        boolean begun = hasBegun(database, data);
        var file = keys.file(LedgerKey.FILE);
        if (socket.isEmpty() && !keys.read(LedgerKey.VERIFIER).isEmpty()) {
            throw new OfficeException(
                    Code.KEYS,
                    "the key of the log is held by a signer. Name its socket in ledger.signer");
        }
        if (socket.isEmpty() && begun && keys.read(LedgerKey.FILE).isEmpty()) {
            throw new OfficeException(
                    Code.KEYS,
                    "the key of the log, "
                            + file
                            + ", is missing, but the log was signed with it. Restore it"
                            + " from the backup of the keys; no new one is made");
        }
        var signer =
                socket.isPresent() ? new SeparateSigner(socket.get(), keys) : new OwnSigner(keys);
        if (begun && !isOwn(database, signer)) {
            throw new OfficeException(
                    Code.KEYS,
                    "the key of the log, "
                            + (socket.isPresent() ? "that of the signer" : file)
                            + ", is not the one that signed the log. Restore that one from"
                            + " the backup of the keys");
        }
        return signer;
    }

    private static boolean hasBegun(Database database, Path data) {
        try (var connection = database.sequencer().getConnection()) {
            return new SequencerStore(database).hasBegun(connection)
                    || new CheckpointFile(data).newest().isPresent();
        } catch (SQLException away) {
            throw away(away);
        }
    }

    private static boolean isOwn(Database database, LogSigner signer) {
        try (var connection = database.sequencer().getConnection()) {
            return new SequencerStore(database).isOwn(connection, signer.verifierKey());
        } catch (SQLException away) {
            throw away(away);
        }
    }

    private static OfficeException away(SQLException away) {
        return new OfficeException(
                Code.DATABASE_AWAY, "it cannot be determined whether the log has begun", away);
    }
}
