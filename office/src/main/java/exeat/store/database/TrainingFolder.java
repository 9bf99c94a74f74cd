package exeat.store.database;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.InstallationKind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of a training installation: marked before anything else is in it, and nobody
 * else's. A crash while it is marked leaves a folder that can still be marked; one while it is
 * emptied leaves a marked one that can be emptied again.
 */
public final class TrainingFolder {

    /** PostgreSQL's program, which is the same for all, and the lock that is held meanwhile. */
    private static final Set<String> STAYS = Set.of("program", "exeat.lock");

    private TrainingFolder() {}

    /**
     * Marks a new or an empty folder, and takes one that is marked.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} if something else is in it
     */
    public static void claim(Path data) {
        if (InstallationKind.in(data) == InstallationKind.TRAINING) {
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
     * Deletes everything that the training left: database, log, keys and files, but not the mark.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} if it is not marked, {@link Code#DATA_IN_USE}
     *     while it runs
     */
    public static void empty(Path data) {
        if (InstallationKind.in(data) != InstallationKind.TRAINING) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "the data folder "
                            + data
                            + " is no training installation's: nothing is deleted");
        }
        try (var _ =
                DataFolder.take(data)
                        .orElseThrow(() ->
                                new OfficeException(
                                        Code.DATA_IN_USE,
                                        "the training on "
                                                + data
                                                + " is running; stop it first"))) {
            EmbeddedDatabase.stopOrphan(data.toAbsolutePath().resolve("postgres"));
            delete(data);
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.FAULT, "the training in " + data + " cannot be deleted", broken);
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

    /** Links are deleted, and what they lead to stays. */
    private static void delete(Path data) throws IOException {
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
                        if (!stays(file) && !InstallationKind.isMark(file)) {
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
