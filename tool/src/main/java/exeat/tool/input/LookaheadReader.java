package exeat.tool.input;

import java.io.IOException;
import java.io.Reader;

/** Characters with one to look at ahead, over a buffer of fixed size. */
final class LookaheadReader {

    static final int END = -1;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int limit;

    LookaheadReader(Reader reader) throws IOException {
        this.reader = reader;
        if (peek() == '\uFEFF') {
            read();
        }
    }

    int peek() throws IOException {
        if (at == limit) {
            at = 0;
            limit = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return at == limit ? END : buffer[at];
    }

    int read() throws IOException {
        int next = peek();
        if (next != END) {
            at++;
        }
        return next;
    }

    /** Reads up to a comma, a quote or the line's end, and no more than {@code most} characters. */
    void readBare(StringBuilder into, int most) throws IOException {
        while (peek() != END) {
            int from = at;
            int last = Math.min(limit, from + most - into.length());
            while (at < last && isBare(buffer[at])) {
                at++;
            }
            into.append(buffer, from, at - from);
            if (at < limit || into.length() >= most) {
                return;
            }
        }
    }

    private static boolean isBare(char next) {
        return next != ',' && next != '\n' && next != '\r' && next != '"';
    }

    /** Passes over the rest of the line, its end included. */
    void skipLine() throws IOException {
        for (int next = read(); next != END && next != '\n'; ) {
            next = read();
        }
    }
}
