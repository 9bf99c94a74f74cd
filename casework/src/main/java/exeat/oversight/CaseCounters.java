package exeat.oversight;

import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Clearance;
import exeat.casework.state.TravellerState.CrossingPart;
import exeat.casework.state.TravellerState.Question;
import exeat.casework.value.CrossingDirection;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.TimeLimits;
import exeat.rules.finding.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The counters of the report. What a case counts for follows from its state alone. So a change is
 * the difference between two states, and a recount always equals the sum of the changes.
 */
public final class CaseCounters {

    private CaseCounters() {}

    /** A change of one counter; never zero. */
    public record Change(ReportCounter cell, int delta) {}

    /**
     * How a case's counters move from one state to the next, in the order of the cells.
     *
     * @param before empty for a new case
     * @param limits of the directive that the case is under
     */
    public static List<Change> changes(
            Optional<CaseState> before, CaseState after, TimeLimits limits) {
        return changes(
                before.map(state -> of(state, limits)).orElseGet(TreeMap::new), of(after, limits));
    }

    /** The changes between known counters, each under its version of the directive. */
    public static List<Change> changes(
            SortedMap<ReportCounter, Integer> before, SortedMap<ReportCounter, Integer> after) {
        var moved = new TreeMap<>(after);
        before.forEach((cell, n) -> moved.merge(cell, -n, Integer::sum));
        return moved.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new Change(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** All counters, counted from scratch. */
    public static SortedMap<ReportCounter, Integer> recount(
            Collection<CaseState> states, TimeLimits limits) {
        var counts = new TreeMap<ReportCounter, Integer>();
        states.forEach(state ->
                of(state, limits).forEach((cell, n) -> counts.merge(cell, n, Integer::sum)));
        return counts;
    }

    private static SortedMap<ReportCounter, Integer> of(CaseState state, TimeLimits limits) {
        return of(state, limits, WorkItem.of(state, limits));
    }

    /**
     * What a case counts for.
     *
     * @param work all its work that is waiting for units, see {@link WorkItem#of}
     */
    public static SortedMap<ReportCounter, Integer> of(
            CaseState state, TimeLimits limits, List<WorkItem> work) {
        var counts = new Counts(state, limits, work, new TreeMap<>());
        state.travellers().values().forEach(counts::add);
        return counts.cells();
    }

    private record Counts(
            CaseState state,
            TimeLimits limits,
            List<WorkItem> all,
            SortedMap<ReportCounter, Integer> cells) {

        void add(TravellerState t) {
            var received = day(state.received());
            count(state.firstHolder(), Measure.RECEIVED, received, Optional.empty());
            addMove(received);
            if (t.isSuspended()) {
                atHolder(Measure.SUSPENDED, day(t.since()));
                return;
            }
            state.bookedTo().stream()
                    .distinct()
                    .forEach(unit -> count(unit, Measure.DELAY, received, Optional.empty()));
            addStage(t);
            addFinding(t);
            addWaiting(t);
            t.openHolds().stream()
                    .findFirst()
                    .ifPresent(hold -> atHolder(Measure.HELD, day(hold.placed())));
            t.clearances().forEach(this::addDelay);
            addJumps(t);
        }

        /** Beside a claim too: where the whole case is says nothing of one traveller. */
        private void addMove(LocalDate received) {
            if (!state.firstHolder().equals(state.holder())) {
                count(state.firstHolder(), Measure.PASSED_ON, received, Optional.empty());
                atHolder(Measure.TAKEN_OVER, received);
            }
        }

        private void addStage(TravellerState t) {
            var since = day(t.since());
            switch (t.stage()) {
                case UNCONFIRMED, UNANSWERED, APPROVED -> {}
                case REFERRED -> atHolder(Measure.REFERRED, since);
                case SET_ASIDE -> atHolder(Measure.SET_ASIDE, since);
                case REFUSED -> atHolder(Measure.REFUSED, since);
                case REVOKED -> atHolder(Measure.REVOKED, since);
                case WITHDRAWN -> atHolder(Measure.WITHDRAWN, since);
                case AUTHORISED -> addAuthorised(t);
                case DEPARTED, CLOSED -> {
                    addAuthorised(t);
                    atHolder(Measure.DEPARTED, departed(t));
                }
            }
            if (!StageTransitions.ENDS.contains(t.stage())) {
                atHolder(Measure.UNDER_WAY, day(state.received()));
            }
        }

        private void addAuthorised(TravellerState t) {
            t.paper().ifPresent(paper -> atHolder(Measure.AUTHORISED, paper.from()));
        }

        private LocalDate departed(TravellerState t) {
            return t.parts().stream()
                    .filter(part -> part.direction() == CrossingDirection.DEPARTURE)
                    .map(CrossingPart::at)
                    .max(Instant::compareTo)
                    .map(this::day)
                    .orElseThrow();
        }

        /** The current finding; one that still waits for answers does not count. */
        private void addFinding(TravellerState t) {
            t.finding()
                    .filter(finding -> !finding.asks())
                    .ifPresent(finding ->
                            atHolder(measure(finding.outcome()), day(t.found().orElseThrow())));
        }

        private void addWaiting(TravellerState t) {
            boolean forPerson =
                    t.stage() == Stage.UNCONFIRMED
                            || t.stage() == Stage.UNANSWERED
                            || t.questions().stream().anyMatch(Question::isOpen);
            if (forPerson) {
                atHolder(Measure.FOR_PERSON, day(t.since()));
            }
            var work = all.stream().filter(w -> w.traveller().equals(t.no())).toList();
            for (var unit : new TreeSet<>(work.stream().map(WorkItem::unit).toList())) {
                addWaiting(unit, work.stream().filter(w -> w.unit().equals(unit)).toList());
            }
        }

        /**
         * One traveller at one unit: waiting since the oldest item, due by the earliest deadline.
         */
        private void addWaiting(AuthorityId unit, List<WorkItem> work) {
            var since = work.stream().map(WorkItem::since).min(LocalDate::compareTo).orElseThrow();
            var due = work.stream().flatMap(w -> w.due().stream()).min(LocalDate::compareTo);
            count(unit, Measure.WAITING, since, due);
        }

        /** The first in each unit: a traveller counts once. */
        private void addJumps(TravellerState t) {
            var first = new TreeMap<AuthorityId, LocalDate>();
            for (var jump : state.handling().jumps()) {
                if (jump.traveller().equals(t.no())) {
                    first.putIfAbsent(jump.unit(), day(jump.at()));
                }
            }
            first.forEach((unit, day) -> count(unit, Measure.JUMPED, day, Optional.empty()));
        }

        private void addDelay(Clearance clearance) {
            clearance
                    .bookedTo()
                    .ifPresent(unit ->
                            count(unit, Measure.DELAY, day(clearance.opened()), Optional.empty()));
        }

        private void atHolder(Measure measure, LocalDate began) {
            count(state.holder(), measure, began, Optional.empty());
        }

        private void count(
                AuthorityId unit, Measure measure, LocalDate began, Optional<LocalDate> due) {
            cells.merge(new ReportCounter(unit, measure, began, due), 1, Integer::sum);
        }

        private LocalDate day(Instant at) {
            return at.atZone(limits.zone()).toLocalDate();
        }
    }

    private static Measure measure(Outcome outcome) {
        return switch (outcome) {
            case APPROVE_ALWAYS -> Measure.APPROVE_ALWAYS;
            case APPROVE_IN_GENERAL -> Measure.APPROVE_IN_GENERAL;
            case REFER -> Measure.REFER;
        };
    }
}
