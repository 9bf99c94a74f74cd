package exeat.http;

import exeat.casework.command.Rejection;

/** A sentence for each way in which casework rejects a command. */
public final class RejectionTexts {

    private RejectionTexts() {}

    public static String of(Rejection.Code code) {
        return switch (code) {
            case NOT_FOUND -> "There is no such thing that this session may see.";
            case ALREADY_EXISTS -> "It is already there.";
            case NOT_ALLOWED -> "Whoever is signed in may not do this.";
            case NOT_BRIEFED -> "Read and acknowledge the directive first.";
            case CHANGED -> "Something has happened since the version that If-Match names.";
            case WRONG_STAGE -> "The application is at another stage.";
            case UNCONFIRMED -> "The traveller has not confirmed with their own secret.";
            case SUSPENDED -> "A claim to protection suspends everything.";
            case HELD -> "A hold is open.";
            case SAFEGUARD_OPEN -> "A safeguard for a minor is open.";
            case CLEARANCE_OPEN -> "A clearance is open.";
            case SECOND_OFFICER -> "It takes a second officer, who is another person.";
            case NEVER_UNDER_APPROVAL -> "The finding does not let anybody do this.";
            case NOT_IN_DIRECTIVE -> "Neither the directive nor its procedure names this.";
            case REASON_MISSING -> "A reason or evidence is missing.";
            case BAD_VALUE -> "A value is not one that the directive's vocabulary allows.";
            case NOT_TOLD -> "What must be told before somebody confirms was not.";
            case WRONG_ANSWER -> "The directive says something else: read the paragraphs again.";
            case BAD_DATE -> "A date lies on the wrong side.";
            case NOT_INDEPENDENT -> "Whoever took part in what is decided on cannot decide.";
            case NOTICE_OPEN -> "The traveller still has time to answer a correction.";
            case PAPER_NOT_VALID -> "The paper is no longer, or not yet, valid.";
            case NOT_PROVED -> "Not every obligation of this version is proved.";
            case ERASED -> "It was erased.";
            case NOT_ENDED -> "The case, or an appeal, has not ended.";
            case KEPT_BY_ORDER -> "A court's order or a legal hold keeps the file.";
            case NOT_SIGNED -> "Two lawyers have not signed every rule beside its paragraph.";
        };
    }
}
