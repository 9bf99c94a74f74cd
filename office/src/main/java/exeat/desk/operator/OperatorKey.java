package exeat.desk.operator;

import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * An operator's own key, in a file that only they may read: on a first line {@code exeat-operator},
 * the operator's name, the public key and the private one (Ed25519, RFC 8032; PKCS #8), all apart
 * by spaces and the keys in base 64. It belongs to the person, on a stick or in their own home, and
 * not into the data folder.
 */
public final class OperatorKey {

    private static final String MARK = "exeat-operator";
    private static final int LENGTH = 32;

    /** What every public key of Ed25519 begins with in X.509, RFC 8410. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final Bytes open;
    private final PrivateKey secret;

    private OperatorKey(String name, Bytes open, PrivateKey secret) {
        this.name = name;
        this.open = open;
        this.secret = secret;
    }

    /** Makes a key in a file that is not there yet. */
    public static OperatorKey make(String name, Path file) {
        if (!name.matches("[a-z0-9]+([.-][a-z0-9]+)*+")) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "an operator's name has lower-case letters, digits, dots and hyphens");
        }
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var open = Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
            var line =
                    String.join(
                            " ",
                            MARK,
                            name,
                            Base64.getEncoder().encodeToString(open),
                            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            try (var out =
                    Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                out.write(java.nio.ByteBuffer.wrap(Bytes.utf8(line + "\n").array()));
            }
            return new OperatorKey(name, Bytes.of(open), pair.getPrivate());
        } catch (FileAlreadyExistsException there) {
            throw new OfficeException(Code.ALREADY_EXISTS, file + " is there already", there);
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, file + " cannot be written", broken);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", missing);
        }
    }

    /**
     * Reads one.
     *
     * @throws OfficeException {@link Code#KEYS} when it is none, or others may read it
     */
    public static OperatorKey read(Path file) {
        try {
            var modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!modes.endsWith("------")) {
                throw new OfficeException(
                        Code.KEYS,
                        file + " may be read by others (" + modes + "): chmod 600 " + file);
            }
            var parts = Files.readString(file).strip().split(" ", -1);
            if (parts.length != 4 || !parts[0].equals(MARK)) {
                throw new OfficeException(Code.KEYS, file + " is no operator's key");
            }
            var secret = Base64.getDecoder().decode(parts[3]);
            return new OperatorKey(
                    parts[1],
                    Bytes.fromBase64(parts[2]),
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (IOException broken) {
            throw new OfficeException(Code.KEYS, file + " cannot be read", broken);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new OfficeException(Code.KEYS, file + " is damaged", damaged);
        }
    }

    public String name() {
        return name;
    }

    /** The public key, 32 bytes. */
    public Bytes open() {
        return open;
    }

    Bytes sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(Bytes.utf8(text).array());
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new OfficeException(Code.KEYS, "the operator's key cannot sign", broken);
        }
    }

    /** Whether the holder of a key signed a text. */
    static boolean isSigned(Bytes key, String text, Bytes signed) {
        try {
            var encoded = Bytes.of(PREFIX).then(key).array();
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(Bytes.utf8(text).array());
            return signature.verify(signed.array());
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }
}
