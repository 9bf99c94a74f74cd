package exeat.casework.access;

import static exeat.casework.access.Invariants.that;

import exeat.casework.World;
import exeat.casework.appearance.AppearanceRules;
import exeat.casework.event.AppearanceEvent;
import exeat.casework.event.Event;
import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.TravellerState;
import exeat.casework.value.appearance.Appearances;
import java.util.List;
import java.util.Objects;

/** No appearance unseen: each counts, none beyond the finding, and nothing waits or ends by one. */
final class AppearanceInvariants {

    private AppearanceInvariants() {}

    static void check(CaseState before, CaseState after, List<Event> events) {
        for (var event : events) {
            if (event instanceof AppearanceEvent e) {
                var was = Objects.requireNonNull(before.travellers().get(e.traveller()));
                var is = Objects.requireNonNull(after.travellers().get(e.traveller()));
                that(was.stage() == is.stage(), "an appearance moved somebody on");
                that(
                        due(before, was).equals(due(after, is)),
                        "a deadline changed with an appearance");
                if (e instanceof AppearanceEvent.AppearanceAsked) {
                    that(!was.isSuspended(), "asked to appear while a claim stands");
                    that(
                            counted(is) == counted(was) + 1
                                    && counted(is) <= AppearanceRules.allowed(was),
                            "asked to appear beyond what the directive allows");
                } else {
                    that(counted(is) <= counted(was), "another time counted again");
                }
            }
        }
    }

    private static List<DueDays.Limit> due(CaseState state, TravellerState t) {
        return new DueDays(state, t, World.DIRECTIVE.limits()).running();
    }

    private static int counted(TravellerState t) {
        return t.appearances().orElse(Appearances.NONE).counted();
    }
}
