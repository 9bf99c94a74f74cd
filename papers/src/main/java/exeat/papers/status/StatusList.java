package exeat.papers.status;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Statuses by index, packed from the least significant bit of each byte on. Never changes. */
public final class StatusList {

    /** What a list may unpack to, in bytes: at one bit, 67 million papers. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8);
    private static final int BUFFER = 16 * 1024;

    private final int bits;
    private final byte[] packed;

    private StatusList(int bits, byte[] packed) {
        this.bits = bits;
        this.packed = packed;
    }

    /**
     * A list of one status for each index.
     *
     * @param bits 1, 2, 4 or 8 for each
     * @throws IllegalArgumentException if a status does not fit
     */
    public static StatusList of(int bits, IntStream statuses) {
        var all = statuses.toArray();
        if (!WIDTHS.contains(bits)) {
            throw new IllegalArgumentException("a status has 1, 2, 4 or 8 bits, not " + bits);
        }
        int each = Byte.SIZE / bits;
        var packed = new byte[(all.length + each - 1) / each];
        for (int i = 0; i < all.length; i++) {
            if (all[i] < 0 || all[i] >= 1 << bits) {
                throw new IllegalArgumentException(all[i] + " has more than " + bits + " bits");
            }
            packed[i / each] |= (byte) (all[i] << (i % each * bits));
        }
        return new StatusList(bits, packed);
    }

    /**
     * One bit for each of so many papers, set for those that are revoked. All other bits are 0,
     * also of papers that were never issued.
     *
     * @throws IllegalArgumentException if an index is not below the size
     */
    public static StatusList revoking(int size, IntStream revoked) {
        var packed = new byte[(size + Byte.SIZE - 1) / Byte.SIZE];
        revoked.forEach(index -> {
            if (index < 0 || index >= size) {
                throw new IllegalArgumentException("no index " + index + " of " + size);
            }
            packed[index / Byte.SIZE] |= (byte) (1 << index % Byte.SIZE);
        });
        return new StatusList(1, packed);
    }

    public int bits() {
        return bits;
    }

    /** How many indexes there are: a multiple of what a byte holds. */
    public long size() {
        return (long) packed.length * Byte.SIZE / bits;
    }

    /** The status of an index; empty if the list is shorter. */
    public OptionalInt status(long index) {
        if (index < 0 || index >= size()) {
            return OptionalInt.empty();
        }
        int each = Byte.SIZE / bits;
        int at = (int) (index / each);
        int shift = (int) (index % each) * bits;
        return OptionalInt.of((packed[at] & 0xff) >> shift & (1 << bits) - 1);
    }

    /** In the ZLIB format (RFC 1950), at its highest level. */
    byte[] compressed() {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(packed);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** What was compressed; empty if it is not that, or would be more than the limit. */
    static Optional<StatusList> inflate(int bits, byte[] compressed, int mostBytes) {
        if (!WIDTHS.contains(bits)) {
            return Optional.empty();
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(compressed);
            var out = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                boolean stuck = length == 0 && !inflater.finished();
                if (stuck || out.size() + length > mostBytes) {
                    return Optional.empty();
                }
                out.write(buffer, 0, length);
            }
            return inflater.getRemaining() > 0
                    ? Optional.empty()
                    : Optional.of(new StatusList(bits, out.toByteArray()));
        } catch (DataFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusList list
                && bits == list.bits
                && Arrays.equals(packed, list.packed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(packed) + bits;
    }
}
