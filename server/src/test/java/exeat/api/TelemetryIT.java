package exeat.api;

import static exeat.api.ApiTown.TOLD;
import static exeat.api.ApiTown.TUMEN_BD;
import static exeat.api.ApiTown.TUMEN_CU;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.key;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.api.ApiTown.Filing;
import exeat.http.RequestLog;
import exeat.server.LogFormatter;
import exeat.telemetry.LogFormat;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A whole road with every personal value marked; what is logged and traced of it is looked through.
 */
@QuarkusTest
@TestProfile(ApiProfile.class)
class TelemetryIT {

    private static final Receiver RECEIVER = ApiProfile.RECEIVER;
    private static final String REASON = "ZZPLANTEDREASON";
    private static final String LOGIN = "zzplantedlogin";
    private static final String PASSWORD = "ZZPLANTEDPASSWORD";
    private static final String ADDRESS = "ZZPLANTEDADDRESS";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final ApiTown town;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Taking();

    /** What came before is of other tests, which share this office. */
    private final int before = RECEIVER.spans().size();

    /** Writes down every line of every logger as the server would. */
    private final class Taking extends Handler {
        private final LogFormatter form = new LogFormatter(LogFormat.JSON);

        Taking() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(form.format(ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Inject
    TelemetryIT(ApiTown town) {
        this.town = town;
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
        town.open();
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(handler);
    }

    private List<JsonNode> said(String event) throws IOException {
        var found = new ArrayList<JsonNode>();
        for (var line : lines) {
            var node = json.readTree(line);
            if (node.path("event").asText().equals(event)) {
                found.add(node);
            }
        }
        return found;
    }

    /** From intake to crossing; what must never be seen again. */
    private List<String> road() {
        var marked = new ArrayList<>(List.of(ApiTown.PLANTED, REASON, LOGIN, PASSWORD, ADDRESS));
        marked.addAll(List.of("1980-05-01", "Chol Su", "right " + YANJI_FA, "ZZTOKEN"));
        var filing = town.file(ApiTown.returning());
        town.done(filing.token(), "POST", filing.one() + "/confirm", TOLD);
        town.clear(filing);
        town.done(town.officer(YANJI_FA), "POST", filing.one() + "/authorisation", "");
        var paper =
                get(filing.token(), filing.path())
                        .jsonPath()
                        .getString("travellers[0].paper.number");
        var find = "{\"number\": \"" + paper.toLowerCase(Locale.ROOT) + "\"}";
        call(town.officer(TUMEN_BD), "", "POST", "/api/v1/papers/find", find);
        for (var unit : List.of(TUMEN_BD, TUMEN_CU)) {
            var crossing = "{\"direction\": \"departure\"}";
            town.done(town.officer(unit), "POST", filing.one() + "/crossings", crossing);
        }
        assertThat(town.stage(filing)).isEqualTo("closed");
        refused(marked);
        marked.addAll(List.of(filing.number(), filing.secret(), filing.token(), paper));
        marked.add(filing.id());
        marked.add(town.officer(YANJI_FA));
        return marked;
    }

    /** What goes wrong on the way: an appeal, a wrong door, a wrong address, a wrong form. */
    private void refused(List<String> marked) {
        Filing other = town.confirmed(ApiTown.referred());
        var refuse = "{\"act\": {\"type\": \"refuse\"}, \"reason\": \"" + REASON + "\"}";
        town.done(town.officer(YANJI_FA), "POST", other.one() + "/proposals", refuse);
        call(other.token(), key(), "POST", other.one() + "/authorisation", "");
        var wrong =
                "{\"type\": \"officer\", \"login\": \"%s\", \"password\": \"%s\"}"
                        .formatted(LOGIN, PASSWORD);
        for (int n = 0; n < 11; n++) {
            assertThat(call("", "", "POST", "/api/v1/sessions", wrong).statusCode()).isEqualTo(401);
        }
        get(town.officer(YANJI_FA), "/api/v1/applications/" + ADDRESS);
        get("", "/" + ADDRESS + "?name=" + ADDRESS);
        get(ADDRESS, "/api/v1/queue");
        call(town.stranger(), key(), "POST", "/api/v1/applications", "{\"" + REASON + "\": [");
        marked.addAll(List.of(other.number(), other.secret(), other.token(), other.id()));
    }

    @Test
    void a_whole_case_is_logged_and_traced_without_anybody_in_it() throws Exception {
        var marked = road();
        var answer =
                given().header("Authorization", "Bearer " + town.officer("jl-yanji"))
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .get("/api/v1/reports/jl-yanji");
        assertThat(answer.statusCode()).isEqualTo(200);
        var id = answer.header("X-Request-Id");
        waitFor(() -> RECEIVER.spans().stream().anyMatch(span -> span.trace().equals(TRACE)));

        for (var line : lines) {
            var node = json.readTree(line);
            assertThat(Instant.parse(node.path("time").asText())).isAfter(Instant.EPOCH);
            assertThat(node.path("level").asText()).isNotEmpty();
            assertThat(node.path("event").asText()).isNotEmpty();
        }
        var request =
                said("request").stream()
                        .filter(node -> node.path("request").asText().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(request.path("trace").asText()).isEqualTo(TRACE);
        assertThat(request.path("route").asText()).isEqualTo("/api/v1/reports/{authority}");
        assertThat(request.path("authority").asText()).isEqualTo("jl-yanji");
        assertThat(request.path("kind").asText()).isEqualTo("officer");
        assertThat(said("signed-in")).isNotEmpty();
        assertThat(said("sign-in-failed")).hasSize(10);
        assertThat(said("sign-in-throttled")).hasSize(1);
        assertThat(said("refused")).isNotEmpty();
        var logged = String.join("", lines);
        assertThat(marked).allSatisfy(value -> assertThat(logged).doesNotContain(value));
        var traced = RECEIVER.raw();
        assertThat(marked).allSatisfy(value -> assertThat(traced).doesNotContain(value));
        assertThat(RECEIVER.tokens()).containsOnly("ZZTOKEN");
        spansHangTogether();
        metricsAreThere();
    }

    @Test
    void a_route_is_a_pattern_without_its_expressions() {
        assertThat(RequestLog.plain("/api/v1/x/{id:[0-9a-f]{36}}/y/"))
                .isEqualTo("/api/v1/x/{id}/y");
        assertThat(RequestLog.plain("//officer//{a}/{b : .*}")).isEqualTo("/officer/{a}/{b}");
        assertThat(RequestLog.plain("/")).isEqualTo("/");
    }

    private void spansHangTogether() {
        waitFor(() -> isLogged(confirm(spans()).orElseThrow()));
        var spans = spans();
        var confirm = confirm(spans).orElseThrow();
        assertThat(confirm.parent()).isEmpty();
        assertThat(below(spans, confirm)).contains("desk queue", "batch");
        var batch =
                spans.stream()
                        .filter(s -> s.parent().equals(confirm.id()) && s.name().equals("batch"))
                        .findFirst()
                        .orElseThrow();
        assertThat(batch.trace()).isEqualTo(confirm.trace());
        assertThat(below(spans, batch)).containsExactly("load", "respond", "append and commit");
        assertThat(spans)
                .filteredOn(span -> span.name().equals("sequence"))
                .flatExtracting(Receiver.Seen::links)
                .contains(batch.id());
    }

    private List<Receiver.Seen> spans() {
        var all = RECEIVER.spans();
        return all.subList(before, all.size());
    }

    private static Optional<Receiver.Seen> confirm(List<Receiver.Seen> spans) {
        return spans.stream()
                .filter(s -> s.name().startsWith("POST") && s.name().endsWith("/confirm"))
                .findFirst();
    }

    /** Whether the round that took its batch into the log has come too. */
    private boolean isLogged(Receiver.Seen request) {
        var spans = spans();
        return spans.stream()
                .filter(s -> s.parent().equals(request.id()) && s.name().equals("batch"))
                .anyMatch(batch ->
                        spans.stream()
                                .filter(s -> s.name().equals("sequence"))
                                .anyMatch(s -> s.links().contains(batch.id())));
    }

    private static List<String> below(List<Receiver.Seen> spans, Receiver.Seen parent) {
        return spans.stream()
                .filter(span -> span.parent().equals(parent.id()))
                .map(Receiver.Seen::name)
                .toList();
    }

    private static void metricsAreThere() {
        assertThat(given().get("/metrics").asString())
                .contains(
                        "exeat_queue_depth",
                        "exeat_batches_total",
                        "exeat_batch_commands_total",
                        "exeat_ledger_lag_seconds",
                        "exeat_sign_ins_total{result=\"failed\"}",
                        "exeat_sign_ins_total{result=\"throttled\"}");
    }

    private static void waitFor(java.util.function.BooleanSupplier what) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nothing came in 20 s").isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
