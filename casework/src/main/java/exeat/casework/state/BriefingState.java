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
 * How far a directive has come down, and what its issuer did with it.
 *
 * @param enactment empty where the issuer did nothing but hand it down
 * @param duties who is away and who stands in; empty where nobody ever was or did
 * @param clarifications what the issuer said to issues; empty where it said nothing
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

    /** What the issuer said to issues, in its order. */
    public List<Clarification> clarified() {
        return clarifications.orElse(List.of());
    }

    /**
     * One unit's part.
     *
     * @param editions by officer, which edition they read last; whoever is not in it the first
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
         * @param edition empty for what was written down before there were any: then the first
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
