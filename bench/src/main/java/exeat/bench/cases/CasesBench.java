package exeat.bench.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends cases down the whole road, through everybody, on one server in one session. The contenders
 * take turns in each round, so that a noisy neighbour meets them all; what counts is the median of
 * the rounds, and of the ratios within a round.
 */
public final class CasesBench {

    static final List<Integer> CLIENTS = List.of(1, 8, 64);

    /**
     * How long it may take.
     *
     * @param rounds of all contenders, for each number of clients
     * @param seconds of one contender's turn
     * @param warming seconds of each contender before anything counts, twice
     */
    private record Plan(int rounds, double seconds, double warming) {}

    private static final Plan WHOLE = new Plan(5, 4, 15);
    private static final Plan QUICK = new Plan(3, 0.8, 3);

    private final Plan plan;
    private final PrintStream out;
    private final Path root;

    public CasesBench(boolean quick, PrintStream out) {
        this.plan = quick ? QUICK : WHOLE;
        this.out = out;
        this.root = Path.of(Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root"));
    }

    /** Whether every bar is met. */
    public boolean run() throws Exception {
        var data = Files.createTempDirectory("exeat-cases");
        try (var postgres = OnePostgres.start(data.resolve("postgres"))) {
            out.println(postgres.description());
            out.println("one case: apply, confirm, decide, two clearances, authorise, cross");
            return run(postgres, data);
        } finally {
            forget(data);
        }
    }

    private boolean run(OnePostgres postgres, Path data) throws Exception {
        var contenders = new ArrayList<Contender>();
        try {
            var desk = DeskRoad.open(postgres, data, root.resolve("directives"));
            contenders.add(desk);
            var bare = BareRoad.open(postgres, data, root.resolve("directives"), desk);
            contenders.add(bare);
            if (Files.exists(HttpRoad.jar(root))) {
                contenders.add(HttpRoad.open(postgres, data, root));
            } else {
                out.println("not measured: Exeat through HTTP, for the server is not built");
            }
            contenders.add(FlowableRoad.asItIs(postgres));
            contenders.add(FlowableRoad.lean(postgres));
            contenders.add(OperatonRoad.asItIs(postgres));
            contenders.add(OperatonRoad.lean(postgres));
            var laps = measured(postgres, contenders);
            yardstick(postgres);
            return new CasesReport(laps, desk, bare, out).print();
        } finally {
            for (var contender : contenders) {
                contender.close();
            }
        }
    }

    private List<Lap> measured(OnePostgres postgres, List<Contender> contenders) throws Exception {
        postgres.checkpoint();
        for (int clients : List.of(64, 8)) {
            for (var contender : contenders) {
                Lap.of(postgres, contender, clients, plan.warming);
            }
        }
        var laps = new ArrayList<Lap>();
        var order = new ArrayList<>(contenders);
        for (int round = 0; round < plan.rounds; round++) {
            for (int clients : CLIENTS) {
                for (var contender : order) {
                    laps.add(Lap.of(postgres, contender, clients, plan.seconds));
                }
            }
            Collections.rotate(order, 1);
        }
        return laps;
    }

    private void yardstick(OnePostgres postgres) throws Exception {
        Optional<PgBench> yardstick = PgBench.on(postgres);
        if (yardstick.isEmpty()) {
            out.println("yardstick: pgbench is not on this machine");
            return;
        }
        for (int clients : CLIENTS) {
            out.printf(
                    "yardstick: pgbench, TPC-B-like, scale 20, %2d clients: %,.0f transactions/s%n",
                    clients, yardstick.get().transactions(clients, plan.seconds));
        }
    }

    /** Nothing of a run stays. */
    private static void forget(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> {
                        try {
                            Files.deleteIfExists(file);
                        } catch (IOException stays) {
                            throw new UncheckedIOException(stays);
                        }
                    });
        }
    }
}
