package exeat.web.casefile;

/** What an action has to do with the case, with queues and with the rules. */
enum Trait {
    /** It ends or stops something: its button warns. */
    GRAVE,
    /** It has a place in its unit's queue; its effect does not depend on any field. */
    IN_TURN,
    /** Nobody else's step can prevent it. */
    UNHINDERED,
    /** The case waits for it: it gets a button on the person's own page. */
    AWAITED,
    /** See {@link CaseActionKind#isTried}. */
    TRIED,
    /** See {@link CaseActionKind#isTriedByGround}. */
    TRIED_BY_GROUND
}
