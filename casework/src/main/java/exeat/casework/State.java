package exeat.casework;

import exeat.rules.AuthorityId;
import exeat.rules.DirectiveRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
     * @param holderSince when the file came to the holder
     * @param bookedTo the units to which delay is booked because they had not acknowledged, or left
     *     the file lying past its day
     * @param principalHasSecret whether a principal who does not travel holds a secret
     * @param without how the directive stood where it was not in force when this was filed, so that
     *     no rule decides
     * @param archive where something was erased of it, or is to be, or must not be
     */
    record CaseState(
            StreamId.CaseId id,
            DirectiveRef directive,
            Application application,
            Instant received,
            AuthorityId holder,
            Instant holderSince,
            List<AuthorityId> bookedTo,
            boolean principalHasSecret,
            Optional<Standing> without,
            Optional<Archive> archive,
            SortedMap<TravellerNo, TravellerState> travellers)
            implements State {
        private static final int DAYS_TO_AUTHORISE = 7;

        public CaseState {
            bookedTo = List.copyOf(bookedTo);
            travellers = Collections.unmodifiableSortedMap(new TreeMap<>(travellers));
        }

        /** That this traveller's part was erased, if it was. */
        public Optional<Erasure> erasure(TravellerNo no) {
            return archive.flatMap(k -> Optional.ofNullable(k.erased().get(no)));
        }

        CaseState with(Archive other) {
            return new CaseState(
                    id,
                    directive,
                    application,
                    received,
                    holder,
                    holderSince,
                    bookedTo,
                    principalHasSecret,
                    without,
                    Optional.of(other),
                    travellers);
        }

        CaseState with(Application other) {
            return new CaseState(
                    id,
                    directive,
                    other,
                    received,
                    holder,
                    holderSince,
                    bookedTo,
                    principalHasSecret,
                    without,
                    archive,
                    travellers);
        }

        /** With other travellers, here and in the application. */
        CaseState with(SortedMap<TravellerNo, TravellerState> other) {
            var filed = new ArrayList<Traveller>();
            for (var traveller : application.travellers()) {
                var now = other.get(traveller.no());
                filed.add(now == null ? traveller : now.traveller());
            }
            var now =
                    new Application(
                            application.number(),
                            application.channel(),
                            application.principal(),
                            application.enteredBy(),
                            filed);
            return new CaseState(
                    id,
                    directive,
                    now,
                    received,
                    holder,
                    holderSince,
                    bookedTo,
                    principalHasSecret,
                    without,
                    archive,
                    other);
        }

        /**
         * The last day for a person's decision on what was referred: the procedure's; or, where the
         * file came up since, a week for the unit above.
         *
         * @throws java.util.NoSuchElementException if the rules have found nothing
         */
        public LocalDate decideBy(TravellerState referred, ZoneId zone) {
            int days = referred.finding().orElseThrow().burden().decisionDays();
            return by(referred.since(), days, zone);
        }

        /**
         * The last day to issue the paper of somebody who is ready for it: a week, here and above.
         * The directive names no number; without one, a ready file would lie unseen behind
         * everything that has a day.
         */
        public Optional<LocalDate> authoriseBy(TravellerState traveller, ZoneId zone) {
            return traveller.readySince().map(since -> by(since, DAYS_TO_AUTHORISE, zone));
        }

        private LocalDate by(Instant since, int days, ZoneId zone) {
            return holderSince.isAfter(since)
                    ? holderSince.atZone(zone).toLocalDate().plusDays(Clearing.DAYS_ABOVE)
                    : since.atZone(zone).toLocalDate().plusDays(days);
        }
    }

    /**
     * How far a directive has come down, and what its issuer did with it.
     *
     * @param enactment empty where the issuer did nothing but hand it down
     */
    record BriefingState(
            StreamId.BriefingId id,
            Map<AuthorityId, UnitBriefing> units,
            Optional<Enactment> enactment)
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
