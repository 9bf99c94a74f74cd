package exeat.http;

import exeat.casework.command.Rejection;

/** A sentence for each of casework's reasons for rejection. */
public final class RejectionTexts {

    private RejectionTexts() {}

    /** The text of one rejection; if its code has several causes, of the one that applies. */
    public static String of(Rejection rejection) {
        return switch (rejection.code() + " " + rejection.about()) {
            case "HEARING_OPEN proposal" ->
                    "Nobody was heard about this proposal, and now it works against the person:"
                            + " decline it and propose it again.";
            case "HEARING_OPEN service" ->
                    "The proposal was not handed over to the person, or they dispute it: no days"
                            + " run yet.";
            case "HEARING_OPEN days" -> "The person still has days to answer.";
            case "HEARING_OPEN reply" ->
                    "The officer who proposed it has not replied to what the person said in time.";
            case "HEARING_OPEN hold" ->
                    "The hold itself was not handed over to the person, or what they said about it"
                            + " has no reply.";
            case "ALREADY_EXISTS answer" ->
                    "This session's secret is not proved, and has answered ten times: that is the"
                            + " most. An officer at a counter writes down what else the person"
                            + " says.";
            case "ALREADY_EXISTS dispute" ->
                    "It was disputed as often as it can be: once with any secret, and once more with"
                            + " one that two officers handed over.";
            case "NOT_IN_DIRECTIVE appearances" ->
                    "As many appearances were asked as the directive allows this person. One more"
                            + " would be an additional restriction.";
            case "WRONG_STAGE wish" ->
                    "The person asked for another time. While none is set, they have missed nothing.";
            case "BAD_DATE at" ->
                    "An appearance is asked at least three days ahead and at most sixty; it is"
                            + " recorded once its time has come.";
            case "NOT_ENDED refund" -> "A fee is to be paid back first.";
            case "BAD_DATE on" ->
                    "The day is today or one of the three before, not before the proposal or the"
                            + " decision, and not before the day of a dispute.";
            default -> of(rejection.code());
        };
    }

    public static String of(Rejection.Code code) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing here that this session may see.";
            case ALREADY_EXISTS -> "It already exists.";
            case NOT_ALLOWED -> "This session is not allowed to do that.";
            case NOT_BRIEFED -> "Read and acknowledge the directive first.";
            case CHANGED -> "The application has changed since the version in If-Match.";
            case WRONG_STAGE -> "The application is at another stage.";
            case UNCONFIRMED -> "The traveller has not confirmed yet.";
            case SUSPENDED -> "Everything is suspended because of a claim to protection.";
            case SECRET_UNPROVED ->
                    "This takes a secret that two officers handed over in person to somebody whom"
                            + " they had identified.";
            case SECRET_WAITING ->
                    "A new secret of this person was made; no step goes on until it works.";
            case HELD -> "A hold is open.";
            case SAFEGUARD_OPEN -> "A safeguard for a minor is still missing.";
            case CLEARANCE_OPEN -> "A clearance is not done yet.";
            case FEE_OPEN ->
                    "The directive lets the travel authorisation wait for a fee that is not paid.";
            case SECOND_OFFICER -> "A second officer, a different person, has to agree.";
            case NEVER_UNDER_APPROVAL -> "The finding does not allow this.";
            case NOT_IN_DIRECTIVE -> "The directive and its procedure do not name this.";
            case REASON_MISSING -> "A reason or evidence is missing.";
            case REASON_SHORT -> "The second officer's reason must be at least a short sentence.";
            case REASON_COPIED ->
                    "The second officer's reason must be in their own words: most of this is the"
                            + " first officer's text.";
            case BAD_VALUE -> "The directive's vocabulary does not allow this value.";
            case NOT_TOLD -> "The traveller must first be told what they give up.";
            case WRONG_ANSWER -> "That is not what the directive says: read the paragraphs again.";
            case BAD_DATE -> "A date is earlier or later than the rules allow: see about.";
            case NOT_INDEPENDENT ->
                    "An officer who took part in the earlier decision cannot" + " decide this.";
            case HEARING_OPEN ->
                    "The person was not heard to the end. About says what is missing: proposal,"
                            + " service, days, reply, or hold.";
            case NOTICE_OPEN -> "The traveller still has time to reply to a correction.";
            case PERIOD_OVER ->
                    "The decision was served, and the time to appeal against it is over.";
            case CHOICE_OPEN ->
                    "The traveller still has time to choose between two directives' findings.";
            case PAPER_NOT_VALID -> "The paper is not valid today.";
            case NOT_PROVED -> "Not every obligation of this version has been proved.";
            case ERASED -> "The data has been erased.";
            case NOT_ENDED ->
                    "The case, or an appeal in it, has not ended, or a withdrawal made in person can"
                            + " still be undone.";
            case KEPT_BY_ORDER -> "A court's order or a legal hold requires the case to be kept.";
            case NOT_SIGNED -> "Two lawyers have not yet signed every rule beside its paragraph.";
            case PARENT_NOT_NAMED ->
                    "This version does not name the directive that it extends by version and hash.";
            case PARENT_NOT_IN_FORCE ->
                    "The version of the directive above that this version names is not in force"
                            + " here.";
        };
    }
}
