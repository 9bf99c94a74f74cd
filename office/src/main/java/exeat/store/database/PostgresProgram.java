package exeat.store.database;

import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's program, unpacked from the class path into the folder {@code program} of the data.
 * Anybody who could write there would run code with the rights of the office: the folder is its
 * owner's alone, nothing in it may be anybody else's, and before each start every file is held to a
 * checksum. A program that differs is told of and unpacked anew.
 *
 * <p>What a crash means: the program appears under its name when it is whole, and its checksum is
 * written down after that; one without a checksum is unpacked again.
 */
final class PostgresProgram {

    private static final System.Logger LOG = System.getLogger(PostgresProgram.class.getName());

    /** Among the keys: the archive's checksum, and that of what was unpacked from it. */
    static final String CHECKSUM = "postgres.checksum";

    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PostgresProgram() {}

    /**
     * The program's folder, with {@code bin} in it, as it was packed.
     *
     * @throws OfficeException {@link Code#DATABASE_UNFIT} when somebody else owns the folder or
     *     something in it, or this machine has no program
     */
    static Path ready(Path data, Keys keys) throws IOException {
        return ready(data, keys, archive());
    }

    /**
     * Unpacks any program.
     *
     * @param archive a tar archive in xz
     */
    static Path ready(Path data, Keys keys, byte[] archive) throws IOException {
        var folder = data.toAbsolutePath().resolve("program");
        var owner = owned(folder, me(data));
        var program = folder.resolve("postgres");
        var packed = Bytes.of(archive).sha256().hex();
        var known = keys.read(CHECKSUM);
        if (known.startsWith(packed + " ")
                && Files.isDirectory(program, LinkOption.NOFOLLOW_LINKS)) {
            if (known.equals(packed + " " + checksum(program, owner))) {
                return program;
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "PostgreSQL's program in "
                            + program
                            + " was changed after it was unpacked, by somebody or by a crash."
                            + " It is unpacked again");
        }
        var fresh = folder.resolve("postgres.new");
        delete(fresh);
        unpack(archive, fresh);
        delete(program);
        Files.move(fresh, program);
        keys.rewrite(CHECKSUM, packed + " " + checksum(program, owner));
        return program;
    }

    /** Makes the folder for its owner alone, or sees that it is; says who that is. */
    private static UserPrincipal owned(Path folder, UserPrincipal mine) throws IOException {
        try {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException before) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw unfit(folder + " is not a folder: remove it");
            }
        }
        notAnothers(folder, mine);
        // After this nobody else can open anything below, and what is below is looked at next.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return mine;
    }

    /** The user of this process, by a file that it makes. */
    private static UserPrincipal me(Path data) throws IOException {
        var file = Files.createTempFile(data, ".owner", "");
        try {
            return Files.getOwner(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void notAnothers(Path file, UserPrincipal mine) throws IOException {
        if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(mine)) {
            throw unfit(
                    file
                            + " belongs to another user, who could run anything as this office."
                            + " Find out why, then remove it");
        }
    }

    private static OfficeException unfit(String why) {
        return new OfficeException(Code.DATABASE_UNFIT, why);
    }

    /** The program for this machine, as it was packed. */
    private static byte[] archive() throws IOException {
        var machine = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        try (var packed =
                PostgresProgram.class.getResourceAsStream("/postgres-linux-" + machine + ".txz")) {
            if (packed == null) {
                throw unfit(
                        "Exeat includes no PostgreSQL for this machine ("
                                + machine
                                + "): set database.url or --jdbc-url");
            }
            return packed.readAllBytes();
        }
    }

    private static void unpack(byte[] archive, Path to) throws IOException {
        Files.createDirectory(to);
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, to);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path to)
            throws IOException {
        var file = to.resolve(entry.getName()).normalize();
        if (!file.startsWith(to)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink() || entry.isLink()) {
            var target = Path.of(entry.getLinkName());
            if (target.isAbsolute() || !file.resolveSibling(target).normalize().startsWith(to)) {
                throw new IOException("a link leaves its folder: " + entry.getName());
            }
            Files.createSymbolicLink(file, target);
            return;
        }
        Files.copy(content, file);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
    }

    /** One SHA-256 over every name, kind, mode and content below, in the order of the names. */
    private static String checksum(Path program, UserPrincipal owner) throws IOException {
        var sum = sha256();
        try (var files = Files.walk(program)) {
            for (var file : files.sorted().toList()) {
                notAnothers(file, owner);
                sum.update(described(program, file).getBytes(StandardCharsets.UTF_8));
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    sum.update(sha256().digest(Files.readAllBytes(file)));
                }
            }
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    private static String described(Path program, Path file) throws IOException {
        var name = program.relativize(file).toString();
        if (Files.isSymbolicLink(file)) {
            return name + "\0link " + Files.readSymbolicLink(file) + "\n";
        }
        var modes = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        boolean writable = modes.stream().anyMatch(OTHERS_WRITE::contains);
        boolean runs = modes.contains(PosixFilePermission.OWNER_EXECUTE);
        return name
                + (Files.isDirectory(file) ? "\0folder" : "\0file")
                + (runs ? " runs" : "")
                + (writable ? " writable by others" : "")
                + "\n";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
