package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.projection.QueueName;
import exeat.web.casefile.CaseAction.Trait;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every action on a case: the closed set behind the addresses, buttons and messages of actions.
 *
 * <p>Each has messages for its title, for what people read before doing it, for its button, and for
 * the result. {@code CaseActionKindTest} checks that every language has them, and that every action
 * is offered somewhere.
 */
public enum CaseActionKind {
    DECIDE_APPEAL(Group.APPEALS, "decide-appeal", "action.decide-appeal", "action.appeal-grounds"),
    AUTHORISE(Group.AUTHORISATION, "authorise", "action.authorise", "action.authorise.told"),
    SECOND(Group.PROPOSALS, "second", "action.second", "action.second.told"),
    DECLINE(Group.PROPOSALS, "decline", "action.decline", "action.decline.told"),
    CLEAR(Group.CLEARANCES, "clear", "action.clear", "action.clear.told"),
    HOLD_CLEARANCE(
            Group.CLEARANCES,
            "hold-clearance",
            "action.hold-clearance",
            "action.hold.told",
            "action.propose.told",
            "act.PlaceHold.effect"),
    APPROVE(
            Group.DECISION,
            new HolderAct(
                    state -> state.stage() == Stage.REFERRED,
                    TravellerCommand.ApproveReferred::new),
            "approve",
            "action.approve",
            "action.approve.told"),
    REFUSE(Group.DECISION, "refuse", "action.refuse", "action.refuse.told", "act.Refuse.effect"),
    SET_ASIDE(
            Group.DECISION,
            "set-aside",
            "action.set-aside",
            "action.propose.heard",
            "act.SetAside.effect"),
    REVOKE(
            Group.DECISION,
            "revoke",
            "action.revoke",
            "action.revoke.told",
            "action.propose.heard",
            "act.Revoke.effect"),
    HOLD(
            Group.DECISION,
            "hold",
            "action.hold",
            "action.hold.told",
            "action.propose.told",
            "act.PlaceHold.effect"),
    ASK(Group.QUESTIONS, "ask", "action.ask", "action.ask.told"),
    ASK_TO_APPEAR(
            Group.QUESTIONS,
            "ask-to-appear",
            "action.ask-to-appear",
            "action.ask-to-appear.told",
            "action.ask-to-appear.counts"),
    /** Their titles say which one; see {@code AppearanceActions}. */
    MOVE_APPEARANCE(Group.QUESTIONS, "move-appearance", "", "action.move-appearance.told"),
    CANCEL_APPEARANCE(Group.QUESTIONS, "cancel-appearance", "", "action.cancel-appearance.told"),
    RECORD_APPEARANCE(Group.QUESTIONS, "record-appearance", "", "action.record-appearance.told"),
    CORRECT(
            Group.QUESTIONS,
            "correct",
            "action.correct",
            "action.correct.told",
            "act.CorrectFact.effect"),
    /**
     * Hands over a proposal or a decision; {@code ServiceActions} gives this and the next two their
     * titles.
     */
    SERVE(Group.DECISION, "serve", "", "action.serve.told", "action.serve.means"),
    RECORD_ANSWER(Group.DECISION, "record-answer", "", "action.record-answer.told"),
    REPLY(Group.PROPOSALS, "reply", "", "action.reply.told"),
    /** Records, waives or pays back a fee; the titles in {@code FeeActions} give the amount. */
    RECORD_PAYMENT(Group.DECISION, "record-payment", "", "action.record-payment.told"),
    WAIVE_FEE(Group.DECISION, "waive-fee", "", "action.waive-fee.told"),
    REFUND_FEE(Group.DECISION, "refund-fee", "", "action.refund-fee.told"),
    LIFT(
            Group.BORDER_STOP,
            new HolderAct(state -> state.stop().isPresent(), TravellerCommand.LiftStop::new),
            "lift",
            "action.lift",
            "action.lift.told"),
    RELEASE(Group.HOLDS, "release", "action.release", "action.release.told"),
    EXTEND(Group.HOLDS, "extend", "action.extend", "action.propose.heard", "act.ExtendHold.effect"),
    /** Its title names the safeguard; see {@code SafeguardActions}. */
    SAFEGUARD(Group.SAFEGUARDS, "safeguard", "", "action.safeguard.told"),
    RECUSE(Group.RECUSAL, "recuse", "recuse.title", "recuse.what"),
    WITHDRAW_IN_PERSON(
            Group.WITHDRAWAL,
            "withdraw-in-person",
            "action.withdraw-in-person",
            "action.in-person.told",
            "withdraw.told"),
    END_CLAIM_IN_PERSON(
            Group.PROTECTION,
            "end-claim-in-person",
            "action.end-claim-in-person",
            "action.in-person.told",
            "action.end-claim-in-person.told"),
    /** The second officer identified them too: it happens. */
    SECOND_IN_PERSON(
            Group.PROTECTION,
            "second-in-person",
            "action.second-in-person",
            "action.second-in-person.told"),
    STOP_IN_PERSON(
            Group.PROTECTION,
            "stop-in-person",
            "action.stop-in-person",
            "action.stop-in-person.told"),
    /** It was not they who stood before other officers. */
    DISOWN_IN_PERSON(
            Group.PROTECTION,
            "disown-in-person",
            "action.disown-in-person",
            "action.in-person.told",
            "action.disown-in-person.told"),
    ERASE_SECOND(Group.ARCHIVE, "erase-second", "action.erase-second", "action.erase.told"),
    ERASE_FILE(
            Group.ARCHIVE,
            "erase-file",
            "action.erase-file",
            "action.erase.told",
            "action.erase-file.told"),
    KEEP_FILE(Group.ARCHIVE, "keep-file", "action.keep-file", "action.keep-file.told"),
    FREE_FILE(Group.ARCHIVE, "free-file", "action.free-file", "action.free-file.told"),

