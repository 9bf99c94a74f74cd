package exeat.bench.cases;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures people who apply during a flood. First comes the server's capacity without limits:
 * applications a second with as many clients as it can serve. Then a server with default limits
 * gets ten times as many requests from eight networks, while people from other networks each begin
 * a session, file, sign in and confirm; each of these responses is timed.
 */
public final class FloodBench {

    private static final List<String> CLIENTS = Collections.nCopies(16, "127.0.0.1");

    private final Duration time;
    private final PrintStream out;
    private final Verdicts verdicts;

    public FloodBench(boolean quick, PrintStream out) {
        this.time = Duration.ofSeconds(quick ? 10 : 40);
        this.out = out;
        this.verdicts = new Verdicts(out);
    }

    /** Whether all bars are met. */
    public boolean run() throws Exception {
        try (var office = BenchOffice.briefed()) {
            double capacity;
            try (var server = HttpRoad.start(office, HttpRoad.NO_LIMITS)) {
                capacity(server.address(), Duration.ofSeconds(5));
                capacity = capacity(server.address(), time.dividedBy(2));
            }
            out.printf(Locale.ROOT, "capacity            %8.1f filings/s%n", capacity);
            try (var server = HttpRoad.start(office, HttpRoad.DEFAULT_LIMITS)) {
                beside(server.address(), capacity);
            }
        }
        return verdicts.met();
    }

    private static double capacity(URI server, Duration time) throws InterruptedException {
        return Capacity.of(
                server,
                time,
                CLIENTS,
                filer -> {
                    var stranger = filer.stranger();
                    return () -> filer.file(stranger);
                });
    }

    /** Runs the flood, with ordinary applicants at the same time. */
    private void beside(URI server, double capacity) throws Exception {
        var people = PageVisitors.people();
        try (var flood = Flood.ofFilings(server, capacity)) {
            PageVisitors.come(server, time, List.of(people));
            flood.report(out, verdicts);
        }
        people.report(out, verdicts);
    }
}
