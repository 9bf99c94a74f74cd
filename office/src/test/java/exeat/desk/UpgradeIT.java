package exeat.desk;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TUMEN_BD;
import static exeat.desk.Town.TUMEN_CU;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Consequence;
import exeat.store.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Data of release 0.1.0 is upgraded to this version: everybody can sign in, every case reads as
 * before, the audit finds nothing, and a case continues to its crossing.
 */
class UpgradeIT {

    /** A line of the release's list of applications. */
    private record Old(String what, String number, String secret, String stage, long version) {}

    private static List<Old> cases() throws IOException {
        return Release.text(Release.CASES)
                .lines()
                .map(line -> line.split(",", -1))
                .map(at -> new Old(at[0], at[2], at[3], at[4], Long.parseLong(at[5])))
                .toList();
    }

    @Test
    void data_of_0_1_0_goes_on_under_this_version() throws Exception {
        var data = Town.folder();
        Release.embedded(data);
        goesOn(OfficeSettings.embedded(data, Town.packs()));
    }

    @Test
    void data_of_0_1_0_on_an_outside_database_goes_on_too() throws Exception {
        var programs = PrivateCluster.programs();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(programs).as("Debian's postgresql, which .ci/run installs").isPresent();
        }
        assumeTrue(programs.isPresent(), "no PostgreSQL in /usr/lib/postgresql");
        try (var cluster = PrivateCluster.start(programs.orElseThrow())) {
            var reached = cluster.office();
            var data = Town.folder();
            Release.files(data);
            try (var owner =
                    DriverManager.getConnection(
                            reached.url(), reached.user(), reached.password())) {
                Release.roles(owner);
            }
            psql(programs.orElseThrow(), reached, data.resolve("database.sql"));
            goesOn(
                    new OfficeSettings(
                            data,
                            Optional.of(reached.url()),
                            Optional.of(reached.user()),
                            Optional.of(reached.password()),
                            Town.packs()));
        }
    }

    private static void psql(Path bin, PrivateCluster.Reached reached, Path file)
            throws IOException, InterruptedException {
        Files.writeString(file, Release.sql());
        var log = file.resolveSibling("psql.log");
        var psql =
                new ProcessBuilder(
                        bin.resolve("psql").toString(),
                        "--no-psqlrc",
                        "--quiet",
                        "--set=ON_ERROR_STOP=1",
                        "--file=" + file,
                        reached.url().substring("jdbc:".length()));
        psql.environment().put("PGUSER", reached.user());
        psql.environment().put("PGPASSWORD", reached.password());
        var run = psql.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(log)).isZero();
    }

    private static void goesOn(OfficeSettings settings) throws Exception {
        var now = Instant.parse(Release.text(Release.NOW).strip()).plus(Duration.ofHours(2));
        try (var office = Office.open(settings, () -> now)) {
            var before = office.ledger().checkpoint().orElseThrow();
            for (var old : cases()) {
                reads(office, old);
            }
            finish(office, old("authorised"));
            wholeRoad(office, old("unconfirmed"));
            assertThat(office.reports()).isNotNull();
            sequenced(office, before);
            assertThat(office.audit()).isEmpty();
        }
        try (var again = Office.open(settings, () -> now)) {
            assertThat(again.health().status().healthy()).isTrue();
        }
    }

    private static Old old(String what) throws IOException {
        return cases().stream().filter(old -> old.what().equals(what)).findFirst().orElseThrow();
    }

    private static Session party(Office office, Old old) {
        return office.authentication().signInTraveller(old.number(), old.secret()).orElseThrow();
    }

    private static Session officer(Office office, AuthorityId unit) {
        var login = unit.text() + ".1";
        return office.authentication().signInOfficer(login, "right " + login).orElseThrow();
    }

    private static CaseId id(Session party) {
        return ((exeat.casework.command.Actor.Party) party.actor()).caseId();
    }

    private static TravellerState state(Office office, Session party) {
        var seen = office.cases().find(party, id(party)).orElseThrow().seen().travellers().get(ONE);
        return ((Disclosure.Whole) Objects.requireNonNull(seen)).state();
    }

    private static void reads(Office office, Old old) {
        var party = party(office, old);
        var view = office.cases().find(party, id(party)).orElseThrow();
        assertThat(view.version()).as(old.what()).isEqualTo(old.version());
        assertThat(state(office, party).stage().name()).as(old.what()).isEqualTo(old.stage());
        assertThat(office.cases().history(party, id(party))).as(old.what()).isNotEmpty();
        assertThat(office.ledger().receipt(party, id(party))).as(old.what()).isPresent();
        var officer = officer(office, YANJI_FA);
        assertThat(office.cases().find(officer, id(party))).as(old.what()).isPresent();
    }

    private static void done(Office office, Session session, Command command) {
        assertThat(office.desk().handle(session, Town.key(), command))
                .as(command.getClass().getSimpleName())
                .isInstanceOf(Reply.Done.class);
    }

    /** From the paper to the recorded crossing. */
    private static void finish(Office office, Old old) {
        var party = party(office, old);
        for (var post : List.of(TUMEN_BD, TUMEN_CU)) {
            done(
                    office,
                    officer(office, post),
                    new TravellerCommand.RecordCrossing(
                            id(party), ONE, CrossingDirection.DEPARTURE));
        }
        assertThat(state(office, party).stage().name()).isEqualTo("CLOSED");
    }

    private static void wholeRoad(Office office, Old old) {
        var party = party(office, old);
        var told = EnumSet.allOf(Consequence.class);
        done(office, party, new TravellerCommand.Confirm(id(party), ONE, told));
        // The others open with the one that establishes identity.
        for (var open = state(office, party).openClearances();
                !open.isEmpty();
                open = state(office, party).openClearances()) {
            var next = open.getFirst();
            done(
                    office,
                    officer(office, next.unit()),
                    new TravellerCommand.CompleteClearance(id(party), ONE, next.name()));
        }
        done(office, officer(office, YANJI_FA), new TravellerCommand.Authorise(id(party), ONE));
        finish(office, old);
    }

    /** The log goes on where the release left it. */
    private static void sequenced(Office office, String before) throws InterruptedException {
        var patience = Patience.of(Duration.ofSeconds(60));
        while (office.health().ledger().waiting() > 0
                || office.ledger().checkpoint().orElseThrow().equals(before)) {
            assertThat(office.health().ledger().trouble()).isEmpty();
            assertThat(patience.isOver()).isFalse();
            Thread.sleep(50);
        }
    }
}
