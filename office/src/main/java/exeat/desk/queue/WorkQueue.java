package exeat.desk.queue;

import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseHandling;
import exeat.casework.value.TwoOfficerAct;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.desk.register.SessionReader;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.store.rows.QueueStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which case is next. An officer takes the next case of their unit's queue, which is theirs for a
 * while. A case can also be worked on out of order, which is recorded.
 */
public final class WorkQueue {

    /** As many as {@code reading_before} tells first: mostly one of them is free. */
    private static final int FEW = 4;

    private final QueueReader queues;
    private final Desk desk;
    private final InstantSource clock;
    private final VisibilityCache sights;

    /** How long a taken case is not offered to others. */
    private final Duration length;

    /** Who took which case, until when; lost when the office closes, and then taken again. */
    private final Map<QueueItem, Taken> taken = new ConcurrentHashMap<>();

    public static WorkQueue of(
            Infrastructure in, QueueReader queues, SessionReader reading, Desk desk) {
        var length = in.config().time(Settings.TURN);
        var store = new QueueStore(in.database());
        var sights = new VisibilityCache(queues, reading, store, in.clock(), length);
        return new WorkQueue(queues, desk, sights, in.clock(), length);
    }

    WorkQueue(
            QueueReader queues,
            Desk desk,
            VisibilityCache sights,
            InstantSource clock,
            Duration length) {
        this.queues = queues;
        this.desk = desk;
        this.clock = clock;
        this.length = length;
        this.sights = sights;
    }

    private record Taken(String officer, Instant until) {}

    /**
     * An act out of order.
     *
     * @param before how many cases are before it, as far as was checked
     */
    public record OutOfTurn(QueueItem turn, int before) {}

    /**
     * The next case of a queue that this officer can work on and nobody else has taken; it is
     * reserved for them for a while.
     */
    public Optional<QueueRow> takeNext(Session session, QueueName which) {
        var officer = officer(session);
        return officer.flatMap(me ->
                queues.first(session, which, item -> isFree(item, me))
                        .map(row -> {
                            var until = clock.instant().plus(length);
                            taken.put(turn(row), new Taken(me.id().text(), until));
                            return row;
                        }));
    }

    /** Whether a queue has anything that {@link #takeNext} would hand to this officer. */
    public boolean isAny(Session session, QueueName which) {
        return officer(session)
                .flatMap(me -> queues.first(session, which, item -> isFree(item, me)))
                .isPresent();
    }

    /** The task that a command would do out of order; empty if it is in order or has no turn. */
    public Optional<OutOfTurn> itemsAhead(Session session, Command command) {
        return outOfTurn(session, command)
                .map(step -> {
                    var me = officer(session).orElseThrow();
                    var free = free(me, sights.before(session, step.queue(), step.turn(), true));
                    return new OutOfTurn(step.turn(), sights.of(session, me, free).size());
                })
                .filter(out -> out.before() > 0);
    }

    /** The step of a command, where something free and in sight stands before it. */
    private Optional<Step> outOfTurn(Session session, Command command) {
        var officer = officer(session);
        return step(command)
                .filter(step -> officer.filter(me -> !isTaken(step.turn(), me)).isPresent())
                .filter(step -> isBehind(session, officer.orElseThrow(), step));
    }

    /** Mostly one of the first few is free and in sight, and no more of the queue is looked at. */
    private boolean isBehind(Session session, Actor.Officer me, Step step) {
        var first = sights.before(session, step.queue(), step.turn(), false);
        if (sights.isAny(session, me, free(me, first))) {
            return true;
        }
        return first.size() == FEW
                && sights.isAny(
                        session,
                        me,
                        free(me, sights.before(session, step.queue(), step.turn(), true)));
    }

    private List<VisibilityCache.Ahead> free(Actor.Officer me, List<VisibilityCache.Ahead> before) {
        return before.stream().filter(one -> isFree(one.turn(), me)).toList();
    }

