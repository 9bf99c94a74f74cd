package exeat.oversight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Anomaly;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One officer who acts for several people in person is an alarm, and so is each objection. */
class InPersonActsTest {

    private static final Instant NOW = Instant.parse("1963-09-30T01:00:00Z");
    private static final WatchContext SETTING = WatchContext.of(World.DIRECTIVE, NOW);

    private static List<Anomaly> seen(List<InPersonTrace> traces) {
        var all = new CaseTraces(List.of(), List.of(), List.of(), List.of(), List.of(), traces);
        return WatchRun.look(all, SETTING).sightings().stream()
                .filter(one -> one.watcher() == Watcher.IN_PERSON)
                .toList();
    }

    private static List<InPersonTrace> acts(int people, boolean objected) {
        var made = new ArrayList<InPersonTrace>();
        for (int i = 1; i <= people; i++) {
            var officers = List.of(new OfficerId("one"), new OfficerId("other-" + i));
            var at = NOW.minus(Duration.ofDays(3L * i));
            made.add(new InPersonTrace("EX-" + i, World.YANJI, officers, at, objected, false));
        }
        return made;
    }

    @Test
    void three_people_with_one_officer_are_an_alarm_that_names_no_file() {
        assertThat(seen(acts(2, false))).isEmpty();
        var alarm = seen(acts(3, false));
        assertThat(alarm).hasSize(1);
        assertThat(alarm.getFirst().about()).isEqualTo("one");
        assertThat(alarm.getFirst().files()).isEmpty();
        assertThat(alarm.getFirst().sentence()).contains("3 applications");
    }

    @Test
    void each_objection_is_an_alarm_by_itself() {
        assertThat(seen(acts(1, true)))
                .singleElement()
                .extracting(Anomaly::about)
                .isEqualTo("objected");
    }

    @Test
    void each_act_that_the_person_undid_is_an_alarm_at_the_unit_that_did_it() {
        var world = World.settling();
        world.secret(World.YANJI_FA, World.ONE);
        world.now = world.now.plus(Duration.ofDays(8));
        world.accepted(
                World.officer(World.YANJI, 1),
                new TravellerCommand.WithdrawInPerson(World.CASE, World.ONE, "a card"));
        world.accepted(
                World.officer(World.YANJI, 2),
                new TravellerCommand.SecondInPerson(World.CASE, World.ONE, 1, "a face"));
        world.accepted(World.person(), new TravellerCommand.Disown(World.CASE, World.ONE, 1));

        var traces =
                TraceExtractor.of(
                                java.util.Objects.requireNonNull(world.events.get(World.CASE)),
                                World.DIRECTIVE)
                        .inPerson();

        assertThat(traces).singleElement().matches(InPersonTrace::disowned);
        assertThat(seen(traces))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.about()).isEqualTo("disowned");
                    assertThat(alarm.files()).isEmpty();
                });
    }

    @Test
    void the_traces_come_from_what_happened_also_where_no_second_officer_came() {
        var world = World.settling();
        world.accepted(
                World.officer(World.YANJI, 1),
                new TravellerCommand.WithdrawInPerson(World.CASE, World.ONE, "a card"));
        world.accepted(
                World.person(), new TravellerCommand.StopInPerson(World.CASE, World.ONE, 1, ""));
        world.accepted(
                World.officer(World.YANJI, 1),
                new TravellerCommand.WithdrawInPerson(World.CASE, World.ONE, "a card"));
        world.accepted(
                World.officer(World.YANJI, 2),
                new TravellerCommand.SecondInPerson(World.CASE, World.ONE, 2, "a face"));

        var traces =
                TraceExtractor.of(
                                java.util.Objects.requireNonNull(world.events.get(World.CASE)),
                                World.DIRECTIVE)
                        .inPerson();

        assertThat(traces).hasSize(2);
        assertThat(traces.getFirst().objected()).isTrue();
        assertThat(traces.getFirst().officers()).hasSize(1);
        assertThat(traces.getLast().officers())
                .containsExactly(
                        World.officer(World.YANJI, 1).id(), World.officer(World.YANJI, 2).id());
    }
}
