package exeat.desk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.LimitSettings;
import exeat.config.Setting;
import exeat.desk.base.Session;
import exeat.desk.limit.Budgets.Use;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    private static final Optional<String> NO_CODE = Optional.empty();

    private long now = 17;
    private final Budgets budgets =
            budgets(
                    Map.of(
                            LimitSettings.REQUESTS,
                            "60",
                            LimitSettings.FILINGS,
                            "12",
                            LimitSettings.FILINGS_IN_ALL,
                            "100",
                            LimitSettings.ACTS,
                            "30",
                            LimitSettings.UNIT_ACTS,
                            "300"));

    private Budgets budgets(Map<Setting, String> limits) {
        try {
            var config = Config.plain(Path.of(""));
            for (var limit : limits.entrySet()) {
                config = config.with(limit.getKey(), limit.getValue(), "test");
            }
            return new Budgets(config, () -> now);
        } catch (ConfigException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private int served(Use use, String address, int tries) {
        int served = 0;
        for (int n = 0; n < tries; n++) {
            served += budgets.spend(use, ClientNetwork.of(address), 1).isEmpty() ? 1 : 0;
        }
        return served;
    }

    private int filed(String address, Optional<String> code, int travellers, int tries) {
        int filed = 0;
        for (int n = 0; n < tries; n++) {
            try {
                budgets.requireFiling(ClientNetwork.of(address), code, travellers);
                filed++;
            } catch (OverBudgetException over) {
                assertThat(over.after()).isPositive();
            }
        }
        return filed;
    }

    @Test
    void an_address_has_a_budget_and_its_network_four_of_them() {
        assertThat(served(Use.REQUEST, "192.0.2.1", 100)).isEqualTo(60);
        assertThat(served(Use.REQUEST, "192.0.2.2", 100)).isEqualTo(60);
        assertThat(served(Use.REQUEST, "192.0.2.3", 200)).isEqualTo(60);
        assertThat(served(Use.REQUEST, "192.0.2.4", 100)).isEqualTo(60);
        assertThat(served(Use.REQUEST, "192.0.2.5", 100)).as("the network's is used up").isZero();
        assertThat(served(Use.REQUEST, "192.0.3.5", 100)).as("another network").isEqualTo(60);
        assertThat(budgets.refused(Use.REQUEST)).isEqualTo(40 + 40 + 140 + 40 + 100 + 40);
    }

    @Test
    void an_ipv6_prefix_counts_as_one_address() {
        assertThat(served(Use.REQUEST, "2001:db8:1:1::1", 100)).isEqualTo(60);
        assertThat(served(Use.REQUEST, "2001:db8:1:1::2", 100)).isZero();
        for (int subnet = 2; subnet <= 4; subnet++) {
            assertThat(served(Use.REQUEST, "2001:db8:1:" + subnet + "::1", 100)).isEqualTo(60);
        }
        assertThat(served(Use.REQUEST, "2001:db8:1:5::1", 100)).isZero();
        assertThat(served(Use.REQUEST, "2001:db8:2:1::1", 100)).isEqualTo(60);
    }

    @Test
    void a_budget_comes_back_and_who_is_refused_is_told_when() {
        served(Use.REQUEST, "192.0.2.1", 60);
        var wait = budgets.spend(Use.REQUEST, ClientNetwork.of("192.0.2.1"), 1).orElseThrow();
        assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        pass(wait);
        assertThat(served(Use.REQUEST, "192.0.2.1", 10)).isEqualTo(1);
        pass(Duration.ofMinutes(1));
        assertThat(served(Use.REQUEST, "192.0.2.1", 100)).isEqualTo(60);
    }

    @Test
    void a_family_larger_than_the_budget_files_when_it_is_whole() {
        assertThat(filed("192.0.2.1", NO_CODE, 40, 3)).isEqualTo(1);
        pass(Duration.ofMinutes(61));
        assertThat(filed("192.0.2.1", NO_CODE, 1, 1)).as("40 are more than an hour's").isZero();
        pass(Duration.ofHours(3));
        assertThat(filed("192.0.2.1", NO_CODE, 40, 3)).isEqualTo(1);
    }

    @Test
    void many_networks_that_file_leave_half_to_those_that_have_not() {
        int flood = 0;
        for (int n = 0; n < 20; n++) {
            flood += filed("10.0." + n + ".1", NO_CODE, 1, 12);
        }
        assertThat(flood).as("half of 100, and each network's first").isEqualTo(50 + 20);
        assertThat(filed("192.0.2.1", NO_CODE, 5, 1)).as("a family elsewhere").isEqualTo(1);
    }

    @Test
    void a_counters_code_has_a_budget_of_its_own_whatever_a_flood_used_up() {
        for (int n = 0; n < 120; n++) {
            filed("10.1." + n + ".1", NO_CODE, 1, 2);
        }
        assertThat(filed("192.0.2.1", NO_CODE, 1, 1)).isZero();
        assertThat(filed("192.0.2.1", Optional.of("A"), 5, 100)).isEqualTo(5);
        assertThat(filed("192.0.2.1", Optional.of("B"), 5, 100)).isEqualTo(5);
    }

    @Test
    void clients_that_go_on_after_a_refusal_are_soon_rejected_altogether() {
        assertThat(filed("192.0.2.1", NO_CODE, 1, 12)).isEqualTo(12);
        assertThat(served(Use.REQUEST, "192.0.2.1", 1)).isEqualTo(1);
        assertThat(filed("192.0.2.1", NO_CODE, 1, 3)).isZero();
        assertThat(served(Use.REQUEST, "192.0.2.1", 1)).isZero();
        assertThat(served(Use.REQUEST, "192.0.2.2", 1)).as("a neighbour").isEqualTo(1);
        pass(Duration.ofMinutes(2));
        assertThat(served(Use.REQUEST, "192.0.2.1", 1)).isEqualTo(1);
    }

    @Test
    void a_session_has_a_budget_and_a_unit_one_for_all_its_officers() {
        var calm = new Session("calm", new Actor.Stranger(), "", Instant.MAX);
        int done = 0;
        for (int n = 0; n < 100; n++) {
            done += acts(new Session("busy", new Actor.Stranger(), "", Instant.MAX)) ? 1 : 0;
        }
        assertThat(done).isEqualTo(30);
        assertThat(acts(calm)).isTrue();
    }

    private boolean claims(Optional<Session> session, String address) {
        try {
            budgets.requireClaim(session, ClientNetwork.of(address));
            return true;
        } catch (OverBudgetException over) {
            return false;
        }
    }

    @Test
    void a_session_an_address_and_its_network_claim_for_few_others_within_an_hour() {
        var session = Optional.of(new Session("claims", new Actor.Stranger(), "", Instant.MAX));
        int wandering = 0;
        int same = 0;
        for (int n = 0; n < 40; n++) {
            wandering += claims(session, "198.51." + n + ".1") ? 1 : 0;
            var other = new Session("claims " + n, new Actor.Stranger(), "", Instant.MAX);
            same += claims(Optional.of(other), "192.0.2.1") ? 1 : 0;
        }
        assertThat(wandering).as("one session").isEqualTo(12);
        assertThat(same).as("one address").isEqualTo(12);
        int network = 0;
        for (int n = 0; n < 200; n++) {
            network += claims(Optional.empty(), "192.0.2." + (2 + n % 100)) ? 1 : 0;
        }
        assertThat(network).as("the rest of a network's").isEqualTo(36);
        assertThat(claims(Optional.empty(), "203.0.113.1")).as("anybody else").isTrue();
        pass(Duration.ofHours(1));
        assertThat(claims(session, "192.0.2.1")).isTrue();
    }

    @Test
    void an_officer_claims_for_few_others_however_often_they_sign_in() {
        int done = 0;
        for (int n = 0; n < 40; n++) {
            var officer =
                    new Actor.Officer(
                            new OfficerId("tumen-bd.1"),
                            new AuthorityId("tumen-bd"),
                            new UnitFunction("border"),
                            true);
            var session = Optional.of(new Session("again " + n, officer, "", Instant.MAX));
            done += claims(session, "192.0.2.1") ? 1 : 0;
        }
        assertThat(done).isEqualTo(12);
        assertThat(claims(Optional.empty(), "192.0.2.1")).as("not of the address").isTrue();
    }

    private boolean acts(Session session) {
        try {
            budgets.requireAct(session, ClientNetwork.HERE);
            return true;
        } catch (OverBudgetException over) {
            return false;
        }
    }

    @Test
    void a_hundred_thousand_addresses_take_no_more_memory_and_hardly_anybodys_budget() {
        for (int n = 0; n < 20_000; n++) {
            var address = "10." + n % 250 + "." + n / 250 + ".1";
            budgets.spend(Use.REQUEST, ClientNetwork.of(address), 60);
        }
        int served = 0;
        for (int n = 0; n < 200; n++) {
            served += served(Use.REQUEST, "172.16." + n + ".1", 1);
        }
        assertThat(served).isGreaterThan(160);
    }

    @Test
    void with_little_free_space_nobody_fills_the_disk_further() {
        long[] free = {2000};
        var quota = new DiskQuota(budgets, 1000, () -> free[0], () -> now);
        assertThatCode(() -> quota.require(Use.FILING)).doesNotThrowAnyException();
        assertThatThrownBy(() -> quota.require(Use.DRAFT, 501, 500))
                .isInstanceOf(OverBudgetException.class);
        free[0] = 999;
        assertThat(quota.isShort()).as("looked at within the second").isFalse();
        pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> quota.require(Use.FILING))
                .isInstanceOfSatisfying(
                        OverBudgetException.class,
                        over -> assertThat(over.after()).isEqualTo(Duration.ofMinutes(10)));
        free[0] = 1000;
        pass(Duration.ofSeconds(1));
        assertThatCode(() -> quota.require(Use.FILING)).doesNotThrowAnyException();
    }
}
