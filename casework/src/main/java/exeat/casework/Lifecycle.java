package exeat.casework;

import exeat.casework.application.CaseLife;
import exeat.casework.command.Check;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.Response;
import exeat.casework.directive.BriefingLife;
import exeat.casework.event.Event;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.ReportEvent;
import exeat.casework.evolve.AlarmFold;
import exeat.casework.evolve.BriefingFold;
import exeat.casework.evolve.CaseFold;
import exeat.casework.evolve.IssueFold;
import exeat.casework.evolve.ReportFold;
import exeat.casework.state.State;
import exeat.casework.upward.AlarmLife;
import exeat.casework.upward.IssueLife;
import exeat.casework.upward.ReportLife;

import exeat.casework.command.Rejection.Code;
import java.util.Optional;

/** The two pure functions that are the whole of casework. */
public final class Lifecycle {

    private Lifecycle() {}

    /**
     * What a command does to a stream.
     *
     * @param state the stream folded so far; empty when it has no events
     */
    public static Response respond(Optional<State> state, Context context, Command command) {
        return switch (command) {
            case Command.CaseCommand c ->
                    respondOn(state, State.CaseState.class, s -> CaseLife.respond(s, context, c));
            case Command.BriefingCommand c ->
                    respondOn(
                            state,
                            State.BriefingState.class,
                            s -> BriefingLife.respond(s, context, c));
            case Command.AlarmCommand c ->
                    respondOn(state, State.AlarmState.class, s -> AlarmLife.respond(s, context, c));
            case Command.ReportCommand c ->
                    respondOn(
                            state, State.ReportState.class, s -> ReportLife.respond(s, context, c));
            case Command.IssueCommand c ->
                    respondOn(state, State.IssueState.class, s -> IssueLife.respond(s, context, c));
        };
    }

    /**
     * The stream with one more event. Never fails on an event that {@link #respond} gave for this
     * very state.
     *
     * @throws IllegalStateException if the event cannot follow: a broken invariant
     */
    public static State evolve(Optional<State> state, Event.Recorded recorded) {
        return switch (recorded.event()) {
            case Event.CaseEvent e ->
                    CaseFold.evolve(state.map(State.CaseState.class::cast), recorded, e);
            case Event.BriefingEvent e ->
                    BriefingFold.evolve(state.map(State.BriefingState.class::cast), recorded, e);
            case Event.AlarmEvent e ->
                    AlarmFold.evolve(state.map(State.AlarmState.class::cast), recorded, e);
            case ReportEvent e ->
                    ReportFold.evolve(state.map(State.ReportState.class::cast), recorded, e);
            case IssueEvent e ->
                    IssueFold.evolve(state.map(State.IssueState.class::cast), recorded, e);
        };
    }

    private static <S extends State> Response respondOn(
            Optional<State> state,
            Class<S> kind,
            java.util.function.Function<Optional<S>, Response> respond) {
        if (state.isPresent() && !kind.isInstance(state.get())) {
            return Check.rejected(Code.NOT_FOUND, "stream");
        }
        return respond.apply(state.map(kind::cast));
    }
}
