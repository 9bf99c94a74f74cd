package exeat.desk.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.casework.event.CaseEvent;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.Backstage;
import exeat.desk.CuttingProxy;
import exeat.desk.Enacted;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Patience;
import exeat.desk.SmallDisk;
import exeat.desk.Today;
import exeat.desk.Town;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A PostgreSQL that dies, a disk that is full, an answer that is slow or never comes: everybody is
 * told to come again, nothing that was acknowledged is lost, and the same key acts once.
 */
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static Office embedded(Path data) {
        var office = Office.open(OfficeSettings.embedded(data, Town.packs()), Today.clock());
        inForce(office);
        return office;
    }

    private static void inForce(Office office) {
        office.officerAccounts()
                .create(new OfficerId("root"), "root", "right", "A Name", Town.ROOT);
        var root = office.authentication().signInOfficer("root", "right").orElseThrow();
        Enacted.putInForce(office, Town.ROOT, root);
    }

    private static ApplicationDraft draft() {
        return new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(Town.returning()));
    }

    private static void until(String what, BooleanSupplier so) throws InterruptedException {
        var patience = Patience.of(PATIENCE);
        while (!so.getAsBoolean()) {
            assertThat(patience.isOver()).as(what).isFalse();
            Thread.sleep(50);
        }
    }

    /** Asks with the same key until it is done, as a careful client does. */
    private static FilingReply insist(Office office, Session session, String key)
            throws InterruptedException {
        var patience = Patience.of(PATIENCE);
        while (!patience.isOver()) {
            try {
                var filed = office.desk().apply(session, key, draft());
                if (!(filed.reply() instanceof Reply.Later)) {
                    return filed;
                }
            } catch (OfficeException away) {
                assertThat(away.code())
                        .isIn(
                                OfficeException.Code.DATABASE_AWAY,
                                OfficeException.Code.OUTCOME_UNKNOWN);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it never came back");
    }

    private static void isThereOnce(Office office, FilingReply filed) throws InterruptedException {
        assertThat(filed.reply()).isInstanceOf(Reply.Done.class);
        var id = (CaseId) ((Reply.Done) filed.reply()).stream();
        // A session is written, so whether there is one may not be known; a history is only read.
        var party =
                patient(
                        () ->
                                office.authentication()
                                        .signInTraveller(
                                                filed.number().orElseThrow(),
                                                filed.secret().orElseThrow())
                                        .orElseThrow(),
                        OfficeException.Code.DATABASE_AWAY,
                        OfficeException.Code.OUTCOME_UNKNOWN);
        var history =
                patient(
                        () -> office.cases().history(party, id),
                        OfficeException.Code.DATABASE_AWAY);
        assertThat(history)
                .filteredOn(step -> step.event() instanceof CaseEvent.Applied)
                .hasSize(1);
    }

    /** Asks as somebody does who comes again when told to, for one of these reasons. */
    private static <T> T patient(
            java.util.function.Supplier<T> read, OfficeException.Code... reasons)
            throws InterruptedException {
        var patience = Patience.of(PATIENCE);
        while (true) {
            try {
                return read.get();
            } catch (OfficeException away) {
                assertThat(away.code()).isIn((Object[]) reasons);
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(100);
            }
        }
    }

    private static ProcessHandle postgres(Path data) throws IOException {
        var file = data.resolve("postgres").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
    }

    @Test
    void a_postgresql_that_is_killed_comes_back_by_itself_under_the_running_office()
            throws Exception {
        var data = Town.folder();
        try (var office = embedded(data)) {
            var session = office.authentication().anonymousSession();
            var first = insist(office, session, "before");
            var killed = postgres(data);
            killed.destroyForcibly();
            killed.onExit().join();

            var second = insist(office, session, "after");
            until("it is well again", () -> office.health().status().healthy());

            assertThat(postgres(data).pid()).isNotEqualTo(killed.pid());
            assertThat(insist(office, session, "before")).isEqualTo(first);
            isThereOnce(office, first);
            isThereOnce(office, second);
            postgres(data).destroyForcibly();
            isThereOnce(office, insist(office, session, "again"));
        }
        assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    @Tag("full")
    @Test
    void a_full_disk_acknowledges_nothing_says_so_and_goes_on_when_there_is_room()
            throws Exception {
        var disk = SmallDisk.mount();
        assumeTrue(disk.isPresent(), "this process may not mount a small file system to fill");
        try (var small = disk.orElseThrow();
                var office = embedded(small.folder)) {
            var session = office.authentication().anonymousSession();
            var first = insist(office, session, "before");
            small.fill();
            int n = 0;
            var reply = office.desk().apply(session, "full " + n, draft());
            // Pages that were allotted before still take some.
            while (reply.reply() instanceof Reply.Done) {
                n++;
                reply = office.desk().apply(session, "full " + n, draft());
            }
            assertThat(reply.reply()).isInstanceOf(Reply.Busy.class);
            assertThat(office.health().status().healthy()).isFalse();
            writeAheadLogIsFull(small.folder);
            until("no write-ahead log, no database", () -> !office.health().status().healthy());

            small.makeRoom();
            var last = insist(office, session, "full " + n);
            isThereOnce(office, last);
            isThereOnce(office, first);
            for (int before = 0; before < n; before++) {
                isThereOnce(office, insist(office, session, "full " + before));
            }
            until("it is well again", () -> office.health().status().healthy());
            assertThat(office.audit()).isEmpty();
        }
    }

    /** Without room for the next piece of its log PostgreSQL gives itself up. */
    private static void writeAheadLogIsFull(Path data) throws IOException, SQLException {
        var url = Files.readString(data.resolve("keys").resolve("address")).strip();
        var password = Keys.in(data).secret("superuser.password").base64();
        for (int n = 0; n < 100; n++) {
            try (var superuser = DriverManager.getConnection(url, "postgres", password)) {
                Backstage.run(superuser, "select pg_logical_emit_message(true, 'fill', 'x')");
                Backstage.run(superuser, "select pg_switch_wal()");
            } catch (SQLException given) {
                return;
            }
        }
        throw new AssertionError("a hundred pieces of log fitted on a full disk");
    }

    /** On an outside database behind a way that can be slow; waits are short. */
    private static Office behind(CuttingProxy proxy, String name) throws Exception {
        var town = Town.shared();
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(
                    superuser, "create role %s login createrole password 'given'".formatted(name));
            Backstage.run(superuser, "create database %s owner %s".formatted(name, name));
        }
        var url =
                ("jdbc:postgresql://127.0.0.1:%d/%s?socketTimeout=2"
                                + "&options=-c%%20synchronous_commit%%3Don"
                                + "%%20-c%%20statement_timeout%%3D1500")
                        .formatted(proxy.port(), name);
        var settings =
                new OfficeSettings(
                        Town.folder(),
                        Optional.of(url),
                        Optional.of(name),
                        Optional.of("given"),
                        Town.packs());
        var office = Office.open(settings, town.clock());
        inForce(office);
        return office;
    }

    private static int port() {
        var url = Backstage.url(Town.shared());
        return java.net.URI.create(url.substring("jdbc:".length())).getPort();
    }

    @Tag("full")
    @Test
    void a_slow_database_is_waited_for_and_one_that_never_answers_is_not() throws Exception {
        try (var proxy = new CuttingProxy(port());
                var office = behind(proxy, "slowly")) {
            var session = office.authentication().anonymousSession();
            proxy.slow(Duration.ofMillis(200));
            isThereOnce(office, insist(office, session, "slow"));
            proxy.slow(Duration.ZERO);

            proxy.stall(true);
            var begun = System.nanoTime();
            var told = office.desk().apply(session, "silent", draft());
            assertThat(told.reply()).isInstanceOf(Reply.Busy.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
            assertThat(office.health().status().healthy()).isFalse();
            proxy.stall(false);

            isThereOnce(office, insist(office, session, "silent"));
            until("it is well again", () -> office.health().status().healthy());
        }
    }

    @Tag("full")
    @Test
    void a_statement_that_waits_too_long_is_ended_by_the_server_and_acts_once_later()
            throws Exception {
        try (var proxy = new CuttingProxy(port());
                var office = behind(proxy, "locked");
                var superuser =
                        Backstage.superuser(
                                Town.shared(),
                                Backstage.url(Town.shared()).replaceAll("/[^/]*$", "/locked"))) {
            var session = office.authentication().anonymousSession();
            superuser.setAutoCommit(false);
            Backstage.run(superuser, "lock table exeat.event in exclusive mode");

            var told = office.desk().apply(session, "k", draft());
            assertThat(told.reply()).isInstanceOf(Reply.Busy.class);
            assertThat(office.health().status().refusal()).contains("57014");
            superuser.rollback();

            isThereOnce(office, insist(office, session, "k"));
            assertThat(office.health().status().refusal()).isEmpty();
        }
    }
}
