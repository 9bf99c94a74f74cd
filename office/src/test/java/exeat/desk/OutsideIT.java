package exeat.desk;

import static exeat.desk.Town.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.casework.Application.Channel;
import exeat.casework.Command;
import exeat.casework.Consequence;
import exeat.casework.OfficerId;
import exeat.casework.StreamId.BriefingId;
import exeat.casework.StreamId.CaseId;
import exeat.rules.Purpose;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * On another PostgreSQL, where one is named: {@code EXEAT_TEST_JDBC_URL}, {@code
 * EXEAT_TEST_JDBC_USER} and {@code EXEAT_TEST_JDBC_PASSWORD}, an owner of an empty database who may
 * create roles.
 */
class OutsideIT {

    @Test
    void the_road_begins_on_an_outside_database_too() {
        var url = Optional.ofNullable(System.getenv("EXEAT_TEST_JDBC_URL"));
        assumeTrue(url.isPresent(), "EXEAT_TEST_JDBC_URL names no database");
        var settings =
                new Settings(
                        Town.folder(),
                        url,
                        Optional.ofNullable(System.getenv("EXEAT_TEST_JDBC_USER")),
                        Optional.ofNullable(System.getenv("EXEAT_TEST_JDBC_PASSWORD")),
                        Town.packs());
        try (var office = Office.open(settings, InstantSource.system())) {
            office.staff().create(new OfficerId("root"), "root", "right", "A Name", Town.ROOT);
            var root = office.doors().officer("root", "right").orElseThrow();
            var force = new Command.PutInForce(new BriefingId("prc-1963"));
            assertThat(office.desk().handle(root, "f", force)).isInstanceOf(Reply.Done.class);
            var draft = new Draft(Channel.WEB, Optional.empty(), List.of(Town.returning()));
            var filed = office.desk().apply(office.doors().stranger(), "k", draft);
            var party =
                    office.doors()
                            .party(filed.number().orElseThrow(), filed.secret().orElseThrow())
                            .orElseThrow();
            var id = (CaseId) ((Reply.Done) filed.reply()).stream();
            var told = Consequence.of(Purpose.RETURN);
            assertThat(office.desk().handle(party, "c", new Command.Confirm(id, ONE, told)))
                    .isInstanceOf(Reply.Done.class);
            assertThat(office.cases().history(party, id)).hasSizeGreaterThan(2);
            assertThat(office.cases().queue(root, Queue.CLEARANCES, Optional.empty(), 10).rows())
                    .isNotEmpty();
        }
        try (var again = Office.open(settings, InstantSource.system())) {
            assertThat(again.health().status().healthy()).isTrue();
        }
    }
}
