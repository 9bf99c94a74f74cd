package exeat.desk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {

    @Test
    void what_guessers_try_first_is_refused() {
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
    void what_somebody_made_up_is_taken_in_whatever_script() {
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
