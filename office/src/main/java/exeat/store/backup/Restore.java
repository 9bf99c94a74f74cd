package exeat.store.backup;

import exeat.ledger.verify.TreeHead;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.backup.BackupManifest.Kind;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.database.Migration;
import exeat.store.key.InstallationKind;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import exeat.store.key.Vault;
import exeat.store.ledger.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Restores a backup where no database exists, and reports what is missing. It signs nothing, and
 * puts the newest known checkpoint where the sequencer checks before it signs.
 *
 * <p>After a crash: the embedded database gets its name last, and an outside one is restored in one
 * transaction. Before that the office has no database, and the same command starts again.
 */
public final class Restore {

    private static final String UNDER_WAY = "restoring";
    private static final String LAST = "pepper";

    /** How long it may take to apply an archived log: a month of it takes minutes. */
    private static final Duration RECOVERY = Duration.ofHours(6);

    private final Path from;
    private final BackupManifest manifest;
    private final BackupTarget where;
    private final Optional<Path> keysFrom;
    private final Optional<Path> checkpoint;
    private final boolean unmarked;
    private final Optional<ArchivedLog> log;

    /** Whether the database is in its place, and needs its keys. */
    private boolean restored;

    private Restore(Source source, BackupTarget where) {
        this.unmarked = source.unmarked();
        this.from = source.backup();
        this.manifest = BackupManifest.in(from);
        this.where = where;
        this.keysFrom = source.keys();
        this.checkpoint = source.checkpoint();
        this.log = source.log();
    }

    /**
     * What is brought back.
     *
     * @param keys a folder of keys; empty where they are in the data folder already
     * @param checkpoint one that was kept elsewhere; the newest of all is what counts
     * @param unmarked whether one that bears no mark is taken, as earlier versions made them
     * @param log what was written after the backup; empty for the backup alone
     */
    public record Source(
            Path backup,
            Optional<Path> keys,
            Optional<Path> checkpoint,
            boolean unmarked,
            Optional<ArchivedLog> log) {}

    /**
     * The archived log.
     *
     * @param to the last moment that is brought back; empty for all that was archived
     */
    public record ArchivedLog(Path archive, Optional<Instant> to) {}

    /**
     * Brings back a backup, and returns what was lost.
     *
     * @param keysFrom a folder of keys; empty where they are in the data folder already
     * @throws OfficeException with what is in the way
     */
    public static DataLoss from(
            Path backup, BackupTarget where, Optional<Path> keysFrom, Optional<Path> checkpoint) {
        return from(new Source(backup, keysFrom, checkpoint, false, Optional.empty()), where);
    }

