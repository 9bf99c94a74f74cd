package exeat.bench.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * What pages cost: server and PostgreSQL on one processor, warm, eight open connections on another.
 * Of each page the rate, the slowest of a hundred, the processor time of both programs a request,
 * and its bytes as sent to a browser that takes gzip. A public page is asked for as a browser does
 * that has it: with the tag of what it has.
 */
public final class PagesBench {

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
    private final Verdicts verdicts;

    public PagesBench(boolean quick, PrintStream out) {
        this.time = Duration.ofSeconds(quick ? 3 : 15);
        this.out = out;
        this.verdicts = new Verdicts(out);
    }

    /** Whether all bars are met. */
    public boolean run() throws Exception {
        try (var office = BenchOffice.briefed()) {
            boolean pinned = pin(office.postgres().process());
            out.println(
                    pinned
                            ? "server and PostgreSQL on processor 0"
                            : "no taskset: server and PostgreSQL on all processors");
            var before = pinned ? List.of("taskset", "-c", "0") : List.<String>of();
            try (var server = HttpRoad.start(office, HttpRoad.NO_LIMITS, before)) {
                fill(server);
                measure(server.address(), office.postgres(), server.process());
            }
        }
        return verdicts.met();
    }

    /** Puts PostgreSQL on one processor; what it and the others start stays there too. */
    private static boolean pin(long postmaster) throws InterruptedException {
        if (!taskset(postmaster)) {
            return false;
        }
        for (var child : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            // It does not matter if a process has ended since.
            taskset(child.pid());
        }
        return true;
    }

    private static boolean taskset(long process) throws InterruptedException {
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
            var again = lap(address, postgres, server, path, List.of(), true);
            line(path + ", has it", again, 0);
            verdicts.add(
                    again.rate() >= PUBLIC_RATE, path + ": rate of a page that the browser has");
            line(path, lap(address, postgres, server, path, List.of(), false), page.bytes());
        }
        verdicts.add(first + style <= FIRST_BYTES, "bytes of the first load: " + (first + style));
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
            var asked = lap(address, postgres, server, queue, cookies, false);
            line("queue", asked, list.bytes());
            verdicts.add(asked.cpuMillis() <= QUEUE_MILLIS, "processor time of a queue");
            verdicts.add(list.bytes() <= LATER_BYTES, "bytes of a queue");
            var opened = client.get(file, GZIP);
            var one = lap(address, postgres, server, file, cookies, false);
            line("case", one, opened.bytes());
            verdicts.add(one.cpuMillis() <= CASE_MILLIS, "processor time of a case");
            verdicts.add(opened.bytes() <= LATER_BYTES, "bytes of a case");
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

    /** A page as a new browser gets it. */
    private record Fetched(String text, int bytes) {}

    private static Fetched page(URI address, String path) throws IOException {
        try (var client = new PageClient(address)) {
            return new Fetched(client.get(path).text(), client.get(path, GZIP).bytes());
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
     * @param again whether each browser has the page, and asks whether it is still the same
     */
    private Lap lap(
            URI address,
            BenchPostgres postgres,
            long server,
            String path,
            List<String> cookies,
            boolean again)
            throws Exception {
        drive(address, path, cookies, again, time.dividedBy(3));
        try (var connection = postgres.connect("postgres")) {
            var before = CounterSnapshot.now(connection, postgres.process(), server);
            double own = own();
            var millis = drive(address, path, cookies, again, time);
            double mine = own() - own;
            var spent = CounterSnapshot.now(connection, postgres.process(), server).since(before);
            double cpu = spent.serverCpu() + spent.clientCpu() - mine;
            return new Lap(
                    millis.size() / spent.seconds(),
                    Times.of(millis).p99(),
                    cpu * 1000 / millis.size());
        }
    }

    /** Processor seconds of this process, which drives. */
    private static double own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static List<Double> drive(
            URI address, String path, List<String> cookies, boolean again, Duration time)
            throws Exception {
        var tasks = new ArrayList<Callable<List<Double>>>();
        for (int n = 0; n < CONNECTIONS; n++) {
            tasks.add(
                    () -> drive(address, path, cookies, again, System.nanoTime() + time.toNanos()));
        }
        var all = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (var done : threads.invokeAll(tasks)) {
                all.addAll(done.get());
            }
        }
        return all;
    }

    private static List<Double> drive(
            URI address, String path, List<String> cookies, boolean again, long end)
            throws IOException {
        try (var client = new PageClient(address)) {
            client.take(cookies);
            // A public page belongs to one browser: it has this connection's own cookie and a tag
            // for it.
            var request =
                    again
                            ? client.request(path, GZIP, "If-None-Match: " + tagOf(client, path))
                            : client.request(path, GZIP);
            var times = new ArrayList<Double>();
            while (System.nanoTime() < end) {
                long begun = System.nanoTime();
                var answer = client.send(request);
                times.add((System.nanoTime() - begun) / 1e6);
                if (answer.status() != (again ? 304 : 200)) {
                    throw new IllegalStateException(path + " was answered " + answer.status());
                }
            }
            return times;
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
}
