package exeat.bench.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Exeat's server in a process of its own, used through its JSON API over HTTP. */
final class HttpRoad implements Road {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CROSSING = "{\"direction\": \"departure\"}";

    private final BenchPostgres server;
    private final Process process;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> officers = new HashMap<>();

    private HttpRoad(BenchPostgres server, Process process, URI address) {
        this.server = server;
        this.process = process;
        this.address = address;
    }

    static Path jar(Path root) {
        return root.resolve("server/target/quarkus-app/quarkus-run.jar");
    }

    /** Raised rate limits, since all requests come from one address. */
    static final String NO_LIMITS =
            """
            limits:
              requests: 100000000
              sessions: 100000000
              filings: 100000000
              filings-in-all: 100000000
              acts: 100000000
              acts-of-a-unit: 100000000
            """;

    /** Every office's defaults, set explicitly. */
    static final String DEFAULT_LIMITS = "limits:\n  requests: 3000\n  filings: 60\n";

    /** Starts the server for an office that already has officers, and signs them in. */
    static HttpRoad start(BenchOffice office, String settings) throws Exception {
        return start(office, settings, List.of());
    }

    /** Starts the server behind another command, such as {@code taskset}. */
    static HttpRoad start(BenchOffice office, String settings, List<String> before)
            throws Exception {
        var root = office.root();
        var data = office.data();
        var file = Files.writeString(data.resolve("bench.yaml"), settings);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dexeat.root=" + root,
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar(root).toString(),
                        "run",
                        "--config",
                        file.toString(),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString(),
                        "--directives",
                        root.resolve("directives").toString(),
                        "--jdbc-url",
                        office.postgres().url("exeat")));
        var builder = new ProcessBuilder(command);
        builder.environment().put("EXEAT_JDBC_USER", BenchPostgres.OWNER);
        builder.environment().put("EXEAT_JDBC_PASSWORD", "");
        var log = data.resolve("server.log");
        builder.redirectError(ProcessBuilder.Redirect.to(log.toFile()));
        var process = builder.start();
        var road = new HttpRoad(office.postgres(), process, URI.create("http://127.0.0.1:" + port));
        try {
            if (!isReady(process)) {
                throw new IllegalStateException("no server: " + Files.readString(log));
            }
            for (var unit :
                    List.of(
                            BriefedOfficers.HOLDER,
                            BriefedOfficers.POLICE,
                            BriefedOfficers.BORDER,
                            BriefedOfficers.CUSTOMS)) {
                road.officers.put(unit, road.officer(unit));
            }
            return road;
        } catch (Exception failed) {
            road.close();
            throw failed;
        }
    }

    private static boolean isReady(Process process) throws IOException {
        // Not closed: the server's later output must be read, or it would block.
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready ")) {
                Thread.ofVirtual().start(() -> drain(process));
                return true;
            }
        }
        return false;
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // The process has ended: there is nothing more to read.
        }
    }

    URI address() {
        return address;
    }

    @Override
    public String name() {
        return "Exeat, HTTP";
    }

    @Override
    public List<Road.Client> clients(int many) throws Exception {
        var clients = new ArrayList<Road.Client>();
        for (int n = 0; n < many; n++) {
            var stranger = session(Filer.STRANGER);
            clients.add(() -> travel(stranger));
        }
        return clients;
    }

    /** An application that its traveller has confirmed and that now waits for the police. */
    void confirmed() throws IOException, InterruptedException {
        confirmed(session(Filer.STRANGER));
    }

    /** The address of its traveller. */
    private String confirmed(String stranger) throws IOException, InterruptedException {
        var filed = post(stranger, "/api/v1/applications", BpmnProcess.APPLICATION);
        var own =
                session(
                        "{\"type\": \"party\", \"number\": \"%s\", \"secret\": \"%s\"}"
                                .formatted(
                                        filed.path("number").asText(),
                                        filed.path("secret").asText()));
        var one = "/api/v1/applications/" + filed.path("id").asText() + "/travellers/1";
        post(own, one + "/confirm", Filer.TOLD);
        return one;
    }

    private void travel(String stranger) throws IOException, InterruptedException {
        var one = confirmed(stranger);
        deed(BriefedOfficers.POLICE, one + "/clearances/identity", "");
        deed(BriefedOfficers.HOLDER, one + "/clearances/exit-formalities", "");
        deed(BriefedOfficers.HOLDER, one + "/authorisation", "");
        deed(BriefedOfficers.BORDER, one + "/crossings", CROSSING);
        deed(BriefedOfficers.CUSTOMS, one + "/crossings", CROSSING);
    }

    /** The officer of the unit that handles the cases, using the API. */
    IntakeRate.Way intake() {
        var officer = officers.getOrDefault(BriefedOfficers.HOLDER, "");
        return new IntakeRate.Way() {
            @Override
            public void one() throws Exception {
                post(officer, "/api/v1/applications", BpmnProcess.APPLICATION);
            }

            @Override
            public long file(byte[] csv) throws Exception {
                var sent =
                        HttpRequest.newBuilder(address.resolve("/api/v1/intakes"))
                                .header("Authorization", "Bearer " + officer)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofByteArray(csv))
                                .build();
                var intake = answer(sent);
                var place = address.resolve("/api/v1/intakes/" + intake.path("id").asText());
                var find =
                        HttpRequest.newBuilder(place)
                                .header("Authorization", "Bearer " + officer)
                                .build();
                while (!Set.of("done", "unreadable").contains(intake.path("stage").asText())) {
                    Thread.sleep(20);
                    intake = answer(find);
                }
                return intake.path("filed").asLong();
            }
        };
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.uri() + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String officer(String unit) throws IOException, InterruptedException {
        return session(BriefedOfficers.credentials(unit));
    }

    private String session(String who) throws IOException, InterruptedException {
        return post("", "/api/v1/sessions", who).path("token").asText();
    }

    private void deed(String unit, String path, String body)
            throws IOException, InterruptedException {
        post(officers.getOrDefault(unit, ""), path, body);
    }

    private JsonNode post(String token, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return answer(request.POST(BodyPublishers.ofString(body)).build());
    }

    @Override
    public long crossed() throws Exception {
        return server.one("exeat", "select count(*) from exeat.event where type = 'departed'");
    }

    @Override
    public Road.Batches batches() throws Exception {
        var request = HttpRequest.newBuilder(address.resolve("/metrics")).build();
        long batches = 0;
        long commands = 0;
        for (var line : http.send(request, BodyHandlers.ofLines()).body().toList()) {
            if (line.startsWith("exeat_batches_total")) {
                batches = value(line);
            } else if (line.startsWith("exeat_batch_commands_total")) {
                commands = value(line);
            }
        }
        return new Road.Batches(batches, commands);
    }

    private static long value(String line) {
        return (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Override
    public long process() {
        return process.pid();
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(slow -> process.destroyForcibly())
                .join();
    }
}
