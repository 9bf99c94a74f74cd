package exeat.desk;

import static exeat.desk.Town.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.projection.QueueName;
import exeat.desk.write.Reply;
import exeat.rules.finding.Consequence;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * On an installed PostgreSQL of a different version than the embedded one: a private cluster, if
 * Debian's package is installed. {@code EXEAT_TEST_JDBC_URL}, {@code EXEAT_TEST_JDBC_USER} and
 * {@code EXEAT_TEST_JDBC_PASSWORD} name another: the owner of an empty database who may create
 * roles.
 */
class OutsideIT {

    @Test
    void the_road_runs_on_an_outside_database_too() throws Exception {
        var named = Optional.ofNullable(System.getenv("EXEAT_TEST_JDBC_URL"));
        if (named.isPresent()) {
            road(
                    named,
                    Optional.ofNullable(System.getenv("EXEAT_TEST_JDBC_USER")),
                    Optional.ofNullable(System.getenv("EXEAT_TEST_JDBC_PASSWORD")));
            return;
        }
        var programs = PrivateCluster.programs();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(programs).as("Debian's postgresql, which .ci/run installs").isPresent();
        }
        assumeTrue(
                programs.isPresent(),
                "no PostgreSQL in /usr/lib/postgresql, and EXEAT_TEST_JDBC_URL names none");
        try (var cluster = PrivateCluster.start(programs.orElseThrow())) {
            var reached = cluster.office();
            assertThat(reached.version()).isGreaterThanOrEqualTo(15);
            road(
                    Optional.of(reached.url()),
                    Optional.of(reached.user()),
                    Optional.of(reached.password()));
        }
    }

    private static void road(
            Optional<String> url, Optional<String> user, Optional<String> password) {
        var settings = new OfficeSettings(Town.emptyFolder(), url, user, password, Town.packs());
        try (var office = Office.open(settings, Today.clock())) {
            office.officerAccounts()
                    .create(new OfficerId("root"), "root", "right", "A Name", Town.ROOT);
            var root = office.authentication().signInOfficer("root", "right").orElseThrow();
            Enacted.putInForce(office, Town.ROOT, root);
            var draft =
                    new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(Town.returning()));
            var filed = office.desk().apply(office.authentication().anonymousSession(), "k", draft);
            var party =
                    office.authentication()
                            .signInTraveller(
                                    filed.number().orElseThrow(), filed.secret().orElseThrow())
                            .orElseThrow();
            var id = (CaseId) ((Reply.Done) filed.reply()).stream();
            var told = EnumSet.allOf(Consequence.class);
            assertThat(
                            office.desk()
                                    .handle(
                                            party,
                                            "c",
                                            new TravellerCommand.Confirm(id, ONE, told)))
                    .isInstanceOf(Reply.Done.class);
            assertThat(office.cases().history(party, id)).hasSizeGreaterThan(2);
            assertThat(
                            office.queues()
                                    .page(root, QueueName.CLEARANCES, Optional.empty(), 10)
                                    .rows())
                    .isNotEmpty();
        }
        try (var again = Office.open(settings, Today.clock())) {
            assertThat(again.health().status().healthy()).isTrue();
        }
    }
}
