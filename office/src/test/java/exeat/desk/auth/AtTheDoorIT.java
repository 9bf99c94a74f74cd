package exeat.desk.auth;

import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.OfficerId;
import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.Settings;
import exeat.desk.Town;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.PasswordCost;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rest, other sessions, and the second factor. */
class AtTheDoorIT {

    private static final String PASSWORD = "four quiet rivers";

    private final Town town = Town.shared();
    private final Authentication doors = town.office.authentication();

    private void officer(String login) {
        town.office
                .officerAccounts()
                .create(new OfficerId(login), login, PASSWORD, "Kim", YANJI_FA);
    }

    @Test
    void a_session_ends_after_rest_and_at_last_whatever_is_done_in_it() {
        officer("rest.1");
        var session = doors.signInOfficer("rest.1", PASSWORD).orElseThrow();
        for (int n = 0; n < 23; n++) {
            town.pass(Duration.ofMinutes(26));
            assertThat(doors.resume(session.token())).as("after %d looks", n).isPresent();
        }
        town.pass(Duration.ofMinutes(3));
        assertThat(doors.resume(session.token())).as("ten hours and more").isEmpty();

        var other = doors.signInOfficer("rest.1", PASSWORD).orElseThrow();
        town.pass(Duration.ofMinutes(31));
        assertThat(doors.resume(other.token())).as("half an hour of rest").isEmpty();
        town.pass(Duration.ofMinutes(-5));
        assertThat(doors.resume(other.token())).as("it does not come back").isEmpty();
        town.pass(Duration.ofMinutes(5));

        var person = town.party(town.confirmed(Town.settling()));
        assertThat(doors.resume(person.token())).isPresent();
        town.pass(Duration.ofMinutes(21));
        assertThat(doors.resume(person.token())).isEmpty();
        var filing = town.confirmed(Town.settling());
        var unused = doors.signInTraveller(filing.number(), filing.secret()).orElseThrow();
        assertThat(doors.sessions(unused).getFirst().since()).isEqualTo(town.clock().instant());
        town.pass(Duration.ofMinutes(21));
        assertThat(doors.resume(unused.token())).as("it rests from the sign-in on").isEmpty();
        var stranger = doors.anonymousSession();
        town.pass(Duration.ofHours(3));
        assertThat(doors.resume(stranger.token())).as("who fills in a form rests").isPresent();
    }

    @Test
    void users_see_where_they_are_signed_in_and_sign_out_everywhere_else() {
        officer("else.1");
        officer("else.2");
        var here = doors.signInOfficer("else.1", PASSWORD).orElseThrow();
        town.pass(Duration.ofMinutes(2));
        var there = doors.signInOfficer("else.1", PASSWORD).orElseThrow();
        var another = doors.signInOfficer("else.2", PASSWORD).orElseThrow();

        var own = doors.sessions(here);
        assertThat(own).hasSize(2);
        assertThat(own.getFirst().here()).isTrue();
        assertThat(own.getLast().here()).isFalse();
        assertThat(own.getLast().since()).isAfter(own.getFirst().since());
        assertThat(doors.signOutOthers(here)).isEqualTo(1);
        assertThat(doors.resume(there.token())).isEmpty();
        assertThat(doors.resume(here.token())).isPresent();
        assertThat(doors.resume(another.token())).isPresent();
        assertThat(doors.sessions(here)).hasSize(1);

        var filing = town.confirmed(Town.settling());
        var one = town.party(filing);
        var two = town.party(town.confirmed(Town.settling()));
        doors.signOutOthers(one);
        assertThat(doors.sessions(one)).hasSize(1);
        assertThat(doors.resume(two.token())).isPresent();
        assertThat(doors.signOutOthers(doors.anonymousSession())).isZero();
        assertThat(doors.resume(doors.anonymousSession().token())).isPresent();
    }

    private String code(SecondFactor.Enrolment handed) {
        // As a device does it: only from the data that was handed over.
        long step = Totp.step(town.clock().instant());
        return Totp.code(unBase32(handed.secret()), step);
    }

