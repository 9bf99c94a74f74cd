package exeat.store;

/**
 * A failure that a caller can act on. Its message contains no person and no secret, so it may be
 * logged.
 */
public final class OfficeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** What a caller can do about it decides the code. */
    public enum Code {
        /** Another Exeat runs on this data folder. */
        DATA_IN_USE,
        /** The database cannot be reached or started. */
        DATABASE_AWAY,
        /**
         * The way to the database was lost while something was being committed: it was done or was
         * not. The caller looks, or sends the same again under the same key.
         */
        OUTCOME_UNKNOWN,
        /**
         * The database is too old, is not ours to migrate, lacks a right that the message names, or
         * has to be rebuilt first.
         */
        DATABASE_UNFIT,
        /** The keys in the data folder are missing, unreadable, or not those of this database. */
        KEYS,
        /** The session has ended, or was never one. */
        SESSION_ENDED,
        /** The session is one, but not for this. */
        NOT_ALLOWED,
        /** There is no such thing, or it may not be seen. */
        NOT_FOUND,
        /** It is already there, with other content. */
        ALREADY_EXISTS,
        /** A value from outside is not one that can be read. */
        BAD_INPUT,
        /** More than is taken at once, or than there is room for; the message says how much is. */
        TOO_LARGE,
        /** Too much of it is under way; the same works a little later. */
        BUSY,
        /** A broken invariant. */
        FAULT
    }

    public OfficeException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public OfficeException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
