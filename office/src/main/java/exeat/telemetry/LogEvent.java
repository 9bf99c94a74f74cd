package exeat.telemetry;

import java.lang.System.Logger.Level;
import java.util.Locale;

/** The kinds of log lines. */
public enum LogEvent {
    STARTED(Level.INFO),
    STOPPED(Level.INFO),
    /** A request was answered. */
    REQUEST(Level.INFO),
    /** A request was answered 401 or 403: nobody, or somebody who may not. */
    REFUSED(Level.WARNING),
    SIGNED_IN(Level.INFO),
    SIGN_IN_FAILED(Level.WARNING),
    /** The door was shut because of failures before. */
    SIGN_IN_THROTTLED(Level.WARNING),
    /**
     * The password was right, and a second factor is asked of this mandate that was never given.
     */
    SECOND_FACTOR_MISSING(Level.WARNING),
    SIGNED_OUT(Level.INFO),
    /** All other sessions of somebody were ended by them. */
    SIGNED_OUT_ELSEWHERE(Level.INFO),
    PASSWORD_CHANGED(Level.INFO),
    PASSWORD_REFUSED(Level.WARNING),
    /** A session acts for another officer from now on, or for its own again. */
    ACTS_FOR(Level.INFO),
    WEBHOOK_MADE(Level.INFO),
    WEBHOOK_REMOVED(Level.INFO),
    /** A delivery failed as often as it may, and is with the dead letters. */
    WEBHOOK_GIVEN_UP(Level.WARNING),
    /** Nothing arrived for days, or the receiver is gone. */
    WEBHOOK_OFF(Level.ERROR),
    /** The database did not take what came of it; it is told again. */
    WEBHOOKS_WAIT(Level.WARNING),
    /** A mail server, or the database, did not take notices; they wait. */
    NOTICES_WAIT(Level.WARNING),
    /** A mail server refused somebody's address for good. */
    NOTICE_BOUNCED(Level.INFO),
    /** Lists showed an officer as many names within an hour as they may. */
    NAMES_WITHHELD(Level.WARNING),
    CLOCK_JUMPED(Level.WARNING),
    /** Something that nobody foresaw, with the types and places of it. */
    FAULT(Level.ERROR);

    private final Level level;

    LogEvent(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }

    /** As it stands in a line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
