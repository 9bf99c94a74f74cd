package exeat.casework.evolve;

import exeat.casework.event.AppearanceEvent;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.Appearances;
import java.time.Instant;
import java.util.Optional;

/** What is asked of a person's time, and what became of it. */
final class AppearanceFold {

    private AppearanceFold() {}

    static void evolve(TravellerDraft d, AppearanceEvent event, Instant now) {
        d.appearances = Optional.of(after(d.appearances.orElse(Appearances.NONE), event, now));
    }

    private static Appearances after(Appearances all, AppearanceEvent event, Instant now) {
        return switch (event) {
            case AppearanceEvent.AppearanceAsked(_, var number, var request, var at, _, var unit) ->
                    all.with(
                            new Appearance(
                                    number,
                                    request,
                                    at,
                                    unit,
                                    now,
                                    Optional.empty(),
                                    Optional.empty()));
            case AppearanceEvent.AnotherTimeAsked(_, var number, var words) ->
                    all.changed(number, one -> one.wished(words));
            case AppearanceEvent.AppearanceMoved(_, var number, var at, _, _) ->
                    all.changed(number, one -> one.movedTo(at));
            case AppearanceEvent.AppearanceEnded(_, var number, var end, _, _, _) ->
                    all.changed(number, one -> one.ended(end));
        };
    }
}
