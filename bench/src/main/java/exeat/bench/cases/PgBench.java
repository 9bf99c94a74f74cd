package exeat.bench.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The yardstick that everybody has: PostgreSQL's own bench of short transactions, five statements
 * each, on the same server in the same session. It says what the machine is, and is no contender.
 */
final class PgBench {

    private static final String NAME = "yardstick";
    private static final String SCALE = "20";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final OnePostgres.Database database;
    private final int port;

    private PgBench(Path program, OnePostgres.Database database, int port) {
        this.program = program;
        this.database = database;
        this.port = port;
    }

    /** Where it is found on this machine, made ready. */
    static Optional<PgBench> on(OnePostgres postgres) throws Exception {
        var program = find();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var found = new PgBench(program.get(), postgres.database(NAME), postgres.port());
        found.run(List.of("-i", "-q", "-s", SCALE));
        return Optional.of(found);
    }

    private static Optional<Path> find() throws IOException {
        var onPath =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).map(Path::of);
        var debian = Path.of("/usr/lib/postgresql");
        try (var versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.<Path>of()) {
            return Stream.concat(versions.map(version -> version.resolve("bin")), onPath)
                    .map(folder -> folder.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /** Its transactions a second with so many clients. */
    double transactions(int clients, double seconds) throws Exception {
        var out =
                run(
                        List.of(
                                "-n",
                                "-M",
                                "prepared",
                                "-c",
                                Integer.toString(clients),
                                "-j",
                                Integer.toString(Math.min(2, clients)),
                                "-T",
                                Integer.toString((int) Math.max(1, seconds))));
        var found = TPS.matcher(out);
        if (!found.find()) {
            throw new IOException("pgbench says " + out);
        }
        return Double.parseDouble(found.group(1));
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        var address =
                Stream.of(
                        program.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-U",
                        database.user());
        var builder =
                new ProcessBuilder(
                                Stream.of(address, arguments.stream(), Stream.of(NAME))
                                        .flatMap(words -> words)
                                        .toList())
                        .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("pgbench fails: " + out);
        }
        return out;
    }
}
