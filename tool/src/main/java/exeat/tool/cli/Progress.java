package exeat.tool.cli;

import java.util.Locale;

/** A count that is rewritten in place on a terminal, and nothing elsewhere. */
public final class Progress implements AutoCloseable {

    private static final long EVERY_NANOS = 250_000_000L;

    private final CommandIo io;
    private final String what;
    private final long begun = System.nanoTime();
    private long shown = begun;
    private boolean written;

    public Progress(CommandIo io, String what) {
        this.io = io;
        this.what = what;
    }

    public void at(long count) {
        if (!io.terminal() || (count & 0xff) != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - shown > EVERY_NANOS) {
            shown = now;
            written = true;
            long aSecond = count * 1_000_000_000L / Math.max(1, now - begun);
            io.err().printf(Locale.ROOT, "\r%,d %s, %,d a second ", count, what, aSecond);
        }
    }

    @Override
    public void close() {
        if (written) {
            io.err().print("\r\033[K");
        }
    }
}
