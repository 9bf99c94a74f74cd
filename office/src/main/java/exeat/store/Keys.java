package exeat.store;

import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one office: a file each in the folder {@code keys} of the data, readable by its
 * owner alone. Whoever has this folder and the database has everything; back them up apart.
 */
public final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /** The keys of a data folder, which is made if it is not there. */
    public static Keys in(Path data) {
        var folder = data.resolve("keys");
        try {
            Files.createDirectories(data);
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            return new Keys(folder);
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot make the folder " + folder, broken);
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
        if (read(name).isEmpty()) {
            write(name, first);
        }
        return read(name);
    }

    /** A password for a database role. */
    public String password(String role) {
        return secret(role + ".password").hex();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The text of a file here; empty when there is none. */
    String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot read " + folder.resolve(name), broken);
        }
    }

    /** Writes a file that is not there yet; one that is stays. */
    private void write(String name, String text) {
        var file = folder.resolve(name);
        try (var out =
                Files.newByteChannel(
                        file,
                        java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            out.write(java.nio.ByteBuffer.wrap(Bytes.utf8(text + "\n").array()));
        } catch (FileAlreadyExistsException another) {
            return;
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot write " + file, broken);
        }
    }

    /** Puts a text in the place of another: after a crash the old one or the new one is there. */
    void replace(String name, String text) {
        var fresh = name + ".new";
        rewrite(fresh, text);
        try (var written = FileChannel.open(folder.resolve(fresh), StandardOpenOption.WRITE)) {
            written.force(true);
            Files.move(
                    folder.resolve(fresh),
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot replace " + name, broken);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, "cannot remove " + name, broken);
        }
    }

    /** Writes a file anew. */
    void rewrite(String name, String text) {
        remove(name);
        write(name, text);
    }
}
