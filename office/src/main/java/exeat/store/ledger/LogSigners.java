package exeat.store.ledger;

import exeat.config.Config;
import exeat.config.LedgerSettings;
import exeat.ledger.verify.VerifierKey;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.key.InstallationKind;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses who signs the log, and holds them to the key that the log has now. */
public final class LogSigners {

    private LogSigners() {}

    /**
     * The signer that the settings name. A log continues only with its own key; under a new key it
     * would be another log, so none is made for a log that has begun, but by two operators.
     *
     * @param succession of the key with which the log began: that one and those that followed it
     * @throws OfficeException {@link Code#KEYS} when something was signed, and the key that signed
     *     it is not the one that is there
     */
    public static LogSigner of(
            Database database,
            Keys keys,
            Path data,
            Config config,
            Function<String, LogKeys> succession) {
        var socket = config.given(LedgerSettings.SIGNER).map(Path::of);
        boolean begun = hasBegun(database, data);
        var chain = (begun ? first(database) : Optional.<String>empty()).map(succession);
        chain.ifPresent(known -> adopt(keys, known, socket.isPresent()));
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
                            + " from the backup of the keys. If it is lost, two operators can"
                            + " give the log a new one: ./exeat ledger replace-key");
        }
        var signer =
                socket.isPresent() ? new SeparateSigner(socket.get(), keys) : new OwnSigner(keys);
        requireOwnKind(signer, data);
        if (begun && !isOwn(database, signer, chain)) {
            throw new OfficeException(
                    Code.KEYS,
                    "the key of the log, "
                            + (socket.isPresent() ? "that of the signer" : file)
                            + ", is not the one that signs the log"
                            + chain.map(known -> ", " + known.current()).orElse("")
                            + ". Restore that one from the backup of the keys");
        }
        return chain.filter(known -> known.all().size() > 1)
                .<LogSigner>map(known -> new NextSigner(signer, known))
                .orElse(signer);
    }

    /** A signer elsewhere may hold any key: training signs with none that anybody trusts. */
    private static void requireOwnKind(LogSigner signer, Path data) {
        boolean training = InstallationKind.in(data) == InstallationKind.TRAINING;
        if (VerifierKey.parse(signer.verifierKey()).orElseThrow().isTraining() != training) {
            throw new OfficeException(
                    Code.KEYS,
                    training
                            ? "this is a training installation, which signs with a key of its own:"
                                    + " leave ledger.signer empty"
                            : "the key of the log is a training installation's");
        }
    }

    /** Without any key that followed the first. */
    public static LogSigner of(Database database, Keys keys, Path data, Config config) {
        return of(database, keys, data, config, first -> new LogKeys(List.of(first)));
    }

    /** A key that two operators approved takes the place of the one before it. */
    private static void adopt(Keys keys, LogKeys chain, boolean isHeld) {
        if (chain.earlier().isEmpty()) {
            return;
        }
        if (isHeld) {
            var held = keys.read(LedgerKey.VERIFIER);
            if (held.isEmpty() || chain.earlier().contains(held)) {
                LedgerKey.heldNext(keys, chain.current(), chain.earlier());
            }
            return;
        }
        var origin = VerifierKey.parse(chain.current()).orElseThrow().name();
        if (!keys.read(LedgerKey.NEXT).isEmpty()
                && LedgerKey.next(keys, origin).equals(chain.current())) {
            LedgerKey.succeed(keys, origin, chain.earlier());
        }
    }

    private static boolean hasBegun(Database database, Path data) {
        try (var connection = database.sequencer().getConnection()) {
            return new SequencerStore(database).hasBegun(connection)
                    || new CheckpointFile(data).newest().isPresent();
        } catch (SQLException away) {
            throw away(away);
        }
    }

    /** The key with which the log in this database began; empty where none did. */
    public static Optional<String> first(Database database) {
        try (var owner = database.owner()) {
            return Sql.one(
                    owner,
                    "select verifier from exeat.ledger_key",
                    row -> row.getString("verifier"));
        } catch (SQLException away) {
            throw away(away);
        }
    }

    private static boolean isOwn(Database database, LogSigner signer, Optional<LogKeys> chain) {
        if (chain.isPresent()) {
            return chain.get().current().equals(signer.verifierKey());
        }
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
