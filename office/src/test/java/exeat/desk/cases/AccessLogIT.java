package exeat.desk.cases;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.TravellerCommand;
import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only the person is told who opened their case. */
class AccessLogIT {

    private final Town town = Town.shared();

    private void look(Session session, Town.Filing filing) {
        assertThat(town.office.cases().find(session, filing.id())).isPresent();
    }

    @Test
    void a_person_is_told_who_opened_their_file_and_what_was_shown() {
        var filing = town.confirmed(Town.settling());
        assertThat(town.office.accessLog().of(town.party(filing))).isEmpty();
        look(town.officer(YANJI_PS), filing);
        town.pass(Duration.ofMinutes(5));
        look(town.officer(YANJI_FA), filing);

        var told = town.office.accessLog().of(town.party(filing));
        assertThat(told)
                .extracting(look -> look.unit().text())
                .containsExactly("jl-yanji-fa", "jl-yanji-ps");
        assertThat(told).extracting(AccessLog.FileAccess::facts).containsExactly(true, false);
        // The person's own reading is no look, and another's file is another's.
        look(town.party(filing), filing);
        assertThat(town.office.accessLog().of(town.party(filing))).isEqualTo(told);
        assertThat(town.office.accessLog().of(town.party(town.confirmed(Town.settling()))))
                .isEmpty();
    }

    @Test
    void a_line_in_a_list_is_a_look_once_an_hour() {
        var filing = town.confirmed(Town.settling());
        for (int n = 0; n < 3; n++) {
            Optional<String> after = Optional.empty();
            do {
                var page =
                        town.office
                                .queues()
                                .page(town.officer(YANJI_PS), QueueName.WORK, after, 200);
                after = page.next();
            } while (after.isPresent());
        }
        var told = town.office.accessLog().of(town.party(filing));
        assertThat(told)
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.unit()).isEqualTo(YANJI_PS);
                    assertThat(look.times()).isEqualTo(1);
                    assertThat(look.facts()).isFalse();
                });
    }

    @Test
    void looks_of_one_officer_within_an_hour_are_shown_as_one() {
        var filing = town.confirmed(Town.settling());
        for (int minutes : List.of(0, 20, 30, 15)) {
            town.pass(Duration.ofMinutes(minutes));
            look(town.officer(YANJI_FA, 1), filing);
        }
        look(town.officer(YANJI_FA, 2), filing);

        assertThat(town.office.accessLog().of(town.party(filing)))
                .extracting(AccessLog.FileAccess::times)
                .containsExactlyInAnyOrder(3, 1, 1);
    }

    @Test
    void nobody_of_the_office_is_told_and_no_role_but_the_persons_eyes_sees_a_row()
            throws Exception {
        var filing = town.confirmed(Town.settling());
        look(town.officer(YANJI_FA), filing);
        assertThat(town.office.accessLog().of(town.party(filing))).hasSize(1);
        for (var session : List.of(town.officer(YANJI_FA), town.officer(JILIN))) {
            assertThat(town.office.accessLog().of(session)).isEmpty();
        }
        for (var role : List.of("writer", "door", "clerk", "sequencer")) {
            try (var connection = Backstage.role(town, role)) {
                assertThatThrownBy(() -> Backstage.rows(connection, "select n from exeat.look"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void who_claims_protection_is_told_too_and_that_nothing_was_shown() {
        var alone = town.confirmed(Town.settling());
        town.done(town.party(alone), new TravellerCommand.ClaimProtection(alone.id(), ONE));
        look(town.officer(YANJI_FA), alone);
        assertThat(town.office.accessLog().of(town.party(alone)))
                .singleElement()
                .satisfies(look -> assertThat(look.facts()).isFalse());
    }
}
