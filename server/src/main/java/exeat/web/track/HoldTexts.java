package exeat.web.track;

import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.web.kit.PageTexts;
import java.util.EnumSet;
import java.util.Set;

/** The words for where an application stands, on a person's own page. */
final class HoldTexts {

    /** The stages at which a hold stops what comes next; see {@code CrossingRules}. */
    private static final Set<Stage> STOPPED = EnumSet.of(Stage.APPROVED, Stage.AUTHORISED);

    private HoldTexts() {}

    /**
     * Where the application stands; if it is on hold, this says so before anything that sounds like
     * progress.
     *
     * @param whose a prefix of the key for readers other than the traveller; or empty
     */
    static String stands(TravellerState traveller, PageTexts words, String whose) {
        boolean held = !traveller.openHolds().isEmpty() && STOPPED.contains(traveller.stage());
        return words.say(held ? "held." + traveller.stage() : whose + "stage." + traveller.stage());
    }
}