    /** The further text depends on where the person wants to go. */
    CONFIRM(Group.CONFIRMATION, "confirm", "confirm.title", "confirm.own"),
    CONSENT(Group.SAFEGUARDS, "consent", "consent.title", "consent.told", "consent.heard"),
    DOCUMENT(Group.QUESTIONS, "document", "answer.document", "ask.documents.hint"),
    /** The directive words the question. */
    ANSWER(Group.QUESTIONS, "answer", ""),
    /** Its title says which appearance. */
    ANOTHER_TIME(Group.QUESTIONS, "another-time", "", "another-time.told"),
    /** The case waits for what the person says to what is proposed against them. */
    ANSWER_PROPOSAL(Group.QUESTIONS, "answer-proposal", "", "answer-proposal.told"),
    RESPOND(Group.QUESTIONS, "respond", "respond.title", "respond.what"),
    /** What happens without the choice depends on the day; see {@code FindingChoiceForm}. */
    CHOOSE(Group.QUESTIONS, "choose", "choice.title", "choice.why", "choice.final"),
    /** Its title names what it is against; see {@code PartyActions}. */
    APPEAL(Group.APPEALS, "appeal", "", "appeal.how"),
    /** The titles of this and the next name the decision; see {@code ServiceActions}. */
    CONFIRM_RECEIPT(
            Group.APPEALS, "confirm-receipt", "", "confirm-receipt.told", "confirm-receipt.means"),
    DISPUTE_SERVICE(Group.APPEALS, "dispute-service", "", "dispute.told", "dispute.means"),
    ASK_RECUSAL(Group.RECUSAL, "ask-recusal", "ask-recusal.title", "ask-recusal.what"),
    WITHDRAW(Group.WITHDRAWAL, "withdraw", "withdraw.title", "withdraw.told", "withdraw.again"),
    /** The wording for the person; an officer who records the claim reads another. */
    PROTECT(
            Group.PROTECTION,
            "protect",
            "protect.title",
            "protect.what",
            "protect.nobody",
            "protect.end"),
    END_PROTECTION(
            Group.PROTECTION, "end-protection", "end-protection.title", "end-protection.told"),
    /** It was not the person who stood before an officer. */
    OBJECT_IN_PERSON(
            Group.PROTECTION,
            "object-in-person",
            "object-in-person.title",
            "object-in-person.told",
            "object-in-person.then"),
    /** Two officers did something in their name; its title says what. */
    DISOWN(Group.PROTECTION, "disown", "", "disown.told", "disown.force"),
    /** The person lifts the block on disclosure for one recipient. */
    ADMIT(Group.PROTECTION, "admit", "admit.title", "admit.told"),
    /** Recorded by the protection officer who heard the person. */
    HEAR(Group.PROTECTION, "hear", "action.hear", "action.hear.told", "action.hear.means"),
    ERASE_OWN(
            Group.ARCHIVE,
            "erase-own",
            "erase-own.title",
            "erase-own.told",
            "erase-own.stays",
            "erase-own.proof");

