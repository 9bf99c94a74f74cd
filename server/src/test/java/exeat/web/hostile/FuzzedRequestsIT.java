package exeat.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.api.application.IntakeLines;
import exeat.fuzz.Mutator;
import exeat.web.town.RawRequest;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests that a seeded mutator makes of good ones: addresses with cursors and parameters,
 * headers, forms with passwords and codes, bodies of JSON. For {@code exeat.fuzz.seconds} from the
 * seed {@code exeat.fuzz.seed}; a failure shows the request.
 */
@QuarkusTest
class FuzzedRequestsIT {

    private static final long SECONDS = Integer.getInteger("exeat.fuzz.seconds", 2);
    private static final long SEED = Long.getLong("exeat.fuzz.seed", 1963);

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private static final String PLACE = "9999-12-31~2026-11-30T10:00:00Z~EX-T7DE~1~identity";

    private static final String TRACE =
            "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n";

    private static final String OFFICER =
            "{\"type\": \"officer\", \"login\": \"a\", \"password\": \"b\", \"code\": \"123456\"}";

    private static final String UPLOAD =
            """
            --x
            Content-Disposition: form-data; name="csrf"

            a.b
            --x
            Content-Disposition: form-data; name="file"; filename="a.csv"
            Content-Type: text/csv

            a,b
            --x--
            """
                    .replace("\n", "\r\n");

    private static final String APPLICATION =
            """
            {"principal": {"script": "Latn", "family": "Made", "given": "Up"}, "travellers": [
             {"names": [{"script": "Hang", "family": "\uae40", "given": "\uc21c\ud76c"}],
              "birthDate": "1980-05-01", "nationality": "KP", "residence": "jl-yanji",
              "purpose": "return", "facts": {"birth country": "KP", "size": [1, 2.5]}, "documents": [
              {"kind": "birth certificate", "reference": "12"}], "guardians": [
              {"name": "A", "party": 1}], "language": "ko", "contact": "x"}]}\
            """;

    @Inject Town town;
    @Inject IntakeLines lines;

    @TestHTTPResource("/")
    URL base;

    private final Random random = new Random(SEED);

    /** A good request: what stands in its first line, its headers without the length, its body. */
    private record Good(String line, String headers, String body) {}

    @BeforeEach
    void open() {
        town.open();
    }

    private List<Good> good() {
        var token = town.session("jl-yanji-fa", 1).token();
        var all = new ArrayList<Good>();
        all.addAll(pages("Cookie: exeat-session=" + token + "\r\n"));
        all.addAll(calls(JSON + "Authorization: Bearer " + token + "\r\nIdempotency-Key: abc\r\n"));
        return all;
    }

    private static List<Good> pages(String officer) {
        var visit = FORM + "Cookie: exeat-visit=" + "a".repeat(43) + "\r\n";
        var files = officer + "Content-Type: multipart/form-data; boundary=x\r\n";
        return List.of(
                new Good("GET /officer/queue?which=work&after=" + PLACE, officer, ""),
                new Good("GET /officer/report?from=2026-01-01&to=2026-12-01&unit=jl", officer, ""),
                new Good("GET /officer/case/EX-T7DE-2?done=clear", officer, ""),
                new Good("GET /directive/try?fact=size", "Accept-Language: ko, en;q=0.8\r\n", ""),
                new Good("GET /ledger/tile/0/x001/067.p/8", "Range: bytes=0-10\r\n", ""),
                new Good(
                        "POST /officer", visit, "csrf=a.b&login=x.1&password=y&code=123456&kept=x"),
                new Good("POST /sign-in", FORM, "csrf=a.b&number=EX-T7DE&secret=7KQ4-M2XD-9TRA"),
                new Good("POST /language", FORM, "csrf=%61&lang=ko&back=%2Fapply"),
                new Good("POST /officer/csv", files, UPLOAD));
    }

    private static List<Good> calls(String officer) {
        var application = "/api/v1/applications/EX-T7DE";
        return List.of(
                new Good("GET /api/v1/queue?which=border&limit=20&after=" + PLACE, officer, ""),
                new Good("GET /api/v1/directives/prc-1963", "Accept: a/b;q=0.9\r\n" + TRACE, ""),
                new Good("POST /api/v1/sessions", JSON, OFFICER),
                new Good("POST /api/v1/sessions", JSON, OFFICER.replace("officer", "traveller")),
                new Good("POST /api/v1/applications", officer, APPLICATION),
                new Good("POST " + application + "/withdrawal", officer, "{\"to\": 1}"),
                new Good(
                        "POST /api/v1/directives/prc-1963/try", JSON, "{\"facts\": {\"a\": [1]}}"));
    }

    private static Mutator mutator(long seed, Stream<String> texts, List<String> words) {
        return new Mutator(
                seed,
                texts.filter(text -> !text.isEmpty())
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                words);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void no_request_is_answered_with_a_fault_of_ours() throws Exception {
        var good = good();
        var words =
                List.of(
                        "%00",
                        "%ff", "&after=", "&which=", "../", "exeat-session=", "; q=", "chunked");
        var targets = mutator(SEED, good.stream().map(Good::line), words);
        var headers = mutator(SEED, good.stream().map(Good::headers), words);
        var bodies = mutator(SEED, good.stream().map(Good::body), words);
        int tried = 0;
        for (long begun = System.nanoTime();
                System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS);
                tried++) {
            var one = good.get(random.nextInt(good.size()));
            int part = random.nextInt(8);
            var line =
                    part == 0 || part > 5
                            ? text(targets.next()).replaceAll("[\r\n ]+", " ")
                            : one.line();
            var head = part == 1 ? text(headers.next()).strip() + "\r\n" : one.headers();
            var body =
                    part > 1 && part < 6 && one.line().startsWith("POST")
                            ? text(bodies.next())
                            : one.body();
            var length = line.startsWith("POST") ? "Content-Length: " + body.length() + "\r\n" : "";
            var request = RawRequest.text(line, length + head, body);
            var reply = RawRequest.send(base, request);
            assertThat(reply.status()).as(request).matches(s -> s < 500 || s == 503, "is no fault");
            assertThat(reply.text())
                    .as(request)
                    .doesNotContain("\"stack\"", "Error id", "\tat exeat");
        }
        System.out.println("fuzz: requests " + tried + " from seed " + SEED);
        assertThat(tried).isPositive();
    }

    @Test
    void no_line_of_a_file_is_more_than_wrong() {
        var mutator =
                mutator(
                        SEED,
                        Stream.of(APPLICATION.replace("\n", ""), "null"),
                        List.of(
                                "\"facts\":",
                                "\"names\":",
                                "null",
                                "[{",
                                "}]",
                                "\"\\ud800\"",
                                "1e400"));
        int tried = 0;
        for (long begun = System.nanoTime();
                System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS);
                tried++) {
            var line = new String(mutator.next(), StandardCharsets.UTF_8);
            var read = lines.read(line);
            assertThat(read.draft().isEmpty()).as(line).isEqualTo(!read.problems().isEmpty());
        }
        System.out.println("fuzz: lines " + tried + " from seed " + SEED);
        assertThat(tried).isPositive();
    }
}
