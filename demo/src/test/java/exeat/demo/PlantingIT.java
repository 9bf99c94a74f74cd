package exeat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.Anomaly;
import exeat.casework.value.Watcher;
import exeat.desk.Office;
import exeat.rules.prove.Proof.Verdict;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What watchers see of what is planted. */
@Tag("day")
class PlantingIT {

    @Tag("full")
    @Test
    void planted_misconduct_is_on_the_page_of_the_level_that_must_act(@TempDir Path data) {
        var clock = new DemoClock(Today.clock());
        try (var office = Office.open(DemoIT.settings(data), clock)) {
            DemoIT.load(office, clock, data, new Demo.Size(1963, 1_000, true));
            assertThat(seen(office, "jl-fa-1"))
                    .contains(
                            Planting.CAP + " QUOTA",
                            Planting.DEMAND + " UNLIKE_BURDEN",
                            Planting.DEMAND + " PRACTICE",
                            Planting.PILE + " PILE");
            var practice = practice(office, "jl-fa-1");
            assertThat(practice.unit()).isEqualTo(Planting.DEMAND);
            var implied = practice.implied().orElseThrow();
            assertThat(implied.rule())
                    .isEqualTo("Everyone with the purpose 'return' must bring: word on relations.");
            assertThat(implied.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(implied.witness()).contains("purpose: return", "nationality: KP");
            assertThat(implied.carried()).isGreaterThan(implied.like() / 2);
            assertThat(seen(office, "jl-ps-1")).containsExactly(Planting.STAMP + " RUBBER_STAMP");
            assertThat(seen(office, "jl-yanji-fa-1")).as("not told to the unit itself").isEmpty();
        }
    }

    private static Anomaly practice(Office office, String login) {
        var session =
                office.authentication().signInOfficer(login, DemoOfficers.PASSWORD).orElseThrow();
        var practices =
                office.alarms().list(session).stream()
                        .map(alarm -> alarm.sighting())
                        .filter(sighting -> sighting.watcher() == Watcher.PRACTICE)
                        .toList();
        assertThat(practices).hasSize(1);
        return practices.getFirst();
    }

    /** Units, each with the watcher's finding there. */
    private static Set<String> seen(Office office, String login) {
        var session =
                office.authentication().signInOfficer(login, DemoOfficers.PASSWORD).orElseThrow();
        return office.alarms().list(session).stream()
                .map(alarm -> alarm.sighting().unit() + " " + alarm.sighting().watcher())
                .collect(Collectors.toSet());
    }
}
