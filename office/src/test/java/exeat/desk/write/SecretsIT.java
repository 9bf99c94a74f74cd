package exeat.desk.write;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Town;
import exeat.desk.base.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A secret that an officer hands out can be made again by that officer's own request alone. */
class SecretsIT {

    private final Town town = Town.shared();

    private Optional<String> issued(Session officer, String key, Town.Filing filing) {
        return town.office
                .desk()
                .issueSecret(officer, key, filing.id(), ONE, Optional.of("a passport"))
                .secret();
    }

    @Test
    void the_same_key_of_another_officer_gives_another_secret() {
        var filing = town.confirmed(Town.settling());
        var key = Town.key();
        var first = issued(town.officer(YANJI_FA, 1), key, filing);
        assertThat(first).isPresent();
        assertThat(issued(town.officer(YANJI_FA, 1), key, filing)).isEqualTo(first);
        var second = issued(town.officer(YANJI_FA, 2), key, filing);
        assertThat(second).isPresent().isNotEqualTo(first);
        var doors = town.office.authentication();
        assertThat(doors.signInTraveller(filing.number(), first.orElseThrow())).isEmpty();
        assertThat(doors.signInTraveller(filing.number(), second.orElseThrow())).isPresent();
    }
}
