package exeat.store.key;

import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/**
 * The secrets of one office: one file each in the folder {@code keys} of the data folder, readable
 * only by its owner. Anyone with this folder and the database has everything, so back them up
 * separately.
 */
public final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;
    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /** The keys of a data folder, which is made if it is not there. */
    public static Keys in(Path data) {
        var folder = data.resolve("keys");
        try {
            Files.createDirectories(data, OWNER_ALONE);
            Files.createDirectories(folder, OWNER_ALONE);
            close(folder);
            return new Keys(folder);
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.KEYS, "cannot make or close the folder " + folder, broken);
        }
    }

    /** Keys that somebody else could read may be no secret any more: closed, and told. */
    private static void close(Path folder) throws IOException {
        var modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        if (!modes.endsWith("------")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            System.getLogger(Keys.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the folder of the keys, "
                                    + folder
                                    + ", could be read by other users of this machine ("
                                    + modes
                                    + ") and is closed now. If one of them may have read the"
                                    + " keys, make new ones");
        }
    }

    /** Fresh random bytes. */
    public static Bytes random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /** The secret of this name: 256 bits, made when it is first asked for. */
    public Bytes secret(String name) {
        var text = read(name);
        if (text.isEmpty()) {
            write(name, random(LENGTH).base64());
            text = read(name);
        }
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length != LENGTH) {
                throw new IllegalArgumentException(bytes.length + " bytes");
            }
            return Bytes.of(bytes);
        } catch (IllegalArgumentException damaged) {
            throw new OfficeException(Code.KEYS, "damaged: " + folder.resolve(name), damaged);
        }
    }

    /** A line that is no secret; the first one that is asked for stays. */
    String text(String name, String first) {
        var text = read(name);
        if (text.isEmpty()) {
            write(name, first);
            text = read(name);
        }
        return text;
    }

    /** A password for a database role. */
    public String password(String role) {
        return secret(role + ".password").hex();
    }

    /** The data folder that they belong to. */
    public Path data() {
        return Objects.requireNonNull(folder.getParent(), "keys are in a data folder");
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The text of a file here; empty when there is none. */
    public String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot read " + folder.resolve(name), broken);
        }
    }

    /**
     * Writes a file that is not there yet; one that is stays. It appears whole and on the disk, so
     * that of two processes that make it at once both read the same: the one that was first.
     */
    private void write(String name, String text) {
        var fresh = fresh(name, text);
        try {
            Files.createLink(folder.resolve(name), fresh);
            settled();
        } catch (FileAlreadyExistsException another) {
            return;
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot write " + folder.resolve(name), broken);
        } finally {
            forget(fresh);
        }
    }

    /** Writes a file anew: a reader meanwhile, or after a crash, gets the old or the new. */
    public void rewrite(String name, String text) {
        var fresh = fresh(name, text);
        try {
            Files.move(
                    fresh,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            settled();
        } catch (IOException broken) {
            forget(fresh);
            throw new OfficeException(Code.KEYS, "cannot replace " + name, broken);
        }
    }

    /** Gives a file the name of another, which is gone after it. */
    void rename(String from, String to) {
        try {
            Files.move(
                    folder.resolve(from),
                    folder.resolve(to),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            settled();
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot rename " + from, broken);
        }
    }

    /** The text in a file of a name that nobody else has, on the disk. */
    private Path fresh(String name, String text) {
        var file = folder.resolve("." + name + "." + random(8).hex());
        try (var out =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            out.write(ByteBuffer.wrap(Bytes.utf8(text + "\n").array()));
            out.force(true);
            return file;
        } catch (IOException broken) {
            forget(file);
            throw new OfficeException(Code.KEYS, "cannot write in " + folder, broken);
        }
    }

    /** A name in a folder is on the disk when the folder is. */
    private void settled() throws IOException {
        try (var listed = FileChannel.open(folder, StandardOpenOption.READ)) {
            listed.force(true);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // A hidden file of a random name is in nobody's way.
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot remove " + name, broken);
        }
    }
}
