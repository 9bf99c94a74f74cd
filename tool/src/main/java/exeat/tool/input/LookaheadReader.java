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

    /** Passes over the rest of the line, its end included. */
    void skipLine() throws IOException {
        for (int next = read(); next != END && next != '\n'; ) {
            next = read();
        }
    }
}
