package exeat.demo;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that can be set back for the simulated month and then shows the real time again. In
 * between it runs at normal speed.
 */
public final class DemoClock implements InstantSource {

    private final InstantSource real;

    /** The offset from real time; zero once the month is over. */
    private volatile long offsetMillis;

    /**
     * Shows the real time until the demonstration begins.
     *
     * @param real the machine's clock, or one that says which day it is
     */
    public DemoClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(real.millis() + offsetMillis);
    }

    /** Shows this time from now on; never one that is still to come. */
    void set(Instant time) {
        offsetMillis = Math.min(0, time.toEpochMilli() - real.millis());
    }

    /** Shows the real time from now on. */
    void release() {
        offsetMillis = 0;
    }
}
