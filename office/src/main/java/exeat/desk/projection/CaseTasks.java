package exeat.desk.projection;

import exeat.casework.decide.MissingSafeguard;
import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.HoldGround;
import exeat.oversight.WorkItem;
import exeat.rules.authority.TimeLimits;
import exeat.store.batch.BatchStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The open tasks of a case for each unit, and when the clock must next check it. */
public final class CaseTasks {

    /** The task of hearing somebody alone. */
    public static final String HEAR = "hear";

    /** The task of hearing them after another officer has. */
    public static final String HEAR_SECOND = "hear-second";

    /** The task of a second officer before whom somebody stands. */
    public static final String IN_PERSON = "in-person";

    private final CaseState state;
    private final TimeLimits limits;
    private final List<WorkItem> work;

    public CaseTasks(CaseState state, TimeLimits limits) {
        this.state = state;
        this.limits = limits;
        this.work = WorkItem.of(state, limits);
    }

    /** What waits on some unit. */
    List<WorkItem> work() {
        return work;
    }

    /** The rows of the queues. Of a traveller whose steps a claim stops, the hearing alone. */
    public List<BatchStore.Work> rows() {
        var rows = new LinkedHashMap<List<Object>, BatchStore.Work>();
        Stream.concat(work.stream().map(this::row), waiting())
                .forEach(row -> rows.putIfAbsent(place(row), row));
        return List.copyOf(rows.values());
    }

    /** By what a row is found: no case has two of the same. */
    public static List<Object> place(BatchStore.Work row) {
        return List.of(row.traveller(), row.queue(), row.task(), row.unit());
    }

    private BatchStore.Work row(WorkItem work) {
        return new BatchStore.Work(
                work.traveller().number(),
                (isWaiting(work) ? QueueName.WAITING : queue(work.kind())).stored(),
                task(work),
                work.unit().text(),
                start(limits.isDeclared() ? received() : work.since()),
                BatchStore.day(work.due()));
    }

    /**
     * Whether nobody at all can do this now: a hold answered the clearance, a hold runs, or a minor
     * still lacks a safeguard. It ends with an event, which writes the row again.
     */
    private boolean isWaiting(WorkItem work) {
        var t = Objects.requireNonNull(state.travellers().get(work.traveller()));
        return switch (work.kind()) {
            case CLEAR ->
                    t.openHolds().stream()
                            .anyMatch(hold -> hold.clearance().equals(Optional.of(work.about())));
            case HOLD ->
                    t.openHolds().stream()
                            .filter(hold -> work.about().equals("" + hold.number()))
                            .noneMatch(hold -> hold.escalated() || hold.reviewer().isPresent());
            case AUTHORISE -> !isSafeguarded(t);
            case DECIDE, HEARING, SECOND, STOP, REVIEW -> false;
        };
    }

    /** A person who came of age confirms for themselves, which is an event too. */
    private boolean isSafeguarded(TravellerState t) {
        boolean adult = t.traveller().guardians().isEmpty() || t.confirmedOfAge().isPresent();
        return adult
                || MissingSafeguard.of(
                                t,
                                state.application().travellers(),
                                no ->
                                        Optional.ofNullable(state.travellers().get(no))
                                                .filter(MissingSafeguard::isTravelling)
                                                .isPresent())
                        .isEmpty();
    }

    private static QueueName queue(WorkItem.Kind kind) {
        return switch (kind) {
            case DECIDE -> QueueName.REFERRED;
            case CLEAR -> QueueName.CLEARANCES;
            case AUTHORISE -> QueueName.TO_AUTHORISE;
            case HOLD -> QueueName.HELD;
            case HEARING, SECOND -> QueueName.SECOND;
            case STOP -> QueueName.BORDER;
            case REVIEW -> QueueName.APPEALS;
        };
    }

    private static String task(WorkItem work) {
        return switch (work.kind()) {
            case DECIDE -> "decide";
            case CLEAR -> work.about();
            case AUTHORISE -> "authorise";
            case HOLD -> "hold";
            case HEARING -> "hearing";
            case SECOND -> "second";
            case STOP -> "stop";
            case REVIEW -> "appeal";
        };
    }

    /** What waits on no unit, but is listed: a traveller's own act, a crossing, a hearing. */
    private Stream<BatchStore.Work> waiting() {
        return Stream.of(hearings(), inPerson(), waitingOnOthers()).flatMap(rows -> rows);
    }

    /** Whom protection officers are to hear; by the day on which steps go on without it. */
    private Stream<BatchStore.Work> hearings() {
        return state.travellers().values().stream()
                .filter(TravellerState::protectionClaimed)
                .flatMap(t ->
                        t.protection().stream()
                                .flatMap(p -> p.hearing().stream().map(h -> hearing(t, p, h))));
    }

