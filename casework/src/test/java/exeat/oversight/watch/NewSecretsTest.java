package exeat.oversight.watch;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TUMEN_FA;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Anomaly;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Watcher;
import exeat.rules.authority.AuthorityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who replaces secrets more often than others, or against an objection, is seen. */
class NewSecretsTest {

    private static final Instant NOW = Instant.parse("1963-09-30T01:00:00Z");
    private static final WatchContext SETTING = WatchContext.of(World.DIRECTIVE, NOW);

    private static List<SecretTrace> made(AuthorityId unit, String second, int first, int again) {
        var made = new ArrayList<SecretTrace>();
        for (int i = 0; i < first + again; i++) {
            made.add(
                    new SecretTrace(
                            "EX-" + unit + second + i,
                            unit,
                            new OfficerId(unit.text() + ".1"),
                            new OfficerId(unit.text() + second),
                            NOW.minus(Duration.ofDays(3)),
                            i >= first,
                            false,
                            false));
        }
        return made;
    }

    private static List<Anomaly> look(List<SecretTrace> secrets) {
        return WatchRun.look(
                        new CaseTraces(
                                List.of(), List.of(), List.of(), secrets, List.of(), List.of()),
                        SETTING)
                .sightings();
    }

    @Test
    void an_officer_who_replaces_far_more_than_others_is_seen() {
        var secrets = new ArrayList<>(made(YANJI_FA, ".2", 60, 2));
        secrets.addAll(made(TUMEN_FA, ".2", 3, 20));
        assertThat(look(secrets))
                .isNotEmpty()
                .allSatisfy(seen -> {
                    assertThat(seen.watcher()).isEqualTo(Watcher.REISSUED);
                    assertThat(seen.unit()).isEqualTo(TUMEN_FA);
                })
                .anySatisfy(seen -> assertThat(seen.about()).isEqualTo("jl-tumen-fa.2"));
    }

    @Test
    void units_that_are_alike_are_not() {
        var secrets = new ArrayList<>(made(YANJI_FA, ".2", 30, 3));
        secrets.addAll(made(TUMEN_FA, ".2", 28, 4));
        assertThat(look(secrets)).isEmpty();
    }

    @Test
    void one_objection_is_enough() {
        var world = World.settling();
        world.accepted(
                World.officer(World.YANJI_PS),
                new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        world.secret(YANJI_FA, ONE);
        world.accepted(person(), new SecretCommand.StopSecret(CASE, ONE, 1, ""));
        var seen = seen(world);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().watcher()).isEqualTo(Watcher.REISSUED);
        assertThat(seen.getFirst().unit()).isEqualTo(YANJI_FA);
        assertThat(seen.getFirst().files()).containsExactly(world.state().application().number());
    }

    @Test
    void a_person_kept_waiting_twice_by_secrets_that_were_taken_back_stands_out() {
        var world = World.settling();
        takeBack(world, 1);
        assertThat(seen(world)).isEmpty();
        takeBack(world, 2);

        var seen = seen(world);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().about()).isEqualTo("taken back");
        assertThat(seen.getFirst().unit()).isEqualTo(YANJI_FA);
    }

    private static void takeBack(World world, int request) {
        world.secret(YANJI_FA, ONE);
        world.accepted(
                World.officer(YANJI_FA, 3),
                new SecretCommand.StopSecret(CASE, ONE, request, "the wrong person"));
    }

    private static List<Anomaly> seen(World world) {
        var events = world.events.getOrDefault(CASE, List.of());
        var later = WatchContext.of(World.DIRECTIVE, world.now.plus(Duration.ofDays(2)));
        return WatchRun.look(TraceExtractor.of(events, World.DIRECTIVE), later).sightings();
    }
}
