package exeat.store.backup;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.database.Migration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** PostgreSQL's own programs, as this machine has them. */
final class PostgresPrograms {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Pattern MAJOR = Pattern.compile(" ([0-9]+)");
    private static final int MAX_OUTPUT = 2000;

    private final EmbeddedDatabase.Address address;
    private final List<Path> folders;

    /**
     * For one database.
     *
     * @param named the folder of the programs; where none is, they are looked for on the path and
     *     where Debian puts them, the newest first
     */
    PostgresPrograms(EmbeddedDatabase.Address address, Optional<Path> named) {
        this.address = address;
        this.folders = named.map(List::of).orElseGet(PostgresPrograms::usual);
    }

    private static List<Path> usual() {
        var found = new ArrayList<Path>();
        Optional.ofNullable(System.getenv("PATH"))
                .ifPresent(path ->
                        Arrays.stream(path.split(File.pathSeparator, -1))
                                .filter(folder -> !folder.isEmpty())
                                .map(Path::of)
                                .forEach(found::add));
        if (Files.isDirectory(INSTALLED)) {
            try (var versions = Files.list(INSTALLED)) {
                versions.map(version -> version.resolve("bin")).forEach(found::add);
            } catch (IOException unreadable) {
                return found;
            }
        }
        return found;
    }

    /** Runs one, with the newest version that is there; what it said is in the exception. */
    void run(String program, String... arguments) throws IOException {
        var file =
                folders.stream()
                        .map(folder -> folder.resolve(program))
                        .filter(Files::isExecutable)
                        .max(Comparator.comparingInt(PostgresPrograms::version))
                        .orElseThrow(() ->
                                new OfficeException(
                                        Code.BAD_INPUT,
                                        program
                                                + " was not found: install PostgreSQL's client"
                                                + " programs, or give their folder with"
                                                + " --programs"));
        var properties = Driver.parseURL(address.url(), null);
        if (properties == null) {
            throw new OfficeException(Code.BAD_INPUT, "no PostgreSQL address");
        }
        var words = new ArrayList<String>();
        words.add(file.toString());
        words.add("--host=" + PGProperty.PG_HOST.getOrDefault(properties));
        words.add("--port=" + PGProperty.PG_PORT.getOrDefault(properties));
        words.add("--username=" + address.user());
        words.add("--no-password");
        words.add("--dbname=" + Migration.databaseName(address.url()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", address.password());
        Optional.ofNullable(PGProperty.SSL_MODE.getOrDefault(properties))
                .ifPresent(mode -> builder.environment().put("PGSSLMODE", mode));
        finish(program, builder.start());
    }

    private static void finish(String program, Process running) throws IOException {
        try (var said = running.getInputStream()) {
            running.getOutputStream().close();
            var text = new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw new OfficeException(
                        Code.DATABASE_UNFIT,
                        program
                                + " failed: "
                                + text.strip()
                                        .substring(0, Math.min(text.strip().length(), MAX_OUTPUT)));
            }
        } catch (InterruptedException stopped) {
            running.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static int version(Path program) {
        try {
            var asked = new ProcessBuilder(program.toString(), "--version").start();
            try (var said = asked.getInputStream()) {
                var found =
                        MAJOR.matcher(
                                new String(
                                        said.readAllBytes(),
                                        java.nio.charset.StandardCharsets.UTF_8));
                return found.find() ? Integer.parseInt(found.group(1)) : 0;
            }
        } catch (IOException unusable) {
            return 0;
        }
    }
}
