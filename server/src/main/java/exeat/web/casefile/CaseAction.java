package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An action that a reader can take on a traveller now, as a form on its own page.
 *
 * @param target which clearance, hold, proposal or question it is about; empty for none
 * @param told what somebody must read before they do it
 */
public record CaseAction(
        CaseActionKind kind,
        String target,
        String title,
        List<String> told,
        Consumer<FormBuilder> fields,
        Function<SubmittedForm, Map<String, String>> wrong,
        Function<SubmittedForm, Command> command) {

    public CaseAction {
        told = List.copyOf(told);
    }

    /** An action without fields: opening its page and pressing the button is enough. */
    public static CaseAction plain(
            CaseActionKind kind, String target, String title, List<String> told, Command command) {
        return new CaseAction(
                kind, target, title, told, form -> {}, posted -> Map.of(), posted -> command);
    }

    public String address(String base) {
        return base + "/" + kind.address() + (target.isEmpty() ? "" : "/" + target);
    }

    /**
     * Whether it answers what a case waits for: it gets a button on the case's page. Before a
     * proposal is handed over, nobody can go on with it.
     */
    boolean isTask() {
        return switch (kind.group()) {
            case APPEALS, AUTHORISATION, PROPOSALS, BORDER_STOP, HOLDS, SAFEGUARDS -> true;
            case CLEARANCES -> kind == CaseActionKind.CLEAR;
            case DECISION ->
                    kind == CaseActionKind.APPROVE
                            || kind == CaseActionKind.REFUSE
                            || ServiceActions.isOfProposal(this);
            case PROTECTION ->
                    kind == CaseActionKind.HEAR || kind == CaseActionKind.SECOND_IN_PERSON;
            case CONFIRMATION, QUESTIONS, RECUSAL, WITHDRAWAL, ARCHIVE -> false;
        };
    }

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
                case ASK_TO_APPEAR,
                        MOVE_APPEARANCE,
                        CANCEL_APPEARANCE,
                        RECORD_APPEARANCE,
                        ANOTHER_TIME ->
                        Set.of();
                case ASK, RECUSE, KEEP_FILE, FREE_FILE, RESPOND, APPEAL, ASK_RECUSAL -> Set.of();
            };
        }
    }
}
