package exeat.desk.webhook;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.casework.command.TravellerCommand;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.Backstage;
import exeat.desk.Patience;
import exeat.desk.Town;
import exeat.rules.authority.AuthorityId;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.WebhookStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other systems are told on loopback, while the receiver fails, is slow, or is gone. */
class WebhooksIT {

    /** HikariCP's alive bypass window, and some more. */
    private static final Duration ALIVE_UNTRIED = Duration.ofMillis(700);

    private final Town town = Town.shared();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Database database = Database.running(Keys.in(town.data)).orElseThrow();
    private final Webhooks hooks = hooks();
    private final Receiver receiver = new Receiver();

    private Webhooks hooks() {
        try {
            var config = Config.plain(town.data).with(Settings.WEBHOOK_LOOPBACK, "on", "x");
            var vault = new Vault(Keys.in(town.data));
            var store = new WebhookStore(database);
            var courier = WebhookClient.of(config, town.data);
            return new Webhooks(
                    store, town.office.register(), vault, config, town.clock(), courier);
        } catch (exeat.config.ConfigException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @BeforeEach
    void none() throws InterruptedException {
        town.sequenced(); // A webhook is told what comes into the log after it was added.
        hooks.all().forEach(webhook -> hooks.remove(webhook.id()));
    }

    @AfterEach
    void close() throws InterruptedException {
        none();
        receiver.server.stop(0);
        hooks.close();
        database.close();
    }

    private Webhooks.Made add(AuthorityId unit, String url, String... types) {
        return ((Webhooks.Added.Done)
                        hooks.add(unit, Optional.empty(), url, List.of(types), "test"))
                .made();
    }

    private WebhookStore.Webhook now(Webhooks.Made made) {
        return hooks.all().stream().filter(w -> w.id().equals(made.id())).findFirst().orElseThrow();
    }

    /** Everything that is due now is told. */
    private void told() throws InterruptedException {
        town.sequenced();
        for (int round = 0; round < 3; round++) {
            hooks.look();
            var patience = Patience.of(Duration.ofSeconds(20));
            while (!hooks.isIdle()) {
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(5);
            }
        }
    }

    /** As a subscriber checks it, from the words of the standard alone. */
    private static boolean isSigned(Receiver.Got got, byte[] body, String secret) throws Exception {
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((got.id() + "." + got.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
        var wanted = mac.doFinal(body);
        for (var each : got.signatures().split(" ", -1)) {
            var given = Base64.getDecoder().decode(each.substring("v1,".length()));
            if (each.startsWith("v1,") && MessageDigest.isEqual(wanted, given)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode body(Receiver.Got got) throws Exception {
        return json.readTree(got.body().array());
    }

    @Test
    void deliveries_are_signed_ordered_limited_to_the_jurisdiction_and_name_nobody()
            throws Exception {
        var made = add(YANJI, receiver.url());
        var foreign = new Receiver();
        add(TUMEN_FA, foreign.url());
        var filing = town.confirmed(Town.settling());
        told();

        assertThat(foreign.got).isEmpty();
        foreign.server.stop(0);
        assertThat(receiver.got).isNotEmpty();
        var first = receiver.got.getFirst();
        assertThat(first.type()).isEqualTo("application/cloudevents+json; charset=utf-8");
        var event = body(first);
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("exeat.case.confirmed");
        assertThat(event.path("id").asText()).isEqualTo(first.id()).matches("[0-9a-f]{64}");
        assertThat(event.path("subject").asText()).isEqualTo(filing.id().value().toString());
        assertThat(event.path("source").asText()).isNotEmpty();
        Instant.parse(event.path("time").asText());
        assertThat(receiver.ids()).doesNotHaveDuplicates();
        long place = -1;
        for (var got : receiver.got) {
            assertThat(isSigned(got, got.body().array(), made.secret())).isTrue();
            assertThat(body(got).path("data").path("place").asLong()).isGreaterThan(place);
            place = body(got).path("data").path("place").asLong();
            var text = new String(got.body().array(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain(Town.PLANTED, filing.number(), "applied");
            var tampered = text.replace("confirmed", "refused").replace("found", "fined");
            if (!tampered.equals(text)) {
                var bytes = tampered.getBytes(StandardCharsets.UTF_8);
                assertThat(isSigned(got, bytes, made.secret())).isFalse();
            }
        }
        var late =
                new Receiver.Got(
                        first.id(), first.timestamp() + 1, first.signatures(), first.body(), "");
        assertThat(isSigned(late, first.body().array(), made.secret())).isFalse();
        assertThat(hooks.all().getFirst().waiting()).isZero();
    }

    @Test
    void nothing_is_told_of_who_claims_protection() throws Exception {
        var filing = town.confirmed(Town.settling());
        town.sequenced();
        add(YANJI, receiver.url());
        town.done(town.party(filing), new TravellerCommand.ClaimProtection(filing.id(), ONE));
        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        told();
        assertThat(receiver.got).isEmpty();
    }

    @Test
    void waiting_deliveries_about_somebody_who_then_claims_protection_are_not_sent()
            throws Exception {
        var made = add(YANJI, receiver.url(), "confirmed");
        receiver.answers.addAll(List.of(500, 500));
        var filing = town.confirmed(Town.settling());
        told();
        assertThat(receiver.got).hasSize(1);
        town.done(town.party(filing), new TravellerCommand.ClaimProtection(filing.id(), ONE));
        town.pass(Duration.ofHours(1));
        told();
        assertThat(hooks.again(made.id())).contains(0);
        told();
        assertThat(receiver.got).as("nothing more").hasSize(1);
        assertThat(hooks.all().getFirst().waiting()).isZero();
    }

    @Test
    void failed_deliveries_are_retried_with_growing_delay_and_nobody_else_waits() throws Exception {
        add(YANJI, receiver.url(), "confirmed", "withdrawn");
        var other = new Receiver();
        add(YANJI, other.url(), "confirmed", "withdrawn");
        receiver.answers.addAll(List.of(500, 302));
        var filing = town.confirmed(Town.settling());
        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        told();

        assertThat(other.got).hasSize(2);
        assertThat(receiver.got).hasSize(1);
        assertThat(hooks.all()).anySatisfy(hook -> assertThat(hook.failing()).isPresent());
        town.pass(Duration.ofSeconds(4));
        told();
        assertThat(receiver.got).as("not before its time").hasSize(1);
        town.pass(Duration.ofSeconds(12));
        told();
        assertThat(receiver.got).as("no redirect is an arrival").hasSize(2);
        town.pass(Duration.ofSeconds(31));
        told();
        assertThat(receiver.got).hasSize(4);
        assertThat(receiver.ids().subList(0, 3)).containsOnly(receiver.ids().getFirst());
        assertThat(receiver.ids().get(2)).isEqualTo(other.ids().get(0));
        assertThat(receiver.ids().get(3)).isEqualTo(other.ids().get(1));
        assertThat(hooks.all()).allSatisfy(hook -> assertThat(hook.failing()).isEmpty());
        other.server.stop(0);
    }

    @Tag("full")
    @Test
    void a_slow_receiver_keeps_nobody_waiting() throws Exception {
        add(YANJI, receiver.url(), "confirmed");
        var other = new Receiver();
        add(YANJI, other.url(), "confirmed");
        var release = new CountDownLatch(1);
        receiver.before =
                () -> {
                    try {
                        release.await(8, TimeUnit.SECONDS);
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                };
        town.confirmed(Town.settling());
        town.confirmed(Town.settling());
        town.sequenced();
        var patience = Patience.of(Duration.ofSeconds(6));
        while (other.got.size() < 2) {
            assertThat(patience.isOver()).isFalse();
            hooks.look();
            Thread.sleep(20);
        }
        assertThat(receiver.got).hasSizeLessThan(2);
        release.countDown();
        told();
        assertThat(receiver.got).hasSize(2);
        other.server.stop(0);
    }

    @Test
    void a_delivery_not_recorded_before_a_crash_is_sent_again_under_the_same_id() throws Exception {
        add(YANJI, receiver.url(), "confirmed");
        receiver.before =
                () -> {
                    receiver.before = () -> {};
                    kill();
                };
        town.confirmed(Town.settling());
        town.sequenced();
        hooks.look();
        var patience = Patience.of(Duration.ofSeconds(30));
        try {
            while (receiver.got.isEmpty() || !hooks.isIdle()) {
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(20);
            }
            assertThat(receiver.got).hasSize(1);
        } finally {
            // The town is shared: no other test is to find its clerk locked out.
            try (var superuser = Backstage.superuser(town)) {
                Backstage.run(superuser, "alter role exeat_clerk login");
            }
        }
        // A connection that was used just before is not tried out by the pool, and may be dead.
        Thread.sleep(ALIVE_UNTRIED);
        told();
        assertThat(receiver.got).hasSize(2);
        assertThat(receiver.ids().get(0)).isEqualTo(receiver.ids().get(1));
        assertThat(hooks.all().getFirst().delivered()).isEqualTo(1);
        assertThat(hooks.all().getFirst().waiting()).isZero();
    }

    /** Every connection by which anybody could write down that it arrived. */
    private void kill() {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(superuser, "alter role exeat_clerk nologin");
            Backstage.run(
                    superuser,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename = 'exeat_clerk'");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Tag("full")
    @Test
    void a_new_secret_and_the_one_before_both_sign_for_a_day() throws Exception {
        var made = add(YANJI, receiver.url(), "confirmed");
        var second = hooks.rotate(made.id()).orElseThrow();
        assertThat(second).isNotEqualTo(made.secret());
        town.confirmed(Town.settling());
        told();
        var both = receiver.got.getLast();
        assertThat(isSigned(both, both.body().array(), made.secret())).isTrue();
        assertThat(isSigned(both, both.body().array(), second)).isTrue();
        town.pass(Duration.ofHours(25));
        assertThat(hooks.test(made.id())).hasValue("200");
        var one = receiver.got.getLast();
        assertThat(body(one).path("type").asText()).isEqualTo("exeat.test");
        assertThat(isSigned(one, one.body().array(), made.secret())).isFalse();
        assertThat(isSigned(one, one.body().array(), second)).isTrue();
    }

    @Tag("full")
    @Test
    void dead_letters_can_be_listed_and_resent_and_a_dead_subscription_is_switched_off()
            throws Exception {
        var made = add(YANJI, receiver.url(), "confirmed");
        receiver.otherwise = 500;
        town.confirmed(Town.settling());
        for (int n = 0; n < 16; n++) {
            told();
            town.pass(Duration.ofMinutes(91));
        }
        assertThat(hooks.dead(made.id()).orElseThrow()).hasSize(1);
        var dead = hooks.dead(made.id()).orElseThrow().getFirst();
        assertThat(dead.tries()).isEqualTo(16);
        assertThat(dead.status()).isEqualTo("500");
        assertThat(receiver.got).hasSize(16);
        assertThat(hooks.backlog().dead()).isEqualTo(1);

        town.pass(Duration.ofDays(5));
        town.confirmed(Town.settling());
        told();
        assertThat(hooks.all().getFirst().whyOff())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("no delivery has succeeded since"));
        int before = receiver.got.size();
        town.pass(Duration.ofDays(1));
        told();
        assertThat(receiver.got).as("nothing is told to who is switched off").hasSize(before);

        receiver.otherwise = 200;
        assertThat(hooks.again(made.id())).hasValue(1);
        told();
        assertThat(hooks.dead(made.id())).contains(List.of());
        assertThat(hooks.all().getFirst().delivered()).isEqualTo(2);
        assertThat(hooks.again(UUID.randomUUID())).isEmpty();
        assertThat(hooks.rotate(UUID.randomUUID())).isEmpty();
        assertThat(hooks.test(UUID.randomUUID())).isEmpty();
    }

    @Tag("full")
    @Test
    void nothing_grows_for_a_subscription_that_is_off_and_what_is_given_up_is_not_kept_for_ever()
            throws Exception {
        var made = add(YANJI, receiver.url(), "confirmed");
        var other = add(TUMEN_FA, receiver.url(), "confirmed");
        receiver.answers.add(410);
        town.confirmed(Town.settling());
        told();
        assertThat(now(made).whyOff()).isPresent();
        assertThat(now(made).waiting()).isEqualTo(1);
        for (int n = 0; n < 3; n++) {
            town.confirmed(Town.settling());
        }
        told();
        assertThat(now(made).waiting()).as("no more than before").isEqualTo(1);
        assertThat(receiver.got).hasSize(1);

        assertThat(hooks.again(made.id())).hasValue(0);
        told();
        assertThat(receiver.got).as("what waited").hasSize(2);
        town.confirmed(Town.settling());
        told();
        assertThat(receiver.got).as("and what happens from now on").hasSize(3);

        receiver.answers.add(410);
        town.confirmed(Town.settling());
        told();
        town.pass(Duration.ofDays(29));
        told();
        assertThat(now(made).waiting()).isEqualTo(1);
        town.pass(Duration.ofDays(2));
        told();
        assertThat(now(made).waiting()).isZero();
        assertThat(hooks.all()).anyMatch(w -> w.id().equals(other.id()) && w.whyOff().isEmpty());
    }

    @Test
    void a_receiver_that_answers_gone_is_not_called_again() throws Exception {
        add(YANJI, receiver.url(), "confirmed");
        receiver.answers.add(410);
        town.confirmed(Town.settling());
        told();
        town.pass(Duration.ofHours(2));
        told();
        assertThat(receiver.got).hasSize(1);
        assertThat(hooks.all().getFirst().whyOff()).isPresent();
        assertThat(hooks.backlog().off()).isEqualTo(1);
    }

    @Test
    void no_unit_no_type_and_no_inward_address_that_does_not_exist_is_subscribed() {
        assertThat(
                        hooks.add(
                                new AuthorityId("nowhere"),
                                Optional.empty(),
                                receiver.url(),
                                List.of(),
                                "t"))
                .isInstanceOf(Webhooks.Added.Refused.class);
        assertThat(
                        hooks.add(
                                YANJI_FA,
                                Optional.empty(),
                                receiver.url(),
                                List.of("protection-claimed"),
                                "t"))
                .isInstanceOf(Webhooks.Added.Refused.class);
        assertThat(hooks.add(YANJI_FA, Optional.empty(), "ftp://example.org/", List.of(), "t"))
                .isInstanceOf(Webhooks.Added.Refused.class);
        assertThat(
                        town.office
                                .webhooks()
                                .add(
                                        YANJI_FA,
                                        Optional.empty(),
                                        "http://127.0.0.1/",
                                        List.of(),
                                        "t"))
                .isInstanceOf(Webhooks.Added.Refused.class);
        assertThat(hooks.all()).isEmpty();
    }
}
