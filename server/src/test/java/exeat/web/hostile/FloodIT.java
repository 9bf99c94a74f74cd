package exeat.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Office;
import exeat.desk.limit.Budgets.Use;
import exeat.desk.limit.ClientNetwork;
import exeat.web.town.MadeUp;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Floods, each from a network of its own; everybody else is served beside them. */
@QuarkusTest
class FloodIT {

    private static final String TRAVELLER =
            """
            {"names": [{"script": "Latn", "family": "Made", "given": "Up"}],
             "birthDate": "1980-05-01", "nationality": "KP", "residence": "jl-yanji",
             "purpose": "return", "facts": %s, "language": "en"}\
            """
                    .formatted(MadeUp.json(Map.of()));

    @Inject Town town;
    @Inject Office office;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    private static HttpClient from(String address) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> session(HttpClient client)
            throws IOException, InterruptedException {
        return send(
                client,
                to("/api/v1/sessions")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"type\": \"stranger\"}")));
    }

    private static String token(HttpResponse<String> opened) {
        return opened.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    private HttpRequest.Builder filing(String token, int travellers) {
        var all = String.join(", ", Collections.nCopies(travellers, TRAVELLER));
        return to("/api/v1/applications")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"travellers\": [" + all + "]}"));
    }

    private static void isTold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void sessions_of_one_address_end_and_another_network_begins_its_own() throws Exception {
        try (var flood = from("127.9.1.1");
                var other = from("127.9.2.1")) {
            int opened = 0;
            var answer = session(flood);
            for (; answer.statusCode() == 201 && opened < 500; opened++) {
                answer = session(flood);
            }
            assertThat(opened).as("400 an hour").isBetween(400, 410);
            isTold(answer);
            assertThat(answer.body()).contains("OVER_BUDGET");
            assertThat(session(other).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void travellers_of_one_address_end_and_a_counters_code_still_opens_the_door() throws Exception {
        try (var flood = from("127.9.3.1");
                var other = from("127.9.4.1")) {
            var token = token(session(flood));
            int filed = 0;
            var answer = send(flood, filing(token, 50));
            for (; answer.statusCode() == 201 && filed < 100; filed++) {
                answer = send(flood, filing(token, 50));
            }
            assertThat(filed).as("2000 travellers an hour").isEqualTo(40);
            isTold(answer);
            assertThat(send(other, filing(token(session(other)), 3)).statusCode()).isEqualTo(201);
            var wrong = filing(token, 3).header("Counter-Code", "7KQ4-M2XD-9TRA-W5HC");
            assertThat(send(flood, wrong).statusCode()).isEqualTo(429);
            var code = office.counterCodes().fresh();
            var opened = filing(token, 3).header("Counter-Code", code);
            assertThat(send(flood, opened).statusCode()).isEqualTo(201);
        }
    }

    /** A browser's cookies and the token of the form that it shows. */
    private record Shown(String cookies, String csrf, HttpResponse<String> answer) {}

    private Shown shown(HttpClient client, String cookies, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = send(client, request.header("Cookie", cookies));
        var fresh =
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.replaceFirst(";.*", ""))
                        .collect(Collectors.joining("; "));
        var csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(answer.body());
        return new Shown(cookies + "; " + fresh, csrf.find() ? csrf.group(1) : "", answer);
    }

    private Shown post(HttpClient client, Shown from, String path, String fields)
            throws IOException, InterruptedException {
        var body = "csrf=" + URLEncoder.encode(from.csrf(), StandardCharsets.UTF_8) + fields;
        return shown(
                client,
                from.cookies(),
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void drafts_grow_as_far_as_an_address_may_and_one_is_no_longer_than_a_family()
            throws Exception {
        var kept = "&go=keep" + ("&who=" + "x".repeat(100)).repeat(900);
        try (var flood = from("127.9.5.1");
                var other = from("127.9.6.1")) {
            var begun = shown(flood, "a=b", to("/apply"));
            int drafts = 0;
            var answer = begun;
            while (answer.answer().statusCode() < 400 && drafts < 100) {
                var draft = post(flood, begun, "/apply/start", "");
                answer =
                        post(
                                flood,
                                new Shown(draft.cookies(), begun.csrf(), draft.answer()),
                                "/apply/0/who",
                                kept);
                drafts++;
            }
            assertThat(drafts).as("4 MB of drafts of 90 kB").isBetween(40, 48);
            isTold(answer.answer());
            assertThat(answer.answer().body()).contains("Please try again later");

            var family = shown(other, "a=b", to("/apply"));
            family = post(other, family, "/apply/start", "");
            assertThat(family.answer().statusCode()).isEqualTo(303);
            var longer = ("&who=" + "x".repeat(180)).repeat(900);
            var token = shown(other, family.cookies(), to("/apply/0/who"));
            assertThat(post(other, token, "/apply/0/who", "&go=keep" + longer).answer())
                    .extracting(HttpResponse::statusCode)
                    .isEqualTo(413);
        }
    }

    @Test
    void requests_of_one_address_end_before_anything_is_looked_up() throws Exception {
        // Ten minutes' worth at once, as if they had been sent.
        assertThat(office.budgets().spend(Use.REQUEST, ClientNetwork.of("127.9.7.1"), 120_000))
                .isEmpty();
        try (var flood = from("127.9.7.1");
                var other = from("127.9.8.1")) {
            isTold(send(flood, to("/icon.svg")));
            var told = send(flood, to("/api/v1/directives"));
            isTold(told);
            assertThat(told.body()).contains("OVER_BUDGET");
            assertThat(send(other, to("/apply")).statusCode()).isEqualTo(200);
        }
    }
}
