package exeat.bench.cases;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures people who apply during a flood. First comes the server's capacity without limits:
 * applications a second with as many clients as it can serve. Then a server with default limits
 * gets ten times as many requests from eight networks, while people from other networks each begin
 * a session, file, sign in and confirm; each of these responses is timed.
 */
public final class FloodBench {

    private static final Logger LINES = Logger.getLogger("exeat");
    private static final int TIMES = 10;
    private static final int CLIENTS = 16;
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final double BAR_MILLIS = 1000;

    /** Every office's defaults, set explicitly. */
    static final String LIMITS = "limits:\n  requests: 3000\n  filings: 60\n";

    private static final String STRANGER = "{\"type\": \"stranger\"}";
    private static final String TOLD = "{\"told\": [\"nationality\", \"residence\", \"way back\"]}";

    private final Duration time;
    private final PrintStream out;
    private boolean met = true;

    public FloodBench(boolean quick, PrintStream out) {
        this.time = Duration.ofSeconds(quick ? 10 : 40);
        this.out = out;
    }

    /** Whether both bars are met. */
    public boolean run() throws Exception {
        LINES.setLevel(Level.WARNING);
        var root = Path.of(Objects.requireNonNull(System.getProperty("exeat.root")));
        if (!Files.exists(HttpRoad.jar(root))) {
            throw new IllegalStateException("the server is not built");
        }
        var folder = Files.createTempDirectory("exeat-flood");
        var data = Files.createDirectories(folder.resolve("data"));
        try (var postgres = BenchPostgres.start(folder.resolve("postgres"))) {
            var settings =
                    new OfficeSettings(
                            data,
                            Optional.of(postgres.url("exeat")),
                            Optional.of(BenchPostgres.OWNER),
                            Optional.of(""),
                            root.resolve("directives"));
            try (var office = Office.open(settings, CasesBench.clock())) {
                BriefedOfficers.of(office);
            }
            double capacity;
            try (var server = HttpRoad.start(postgres, root, data)) {
                capacity = capacity(server.address());
            }
            out.printf(Locale.ROOT, "capacity            %8.1f filings/s%n", capacity);
            try (var server = HttpRoad.start(postgres, root, data, LIMITS)) {
                beside(server.address(), TIMES * capacity);
            }
        } finally {
            CasesBench.remove(folder);
        }
        return met;
    }

    private double capacity(URI server) throws Exception {
        drive(server, Duration.ofSeconds(5));
        return drive(server, time.dividedBy(2));
    }

