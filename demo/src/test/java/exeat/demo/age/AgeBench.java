package exeat.demo.age;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.demo.Packs;
import exeat.demo.Today;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Run by {@code exeat bench age} only, not by tests: loads a few applications and many, does
 * everything on both, and compares the cost. System properties set its length.
 */
class AgeBench {

    private static final long FEW = 10_000;
    private static final int WARM = 10;

    /** The cheapest counts: others use the machine too, and delayed writes happen in between. */
    private static final int LAPS = 3;

    private static final double BAR = 1.5;

    /** Less than this is noise: a page more or less, a few ticks of a clock. */
    private static final double MIN_BUFFERS = 20;

    private static final double MIN_MICROS = 1_500;

    private static final long MANY = Long.getLong("exeat.age.applications", 100_000);
    private static final int TIMES = Integer.getInteger("exeat.age.times", 20);
    private static final int LIVED = Integer.getInteger("exeat.age.lived", 300);
    private static final int WAIT = Integer.getInteger("exeat.age.wait", 975);
    private static final int ENDED = Integer.getInteger("exeat.age.ended", 850);

    /** With few, that many wait for their travellers and have ended, so that queues have pages. */
    private static final int FEW_WAIT = 100;

    private static final int FEW_ENDED = 100;
    private static final String KEPT = System.getProperty("exeat.age.keep", "");

    /** Somewhat more than loads have taken; a folder is not begun where less is free. */
    private static final long BYTES_EACH = 4_600;

    /** Space for the write-ahead log, and for sorting for indexes. */
    private static final long BYTES_BESIDE = 8_000_000_000L;

    private final PrintStream out = System.out;
    private boolean warm;

    @Test
    void every_read_is_timed_with_few_applications_and_with_many() throws Exception {
        var few = measured(FEW);
        var many = measured(MANY);
        say("%-38s %7s %9s %9s %6s %9s %9s %6s", "", "rows", "buffers", "", "", "micros", "", "");
        say(
                "%-38s %7s %9s %9s %6s %9s %9s %6s",
                "", "", at(FEW), at(MANY), "ratio", at(FEW), at(MANY), "ratio");
        int missed = 0;
        int alone = 0;
        for (var one : few.entrySet()) {
            var was = one.getValue();
            var is = java.util.Objects.requireNonNull(many.get(one.getKey()));
            boolean comparable = was.rows() > 0 == is.rows() > 0;
            // If a list is longer in one of the two, the cost per row.
            double longer = was.rows() > 0 && is.rows() > 0 ? is.rows() / was.rows() : 1;
            double buffers = is.buffers() / Math.max(1, was.buffers()) / longer;
            double micros = is.micros() / Math.max(1, was.micros()) / longer;
            boolean dearer = buffers > BAR && more(is, was, longer, Seen::buffers) > MIN_BUFFERS;
            boolean slower = micros > BAR && more(is, was, longer, Seen::micros) > MIN_MICROS;
            boolean over = comparable && (dearer || slower);
            missed += over ? 1 : 0;
            alone += comparable ? 0 : 1;
            say(
                    "%-38s %7s %9.0f %9.0f %6.2f %9.0f %9.0f %6.2f%s",
                    one.getKey(),
                    rows(was.rows(), is.rows()),
                    was.buffers(),
                    is.buffers(),
                    buffers,
                    was.micros(),
                    is.micros(),
                    micros,
                    over ? "  missed" : comparable ? "" : "  no rows in one");
        }
        say(
                "%d of %d within %.1f times; %d missed, %d lists with no rows in one of the two",
                few.size() - missed - alone, few.size(), BAR, missed, alone);
        many.forEach((name, seen) -> {
            if (name.startsWith("situation report")) {
                say("%s: %.1f ms on the clock (50)", name, seen.millis());
            }
        });
        assertThat(few).isNotEmpty();
    }

    /** How much more it is than it would be, had it grown with its rows alone. */
    private static double more(Seen is, Seen was, double longer, ToDoubleFunction<Seen> what) {
        return what.applyAsDouble(is) - longer * what.applyAsDouble(was);
    }

