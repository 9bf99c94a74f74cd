package exeat.desk.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.value.Application.Channel;
import exeat.casework.value.OfficerId;
import exeat.desk.Backstage;
import exeat.desk.CuttingProxy;
import exeat.desk.Enacted;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Patience;
import exeat.desk.Town;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.store.OfficeException;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A commit whose answer is lost, or that no standby confirmed: it is told neither as done nor as
 * failed, and the same key settles it.
 */
class UnknownOutcomeIT {

    private static final Town TOWN = Town.shared();
    private static CuttingProxy proxy;
    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        try (var superuser = Backstage.superuser(TOWN)) {
            Backstage.run(superuser, "create role unsure login createrole password 'given'");
            Backstage.run(superuser, "create database unsure owner unsure");
        }
        proxy = new CuttingProxy(port());
        // Without prepared statements every call shows its name on the way.
        var url =
                "jdbc:postgresql://127.0.0.1:%d/unsure?prepareThreshold=0".formatted(proxy.port());
        var settings =
                new OfficeSettings(
                        Town.folder(),
                        Optional.of(url),
                        Optional.of("unsure"),
                        Optional.of("given"),
                        Town.packs());
        office = Office.open(settings, TOWN.clock());
        office.officerAccounts()
                .create(new OfficerId("root"), "root", "right", "A Name", Town.ROOT);
        var root = office.authentication().signInOfficer("root", "right").orElseThrow();
        Enacted.putInForce(office, Town.ROOT, root);
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
        proxy.close();
    }

    private static int port() {
        return java.net.URI.create(Backstage.url(TOWN).substring("jdbc:".length())).getPort();
    }

    private static ApplicationDraft draft() {
        return new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(Town.returning()));
    }

    /** Sends the same again until there is an answer, as a careful client does. */
    private static FilingReply insist(Office office, Session session, String key)
            throws InterruptedException {
        var patience = Patience.of(Duration.ofSeconds(60));
        var filed = office.desk().apply(session, key, draft());
        while (filed.reply() instanceof Reply.Later && !patience.isOver()) {
            Thread.sleep(100);
            filed = office.desk().apply(session, key, draft());
        }
        return filed;
    }

    @ParameterizedTest
    @EnumSource(CuttingProxy.When.class)
    void an_answer_lost_between_the_commit_and_the_desk_is_told_as_unknown_and_settled_by_the_key(
            CuttingProxy.When when) throws Exception {
        var session = office.authentication().anonymousSession();
        long before = office.health().counters().unknown();
        long events = events();
        proxy.cutUntilUp("append_batch", when);

        var told = office.desk().apply(session, "k", draft());

        assertThat(told.reply()).isInstanceOf(Reply.OutcomeUnknown.class);
        assertThat(told.number()).as("nothing to print or keep").isEmpty();
        assertThat(told.secret()).isEmpty();
        assertThat(office.health().counters().unknown()).isEqualTo(before + 1);
        assertThat(office.health().status().healthy()).isFalse();
        assertThat(events() > events).isEqualTo(when == CuttingProxy.When.AFTER);
        proxy.up();

        var settled = insist(office, session, "k");
        assertThat(settled.reply()).isInstanceOf(Reply.Done.class);
        assertThat(insist(office, session, "k")).isEqualTo(settled);
        assertThat(events()).as("it acted once").isEqualTo(events + 1);
    }

    private static long events() throws Exception {
        try (var superuser =
                Backstage.superuser(
                        TOWN, Backstage.url(TOWN).replaceFirst("/exeat([?]|$)", "/unsure$1"))) {
            return Backstage.rows(
                            superuser,
                            "select count(*) as n from exeat.event where type = 'applied'")
                    .getFirst()
                    .number("n");
        }
    }

    @Test
    void a_lost_answer_about_an_account_is_neither_done_nor_failed() throws Exception {
        proxy.cutUntilUp("clerk_", CuttingProxy.When.AFTER);
        var accounts = office.officerAccounts();

        assertThatThrownBy(() ->
                        accounts.create(
                                new OfficerId("lost"), "lost", "right", "A Name", Town.ROOT))
                .isInstanceOfSatisfying(
                        OfficeException.class,
                        told ->
                                assertThat(told.code())
                                        .isEqualTo(OfficeException.Code.OUTCOME_UNKNOWN));
        proxy.up();
    }

    @Test
    void what_no_standby_confirmed_is_not_done_and_its_key_does_not_make_it_so() throws Exception {
        var session = TOWN.office.authentication().anonymousSession();
        try (var superuser = Backstage.superuser(TOWN)) {
            standby(superuser, "'nowhere'");
            try {
                awaitsAStandby(superuser);
                var told =
                        CompletableFuture.supplyAsync(
                                () -> TOWN.office.desk().apply(session, "unconfirmed", draft()));
                // Its own commit, and that of the look under its key.
                var patience = Patience.of(Duration.ofSeconds(30));
                while (!told.isDone() && !patience.isOver()) {
                    cancel(superuser, "exeat_writer");
                    Thread.sleep(20);
                }
                assertThat(told.join().reply()).isInstanceOf(Reply.OutcomeUnknown.class);
                assertThat(told.join().secret()).isEmpty();
            } finally {
                standby(superuser, "''");
            }
        }
        assertThat(insist(TOWN.office, session, "unconfirmed").reply())
                .isInstanceOf(Reply.Done.class);
    }

    private static void standby(Connection superuser, String names) throws Exception {
        Backstage.run(superuser, "alter system set synchronous_standby_names = " + names);
        Backstage.run(superuser, "select pg_reload_conf()");
    }

    /** Returns once a commit waits. */
    private static void awaitsAStandby(Connection superuser) throws Exception {
        var commit =
                CompletableFuture.runAsync(() -> {
                    try (var other = Backstage.superuser(TOWN)) {
                        for (int n = 0; n < 200 && !Thread.interrupted(); n++) {
                            Backstage.run(other, "select pg_logical_emit_message(true, 'x', '')");
                            Thread.sleep(20);
                        }
                    } catch (java.sql.SQLException | InterruptedException ended) {
                        return;
                    }
                });
        var patience = Patience.of(Duration.ofSeconds(30));
        while (!end(superuser, "pg_terminate_backend", "postgres") && !patience.isOver()) {
            Thread.sleep(20);
        }
        commit.get(30, java.util.concurrent.TimeUnit.SECONDS);
    }

    private static void cancel(Connection superuser, String user) throws Exception {
        end(superuser, "pg_cancel_backend", user);
    }

    private static boolean end(Connection superuser, String how, String user) throws Exception {
        var sql =
                """
                select %s(pid) as it from pg_stat_activity
                where wait_event = 'SyncRep' and usename = '%s'
                """
                        .formatted(how, user);
        return !Backstage.rows(superuser, sql).isEmpty();
    }
}
