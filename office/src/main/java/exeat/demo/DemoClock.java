package exeat.demo;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that can be put back for the month that the demonstration lives through, and then shows
 * the time again. Between two settings it runs as any clock does.
 */
public final class DemoClock implements InstantSource {

    /** What is added to the system's time; zero once the month is over. */
    private volatile long offsetMillis;

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(System.currentTimeMillis() + offsetMillis);
    }

    /** Shows this time from now on; never one that is still to come. */
    void set(Instant time) {
        offsetMillis = Math.min(0, time.toEpochMilli() - System.currentTimeMillis());
    }

    /** Shows the system's time from now on. */
    void release() {
        offsetMillis = 0;
    }
}