    /** Brings back what the source says, and returns what was lost. */
    public static DataLoss from(Source source, BackupTarget where) {
        try {
            return new Restore(source, where).run();
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "the backup could not be restored: " + Backup.why(broken),
                    broken);
        } catch (SQLException refused) {
            throw new OfficeException(
                    Code.DATABASE_AWAY,
                    "the database does not answer: " + refused.getSQLState(),
                    refused);
        }
    }

    private DataLoss run() throws IOException, SQLException {
        var wanted = where.outside().isPresent() ? Kind.OUTSIDE : Kind.EMBEDDED;
        if (manifest.kind() != wanted) {
            throw bad(
                    "the backup is of an \"%s\" PostgreSQL, but this office's PostgreSQL is %s"
                            .formatted(manifest.kind().word(), wanted.word()));
        }
        if (log.isPresent() && manifest.running().isEmpty()) {
            throw bad(
                    "this backup was not made beside a running office, so the archived log cannot"
                            + " be applied to it: take one that was");
        }
        whole();
        try (var _ = Backup.alone(where.data())) {
            var own = where.data().resolve("keys");
            boolean before = Files.exists(own);
            try {
                return where.outside().isPresent() ? outside(where.outside().get()) : embedded();
            } catch (IOException | SQLException | RuntimeException failed) {
                if (!before && !restored) {
                    // No key stays where nothing was restored.
                    BackupFiles.delete(own);
                }
                throw failed;
            }
        }
    }

    /** Every file is there, and is what it was. */
    private void whole() throws IOException {
        for (var file : manifest.files().entrySet()) {
            var path = from.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                throw bad(path + " is missing");
            }
            if (!BackupFiles.sum(path).equals(file.getValue())) {
                throw bad(path + " is damaged: it differs from what was backed up");
            }
        }
    }

    private DataLoss embedded() throws IOException, SQLException {
        var data = where.data().toAbsolutePath();
        var postgres = data.resolve("postgres");
        if (Files.exists(postgres)) {
            throw new OfficeException(
                    Code.ALREADY_EXISTS,
                    "a database is in "
                            + postgres
                            + ": move it away, because a restore never"
                            + " overwrites anything");
        }
        var under = data.resolve(UNDER_WAY);
        BackupFiles.delete(under);
        var file = from.resolve(Backup.EMBEDDED_FILE);
        BackupFiles.room(data, unpacked(file));
        var keys = keys();
        try {
            BackupFiles.unpack(file, under.resolve("postgres"));
            var recovery = recovery(under.resolve("postgres"), keys);
            DataLoss loss;
            try (var server = started(under, keys, recovery)) {
                var address = server.address(keys);
                try (var owner =
                        DriverManager.getConnection(
                                address.url(), address.user(), address.password())) {
                    fits(owner, address);
                    loss = loss(owner, keys);
                }
            }
            EmbeddedDatabase.awaitStopped(under.resolve("postgres"));
            if (recovery.isPresent()) {
                recovery.get().finish();
            }
            beside(keys);
            BackupFiles.name(under.resolve("postgres"), postgres);
            restored = true;
            BackupFiles.delete(under);
            return loss;
        } catch (IOException | SQLException | RuntimeException failed) {
            BackupFiles.delete(under);
            throw failed;
        }
    }

    /** How a copy of a running database is made whole; none is needed for a stopped one's. */
    private Optional<Recovery> recovery(Path postgres, Keys keys) throws IOException {
        if (manifest.running().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Recovery.prepare(
                        postgres,
                        manifest.running().get(),
                        log.map(archived -> new WalArchive(archived.archive(), new Vault(keys))),
                        log.flatMap(ArchivedLog::to)));
    }

    private static EmbeddedDatabase started(Path under, Keys keys, Optional<Recovery> recovery) {
        if (recovery.isEmpty()) {
            return EmbeddedDatabase.start(under, keys);
        }
        try {
            return EmbeddedDatabase.start(under, keys, RECOVERY);
        } catch (OfficeException failed) {
            throw recovery.get().explained(failed);
        }
    }

    private static long unpacked(Path file) throws IOException {
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            return zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
        }
    }

    private DataLoss outside(BackupTarget.OutsideDatabase outside)
            throws IOException, SQLException {
        var address = outside.address();
        var database = Migration.databaseName(address.url());
        if (!database.equals(manifest.database())) {
            throw bad(
                    ("the backup is of a database named %s, and this one is named %s. Its roles"
                                    + " use that name, so restore it under the same name")
                            .formatted(manifest.database(), database));
        }
        var keys = keys();
        try (var owner =
                DriverManager.getConnection(address.url(), address.user(), address.password())) {
            if (DatabaseStatus.isThere(owner)) {
                throw new OfficeException(
                        Code.ALREADY_EXISTS,
                        "the database "
                                + database
                                + " already holds an Exeat database: a restore never overwrites"
                                + " anything, so name an empty one");
            }
            if (owner.getMetaData().getDatabaseMajorVersion() < manifest.postgres()) {
                throw bad(
                        "the backup is of PostgreSQL %d, but this is the older version %d"
                                .formatted(
                                        manifest.postgres(),
                                        owner.getMetaData().getDatabaseMajorVersion()));
            }
            Migration.roles(owner, database, keys);
            new PostgresPrograms(address, outside.programs())
                    .run(
                            "pg_restore",
                            "--single-transaction",
                            "--exit-on-error",
                            "--no-owner",
                            from.resolve(Backup.OUTSIDE_FILE).toString());
            restored = true;
            fits(owner, address);
            var loss = loss(owner, keys);
            beside(keys);
            return loss;
        }
    }

    /**
     * The keys are those of the backup; they are put into the data folder if they are not there.
     */
    private Keys keys() throws IOException {
        var data = where.data();
        boolean there = areIn(data.resolve("keys"));
        if (!there && keysFrom.isEmpty()) {
            throw new OfficeException(
                    Code.KEYS,
                    "no keys were found in "
                            + data.resolve("keys")
                            + " or given with --keys: nobody can read the backup without them");
        }
        var source = there ? data.resolve("keys") : keysFrom.orElseThrow();
        if (!areIn(source)) {
            throw new OfficeException(Code.KEYS, source + " holds no keys");
        }
        if (!there) {
            try (var files = Files.list(source)) {
                var keys = Keys.in(data);
                for (var file : inOrder(files.toList())) {
                    keys.rewrite(
                            String.valueOf(file.getFileName()), Files.readString(file).strip());
                }
            }
        }
        var keys = Keys.in(data);
        var mark = InstallationKind.keyMark(keys).hex();
        if (!mark.equals(manifest.standing().keyMark())) {
            throw new OfficeException(
                    Code.KEYS, "the keys in " + source + " do not belong to this backup");
        }
        marked(new Vault(keys));
        return keys;
    }

    /** Nothing is unpacked of what the office's keys have not marked. */
    private void marked(Vault vault) {
        if (manifest.mark().isEmpty() && !unmarked) {
            throw bad(
                    "the backup bears no mark of the office's keys, so anyone may have changed it."
                            + " If an earlier version made it, and it was out of others' reach"
                            + " since, restore it with --unmarked");
        }
        if (!manifest.mark().isEmpty() && !manifest.isMarked(vault)) {
            throw bad("the backup was changed since it was made: its mark is another");
        }
    }

    /** Those that everything else hangs on; the one with which names are hashed comes last. */
    private static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(LAST))
                && (Files.isRegularFile(folder.resolve("keyset"))
                        || Files.isRegularFile(folder.resolve("master")));
    }

    private static List<Path> inOrder(List<Path> files) {
        return files.stream()
                .filter(Files::isRegularFile)
                .sorted(
                        Comparator.<Path, Boolean>comparing(file -> file.endsWith(LAST))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A database of a later Exeat is not for this one, nor is one from before the baseline. */
    private static void fits(Connection owner, EmbeddedDatabase.Address address)
            throws SQLException {
        var standing = DatabaseStatus.of(owner);
        int newest = Migration.newest(address);
        if (!Migration.isSupported(standing.schema()) || Migration.isOfOtherFiles(address)) {
            throw bad(
                    "the backup was made by an earlier Exeat (schema %d), which this version cannot"
                                    .formatted(standing.schema())
                            + " upgrade: restore it with the version that made it");
        }
        if (standing.schema() > newest) {
            throw bad(
                    ("the backup was made by a newer Exeat (schema %d; this one supports up to"
                                    + " %d): restore it with the newer version")
                            .formatted(standing.schema(), newest));
        }
    }

    private DataLoss loss(Connection owner, Keys keys) throws SQLException, IOException {
        var kept = newest(keys);
        var progress = new CheckpointFile(where.data()).progress();
        return DataLoss.of(owner, DatabaseStatus.of(owner), kept.map(Kept::head), progress);
    }

    /** A checkpoint and what it states. */
    private record Kept(String note, TreeHead head) {}

    /** The kept checkpoint over the most entries. */
    private Optional<Kept> newest(Keys keys) throws IOException {
        var notes = new ArrayList<String>();
        new CheckpointFile(where.data()).newest().ifPresent(notes::add);
        var copied = from.resolve(Backup.CHECKPOINT_FILE);
        if (manifest.files().containsKey(Backup.CHECKPOINT_FILE)) {
            notes.add(Files.readString(copied));
        }
        if (checkpoint.isPresent()) {
            notes.add(Files.readString(checkpoint.get()));
        }
        var key = LedgerKey.verifier(keys);
        var heads = new ArrayList<Kept>();
        for (var note : notes) {
            try {
                heads.add(new Kept(note, TreeHead.of(note, key)));
            } catch (TreeHead.Unproven unproven) {
                throw new OfficeException(
                        Code.BAD_INPUT,
                        "a checkpoint that was kept " + unproven.getMessage(),
                        unproven);
            }
        }
        return heads.stream().max(Comparator.comparingLong(kept -> kept.head().size()));
    }

    /** What lies beside the database; a newer checkpoint than the one that is there comes first. */
    private void beside(Keys keys) throws IOException {
        var outside = new CheckpointFile(where.data());
        var newest = newest(keys);
        if (newest.isPresent() && !outside.newest().equals(newest.map(Kept::note))) {
            outside.keep(newest.get().note());
        }
        var witnesses = where.data().resolve(Backup.WITNESSES_FILE);
        if (manifest.files().containsKey(Backup.WITNESSES_FILE) && Files.notExists(witnesses)) {
            Files.copy(from.resolve(Backup.WITNESSES_FILE), witnesses);
        }
    }

    private static OfficeException bad(String why) {
        return new OfficeException(Code.BAD_INPUT, why);
    }
}
