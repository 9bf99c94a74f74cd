package exeat.store.backup;

import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.backup.BackupManifest.FileDigest;
import exeat.store.key.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The write-ahead log of an embedded database, kept outside it: with a backup, what brings the
 * database to any time since. Each piece bears a mark made with the office's keys, like a backup:
 * anybody who could write here could else put anything into the next restore.
 *
 * <p>After a crash: a piece counts once its mark is there, and PostgreSQL keeps it where it was put
 * down until then.
 */
final class WalArchive {

    private static final String FIRST = "exeat wal 1";
    private static final String PACKED = ".gz";
    private static final String MARK = ".mark";
    private static final Pattern KEPT = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{8}\\.history");

    private final Path folder;
    private final Vault vault;

    WalArchive(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /**
     * Takes in what PostgreSQL has put down, in order.
     *
     * @throws OfficeException {@link Code#ALREADY_EXISTS} when the archive has another piece of
     *     that name, so that it is of another history
     */
    void take(Path from) throws IOException {
        BackupFiles.make(folder);
        for (var file : files(from)) {
            var name = String.valueOf(file.getFileName());
            if (isKept(file)) {
                take(name, file);
            }
            if (isKept(file) || name.endsWith(".backup")) {
                Files.delete(file);
            }
        }
    }

    /** Whether it belongs here; what PostgreSQL is still writing has another name. */
    static boolean isKept(Path file) {
        return KEPT.matcher(String.valueOf(file.getFileName())).matches();
    }

    private void take(String name, Path file) throws IOException {
        var sum = BackupFiles.sum(file);
        var mark = folder.resolve(name + MARK);
        if (Files.exists(mark)) {
            if (!Files.readString(mark).equals(marked(name, sum))) {
                throw new OfficeException(
                        Code.ALREADY_EXISTS,
                        folder
                                + " has another "
                                + name
                                + ": it is the archive of another office, or of this one before a"
                                + " restore. Name a new folder (backup.archive), and make a"
                                + " backup");
            }
            return;
        }
        var part = folder.resolve(name + ".part");
        Files.deleteIfExists(part);
        BackupFiles.create(part);
        try (var packed = new GZIPOutputStream(Files.newOutputStream(part))) {
            Files.copy(file, packed);
        }
        named(part, folder.resolve(name + PACKED));
        BackupFiles.create(part);
        Files.writeString(part, marked(name, sum));
        named(part, mark);
    }

    private void named(Path part, Path as) throws IOException {
        BackupFiles.settle(part);
        Files.move(part, as, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        BackupFiles.settle(folder);
    }

    private String marked(String name, FileDigest sum) {
        var text = FIRST + "\nfile " + sum.sha256() + " " + sum.bytes() + " " + name + "\n";
        return text + "mark " + vault.keyed("wal", text).hex() + "\n";
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Unpacks the log for a recovery, once it is known to be whole.
     *
     * @param first the piece with which the recovery begins
     * @param own where the copy's own pieces are
     * @param to a folder that is not there
     * @throws OfficeException {@link Code#BAD_INPUT} when a piece is missing or was changed
     */
    void unpack(String first, Path own, Path to) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw bad(folder + " is no folder: name the archive of the log");
        }
        long begin = WalSegment.of(first).number();
        var wanted = new ArrayList<String>();
        for (var file : files(folder)) {
            var name = String.valueOf(file.getFileName());
            if (name.endsWith(MARK)) {
                var piece = name.substring(0, name.length() - MARK.length());
                if (!WalSegment.isName(piece) || WalSegment.of(piece).number() >= begin) {
                    wanted.add(piece);
                }
            }
        }
        isWhole(begin, wanted, own);
        BackupFiles.make(to);
        for (var name : wanted) {
            var file = to.resolve(name);
            try (var packed =
                    new GZIPInputStream(Files.newInputStream(folder.resolve(name + PACKED)))) {
                Files.copy(packed, file);
            } catch (IOException broken) {
                throw new OfficeException(
                        Code.BAD_INPUT, folder.resolve(name + PACKED) + " is damaged", broken);
            }
            var mark = Files.readString(folder.resolve(name + MARK));
            if (!java.security.MessageDigest.isEqual(
                    Bytes.utf8(marked(name, BackupFiles.sum(file))).array(),
                    Bytes.utf8(mark).array())) {
                throw bad(folder.resolve(name + PACKED) + " was changed since it was archived");
            }
        }
    }

    /** No piece is missing between the first one and the last. */
    private void isWhole(long begin, List<String> wanted, Path own) throws IOException {
        var there = new TreeSet<Long>();
        for (var file : files(own)) {
            name(file).ifPresent(piece -> there.add(piece.number()));
        }
        wanted.stream()
                .filter(WalSegment::isName)
                .forEach(piece -> there.add(WalSegment.of(piece).number()));
        long expected = begin;
        for (long number : there.tailSet(begin)) {
            if (number != expected) {
                throw bad(
                        "the archive %s is not whole: the piece %s of the log is missing"
                                .formatted(
                                        folder, new WalSegment(1, expected).name().substring(8)));
            }
            expected++;
        }
    }

    private static Optional<WalSegment> name(Path file) {
        return Optional.of(String.valueOf(file.getFileName()))
                .filter(WalSegment::isName)
                .map(WalSegment::of);
    }

    private static OfficeException bad(String why) {
        return new OfficeException(Code.BAD_INPUT, why);
    }
}
