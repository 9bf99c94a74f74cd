package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.town.RawRequest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Requests that no page expects: each is answered by us, with our headers, and without a trace of
 * the program or of what was sent. What the framework cannot read as a request at all it ends with
 * a bare status; our headers are added to it below HTTP, where {@code BareAnswersTest} and {@code
 * KillIT} see them and this test cannot.
 */
@QuarkusTest
class OwnAnswersIT {

    /** Sent in each request, and in no answer. */
    private static final String ECHO = "klingon";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FILES = "multipart/form-data; boundary=x";

    @TestHTTPResource("/")
    URL base;

    private static String get(String target) {
        return RawRequest.text("GET " + target, "", "");
    }

    private static String get(String target, String header) {
        return RawRequest.text("GET " + target, header + "\r\n", "");
    }

    private static String part(String header, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n"
                + header
                + "\r\n"
                + value
                + "\r\n--x--\r\n";
    }

    private static Map<String, String> requests() {
        var all = new LinkedHashMap<String, String>();
        for (var line :
                new String[] {
                    "FROB /klingon", "get /klingon", "DELETE /apply", "PUT /officer/queue",
                    "TRACE /klingon", "OPTIONS /apply", "PATCH /api/v1/klingon", "POST /klingon",
                    "DELETE /klingon", "POST /health", "HEAD /klingon"
                }) {
            all.put(line, RawRequest.text(line, "Content-Length: 0\r\n", ""));
        }
        for (var target :
                new String[] {
                    "/%zzklingon",
                    "/apply/%c3%28klingon",
                    "/apply/%00klingon",
                    "/apply?x=%zzklingon",
                    "/%",
                    "/apply?klingon=%",
                    "/sign-in?done=%zz",
                    "/api/v1/%zzklingon",
                    "/api/v1/directives?klingon=%",
                    "/../../etc/klingon",
                    "/%2e%2e/%2e%2e/klingon",
                    "http://klingon.example/%zz",
                    "/apply;klingon=%zz/y",
                    "/ledger/tile/0/%zz",
                    "/ledger/tile/99999999999999999999/klingon",
                    "/health/group/%zz",
                    "/openapi?format=%zzklingon",
                    "/apply#%zzklingon",
                    "/klingon?" + "a=b&".repeat(900)
                }) {
            all.put(target, get(target));
        }
        for (var header :
                new String[] {
                    "Cookie: =;;;a=\"\u0001;exeat-lang=%%%klingon; exeat-session=\u00ff",
                    "Cookie: exeat-session=\"klingon",
                    "Cookie: " + "klingon=1; ".repeat(500),
                    "Accept-Language: ;q=,,*;q=9999,klingonklingon-",
                    "Accept-Language: " + "klingon-".repeat(60),
                    "Accept: klingon",
                    "Accept: ;;;/;q=klingon",
                    "Range: bytes=5-1,9999999999999999999-klingon",
                    "If-Modified-Since: klingon",
                    "If-None-Match: \"klingon",
                    "If-Match: klingon",
                    "Authorization: Basic klingon!!",
                    "Authorization: Digest klingon",
                    "X-Forwarded-For: ,,[::klingon",
                    "Forwarded: for=;;host=\"klingon",
                    "traceparent: 00-klingon",
                    "baggage: %zzklingon",
                    "Content-Type: ;;;klingon",
                    "Upgrade: klingon",
                    "Expect: klingon",
                    "Idempotency-Key: \u00ff",
                    "Content-Length: 3\r\nContent-Type: text/klingon"
                }) {
            all.put(header, get("/track", header));
            all.put("api, " + header, get("/api/v1/directives", header));
        }
        return all;
    }

