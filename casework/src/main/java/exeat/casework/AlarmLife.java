package exeat.casework;

import exeat.casework.Rejection.Code;
import exeat.casework.State.AlarmState;
import exeat.rules.AuthorityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alarm: the clock raises it at the level above the unit, that level answers it, and one that
 * nobody answers rises. It is a question to an office, and nothing follows from it by itself.
 */
final class AlarmLife {

    /** How long a level has to answer. */
    static final int DAYS = 7;

    private AlarmLife() {}

    static Response respond(
            Optional<AlarmState> state, Context context, Command.AlarmCommand command) {
        return switch (command) {
            case Command.RaiseAlarm raise -> raise(state, context, raise);
            case Command.PassAlarm _ ->
                    clock(context)
                            .and(state.isPresent(), Code.NOT_FOUND, "alarm")
                            .then(() -> passed(state.orElseThrow(), context));
            case Command.AnswerAlarm answer -> answer(state, context, answer);
        };
    }

    private static Check clock(Context context) {
        return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor");
    }

    private static Response raise(
            Optional<AlarmState> state, Context context, Command.RaiseAlarm raise) {
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
                                        new Event.AlarmRaised(
                                                context.directive().ref(),
                                                raise.sighting(),
                                                Mandate.above(tree, raise.sighting().unit()),
                                                due(context))));
    }

    /**
     * Whether a look of today sees none of the days before the answer. Until then the answer covers
     * what it sees; after that the same sighting is another alarm.
     */
    private static boolean isOver(AlarmState alarm, Context context) {
        var first = context.today().minusDays(Sighting.DAYS);
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
                ? List.of(new Event.AlarmRose(alarm.holder(), above, due(context)))
                : List.of();
    }

    private static Response answer(
            Optional<AlarmState> state, Context context, Command.AnswerAlarm answer) {
        if (!(context.actor() instanceof Actor.Officer officer)) {
            return Check.rejected(Code.NOT_ALLOWED, "actor");
        }
        return Check.that(state.isPresent(), Code.NOT_FOUND, "alarm")
                .and(
                        () -> state.orElseThrow().holder().equals(officer.unit()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> state.orElseThrow().answer().isEmpty(), Code.WRONG_STAGE, "alarm")
                .and(!answer.words().isBlank(), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new Event.AlarmAnswered(
                                        officer.unit(),
                                        officer.id(),
                                        answer.how(),
                                        answer.words())));
    }

    static AlarmState evolve(
            Optional<AlarmState> before, Event.Recorded recorded, Event.AlarmEvent event) {
        return switch (event) {
            case Event.AlarmRaised raised ->
                    new AlarmState(
                            (StreamId.AlarmId) recorded.stream(),
                            raised.directive(),
                            raised.sighting(),
                            recorded.at(),
                            List.of(raised.to()),
                            raised.due(),
                            Optional.empty());
            case Event.AlarmRose rose -> rose(existing(before), rose);
            case Event.AlarmAnswered answered -> {
                var alarm = existing(before);
                yield new AlarmState(
                        alarm.id(),
                        alarm.directive(),
                        alarm.sighting(),
                        alarm.raised(),
                        alarm.levels(),
                        alarm.due(),
                        Optional.of(
                                new State.AlarmAnswer(
                                        answered.unit(),
                                        answered.how(),
                                        answered.words(),
                                        recorded.at())));
            }
        };
    }

    private static AlarmState rose(AlarmState alarm, Event.AlarmRose rose) {
        var levels = new ArrayList<AuthorityId>(alarm.levels());
        levels.add(rose.to());
        return new AlarmState(
                alarm.id(),
                alarm.directive(),
                alarm.sighting(),
                alarm.raised(),
                levels,
                rose.due(),
                alarm.answer());
    }

    private static AlarmState existing(Optional<AlarmState> before) {
        return before.orElseThrow(
                () -> new IllegalStateException("an alarm goes on before it was raised"));
    }
}
