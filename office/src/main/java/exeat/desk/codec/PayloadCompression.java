package exeat.desk.codec;

import exeat.store.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Compresses states and events before they are encrypted, because encrypted data cannot be
 * compressed. Most of their text is names that all of their kind have, so they are deflated (RFC
 * 1951) with a preset dictionary. A packed text is the length of the plain one ({@link
 * ShortNumber}; in what was packed at first, four bytes), and what deflating gave.
 *
 * <p>A dictionary never changes, because stored data is read with it. A new one needs a new form of
 * sealed data.
 */
public final class PayloadCompression {

    /** Hardly larger than at the most thorough level, in half its time. */
    private static final int LEVEL = 3;

    /** The longest plain text; nothing that is stored is near it. */
    private static final int MAX_LENGTH = 1 << 26;

    /** What deflating adds at most to what cannot be made small. */
    private static final int MARGIN = 64;

    public static final PayloadCompression STATES = new PayloadCompression("packing-4.txt", false);
    private static final PayloadCompression SHORT = new PayloadCompression("packing-5.txt", false);
    private static final PayloadCompression LONG = new PayloadCompression("packing-3.txt", false);

    /** As states and events were packed at first. */
    static final PayloadCompression FIRST_STATES = new PayloadCompression("packing-1.txt", true);

    private static final PayloadCompression FIRST_SHORT =
            new PayloadCompression("packing-2.txt", true);
    private static final PayloadCompression FIRST_LONG =
            new PayloadCompression("packing-3.txt", true);

    /**
     * From this length of a plain text on, an event is packed with the longer text, which has what
     * travellers and findings have. To set a text takes longer than to deflate what follows.
     */
    private static final int LONG_FROM = 200;

    private static final int FIRST_LONG_FROM = 400;

    /**
     * At rest: each holds memory outside the heap, and takes longer to make than a state to pack.
     */
    private static final Queue<Deflater> DEFLATERS = new ConcurrentLinkedQueue<>();

    private static final Queue<Inflater> INFLATERS = new ConcurrentLinkedQueue<>();

    private final byte[] fixed;

    /** Whether the length is in four bytes. */
    private final boolean first;

    PayloadCompression(String text, boolean first) {
        fixed = fixed(text);
        this.first = first;
    }

    private static byte[] fixed(String text) {
        try (var in = PayloadCompression.class.getResourceAsStream("/exeat/desk/" + text)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Bytes packEvent(Bytes plain) {
        return event(plain.length()).pack(plain);
    }

    static Bytes unpackEvent(Bytes packed) {
        return event(SHORT.length(ByteBuffer.wrap(packed.array()))).unpack(packed);
    }

    private static PayloadCompression event(int length) {
        return length < LONG_FROM ? SHORT : LONG;
    }

    /** An event, or a piece of one, as it was packed at first. */
    static Bytes unpackFirstEvent(Bytes packed) {
        int length = FIRST_SHORT.length(ByteBuffer.wrap(packed.array()));
        return (length < FIRST_LONG_FROM ? FIRST_SHORT : FIRST_LONG).unpack(packed);
    }

    private int length(ByteBuffer in) {
        int length =
                !first ? ShortNumber.read(in) : in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new IllegalStateException("what was packed has no length, or is too long");
        }
        return length;
    }

    /** The text that {@link #unpack} makes into this one again. */
    public Bytes pack(Bytes plain) {
        var idle = DEFLATERS.poll();
        var deflater = idle == null ? new Deflater(LEVEL, true) : idle;
        deflater.setDictionary(fixed);
        deflater.setInput(plain.array());
        deflater.finish();
        var out =
                ByteBuffer.allocate(
                        ShortNumber.MAX_BYTES + plain.length() + plain.length() / 1000 + MARGIN);
        if (first) {
            out.putInt(plain.length());
        } else {
            ShortNumber.write(out, plain.length());
        }
        deflater.deflate(out);
        if (!deflater.finished()) {
            throw new IllegalStateException("what is packed has become longer than it can");
        }
        deflater.reset();
        DEFLATERS.add(deflater);
        return Bytes.of(Arrays.copyOf(out.array(), out.position()));
    }

    /**
     * The text as it was.
     *
     * @throws IllegalStateException if it was not packed here
     */
    Bytes unpack(Bytes packed) {
        var in = ByteBuffer.wrap(packed.array());
        int length = length(in);
        var idle = INFLATERS.poll();
        var inflater = idle == null ? new Inflater(true) : idle;
        try {
            inflater.setDictionary(fixed);
            inflater.setInput(in);
            var plain = new byte[length];
            int found = inflater.inflate(plain);
            // With nothing left to write, the end of the text may still have to be read.
            if (found != length || !ends(inflater)) {
                throw new IllegalStateException("what was packed is not as long as it says");
            }
            return Bytes.of(plain);
        } catch (DataFormatException broken) {
            throw new IllegalStateException("what was packed cannot be read", broken);
        } finally {
            inflater.reset();
            INFLATERS.add(inflater);
        }
    }

    private static boolean ends(Inflater inflater) throws DataFormatException {
        return inflater.inflate(new byte[1]) == 0 && inflater.finished();
    }
}
