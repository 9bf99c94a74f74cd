package exeat.desk.codec;

import java.nio.ByteBuffer;

/** A number that is not negative in as few bytes as it needs: seven bits each, the lowest first. */
final class ShortNumber {

    /** That any number needs. */
    static final int MAX_BYTES = 5;

    private static final int LOW = 0x7f;
    private static final int HIGH = 0x80;
    private static final int BITS = 7;

    private ShortNumber() {}

    static void write(ByteBuffer out, int number) {
        int left = number;
        while (left > LOW) {
            out.put((byte) ((left & LOW) | HIGH));
            left >>>= BITS;
        }
        out.put((byte) left);
    }

    /** Reads one; negative where there is none, or one that is too long. */
    static int read(ByteBuffer in) {
        int number = 0;
        for (int n = 0; n < MAX_BYTES; n++) {
            if (!in.hasRemaining()) {
                return -1;
            }
            byte next = in.get();
            number |= (next & LOW) << (BITS * n);
            if (next >= 0) {
                return number;
            }
        }
        return -1;
    }
}
