package exeat.casework.state;

import exeat.casework.state.TravellerState.Clearance;
import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.state.TravellerState.Question;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.DayCount;
import exeat.rules.authority.PriorityRule;
import exeat.rules.authority.TimeLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The deadlines of units for one traveller, calculated from the state alone.
 *
 * <p>The days in which somebody can answer a proposal against them are not the unit's delay.
 *
 * <p>A deadline is paused while a question to the traveller is open: until they answer, or until
 * the day by which they should have, so that silence cannot stop a clock for ever. While a question
 * is open, the day shown is the latest possible.
 *
 * @param limits of the directive that the case is under
 */
public record DueDays(CaseState state, TravellerState traveller, TimeLimits limits) {

    /** Without a deadline, a case ready for its paper would be hidden behind work that has one. */
    private static final int DAYS_TO_AUTHORISE = 7;

    /**
     * A week for the unit above if the directive names no limit: long enough to read a case, short
     * compared with the missed deadline.
     */
    public static final int DAYS_ABOVE = 7;

    /**
     * The deadline for a person's decision on a referred case: the procedure's, or a week if the
     * case has since gone up.
     *
     * @throws java.util.NoSuchElementException if the rules have found nothing
     */
    public LocalDate decide() {
        int days = traveller.finding().orElseThrow().burden().decisionDays();
        return ofHolder(traveller.since(), days, limits.decisions(), hearing(DueDays::refuses));
    }

    private static boolean refuses(TwoOfficerAct act) {
        return act instanceof TwoOfficerAct.Refuse;
    }

    /**
     * The last day for the unit that has a hold. Its days to hear the person are in it, and where
     * the person does not know of the hold, or has no reply, it goes up sooner.
     */
    public LocalDate hold(Hold hold) {
        var longer =
                hearing(act ->
                                act instanceof TwoOfficerAct.ExtendHold e
                                        && e.hold() == hold.number())
                        .stream()
                        .filter(pause -> !pause.from().isAfter(hold.limit()))
                        .mapToLong(pause -> ChronoUnit.DAYS.between(pause.from(), pause.until()))
                        .sum();
        var last = hold.limit().plusDays(longer);
        return hold.escalated()
                ? last
                : AdverseHearing.placing(traveller, hold)
                        .flatMap(this::hearBy)
                        .filter(last::isAfter)
                        .orElse(last);
    }

    /** By when a person has to be heard about a hold; empty where they are. */
    private Optional<LocalDate> hearBy(Proposal placed) {
        boolean served = placed.notice().flatMap(DecisionNotice::standing).isPresent();
        return placed.hearing()
                .flatMap(h ->
                        served
                                ? h.answers().stream()
                                        .filter(AdverseHearing.Answer::isOpen)
                                        .map(answer -> day(answer.at()).plusDays(h.days()))
                                        .findFirst()
                                : placed.notice().map(n -> day(n.decided()).plusDays(h.days())));
    }

    /** The days of a hearing with which somebody was served; of the first, if there are more. */
    private List<Pause> hearing(Predicate<TwoOfficerAct> about) {
        return traveller.proposals().stream()
                .filter(Proposal::open)
                .filter(proposal -> about.test(proposal.act()))
                .flatMap(proposal -> proposal.hearing().stream())
                .flatMap(h -> h.standing().map(s -> new Pause(s.on(), h.days())).stream())
                .limit(1)
                .toList();
    }

    /** Whether the person has the days in which they can answer a refusal that is proposed. */
    public boolean isHeard(LocalDate on) {
        return hearing(DueDays::refuses).stream()
                .anyMatch(days -> on.isAfter(days.from()) && !on.isAfter(days.until()));
    }

    /** Days that are not the unit's. */
    private record Pause(LocalDate from, LocalDate until) {
        Pause(LocalDate from, int days) {
            this(from, from.plusDays(days));
        }
    }

    private List<Pause> pauses(Stream<Question> questions) {
        return questions.map(q -> new Pause(day(q.asked()), end(q))).toList();
    }

