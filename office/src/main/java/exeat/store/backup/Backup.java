package exeat.store.backup;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.backup.BackupManifest.FileDigest;
import exeat.store.backup.BackupManifest.Kind;
import exeat.store.database.DataFolder;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.database.Migration;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.ledger.CheckpointFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Copies an office's database into a folder, whether the office runs or not: the embedded one by
 * its files, an outside one with {@code pg_dump}. The backup contains no keys, without which it is
 * unreadable; with them it would need the same protection as the office. Keys go into a folder of
 * their own.
 *
 * <p>After a crash: the folder gets its final name last, so a folder with that name is complete.
 */
public final class Backup {

    static final String EMBEDDED_FILE = "postgres.zip";
    static final String OUTSIDE_FILE = "database.dump";
    static final String CHECKPOINT_FILE = "checkpoint";
    static final String WITNESSES_FILE = "witnesses";
    private static final String UNDER_WAY = "UNDER-WAY";

    private Backup() {}

    /**
     * What was copied.
     *
     * @param entries of the log
     * @param waiting steps without a place in the log yet
     */
    public record BackupResult(String kind, int postgres, int schema, long entries, long waiting) {}

    /**
     * Makes one.
     *
     * @param to the folder, which is not there yet
     * @param keysTo where the keys go, not there yet either; empty to leave them
     * @throws OfficeException with what is in the way
     */
    public static BackupResult make(
            BackupTarget where, Path to, Optional<Path> keysTo, Instant now) {
        try {
            absent(to);
            if (keysTo.isPresent()) {
                absent(keysTo.get());
                apart(keysTo.get(), to);
            }
            var made =
                    where.outside().isPresent()
                            ? outside(where.data(), where.outside().get(), to, now)
                            : embedded(where.data(), to, now);
            if (keysTo.isPresent()) {
                keys(where.data(), keysTo.get());
            }
            LastBackup.keep(where.data(), to, now);
            return made;
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.BAD_INPUT, "the backup could not be written: " + why(broken), broken);
        } catch (SQLException refused) {
            throw new OfficeException(
                    Code.DATABASE_AWAY,
                    "the database does not answer: " + refused.getSQLState(),
                    refused);
        }
    }

    /** A reason that an operator can act on: of a full disk the system says so itself. */
    static String why(IOException broken) {
        return String.valueOf(broken.getMessage());
    }

    private static void absent(Path folder) {
        if (Files.exists(folder)) {
            throw new OfficeException(
                    Code.ALREADY_EXISTS, folder + " already exists: name a new folder");
        }
    }

    private static void apart(Path keys, Path backup) {
        if (keys.toAbsolutePath().normalize().startsWith(backup.toAbsolutePath().normalize())) {
            throw new OfficeException(
                    Code.BAD_INPUT, "keep the keys apart from the backup, not inside it");
        }
    }

    private static BackupResult embedded(Path data, Path to, Instant now)
            throws IOException, SQLException {
        var postgres = data.toAbsolutePath().resolve("postgres");
        if (Files.notExists(postgres.resolve("PG_VERSION"))) {
            throw new OfficeException(Code.BAD_INPUT, "no database is in " + data);
        }
        var folder = DataFolder.take(data);
        if (folder.isEmpty()) {
            return running(data, postgres, to, now);
        }
        try (var _ = folder.get()) {
            var keys = Keys.in(data);
            DatabaseStatus standing;
            int version;
            // It recovers what a crash left, says how far it has come, and stops in order.
            try (var server = EmbeddedDatabase.start(data, keys)) {
                var address = server.address(keys);
                try (var owner =
                        DriverManager.getConnection(
                                address.url(), address.user(), address.password())) {
                    standing = DatabaseStatus.of(owner);
                    version = owner.getMetaData().getDatabaseMajorVersion();
                }
            }
            EmbeddedDatabase.awaitStopped(postgres);
            return written(
                    to,
                    BackupFiles.size(postgres),
                    new Vault(keys),
                    part -> {
                        var files = beside(data, part);
                        var file = part.resolve(EMBEDDED_FILE);
                        files.put(EMBEDDED_FILE, BackupFiles.folder(postgres, file));
                        return new BackupManifest(
                                Kind.EMBEDDED,
                                now,
                                version,
                                "exeat",
                                standing,
                                files,
                                Optional.empty(),
                                "");
                    });
        }
    }

    /** Beside the office that runs on the folder, which goes on meanwhile. */
    private static BackupResult running(Path data, Path postgres, Path to, Instant now)
            throws IOException, SQLException {
        var keys = Keys.in(data);
        try (var copy = RunningCopy.begin(EmbeddedDatabase.superuser(keys), postgres);
                var owner = EmbeddedDatabase.owner(keys)) {
            int version = owner.getMetaData().getDatabaseMajorVersion();
            return written(
                    to,
                    BackupFiles.size(postgres),
                    new Vault(keys),
                    part -> {
                        var files = new TreeMap<String, FileDigest>();
                        try (var packed = PackedFolder.to(part.resolve(EMBEDDED_FILE))) {
                            copy.files(packed);
                            // What the checkpoint speaks of was committed before it was kept, and
                            // so before the copy ends.
                            files.putAll(beside(data, part));
                            var standing = DatabaseStatus.of(owner);
                            var ended = copy.end(packed);
                            files.put(EMBEDDED_FILE, packed.finish());
                            return new BackupManifest(
                                    Kind.EMBEDDED,
                                    now,
                                    version,
                                    "exeat",
                                    standing,
                                    files,
                                    Optional.of(ended),
                                    "");
                        }
                    });
        }
    }

    /** The folder, while no Exeat runs on it. */
    static DataFolder alone(Path data) {
        return DataFolder.take(data)
                .orElseThrow(() ->
                        new OfficeException(
                                Code.DATA_IN_USE,
                                "Exeat is running on "
                                        + data
                                        + ": stop it first; nothing is restored under a running"
                                        + " office"));
    }

    private static BackupResult outside(
            Path data, BackupTarget.OutsideDatabase outside, Path to, Instant now)
            throws IOException, SQLException {
        var address = outside.address();
        DatabaseStatus standing;
        int version;
        try (var owner =
                DriverManager.getConnection(address.url(), address.user(), address.password())) {
            standing = DatabaseStatus.of(owner);
            version = owner.getMetaData().getDatabaseMajorVersion();
        }
        return written(
                to,
                0,
                new Vault(Keys.in(data)),
                part -> {
                    var files = beside(data, part);
                    var file = part.resolve(OUTSIDE_FILE);
                    new PostgresPrograms(address, outside.programs())
                            .run(
                                    "pg_dump",
                                    "--format=custom",
                                    "--schema=exeat",
                                    "--no-owner",
                                    "--file=" + file);
                    BackupFiles.settle(file);
                    files.put(OUTSIDE_FILE, BackupFiles.sum(file));
                    return new BackupManifest(
                            Kind.OUTSIDE,
                            now,
                            version,
                            Migration.databaseName(address.url()),
                            standing,
                            files,
                            Optional.empty(),
                            "");
                });
    }

    private interface Filling {
        BackupManifest fill(Path part) throws IOException, SQLException;
    }

    /** The folder under its name, once everything in it is on the disk. */
    private static BackupResult written(Path to, long needed, Vault vault, Filling filling)
            throws IOException, SQLException {
        var part = part(to);
        var lock = mine(part);
        try (lock) {
            BackupFiles.room(part, needed);
            var manifest = filling.fill(part);
            text(part.resolve(BackupManifest.NAME), manifest.marked(vault));
            Files.delete(part.resolve(UNDER_WAY));
            BackupFiles.name(part, to);
            var standing = manifest.standing();
            return new BackupResult(
                    manifest.kind().word(),
                    manifest.postgres(),
                    standing.schema(),
                    standing.entries(),
                    standing.waiting());
        } catch (IOException | SQLException | RuntimeException failed) {
            BackupFiles.delete(part);
            throw failed;
        }
    }

    /** A folder beside the one to come; what an interrupted backup left there goes. */
    private static Path part(Path to) throws IOException {
        var part = to.resolveSibling(to.getFileName() + ".part");
        if (Files.exists(part.resolve(UNDER_WAY))) {
            // A backup that is being written has it locked.
            mine(part).close();
            BackupFiles.delete(part);
        }
        absent(part);
        BackupFiles.make(part);
        Files.createFile(part.resolve(UNDER_WAY));
        return part;
    }

    /** Locks a folder for as long as something is written into it. */
    private static FileChannel mine(Path part) throws IOException {
        var channel = FileChannel.open(part.resolve(UNDER_WAY), StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException own) {
            // By this very program.
        }
        channel.close();
        throw new OfficeException(
                Code.ALREADY_EXISTS,
                part + " is being written by another backup: wait for it, or name another folder");
    }

    private static FileDigest text(Path file, String text) throws IOException {
        return BackupFiles.copy(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), file);
    }

    /** What lies beside the database: the newest checkpoint, and whose signatures count. */
    private static SortedMap<String, FileDigest> beside(Path data, Path part) throws IOException {
        var files = new TreeMap<String, FileDigest>();
        var checkpoint = new CheckpointFile(data).newest();
        if (checkpoint.isPresent()) {
            files.put(CHECKPOINT_FILE, text(part.resolve(CHECKPOINT_FILE), checkpoint.get()));
        }
        var witnesses = data.resolve(WITNESSES_FILE);
        if (Files.exists(witnesses)) {
            files.put(
                    WITNESSES_FILE,
                    text(part.resolve(WITNESSES_FILE), Files.readString(witnesses)));
        }
        return files;
    }

    private static void keys(Path data, Path to) throws IOException {
        var part = part(to);
        try (var files = Files.list(data.resolve("keys"))) {
            for (var file : files.sorted().toList()) {
                var name = String.valueOf(file.getFileName());
                if (!name.startsWith(".") && !name.equals("address")) {
                    try (var in = Files.newInputStream(file)) {
                        BackupFiles.copy(in, part.resolve(name));
                    }
                }
            }
        }
        Files.delete(part.resolve(UNDER_WAY));
        BackupFiles.name(part, to);
    }
}
