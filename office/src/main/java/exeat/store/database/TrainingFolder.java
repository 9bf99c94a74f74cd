package exeat.store.database;

import exeat.ledger.KeyName;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.InstallationKind;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of a training installation: marked before anything else is in it, and nobody
 * else's. A crash while it is marked leaves a folder that can still be marked; one while it is
 * emptied leaves a marked one that can be emptied again.
 */
public final class TrainingFolder {

    /** PostgreSQL's program, which is the same for all, and the lock that is held meanwhile. */
    private static final Set<String> STAYS = Set.of("program", "exeat.lock");

    /** The folder of the embedded PostgreSQL. */
    private static final String DATABASE = "postgres";

    private TrainingFolder() {}

    /**
     * Marks a new or an empty folder, and takes one that is marked. Before there is a database, the
     * log is named too: so a database beside a log without a name is never a training's.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} if something else is in it
     */
    public static void claim(Path data) {
        if (InstallationKind.in(data) == InstallationKind.TRAINING) {
            nameLog(data);
            return;
        }
        try {
            if (!isUnused(data)) {
                throw new OfficeException(
                        Code.BAD_INPUT,
                        "the data folder "
                                + data
                                + " is in use, and not by a training installation. Training begins"
                                + " in a folder that is new or empty: name one with --data");
            }
        } catch (IOException broken) {
            throw new OfficeException(Code.BAD_INPUT, "cannot read the folder " + data, broken);
        }
        InstallationKind.markTraining(data);
        nameLog(data);
    }

    /** Where a log has begun, a key that is missing is never made anew. */
    private static void nameLog(Path data) {
        if (!Files.exists(data.resolve(DATABASE)) && !Files.exists(data.resolve("ledger"))) {
            LedgerKey.of(Keys.in(data));
        }
    }

    /**
     * For an office, and for the demonstration.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} if it is a training installation's
     */
    public static void refuse(Path data) {
        if (InstallationKind.in(data) == InstallationKind.TRAINING) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "the data folder "
                            + data
                            + " is a training installation's, which no office opens: start it with"
                            + " ./exeat training, or name another folder with --data");
        }
    }

    /**
     * Deletes everything that the training left: database, log, keys and files, but not the mark. A
     * mark alone is not believed: anyone can copy one among an office's keys.
     *
     * @param folder one that is there; a link to it is followed
     * @throws OfficeException {@link Code#BAD_INPUT} if it is not marked, or anything in it says
     *     that it is an office's, {@link Code#DATA_IN_USE} while it runs
     */
    public static void empty(Path folder) {
        try {
            var data = folder.toRealPath();
            requireTraining(data);
            try (var _ = DataFolder.take(data).orElseThrow(() -> running(data))) {
                EmbeddedDatabase.stopOrphan(data.resolve(DATABASE));
                delete(data);
            }
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.FAULT, "the training in " + folder + " cannot be deleted", broken);
        }
    }

    private static OfficeException running(Path data) {
        return new OfficeException(
                Code.DATA_IN_USE, "the training on " + data + " is running; stop it first");
    }

    private static OfficeException nothingDeleted(Path data, String why) {
        return new OfficeException(
                Code.BAD_INPUT, "the data folder " + data + " " + why + ": nothing is deleted");
    }

    private static void requireTraining(Path data) throws IOException {
        var folder = data.resolve("keys");
        // What a link leads to may be an office's, and the link alone would be deleted.
        if (Files.isSymbolicLink(folder)) {
            throw nothingDeleted(data, "has a link in place of its keys, " + folder);
        }
        if (InstallationKind.in(data) != InstallationKind.TRAINING) {
            throw nothingDeleted(data, "is no training installation's");
        }
        var keys = Keys.in(data);
        var other = signs(keys, data).filter(sign -> !KeyName.isTraining(sign)).findFirst();
        if (other.isPresent()) {
            var name = other.get().lines().findFirst().orElse("without a name");
            throw nothingDeleted(data, "is marked as training's, but its log is " + name);
        }
        if (keys.read(LedgerKey.ORIGIN).isEmpty() && !isBeforeItsLog(data)) {
            throw nothingDeleted(data, "is marked as training's, but no log in it says so");
        }
    }

    /** Whatever names the log, or a key of it, and can be read without the database. */
    private static Stream<String> signs(Keys keys, Path data) throws IOException {
        var named =
                Stream.of(LedgerKey.ORIGIN, LedgerKey.VERIFIER, LedgerKey.EARLIER)
                        .flatMap(name -> keys.read(name).lines());
        var checkpoint = data.resolve("ledger").resolve("checkpoint");
        return Files.exists(checkpoint)
                ? Stream.concat(named, Stream.of(Files.readString(checkpoint)))
                : named;
    }

    /** What a crash left between the mark and the name of the log: neither database nor secrets. */
    private static boolean isBeforeItsLog(Path data) throws IOException {
        var known = List.of("keys", "exeat.lock", "program");
        var made = List.of("training", LedgerKey.FILE);
        return names(data).allMatch(known::contains)
                && names(data.resolve("keys"))
                        .allMatch(name -> name.startsWith(".") || made.contains(name));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }

    /** A folder of keys without a key is what a crash left that came before the mark. */
    private static boolean isUnused(Path data) throws IOException {
        if (!Files.exists(data)) {
            return true;
        }
        try (var files = Files.list(data)) {
            var keys = data.resolve("keys");
            return files.allMatch(file -> file.equals(keys) && isWithoutKeys(keys));
        }
    }

    private static boolean isWithoutKeys(Path keys) {
        try (var files = Files.list(keys)) {
            return files.allMatch(file -> String.valueOf(file.getFileName()).startsWith("."));
        } catch (IOException broken) {
            return false;
        }
    }

    /**
     * The name of the log goes last: a crash before leaves a folder that says what it is. Links are
     * deleted, and what they lead to stays.
     */
    private static void delete(Path data) throws IOException {
        var keys = data.resolve("keys");
        var last = keys.resolve(LedgerKey.ORIGIN);
        deleteAllBut(data, Set.of(InstallationKind.mark(data), last));
        Files.deleteIfExists(last);
    }

    private static void deleteAllBut(Path data, Set<Path> kept) throws IOException {
        Files.walkFileTree(
                data,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                        return stays(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                            throws IOException {
                        if (!stays(file) && !kept.contains(file)) {
                            Files.delete(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException why) throws IOException {
                        if (why != null) {
                            throw why;
                        }
                        boolean holds = folder.equals(data) || folder.equals(data.resolve("keys"));
                        if (!holds) {
                            Files.delete(folder);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    private boolean stays(Path file) {
                        return data.equals(file.getParent())
                                && STAYS.contains(String.valueOf(file.getFileName()));
                    }
                });
    }
}
