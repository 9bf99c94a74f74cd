package exeat.bench.cases;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Runs all contestants one after another on one PostgreSQL, then evaluates the figures. */
public final class CasesBench {

    /** Most clients first, so that everything is compiled by the laps with few clients. */
    private static final List<Integer> CLIENTS = List.of(64, 8, 1);

    /** The contestants, in the order in which they run. */
    public static final Set<String> ROADS =
            Collections.unmodifiableSet(
                    new LinkedHashSet<>(
                            List.of(
                                    "bare",
                                    "desk",
                                    "intake",
                                    "http",
                                    "flowable",
                                    "operaton",
                                    "pgbench")));

    /**
     * A system property that sets the seconds, for profiles in which all code is already compiled.
     */
    private static final String WARM = "exeat.bench.warm";

    private static final int MAX = 64;
    private static final int SOME = 8;

    /** The time that a new office, its query plans and this virtual machine need to warm up. */
    private final Duration warm;

    private final Duration time;
    private final Set<String> roads;
    private final PrintStream out;
    private final List<LoadRun> laps = new ArrayList<>();
    private final List<IntakeRate> intakes = new ArrayList<>();
    private final Verdicts verdicts;

    /**
     * One run.
     *
     * @param roads the contestants to measure; a run without all of them is for profiling and has
     *     no bars
     */
    public CasesBench(boolean quick, Set<String> roads, PrintStream out) {
        if (!ROADS.containsAll(roads)) {
            throw new IllegalArgumentException("roads are " + ROADS);
        }
        this.roads = Set.copyOf(roads);
        this.warm = Duration.ofSeconds(Integer.getInteger(WARM, quick ? 3 : 20));
        this.time = Duration.ofSeconds(quick ? 4 : 12);
        this.out = out;
        this.verdicts = new Verdicts(out);
    }

    /**
     * Whether every bar is met; true if not all contestants run, because there are no bars then.
     */
    public boolean run() throws Exception {
        try (var created = BenchOffice.create(roads.contains("http"))) {
            var server = created.postgres();
            out.printf(
                    Locale.ROOT,
                    "%s; load average %.1f on %d processors%n",
                    server.durability(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
            out.println(LoadRun.heading());
            exeat(created);
            if (roads.contains("flowable")) {
                try (var road = new FlowableRoad(server, MAX)) {
                    measure(server, road);
                }
            }
            if (roads.contains("operaton")) {
                try (var road = new OperatonRoad(server, MAX)) {
                    measure(server, road);
                }
            }
            if (roads.contains("pgbench")) {
                yardstick(server);
            }
        }
        out.println();
        if (!roads.equals(ROADS)) {
            out.println("not all roads: no bars");
            return true;
        }
        bars();
        return verdicts.met();
    }

    /** Exeat in process and over HTTP, and the loop that writes the same rows. */
    private void exeat(BenchOffice created) throws Exception {
        var server = created.postgres();
        try (var office = created.open()) {
            var officers = BriefedOfficers.of(office);
            var desk = new DeskRoad(server, office, officers);
            if (roads.contains("bare")) {
                try (var bare = new BareRoad(server, desk)) {
                    measure(server, bare);
                }
            }
            if (roads.contains("desk")) {
                measure(server, desk);
            }
            if (roads.contains("intake")) {
                var holder = Objects.requireNonNull(officers.get(BriefedOfficers.HOLDER));
                files("Exeat, Desk", IntakeRate.desk(office, holder));
            }
        }
        if (roads.contains("http")) {
            try (var road = HttpRoad.start(created, HttpRoad.NO_LIMITS)) {
                measure(server, road);
                if (roads.contains("intake")) {
                    files(road.name(), road.intake());
                }
            }
        }
    }

    private void files(String name, IntakeRate.Way way) throws Exception {
        var rate = IntakeRate.of(name, way, time.dividedBy(2));
        intakes.add(rate);
        out.println(rate.line());
    }

    private void measure(BenchPostgres server, Road road) throws Exception {
        // Warms up each way before any is timed, since the three run different code.
        for (int clients : CLIENTS) {
            LoadRun.run(server, road, clients, clients == MAX ? warm : warm.dividedBy(4));
        }
        for (int clients : CLIENTS) {
            add(LoadRun.run(server, road, clients, time));
        }
    }

    private void add(LoadRun lap) {
        laps.add(lap);
        out.println(lap.line());
    }

    private void yardstick(BenchPostgres server) throws Exception {
        var pgbench = Pgbench.find(server);
        if (pgbench.isEmpty()) {
            out.println("pgbench: not on this machine");
            return;
        }
        for (int clients : CLIENTS) {
            add(pgbench.get().lap(clients, time.toSeconds()));
        }
    }

    private void bars() {
        double faster = Math.max(at("Flowable", SOME), at("Operaton", SOME));
        double fasterOfMost = Math.max(at("Flowable", MAX), at("Operaton", MAX));
        double desk = at("Exeat, Desk", SOME);
        double most = at("Exeat, Desk", MAX);
        bar("Desk beside the bare loop, 8 clients", desk / at("bare loop", SOME), 0.7);
        bar("Desk beside the bare loop, 64 clients", most / at("bare loop", MAX), 2);
        bar("Desk beside the faster engine, 8 clients", desk / faster, 12);
        bar("Desk beside the faster engine, 64 clients", most / fasterOfMost, 30);
        double wait = lap("Exeat, Desk", 1).waits() - lap("bare loop", 1).waits();
        verdicts.add(
                wait <= 1,
                String.format(
                        Locale.ROOT,
                        "a lone client waits %.2f ms longer for a command than the bare loop (1 ms)",
                        wait));
        double log = lap("bare loop", SOME).walEach() / lap("Exeat, Desk", SOME).walEach();
        verdicts.add(
                Math.abs(log - 1) <= 0.05,
                String.format(
                        Locale.ROOT,
                        "the bare loop writes %.3f of the Desk's log, 8 clients (within 5%%)",
                        log));
        for (var rate : intakes) {
            bar("a file beside single submissions, " + rate.way(), rate.ratio(), 10);
        }
    }

    private void bar(String what, double ratio, double bar) {
        verdicts.add(ratio >= bar, String.format(Locale.ROOT, "%s: %.2f (%.1f)", what, ratio, bar));
    }

    private double at(String road, int clients) {
        return lap(road, clients).perSecond();
    }

    private LoadRun lap(String road, int clients) {
        return laps.stream()
                .filter(lap -> lap.road().equals(road) && lap.clients() == clients)
                .findFirst()
                .orElseThrow();
    }
}
