package exeat.bench.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What came out, as tables, and which bars are met. */
final class CasesReport {

    /** The bare loop's log may differ so much from ours and still count as the same work. */
    private static final double LOG_TOLERANCE = 0.05;

    private static final double ONE_CLIENT_MILLIS = 1;

    private final List<Lap> laps;
    private final List<Contender> contenders;
    private final Contender desk;
    private final Contender bare;
    private final PrintStream out;
    private boolean met = true;

    CasesReport(List<Lap> laps, Contender desk, Contender bare, PrintStream out) {
        this.laps = laps;
        this.desk = desk;
        this.bare = bare;
        this.out = out;
        this.contenders = laps.stream().map(Lap::contender).distinct().toList();
    }

    /** Whether every bar is met. */
    boolean print() throws IOException {
        for (int clients : CasesBench.CLIENTS) {
            table(clients);
        }
        out.println();
        out.println("per case: statements, transactions, log, processor time (of the clients'");
        out.println("process, with Exeat's server where there is one, and of PostgreSQL)");
        out.println("batch: commands in one transaction; p50, p99: how long a command waits");
        out.println("load average at the end: " + load());
        out.println();
        bars();
        return met;
    }

    private static String load() throws IOException {
        var file = Path.of("/proc/loadavg");
        return Files.isReadable(file) ? Files.readString(file).strip() : "unknown";
    }

    private void table(int clients) {
        out.printf("%n%d client%s%n", clients, clients == 1 ? "" : "s");
        out.printf(
                "  %-18s %8s %9s %8s %6s %6s %7s %9s %9s %6s %8s %8s%n",
                "", "cases/s", "commands", "to bare", "stmts", "trans", "log kB", "client ms",
                "server ms", "batch", "p50 ms", "p99 ms");
        for (var contender : contenders) {
            var lap = median(contender, clients);
            out.printf(
                    Locale.ROOT,
                    "  %-18s %8.1f %9.0f %8.2f %6.1f %6.1f %7.1f %9.2f %9.2f %6.1f %8.2f %8.2f%n",
                    contender.title(),
                    lap.casesPerSecond(),
                    lap.commandsPerSecond(),
                    ratio(contender, bare, clients),
                    lap.perCase(lap.work().statements()),
                    lap.perCase(lap.work().transactions()),
                    lap.perCase(lap.work().logBytes()) / 1e3,
                    lap.clientMillisPerCase(),
                    lap.serverMillisPerCase(),
                    lap.batchSize(),
                    lap.waitedMillis(0.5),
                    lap.waitedMillis(0.99));
        }
    }

    private void bars() {
        var log = difference();
        out.printf(
                Locale.ROOT,
                "  the bare loop's log is %+.1f%% of ours with one client (bar: within %.0f%%)  %s%n",
                100 * log,
                100 * LOG_TOLERANCE,
                verdict(Math.abs(log) <= LOG_TOLERANCE));
        atLeast("Desk to the bare loop,  8 clients", ratio(desk, bare, 8), 0.7);
        atLeast("Desk to the bare loop, 64 clients", ratio(desk, bare, 64), 2);
        atLeast("Desk to the faster engine,  8 clients", toFasterEngine(8), 12);
        atLeast("Desk to the faster engine, 64 clients", toFasterEngine(64), 30);
        double longer =
                middle(desk, 1, lap -> lap.waitedMillis(0.5))
                        - middle(bare, 1, lap -> lap.waitedMillis(0.5));
        out.printf(
                Locale.ROOT,
                "  one client waits %.2f ms longer than the bare loop (bar: %.0f ms)  %s%n",
                longer,
                ONE_CLIENT_MILLIS,
                verdict(longer <= ONE_CLIENT_MILLIS));
    }

    private double difference() {
        double ours = middle(desk, 1, lap -> lap.perCase(lap.work().logBytes()));
        return middle(bare, 1, lap -> lap.perCase(lap.work().logBytes())) / ours - 1;
    }

    private void atLeast(String what, double ratio, double bar) {
        out.printf(
                Locale.ROOT,
                "  %-40s %6.2f times (bar: %.1f)  %s%n",
                what,
                ratio,
                bar,
                verdict(ratio >= bar));
    }

    private String verdict(boolean holds) {
        met &= holds;
        return holds ? "met" : "NOT MET";
    }

    private double toFasterEngine(int clients) {
        return contenders.stream()
                .filter(EngineRoad.class::isInstance)
                .mapToDouble(engine -> ratio(desk, engine, clients))
                .min()
                .orElseThrow();
    }

    /** The middle one of the ratios within each round. */
    private double ratio(Contender one, Contender other, int clients) {
        var ones = of(one, clients);
        var others = of(other, clients);
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ones.size(); round++) {
            ratios.add(ones.get(round).casesPerSecond() / others.get(round).casesPerSecond());
        }
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private Lap median(Contender contender, int clients) {
        var sorted =
                of(contender, clients).stream()
                        .sorted(Comparator.comparingDouble(Lap::casesPerSecond))
                        .toList();
        return sorted.get(sorted.size() / 2);
    }

    private double middle(Contender contender, int clients, ToDoubleFunction<Lap> figure) {
        var sorted = of(contender, clients).stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private List<Lap> of(Contender contender, int clients) {
        return laps.stream()
                .filter(lap -> lap.contender() == contender && lap.clients() == clients)
                .toList();
    }
}
