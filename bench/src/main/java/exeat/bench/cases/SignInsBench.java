package exeat.bench.cases;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures officers who sign in during a flood of sign-ins. First comes how many a second the
 * server can look at. Then ten times as many with wrong passwords come from two hundred networks,
 * while officers from other networks sign in and people file; each of these responses is timed.
 */
public final class SignInsBench {

    private static final int CLIENTS = 8;
    private static final double OFFICERS_MILLIS = 2000;
    private static final String OFFICER = BriefedOfficers.credentials(BriefedOfficers.HOLDER);

    private final Duration time;
    private final PrintStream out;
    private final Verdicts verdicts;

    public SignInsBench(boolean quick, PrintStream out) {
        this.time = Duration.ofSeconds(quick ? 10 : 40);
        this.out = out;
        this.verdicts = new Verdicts(out);
    }

    /** Whether all bars are met. */
    public boolean run() throws Exception {
        try (var office = BenchOffice.briefed();
                var server = HttpRoad.start(office, HttpRoad.DEFAULT_LIMITS)) {
            double capacity = capacity(server.address());
            out.printf(Locale.ROOT, "capacity            %8.1f sign-ins/s%n", capacity);
            beside(server.address(), capacity);
        }
        return verdicts.met();
    }

    private double capacity(URI server) throws InterruptedException {
        var addresses = IntStream.range(0, CLIENTS).mapToObj(n -> "127.50." + n + ".1").toList();
        return Capacity.of(
                server, time.dividedBy(2), addresses, filer -> () -> filer.session(OFFICER));
    }

    /** Runs the flood, with officers and people beside it, each from a network of their own. */
    private void beside(URI server, double capacity) throws Exception {
        var people = PageVisitors.people();
        var officers =
                new PageVisitors(
                        "officers",
                        150,
                        OFFICERS_MILLIS,
                        (filer, all) -> all.timed(() -> filer.session(OFFICER)));
        try (var flood = Flood.ofSignIns(server, capacity)) {
            // Until every network of the flood has failed once, it is as unknown as they are.
            Thread.sleep(time.dividedBy(2));
            PageVisitors.come(server, time, List.of(people, officers));
            flood.report(out, verdicts);
        }
        officers.report(out, verdicts);
        people.report(out, verdicts);
    }
}
