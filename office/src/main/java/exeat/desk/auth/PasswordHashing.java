package exeat.desk.auth;

import at.favre.lib.crypto.bcrypt.BCrypt;
import exeat.desk.auth.HashingQueue.Turn;
import exeat.desk.base.PasswordCost;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are stored: Argon2id of RFC 9106, in the PHC string format. Hashes of bcrypt
 * from before still count, and are renewed when their owner signs in.
 *
 * <p>Hashing is slow on purpose, so only a few run at once in a process and a few more wait: a
 * flood of sign-ins takes at most half of the machine, see {@link HashingQueue}.
 */
final class PasswordHashing {

    /** In bytes of UTF-8. */
    static final int MAX_BYTES = 256;

    /** How many bytes of a password bcrypt reads. */
    private static final int BCRYPT_BYTES = 72;

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** Shared by all offices of this process, as they share its processors. */
    static final HashingQueue QUEUE = new HashingQueue(AT_ONCE, WAITING, PATIENCE);

    private static final Pattern STORED =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{43})");

    private final PasswordCost cost;
    private final HashingQueue queue;

    PasswordHashing(PasswordCost cost) {
        this(cost, QUEUE);
    }

    PasswordHashing(PasswordCost cost, HashingQueue queue) {
        this.cost = cost;
        this.queue = queue;
    }

    /** Whether a password can be one: not empty, and not longer than is read. */
    static boolean fits(String password) {
        return !password.isEmpty()
                && password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }

    /**
     * A hash of a new password, with a salt of its own.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} for one that does not {@link #fits fit},
     *     {@link Code#BUSY} when too many are being hashed
     */
    String hash(String password) {
        if (!fits(password)) {
            throw new OfficeException(
                    Code.BAD_INPUT, "a password is empty or longer than " + MAX_BYTES + " bytes");
        }
        return queue.run(
                Turn.KNOWN,
                () -> {
                    var salt = Keys.random(SALT).array();
                    var hash = argon2(password, salt, cost.kibibytes(), cost.passes());
                    return "$argon2id$v=19$"
                            + cost.parameters()
                            + "$"
                            + text(salt)
                            + "$"
                            + text(hash);
                });
    }

    /**
     * Whether a password matches this hash; takes as long if it cannot.
     *
     * @param turn of who gives the password
     * @throws OfficeException {@link Code#BUSY} when too many are being hashed
     */
    boolean isRight(String password, String stored, Turn turn) {
        var argon = STORED.matcher(stored);
        var tried = fits(password) ? password : "-";
        boolean right =
                queue.run(
                        turn,
                        () ->
                                argon.matches()
                                        ? MessageDigest.isEqual(
                                                Base64.getDecoder().decode(argon.group(4)),
                                                argon2(
                                                        tried,
                                                        Base64.getDecoder().decode(argon.group(3)),
                                                        Integer.parseInt(argon.group(1)),
                                                        Integer.parseInt(argon.group(2))))
                                        : bcrypt(tried, stored));
        return right && tried.equals(password);
    }

    private static boolean bcrypt(String password, String stored) {
        return password.getBytes(StandardCharsets.UTF_8).length <= BCRYPT_BYTES
                && BCrypt.verifyer().verify(password.toCharArray(), stored.toCharArray()).verified;
    }

    /** Whether this office would hash the same password in another way today. */
    boolean isOutdated(String stored) {
        return !stored.startsWith("$argon2id$v=19$" + cost.parameters() + "$")
                && cost == PasswordCost.FULL;
    }

    private static byte[] argon2(String password, byte[] salt, int kibibytes, int passes) {
        var parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(kibibytes)
                        .withIterations(passes)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var hash = new byte[LENGTH];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
