package exeat.casework.event;

import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Anomaly;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.LocalDate;

/** An event in the life of an alarm. */
public sealed interface AlarmEvent extends Event {
    /**
     * A watcher found something at a unit.
     *
     * @param to the level above it, which must answer
     * @param due the last day for that
     */
    record AlarmRaised(DirectiveRef directive, Anomaly sighting, AuthorityId to, LocalDate due)
            implements AlarmEvent {}

    /** Nobody answered by the deadline: the level above has it too. */
    record AlarmRose(AuthorityId from, AuthorityId to, LocalDate due) implements AlarmEvent {}

    record AlarmAnswered(AuthorityId unit, OfficerId by, AlarmAnswerKind how, String words)
            implements AlarmEvent {}
}
