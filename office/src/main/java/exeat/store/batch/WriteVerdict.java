package exeat.store.batch;

/** The database's answer to one row. */
public enum WriteVerdict {
    /** Written. */
    DONE,
    /** The session has ended. */
    SESSION,
    /** The session may not do this. */
    ACCESS,
    /** The stream has moved on: decide again. */
    CONFLICT,
    /** The key has an answer already: read it. */
    REPLAY,
    /** A number is taken: take another. */
    NUMBER
}
