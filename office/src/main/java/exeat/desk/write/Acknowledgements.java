package exeat.desk.write;

import exeat.casework.event.BriefingEvent;
import exeat.casework.event.Event;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has acknowledged which directive, as seen by one batch, which owns it. */
final class Acknowledgements {

    private final Map<String, Set<AuthorityId>> units = new HashMap<>();
    private final Set<String> officers = new HashSet<>();

    Acknowledgements(Map<String, Set<String>> acknowledged) {
        acknowledged.forEach((directive, ids) ->
                units.put(
                        directive, ids.stream().map(AuthorityId::new).collect(Collectors.toSet())));
    }

    /** What an earlier command of the batch came to counts for the later ones. */
    void take(StreamId stream, List<Event> events) {
        if (!(stream instanceof StreamId.BriefingId(var directive))) {
            return;
        }
        for (var event : events) {
            if (event instanceof BriefingEvent.UnitAcknowledged(var unit)) {
                units.computeIfAbsent(directive, _ -> new HashSet<>()).add(unit);
            } else if (event instanceof BriefingEvent.OfficerAcknowledged by) {
                var edition = by.edition().orElse(VersionHistory.FIRST);
                officers.add(directive + " " + by.by().text() + " " + edition);
            }
        }
    }

    Set<AuthorityId> units(String directive) {
        return Set.copyOf(units.getOrDefault(directive, Set.of()));
    }

    boolean isBriefedHere(String directive, String officer, String edition) {
        return officers.contains(directive + " " + officer + " " + edition);
    }
}
