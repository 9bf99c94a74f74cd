package exeat.demo;

import java.time.Duration;

/** How long a test waits for what is done beside it. It is measured: no clock is read for it. */
public record Patience(long end) {

    public static Patience of(Duration most) {
        return new Patience(System.nanoTime() + most.toNanos());
    }

    public boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}