    private static Map<String, String> forms() {
        var all = new LinkedHashMap<String, String>();
        for (var path :
                new String[] {"/language", "/officer/csv", "/api/v1/sessions", "/klingon"}) {
            for (var body :
                    new String[] {
                        part("Content-Type: text/plain; charset=klingon\r\n", "v"),
                        part("Content-Type: text/plain; charset=a; charset=klingon\r\n", "v"),
                        part("Content-Transfer-Encoding: base64\r\n", "!!!"),
                        part("Content-Transfer-Encoding: klingon\r\n", "v"),
                        "--x\r\nContent-Disposition: form-data; name=klingon",
                        "klingon"
                    }) {
                all.put(path + " files " + body, RawRequest.post(path, FILES, body));
            }
            for (var type :
                    new String[] {
                        "multipart/form-data",
                        "multipart/form-data; boundary=",
                        "Multipart/Form-Data; boundary=x",
                        FORM + "; charset=klingon",
                        FORM + "; charset=\"",
                        "application/json; charset=klingon",
                        "application/klingon",
                        "////",
                        ""
                    }) {
                all.put(path + " type " + type, RawRequest.post(path, type, "csrf=klingon"));
            }
            all.put(path + " escapes", RawRequest.post(path, FORM, "csrf=%zz&klingon=%"));
            all.put(path + " fields", RawRequest.post(path, FORM, "klingon=1&".repeat(1500)));
        }
        return all;
    }

    private void isOurs(String name, String request) throws IOException {
        var reply = RawRequest.send(base, request);
        assertThat(reply.status()).as(name).isBetween(200, 499);
        boolean bare = reply.status() == 400 && reply.body().isEmpty();
        for (var header : List.of("Content-Security-Policy", "X-Content-Type-Options")) {
            assertThat(bare || reply.has(header)).as(name + " has " + header).isTrue();
        }
        assertThat(reply.text())
                .as(name)
                .doesNotContain(
                        "Exception", "\"stack\"", "Error id", "Resource not found", "\tat ");
        // The switch of language on a page knows its path, escaped; nothing else is repeated.
        boolean inPath = request.substring(0, request.indexOf("HTTP/")).contains(ECHO);
        if (reply.status() >= 400 && !inPath) {
            assertThat(reply.text()).as(name).doesNotContain(ECHO);
        }
    }

    @Test
    void each_is_answered_by_us_with_our_headers_and_nothing_of_what_was_sent() throws Exception {
        for (var request : requests().entrySet()) {
            isOurs(request.getKey(), request.getValue());
        }
    }

    @Test
    void so_is_each_form_that_no_page_of_ours_sends() throws Exception {
        for (var form : forms().entrySet()) {
            isOurs(form.getKey(), form.getValue());
        }
    }

    @Test
    void what_is_no_request_is_ended_with_a_bare_status_or_none() throws Exception {
        for (var request :
                new String[] {
                    get("/" + "klingon".repeat(1200)),
                    get("/", "X: " + "a".repeat(70_000)),
                    get("/", "X: a\0klingon"),
                    get("/", "klingon"),
                    get("/", "klingon bar: x"),
                    get("/klingon\u0001"),
                    "GET /klingon\r\n\r\n",
                    "GET / KLINGON\r\nHost: a\r\n\r\n",
                    "\u0016\u0003\u0001\u0002klingon\r\n\r\n",
                    RawRequest.text("POST /language", "Content-Length: -3\r\n", "klingon"),
                    RawRequest.text(
                            "POST /language",
                            "Content-Length: 3\r\nContent-Length: 4\r\n",
                            "klingon"),
                    RawRequest.text(
                            "POST /api/v1/sessions",
                            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                            "zz\r\nklingon\r\n0\r\n\r\n")
                }) {
            var reply = RawRequest.send(base, request);
            assertThat(reply.status()).as(request).isIn(0, 400, 404, 414, 431);
            assertThat(reply.text()).as(request).doesNotContain(ECHO, "Exception", "\"stack\"");
        }
    }

    @Test
    void the_figures_name_no_address_and_no_method_that_somebody_made_up() throws IOException {
        RawRequest.send(base, RawRequest.text("KLINGON /track/klingon", "", ""));
        RawRequest.send(base, get("/track/klingon"));
        var reply = RawRequest.send(base, get("/metrics"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("http_server_requests").doesNotContainIgnoringCase(ECHO);
    }
}