    /** What an action is about. Actions of a group are offered together. */
    public enum Group {
        CONFIRMATION,
        APPEALS,
        AUTHORISATION,
        PROPOSALS,
        CLEARANCES,
        DECISION,
        QUESTIONS,
        BORDER_STOP,
        HOLDS,
        SAFEGUARDS,
        PROTECTION,
        RECUSAL,
        WITHDRAWAL,
        ARCHIVE
    }

    /** Whom an action can be offered to. */
    public enum OfferedTo {
        /** The person of an application, or somebody with parental responsibility for them. */
        PARTY,
        OFFICER,
        /** An officer of a supervising unit, for the case as a whole. */
        SUPERVISOR
    }

    private final Group group;

    // Its functions have no state; the checker knows only the declared types.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<HolderAct> holderAct;

    private final String address;
    private final String title;

    // List.of is immutable; the checker knows only the declared type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> told;

    CaseActionKind(Group group, String address, String title, String... told) {
        this(group, Optional.empty(), address, title, told);
    }

    CaseActionKind(Group group, HolderAct act, String address, String title, String... told) {
        this(group, Optional.of(act), address, title, told);
    }

    CaseActionKind(
            Group group,
            Optional<HolderAct> holderAct,
            String address,
            String title,
            String... told) {
        this.group = group;
        this.holderAct = holderAct;
        this.address = address;
        this.title = title;
        this.told = List.of(told);
    }

    /** The action with this part of the address; empty if no action has it. */
    public static Optional<CaseActionKind> at(String address) {
        return Arrays.stream(values()).filter(kind -> kind.address.equals(address)).findFirst();
    }

    public Group group() {
        return group;
    }

    /**
     * The holder act, for actions that need only a reason from the unit that handles the case;
     * empty for others.
     */
    Optional<HolderAct> holderAct() {
        return holderAct;
    }

    /**
     * The command of a holder act.
     *
     * @throws java.util.NoSuchElementException for other actions
     */
    Command byReason(CaseId id, TravellerNo traveller, String reason) {
        return holderAct.orElseThrow().command().of(id, traveller, reason);
    }

    /** Its part of the address, after the traveller's number. */
    public String address() {
        return address;
    }

    /**
     * The action's title.
     *
     * @throws IllegalStateException if it has another title for each of its targets
     */
    public String title(PageTexts words, Object... with) {
        if (title.isEmpty()) {
            throw new IllegalStateException(this + " has another title for each of its targets");
        }
        return words.say(title, with);
    }

    /** What somebody reads before doing it; every message gets the same arguments. */
    public List<String> told(PageTexts words, Object... with) {
        return told.stream().map(key -> words.say(key, with)).toList();
    }

    public String button(PageTexts words) {
        return words.say(buttonKey());
    }

    String buttonKey() {
        return "action.button." + address;
    }

    /** The message once it is done, which pages find by the {@code ?done=} parameter. */
    String doneKey() {
        return "done." + address;
    }

    /** All messages that the action needs for any target. */
    List<String> keys() {
        var keys = new ArrayList<>(told);
        if (!title.isEmpty()) {
            keys.add(title);
        }
        keys.add(buttonKey());
        keys.add(doneKey());
        return keys;
    }