    /** Since when nothing but a minor's safeguard stops the paper; empty while something does. */
    public static Optional<Instant> readySince(TravellerState t) {
        boolean ready =
                StageTransitions.allows(t.stage(), StageTransitions.Transition.AUTHORISED)
                        && t.openClearances().isEmpty()
                        && t.openHolds().isEmpty();
        var ends =
                Stream.concat(
                        t.clearances().stream().flatMap(c -> c.doneAt().stream()),
                        t.holds().stream().flatMap(h -> h.releasedAt().stream()));
        return ready
                ? Optional.of(ends.reduce(t.since(), (a, b) -> a.isAfter(b) ? a : b))
                : Optional.empty();
    }

    /** The deadline to issue the paper of somebody who is ready for it: a week at each level. */
    public Optional<LocalDate> authorise() {
        return readySince(traveller)
                .map(since -> ofHolder(since, DAYS_TO_AUTHORISE, DayCount.DAYS, List.of()));
    }

    private LocalDate ofHolder(Instant since, int days, DayCount in, List<Pause> heard) {
        boolean cameUp = state.holderSince().isAfter(since);
        var from = day(cameUp ? state.holderSince() : since);
        var count = cameUp ? DayCount.DAYS : in;
        var calendar = limits.calendar(state.holder());
        var last = calendar.after(from, cameUp ? DAYS_ABOVE : days, count);
        var pauses = new ArrayList<>(pauses(traveller.questions().stream()));
        pauses.addAll(heard);
        return sooner(from, paused(pauses, state.holder(), from, last, count));
    }

    /** The last day for a clearance, by the unit that has it now. */
    public LocalDate clearance(Clearance clearance) {
        var from = day(clearance.cameUp().orElse(clearance.opened()));
        var own =
                pauses(
                        traveller.questions().stream()
                                .filter(question -> question.by().equals(clearance.unit())));
        // After going up it has a week of calendar days, whatever unit the directive's limit uses.
        var count = clearance.cameUp().isPresent() ? DayCount.DAYS : limits.clearances();
        return sooner(from, paused(own, clearance.unit(), from, clearance.due(), count));
    }

    private LocalDate paused(
            List<Pause> pauses, AuthorityId unit, LocalDate from, LocalDate last, DayCount in) {
        var calendar = limits.calendar(unit);
        var until = from;
        int days = 0;
        var inOrder =
                pauses.stream()
                        .filter(pause -> !pause.from().isBefore(from))
                        .sorted(Comparator.comparing(Pause::from))
                        .toList();
        for (var pause : inOrder) {
            var asked = pause.from();
            // A question asked after the deadline pauses nothing; lost time is not given back.
            if (asked.isAfter(calendar.after(last, days, in))) {
                continue;
            }
            var begins = asked.isAfter(until) ? asked : until;
            var ends = pause.until();
            days += calendar.between(begins, ends, in);
            until = ends.isAfter(until) ? ends : until;
        }
        return calendar.after(last, days, in);
    }

    /** The day on which a question stops pausing a clock. */
    private LocalDate end(Question question) {
        var last = limits.answerBy(day(question.asked()));
        return question.answered().map(this::day).filter(at -> at.isBefore(last)).orElse(last);
    }

    /** Whether a question still pauses the clock of the unit that asked it. */
    public boolean isPausing(Question question, LocalDate on) {
        return question.isOpen() && !on.isAfter(limits.answerBy(day(question.asked())));
    }

    /**
     * Applies the pack's rules on whose cases are due earlier; a unit keeps at least half of its
     * time.
     */
    private LocalDate sooner(LocalDate from, LocalDate due) {
        var at = due;
        for (var rule : limits.order()) {
            var other = sooner(rule, due);
            at = other.isBefore(at) ? other : at;
        }
        var half = from.plusDays((ChronoUnit.DAYS.between(from, due) + 1) / 2);
        return at.isBefore(half) ? half : at;
    }

