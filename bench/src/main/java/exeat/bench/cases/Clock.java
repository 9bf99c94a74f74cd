package exeat.bench.cases;

import java.util.Arrays;

/** How long each command of one client waited for its answer; owned by that client's thread. */
final class Clock {

    private long[] nanos = new long[1 << 12];
    private int count;
    private long begun;

    void begin() {
        begun = System.nanoTime();
    }

    /** The command that was begun is answered. The next begins now. */
    void answered() {
        long now = System.nanoTime();
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = now - begun;
        begun = now;
    }

    long[] waited() {
        return Arrays.copyOf(nanos, count);
    }
}