    /**
     * Gives a command; if it is out of order, the reason is recorded with it.
     *
     * @param why empty if none was given, which is then recorded
     * @param seen see {@link Desk#handle(Session, String, Command, OptionalLong)}
     * @return what came of the command itself
     */
    public Reply handle(
            Session session,
            String key,
            Command command,
            Optional<JumpReason> why,
            OptionalLong seen) {
        if (step(command).isEmpty()) {
            return desk.handle(session, key, command, seen);
        }
        var whole =
                outOfTurn(session, command)
                        .<Command>map(step -> early(step.turn(), command, why))
                        .orElse(command);
        var reply = desk.handle(session, key, whole, seen);
        if (whole instanceof CaseCommand.ActOutOfOrder(var jump, _)) {
            said(session, jump, reply);
        }
        return reply instanceof Reply.Done done ? withoutJump(done) : reply;
    }

    private static Command early(QueueItem turn, Command command, Optional<JumpReason> why) {
        var reason = why.orElse(new JumpReason(CaseHandling.OutOfOrderReason.NOT_SAID, ""));
        return new CaseCommand.ActOutOfOrder(
                new TravellerCommand.TakeOutOfOrder(
                        turn.id(), turn.traveller(), turn.task(), reason.why(), reason.words()),
                (TravellerCommand) command);
    }

    /** Also when the same is asked again, and is by then before nothing. */
    private static Reply.Done withoutJump(Reply.Done done) {
        var own =
                done.events().stream()
                        .filter(event -> !(event instanceof TravellerEvent.Jumped))
                        .toList();
        return new Reply.Done(done.stream(), done.sequence(), own, done.leaf(), done.inLogBy());
    }

    /** Writes down why a file is taken before others; then it is this officer's for a while. */
    public Reply recordJump(Session session, String key, TravellerCommand.TakeOutOfOrder jump) {
        var reply = desk.handle(session, key, jump);
        said(session, jump, reply);
        return reply;
    }

    private void said(Session session, TravellerCommand.TakeOutOfOrder jump, Reply reply) {
        if (reply instanceof Reply.Done) {
            officer(session)
                    .ifPresent(me ->
                            taken.put(
                                    new QueueItem(jump.stream(), jump.traveller(), jump.task()),
                                    new Taken(me.id().text(), clock.instant().plus(length))));
        }
    }

    /** Why a file is taken before others. */
    public record JumpReason(CaseHandling.OutOfOrderReason why, String words) {}

    private static QueueItem turn(QueueRow row) {
        return new QueueItem(row.id(), row.traveller(), row.task());
    }

    private boolean isFree(QueueItem turn, Actor.Officer me) {
        var by = taken.get(turn);
        if (by != null && !clock.instant().isBefore(by.until())) {
            taken.remove(turn, by);
            return true;
        }
        return by == null || by.officer().equals(me.id().text());
    }

    private boolean isTaken(QueueItem turn, Actor.Officer me) {
        var by = taken.get(turn);
        return by != null
                && by.officer().equals(me.id().text())
                && clock.instant().isBefore(by.until());
    }

    private static Optional<Actor.Officer> officer(Session session) {
        return session.actor() instanceof Actor.Officer officer
                ? Optional.of(officer)
                : Optional.empty();
    }

    private record Step(QueueName queue, QueueItem turn) {}

    /** What decides something has its turn; to ask, to protect or to stop somebody has none. */
    private static Optional<Step> step(Command command) {
        return switch (command) {
            case TravellerCommand.CompleteClearance(var id, var no, var name) ->
                    Optional.of(new Step(QueueName.CLEARANCES, new QueueItem(id, no, name)));
            case TravellerCommand.ApproveReferred(var id, var no, _) ->
                    Optional.of(new Step(QueueName.REFERRED, new QueueItem(id, no, "decide")));
            case TravellerCommand.ProposeAct(var id, var no, TwoOfficerAct.Refuse _, _, _) ->
                    Optional.of(new Step(QueueName.REFERRED, new QueueItem(id, no, "decide")));
            case TravellerCommand.Authorise(var id, var no) ->
                    Optional.of(
                            new Step(QueueName.TO_AUTHORISE, new QueueItem(id, no, "authorise")));
            case TravellerCommand.DecideAppeal(var id, var no, _, _, _) ->
                    Optional.of(new Step(QueueName.APPEALS, new QueueItem(id, no, "appeal")));
            default -> Optional.empty();
        };
    }
}
