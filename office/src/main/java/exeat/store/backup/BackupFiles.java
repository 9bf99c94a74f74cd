package exeat.store.backup;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.backup.BackupManifest.FileDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;

/** Files and folders of a backup: packed, hashed, and on the disk before they count. */
final class BackupFiles {

    private static final String ONLY_OWNER = "rwx------";
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "epg-lock");

    private BackupFiles() {}

    /** A folder and everything in it as one file, each name under the folder. */
    static FileDigest folder(Path folder, Path to) throws IOException {
        try (var packed = PackedFolder.to(to)) {
            packed.folder(folder, name -> !NOT_COPIED.contains(name));
            return packed.finish();
        }
    }

    /** The other way round, into a folder that is not there; only its owner may read it. */
    static void unpack(Path file, Path folder) throws IOException {
        make(folder);
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var to = folder.resolve(entry.getName()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IOException("a name that leads out of the folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(ONLY_OWNER));
                } else {
                    Files.copy(zip, to);
                    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
                    settle(to);
                }
            }
        }
    }

    /** What a file hashes to. */
    static FileDigest sum(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var summed = new SummingStream(OutputStream.nullOutputStream())) {
            in.transferTo(summed);
            return summed.sum();
        }
    }

    /** A folder, if it is not there, that only its owner may read. */
    static void make(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
    }

    /** An empty file that only its owner may read. */
    static void create(Path file) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    static FileDigest copy(InputStream in, Path to) throws IOException {
        Files.copy(in, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        settle(to);
        return sum(to);
    }

    /** What is in a file, or in a folder the names in it, is on the disk when this returns. */
    static void settle(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Gives a finished folder its name; before that it is nobody's backup. */
    static void name(Path finished, Path as) throws IOException {
        settle(finished);
        Files.move(finished, as, StandardCopyOption.ATOMIC_MOVE);
        var parent = as.toAbsolutePath().getParent();
        if (parent != null) {
            settle(parent);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** How many bytes the files of a folder have; those that vanish meanwhile have none. */
    static long size(Path folder) throws IOException {
        long size = 0;
        for (var each : tree(folder)) {
            try {
                size += Files.isRegularFile(each) ? Files.size(each) : 0;
            } catch (NoSuchFileException gone) {
                // A database that runs drops files.
            }
        }
        return size;
    }

    /** Everything in a folder, itself included, in order; a database may drop files meanwhile. */
    static List<Path> tree(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes it) {
                        found.add(each);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path each, BasicFileAttributes it) {
                        found.add(each);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path each, IOException failed)
                            throws IOException {
                        if (failed instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failed;
                    }
                });
        return found.stream().sorted().toList();
    }

    /**
     * Looks for room before anything is written.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} when there is not enough
     */
    static void room(Path folder, long needed) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "not enough disk space in %s: %,d MB are free, and up to %,d MB are needed"
                            .formatted(folder, free >> 20, (needed >> 20) + 1));
        }
    }
}