    /** Whom a second officer is to identify, by the day on which it comes to nothing. */
    private Stream<BatchStore.Work> inPerson() {
        return state.travellers().values().stream()
                .filter(t -> state.erasure(t.no()).isEmpty())
                .flatMap(t ->
                        t.askedInPerson().stream()
                                .map(asked ->
                                        new BatchStore.Work(
                                                t.no().number(),
                                                QueueName.PROTECTION.stored(),
                                                IN_PERSON,
                                                asked.unit().text(),
                                                asked.asked().toString(),
                                                BatchStore.day(Optional.of(day(asked.until()))))));
    }

    private BatchStore.Work hearing(TravellerState t, Protection p, Protection.Hearing hearing) {
        return new BatchStore.Work(
                t.no().number(),
                QueueName.PROTECTION.stored(),
                p.heardOnce().isEmpty() ? HEAR : HEAR_SECOND,
                hearing.unit().text(),
                hearing.since().toString(),
                BatchStore.day(p.until().map(this::day)));
    }

    private LocalDate day(Instant at) {
        return at.atZone(limits.zone()).toLocalDate();
    }

    private Stream<BatchStore.Work> waitingOnOthers() {
        return live().flatMap(t ->
                switch (t.stage()) {
                    case UNCONFIRMED -> Stream.of(unconfirmed(t));
                    case AUTHORISED, DEPARTED ->
                            Stream.of(waiting(t, QueueName.BORDER, "cross", state.holder().text()));
                    case UNANSWERED,
                            REFERRED,
                            APPROVED,
                            SET_ASIDE,
                            REVOKED,
                            REFUSED,
                            WITHDRAWN,
                            CLOSED ->
                            Stream.empty();
                });
    }

    private BatchStore.Work unconfirmed(TravellerState t) {
        var unit = state.application().enteredBy().orElse(state.holder());
        return waiting(t, QueueName.UNCONFIRMED, "confirm", unit.text());
    }

    private static BatchStore.Work waiting(
            TravellerState t, QueueName queue, String task, String unit) {
        return new BatchStore.Work(
                t.no().number(), queue.stored(), task, unit, t.since().toString(), null);
    }

    private LocalDate received() {
        return day(state.received());
    }

    private String start(LocalDate day) {
        return day.atStartOfDay(limits.zone()).toInstant().toString();
    }

    /** The first day on which time itself changes something. */
    Optional<LocalDate> due() {
        var late =
                work.stream()
                        .filter(one ->
                                switch (one.kind()) {
                                    case DECIDE, AUTHORISE, STOP, REVIEW -> true;
                                    case CLEAR, HOLD, HEARING, SECOND -> false;
                                })
                        .flatMap(one -> one.due().stream());
        var passed = Stream.concat(live().flatMap(this::lastDays), late);
        var warnings = live().flatMap(t -> new DueDays(state, t, limits).warnings());
        var claims = state.travellers().values().stream().flatMap(this::hours);
        return Stream.of(passed.map(day -> day.plusDays(1)), warnings, claims)
                .flatMap(days -> days)
                .min(LocalDate::compareTo);
    }

    /** The days on which the hours of a claim end, and of what was asked for in person. */
    private Stream<LocalDate> hours(TravellerState t) {
        var claim =
                t.protection().stream()
                        .filter(_ -> t.protectionClaimed())
                        .flatMap(p ->
                                Stream.concat(
                                        p.until().stream(),
                                        p.hearing().map(Protection.Hearing::due).stream()));
        var asked = t.askedInPerson().stream().map(InPersonRequest::until);
        return Stream.concat(claim, asked).map(this::day);
    }

    private Stream<TravellerState> live() {
        return state.travellers().values().stream()
                .filter(t -> !t.isSuspended() && !StageTransitions.ENDS.contains(t.stage()));
    }

    private Stream<LocalDate> lastDays(TravellerState t) {
        boolean out = t.stage() == Stage.AUTHORISED || t.stage() == Stage.DEPARTED;
        var paper =
                t.paper().stream()
                        .filter(p -> out && !p.revoked() && !p.ended())
                        .map(TravellerState.Paper::until);
        var days = new DueDays(state, t, limits);
        var clearances = t.openClearances().stream().map(days::clearance);
        return Stream.of(clearances, t.openHolds().stream().map(h -> limit(h, days.hold(h))), paper)
                .flatMap(day -> day);
    }

    private static LocalDate limit(TravellerState.Hold hold, LocalDate due) {
        return hold.ground() instanceof HoldGround.CourtOrder order && order.expires().isBefore(due)
                ? order.expires()
                : due;
    }
}
