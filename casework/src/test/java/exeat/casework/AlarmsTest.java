package exeat.casework;

import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.AlarmCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection.Code;
import exeat.casework.event.Event;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId.AlarmId;
import exeat.casework.value.Watcher;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A finding repeated on another day belongs to the existing alarm. */
@Tag("day")
class AlarmsTest {

    private static final Instant END_OF_MONTH = Instant.parse("1963-09-30T15:59:00Z");

    private final World world = new World();

    private Anomaly sighting(int carried) {
        return new Anomaly(
                Watcher.PRACTICE,
                YANJI_FA,
                "ASKED word-on-relations RETURN",
                carried + " like files carry it out.",
                "binomial",
                1e-9,
                world.today().minusDays(20),
                List.of(),
                Optional.empty());
    }

    private Command found(int carried, int number) {
        var sighting = sighting(carried);
        return new AlarmCommand.RaiseAlarm(
                AlarmId.of("prc-1963", sighting, number), "prc-1963", sighting);
    }

    private List<Event> raise(int carried, int number) {
        return world.accepted(new Actor.Clock(), found(carried, number));
    }

    private void answer(int number) {
        var id = AlarmId.of("prc-1963", sighting(1), number);
        world.accepted(
                officer(JILIN_FA),
                new AlarmCommand.AnswerAlarm(
                        id, AlarmAnswerKind.ACTED, "They ask for it no longer."));
    }

    private void pass(int days) {
        world.now = world.now.plus(days, ChronoUnit.DAYS);
    }

    @Test
    void a_practice_found_again_in_the_next_month_raises_one_alarm() {
        world.now = END_OF_MONTH;
        assertThat(raise(10, 1)).hasSize(1);
        world.now = END_OF_MONTH.plusSeconds(120);
        assertThat(raise(11, 1)).isEmpty();
        pass(100);
        assertThat(raise(15, 1)).as("nobody has answered it").isEmpty();
    }

    @Test
    void an_answer_covers_looks_that_reach_back_to_it_and_no_later_ones() {
        raise(10, 1);
        pass(2);
        answer(1);
        pass(Anomaly.DAYS);
        assertThat(raise(12, 1)).isEmpty();
        pass(1);
        assertThat(world.rejected(new Actor.Clock(), found(12, 1))).isEqualTo(Code.WRONG_STAGE);
        assertThat(raise(12, 2)).hasSize(1);
        assertThat(raise(13, 2)).isEmpty();
    }
}
