package exeat.store.database;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A data folder locked for this process. The operating system holds the lock, so it ends with the
 * process, even after {@code kill -9}.
 */
public final class DataFolder implements AutoCloseable {

    private static final Set<PosixFilePermission> LOCK =
            PosixFilePermissions.fromString("rw-------");

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder; empty when another process, or another office in this one, has it. */
    public static Optional<DataFolder> take(Path data) {
        try {
            Files.createDirectories(
                    data,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            notAnybodys(data);
            var lock = data.resolve("exeat.lock");
            var channel =
                    FileChannel.open(
                            lock,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(LOCK));
            // Anybody who may read it could hold it, and the office would not start.
            Files.setPosixFilePermissions(lock, LOCK);
            if (tryLock(channel)) {
                return Optional.of(new DataFolder(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (AccessDeniedException | ReadOnlyFileSystemException closed) {
            throw unwritable(data, closed);
        } catch (FileSystemException broken) {
            // A file system that takes no writing says so in words alone.
            throw Files.isWritable(data)
                    ? new OfficeException(Code.DATA_IN_USE, "cannot lock " + data, broken)
                    : unwritable(data, broken);
        } catch (IOException broken) {
            throw new OfficeException(Code.DATA_IN_USE, "cannot lock " + data, broken);
        }
    }

    private static OfficeException unwritable(Path data, Exception why) {
        return new OfficeException(
                Code.BAD_INPUT,
                "the data folder "
                        + data
                        + " cannot be written: it is read-only, or belongs to another user",
                why);
    }

    /** Anyone who may write to it could replace the keys and the program. */
    private static void notAnybodys(Path data) throws IOException {
        var modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(data));
        if (modes.charAt(7) == 'w') {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "every user of this machine can write to the data folder "
                            + data
                            + ". Close it with chmod go-w");
        }
        boolean open = !modes.endsWith("------");
        boolean closed = open && isOurs(data);
        if (closed) {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
        if (open) {
            System.getLogger(DataFolder.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "other users of this machine could enter the data folder "
                                    + data
                                    + " ("
                                    + modes
                                    + (closed
                                            ? "); it is closed now"
                                            : "): close it with chmod go-rwx"));
        }
    }

    /** Empty yet, or an office's: a folder with other things in it is not ours to close. */
    private static boolean isOurs(Path data) throws IOException {
        try (var files = Files.list(data)) {
            return Files.exists(data.resolve("keys")) || files.findAny().isEmpty();
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new OfficeException(Code.FAULT, "cannot unlock the data folder", broken);
        }
    }
}
