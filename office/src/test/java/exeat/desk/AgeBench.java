package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.Database;
import exeat.store.Keys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What {@code exeat bench age} runs, and no test run does: loads few applications and many, does
 * everything on both, and compares what it costs. Its length is in the properties.
 */
class AgeBench {

    private static final long FEW = 10_000;
    private static final int WARM = 5;
    private static final double BAR = 1.5;

    /** Less than this is noise: a page more or less, a few ticks of a clock. */
    private static final double LEAST_BUFFERS = 20;

    private static final double LEAST_MICROS = 1_500;

    private static final long MANY = Long.getLong("exeat.age.applications", 100_000);
    private static final int TIMES = Integer.getInteger("exeat.age.times", 20);
    private static final int LIVED = Integer.getInteger("exeat.age.lived", 300);
    private static final int SHORT = Integer.getInteger("exeat.age.short", 800);
    private static final String KEPT = System.getProperty("exeat.age.keep", "");

    /** Measured at the loads of a first run; a folder is not begun where less is free. */
    private static final long BYTES_EACH = 12_000;

    private final PrintStream out = System.out;

    @Test
    void what_everything_costs_with_few_applications_and_with_many() throws Exception {
        var few = measured(FEW);
        var many = measured(MANY);
        say("%-42s %10s %10s %6s  %9s %9s %6s", "", "buffers", "", "", "micros", "", "");
        say(
                "%-42s %10s %10s %6s  %9s %9s %6s",
                "", at(FEW), at(MANY), "ratio", at(FEW), at(MANY), "ratio");
        int missed = 0;
        for (var one : few.entrySet()) {
            var was = one.getValue();
            var is = java.util.Objects.requireNonNull(many.get(one.getKey()));
            double buffers = is.buffers() / Math.max(1, was.buffers());
            double micros = is.micros() / Math.max(1, was.micros());
            boolean over =
                    (buffers > BAR && is.buffers() - was.buffers() > LEAST_BUFFERS)
                            || (micros > BAR && is.micros() - was.micros() > LEAST_MICROS);
            missed += over ? 1 : 0;
            say(
                    "%-42s %10.0f %10.0f %6.2f  %9.0f %9.0f %6.2f%s",
                    one.getKey(),
                    was.buffers(),
                    is.buffers(),
                    buffers,
                    was.micros(),
                    is.micros(),
                    micros,
                    over ? "  missed" : "");
        }
        say("%d of %d within %.1f times", few.size() - missed, few.size(), BAR);
        assertThat(few).isNotEmpty();
    }

    private static String at(long applications) {
        return "%,d".formatted(applications);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, "age: " + format + "%n", values);
    }

    private Map<String, AgeMeter.Cost> measured(long applications)
            throws IOException, SQLException {
        boolean kept = !KEPT.isEmpty() && applications == MANY;
        var data =
                kept
                        ? Path.of(KEPT).toAbsolutePath()
                        : Files.createTempDirectory("exeat-age").toAbsolutePath();
        try {
            Files.createDirectories(data);
            if (!Files.exists(data.resolve("postgres"))) {
                long free = data.toFile().getUsableSpace();
                if (free < applications * BYTES_EACH) {
                    throw new IllegalStateException(
                            "%,d applications may need %,d bytes, and %,d are free"
                                    .formatted(applications, applications * BYTES_EACH, free));
                }
                var size = new AgeLoad.Size(applications, LIVED, 850, SHORT, 1963);
                var loaded = AgeLoad.load(data, Town.packs(), size, out);
                say(
                        "loaded %,d applications with %,d steps in %d s: %,d bytes, %d each",
                        loaded.applications(),
                        loaded.steps(),
                        loaded.took().toSeconds(),
                        loaded.bytes(),
                        loaded.bytes() / loaded.applications());
            }
            return costs(data);
        } finally {
            if (!kept) {
                remove(data);
            }
        }
    }

    private Map<String, AgeMeter.Cost> costs(Path data) throws SQLException, IOException {
        var costs = new LinkedHashMap<String, AgeMeter.Cost>();
        try (var database = Database.embedded(data, Keys.in(data));
                var superuser = AgeLoad.superuser(data)) {
            assertThat(database.isReachable()).isTrue();
            var url = Files.readString(data.resolve("keys").resolve("address")).strip();
            var password = Keys.in(data).password("owner");
            var settings =
                    new Settings(
                            data,
                            Optional.of(url),
                            Optional.of("exeat"),
                            Optional.of(password),
                            Town.packs());
            var meter = new AgeMeter(superuser);
            try (var office = Office.open(settings, Clock.systemUTC())) {
                office.passTime();
                for (var op : new AgeDrive(office).ops()) {
                    for (int i = 0; i < WARM; i++) {
                        op.once().accept(i);
                    }
                    meter.begin();
                    for (int i = WARM; i < WARM + TIMES; i++) {
                        op.once().accept(i);
                    }
                    costs.put(op.name(), meter.end(TIMES));
                }
            }
        }
        return costs;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
