package exeat.oversight;

import exeat.casework.Lifecycle;
import exeat.casework.event.AlarmEvent;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.ReportEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.State;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Question;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.DayCount;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who had one traveller's application, and for how long, derived from its history: consecutive
 * periods without gaps, each with the units that had work then.
 *
 * @param spells from receipt to the end or today; adjacent periods with the same clock are joined
 */
public record TimeAccounting(List<AccountedTime> spells) {

    /** Who the application was waiting for. */
    public enum Whose {
        /** The units that are named. */
        UNITS,
        /** The traveller: to confirm, to answer, to travel. */
        TRAVELLER,
        /** Nobody: refused, suspended by a claim to protection, or gone for a while. */
        NOBODY
    }

    /**
     * A period on one clock.
     *
     * @param from the day on which it began
     * @param to the day on which the next began; the days of the spell are those after {@code from}
     *     up to it
     * @param units empty but for {@link Whose#UNITS}
     * @param late by unit, how many of the days were past its last day
     * @param worked by unit, on how many of the days it worked
     */
    public record AccountedTime(
            LocalDate from,
            LocalDate to,
            Whose whose,
            SortedSet<AuthorityId> units,
            SortedMap<AuthorityId, Integer> late,
            SortedMap<AuthorityId, Integer> worked) {
        public AccountedTime {
            units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
            late = Collections.unmodifiableSortedMap(new TreeMap<>(late));
            worked = Collections.unmodifiableSortedMap(new TreeMap<>(worked));
        }

        public int days() {
            return WorkCalendar.EVERY_DAY.between(from, to, DayCount.DAYS);
        }

        private boolean isLike(AccountedTime other) {
            return whose == other.whose && units.equals(other.units) && to.equals(other.from);
        }

        private AccountedTime then(AccountedTime next) {
            return new AccountedTime(
                    from, next.to, whose, units, sum(late, next.late), sum(worked, next.worked));
        }

        private static SortedMap<AuthorityId, Integer> sum(
                Map<AuthorityId, Integer> one, Map<AuthorityId, Integer> other) {
            var all = new TreeMap<>(one);
            other.forEach((unit, n) -> all.merge(unit, n, Integer::sum));
            return all;
        }
    }

    /** The days of one unit, those past its limits, and those on which it worked. */
    public record Sum(int days, int late, int worked) {}

    public TimeAccounting {
        spells = List.copyOf(spells);
    }

    /** All days, from the first to the last. */
    public int days() {
        return spells.stream().mapToInt(AccountedTime::days).sum();
    }

    public int days(Whose whose) {
        return spells.stream().filter(s -> s.whose() == whose).mapToInt(AccountedTime::days).sum();
    }

    /** By unit; days on which several had something to do count for each of them. */
    public SortedMap<AuthorityId, Sum> byUnit() {
        var sums = new TreeMap<AuthorityId, Sum>();
        for (var spell : spells) {
            for (var unit : spell.units()) {
                var one =
                        new Sum(
                                spell.days(),
                                spell.late().getOrDefault(unit, 0),
                                spell.worked().getOrDefault(unit, 0));
                sums.merge(
                        unit,
                        one,
                        (a, b) ->
                                new Sum(
                                        a.days() + b.days(),
                                        a.late() + b.late(),
                                        a.worked() + b.worked()));
            }
        }
        return sums;
    }

    /**
     * Derived from a case's whole history.
     *
     * @param history every event of the case, in order
     */
    public static TimeAccounting of(
            List<RecordedEvent> history, TravellerNo no, TimeLimits limits, Instant now) {
        var book = new Book(no, limits);
        if (history.stream().noneMatch(step -> step.event() instanceof CaseEvent.Applied)) {
            // If something was erased, the beginning is missing for everybody in the case.
            return new TimeAccounting(List.of());
        }
        Optional<State> state = Optional.empty();
        for (var recorded : history) {
            if (isOfOthers(recorded.event(), no)) {
                continue;
            }
            state.ifPresent(before -> book.until((CaseState) before, recorded.at()));
            state = Optional.of(Lifecycle.evolve(state, recorded));
        }
        state.ifPresent(last -> book.until((CaseState) last, now));
        return new TimeAccounting(book.joined());
    }

    /**
     * Readers may not have it at all: it could show that others are missing from the application.
     */
    private static boolean isOfOthers(Event event, TravellerNo no) {
        return switch (event) {
            case TravellerEvent of -> !of.traveller().equals(no);
            case SecretEvent _, ArchiveEvent _, CaseEvent.Erased _ -> true;
            case CaseEvent.Applied _,
                    CaseEvent.Moved _,
                    CaseEvent.SentUp _,
                    CaseEvent.HandedOver _,
                    BriefingEvent _,
                    AlarmEvent _,
                    ReportEvent _,
                    IssueEvent _ ->
                    false;
        };
    }

