package exeat.desk.base;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.Bytes;
import exeat.store.key.Keys;
import org.junit.jupiter.api.Test;

class ReferenceCodesTest {

    @Test
    void a_secret_has_eighty_bits_in_groups_that_can_be_read_out() {
        assertThat(ReferenceCodes.secret(Keys.random(32)))
                .matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(ReferenceCodes.secret(Bytes.of(new byte[32]))).isEqualTo("0000-0000-0000-0000");
        assertThat(ReferenceCodes.secret(ones())).isEqualTo("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    }

    private static Bytes ones() {
        var bytes = new byte[10];
        java.util.Arrays.fill(bytes, (byte) 0xff);
        return Bytes.of(bytes);
    }

    @Test
    void misread_characters_are_corrected() {
        assertThat(ReferenceCodes.readSecret(" 7kq4 m2xd 9tra-w5hc "))
                .contains("7KQ4-M2XD-9TRA-W5HC");
        assertThat(ReferenceCodes.readNumber("ex-7k3o-9q2l")).contains("EX-7K30-9Q21");
        assertThat(ReferenceCodes.readNumber("7K30–9Q21")).contains("EX-7K30-9Q21");
        assertThat(ReferenceCodes.readPaper("ta7k309q21")).contains("TA-7K30-9Q21");
    }

    @Test
    void an_invalid_code_is_rejected() {
        assertThat(ReferenceCodes.readNumber("EX-7K30")).isEmpty();
        assertThat(ReferenceCodes.readNumber("EX-7K30-9Q2U")).isEmpty();
        assertThat(ReferenceCodes.readSecret("")).isEmpty();
    }
}