    /** Where the next task of this kind waits for the officer who did this one. */
    QueueName queue() {
        return switch (group) {
            case CLEARANCES -> QueueName.CLEARANCES;
            case AUTHORISATION -> QueueName.TO_AUTHORISE;
            case PROPOSALS -> QueueName.SECOND;
            case APPEALS -> QueueName.APPEALS;
            case DECISION -> isInTurn() ? QueueName.REFERRED : QueueName.WORK;
            case CONFIRMATION,
                    QUESTIONS,
                    BORDER_STOP,
                    HOLDS,
                    SAFEGUARDS,
                    PROTECTION,
                    RECUSAL,
                    WITHDRAWAL,
                    ARCHIVE ->
                    QueueName.WORK;
        };
    }

    public Set<OfferedTo> readers() {
        return switch (this) {
            case DECIDE_APPEAL,
                    AUTHORISE,
                    SECOND,
                    DECLINE,
                    CLEAR,
                    HOLD_CLEARANCE,
                    APPROVE,
                    REFUSE,
                    SET_ASIDE,
                    REVOKE,
                    HOLD,
                    ASK,
                    ASK_TO_APPEAR,
                    MOVE_APPEARANCE,
                    CANCEL_APPEARANCE,
                    RECORD_APPEARANCE,
                    CORRECT,
                    SERVE,
                    RECORD_ANSWER,
                    REPLY,
                    RECORD_PAYMENT,
                    WAIVE_FEE,
                    REFUND_FEE,
                    LIFT,
                    RELEASE,
                    EXTEND,
                    SAFEGUARD,
                    WITHDRAW_IN_PERSON,
                    END_CLAIM_IN_PERSON,
                    SECOND_IN_PERSON,
                    STOP_IN_PERSON,
                    DISOWN_IN_PERSON,
                    HEAR,
                    RECUSE ->
                    Set.of(OfferedTo.OFFICER);
            case ERASE_SECOND, ERASE_FILE, KEEP_FILE, FREE_FILE -> Set.of(OfferedTo.SUPERVISOR);
            case CONFIRM,
                    CONSENT,
                    DOCUMENT,
                    ANSWER,
                    ANOTHER_TIME,
                    RESPOND,
                    CHOOSE,
                    APPEAL,
                    CONFIRM_RECEIPT,
                    ANSWER_PROPOSAL,
                    DISPUTE_SERVICE,
                    ASK_RECUSAL,
                    WITHDRAW,
                    END_PROTECTION,
                    OBJECT_IN_PERSON,
                    DISOWN,
                    ADMIT,
                    ERASE_OWN ->
                    Set.of(OfferedTo.PARTY);
            case PROTECT -> Set.of(OfferedTo.OFFICER, OfferedTo.PARTY);
        };
    }

    /**
     * Whether the rules are asked before it is offered to an officer, because their answer does not
     * depend on the officer's words. They are never asked about protection: a missing button would
     * show who claimed it.
     */
    boolean isTried() {
        return Trait.of(this).contains(Trait.TRIED);
    }

    /** Whether the rules are asked with each ground on which the finding can be set aside. */
    boolean isTriedByGround() {
        return Trait.of(this).contains(Trait.TRIED_BY_GROUND);
    }

    /** Whether it ends or stops something. */
    public boolean isGrave() {
        return Trait.of(this).contains(Trait.GRAVE);
    }

    /** Whether it has a place in the queue; its effect then does not depend on what is typed. */
    public boolean isInTurn() {
        return Trait.of(this).contains(Trait.IN_TURN);
    }

    /** Whether nobody else's step can prevent it, such as a withdrawal. */
    public boolean isUnhindered() {
        return Trait.of(this).contains(Trait.UNHINDERED);
    }

    /** Whether the case waits for the person to do it. */
    public boolean isAwaited() {
        return Trait.of(this).contains(Trait.AWAITED);
    }
}
