package exeat.casework.evolve;

import exeat.casework.event.AlarmEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.AlarmState;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each event of an alarm changes. */
public final class AlarmFold {

    private AlarmFold() {}

    public static AlarmState evolve(
            Optional<AlarmState> before, RecordedEvent recorded, AlarmEvent event) {
        return switch (event) {
            case AlarmEvent.AlarmRaised raised ->
                    new AlarmState(
                            (StreamId.AlarmId) recorded.stream(),
                            raised.directive(),
                            raised.sighting(),
                            recorded.at(),
                            List.of(raised.to()),
                            raised.due(),
                            Optional.empty());
            case AlarmEvent.AlarmRose rose -> rose(existing(before), rose);
            case AlarmEvent.AlarmAnswered answered -> {
                var alarm = existing(before);
                yield new AlarmState(
                        alarm.id(),
                        alarm.directive(),
                        alarm.sighting(),
                        alarm.raised(),
                        alarm.levels(),
                        alarm.due(),
                        Optional.of(
                                new AlarmState.AlarmAnswer(
                                        answered.unit(),
                                        answered.how(),
                                        answered.words(),
                                        recorded.at())));
            }
        };
    }

    private static AlarmState rose(AlarmState alarm, AlarmEvent.AlarmRose rose) {
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