    private LocalDate sooner(PriorityRule rule, LocalDate due) {
        var born = traveller.traveller().birthDate();
        boolean minor = traveller.traveller().isMinorOn(day(state.received()));
        return switch (rule.kind()) {
            case MINOR -> minor ? due.minusDays(rule.days()) : due;
            // On the first day on which they can come of age, what minors have may be gone.
            case COMES_OF_AGE ->
                    minor
                            ? born.earliest()
                                    .plusYears(BirthDate.OF_AGE)
                                    .minusDays(rule.days() + 1L)
                            : due;
            case LONG_WAIT -> day(state.received()).plusDays(rule.days());
        };
    }

    /**
     * A deadline that is running.
     *
     * @param about the clearance, or the number of the hold or appeal; empty otherwise
     */
    public record Limit(
            String task, String about, AuthorityId unit, LocalDate since, LocalDate due) {

        public Limit by(LocalDate other) {
            return new Limit(task, about, unit, since, other);
        }

        /** Its mark in {@link CaseHandling#warned}. */
        public String mark(TravellerNo no) {
            return String.join(" ", no.toString(), task, about, due.toString());
        }
    }

    /** The deadlines that run for units. A stop at the border has one day and no warning. */
    public List<Limit> running() {
        var running = new ArrayList<Limit>();
        if (traveller.isSuspended() || StageTransitions.ENDS.contains(traveller.stage())) {
            return running;
        }
        if (traveller.stage() == Stage.REFERRED) {
            running.add(new Limit("decide", "", state.holder(), atHolder(), decide()));
        }
        authorise()
                .ifPresent(due ->
                        running.add(new Limit("authorise", "", state.holder(), atHolder(), due)));
        for (var c : traveller.openClearances()) {
            var since = day(c.cameUp().orElse(c.opened()));
            running.add(new Limit("clear", c.name(), c.unit(), since, clearance(c)));
        }
        for (var hold : traveller.openHolds()) {
            var about = Integer.toString(hold.number());
            running.add(new Limit("hold", about, hold.owner(), day(hold.placed()), hold(hold)));
        }
        for (var appeal : traveller.appeals()) {
            if (appeal.isOpen()) {
                var about = Integer.toString(appeal.number());
                running.add(
                        new Limit(
                                "appeal",
                                about,
                                appeal.reviewer(),
                                day(appeal.filed()),
                                appeal.due()));
            }
        }
        return running;
    }

    private LocalDate atHolder() {
        var since = readySince(traveller).orElse(traveller.since());
        return day(state.holderSince().isAfter(since) ? state.holderSince() : since);
    }

    /** The days on which units must be warned of deadlines, unless they have been. */
    public Stream<LocalDate> warnings() {
        return unwarned().map(limit -> limits.warnOn(limit.since(), limit.due()));
    }

    private Stream<Limit> unwarned() {
        return running().stream()
                .filter(limit -> limits.warnOn(limit.since(), limit.due()).isAfter(limit.since()))
                .filter(limit -> !state.handling().warned().contains(limit.mark(traveller.no())));
    }

    /** The deadlines to warn of on a day: near, not missed, and without an earlier warning. */
    public List<Limit> near(LocalDate day) {
        return unwarned()
                .filter(limit -> !day.isBefore(limits.warnOn(limit.since(), limit.due())))
                .filter(limit -> !day.isAfter(limit.due()))
                .toList();
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return limits.zone();
    }

    /** The state with the current deadline of each open clearance, including pauses. */
    public static CaseState shown(CaseState state, TimeLimits limits) {
        var travellers = new TreeMap<TravellerNo, TravellerState>();
        state.travellers()
                .forEach((no, traveller) -> {
                    travellers.put(
                            no,
                            shown(state, traveller, limits)
                                    .withLastView(
                                            traveller
                                                    .lastView()
                                                    .map(t -> shown(state, t, limits))));
                });
        return state.with(travellers);
    }

    private static TravellerState shown(
            CaseState state, TravellerState traveller, TimeLimits limits) {
        var days = new DueDays(state, traveller, limits);
        return traveller.with(
                traveller.clearances().stream()
                        .map(c -> c.isOpen() ? c.dueBy(days.clearance(c)) : c)
                        .toList());
    }
}
