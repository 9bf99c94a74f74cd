package exeat.desk;

import java.time.Duration;

/** How long a test waits for what is done beside it. It is measured: no clock is read for it. */
record Patience(long end) {

    static Patience of(Duration most) {
        return new Patience(System.nanoTime() + most.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}
