package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which units have a directive, and what its issuer did with it.
 *
 * @param enactment empty if the issuer has only handed it down
 * @param duties absences and stand-ins; empty if there never were any
 * @param clarifications the issuer's answers to issues; empty if there are none
 */
public record BriefingState(
        StreamId.BriefingId id,
        Map<AuthorityId, UnitBriefing> units,
        Optional<Enactment> enactment,
        Optional<Duties> duties,
        Optional<List<Clarification>> clarifications)
        implements State {
    public BriefingState {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        clarifications = clarifications.map(List::copyOf);
    }

    /** The issuer's answers to issues, in order. */
    public List<Clarification> clarified() {
        return clarifications.orElse(List.of());
    }

    /**
     * One unit's part.
     *
     * @param editions by officer, the edition that they read last; the first edition for officers
     *     who are not listed
     */
    public record UnitBriefing(
            Instant handedDown,
            Optional<Instant> acknowledged,
            SortedSet<String> officers,
            Optional<Map<String, String>> editions) {

        public UnitBriefing {
            officers = Collections.unmodifiableSortedSet(new TreeSet<>(officers));
            editions = editions.map(map -> Collections.unmodifiableMap(new TreeMap<>(map)));
        }

        /** Whether an officer has read this edition. */
        public boolean hasRead(OfficerId officer, String edition) {
            var read = editions.orElse(Map.of()).getOrDefault(officer.text(), VersionHistory.FIRST);
            return officers.contains(officer.text()) && read.equals(edition);
        }

        /**
         * An officer has read it.
         *
         * @param edition empty in events from before editions existed, which means the first
         */
        public BriefingState.UnitBriefing read(OfficerId officer, Optional<String> edition) {
            var all = new TreeSet<>(officers);
            all.add(officer.text());
            var read =
                    edition.map(one -> {
                        var now = new TreeMap<>(editions.orElse(Map.of()));
                        now.put(officer.text(), one);
                        return (Map<String, String>) now;
                    });
            return new BriefingState.UnitBriefing(
                    handedDown, acknowledged, all, read.or(() -> editions));
        }
    }
}
