package exeat.bench.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark, as a measure of the machine; its transactions are not cases. */
final class Pgbench {

    private static final Pattern PROCESSED =
            Pattern.compile("number of transactions actually processed: ([0-9]+)");

    private final BenchPostgres server;
    private final Path program;

    private Pgbench(BenchPostgres server, Path program) {
        this.server = server;
        this.program = program;
    }

    /** Empty if pgbench is not installed. */
    static Optional<Pgbench> find(BenchPostgres server) throws IOException, InterruptedException {
        var known = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(known)) {
            return Optional.empty();
        }
        try (var versions = Files.list(known)) {
            var program =
                    versions.map(version -> version.resolve("bin/pgbench"))
                            .filter(Files::isExecutable)
                            .sorted(java.util.Comparator.reverseOrder())
                            .findFirst();
            if (program.isEmpty()) {
                return Optional.empty();
            }
            var bench = new Pgbench(server, program.get());
            bench.run(List.of("-i", "-s", "10", "-q"));
            return Optional.of(bench);
        }
    }

    LoadRun lap(int clients, long seconds) throws Exception {
        try (var connection = server.connect("postgres")) {
            var before = CounterSnapshot.now(connection, server.process(), 0);
            var said =
                    run(
                            List.of(
                                    "-n",
                                    "-M",
                                    "prepared",
                                    "-j",
                                    "2",
                                    "-c",
                                    "" + clients,
                                    "-T",
                                    "" + seconds));
            var after = CounterSnapshot.now(connection, server.process(), 0);
            var found = PROCESSED.matcher(said);
            if (!found.find()) {
                throw new IllegalStateException("pgbench said: " + said);
            }
            return new LoadRun(
                    "pgbench (transactions)",
                    clients,
                    1,
                    Long.parseLong(found.group(1)),
                    after.since(before),
                    Road.Batches.NONE);
        }
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(List.of("-h", "127.0.0.1", "-p", "" + server.port()));
        command.addAll(List.of("-U", BenchPostgres.SUPERUSER));
        command.addAll(arguments);
        command.add("pgbench");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + said);
        }
        return said;
    }
}
