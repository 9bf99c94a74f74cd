package exeat.desk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {

    @Test
    void passwords_that_guessers_try_first_are_refused() {
        for (var password :
                List.of(
                        "password1234",
                        "Passw0rd!2026",
                        "P@ssw0rdP@ssw0rd",
                        "qwertyuiop123",
                        "123456789012",
                        "1qaz2wsx3edc",
                        "iloveyou2024!",
                        "Welcome12345!",
                        "abcdefghijkl",
                        "letmein letmein",
                        "correct horse battery staple",
                        "administrator1",
                        "Sommer-summer-2025",
                        "exeat-passport-1",
                        "aaaabbbbcccc",
                        "zxcvbnm,./123",
                        "chaoxian1963!!",
                        "dragonmonkey12",
                        "QWERTYqwerty1!")) {
            assertThat(OfficerAccounts.isStrong(password, "kim.1")).as(password).isFalse();
        }
    }

    @Test
    void a_full_width_or_otherwise_disguised_letter_does_not_make_a_password_another_one() {
        for (var password :
                List.of(
                        "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44\uff11\uff12\uff13\uff14",
                        "\uff30ASSWORD1234",
                        "\u24dfassword\u2460\u2461\u2462\u2463",
                        "\ud835\udc29\ud835\udc1assword1234",
                        "\uff4bim.1 thimble of rain")) {
            assertThat(OfficerAccounts.isStrong(password, "kim.1")).as(password).isFalse();
        }
    }

    /** ASVS 5.0, 6.2.4: at least the 3000 commonest that meet the policy otherwise. */
    @Test
    void the_ten_thousand_commonest_that_leaked_are_refused_in_any_case_and_width() {
        var leaked = CommonPasswords.leaked();
        assertThat(leaked).hasSize(10_000).doesNotHaveDuplicates();
        for (var password : leaked) {
            assertThat(password.codePointCount(0, password.length())).isGreaterThanOrEqualTo(12);
            assertThat(password.codePoints().distinct().count()).isGreaterThanOrEqualTo(6);
            assertThat(CommonPasswords.plainCase(password)).isEqualTo(password);
            assertThat(OfficerAccounts.isStrong(password, "kim.1")).as(password).isFalse();
            assertThat(CommonPasswords.has(password.toUpperCase(Locale.ROOT))).isTrue();
            assertThat(CommonPasswords.has(fullWidth(password))).as(password).isTrue();
        }
    }

    private static String fullWidth(String ascii) {
        var wide = new StringBuilder();
        ascii.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xfee0 : c)));
        return wide.toString();
    }

    @Test
    void an_invented_password_is_accepted_in_any_script() {
        for (var password :
                List.of(
                        "four quiet rivers",
                        "nine loud harbours",
                        "vK8#tqLw2pZr",
                        "두만강 건너 큰 느티나무 집",
                        "a thimble of rain",
                        "zwölf Boxkämpfer jagen",
                        "tram-9-marzipan-lighthouse")) {
            assertThat(OfficerAccounts.isStrong(password, "kim.1")).as(password).isTrue();
        }
    }

    /** The test vectors of RFC 6238, appendix B, cut to six digits. */
    @Test
    void codes_are_those_of_the_standard() {
        var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(59)))).isEqualTo("287082");
        assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(1111111109))))
                .isEqualTo("081804");
        assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(1234567890))))
                .isEqualTo("005924");
        assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(20000000000L))))
                .isEqualTo("353130");
        assertThat(Totp.base32(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        var now = Instant.ofEpochSecond(1234567890);
        assertThat(Totp.matching(secret, now, "005924")).hasValue(Totp.step(now));
        assertThat(Totp.matching(secret, now.plusSeconds(30), "005924")).isPresent();
        assertThat(Totp.matching(secret, now.plusSeconds(90), "005924")).isEmpty();
        assertThat(Totp.matching(secret, now, "")).isEmpty();
    }
}
