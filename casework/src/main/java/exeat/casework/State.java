package exeat.casework;

import exeat.rules.AuthorityId;
import exeat.rules.DirectiveRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stream, folded. */
public sealed interface State {

    /**
     * An application. Its own stage is derived from its travellers'.
     *
     * @param holder the unit that has the file
     * @param bookedTo the units to which delay is booked because they had not acknowledged
     * @param principalHasSecret whether a principal who does not travel holds a secret
     */
    record CaseState(
            StreamId.CaseId id,
            DirectiveRef directive,
            Application application,
            Instant received,
            AuthorityId holder,
            List<AuthorityId> bookedTo,
            boolean principalHasSecret,
            SortedMap<TravellerNo, TravellerState> travellers)
            implements State {
        public CaseState {
            bookedTo = List.copyOf(bookedTo);
            travellers = Collections.unmodifiableSortedMap(new TreeMap<>(travellers));
        }
    }

    /** How far a directive has come down. */
    record BriefingState(StreamId.BriefingId id, Map<AuthorityId, UnitBriefing> units)
            implements State {
        public BriefingState {
            units = Collections.unmodifiableMap(new TreeMap<>(units));
        }
    }

    /** One unit's part. */
    record UnitBriefing(
            Instant handedDown, Optional<Instant> acknowledged, SortedSet<String> officers) {
        public UnitBriefing {
            officers = Collections.unmodifiableSortedSet(new TreeSet<>(officers));
        }
    }

    /** An issue. */
    record IssueState(
            StreamId.IssueId id,
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId raisedBy,
            AuthorityId holder,
            Instant raised,
            List<String> remarks,
            Optional<String> answer)
            implements State {
        public IssueState {
            remarks = List.copyOf(remarks);
        }
    }
}
