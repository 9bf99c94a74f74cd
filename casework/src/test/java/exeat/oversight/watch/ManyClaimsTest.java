package exeat.oversight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.value.Anomaly;
import exeat.casework.value.Watcher;
import exeat.rules.authority.AuthorityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many claims to protection at once are an alarm; a few over weeks are none. */
class ManyClaimsTest {

    private static final Instant NOW = Instant.parse("1963-09-30T01:00:00Z");
    private static final WatchContext SETTING = WatchContext.of(World.DIRECTIVE, NOW);

    private static List<Anomaly> seen(Duration between, int claims, AuthorityId unit) {
        var made = new ArrayList<Claimed>();
        for (int i = 1; i <= claims; i++) {
            var at = NOW.minus(Duration.ofDays(2)).minus(between.multipliedBy(i));
            made.add(new Claimed("EX-" + i, unit, at));
        }
        var traces = new CaseTraces(List.of(), List.of(), List.of(), List.of(), made, List.of());
        return WatchRun.look(traces, SETTING).sightings();
    }

    @Test
    void ten_travellers_in_a_breath_are_an_alarm_that_names_no_file() {
        var alarms = seen(Duration.ofMillis(25), 10, World.TUMEN_BD);

        assertThat(alarms).hasSize(1);
        assertThat(alarms.getFirst().watcher()).isEqualTo(Watcher.MANY_CLAIMS);
        assertThat(alarms.getFirst().unit()).isEqualTo(World.TUMEN_BD);
        assertThat(alarms.getFirst().files()).isEmpty();
        assertThat(alarms.getFirst().sentence()).contains("10 applications");
    }

    @Test
    void one_every_other_day_is_none_nor_are_many_claims_for_one_family() {
        assertThat(seen(Duration.ofDays(2), 10, World.TUMEN_BD)).isEmpty();

        var family = new ArrayList<Claimed>();
        for (int i = 0; i < 10; i++) {
            family.add(new Claimed("EX-1", World.TUMEN_BD, NOW.minus(Duration.ofDays(2))));
        }
        var traces = new CaseTraces(List.of(), List.of(), List.of(), List.of(), family, List.of());
        assertThat(WatchRun.look(traces, SETTING).sightings()).isEmpty();
    }
}
