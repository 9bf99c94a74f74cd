package exeat.bench.cases;

import exeat.casework.value.Application.Channel;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.intake.FileIntake;
import exeat.desk.intake.FileIntakes;
import exeat.desk.write.Reply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How fast one officer files: one application at a time, waiting for each; and in one file, from
 * its first byte until every application in it is filed and listed with its number.
 *
 * @param way the way in that both use
 * @param one applications a second, one at a time
 * @param file applications a second, in a file
 * @param rows rows of that file, each one an application
 */
record IntakeRate(String way, double one, double file, int rows) {

    private static final String HEADER =
            "application,name_latn_family,name_latn_given,birth_date,nationality,residence,"
                    + "purpose,language\n";

    /** A way to file applications. */
    interface Way {
        /** Files one application; it is filed when this returns. */
        void one() throws Exception;

        /** Files a whole file, and returns how many applications were filed. */
        long file(byte[] csv) throws Exception;
    }

    /** Measures both, after running each once untimed. */
    static IntakeRate of(String name, Way way, Duration time) throws Exception {
        var some = time.dividedBy(3);
        double guess = singly(way, some);
        file(way, rows(guess, some));
        double one = singly(way, time);
        int rows = rows(one, time);
        return new IntakeRate(name, one, file(way, rows), rows);
    }

    /** The desk itself, in this process. */
    static Way desk(Office office, Session officer) {
        var intakes = office.intakes();
        intakes.start(_ -> new FileIntakes.ParsedLine(Optional.empty(), java.util.List.of()));
        return new Way() {
            @Override
            public void one() {
                var key = UUID.randomUUID().toString();
                var filed = office.desk().apply(officer, key, DeskRoad.draft(Channel.OFFICE));
                if (!(filed.reply() instanceof Reply.Done)) {
                    throw new IllegalStateException("not filed: " + filed.reply());
                }
            }

            @Override
            public long file(byte[] csv) throws InterruptedException {
                var body = new ByteArrayInputStream(csv);
                var intake = intakes.receive(officer, FileIntake.Format.CSV, body);
                while (!intake.isOver()) {
                    Thread.sleep(20);
                    intake = intakes.find(officer, intake.id()).orElseThrow();
                }
                return intake.filed();
            }
        };
    }

    /** The number of rows that ten times the single rate would file in that time. */
    private static int rows(double rate, Duration time) {
        return (int) Math.max(1_000, 10 * rate * time.toMillis() / 1000);
    }

    private static double singly(Way way, Duration time) throws Exception {
        long begun = System.nanoTime();
        int done = 0;
        for (; System.nanoTime() - begun < time.toNanos(); done++) {
            way.one();
        }
        return done / seconds(begun);
    }

    private static double file(Way way, int rows) throws Exception {
        var csv = new StringBuilder(HEADER);
        // A different file each time, since the same file would be the same intake.
        var name = UUID.randomUUID();
        for (int row = 0; row < rows; row++) {
            csv.append(name)
                    .append('-')
                    .append(row)
                    .append(",Made,Up,1980-05-01,KP,jl-yanji,return,en\n");
        }
        var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        long filed = way.file(bytes);
        double rate = rows / seconds(begun);
        if (filed != rows) {
            throw new IllegalStateException("%d of %d rows were filed".formatted(filed, rows));
        }
        return rate;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    double ratio() {
        return file / one;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s: one officer files %.0f applications a second one by one, %.0f as a file of %d: %.1f times",
                way,
                one,
                file,
                rows,
                ratio());
    }
}
