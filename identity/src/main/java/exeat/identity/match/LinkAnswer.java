package exeat.identity.match;

/** Whether two entries are about one person. None of them merges anything. */
public enum LinkAnswer {
    SAME,
    /** A person decides, side by side, with what speaks for and against. */
    ASK,
    DIFFERENT
}
