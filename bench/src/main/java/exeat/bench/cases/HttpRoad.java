package exeat.bench.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Exeat as others reach it: the server in a process of its own, JSON over HTTP/1.1, kept alive. */
final class HttpRoad implements Contender {

    private static final String NAME = "http";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration STARTS = Duration.ofSeconds(90);

    private static final String TOLD = "{\"told\": [\"nationality\", \"residence\", \"way back\"]}";
    private static final String DEPARTURE = "{\"direction\": \"departure\"}";

    private final Process server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Connection superuser;
    private final Map<Place.Desk, String> officers = new EnumMap<>(Place.Desk.class);
    private final List<String> strangers = new ArrayList<>();

    private HttpRoad(Process server, URI address, Connection superuser) {
        this.server = server;
        this.address = address;
        this.superuser = superuser;
    }

    /** The server's jar beside the launcher; whoever has not built it has no such contender. */
    static Path jar(Path root) {
        return root.resolve("server/target/quarkus-app/quarkus-run.jar");
    }

    static HttpRoad open(OnePostgres postgres, Path data, Path root) throws Exception {
        var database = postgres.database(NAME);
        var own = data.resolve(NAME);
        var directives = root.resolve("directives");
        try (var office = DeskRoad.office(database, own, directives)) {
            Place.settle(office);
        }
        int port = freePort();
        var log = data.resolve("server.log").toFile();
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dexeat.root=" + root,
                                "-jar",
                                jar(root).toString(),
                                "run",
                                "--port=" + port,
                                "--data=" + own,
                                "--directives=" + directives,
                                "--jdbc-url=" + database.url())
                        .redirectErrorStream(true)
                        .redirectOutput(log);
        builder.environment().put("EXEAT_JDBC_USER", database.user());
        builder.environment().put("EXEAT_JDBC_PASSWORD", database.password());
        var server = builder.start();
        var road =
                new HttpRoad(
                        server,
                        URI.create("http://127.0.0.1:" + port),
                        postgres.superuser(NAME));
        try {
            road.awaitReady(log.toPath());
            for (var desk : Place.Desk.values()) {
                road.officers.put(desk, road.officer(desk));
            }
            return road;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            road.close();
            throw failed;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + STARTS.toNanos();
        while (!Files.readString(log).contains("ready http")) {
            if (System.nanoTime() > end || server.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server does not start: " + Files.readString(log));
            }
        }
    }

    private String officer(Place.Desk desk) throws IOException, InterruptedException {
        var body =
                "{\"type\": \"officer\", \"login\": \"%s\", \"password\": \"%s\"}"
                        .formatted(Place.login(desk), Place.password());
        return post("", "", "/api/v1/sessions", body).path("token").asText();
    }

    @Override
    public String title() {
        return "Exeat, HTTP";
    }

    @Override
    public int commands() {
        return 8;
    }

    @Override
    public long server() {
        return server.pid();
    }

    @Override
    public void prepare(int clients) throws IOException, InterruptedException {
        while (strangers.size() < clients) {
            strangers.add(
                    post("", "", "/api/v1/sessions", "{\"type\": \"stranger\"}")
                            .path("token")
                            .asText());
        }
    }

    @Override
    public void ride(int client, Clock clock) throws IOException, InterruptedException {
        clock.begin();
        var filed = post(strangers.get(client), key(), "/api/v1/applications", application());
        clock.answered();
        var signIn =
                "{\"type\": \"party\", \"number\": \"%s\", \"secret\": \"%s\"}"
                        .formatted(filed.path("number").asText(), filed.path("secret").asText());
        var party = post("", "", "/api/v1/sessions", signIn).path("token").asText();
        clock.begin();
        var one = "/api/v1/applications/" + filed.path("id").asText() + "/travellers/1";
        give(party, one + "/confirm", TOLD, clock);
        var reason = "{\"reason\": \"they belong\"}";
        give(at(Place.Desk.FOREIGN_AFFAIRS), one + "/approval", reason, clock);
        give(at(Place.Desk.PUBLIC_SECURITY), one + "/clearances/identity", "", clock);
        give(at(Place.Desk.FOREIGN_AFFAIRS), one + "/clearances/exit-formalities", "", clock);
        give(at(Place.Desk.FOREIGN_AFFAIRS), one + "/authorisation", "", clock);
        give(at(Place.Desk.BORDER_DEFENCE), one + "/crossings", DEPARTURE, clock);
        give(at(Place.Desk.CUSTOMS), one + "/crossings", DEPARTURE, clock);
    }

    private String at(Place.Desk desk) {
        return officers.getOrDefault(desk, "");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** The same as {@link Place#draft}, as JSON. */
    private static String application() {
        return """
               {"travellers": [{"names": [{"script": "Latn", "family": "Kim", "given": "Chol Su"}],
                "birthDate": "1930-05-01", "nationality": "CN", "residence": "jl-yanji",
                "purpose": "settle", "language": "ko", "facts": {"asked to return": false,
                "applied to build": false, "relations in Korea": false, "ethnicity": "other",
                "on a request list": false, "officer kinship": false}}]}
               """;
    }

    private void give(String token, String path, String body, Clock clock)
            throws IOException, InterruptedException {
        post(token, key(), path, body);
        clock.answered();
    }

    private JsonNode post(String token, String key, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        var answer =
                http.send(
                        request.POST(BodyPublishers.ofString(body)).build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public Batched batched() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/metrics")).build();
        var metrics = http.send(request, BodyHandlers.ofString()).body();
        return new Batched(
                metric(metrics, "exeat_batches_total"),
                metric(metrics, "exeat_batch_commands_total"));
    }

    private static long metric(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    @Override
    public long crossed() throws Exception {
        return DeskRoad.crossed(superuser);
    }

    @Override
    public void close() throws SQLException {
        server.destroy();
        http.shutdownNow();
        superuser.close();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }
}
