package exeat.casework.command;

import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId;

/** A command on an alarm. */
public sealed interface AlarmCommand extends Command {
    @Override
    StreamId.AlarmId stream();

    /** A watcher found something. Only the clock sends this. */
    record RaiseAlarm(StreamId.AlarmId stream, String directive, Anomaly sighting)
            implements AlarmCommand {}

    /** Time has passed: an unanswered alarm goes up. Only the clock sends this. */
    record CheckAlarmDeadline(StreamId.AlarmId stream) implements AlarmCommand {}

    /** The level that has an alarm explains it or says what was done. */
    record AnswerAlarm(StreamId.AlarmId stream, AlarmAnswerKind how, String words)
            implements AlarmCommand {}
}
