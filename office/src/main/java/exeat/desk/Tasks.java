package exeat.desk;

import exeat.casework.HoldGround;
import exeat.casework.Life;
import exeat.casework.State.CaseState;
import exeat.casework.TravellerState;
import exeat.rules.AuthorityId;
import exeat.rules.Burden;
import exeat.rules.Finding;
import exeat.store.BatchStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to do on a case, unit by unit, and when the clock must look at it. */
final class Tasks {

    private final CaseState state;
    private final ZoneId zone;

    Tasks(CaseState state, ZoneId zone) {
        this.state = state;
        this.zone = zone;
    }

    /** The rows of the queues. A traveller who claimed protection is in none. */
    List<BatchStore.Work> work() {
        var rows = new LinkedHashMap<String, BatchStore.Work>();
        live().forEach(traveller -> of(traveller)
                .forEach(work -> rows.putIfAbsent(
                        "%d %s %s %s"
                                .formatted(
                                        work.traveller(), work.queue(), work.task(), work.unit()),
                        work)));
        return List.copyOf(rows.values());
    }

    /** The first day on which time itself changes something. */
    Optional<LocalDate> due() {
        return live().flatMap(Tasks::limits).min(LocalDate::compareTo).map(day -> day.plusDays(1));
    }

    private Stream<TravellerState> live() {
        return state.travellers().values().stream()
                .filter(t -> !t.protectionClaimed() && !Life.ENDS.contains(t.stage()));
    }

    private static Stream<LocalDate> limits(TravellerState traveller) {
        var clearances =
                traveller.openClearances().stream().map(TravellerState.Clearance::due);
        var holds = traveller.openHolds().stream().map(Tasks::limit);
        var paper =
                traveller.paper().stream()
                        .filter(p -> !p.revoked() && !p.ended())
                        .map(TravellerState.Paper::until);
        return Stream.of(clearances, holds, paper).flatMap(days -> days);
    }

    private static LocalDate limit(TravellerState.Hold hold) {
        return hold.ground() instanceof HoldGround.CourtOrder order
                        && order.expires().isBefore(hold.limit())
                ? order.expires()
                : hold.limit();
    }

    private List<BatchStore.Work> of(TravellerState traveller) {
        var rows = new ArrayList<BatchStore.Work>();
        rows.addAll(atStage(traveller));
        for (var proposal : traveller.proposals()) {
            if (proposal.open()) {
                rows.add(row(traveller, Queue.SECOND, "second", proposal.unit(), proposal.at()));
            }
        }
        for (var hold : traveller.openHolds()) {
            rows.add(
                    row(
                            traveller,
                            Queue.HELD,
                            "hold",
                            hold.owner(),
                            hold.placed(),
                            Optional.of(hold.limit())));
        }
        for (var appeal : traveller.appeals()) {
            if (appeal.isOpen()) {
                rows.add(
                        row(
                                traveller,
                                Queue.APPEALS,
                                "appeal",
                                appeal.reviewer(),
                                appeal.filed(),
                                Optional.of(appeal.due())));
            }
        }
        traveller
                .stop()
                .ifPresent(stop ->
                        rows.add(row(traveller, Queue.BORDER, "stop", stop.post(), stop.at())));
        return rows;
    }

    private List<BatchStore.Work> atStage(TravellerState t) {
        return switch (t.stage()) {
            case UNCONFIRMED ->
                    List.of(
                            row(
                                    t,
                                    Queue.UNCONFIRMED,
                                    "confirm",
                                    state.application().enteredBy().orElse(state.holder()),
                                    t.since()));
            case REFERRED ->
                    List.of(
                            row(
                                    t,
                                    Queue.REFERRED,
                                    "decide",
                                    state.holder(),
                                    t.since(),
                                    decisionDue(t)));
            case APPROVED -> approved(t);
            case AUTHORISED, DEPARTED ->
                    List.of(row(t, Queue.BORDER, "cross", state.holder(), t.since()));
            case UNANSWERED, SET_ASIDE, REVOKED, REFUSED, WITHDRAWN, CLOSED -> List.of();
        };
    }

    private List<BatchStore.Work> approved(TravellerState t) {
        if (t.openClearances().isEmpty() && t.openHolds().isEmpty()) {
            return List.of(
                    row(
                            t,
                            Queue.TO_AUTHORISE,
                            "authorise",
                            state.holder(),
                            lastCleared(t)));
        }
        return t.openClearances().stream()
                .map(clearance ->
                        row(
                                t,
                                Queue.CLEARANCES,
                                clearance.name(),
                                clearance.unit(),
                                clearance.opened(),
                                Optional.of(clearance.due())))
                .toList();
    }

    private static Instant lastCleared(TravellerState t) {
        return t.clearances().stream()
                .flatMap(clearance -> clearance.doneAt().stream())
                .max(Instant::compareTo)
                .orElse(t.since());
    }

    private Optional<LocalDate> decisionDue(TravellerState t) {
        return t.finding()
                .map(Finding::burden)
                .map(Burden::decisionDays)
                .map(days -> t.since().atZone(zone).toLocalDate().plusDays(days));
    }

    private BatchStore.Work row(
            TravellerState t, Queue queue, String task, AuthorityId unit, Instant since) {
        return row(t, queue, task, unit, since, Optional.empty());
    }

    private static BatchStore.Work row(
            TravellerState t,
            Queue queue,
            String task,
            AuthorityId unit,
            Instant since,
            Optional<LocalDate> due) {
        return new BatchStore.Work(
                t.no().number(),
                queue.name(),
                task,
                unit.text(),
                since.toString(),
                BatchStore.day(due));
    }
}