    private static byte[] unBase32(String text) {
        var bytes = new java.io.ByteArrayOutputStream();
        int bits = 0;
        int have = 0;
        for (int at = 0; at < text.length(); at++) {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(at));
            have += 5;
            if (have >= 8) {
                have -= 8;
                bytes.write(bits >> have);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void with_a_second_factor_the_password_alone_lets_nobody_in_and_a_code_does_once() {
        officer("factor.1");
        var before = doors.signInOfficer("factor.1", PASSWORD).orElseThrow();
        var handed = doors.secondFactor().enrol("Factor.1", "test").orElseThrow();
        assertThat(doors.resume(before.token())).isEmpty();
        assertThat(handed.recovery()).hasSize(10).doesNotHaveDuplicates();
        assertThat(handed.address()).startsWith("otpauth://totp/").contains(handed.secret());

        assertThat(doors.signInOfficer("factor.1", PASSWORD)).isEmpty();
        assertThat(doors.signInOfficer("factor.1", PASSWORD, "000000x")).isEmpty();
        var code = code(handed);
        assertThat(doors.signInOfficer("factor.1", "a wrong password", code)).isEmpty();
        assertThat(doors.signInOfficer("factor.1", PASSWORD, code)).isPresent();
        assertThat(doors.signInOfficer("factor.1", PASSWORD, code))
                .as("seen over a shoulder")
                .isEmpty();
        town.pass(Duration.ofMinutes(5));
        assertThat(doors.signInOfficer("factor.1", PASSWORD, code)).as("an old one").isEmpty();
        assertThat(doors.signInOfficer("factor.1", PASSWORD, code(handed))).isPresent();

        var recovery = handed.recovery().getFirst();
        assertThat(
                        doors.signInOfficer(
                                "factor.1", PASSWORD, recovery.toLowerCase(java.util.Locale.ROOT)))
                .isPresent();
        assertThat(doors.signInOfficer("factor.1", PASSWORD, recovery)).isEmpty();
        var again = doors.secondFactor().enrol("factor.1", "test").orElseThrow();
        assertThat(again.secret()).isNotEqualTo(handed.secret());
        assertThat(doors.signInOfficer("factor.1", PASSWORD, handed.recovery().getLast()))
                .isEmpty();
        town.pass(Duration.ofMinutes(20));
        assertThat(doors.signInOfficer("factor.1", PASSWORD, code(again))).isPresent();
        assertThat(doors.secondFactor().remove("factor.1", "test")).isTrue();
        assertThat(doors.secondFactor().remove("factor.1", "test")).isFalse();
        assertThat(doors.signInOfficer("factor.1", PASSWORD)).isPresent();
        assertThat(doors.secondFactor().enrol("nobody.at.all", "test")).isEmpty();
    }

    @Test
    void guessing_codes_shuts_the_door() {
        officer("factor.2");
        var handed = doors.secondFactor().enrol("factor.2", "test").orElseThrow();
        for (int n = 0; n < 10; n++) {
            assertThat(doors.signInOfficer("factor.2", PASSWORD, "wrong" + n)).isEmpty();
        }
        assertThat(doors.signInOfficer("factor.2", PASSWORD, code(handed))).isEmpty();
    }

    @Test
    void guessing_secrets_shuts_the_door_to_the_right_one_too_for_a_while() {
        var filing = town.confirmed(Town.settling());
        var number = filing.number();
        var other = town.confirmed(Town.settling()).secret();
        assertThat(doors.signInTraveller(number, filing.secret())).isPresent();
        var wrong = filing.secret().substring(0, filing.secret().length() - 1);
        long before = doors.counters().throttled();
        for (int n = 0; n < 10; n++) {
            assertThat(doors.signInTraveller(number, n % 2 == 0 ? wrong : other)).isEmpty();
        }
        assertThat(doors.counters().throttled()).isEqualTo(before);
        assertThat(doors.signInTraveller(number, filing.secret())).isEmpty();
        assertThat(doors.signInTraveller(number, wrong)).isEmpty();
        assertThat(doors.counters().throttled()).isEqualTo(before + 2);
        town.pass(Duration.ofMinutes(16));
        assertThat(doors.signInTraveller(number, filing.secret())).isPresent();
    }

    @Test
    void a_mandate_that_requires_a_second_factor_admits_nobody_without_it() throws ConfigException {
        officer("factor.3");
        var asking =
                Config.plain(town.data)
                        .with(Settings.SECOND_FACTOR, "foreign-affairs, lawyer", "x");
        try (var database = Database.running(Keys.in(town.data)).orElseThrow()) {
            var vault = new Vault(Keys.in(town.data));
            var strict =
                    Authentication.of(
                            new Infrastructure(
                                    database,
                                    vault,
                                    town.data,
                                    asking,
                                    PasswordCost.FULL,
                                    town.clock()),
                            town.office.register());
            assertThat(strict.signInOfficer("factor.3", PASSWORD)).isEmpty();
            var handed = strict.secondFactor().enrol("factor.3", "test").orElseThrow();
            assertThat(strict.signInOfficer("factor.3", PASSWORD)).isEmpty();
            assertThat(strict.signInOfficer("factor.3", PASSWORD, code(handed))).isPresent();
        }
    }
}
