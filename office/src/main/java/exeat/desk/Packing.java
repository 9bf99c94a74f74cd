package exeat.desk;

import exeat.store.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * Makes states small before they are sealed, since what is sealed cannot be made small any more. A
 * state is written whole with each command, and most of it are names that every state has: so it is
 * told as copies out of a fixed text, which stands before it, and out of itself. That takes some
 * microseconds, where a general method takes ten times as long for so short a text.
 *
 * <p>A packed text is the length of the plain one, then in turn how many bytes follow as they are,
 * these bytes, and, where more is to come, a copy: how long, less {@link #SHORTEST}, and from how
 * far back. Numbers are in groups of seven bits, the lowest first.
 *
 * <p>The fixed text never changes: states that are stored are read with it. Another one would be
 * another form of state.
 */
final class Packing {

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int SHORTEST = 5;
    private static final int BITS = 12;

    /** Of a plain text; nothing that is stored is near it. */
    private static final int MOST = 1 << 26;

    private static final byte[] FIXED = fixed();

    /** Where in the fixed text the four bytes of a hash stand last. */
    private static final int[] PLACES = places();

    private Packing() {}

    private static byte[] fixed() {
        try (var in = Packing.class.getResourceAsStream("/exeat/desk/packing-1.txt")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int[] places() {
        var places = new int[1 << BITS];
        Arrays.fill(places, -1);
        for (int at = 0; at + Integer.BYTES <= FIXED.length; at++) {
            places[hash(FIXED, at)] = at;
        }
        return places;
    }

    private static int hash(byte[] text, int at) {
        return ((int) INT.get(text, at) * 0x9E3779B1) >>> (Integer.SIZE - BITS);
    }

    /** The text that {@link #unpack} makes into this one again. */
    static Bytes pack(Bytes plain) {
        var own = plain.array();
        var text = Arrays.copyOf(FIXED, FIXED.length + own.length);
        System.arraycopy(own, 0, text, FIXED.length, own.length);
        var places = PLACES.clone();
        var out = new Out(own.length);
        out.number(own.length);
        int from = FIXED.length;
        int at = from;
        while (at + SHORTEST <= text.length) {
            int hash = hash(text, at);
            int before = places[hash];
            places[hash] = at;
            int length = before < 0 ? 0 : same(text, before, at);
            if (length < SHORTEST) {
                at++;
                continue;
            }
            out.plain(text, from, at);
            out.number(length - SHORTEST);
            out.number(at - before);
            for (int in = at + 1; in < at + length && in + SHORTEST <= text.length; in++) {
                places[hash(text, in)] = in;
            }
            at += length;
            from = at;
        }
        if (from < text.length) {
            out.plain(text, from, text.length);
        }
        return out.bytes();
    }

    private static int same(byte[] text, int one, int other) {
        int length = 0;
        while (other + length < text.length && text[one + length] == text[other + length]) {
            length++;
        }
        return length;
    }

    /**
     * The text as it was.
     *
     * @throws IllegalStateException if it was not packed here
     */
    static Bytes unpack(Bytes packed) {
        var in = new In(packed.array());
        try {
            int length = in.number();
            if (length > MOST) {
                throw new IllegalStateException("what was packed would be too long");
            }
            var text = Arrays.copyOf(FIXED, FIXED.length + length);
            int at = FIXED.length;
            while (at < text.length) {
                int plain = in.number();
                System.arraycopy(in.text, in.at, text, at, plain);
                in.at += plain;
                at += plain;
                if (at < text.length) {
                    int end = at + in.number() + SHORTEST;
                    // Byte by byte: a copy may run into what it has just written.
                    for (int before = at - in.number(); at < end; at++, before++) {
                        text[at] = text[before];
                    }
                }
            }
            return Bytes.of(Arrays.copyOfRange(text, FIXED.length, text.length));
        } catch (IndexOutOfBoundsException broken) {
            throw new IllegalStateException("what was packed cannot be read", broken);
        }
    }

    private static final class Out {
        private byte[] text;
        private int at;

        Out(int most) {
            text = new byte[most + 16];
        }

        private void room(int more) {
            if (at + more > text.length) {
                text = Arrays.copyOf(text, 2 * (at + more));
            }
        }

        void number(int number) {
            room(5);
            int left = number;
            for (; left > 0x7f; left >>>= 7) {
                text[at++] = (byte) (left | 0x80);
            }
            text[at++] = (byte) left;
        }

        void plain(byte[] from, int begin, int end) {
            number(end - begin);
            room(end - begin);
            System.arraycopy(from, begin, text, at, end - begin);
            at += end - begin;
        }

        Bytes bytes() {
            return Bytes.of(Arrays.copyOf(text, at));
        }
    }

    private static final class In {
        private final byte[] text;
        private int at;

        In(byte[] text) {
            this.text = text;
        }

        int number() {
            int number = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                byte next = text[at++];
                number |= (next & 0x7f) << shift;
                if (next >= 0) {
                    if (number < 0) {
                        break;
                    }
                    return number;
                }
            }
            throw new IndexOutOfBoundsException("a number that is too great");
        }
    }
}