    private static String rows(double few, double many) {
        return few == 0 && many == 0 ? "" : "%.0f %.0f".formatted(few, many);
    }

    /**
     * The result.
     *
     * @param buffers buffers touched in the cheapest lap
     * @param micros processor time of the cheapest lap
     * @param rows that a list showed, on the average; 0 where there is no list
     * @param millis on the clock, on the average
     */
    private record Seen(double buffers, double micros, double rows, double millis) {}

    private static String at(long applications) {
        return "%,d".formatted(applications);
    }

    private void say(String format, Object... values) {
        // Runs without a pause, so that nothing else comes in between.
        out.println(String.format(Locale.ROOT, "age: " + format, values));
    }

    private Map<String, Seen> measured(long applications) throws IOException, SQLException {
        boolean kept = !KEPT.isEmpty();
        var data =
                kept
                        ? Path.of(applications == MANY ? KEPT : KEPT + "-few").toAbsolutePath()
                        : Files.createTempDirectory("exeat-age").toAbsolutePath();
        try {
            Files.createDirectories(data);
            if (!Files.exists(data.resolve("postgres"))) {
                long free = data.toFile().getUsableSpace();
                long needed = applications * BYTES_EACH + BYTES_BESIDE;
                if (free < needed) {
                    throw new IllegalStateException(
                            "%,d applications may need %,d bytes, and %,d are free"
                                    .formatted(applications, needed, free));
                }
                boolean few = applications == FEW;
                var size =
                        new AgeLoad.Size(
                                applications,
                                LIVED,
                                few ? FEW_WAIT : WAIT,
                                few ? FEW_ENDED : ENDED,
                                1963);
                var loaded = AgeLoad.load(data, Packs.folder(), size, out);
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

    private Map<String, Seen> costs(Path data) throws SQLException, IOException {
        var costs = new LinkedHashMap<String, Seen>();
        try (var database = Database.embedded(data, Keys.in(data));
                var superuser = AgeLoad.superuser(data)) {
            assertThat(database.isReachable()).isTrue();
            var url = Files.readString(data.resolve("keys").resolve("address")).strip();
            var password = Keys.in(data).password("owner");
            var settings =
                    new OfficeSettings(
                            data,
                            Optional.of(url),
                            Optional.of("exeat"),
                            Optional.of(password),
                            Packs.folder());
            var meter = new AgeMeter(superuser);
            try (var office = Office.open(settings, Today.clock())) {
                office.passTime();
                // A program that has just begun is slow at first, and few would seem dear.
                if (!warm) {
                    for (var op : new AgeDrive(office).ops()) {
                        seen(meter, op);
                    }
                    warm = true;
                }
                for (var op : new AgeDrive(office).ops()) {
                    costs.put(op.name(), seen(meter, op));
                }
            }
        }
        return costs;
    }

    private static Seen seen(AgeMeter meter, AgeDrive.Op op) throws SQLException, IOException {
        for (int i = 0; i < WARM; i++) {
            var _ = op.once().applyAsInt(i);
        }
        var laps = new ArrayList<AgeMeter.Cost>();
        int rows = 0;
        long begun = System.nanoTime();
        for (int lap = 0; lap < LAPS; lap++) {
            meter.begin();
            for (int i = 0; i < TIMES; i++) {
                rows += op.once().applyAsInt(WARM + lap * TIMES + i);
            }
            laps.add(meter.end(TIMES));
        }
        double millis = (System.nanoTime() - begun) / 1e6;
        int times = LAPS * TIMES;
        return new Seen(
                least(laps, AgeMeter.Cost::buffers),
                least(laps, AgeMeter.Cost::micros),
                (double) rows / times,
                millis / times);
    }

    private static double least(List<AgeMeter.Cost> laps, ToDoubleFunction<AgeMeter.Cost> what) {
        return laps.stream().mapToDouble(what).min().orElseThrow();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
