package exeat.web.apply;

import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.config.Config;
import exeat.config.LimitSettings;
import exeat.config.Settings;
import exeat.store.ClosedFolder;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.web.kit.SecureTokens;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Unfinished applications, each in a file encrypted with a key made from the token in the writer's
 * cookie, which the server does not keep. A crash loses at most the current page.
 */
@Singleton
public final class UnfinishedApplications {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How long the sender's device can tell that the application was sent. */
    private static final Duration SENT = Duration.ofDays(1);

    private final Path folder;
    private final InstantSource clock;

    /** How long an unfinished application is kept after its last change. */
    private final Duration kept;

    private final Config config;

    /** The total bytes of all drafts; recounted by each sweep. */
    private final AtomicLong total = new AtomicLong();

    private final JsonMapper json = JsonMapper.builder().build();

    UnfinishedApplications(Config config, InstantSource clock) {
        this.config = config;
        this.folder = config.path(Settings.DATA).resolve("drafts");
        this.kept = config.time(Settings.DRAFTS);
        this.clock = clock;
    }

    Duration kept() {
        return kept;
    }

    Optional<UnfinishedApplication> find(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            var file = file(token);
            var age =
                    Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
            if (age.compareTo(kept) > 0) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            var draft =
                    json.readValue(
                            open(token, Files.readAllBytes(file)), UnfinishedApplication.class);
            if (draft.isSent() && age.compareTo(SENT) > 0) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            return Optional.of(draft);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a draft cannot be read", e);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Checks who may make a draft grow. */
    @FunctionalInterface
    interface Budget {

        /**
         * Throws if they may not.
         *
         * @param bytes the bytes by which the draft grows
         * @param all bytes the bytes of all drafts after that
         * @param most the maximum of these
         * @throws exeat.desk.limit.OverBudgetException if they may not
         */
        void require(long bytes, long all, long most);
    }

    /**
     * Saves a draft in place of the previous one.
     *
     * @throws OfficeException {@link Code#TOO_LARGE} if it is longer than a large family needs
     * @throws exeat.desk.limit.OverBudgetException if it grows by more than the address may add, or
     *     all drafts together outgrow their disk space; the previous one is kept
     */
    void keep(String token, UnfinishedApplication sketch, Budget budget) {
        store(token, sketch, budget, config.size(LimitSettings.DRAFT_SIZE));
    }

    /** Records that a draft was sent. No limit applies, since the application is already filed. */
    void sent(String token, UnfinishedApplication sketch) {
        store(token, sketch, (_, _, _) -> {}, Long.MAX_VALUE);
    }

    private void store(String token, UnfinishedApplication sketch, Budget budget, long longest) {
        try {
            var plain = json.writeValueAsBytes(sketch);
            if (plain.length > longest) {
                throw new OfficeException(Code.TOO_LARGE, "an unfinished application is too long");
            }
            ClosedFolder.make(folder);
            long growth = plain.length + NONCE + TAG_BITS / 8 - size(token);
            if (growth > 0) {
                long most = config.size(LimitSettings.DRAFTS_IN_ALL);
                budget.require(growth, total.get() + growth, most);
            }
            var fresh =
                    Files.createTempFile(
                            folder,
                            "draft",
                            ".tmp",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, seal(token, plain));
            // Sets its time by the office's clock, which may differ from the file system's.
            Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
            Files.move(
                    fresh,
                    file(token),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            total.addAndGet(growth);
        } catch (IOException e) {
            throw new UncheckedIOException("a draft cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    void forget(String token) {
        try {
            long size = size(token);
            if (Files.deleteIfExists(file(token))) {
                total.addAndGet(-size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a draft cannot be removed", e);
        }
    }

    /** Removes drafts that are older than the promised time. */
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var oldest = clock.instant().minus(kept);
        long left = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var about = Files.readAttributes(file, BasicFileAttributes.class);
                if (about.lastModifiedTime().toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                } else {
                    left += about.size();
                }
            }
            total.set(left);
        } catch (NoSuchFileException moved) {
            // A draft was sent or changed in the meantime; the next sweep counts again.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("old drafts cannot be removed", e);
        }
    }

    /** The size in bytes; 0 if there is none. */
    private long size(String token) throws IOException {
        var file = file(token);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Path file(String token) {
        return folder.resolve(SecureTokens.hmac(token, "name"));
    }

    private static byte[] seal(String token, byte[] plain) throws GeneralSecurityException {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, token, nonce).doFinal(plain);
        var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    private static String open(String token, byte[] whole) throws GeneralSecurityException {
        var nonce = Arrays.copyOf(whole, NONCE);
        var sealed = Arrays.copyOfRange(whole, Math.min(NONCE, whole.length), whole.length);
        var plain = cipher(Cipher.DECRYPT_MODE, token, nonce).doFinal(sealed);
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static Cipher cipher(int mode, String token, byte[] nonce)
            throws GeneralSecurityException {
        var key = HexFormat.of().parseHex(SecureTokens.hmac(token, "key"));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
