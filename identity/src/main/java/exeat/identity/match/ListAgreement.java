package exeat.identity.match;

/** How far two lists of names agree: of places, of relatives. */
enum ListAgreement {
    /** Everything in the shorter one is in the longer. */
    ALL,
    /** Something in one is in the other. */
    SOME,
    NONE
}
