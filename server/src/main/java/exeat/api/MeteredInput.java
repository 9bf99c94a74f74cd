package exeat.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that asks before each piece of a mebibyte whether it may be read. */
final class MeteredInput extends FilterInputStream {

    static final int PIECE = 1 << 20;

    private final LongConsumer asked;

    /** What may still be read before the next piece is asked for. */
    private int left;

    /**
     * Begins a stream from which nothing has been read yet.
     *
     * @param asked takes the bytes of the next piece, and throws when they are too many
     */
    MeteredInput(InputStream source, LongConsumer asked) {
        super(source);
        this.asked = asked;
    }

    @Override
    public int read() throws IOException {
        ask();
        int one = super.read();
        left -= one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        ask();
        int count = super.read(into, from, Math.min(most, left));
        left -= Math.max(0, count);
        return count;
    }

    private void ask() {
        if (left == 0) {
            asked.accept(PIECE);
            left = PIECE;
        }
    }
}
