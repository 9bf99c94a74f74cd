package exeat.web.track;

import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.web.kit.PageTexts;
import java.util.EnumSet;
import java.util.Set;

/** Where an application stands, in the words of a person's own page. */
final class HoldTexts {

    /** At which a hold stops what comes next; see {@code CrossingRules}. */
    private static final Set<Stage> STOPPED = EnumSet.of(Stage.APPROVED, Stage.AUTHORISED);

    private HoldTexts() {}

    /**
     * That it is on hold where it is, before anything that sounds as if it went on.
     *
     * @param whose before the key, where somebody else than the traveller reads it; or nothing
     */
    static String stands(TravellerState traveller, PageTexts words, String whose) {
        boolean held = !traveller.openHolds().isEmpty() && STOPPED.contains(traveller.stage());
        return words.say(held ? "held." + traveller.stage() : whose + "stage." + traveller.stage());
    }
}