    /** The accounts, built while the events are read; owned by {@link #of}. */
    private static final class Book {
        private final List<AccountedTime> spells = new ArrayList<>();
        private final TravellerNo no;
        private final TimeLimits limits;
        private Optional<LocalDate> at = Optional.empty();

        /** Since when they were gone who came back. */
        private Optional<LocalDate> gone = Optional.empty();

        Book(TravellerNo no, TimeLimits limits) {
            this.no = no;
            this.limits = limits;
        }

        /** The state held until then. Days on which a question stops pausing divide it. */
        void until(CaseState state, Instant then) {
            var traveller = Objects.requireNonNull(state.travellers().get(no));
            var from = at.orElseGet(() -> day(state.received()));
            var to = day(then);
            if (StageTransitions.ENDS.contains(traveller.stage())) {
                gone = gone.or(() -> Optional.of(from));
            } else {
                gone.filter(from::isAfter).ifPresent(left -> spells.add(away(left, from)));
                gone = Optional.empty();
                var ends =
                        traveller.questions().stream()
                                .filter(Question::isOpen)
                                .map(q -> limits.answerBy(day(q.asked())))
                                .filter(end -> end.isAfter(from) && end.isBefore(to))
                                .sorted()
                                .distinct()
                                .toList();
                var begins = from;
                for (var end : ends) {
                    spells.add(spell(state, traveller, begins, end));
                    begins = end;
                }
                if (to.isAfter(begins)) {
                    spells.add(spell(state, traveller, begins, to));
                }
            }
            at = Optional.of(to.isAfter(from) ? to : from);
        }

        /** The days for which somebody was gone whose withdrawal was undone. */
        private static AccountedTime away(LocalDate from, LocalDate to) {
            return new AccountedTime(
                    from, to, Whose.NOBODY, new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
        }

        private AccountedTime spell(
                CaseState state, TravellerState t, LocalDate from, LocalDate to) {
            var due = dueByUnit(state, t, from);
            var late = new TreeMap<AuthorityId, Integer>();
            var worked = new TreeMap<AuthorityId, Integer>();
            due.forEach((unit, last) -> {
                var calendar = limits.calendar(unit);
                worked.put(unit, calendar.between(from, to, DayCount.WORKING_DAYS));
                var over = last.isAfter(from) ? last : from;
                int days = calendar.between(over, to, DayCount.DAYS);
                if (days > 0) {
                    late.put(unit, days);
                }
            });
            var whose = due.isEmpty() ? withoutUnit(t) : Whose.UNITS;
            return new AccountedTime(from, to, whose, new TreeSet<>(due.keySet()), late, worked);
        }

        /** The units whose clocks run, each with the first day due. */
        private SortedMap<AuthorityId, LocalDate> dueByUnit(
                CaseState state, TravellerState t, LocalDate from) {
            var days = new DueDays(state, t, limits);
            var due = new TreeMap<AuthorityId, LocalDate>();
            for (var work : WorkItem.of(state, limits)) {
                boolean paused =
                        t.questions().stream()
                                .filter(q -> q.by().equals(work.unit()))
                                .anyMatch(q -> days.isPausing(q, from.plusDays(1)));
                boolean heard =
                        work.kind() == WorkItem.Kind.DECIDE && days.isHeard(from.plusDays(1));
                if (work.traveller().equals(no) && isTimed(work.kind()) && !paused && !heard) {
                    due.merge(
                            work.unit(),
                            work.due().orElse(LocalDate.MAX),
                            (a, b) -> a.isBefore(b) ? a : b);
                }
            }
            return due;
        }

        /** What a second officer is asked, and what comes before it, is in the decision's time. */
        private static boolean isTimed(WorkItem.Kind kind) {
            return kind != WorkItem.Kind.SECOND && kind != WorkItem.Kind.HEARING;
        }

        private static Whose withoutUnit(TravellerState t) {
            if (t.isSuspended()) {
                return Whose.NOBODY;
            }
            return switch (t.stage()) {
                case UNCONFIRMED, UNANSWERED, AUTHORISED, DEPARTED, REFERRED, APPROVED ->
                        Whose.TRAVELLER;
                case SET_ASIDE, REVOKED, REFUSED, WITHDRAWN, CLOSED -> Whose.NOBODY;
            };
        }

        private LocalDate day(Instant instant) {
            return instant.atZone(limits.zone()).toLocalDate();
        }

        List<AccountedTime> joined() {
            var joined = new ArrayList<AccountedTime>();
            for (var spell : spells) {
                if (!joined.isEmpty() && joined.getLast().isLike(spell)) {
                    joined.add(joined.removeLast().then(spell));
                } else {
                    joined.add(spell);
                }
            }
            return joined;
        }
    }
}
