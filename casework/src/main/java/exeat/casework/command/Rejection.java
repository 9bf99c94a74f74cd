package exeat.casework.command;

/**
 * Why a command was rejected, as a value that a page can explain.
 *
 * @param about the field, fact, clearance or number that it is about; never a protected value or a
 *     name; empty for the command as a whole
 */
public record Rejection(Code code, String about) {

    /** Each has a message in every language, under {@code rejection.CODE}. */
    public enum Code {
        /** No such application, traveller, proposal, hold, question or appeal. */
        NOT_FOUND,
        /** It is already there. */
        ALREADY_EXISTS,
        /** The actor may not do this. */
        NOT_ALLOWED,
        /** The officer has not read and acknowledged the directive. */
        NOT_BRIEFED,
        /** Something has happened since the version that the actor saw; about the version. */
        CHANGED,
        /** The application is at another stage. */
        WRONG_STAGE,
        /** The traveller has not confirmed with their own secret. */
        UNCONFIRMED,
        /** A claim to protection suspends everything. */
        SUSPENDED,
        /** A new secret was made, and its waiting time runs: no step goes on. */
        SECRET_WAITING,
        /** It takes a secret that two officers handed over to the person whom they identified. */
        SECRET_UNPROVED,
        /** A hold is open. */
        HELD,
        /** A minor's safeguard is open. */
        SAFEGUARD_OPEN,
        /** A clearance is open. */
        CLEARANCE_OPEN,
        /** The directive lets this wait for a fee that was not paid. */
        FEE_OPEN,
        /** It needs a second officer, who is another person. */
        SECOND_OFFICER,
        /** An approval cannot be refused, or set aside on this ground. */
        NEVER_UNDER_APPROVAL,
        /** Neither the directive nor its procedure names this. */
        NOT_IN_DIRECTIVE,
        /** A reason or evidence is missing. */
        REASON_MISSING,
        /** The second officer's reason is less than a short sentence. */
        REASON_SHORT,
        /** The second officer's reason is that of the first, or most of it is. */
        REASON_COPIED,
        /** A value is not one that the vocabulary allows. */
        BAD_VALUE,
        /** Something that must be told before confirming was not. */
        NOT_TOLD,
        /** A question of the check was answered wrongly; about the paragraphs to read again. */
        WRONG_ANSWER,
        /** A date is too early or too late. */
        BAD_DATE,
        /** The officer took part in the decision that they would now review. */
        NOT_INDEPENDENT,
        /** A fact was corrected, and the traveller still has time to answer. */
        NOTICE_OPEN,
        /**
         * The person has not been heard: the proposal was not served, their days are not over, or
         * what they said has no reply.
         */
        HEARING_OPEN,
        /** The decision was served, and the directive's time to appeal against it is over. */
        PERIOD_OVER,
        /** The traveller can still choose between two findings before an officer decides. */
        CHOICE_OPEN,
        /** The paper is no longer, or not yet, valid. */
        PAPER_NOT_VALID,
        /** An obligation of the version is not proved; about its number. */
        NOT_PROVED,
        /** It was erased. */
        ERASED,
        /** The case, or an appeal, has not ended. */
        NOT_ENDED,
        /** A court's order or a legal hold keeps the file. */
        KEPT_BY_ORDER,
        /** A pair of a paragraph and a rule lacks a lawyer; about the paragraph. */
        NOT_SIGNED,
        /** The version names its parent without version and hash; about the parent's id. */
        PARENT_NOT_NAMED,
        /** The version of its parent that it names is not in force here; about its id. */
        PARENT_NOT_IN_FORCE
    }
}
