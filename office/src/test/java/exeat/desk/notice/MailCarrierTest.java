package exeat.desk.notice;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.NoticeSettings;
import exeat.desk.Today;
import exeat.desk.notice.NoticeCarrier.Message;
import exeat.desk.notice.NoticeCarrier.Outcome;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;

/** Mail to a real server: encrypted, plain about nothing, and what is made of each refusal. */
class MailCarrierTest {

    private static final String ADDRESS = "reader@mailbox.example";

    @TempDir Path folder;

    private Config config(String host, int port) throws ConfigException {
        return Config.plain(folder)
                .with(NoticeSettings.SERVER, host, "x")
                .with(NoticeSettings.PORT, Integer.toString(port), "x")
                .with(NoticeSettings.FROM, "news@post.example", "x");
    }

    private static Message message() {
        return new Message(
                "0123", ADDRESS, "ko", new NoticeTexts.Text("알림", "새 소식이 있습니다.\n"), Today.NOW);
    }

    private Outcome send(Mailbox box, String host) throws ConfigException {
        return new MailCarrier(config(host, box.port())).send(message());
    }

    @Test
    void a_message_arrives_encrypted_and_says_nothing_but_its_text() throws Exception {
        try (var box = Mailbox.encrypted(folder)) {
            var config =
                    config("localhost", box.port())
                            .with(
                                    NoticeSettings.AUTHORITIES,
                                    folder.resolve("mail.pem").toString(),
                                    "x");
            assertThat(new MailCarrier(config).send(message())).isEqualTo(Outcome.TAKEN);
            var mail = box.mails.getFirst();
            assertThat(mail.from()).isEqualTo("news@post.example");
            assertThat(mail.to()).isEqualTo(ADDRESS);
            assertThat(mail.message().getSubject()).isEqualTo("알림");
            assertThat(mail.text()).isEqualTo("새 소식이 있습니다.\n");
            assertThat(mail.message().getMessageID()).isEqualTo("<0123@post.example>");
            var names = new TreeSet<String>();
            var all = new StringBuilder();
            for (var header : Collections.list(mail.message().getAllHeaders())) {
                names.add(header.getName());
                if (!header.getName().equals("Received")) {
                    all.append(header.getValue()).append('\n');
                }
            }
            // No other header, such as one that asks whether it was read.
            assertThat(names)
                    .isSubsetOf(
                            "Auto-Submitted",
                            "Content-Language",
                            "Content-Transfer-Encoding",
                            "Content-Type",
                            "Date",
                            "From",
                            "MIME-Version",
                            "Message-ID",
                            "Received",
                            "Subject",
                            "To");
            assertThat(all.toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("exeat", InetAddress.getLocalHost().getHostName() + "\n");
        }
    }

    @Test
    void a_certificate_that_nobody_knows_or_of_another_name_sends_nothing() throws Exception {
        try (var box = Mailbox.encrypted(folder)) {
            assertThat(send(box, "localhost")).isEqualTo(Outcome.AWAY);
            var other =
                    config("127.0.0.1", box.port())
                            .with(
                                    NoticeSettings.AUTHORITIES,
                                    folder.resolve("mail.pem").toString(),
                                    "x");
            assertThat(new MailCarrier(other).send(message())).isEqualTo(Outcome.AWAY);
            assertThat(box.mails).isEmpty();
        }
    }

    /** The address 0.0.0.0 leads to this machine too, and is not known to. */
    @Test
    void without_encryption_nothing_is_sent_but_to_this_machine() throws Exception {
        try (var box = Mailbox.plainElsewhere()) {
            assertThat(send(box, "0.0.0.0")).isEqualTo(Outcome.AWAY);
            assertThat(box.mails).isEmpty();
            assertThat(send(box, "127.0.0.1")).isEqualTo(Outcome.TAKEN);
            assertThat(box.mails).hasSize(1);
        }
    }

    @Test
    void an_address_is_given_up_only_where_the_server_says_that_it_is_none() throws Exception {
        try (var box = Mailbox.plain()) {
            box.refused.put(ADDRESS, new RejectException(550, "5.1.1 no such user"));
            assertThat(send(box, "127.0.0.1")).isEqualTo(Outcome.REFUSED);
            box.refused.put(ADDRESS, new RejectException(550, "5.7.1 you may not"));
            assertThat(send(box, "127.0.0.1")).isEqualTo(Outcome.LATER);
            box.refused.put(ADDRESS, new RejectException(451, "4.3.0 not now"));
            assertThat(send(box, "127.0.0.1")).isEqualTo(Outcome.LATER);
            box.refused.put(ADDRESS, new RejectException(554, "5.7.1 spam"));
            assertThat(send(box, "127.0.0.1")).isEqualTo(Outcome.LATER);
            assertThat(box.mails).isEmpty();
        }
    }

    @Test
    void a_server_that_is_not_there_says_nothing_of_an_address() throws Exception {
        var box = Mailbox.plain();
        int port = box.port();
        box.close();
        assertThat(new MailCarrier(config("127.0.0.1", port)).send(message()))
                .isEqualTo(Outcome.AWAY);
    }
}
