package exeat.web.casefile;

import java.util.Set;

/** What an action has to do with the case, with queues and with the rules. */
enum Trait {
    /** It ends or stops something: its button warns. */
    GRAVE,
    /** It has a place in its unit's queue; its effect does not depend on any field. */
    IN_TURN,
    /** An action that nobody else's step can prevent. */
    UNHINDERED,
    /** The case waits for it: it gets a button on the person's own page. */
    AWAITED,
    /** See {@link CaseActionKind#isTried}. */
    TRIED,
    /** See {@link CaseActionKind#isTriedByGround}. */
    TRIED_BY_GROUND;

    static Set<Trait> of(CaseActionKind kind) {
        return switch (kind) {
            case REFUSE -> Set.of(GRAVE, IN_TURN, TRIED);
            case DECIDE_APPEAL, AUTHORISE, CLEAR, APPROVE -> Set.of(IN_TURN, TRIED);
            case SECOND -> Set.of(GRAVE, TRIED);
            case SET_ASIDE -> Set.of(GRAVE, TRIED_BY_GROUND);
            case HOLD_CLEARANCE,
                    REVOKE,
                    HOLD,
                    CORRECT,
                    EXTEND,
                    ERASE_SECOND,
                    ERASE_FILE,
                    ERASE_OWN ->
                    Set.of(GRAVE);
            case WITHDRAW, SECOND_IN_PERSON -> Set.of(GRAVE, UNHINDERED);
            case PROTECT,
                    END_PROTECTION,
                    WITHDRAW_IN_PERSON,
                    END_CLAIM_IN_PERSON,
                    STOP_IN_PERSON,
                    OBJECT_IN_PERSON,
                    DISOWN,
                    DISOWN_IN_PERSON,
                    ADMIT,
                    HEAR ->
                    Set.of(UNHINDERED);
            case CONFIRM, CONSENT, CHOOSE, ANSWER, ANSWER_PROPOSAL, DOCUMENT -> Set.of(AWAITED);
            case DECLINE, LIFT, RELEASE, SAFEGUARD -> Set.of(TRIED);
            case SERVE, RECORD_ANSWER, REPLY, CONFIRM_RECEIPT, DISPUTE_SERVICE -> Set.of();
            case RECORD_PAYMENT, WAIVE_FEE, REFUND_FEE -> Set.of();
            case ASK, RECUSE, KEEP_FILE, FREE_FILE, RESPOND, APPEAL, ASK_RECUSAL -> Set.of();
        };
    }
}
