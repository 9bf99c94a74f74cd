package exeat.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.Office;
import exeat.desk.limit.OverBudgetException;
import exeat.web.town.RawRequest;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are sent to a page: nothing lies on the disk before it is known who sends it. */
@QuarkusTest
class UploadsIT {

    private static final String HEAD =
            """
            --x
            Content-Disposition: form-data; name="file"; filename="a.csv"
            Content-Type: text/csv

            """
                    .replace("\n", "\r\n");

    private static final int WHOLE = 30_000_000;
    private static final int SENT = 2_000_000;

    @Inject Town town;
    @Inject Office office;
    @Inject Config config;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    private long filesLaidAside() throws IOException {
        try (var files = Files.list(config.path(Settings.DATA).resolve("uploads"))) {
            return files.count();
        }
    }

    /** A file goes when its request has ended, which is a little after the answer. */
    private void nothingIsLeft() throws Exception {
        for (int tries = 0; tries < 100 && filesLaidAside() > 0; tries++) {
            Thread.sleep(50);
        }
        assertThat(filesLaidAside()).isZero();
    }

    /** Says that 30 MB come, sends 2 of them, and waits for the answer or for three seconds. */
    private RawRequest.Reply halfSent(String line, String headers) throws Exception {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(3_000);
            var out = socket.getOutputStream();
            var all = headers + "Content-Length: " + WHOLE + "\r\n";
            out.write(RawRequest.text(line, all, HEAD).getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write("k".repeat(SENT).getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException closed) {
                // The server has said no and closed: that is what it should do.
                return new RawRequest.Reply("HTTP/1.1 400 closed\r\n\r\n");
            }
            Thread.sleep(200);
            assertThat(filesLaidAside()).as(line + " " + headers).isZero();
            return RawRequest.read(socket);
        }
    }

    @Test
    void a_file_of_somebody_unknown_is_refused_before_a_byte_is_stored() throws Exception {
        var type = "Content-Type: multipart/form-data; boundary=x\r\n";
        for (var line :
                List.of(
                        "POST /officer/csv",
                        "POST /language",
                        "POST /apply/start",
                        "POST /sign-in",
                        "PUT /apply",
                        "HEAD /apply",
                        "POST /api/v1/sessions",
                        "POST /nowhere")) {
            for (var cookie : List.of("", "Cookie: exeat-session=" + "a".repeat(43) + "\r\n")) {
                var reply = halfSent(line, type + cookie);
                assertThat(reply.status()).as(line + cookie).isBetween(300, 499);
            }
        }
        assertThat(filesLaidAside()).isZero();
    }

    private String officer(String unit) {
        return "Content-Type: multipart/form-data; boundary=x\r\nCookie: exeat-session="
                + town.session(unit, 1).token()
                + "\r\n";
    }

    @Test
    void a_file_that_a_page_of_another_site_sends_is_refused_before_a_byte_is_stored()
            throws Exception {
        for (var site : List.of("cross-site", "same-site")) {
            var from = officer("jl-yanji-ps") + "Sec-Fetch-Site: " + site + "\r\n";
            assertThat(halfSent("POST /officer/csv", from).status()).isIn(400, 403);
        }
    }

    @Test
    void a_file_without_the_forms_token_leaves_nothing() throws Exception {
        var body = HEAD + "application,name\r\n\r\n--x--\r\n";
        var length = "Content-Length: " + body.length() + "\r\n";
        var reply =
                RawRequest.send(
                        base,
                        RawRequest.text(
                                "POST /officer/csv", officer("jl-yanji-ps") + length, body));
        assertThat(reply.status()).isEqualTo(403);
        nothingIsLeft();
    }

    @Test
    void an_officers_part_in_a_coding_that_nobody_knows_is_their_fault() throws Exception {
        for (var coding : List.of("klingon", "a; charset=b", "\"")) {
            var body =
                    "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n"
                            + "Content-Type: text/plain; charset="
                            + coding
                            + "\r\n\r\nvalue\r\n--x--\r\n";
            var length = "Content-Length: " + body.length() + "\r\n";
            var reply =
                    RawRequest.send(
                            base,
                            RawRequest.text(
                                    "POST /officer/csv", officer("jl-yanji-ps") + length, body));
            assertThat(reply.status()).as(coding).isBetween(400, 422);
            assertThat(reply.has("Content-Security-Policy")).isTrue();
            assertThat(reply.text()).doesNotContain("Exception", "\"stack\"", "klingon");
        }
        nothingIsLeft();
    }

    @Test
    void an_officer_who_has_sent_enough_is_told_when_before_a_byte_is_stored() throws Exception {
        var busy = town.session("jl-tumen-cu", 1);
        try {
            while (true) {
                office.budgets().requireUpload(busy, 1L << 40);
            }
        } catch (OverBudgetException over) {
            assertThat(over.after()).isPositive();
        }
        var reply = halfSent("POST /officer/csv", officer("jl-tumen-cu"));
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.has("Retry-After")).isTrue();
        var line = "POST /api/v1/intakes";
        var bearer = "Authorization: Bearer " + busy.token() + "\r\nContent-Type: text/csv\r\n";
        var api =
                RawRequest.send(
                        base,
                        RawRequest.text(
                                line,
                                bearer + "Transfer-Encoding: chunked\r\n",
                                "4\r\nname\r\n0\r\n\r\n"));
        assertThat(api.status()).isEqualTo(429);
    }
}
