package exeat.bench.cases;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * What pages cost: server and PostgreSQL on one processor, warm, eight open connections on another.
 * Of each page the rate, the slowest of a hundred, the processor time of both programs a request,
 * and its bytes as sent to a browser that takes gzip. A public page is asked for as a browser does
 * that has it: with the tag of what it has.
 */
public final class PagesBench {

    private static final Logger LINES = Logger.getLogger("exeat");
    private static final int CONNECTIONS = 8;
    private static final int CASES = 200;
    private static final String GZIP = "Accept-Encoding: gzip";

    private static final double PUBLIC_RATE = 5000;
    private static final double CASE_MILLIS = 1.2;
    private static final double QUEUE_MILLIS = 3;
    private static final int FIRST_BYTES = 40_000;
    private static final int LATER_BYTES = 15_000;

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern CASE = Pattern.compile("href=\"(/officer/case/[0-9a-f-]{36})");
    private static final Pattern STYLE = Pattern.compile("href=\"(/assets/[^\"]+\\.css)\"");

    private final Duration time;
    private final PrintStream out;
    private boolean met = true;

    public PagesBench(boolean quick, PrintStream out) {
        this.time = Duration.ofSeconds(quick ? 3 : 15);
        this.out = out;
    }

    /** Whether all bars are met. */
    public boolean run() throws Exception {
        LINES.setLevel(Level.WARNING);
        var root = Path.of(Objects.requireNonNull(System.getProperty("exeat.root")));
        if (!Files.exists(HttpRoad.jar(root))) {
            throw new IllegalStateException("the server is not built");
        }
        var folder = Files.createTempDirectory("exeat-pages");
        var data = Files.createDirectories(folder.resolve("data"));
        try (var postgres = BenchPostgres.start(folder.resolve("postgres"))) {
            boolean pinned = pin(postgres.process());
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
            out.println(
                    pinned
                            ? "server and PostgreSQL on processor 0"
                            : "no taskset: server and PostgreSQL on all processors");
            try (var server = HttpRoad.startOnOne(postgres, root, data, pinned)) {
                fill(server);
                measure(server.address(), postgres, server.process());
            }
        } finally {
            CasesBench.remove(folder);
        }
        return met;
    }

