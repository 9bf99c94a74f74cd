package exeat.desk.setup;

/** The steps from an empty folder to an office that works, in the order in which they are done. */
public enum SetUpStep {
    /** Two operators with keys of their own, so that no command is nobody's. */
    OPERATORS,
    /** Two administrators with a second factor: one alone cannot agree to anything. */
    ADMINISTRATORS,
    /** A directive, which brings the units. */
    DIRECTIVE,
    /** Two lawyers and an officer of the issuer. */
    ISSUER,
    IN_FORCE,
    /** Somebody in each kind of unit, and a second officer for the decider. */
    OFFICERS,
    /** Two of these have read the directive, which came down through every level. */
    BRIEFING,
    WITNESS,
    /** A backup that was restored for a test. */
    BACKUP,
    /** A case that went from the form to the border. */
    TEST_CASE,
    /** The test case is nobody's: it goes before real ones come. */
    ERASED
}
