package exeat.desk.cases;

import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.base.SessionTokens;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.rows.ReadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose eyes a read has, whatever was read before it on the same connection. */
class ReadsIT {

    private final Town town = Town.shared();

    @Test
    void what_stands_before_a_task_is_told_to_an_officer_of_its_unit_alone() throws Exception {
        town.confirmed(Town.referred());
        town.pass(Duration.ofDays(1));
        var late = town.confirmed(Town.referred());
        var sessions = List.of(town.officer(YANJI_FA), town.officer(TUMEN_FA), town.party(late));
        var told = new ArrayList<Boolean>();
        try (var reader = Backstage.role(town, "reader")) {
            for (var session : sessions) {
                var sql =
                        """
                        select key from exeat.reading_before(decode('%s', 'hex'),
                            timestamptz '%s', 'REFERRED', '%s', 1, 'decide', true)
                        """
                                .formatted(
                                        SessionTokens.hash(session.token()).hex(),
                                        town.clock().instant(),
                                        late.id().key());
                told.add(!Backstage.rows(reader, sql).isEmpty());
            }
        }
        assertThat(told).containsExactly(true, false, false);
    }

    @Test
    void each_read_has_the_eyes_that_it_names_and_no_others() throws Exception {
        var filing = town.confirmed(Town.settling());
        var token = SessionTokens.hash(town.party(filing).token());
        var nobody = SessionTokens.hash("nobody");
        var key = filing.id().key();
        try (var database = Database.running(Keys.in(town.data)).orElseThrow()) {
            var store = new ReadStore(database);
            var now = town.clock().instant();
            // More often than until the driver sends a statement in its other way.
            for (int i = 0; i < 12; i++) {
                assertThat(store.byKey(new ReadStore.Viewer(token, now), key)).isPresent();
                assertThat(store.byKey(new ReadStore.Viewer(nobody, now), key)).isEmpty();
                assertThat(store.events(new ReadStore.Viewer(token, now), key)).isNotEmpty();
                assertThat(store.events(new ReadStore.Viewer(nobody, now), key)).isEmpty();
            }
        }
    }
}
