package exeat.desk.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 line by line, so that a byte that is none is noticed at its own line and not somewhere in
 * the thousands of characters before it. Owned by one thread.
 */
final class Utf8Reader extends Reader {

    /** A line longer than this is no row of a file of applications. */
    private static final int MAX_LINE = 1 << 20;

    private final InputStream bytes;
    private CharBuffer line = CharBuffer.allocate(0);

    Utf8Reader(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (!line.hasRemaining() && !fill()) {
            return -1;
        }
        int n = Math.min(length, line.remaining());
        line.get(buffer, offset, n);
        return n;
    }

    private boolean fill() throws IOException {
        var gathered = new ByteArrayOutputStream();
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
            gathered.write(b);
            if (b == '\n') {
                break;
            }
            if (gathered.size() > MAX_LINE) {
                throw new IOException("a line is longer than " + MAX_LINE + " bytes");
            }
        }
        line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(gathered.toByteArray()));
        return gathered.size() > 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
