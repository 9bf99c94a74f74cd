package exeat.desk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import exeat.desk.auth.HashingQueue.Turn;
import exeat.desk.base.PasswordCost;
import exeat.store.OfficeException;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private static final String PASSWORD = "four quiet rivers";

    private final PasswordHashing full = new PasswordHashing(PasswordCost.FULL);
    private final PasswordHashing least = new PasswordHashing(PasswordCost.MIN);

    @Test
    void a_hash_is_argon2id_with_a_salt_of_its_own_and_holds_for_one_password() {
        var hash = full.hash(PASSWORD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(full.hash(PASSWORD)).isNotEqualTo(hash);
        assertThat(full.isRight(PASSWORD, hash, Turn.KNOWN)).isTrue();
        assertThat(least.isRight(PASSWORD, hash, Turn.KNOWN))
                .as("its own parameters count")
                .isTrue();
        assertThat(full.isRight(PASSWORD + " ", hash, Turn.KNOWN)).isFalse();
        assertThat(full.isRight("", hash, Turn.KNOWN)).isFalse();
        assertThat(full.isOutdated(hash)).isFalse();
    }

    /**
     * The reference implementation: {@code echo -n password | argon2 somesalt... -id -t 2 -k 64}.
     */
    @Test
    void what_another_implementation_wrote_is_read() {
        // Of the test vectors of phc-winner-argon2, Argon2id version 1.3.
        var vector =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                        + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(full.isRight("password", vector, Turn.KNOWN)).isTrue();
        assertThat(full.isRight("Password", vector, Turn.KNOWN)).isFalse();
    }

    @Test
    void a_hash_of_bcrypt_still_counts_and_is_outdated() {
        var before = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());
        assertThat(full.isRight(PASSWORD, before, Turn.KNOWN)).isTrue();
        assertThat(full.isRight("x".repeat(500), before, Turn.KNOWN)).isFalse();
        assertThat(full.isRight("x".repeat(100), before, Turn.KNOWN)).isFalse();
        assertThat(full.isOutdated(before)).isTrue();
        assertThat(full.isOutdated(least.hash(PASSWORD))).isTrue();
    }

    @Test
    void a_text_that_cannot_be_a_password_never_matches_and_is_never_hashed() {
        var long72 = "long ".repeat(20);
        assertThat(full.isRight(long72, full.hash(long72), Turn.KNOWN))
                .as("bcrypt read 72 bytes")
                .isTrue();
        for (var bad : new String[] {"", "x".repeat(257), "half \ud800"}) {
            assertThatThrownBy(() -> full.hash(bad)).isInstanceOf(OfficeException.class);
            assertThat(full.isRight(bad, least.hash("-"), Turn.KNOWN)).isFalse();
        }
        assertThat(full.isRight(PASSWORD, "no hash at all", Turn.KNOWN)).isFalse();
    }
}