    /** Puts a process on one processor; what it starts from then on stays there too. */
    private static boolean pin(long process) throws InterruptedException {
        try {
            return new ProcessBuilder("taskset", "-acp", "0", Long.toString(process))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void fill(HttpRoad server) throws Exception {
        for (int n = 0; n < CASES; n++) {
            server.confirmed();
        }
    }

    private void measure(URI address, BenchPostgres postgres, long server) throws Exception {
        out.printf(
                Locale.ROOT,
                "%-28s %10s %9s %9s %12s%n",
                "page",
                "requests/s",
                "p99 ms",
                "cpu ms",
                "bytes gzip");
        int style = 0;
        int first = 0;
        for (var path : List.of("/", "/directive", "/ledger")) {
            var page = page(address, path);
            if (path.equals("/")) {
                style = style(address, page.text());
                first = page.bytes();
            }
            var again = lap(address, postgres, server, path, List.of(), page.tag());
            line(path + ", has it", again, 0);
            verdict(again.rate() >= PUBLIC_RATE, path + ": rate of a page that the browser has");
            line(path, lap(address, postgres, server, path, List.of(), ""), page.bytes());
        }
        verdict(first + style <= FIRST_BYTES, "bytes of the first load: " + (first + style));
        officers(address, postgres, server);
    }

    private void officers(URI address, BenchPostgres postgres, long server) throws Exception {
        try (var client = new PageClient(address)) {
            signIn(client);
            var cookies = client.cookies();
            var queue = "/officer/queue";
            var list = client.get(queue, GZIP);
            var found = CASE.matcher(client.get(queue).text());
            if (!found.find()) {
                throw new IllegalStateException("no case in the queue");
            }
            var file = found.group(1);
            var asked = lap(address, postgres, server, queue, cookies, "");
            line("queue", asked, list.bytes());
            verdict(asked.cpuMillis() <= QUEUE_MILLIS, "processor time of a queue");
            verdict(list.bytes() <= LATER_BYTES, "bytes of a queue");
            var opened = client.get(file, GZIP);
            var one = lap(address, postgres, server, file, cookies, "");
            line("case", one, opened.bytes());
            verdict(one.cpuMillis() <= CASE_MILLIS, "processor time of a case");
            verdict(opened.bytes() <= LATER_BYTES, "bytes of a case");
        }
    }

    private static void signIn(PageClient client) throws IOException {
        var token = TOKEN.matcher(client.get("/officer").text());
        var csrf = "";
        while (token.find()) {
            csrf = token.group(1);
        }
        var form =
                "csrf=%s&login=%s&password=%s"
                        .formatted(
                                encoded(csrf),
                                encoded(BriefedOfficers.POLICE),
                                encoded(BriefedOfficers.password(BriefedOfficers.POLICE)));
        var answer = client.post("/officer", form);
        if (answer.status() != 303) {
            throw new IllegalStateException("sign-in was answered " + answer.status());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A page as a new browser gets it, and its tag for one that comes again. */
    private record Fetched(String text, int bytes, String tag) {}

    private static Fetched page(URI address, String path) throws IOException {
        try (var client = new PageClient(address)) {
            var plain = client.get(path);
            var again = client.get(path);
            return new Fetched(plain.text(), client.get(path, GZIP).bytes(), again.header("etag"));
        }
    }

    private static int style(URI address, String html) throws IOException {
        var found = STYLE.matcher(html);
        if (!found.find()) {
            throw new IllegalStateException("no style sheet");
        }
        try (var client = new PageClient(address)) {
            return client.get(found.group(1), GZIP).bytes();
        }
    }

    /** What one page cost. */
    private record Lap(double rate, double p99, double cpuMillis) {}

    /**
     * Asks for a page on all connections, first until it is warm.
     *
     * @param tag of what the browser has; empty for nothing
     */
    private Lap lap(
            URI address,
            BenchPostgres postgres,
            long server,
            String path,
            List<String> cookies,
            String tag)
            throws Exception {
        drive(address, path, cookies, tag, time.dividedBy(3));
        try (var connection = postgres.connect("postgres")) {
            var before = CounterSnapshot.now(connection, postgres.process(), server);
            double own = own();
            var times = drive(address, path, cookies, tag, time);
            double mine = own() - own;
            var spent = CounterSnapshot.now(connection, postgres.process(), server).since(before);
            long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            double cpu = spent.serverCpu() + spent.clientCpu() - mine;
            return new Lap(
                    sorted.length / spent.seconds(),
                    sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6,
                    cpu * 1000 / sorted.length);
        }
    }

    /** Processor seconds of this process, which drives. */
    private static double own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static List<long[]> drive(
            URI address, String path, List<String> cookies, String tag, Duration time)
            throws Exception {
        var tasks = new ArrayList<Callable<long[]>>();
        for (int n = 0; n < CONNECTIONS; n++) {
            tasks.add(() -> drive(address, path, cookies, tag, System.nanoTime() + time.toNanos()));
        }
        var all = new ArrayList<long[]>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (var done : threads.invokeAll(tasks)) {
                all.add(done.get());
            }
        }
        return all;
    }

    private static long[] drive(
            URI address, String path, List<String> cookies, String tag, long end)
            throws IOException {
        try (var client = new PageClient(address)) {
            client.take(cookies);
            // A public page is of one browser: this connection's own cookie, and the tag with it.
            var mine = tag.isEmpty() ? "" : tagOf(client, path);
            var request =
                    mine.isEmpty()
                            ? client.request(path, GZIP)
                            : client.request(path, GZIP, "If-None-Match: " + mine);
            var times = new ArrayList<Long>();
            while (System.nanoTime() < end) {
                long begun = System.nanoTime();
                var answer = client.send(request);
                times.add(System.nanoTime() - begun);
                if (answer.status() != (mine.isEmpty() ? 200 : 304)) {
                    throw new IllegalStateException(path + " was answered " + answer.status());
                }
            }
            return times.stream().mapToLong(n -> n).toArray();
        }
    }

    private static String tagOf(PageClient client, String path) throws IOException {
        client.get(path);
        return client.get(path, GZIP).header("etag");
    }

    private void line(String name, Lap lap, int bytes) {
        out.printf(
                Locale.ROOT,
                "%-28s %10.0f %9.1f %9.3f %12d%n",
                name,
                lap.rate(),
                lap.p99(),
                lap.cpuMillis(),
                bytes);
    }

    private void verdict(boolean isMet, String line) {
        out.println((isMet ? "  met     " : "  NOT MET ") + line);
        met &= isMet;
    }
}
