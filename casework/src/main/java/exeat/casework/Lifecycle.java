package exeat.casework;

import exeat.casework.application.CaseRules;
import exeat.casework.application.FindingChoiceRules;
import exeat.casework.command.Actor;
import exeat.casework.command.AlarmCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.decide.OpenChoice;
import exeat.casework.directive.BriefingRules;
import exeat.casework.event.AlarmEvent;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.ReportEvent;
import exeat.casework.evolve.AlarmFold;
import exeat.casework.evolve.BriefingFold;
import exeat.casework.evolve.CaseFold;
import exeat.casework.evolve.IssueFold;
import exeat.casework.evolve.ReportFold;
import exeat.casework.state.AlarmState;
import exeat.casework.state.BriefingState;
import exeat.casework.state.CaseState;
import exeat.casework.state.IssueState;
import exeat.casework.state.ReportState;
import exeat.casework.state.State;
import exeat.casework.state.TravellerState;
import exeat.casework.upward.AlarmRules;
import exeat.casework.upward.IssueRules;
import exeat.casework.upward.ReportRules;
import java.util.Optional;

/** The entry point of casework: pure functions. */
public final class Lifecycle {

    private Lifecycle() {}

    /**
     * Decides what a command does to a stream.
     *
     * @param state the stream folded so far; empty when it has no events
     */
    public static Response respond(Optional<State> state, Context context, Command command) {
        if (context.actor() instanceof Actor.Officer officer
                && officer.lawyer()
                && !isForLawyers(command)) {
            return Check.rejected(Code.NOT_ALLOWED, "lawyer");
        }
        return switch (command) {
            case CaseCommand c ->
                    respondOn(state, CaseState.class, s -> CaseRules.respond(s, context, c));
            case BriefingCommand c ->
                    respondOn(
                            state, BriefingState.class, s -> BriefingRules.respond(s, context, c));
            case AlarmCommand c ->
                    respondOn(state, AlarmState.class, s -> AlarmRules.respond(s, context, c));
            case UnitReportCommand c ->
                    respondOn(state, ReportState.class, s -> ReportRules.respond(s, context, c));
            case IssueCommand c ->
                    respondOn(state, IssueState.class, s -> IssueRules.respond(s, context, c));
        };
    }

    /**
     * A lawyer signs that rules say what their paragraphs say, and does nothing else in the office:
     * a new command is not theirs. Protection can be claimed with anybody.
     */
    private static boolean isForLawyers(Command command) {
        return command instanceof BriefingCommand.SignRules
                || command instanceof TravellerCommand.ClaimForAnother;
    }

    /**
     * What a traveller can choose between now, because several directives bind and none of their
     * findings is at least as good as the others; see {@link TravellerCommand.ChooseFinding}.
     *
     * @param traveller as far as the reader may know them
     * @param context of the reader
     * @return empty where there is nothing to choose
     */
    public static Optional<OpenChoice> choice(
            CaseState state, TravellerState traveller, Context context) {
        return FindingChoiceRules.open(state, traveller, context);
    }

    /**
     * The stream's state after one more event. Never fails on an event that {@link #respond} gave
     * for this state.
     *
     * @throws IllegalStateException if the event cannot follow: a broken invariant
     */
    public static State evolve(Optional<State> state, RecordedEvent recorded) {
        return switch (recorded.event()) {
            case CaseEvent e -> CaseFold.evolve(state.map(CaseState.class::cast), recorded, e);
            case BriefingEvent e ->
                    BriefingFold.evolve(state.map(BriefingState.class::cast), recorded, e);
            case AlarmEvent e -> AlarmFold.evolve(state.map(AlarmState.class::cast), recorded, e);
            case ReportEvent e ->
                    ReportFold.evolve(state.map(ReportState.class::cast), recorded, e);
            case IssueEvent e -> IssueFold.evolve(state.map(IssueState.class::cast), recorded, e);
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
