package exeat.casework.upward;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.AlarmCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.AlarmEvent;
import exeat.casework.event.Event;
import exeat.casework.state.AlarmState;
import exeat.casework.value.Anomaly;
import exeat.casework.value.OwnWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rules for alarms: the clock raises one at the level above the unit, that level answers it,
 * and an unanswered one goes up. An alarm is a question to an office and has no effect by itself.
 */
public final class AlarmRules {

    /** How long a level has to answer. */
    static final int DAYS = 7;

    private AlarmRules() {}

    public static Response respond(
            Optional<AlarmState> state, Context context, AlarmCommand command) {
        return switch (command) {
            case AlarmCommand.RaiseAlarm raise -> raise(state, context, raise);
            case AlarmCommand.CheckAlarmDeadline _ ->
                    clock(context)
                            .and(state.isPresent(), Code.NOT_FOUND, "alarm")
                            .then(() -> passed(state.orElseThrow(), context));
            case AlarmCommand.AnswerAlarm answer -> answer(state, context, answer);
        };
    }

    private static Check clock(Context context) {
        return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor");
    }

    private static Response raise(
            Optional<AlarmState> state, Context context, AlarmCommand.RaiseAlarm raise) {
        var tree = context.directive().authorities();
        return clock(context)
                .and(tree.find(raise.sighting().unit()).isPresent(), Code.NOT_FOUND, "unit")
                .and(
                        state.filter(alarm -> isOver(alarm, context)).isEmpty(),
                        Code.WRONG_STAGE,
                        "alarm")
                .then(() ->
                        state.isPresent()
                                ? List.of()
                                : List.of(
                                        new AlarmEvent.AlarmRaised(
                                                context.directive().ref(),
                                                raise.sighting(),
                                                Mandate.above(tree, raise.sighting().unit()),
                                                due(context))));
    }

    /**
     * Whether a check today sees only days after the answer. Before that the answer covers what it
     * sees; after that the same finding is a new alarm.
     */
    private static boolean isOver(AlarmState alarm, Context context) {
        var first = context.today().minusDays(Anomaly.DAYS);
        return alarm.answer()
                .filter(answer -> context.day(answer.at()).isBefore(first))
                .isPresent();
    }

    private static LocalDate due(Context context) {
        return context.today().plusDays(DAYS);
    }

    private static List<Event> passed(AlarmState alarm, Context context) {
        var above = Mandate.above(context.directive().authorities(), alarm.holder());
        boolean late = alarm.answer().isEmpty() && context.today().isAfter(alarm.due());
        return late && !above.equals(alarm.holder())
                ? List.of(new AlarmEvent.AlarmRose(alarm.holder(), above, due(context)))
                : List.of();
    }

    private static Response answer(
            Optional<AlarmState> state, Context context, AlarmCommand.AnswerAlarm answer) {
        if (!(context.actor() instanceof Actor.Officer officer)) {
            return Check.rejected(Code.NOT_ALLOWED, "actor");
        }
        return Check.that(state.isPresent(), Code.NOT_FOUND, "alarm")
                .and(
                        () -> state.orElseThrow().holder().equals(officer.unit()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> state.orElseThrow().answer().isEmpty(), Code.WRONG_STAGE, "alarm")
                .and(!OwnWords.isEmpty(answer.words()), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new AlarmEvent.AlarmAnswered(
                                        officer.unit(),
                                        officer.id(),
                                        answer.how(),
                                        answer.words())));
    }
}