    private static double drive(URI server, Duration time) throws Exception {
        var done = new LongAdder();
        long end = System.nanoTime() + time.toNanos();
        var threads = new ArrayList<Thread>();
        for (int n = 0; n < CLIENTS; n++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try (var filer = new Filer(server, "127.0.0.1")) {
                                    var token = filer.session(STRANGER);
                                    while (System.nanoTime() < end) {
                                        filer.file(token);
                                        done.increment();
                                    }
                                } catch (IOException | InterruptedException ended) {
                                    throw new IllegalStateException(ended);
                                }
                            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return done.sum() / (double) time.toSeconds();
    }

    /** Runs the flood, with ordinary applicants at the same time. */
    private void beside(URI server, double perSecond) throws Exception {
        var times = new ConcurrentLinkedQueue<Double>();
        var failed = new ConcurrentLinkedQueue<String>();
        long end = System.nanoTime() + time.toNanos();
        var people = new ArrayList<Thread>();
        try (var flood = Flood.start(server, perSecond)) {
            for (int n = 0; System.nanoTime() < end; n++) {
                var address = "127." + (100 + n / 250) + "." + n % 250 + ".1";
                people.add(Thread.ofVirtual().start(() -> person(server, address, times, failed)));
                Thread.sleep(BETWEEN);
            }
            for (var one : people) {
                one.join();
            }
            out.printf(
                    Locale.ROOT,
                    "flood               %8.1f requests/s sent, %d answered, of these %d filed%n",
                    flood.sent() / flood.seconds(),
                    flood.answered(),
                    flood.served());
            verdict(
                    flood.sent() / flood.seconds() >= perSecond * 0.95,
                    String.format(Locale.ROOT, "ten times the capacity (%.0f/s)", perSecond));
        }
        failed.stream().limit(3).forEach(out::println);
        var sorted = times.stream().sorted().toList();
        double p99 = sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
        out.printf(
                Locale.ROOT,
                "people beside it    %8d came, %d answers, %.0f ms median, %.0f ms p99, %.0f ms most%n",
                people.size(),
                sorted.size(),
                sorted.get(sorted.size() / 2),
                p99,
                sorted.getLast());
        verdict(failed.isEmpty(), "everybody beside the flood was served");
        verdict(
                p99 < BAR_MILLIS,
                String.format(Locale.ROOT, "p99 of an answer: %.0f ms (%.0f)", p99, BAR_MILLIS));
    }

    static void person(
            URI server,
            String address,
            ConcurrentLinkedQueue<Double> times,
            ConcurrentLinkedQueue<String> failed) {
        try (var filer = new Filer(server, address)) {
            var filed = filer.timed(times, () -> filer.file(filer.timed(times, filer::stranger)));
            var own = filer.timed(times, () -> filer.session(filed.party()));
            filer.timed(times, () -> filer.post(own, filed.one() + "/confirm", TOLD));
        } catch (IOException | RuntimeException refused) {
            failed.add(address + ": " + refused.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void verdict(boolean isMet, String line) {
        out.println((isMet ? "  met     " : "  NOT MET ") + line);
        met &= isMet;
    }

    /** A client at one address. */
    static final class Filer implements AutoCloseable {

        private final URI server;
        private final HttpClient http;

        Filer(URI server, String address) {
            this.server = server;
            this.http =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .localAddress(InetAddress.ofLiteral(address))
                            .build();
        }

        /** A request to the server. */
        @FunctionalInterface
        interface Call<T> {
            T get() throws IOException, InterruptedException;
        }

        /** A filed application: its id, and the credentials of its first traveller. */
        record Filed(String id, String party) {
            String one() {
                return "/api/v1/applications/" + id + "/travellers/1";
            }
        }

        <T> T timed(ConcurrentLinkedQueue<Double> times, Call<T> call)
                throws IOException, InterruptedException {
            long begun = System.nanoTime();
            var answer = call.get();
            times.add((System.nanoTime() - begun) / 1e6);
            return answer;
        }

        String stranger() throws IOException, InterruptedException {
            return session(STRANGER);
        }

        String session(String who) throws IOException, InterruptedException {
            return field(post("", "/api/v1/sessions", who), "token");
        }

        Filed file(String token) throws IOException, InterruptedException {
            var body = post(token, "/api/v1/applications", BpmnProcess.APPLICATION);
            return new Filed(
                    field(body, "id"),
                    "{\"type\": \"party\", \"number\": \"%s\", \"secret\": \"%s\"}"
                            .formatted(field(body, "number"), field(body, "secret")));
        }

        String post(String token, String path, String body)
                throws IOException, InterruptedException {
            var request =
                    HttpRequest.newBuilder(server.resolve(path))
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofSeconds(20))
                            .POST(BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
                request.header("Idempotency-Key", UUID.randomUUID().toString());
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " was answered " + answer.statusCode());
            }
            return answer.body();
        }

        private static String field(String json, String name) {
            var mark = "\"" + name + "\":\"";
            int begin = json.indexOf(mark) + mark.length();
            return json.substring(begin, json.indexOf('"', begin));
        }

        @Override
        public void close() {
            http.close();
        }
    }

    /** The first requests of every connection of the flood; it does not wait for responses. */
    static String opening() {
        return STRANGER;
    }
}
