package exeat.casework.evolve;

import exeat.casework.event.BriefingEvent;
import exeat.casework.event.ClarificationEvent;
import exeat.casework.state.Clarification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What events change about the issuer's clarifications. */
final class ClarificationFold {

    private ClarificationFold() {}

    /** The clarifications after an event, whether or not it is about them. */
    static Optional<List<Clarification>> evolve(
            Optional<List<Clarification>> before, Instant at, BriefingEvent event) {
        if (event instanceof ClarificationEvent.Clarified c) {
            var all = new ArrayList<>(before.orElse(List.of()));
            all.add(
                    new Clarification(
                            c.number(),
                            c.issue(),
                            c.version(),
                            c.paragraph(),
                            c.rules(),
                            c.text(),
                            at,
                            Map.of()));
            return Optional.of(all);
        }
        if (event instanceof ClarificationEvent.ClarificationAcknowledged a) {
            return before.map(all ->
                    all.stream()
                            .map(c -> c.number() == a.number() ? c.acknowledged(a.unit(), at) : c)
                            .toList());
        }
        return before;
    }
}
