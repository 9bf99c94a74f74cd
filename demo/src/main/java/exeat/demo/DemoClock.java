package exeat.demo;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that can be put back for the month that the demonstration lives through, and then shows
 * the time again. Between two settings it runs as the real one does.
 */
public final class DemoClock implements InstantSource {

    private final InstantSource real;

    /** What is added to the real time; zero once the month is over. */
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
