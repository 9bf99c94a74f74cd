package exeat.bench.cases;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A new office in a temporary folder, on a PostgreSQL of its own; closing it deletes it.
 *
 * @param root the checkout, with the packs and the built server
 * @param data the office's own data
 */
record BenchOffice(Path root, Path folder, Path data, BenchPostgres postgres)
        implements AutoCloseable {

    /** Kept in a field because an unreferenced logger loses its level. */
    private static final Logger LINES = Logger.getLogger("exeat");

    /**
     * Creates one without anybody in it.
     *
     * @param withServer whether the server must be built
     */
    static BenchOffice create(boolean withServer) throws Exception {
        // Otherwise a console line for each traveller who signs in would be measured too.
        LINES.setLevel(Level.WARNING);
        var root = Path.of(Objects.requireNonNull(System.getProperty("exeat.root")));
        if (withServer && !Files.exists(HttpRoad.jar(root))) {
            throw new IllegalStateException("the server is not built");
        }
        var folder = Files.createTempDirectory("exeat-bench");
        try {
            var data = Files.createDirectories(folder.resolve("data"));
            return new BenchOffice(
                    root, folder, data, BenchPostgres.start(folder.resolve("postgres")));
        } catch (Exception failed) {
            remove(folder);
            throw failed;
        }
    }

    /** Creates one whose officers are briefed, for the built server. */
    static BenchOffice briefed() throws Exception {
        var created = create(true);
        try (var office = created.open()) {
            BriefedOfficers.of(office);
            return created;
        } catch (Exception failed) {
            created.close();
            throw failed;
        }
    }

    /** Opens it in this process. */
    Office open() {
        var settings =
                new OfficeSettings(
                        data,
                        Optional.of(postgres.url("exeat")),
                        Optional.of(BenchPostgres.OWNER),
                        Optional.of(""),
                        root.resolve("directives"));
        return Office.open(settings, Clock.systemUTC());
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close();
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
