package exeat.store.backup;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.backup.BackupManifest.FileDigest;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files and folders of a backup: packed, hashed, and on the disk before they count. */
final class BackupFiles {

    private static final String ONLY_OWNER = "rwx------";
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "epg-lock");

    private BackupFiles() {}

    /** A folder and everything in it as one file, each name under the folder. */
    static FileDigest folder(Path folder, Path to) throws IOException {
        try (var file = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW);
                var summed = new Summed(new BufferedOutputStream(file));
                var zip = new ZipOutputStream(summed)) {
            zip.setLevel(Deflater.BEST_SPEED);
            try (var files = Files.walk(folder)) {
                for (var each : files.sorted().toList()) {
                    add(zip, folder, each);
                }
            }
            zip.finish();
            zip.flush();
            settle(to);
            return summed.sum();
        }
    }

    private static void add(ZipOutputStream zip, Path folder, Path each) throws IOException {
        var name = folder.relativize(each).toString();
        if (Files.isSymbolicLink(each)) {
            throw new IOException(
                    each + " is a link: tablespaces outside the data folder are" + " not copied");
        }
        if (name.isEmpty() || NOT_COPIED.contains(name)) {
            return;
        }
        if (Files.isDirectory(each)) {
            zip.putNextEntry(new ZipEntry(name + "/"));
        } else {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(each, zip);
        }
        zip.closeEntry();
    }

    /** The other way round, into a folder that is not there; only its owner may read it. */
    static void unpack(Path file, Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
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
                var summed = new Summed(OutputStream.nullOutputStream())) {
            in.transferTo(summed);
            return summed.sum();
        }
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

    static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            long size = 0;
            for (var each : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(each);
            }
            return size;
        }
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

    /** Counts and hashes what goes through it. */
    private static final class Summed extends FilterOutputStream {

        private final MessageDigest digest;
        private long bytes;

        Summed(OutputStream out) {
            super(out);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            digest.update(some, from, length);
            bytes += length;
        }

        FileDigest sum() {
            return new FileDigest(HexFormat.of().formatHex(digest.digest()), bytes);
        }
    }
}
