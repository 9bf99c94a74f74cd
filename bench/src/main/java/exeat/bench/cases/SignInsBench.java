package exeat.bench.cases;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures officers who sign in during a flood of sign-ins. First comes how many a second the
 * server can look at. Then ten times as many with wrong passwords come from two hundred networks,
 * while officers from other networks sign in and people file; each of these responses is timed.
 */
public final class SignInsBench {

    private static final Logger LINES = Logger.getLogger("exeat");
    private static final int TIMES = 10;
    private static final int CLIENTS = 8;
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final double PEOPLE_MILLIS = 1000;
    private static final double OFFICERS_MILLIS = 2000;

    private final Duration time;
    private final PrintStream out;
    private boolean met = true;

    public SignInsBench(boolean quick, PrintStream out) {
        this.time = Duration.ofSeconds(quick ? 10 : 40);
        this.out = out;
    }

    /** Whether all bars are met. */
    public boolean run() throws Exception {
        LINES.setLevel(Level.WARNING);
        var root = Path.of(Objects.requireNonNull(System.getProperty("exeat.root")));
        if (!Files.exists(HttpRoad.jar(root))) {
            throw new IllegalStateException("the server is not built");
        }
        var folder = Files.createTempDirectory("exeat-sign-ins");
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
            try (var server = HttpRoad.start(postgres, root, data, FloodBench.LIMITS)) {
                double capacity = capacity(server.address());
                out.printf(Locale.ROOT, "capacity            %8.1f sign-ins/s%n", capacity);
                beside(server.address(), TIMES * capacity);
            }
        } finally {
            CasesBench.remove(folder);
        }
        return met;
    }

    private static String officer() {
        return "{\"type\": \"officer\", \"login\": \"%s\", \"password\": \"%s\"}"
                .formatted(
                        BriefedOfficers.HOLDER, BriefedOfficers.password(BriefedOfficers.HOLDER));
    }

    private double capacity(URI server) throws Exception {
        var done = new LongAdder();
        var length = time.dividedBy(2);
        long end = System.nanoTime() + length.toNanos();
        var threads = new ArrayList<Thread>();
        for (int n = 0; n < CLIENTS; n++) {
            var address = "127.50." + n + ".1";
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try (var client = new FloodBench.Filer(server, address)) {
                                    while (System.nanoTime() < end) {
                                        client.session(officer());
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
        return done.sum() / (double) length.toSeconds();
    }

    /** Runs the flood, with officers and people beside it, each from a network of their own. */
    private void beside(URI server, double perSecond) throws Exception {
        var officers = new ConcurrentLinkedQueue<Double>();
        var people = new ConcurrentLinkedQueue<Double>();
        var failed = new ConcurrentLinkedQueue<String>();
        var threads = new ArrayList<Thread>();
        try (var flood = Flood.ofSignIns(server, perSecond)) {
            // Until every network of the flood has failed once, it is as unknown as they are.
            Thread.sleep(time.dividedBy(2));
            long end = System.nanoTime() + time.toNanos();
            for (int n = 0; System.nanoTime() < end; n++) {
                var one = "127." + (100 + n / 250) + "." + n % 250 + ".1";
                var other = "127." + (150 + n / 250) + "." + n % 250 + ".1";
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> FloodBench.person(server, one, people, failed)));
                threads.add(
                        Thread.ofVirtual().start(() -> signIn(server, other, officers, failed)));
                Thread.sleep(BETWEEN);
            }
            for (var thread : threads) {
                thread.join();
            }
            out.printf(
                    Locale.ROOT,
                    "flood               %8.1f sign-ins/s sent, %d answered%n",
                    flood.sent() / flood.seconds(),
                    flood.answered());
            verdict(
                    flood.sent() / flood.seconds() >= perSecond * 0.95,
                    String.format(Locale.ROOT, "ten times the capacity (%.0f/s)", perSecond));
        }
        failed.stream().limit(3).forEach(out::println);
        verdict(failed.isEmpty(), "everybody beside the flood was served");
        told("officers", officers, OFFICERS_MILLIS);
        told("people", people, PEOPLE_MILLIS);
    }

    private static void signIn(
            URI server,
            String address,
            ConcurrentLinkedQueue<Double> times,
            ConcurrentLinkedQueue<String> failed) {
        try (var client = new FloodBench.Filer(server, address)) {
            client.timed(times, () -> client.session(officer()));
        } catch (IOException | RuntimeException refused) {
            failed.add(address + ": " + refused.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void told(String who, ConcurrentLinkedQueue<Double> times, double bar) {
        var sorted = times.stream().sorted().toList();
        if (sorted.isEmpty()) {
            verdict(false, "no answer to " + who);
            return;
        }
        double p99 = sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
        out.printf(
                Locale.ROOT,
                "%-20s%8d answers, %.0f ms median, %.0f ms p99, %.0f ms most%n",
                who,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                p99,
                sorted.getLast());
        verdict(p99 < bar, String.format(Locale.ROOT, "p99 of %s: %.0f ms (%.0f)", who, p99, bar));
    }

    private void verdict(boolean isMet, String line) {
        out.println((isMet ? "  met     " : "  NOT MET ") + line);
        met &= isMet;
    }
}
