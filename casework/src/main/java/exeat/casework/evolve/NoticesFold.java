package exeat.casework.evolve;

import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Protection;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody is told that there is news. A person who claims protection is told nothing from
 * then on, since anybody may read their telephone; they can switch notices on again when it has
 * ended.
 */
final class NoticesFold {

    private NoticesFold() {}

    static void chosen(TravellerDraft d, TravellerEvent.NoticesChosen chosen, Instant at) {
        d.noticesSince = chosen.on() ? Optional.of(at) : Optional.empty();
        silenced(d);
    }

    /** A claim of which it is not known whose it is counts as the person's own. */
    static void silenced(TravellerDraft d) {
        if (d.protectionClaimed && d.protection.map(Protection::own).orElse(true)) {
            d.noticesSince = Optional.empty();
        }
    }
}
