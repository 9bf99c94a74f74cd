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

    private final Map<String, Set<AuthorityId>> units;
    private final Set<String> officers = new HashSet<>();

    /** As {@link #read} gives them. */
    Acknowledgements(Map<String, Set<AuthorityId>> acknowledged) {
        units = new HashMap<>(acknowledged);
    }

    /** The units of each directive, as the database tells them. */
    static Map<String, Set<AuthorityId>> read(Map<String, Set<String>> acknowledged) {
        return acknowledged.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue().stream()
                                                .map(AuthorityId::new)
                                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** What an earlier command of the batch came to counts for the later ones. */
    void take(StreamId stream, List<Event> events) {
        if (!(stream instanceof StreamId.BriefingId(var directive))) {
            return;
        }
        for (var event : events) {
            if (event instanceof BriefingEvent.UnitAcknowledged(var unit)) {
                var more = new HashSet<>(units(directive));
                more.add(unit);
                units.put(directive, Set.copyOf(more));
            } else if (event instanceof BriefingEvent.OfficerAcknowledged by) {
                var edition = by.edition().orElse(VersionHistory.FIRST);
                officers.add(directive + " " + by.by().text() + " " + edition);
            }
        }
    }

    Set<AuthorityId> units(String directive) {
        return units.getOrDefault(directive, Set.of());
    }

    boolean isBriefedHere(String directive, String officer, String edition) {
        return officers.contains(directive + " " + officer + " " + edition);
    }
}
