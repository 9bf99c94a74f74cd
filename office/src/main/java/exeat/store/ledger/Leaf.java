package exeat.store.ledger;

import exeat.store.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An event's leaf in the ledger: SHA-256 over a zero byte and the entry, as RFC 9162 section 2.1
 * hashes leaves. The database makes it; verifiers make it again here.
 */
public final class Leaf {

    private Leaf() {}

    /**
     * The payload's part of an entry. Without the salt nobody can try what the payload was, so that
     * this may stay when both are erased.
     */
    public static Bytes payloadHash(Bytes salt, Bytes payload) {
        return salt.then(payload).sha256();
    }

    /**
     * The number of a step as its leaf has it. Under a blind, which no receipt shows, nobody learns
     * from a leaf how many steps there were before.
     *
     * @param blind random; empty in the leaves of registers and of all that is not a case
     */
    public static String place(long sequence, Optional<Bytes> blind) {
        var number = Long.toString(sequence);
        return blind.map(salt -> salt.then(Bytes.utf8(number)).sha256().hex()).orElse(number);
    }

    /**
     * What a leaf is of.
     *
     * @param stream its key
     * @param place see {@link #place(long, Optional)}
     * @param actor such as {@code officer/li.wei}, {@code party/1}, {@code stranger}, {@code clock}
     * @param authority the officer's unit; empty for others
     * @param before the step before it: its leaf in hexadecimal digits, or in a case the
     *     {@linkplain Chain#links links} of its chains
     */
    public record Entry(
            String stream,
            String place,
            String type,
            Instant at,
            String actor,
            String authority,
            Bytes payloadHash,
            String before) {}

    /** The leaf's hash; the entry is its fields as lines of UTF-8, the time in microseconds. */
    public static Bytes hash(Entry entry) {
        var lines =
                String.join(
                        "\n",
                        entry.stream(),
                        entry.place(),
                        entry.type(),
                        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())),
                        entry.actor(),
                        entry.authority(),
                        entry.payloadHash().hex(),
                        entry.before());
        return Bytes.of(new byte[] {0}).then(Bytes.utf8(lines)).sha256();
    }
}
