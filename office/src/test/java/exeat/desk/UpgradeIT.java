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
import exeat.casework.value.Traveller;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.audit.WorkedTown;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.oversight.Figure;
import exeat.oversight.FigureRange;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Consequence;
import exeat.store.Release;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data of each release is upgraded to this version: everybody can sign in, every case reads as
 * before, the audit finds nothing, and a case continues to its crossing.
 *
 * <p>{@code -Dexeat.release=write} keeps the data of this version; that is done once, at a release,
 * and {@link Release#all} then names it. Its migrations are never changed after that.
 */
class UpgradeIT {

    /** A line of a release's list of applications. */
    private record Old(String what, String number, String secret, String stage, long version) {}

    private static List<Old> cases(Release release) throws IOException {
        return release.cases()
                .lines()
                .map(line -> line.split(",", -1))
                .map(at -> new Old(at[0], at[1], at[2], at[3], Long.parseLong(at[4])))
                .toList();
    }

    /** As released: whoever runs it has what the file said, and Flyway refuses another. */
    @Test
    void no_migration_of_a_release_was_changed() throws Exception {
        var town = Town.shared();
        var owner = Keys.in(town.data).password("owner");
        for (var release : Release.all()) {
            assertThat(release.checksumsToday(Backstage.url(town), "exeat", owner))
                    .as("schema " + release.schema())
                    .isEqualTo(release.checksums());
        }
    }

    static List<Release> releases() {
        return Release.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void data_of_a_release_goes_on_under_this_version(Release release) throws Exception {
        var data = Town.folder();
        release.files(data);
        var keys = Keys.in(data);
        try (var _ = EmbeddedDatabase.start(data, keys)) {
            var address = EmbeddedDatabase.written(keys).orElseThrow();
            release.restore(data, address.url(), address.user(), address.password());
        }
        goesOn(release, OfficeSettings.embedded(data, Town.packs()));
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("releases")
    void data_of_a_release_on_an_outside_database_goes_on_too(Release release) throws Exception {
        var programs = PrivateCluster.programs();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(programs).as("Debian's postgresql, which .ci/run installs").isPresent();
        }
        assumeTrue(programs.isPresent(), "no PostgreSQL in /usr/lib/postgresql");
        try (var cluster = PrivateCluster.start(programs.orElseThrow())) {
            var reached = cluster.office();
            var data = Town.folder();
            release.files(data);
            release.restore(data, reached.url(), reached.user(), reached.password());
            goesOn(
                    release,
                    new OfficeSettings(
                            data,
                            Optional.of(reached.url()),
                            Optional.of(reached.user()),
                            Optional.of(reached.password()),
                            Town.packs()));
        }
    }

    /** A town in which something of everything was done, and a case at each stage. */
    @Test
    @EnabledIfSystemProperty(named = "exeat.release", matches = "write")
    void data_of_this_version_are_kept_for_those_to_come() throws Exception {
        var town = Town.alone();
        var list = new StringBuilder();
        line(town, list, "unconfirmed", town.file(Town.settling()));
        line(town, list, "referred", town.confirmed(Town.referred()));
        line(town, list, "approved", town.confirmed(Town.settling()));
        var refused = town.confirmed(Town.referred());
        town.byTwo(refused, YANJI_FA, new TwoOfficerAct.Refuse());
        line(town, list, "refused", refused);
        var authorised = authorised(town, Town.settling());
        line(town, list, "authorised", authorised);
        var away = authorised(town, Town.visiting());
        town.cross(away, ONE, CrossingDirection.DEPARTURE);
        line(town, list, "departed", away);
        var gone = authorised(town, Town.settling());
        town.cross(gone, ONE, CrossingDirection.DEPARTURE);
        line(town, list, "closed", gone);
        WorkedTown.fill(town);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();

        var url = Backstage.url(town);
        var password = Keys.in(town.data).password("owner");
        var today = Release.ofToday(url, "exeat", password);
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var to =
                Path.of(root, "office/src/test/resources/exeat/desk/release")
                        .resolve(Integer.toString(today.schema()));
        try (var owner = Backstage.owner(town)) {
            today.keep(to, town.data, owner, town.clock().instant().toString(), list.toString());
        }
        today.keepChecksums(to, url, "exeat", password);
        town.office.close();
        assertThat(to.resolve("rows.gz")).isNotEmptyFile();
    }

    private static Town.Filing authorised(Town town, Traveller traveller) {
        var filing = town.confirmed(traveller);
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        return filing;
    }

    private static void line(Town town, StringBuilder list, String what, Town.Filing filing) {
        var party = town.party(filing);
        var view = town.office.cases().find(party, filing.id()).orElseThrow();
        list.append(
                "%s,%s,%s,%s,%d\n"
                        .formatted(
                                what,
                                filing.number(),
                                filing.secret(),
                                state(town.office, party).stage().name(),
                                view.version()));
    }

    private static void goesOn(Release release, OfficeSettings settings) throws Exception {
        var now = Instant.parse(release.at()).plus(Duration.ofHours(2));
        try (var office = Office.open(settings, () -> now)) {
            var before = office.ledger().checkpoint().orElseThrow();
            for (var old : cases(release)) {
                reads(office, old);
            }
            finish(office, old(release, "authorised"));
            wholeRoad(office, old(release, "unconfirmed"));
            var figures = received(office);
            assertThat(figures.least()).isPositive();
            // What this version counts and that one did not is counted for all cases.
            assertThat(office.audits().rebuild().run(_ -> {}).broken()).isEmpty();
            assertThat(received(office)).isEqualTo(figures);
            sequenced(office, before);
            assertThat(office.audit()).isEmpty();
        }
        try (var again = Office.open(settings, () -> now)) {
            assertThat(again.health().status().healthy()).isTrue();
        }
    }

    private static FigureRange received(Office office) {
        return office.reports()
                .situationForOperator(YANJI_FA, Optional.of("prc-1963"))
                .situation()
                .of(YANJI_FA, Figure.RECEIVED);
    }

    private static Old old(Release release, String what) throws IOException {
        return cases(release).stream()
                .filter(old -> old.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static Session party(Office office, Old old) {
        return office.authentication().signInTraveller(old.number(), old.secret()).orElseThrow();
    }

    private static Session officer(Office office, AuthorityId unit) {
        // The first one of Yanji has a second factor.
        var login = unit.text() + (unit.equals(YANJI_FA) ? ".2" : ".1");
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
