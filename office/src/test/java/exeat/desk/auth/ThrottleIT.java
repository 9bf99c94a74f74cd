package exeat.desk.auth;

import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.value.OfficerId;
import exeat.config.Config;
import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.auth.HashingQueue.Turn;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.SessionStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Guessing is slow for who guesses, and for nobody else. */
class ThrottleIT {

    private static final String PASSWORD = "four quiet rivers";

    private final Town town = Town.shared();
    private final Authentication doors = town.office.authentication();

    private void officer(String login) {
        town.office
                .officerAccounts()
                .create(new OfficerId(login), login, PASSWORD, "Kim", YANJI_FA);
    }

    private boolean comesIn(String login, String password, SignInOrigin from) {
        return doors.signInOfficer(login, password, "", from).isPresent();
    }

    private static SignInOrigin at(String address) {
        return new SignInOrigin(address, "");
    }

    @Test
    void who_fails_under_anothers_name_shuts_out_themselves_alone() {
        officer("throttle.1");
        var known = new SignInOrigin("192.0.2.9", doors.deviceOfOfficer("throttle.1"));
        for (int n = 0; n < 12; n++) {
            assertThat(comesIn("throttle.1", "wrong " + n, at("192.0.2.9"))).isFalse();
        }
        assertThat(comesIn("throttle.1", PASSWORD, at("192.0.2.9")))
                .as("they themselves")
                .isFalse();
        assertThat(comesIn("throttle.1", PASSWORD, at("192.0.2.10"))).as("elsewhere").isTrue();
        assertThat(comesIn("throttle.1", PASSWORD, known)).as("a known device there").isTrue();
    }

    @Test
    void a_device_is_known_to_one_name_and_its_own_failures_count() {
        officer("throttle.2");
        officer("throttle.3");
        var device = doors.deviceOfOfficer("throttle.2");
        var known = new SignInOrigin("192.0.2.20", device);
        for (int n = 0; n < 10; n++) {
            assertThat(comesIn("throttle.2", "wrong " + n, known)).isFalse();
            assertThat(comesIn("throttle.3", "wrong " + n, known)).isFalse();
        }
        assertThat(comesIn("throttle.2", PASSWORD, known)).isFalse();
        assertThat(comesIn("throttle.3", PASSWORD, known)).as("unknown to this one").isFalse();
        assertThat(comesIn("throttle.2", PASSWORD, at("192.0.2.21"))).isTrue();
        var forged = new SignInOrigin("192.0.2.20", device.replaceFirst("..$", "00"));
        assertThat(comesIn("throttle.3", PASSWORD, forged)).isFalse();
        town.pass(Duration.ofMinutes(16));
        assertThat(comesIn("throttle.2", PASSWORD, known)).isTrue();
    }

    @Test
    void one_network_tries_so_many_names_and_no_more() {
        officer("throttle.4");
        for (int n = 0; n < 100; n++) {
            var from = at("2001:db8:0:7::" + Integer.toHexString(n + 1));
            assertThat(comesIn("nobody." + n, "wrong", from)).isFalse();
        }
        assertThat(comesIn("throttle.4", PASSWORD, at("2001:db8:0:7::ffff"))).isFalse();
        assertThat(comesIn("throttle.4", PASSWORD, at("2001:db8:0:8::1"))).isTrue();
    }

