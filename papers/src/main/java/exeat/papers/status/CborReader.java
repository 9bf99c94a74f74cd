package exeat.papers.status;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Reads CBOR with one way to write everything: definite and shortest lengths, no key twice, nothing
 * after the item (RFC 8949, section 4.2).
 */
final class CborReader {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_ITEMS = 10_000;
    private static final int ONE_BYTE = 24;
    private static final int EIGHT_BYTES = 27;

    private final ByteBuffer bytes;
    private int items;

    private CborReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** The one item; empty if it is not that. */
    static Optional<CborItem> read(byte[] bytes) {
        var reader = new CborReader(bytes);
        try {
            var item = reader.item(0);
            return reader.bytes.hasRemaining() ? Optional.empty() : Optional.of(item);
        } catch (Stopped stopped) {
            return Optional.empty();
        }
    }

    /** Ends the reading; never leaves this class. */
    private static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("not CBOR as it is allowed here", null, false, false);
        }
    }

    private CborItem item(int depth) throws Stopped {
        if (depth > MAX_DEPTH || ++items > MAX_ITEMS) {
            throw new Stopped();
        }
        int head = next();
        int type = head >> 5;
        int info = head & 0x1f;
        return switch (type) {
            case 0 -> new CborItem.Whole(argument(info));
            case 1 -> new CborItem.Whole(-1 - argument(info));
            case 2 -> new CborItem.Octets(octets(info));
            case 3 -> new CborItem.Text(text(info));
            case 4 -> {
                var all = new ArrayList<CborItem>();
                for (long left = argument(info); left > 0; left--) {
                    all.add(item(depth + 1));
                }
                yield new CborItem.Items(all);
            }
            case 5 -> entries(info, depth);
            case 6 -> new CborItem.Tagged(argument(info), item(depth + 1));
            default -> other(info);
        };
    }

    private CborItem entries(int info, int depth) throws Stopped {
        var all = new LinkedHashMap<CborItem, CborItem>();
        for (long left = argument(info); left > 0; left--) {
            var key = item(depth + 1);
            boolean plain = key instanceof CborItem.Whole || key instanceof CborItem.Text;
            if (!plain || all.put(key, item(depth + 1)) != null) {
                throw new Stopped();
            }
        }
        return new CborItem.Entries(all);
    }

    private CborItem other(int info) throws Stopped {
        int length =
                switch (info) {
                    case 20, 21, 22, 23 -> 0;
                    case 25 -> 2;
                    case 26 -> 4;
                    case 27 -> 8;
                    default -> throw new Stopped();
                };
        for (int i = 0; i < length; i++) {
            next();
        }
        return new CborItem.Other();
    }

    private byte[] octets(int info) throws Stopped {
        long length = argument(info);
        if (length > bytes.remaining()) {
            throw new Stopped();
        }
        var octets = new byte[(int) length];
        bytes.get(octets);
        return octets;
    }

    private String text(int info) throws Stopped {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets(info)))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Stopped();
        }
    }

    /** A number or a length; the shortest way to write it is the only one. */
    private long argument(int info) throws Stopped {
        if (info < ONE_BYTE) {
            return info;
        }
        if (info > EIGHT_BYTES) {
            throw new Stopped();
        }
        int length = 1 << (info - ONE_BYTE);
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << Byte.SIZE | next();
        }
        long least = length == 1 ? ONE_BYTE : 1L << (Byte.SIZE * length / 2);
        if (value < least) {
            // Negative: beyond what a long can say.
            throw new Stopped();
        }
        return value;
    }

    private int next() throws Stopped {
        if (!bytes.hasRemaining()) {
            throw new Stopped();
        }
        return bytes.get() & 0xff;
    }
}
