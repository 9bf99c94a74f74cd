package exeat.desk.queue;

import exeat.casework.command.CaseCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;

import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.projection.Queue;
import exeat.desk.register.Reading;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;

import exeat.casework.value.Act;
import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.event.Event;
import exeat.casework.state.Keeping;
import exeat.config.Known;
import exeat.store.rows.TurnStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose turn it is. An officer takes the next file of their unit's queue, which is theirs for a
 * while; a file that others stand before can be worked on all the same, and that is written down.
 */
public final class Turns {

    /** So far down a queue is looked: a place behind that is far behind. */
    private static final int LOOK = 100;

    /** As many as {@code reading_before} tells first: mostly one of them is free. */
    private static final int FEW = 4;

    private final Queues queues;
    private final Desk desk;
    private final InstantSource clock;
    private final Sights sights;

    /** So long a file that was taken is nobody else's next. */
    private final Duration length;

    /** Who took what, until when; forgotten when the office closes, and then taken anew. */
    private final Map<WorkItem, Taken> taken = new ConcurrentHashMap<>();

    public static Turns of(Infrastructure in, Queues queues, Reading reading, Desk desk) {
        var length = in.config().time(Known.TURN);
        var store = new TurnStore(in.database());
        var sights = new Sights(queues, reading, store, in.clock(), length);
        return new Turns(queues, desk, sights, in.clock(), length);
    }

    Turns(Queues queues, Desk desk, Sights sights, InstantSource clock, Duration length) {
        this.queues = queues;
        this.desk = desk;
        this.clock = clock;
        this.length = length;
        this.sights = sights;
    }

    private record Taken(String officer, Instant until) {}

    /**
     * Something that is not next.
     *
     * @param before how many stand before it, as far as was looked
     */
    public record OutOfTurn(WorkItem turn, int before) {}

    /** The next file of a queue that nobody else has taken; it is this officer's for a while. */
    public Optional<QueueRow> take(Session session, Queue which) {
        var officer = officer(session);
        return officer.flatMap(me ->
                rows(session, which).stream()
                        .filter(row -> isFree(turn(row), me))
                        .filter(row -> row.unit().equals(me.unit()))
                        .findFirst()
                        .map(row -> {
                            var until = clock.instant().plus(length);
                            taken.put(turn(row), new Taken(me.id().text(), until));
                            return row;
                        }));
    }

    /** What a command would do before its turn; empty where it is in turn, or needs none. */
    public Optional<OutOfTurn> ahead(Session session, Command command) {
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

    private List<Sights.Ahead> free(Actor.Officer me, List<Sights.Ahead> before) {
        return before.stream().filter(one -> isFree(one.turn(), me)).toList();
    }

    /**
     * Gives a command; where it is not next, the reason is written down with it.
     *
     * @param why empty where none came with it: then that is what is written down
     * @param seen see {@link Desk#handle(Session, String, Command, OptionalLong)}
     * @return what came of the command itself
     */
    public Reply handle(
            Session session, String key, Command command, Optional<Reason> why, OptionalLong seen) {
        if (step(command).isEmpty()) {
            return desk.handle(session, key, command, seen);
        }
        var whole =
                outOfTurn(session, command)
                        .<Command>map(step -> early(step.turn(), command, why))
                        .orElse(command);
        var reply = desk.handle(session, key, whole, seen);
        if (whole instanceof CaseCommand.BeforeItsTurn(var jump, _)) {
            said(session, jump, reply);
        }
        return reply instanceof Reply.Done done ? withoutJump(done) : reply;
    }

    private static Command early(WorkItem turn, Command command, Optional<Reason> why) {
        var reason = why.orElse(new Reason(Keeping.Why.NOT_SAID, ""));
        return new CaseCommand.BeforeItsTurn(
                new TravellerCommand.Jump(
                        turn.id(), turn.traveller(), turn.task(), reason.why(), reason.words()),
                (TravellerCommand) command);
    }

    /** Also when the same is asked again, and is by then before nothing. */
    private static Reply.Done withoutJump(Reply.Done done) {
        var own = done.events().stream().filter(event -> !(event instanceof TravellerEvent.Jumped)).toList();
        return new Reply.Done(done.stream(), done.sequence(), own, done.leaf(), done.inLogBy());
    }

    /** Writes down why a file is taken before others; then it is this officer's for a while. */
    public Reply say(Session session, String key, TravellerCommand.Jump jump) {
        var reply = desk.handle(session, key, jump);
        said(session, jump, reply);
        return reply;
    }

    private void said(Session session, TravellerCommand.Jump jump, Reply reply) {
        if (reply instanceof Reply.Done) {
            officer(session)
                    .ifPresent(me ->
                            taken.put(
                                    new WorkItem(jump.stream(), jump.traveller(), jump.task()),
                                    new Taken(me.id().text(), clock.instant().plus(length))));
        }
    }

    /** Why a file is taken before others. */
    public record Reason(Keeping.Why why, String words) {}

    private List<QueueRow> rows(Session session, Queue which) {
        return queues.ofOwnUnit(session, which, LOOK);
    }

    private static WorkItem turn(QueueRow row) {
        return new WorkItem(row.id(), row.traveller(), row.task());
    }

    private boolean isFree(WorkItem turn, Actor.Officer me) {
        var by = taken.get(turn);
        if (by != null && !clock.instant().isBefore(by.until())) {
            taken.remove(turn, by);
            return true;
        }
        return by == null || by.officer().equals(me.id().text());
    }

    private boolean isTaken(WorkItem turn, Actor.Officer me) {
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

    private record Step(Queue queue, WorkItem turn) {}

    /** What decides something has its turn; to ask, to protect or to stop somebody has none. */
    private static Optional<Step> step(Command command) {
        return switch (command) {
            case TravellerCommand.Clear(var id, var no, var name) ->
                    Optional.of(new Step(Queue.CLEARANCES, new WorkItem(id, no, name)));
            case TravellerCommand.ApproveReferred(var id, var no, _) ->
                    Optional.of(new Step(Queue.REFERRED, new WorkItem(id, no, "decide")));
            case TravellerCommand.Propose(var id, var no, Act.Refuse _, _) ->
                    Optional.of(new Step(Queue.REFERRED, new WorkItem(id, no, "decide")));
            case TravellerCommand.Authorise(var id, var no) ->
                    Optional.of(new Step(Queue.TO_AUTHORISE, new WorkItem(id, no, "authorise")));
            case TravellerCommand.DecideAppeal(var id, var no, _, _, _) ->
                    Optional.of(new Step(Queue.APPEALS, new WorkItem(id, no, "appeal")));
            default -> Optional.empty();
        };
    }
}
