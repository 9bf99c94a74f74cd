package exeat.desk.report;

import exeat.oversight.Figure;

/** What each figure of a report counts, in English, for the files. The pages say the same. */
public final class FigureMeanings {

    private FigureMeanings() {}

    /** What it counts, in one or two words. */
    public static String unit(Figure figure) {
        return switch (figure.counts()) {
            case PEOPLE -> "people";
            case WORK -> "pieces of work";
            case DELAYS -> "delays";
            case ISSUES -> "issues";
        };
    }

    /** Which ones, in a sentence or two. */
    public static String of(Figure figure) {
        return switch (figure) {
            case RECEIVED ->
                    "Everybody in an application that this unit received first. An "
                            + "application can include several people.";
            case PASSED_ON -> "Received here, and now with another unit: sent up, or handed over.";
            case TAKEN_OVER -> "With this unit now, and first received by another one.";
            case UNDER_WAY -> "Not withdrawn and not yet gone for good.";
            case APPROVE_ALWAYS -> "The rules found: approve always. No officer can set it aside.";
            case APPROVE_IN_GENERAL -> "The rules found: approve in general.";
            case REFER -> "The rules found that an officer must decide.";
            case FOR_PERSON -> "The applicant has to confirm the application or answer a question.";
            case WAITING_TO_7 ->
                    "At work for at most 7 days at a unit. Somebody who waits for three "
                            + "units counts at each of them.";
            case WAITING_TO_30 -> "At work for 8 to 30 days at a unit.";
            case WAITING_TO_90 -> "At work for 31 to 90 days at a unit.";
            case WAITING_OVER_90 -> "At work for more than 90 days at a unit.";
            case LATE -> "The last day for this work has passed.";
            case REFERRED -> "Referred to an officer, who has not decided yet.";
            case HELD ->
                    "Stopped by at least one hold. A hold has a ground, an owner and a " + "limit.";
            case REFUSED -> "Refused by two officers. The person can appeal.";
            case SET_ASIDE ->
                    "Two officers did not follow the approval, on a ground that the "
                            + "directive lists.";
            case REVOKED -> "Two officers withdrew a travel authorisation.";
            case WITHDRAWN -> "The person withdrew the application.";
            case AUTHORISED -> "Has a travel authorisation that is valid or was used.";
            case DEPARTED -> "Has left. For a trip, the return is still open.";
            case SUSPENDED -> "Claimed protection. All steps are stopped until they are heard.";
            case DELAY ->
                    "Delays that count against the unit: overdue, or not acknowledged in "
                            + "time.";
            case JUMPED ->
                    "Taken before others that were due earlier, at the unit of the officer "
                            + "who took them.";
            case OPEN_ISSUES -> "Questions about the directive that this unit has to answer.";
        };
    }
}