    @Test
    void what_the_office_was_too_busy_to_look_at_is_nobodys_failure() throws Exception {
        officer("throttle.busy");
        var from = at("192.0.2.61");
        assertThat(comesIn("throttle.busy", "wrong", from)).isFalse();
        var over = new CountDownLatch(1);
        var flood = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 100; n++) {
                flood.add(
                        threads.submit(
                                () -> PasswordHashing.QUEUE.run(Turn.FAILED, () -> await(over))));
            }
            while (PasswordHashing.QUEUE.waiting() < 64) {
                Thread.onSpinWait();
            }
            for (int n = 0; n < 20; n++) {
                assertThatThrownBy(() -> comesIn("throttle.busy", PASSWORD, from))
                        .isInstanceOf(OfficeException.class);
            }
            over.countDown();
        }
        assertThat(flood.stream().filter(one -> one.state() == Future.State.SUCCESS)).hasSize(64);
        assertThat(comesIn("throttle.busy", PASSWORD, from)).isTrue();
    }

    private static boolean await(CountDownLatch over) throws InterruptedException {
        over.await();
        return true;
    }

    @Test
    void who_is_known_or_comes_from_elsewhere_is_hashed_before_who_failed() throws Exception {
        officer("throttle.turns");
        var known = new SignInOrigin("192.0.2.90", doors.deviceOfOfficer("throttle.turns"));
        var keys = Keys.in(town.data);
        var config = Config.plain(town.data);
        try (var database = Database.running(keys, config).orElseThrow()) {
            var throttle =
                    new SignInThrottle(
                            new SessionStore(database), new Vault(keys), config, town.clock());
            var name = new Vault(keys).keyed("login", "throttle.turns");
            var first = throttle.begin(name, at("192.0.2.90"));
            assertThat(first.turn()).isEqualTo(Turn.NEW);
            assertThat(throttle.begin(name, at("192.0.2.90")).turn())
                    .as("beside the first, or after it failed")
                    .isEqualTo(Turn.FAILED);
            assertThat(throttle.begin(name, known).turn()).isEqualTo(Turn.KNOWN);
            assertThat(throttle.begin(name, SignInOrigin.HERE).turn()).isEqualTo(Turn.KNOWN);
            assertThat(throttle.begin(name, at("192.0.2.91")).turn()).isEqualTo(Turn.NEW);
            throttle.takeBack(first);
            assertThat(throttle.begin(name, at("192.0.2.90")).turn())
                    .as("after it succeeded")
                    .isEqualTo(Turn.NEW);
            town.pass(Duration.ofMinutes(16));
            assertThat(throttle.begin(name, at("192.0.2.90")).turn())
                    .as("after failures count no longer")
                    .isEqualTo(Turn.NEW);
        }
    }

    @Test
    void of_attempts_at_the_same_moment_no_more_are_looked_at_than_may_fail() throws Exception {
        officer("throttle.5");
        long failed = doors.counters().failed();
        var together = new CyclicBarrier(40);
        var tries = new ArrayList<Callable<Boolean>>();
        for (int n = 0; n < 40; n++) {
            var guess = "wrong " + n;
            tries.add(() -> {
                together.await();
                return comesIn("throttle.5", guess, at("192.0.2.50"));
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(tries)) {
                assertThat(one.get()).isFalse();
            }
        }
        assertThat(doors.counters().failed() - failed).isEqualTo(10);
    }

    @Test
    void success_does_not_count_however_often() {
        officer("throttle.6");
        for (int n = 0; n < 25; n++) {
            assertThat(comesIn("throttle.6", PASSWORD, at("192.0.2.60"))).isTrue();
        }
    }

    @Test
    void a_password_of_any_length_fails_and_counts_like_every_other() {
        officer("throttle.7");
        var from = at("192.0.2.70");
        for (int n = 0; n < 10; n++) {
            assertThat(comesIn("throttle.7", "x".repeat(73 * (n + 1)), from)).isFalse();
        }
        assertThat(comesIn("throttle.7", PASSWORD, from)).isFalse();
        assertThat(comesIn("throttle.7", "half \ud800 a character", at("192.0.2.71"))).isFalse();
    }

    @Test
    void a_person_is_not_shut_out_by_who_guesses_at_their_number() {
        var filing = town.confirmed(Town.settling());
        var wrong = town.confirmed(Town.settling()).secret();
        var device = doors.deviceOfTraveller(filing.number());
        for (int n = 0; n < 12; n++) {
            assertThat(doors.signInTraveller(filing.number(), wrong, at("192.0.2.80"))).isEmpty();
        }
        assertThat(doors.signInTraveller(filing.number(), filing.secret(), at("192.0.2.81")))
                .isPresent();
        var known = new SignInOrigin("192.0.2.80", device);
        assertThat(doors.signInTraveller(filing.number(), filing.secret(), known)).isPresent();
    }

    @Test
    void a_network_of_many_addresses_tries_four_times_as_many_names_as_one_address() {
        officer("throttle.8");
        for (int n = 0; n < 400; n++) {
            assertThat(comesIn("nobody." + n, "wrong", at("198.51.100." + n / 4))).isFalse();
        }
        assertThat(comesIn("throttle.8", PASSWORD, at("198.51.100.200"))).isFalse();
        assertThat(comesIn("throttle.8", PASSWORD, at("198.51.101.200"))).isTrue();
    }

    private long rows() throws SQLException {
        try (var connection = Backstage.superuser(town)) {
            return Backstage.rows(connection, "select count(*) as n from exeat.attempt")
                    .getFirst()
                    .number("n");
        }
    }

    @Test
    void failures_that_no_longer_count_leave_no_rows() throws SQLException {
        assertThat(comesIn("nobody", "wrong", at("203.0.113.1"))).isFalse();
        assertThat(rows()).isPositive();
        town.pass(Duration.ofMinutes(16));
        doors.sweep();
        assertThat(rows()).isZero();
    }

    @Test
    void a_flood_of_failures_counts_without_rows() throws SQLException {
        var keys = Keys.in(town.data);
        var config = Config.plain(town.data);
        try (var database = Database.running(keys, config).orElseThrow()) {
            var throttle =
                    new SignInThrottle(
                            new SessionStore(database), new Vault(keys), config, town.clock(), 30);
            long before = rows();
            int open = 0;
            for (int n = 0; n < 1000; n++) {
                var from = at("203.0." + n % 100 + ".1");
                open += throttle.begin(Bytes.utf8("name " + n % 100), from).open() ? 1 : 0;
            }
            assertThat(rows() - before).isLessThanOrEqualTo(30);
            assertThat(open).as("ten of each of a hundred").isEqualTo(1000);
            for (int n = 0; n < 100; n++) {
                var again = throttle.begin(Bytes.utf8("name " + n), at("203.0." + n + ".1"));
                open += again.open() ? 1 : 0;
            }
            assertThat(open - 1000).as("all but those that count as rows").isLessThanOrEqualTo(10);
            var fresh = throttle.begin(Bytes.utf8("name"), at("203.0.200.1"));
            for (int n = 0; n < 20; n++) {
                assertThat(fresh.open()).as("success does not count").isTrue();
                throttle.takeBack(fresh);
                fresh = throttle.begin(Bytes.utf8("name"), at("203.0.200.1"));
            }
        }
    }
}
