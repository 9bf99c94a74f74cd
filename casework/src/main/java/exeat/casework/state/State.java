package exeat.casework.state;

import exeat.casework.value.AlarmKind;
import exeat.casework.value.Application;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Sighting;
import exeat.casework.value.Standing;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;

import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.time.LocalDate;
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
     * @param keeping what was handed over, jumped, warned of and who stands aside; empty in a case
     *     in which nothing of that happened
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
            SortedMap<TravellerNo, TravellerState> travellers,
            Optional<Keeping> keeping,
            Optional<Archive> archive)
            implements State {
        public CaseState {
            bookedTo = List.copyOf(bookedTo);
            travellers = Collections.unmodifiableSortedMap(new TreeMap<>(travellers));
        }

        /** That this traveller's part was erased, if it was. */
        public Optional<Erasure> erasure(TravellerNo no) {
            return archive.flatMap(a -> Optional.ofNullable(a.erased().get(no)));
        }

        public CaseState with(Archive other) {
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
                    travellers,
                    keeping,
                    Optional.of(other));
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
                    travellers,
                    keeping,
                    archive);
        }

        /** With other travellers, here and in the application. */
        CaseState withPersons(SortedMap<TravellerNo, TravellerState> other) {
            var filed = new ArrayList<Traveller>();
            for (var traveller : application.travellers()) {
                var now = other.get(traveller.no());
                filed.add(now == null ? traveller : now.traveller());
            }
            return with(other)
                    .with(
                            new Application(
                                    application.number(),
                                    application.channel(),
                                    application.principal(),
                                    application.enteredBy(),
                                    filed));
        }

        /** How the file was kept; nothing of note where nothing was. */
        public Keeping kept() {
            return keeping.orElse(Keeping.NONE);
        }

        /** The unit to which the application first went. */
        public AuthorityId firstHolder() {
            return kept().first()
                    .orElseGet(() -> bookedTo.isEmpty() ? holder : bookedTo.getFirst());
        }

        public CaseState with(TravellerState changed) {
            var all = new TreeMap<>(travellers);
            all.put(changed.no(), changed);
            return with(all);
        }

        public CaseState with(SortedMap<TravellerNo, TravellerState> all) {
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
                    all,
                    keeping,
                    archive);
        }

        public CaseState withPrincipalSecret() {
            return new CaseState(
                    id,
                    directive,
                    application,
                    received,
                    holder,
                    holderSince,
                    bookedTo,
                    true,
                    without,
                    travellers,
                    keeping,
                    archive);
        }

        public CaseState sentUp(AuthorityId from, AuthorityId to, Instant at) {
            var booked = new ArrayList<>(bookedTo);
            booked.add(from);
            return new CaseState(
                    id,
                    directive,
                    application,
                    received,
                    to,
                    at,
                    booked,
                    principalHasSecret,
                    without,
                    travellers,
                    keeping,
                    archive);
        }

        public CaseState moved(DirectiveRef to) {
            return new CaseState(
                    id,
                    to,
                    application,
                    received,
                    holder,
                    holderSince,
                    bookedTo,
                    principalHasSecret,
                    Optional.empty(),
                    travellers,
                    keeping,
                    archive);
        }

        /** In another unit's hands, its clocks as they were. */
        public CaseState heldBy(AuthorityId unit) {
            return new CaseState(
                    id,
                    directive,
                    application,
                    received,
                    unit,
                    holderSince,
                    bookedTo,
                    principalHasSecret,
                    without,
                    travellers,
                    keeping,
                    archive);
        }

        /** Entered by a unit that has handed everything over: the other has its counter now. */
        public CaseState enteredBy(AuthorityId from, AuthorityId to) {
            var entered = application.enteredBy().map(unit -> unit.equals(from) ? to : unit);
            return new CaseState(
                    id,
                    directive,
                    new Application(
                            application.number(),
                            application.channel(),
                            application.principal(),
                            entered,
                            application.travellers()),
                    received,
                    holder,
                    holderSince,
                    bookedTo,
                    principalHasSecret,
                    without,
                    travellers,
                    keeping,
                    archive);
        }

        public CaseState keeping(Keeping now) {
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
                    travellers,
                    Optional.of(now),
                    archive);
        }
    }

    /**
     * How far a directive has come down, and what its issuer did with it.
     *
     * @param enactment empty where the issuer did nothing but hand it down
     * @param duties who is away and who stands in; empty where nobody ever was or did
     * @param clarifications what the issuer said to issues; empty where it said nothing
     */
    record BriefingState(
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
    }

    /**
     * One unit's part.
     *
     * @param editions by officer, which edition they read last; whoever is not in it the first
     */
    record UnitBriefing(
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
            var read = editions.orElse(Map.of()).getOrDefault(officer.text(), Tenure.FIRST);
            return officers.contains(officer.text()) && read.equals(edition);
        }

        /**
         * An officer has read it.
         *
         * @param edition empty for what was written down before there were any: then the first
         */
        public UnitBriefing read(OfficerId officer, Optional<String> edition) {
            var all = new TreeSet<>(officers);
            all.add(officer.text());
            var read =
                    edition.map(one -> {
                        var now = new TreeMap<>(editions.orElse(Map.of()));
                        now.put(officer.text(), one);
                        return (Map<String, String>) now;
                    });
            return new UnitBriefing(handedDown, acknowledged, all, read.or(() -> editions));
        }
    }

    /**
     * An alarm.
     *
     * @param levels who had it, in their order; the last of them has it now
     * @param due the last day for that one's answer
     */
    record AlarmState(
            StreamId.AlarmId id,
            DirectiveRef directive,
            Sighting sighting,
            Instant raised,
            List<AuthorityId> levels,
            LocalDate due,
            Optional<AlarmAnswer> answer)
            implements State {
        public AlarmState {
            levels = List.copyOf(levels);
        }

        /** The level that must answer. */
        public AuthorityId holder() {
            return levels.getLast();
        }
    }

    /** What a level said to an alarm. */
    record AlarmAnswer(AuthorityId unit, AlarmKind how, String words, Instant at) {}

    /** What a unit reports on a directive. */
    record ReportState(StreamId.ReportId id, Reporting reports) implements State {}

    /**
     * An issue.
     *
     * @param raisedBy the unit; for a traveller's, the one that had their file
     * @param road the levels that had it; empty for one from before this was written down
     */
    record IssueState(
            StreamId.IssueId id,
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId raisedBy,
            AuthorityId holder,
            Instant raised,
            List<String> remarks,
            Optional<String> answer,
            Optional<IssueRoad> road)
            implements State {
        public IssueState {
            remarks = List.copyOf(remarks);
        }

        /** Whether its words went with the file of whoever raised it. */
        public boolean isErased() {
            return text.isEmpty();
        }

        /**
         * As it is once the file of whoever raised it is erased: that it was raised, against what,
         * the way it went and how long each level had it. What was said goes, also by those who may
         * have quoted it; what the issuer said to everybody stays. One that was open rests.
         */
        public IssueState withoutWords(Instant now) {
            boolean published = road.flatMap(IssueRoad::clarification).isPresent();
            return new IssueState(
                    id,
                    directive,
                    paragraph,
                    "",
                    raisedBy,
                    holder,
                    raised,
                    List.of(),
                    Optional.of(published ? answer.orElse("") : ""),
                    road.map(r ->
                            new IssueRoad(
                                    r.byTraveller(),
                                    r.levels(),
                                    r.clarification(),
                                    r.answered().or(() -> Optional.of(now)))));
        }

        /** The last day of the level that has it, while it is open. */
        public Optional<LocalDate> due() {
            return answer.isPresent() ? Optional.empty() : road.flatMap(r -> r.last().due());
        }

        /** The day on which the clock sends it up. */
        public Optional<LocalDate> look() {
            return due().map(day -> day.plusDays(1));
        }
    }

    /**
     * The way of an issue.
     *
     * @param byTraveller whether a traveller raised it
     * @param levels in their order; the last has it, or answered
     * @param clarification the number of the issuer's answer
     */
    record IssueRoad(
            boolean byTraveller,
            List<IssueLevel> levels,
            Optional<Integer> clarification,
            Optional<Instant> answered) {
        public IssueRoad {
            levels = List.copyOf(levels);
        }

        IssueLevel last() {
            return levels.getLast();
        }
    }

    /**
     * One level's part.
     *
     * @param due its last day; none at the top, from where it goes nowhere
     * @param late whether it let its day pass, so that the delay is its own
     */
    record IssueLevel(AuthorityId unit, Instant since, Optional<LocalDate> due, boolean late) {}
}
