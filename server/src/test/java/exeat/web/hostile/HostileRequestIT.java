package exeat.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that no browser sends. */
@QuarkusTest
class HostileRequestIT {

    @TestHTTPResource("/")
    URL base;

    private String answer(String... head) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            var text = String.join("\r\n", head) + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void where_an_answer_leads_never_names_the_host_that_was_asked_for() throws IOException {
        for (var host : List.of("localhost", "evil.example", "evil.example:81")) {
            var answer =
                    answer("GET /track HTTP/1.1", "Host: " + host, "Connection: close").lines();
            assertThat(answer.filter(line -> line.regionMatches(true, 0, "location:", 0, 9)))
                    .containsExactly("Location: /sign-in");
        }
    }

    /** A proxy that passes the change on would become a tunnel past itself. */
    @Test
    void nobody_changes_to_another_protocol_without_encryption() throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            var upgrade =
                    """
                    GET /metrics HTTP/1.1\r
                    Host: localhost\r
                    Connection: Upgrade, HTTP2-Settings\r
                    Upgrade: h2c\r
                    HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r
                    \r
                    """;
            socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
            var status =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 200");
        }
    }

    /** Whoever closes an address at a proxy closes it by its one name. */
    @Test
    void metrics_have_one_address() throws IOException {
        for (var path : List.of("//metrics", "/./metrics", "/x/../metrics", "/%6detrics")) {
            assertThat(answer("GET " + path + " HTTP/1.1", "Host: a", "Connection: close"))
                    .as(path)
                    .startsWith("HTTP/1.1 404");
        }
        assertThat(answer("GET /metrics HTTP/1.1", "Host: a", "Connection: close"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void two_hosts_or_none_or_no_host_at_all_is_a_bad_request() throws IOException {
        for (var host :
                List.of("Host: a\r\nHost: b", "X: y", "Host: a b", "Host: a/b", "Host: <b>")) {
            assertThat(answer("GET /health HTTP/1.1", host, "Connection: close"))
                    .as(host)
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_body_of_an_unknown_coding_is_a_bad_request() throws IOException {
        for (var coding : List.of("xchunked", "gzip, chunked", "identity")) {
            assertThat(
                            answer(
                                    "POST /api/v1/sessions HTTP/1.1",
                                    "Host: localhost",
                                    "Content-Type: application/json",
                                    "Connection: close",
                                    "Transfer-Encoding: " + coding))
                    .as(coding)
                    .startsWith("HTTP/1.1 400");
        }
    }

    /** It may be the body, and somebody else's request to a proxy in between. */
    @Test
    void what_follows_a_body_of_an_unknown_coding_is_no_request() throws IOException {
        for (var coding : List.of("gzip", "xchunked", "identity")) {
            var answer =
                    answer(
                            "POST /api/v1/sessions HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/json",
                            "Transfer-Encoding: " + coding,
                            "",
                            "GET /health HTTP/1.1",
                            "Host: localhost",
                            "",
                            "GET /health HTTP/1.1",
                            "Host: localhost");
            assertThat(answer).as(coding).startsWith("HTTP/1.1 400");
            assertThat(answer.split("HTTP/1\\.1 ", -1)).as(coding).hasSize(2);
        }
    }

    @Test
    void a_chunk_that_nobody_can_read_is_the_fault_of_who_sent_it() throws IOException {
        for (var path : List.of("/api/v1/sessions", "/sign-in")) {
            var answer =
                    answer(
                            "POST " + path + " HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: "
                                    + (path.equals("/sign-in")
                                            ? "application/x-www-form-urlencoded"
                                            : "application/json"),
                            "Transfer-Encoding: chunked",
                            "",
                            "zz",
                            "{}");
            assertThat(answer).as(path).doesNotContain("HTTP/1.1 5", "Exception", "at io.");
        }
    }

    @Test
    void a_form_of_too_many_fields_is_a_bad_request_and_tells_nothing() throws IOException {
        var fields = "a=1&".repeat(1500);
        var answer =
                answer(
                        "POST /sign-in HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Connection: close",
                        "Content-Length: " + fields.length(),
                        "",
                        fields);
        assertThat(answer).doesNotContain("Exception", "at io.", "stack");
        assertThat(answer.substring(9, 12)).isIn("400", "413");
    }

    @Test
    void a_form_that_nobody_can_read_is_the_fault_of_who_sent_it() throws IOException {
        var part = "--x\r\nContent-Disposition: form-data%s\r\n%s\r\nvalue\r\n--x--\r\n";
        var type = "multipart/form-data; boundary=x";
        var forms =
                Map.of(
                        "csrf=%zz",
                        "application/x-www-form-urlencoded",
                        part.formatted("", ""),
                        type,
                        part.formatted(
                                "; name=\"csrf\"", "Content-Type: text/plain; charset=klingon\r\n"),
                        type);
        for (var form : forms.entrySet()) {
            var answer =
                    answer(
                            "POST /language HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: " + form.getValue(),
                            "Connection: close",
                            "Content-Length: " + form.getKey().length(),
                            "",
                            form.getKey());
            assertThat(answer.substring(9, 12)).as(form.getKey()).isIn("400", "403", "415", "422");
        }
    }

    @Test
    void a_password_of_any_length_and_half_a_character_are_told_like_every_failure()
            throws IOException {
        for (var password : List.of("x".repeat(100), "\\ud800 and more of it")) {
            var body =
                    "{\"type\": \"officer\", \"login\": \"nobody\", \"password\": \""
                            + password
                            + "\"}";
            var answer =
                    answer(
                            "POST /api/v1/sessions HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/json",
                            "Connection: close",
                            "Content-Length: " + body.length(),
                            "",
                            body);
            assertThat(answer).as(password).doesNotContain("stack");
            assertThat(answer.substring(9, 12)).isIn("401", "400", "422");
        }
    }
}
