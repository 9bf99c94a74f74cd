package exeat.desk.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is an address, and how much of it anybody sees. */
class NoticeAddressTest {

    @Test
    void an_address_is_read_as_people_type_it() {
        assertThat(NoticeAddress.read(" Kim.S+1@Mail.Example ")).contains("Kim.S+1@mail.example");
        assertThat(NoticeAddress.read("a@우편.example"))
                .contains("a@" + IDN.toASCII("우편") + ".example");
    }

    @Test
    void what_would_be_two_addresses_a_header_or_none_is_no_address() {
        for (var typed :
                List.of(
                        "",
                        "@",
                        "kim",
                        "kim@",
                        "@mail.example",
                        "kim@mail",
                        "kim@mail.example, lee@mail.example",
                        "kim@mail.example\nBcc: lee@mail.example",
                        "Kim <kim@mail.example>",
                        "\"kim\"@mail.example",
                        "kim..s@mail.example",
                        "kim@-mail.example",
                        "kim@[127.0.0.1]",
                        "김@mail.example",
                        "k".repeat(65) + "@mail.example",
                        "k@" + "mail.".repeat(60) + "example")) {
            assertThat(NoticeAddress.read(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void it_is_sealed_with_its_language_and_shown_as_two_letters() {
        var address = new NoticeAddress("kim@mail.example", "ko", Optional.of("12345678"));
        assertThat(NoticeAddress.of(address.text())).isEqualTo(address);
        assertThat(NoticeAddress.of(address.confirmed().text())).isEqualTo(address.confirmed());
        assertThat(address.masked()).isEqualTo("k…@m…");
        assertThat(address.toString()).doesNotContain("kim", "mail", "1234");
    }
}
