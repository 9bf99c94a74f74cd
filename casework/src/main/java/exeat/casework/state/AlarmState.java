package exeat.casework.state;

import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An alarm.
 *
 * @param levels the levels that had it, in order; the last has it now
 * @param due the deadline for its answer
 */
public record AlarmState(
        StreamId.AlarmId id,
        DirectiveRef directive,
        Anomaly sighting,
        Instant raised,
        List<AuthorityId> levels,
        LocalDate due,
        Optional<AlarmAnswer> answer)
        implements State {
    public AlarmState {
        levels = List.copyOf(levels);
    }

    /** The level that must answer. */
    public AuthorityId holder() {
        return levels.getLast();
    }

    /** What a level said to an alarm. */
    public record AlarmAnswer(AuthorityId unit, AlarmAnswerKind how, String words, Instant at) {}
}
