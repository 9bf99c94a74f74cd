package exeat.bench.cases;

import exeat.casework.Application.Channel;
import exeat.desk.Intake;
import exeat.desk.Intakes;
import exeat.desk.Office;
import exeat.desk.Reply;
import exeat.desk.Session;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How fast one officer files: application by application, each waited for; and as one file, from
 * its first byte until every application in it is filed and its number is listed.
 *
 * @param one applications a second, one by one
 * @param file the same in a file
 * @param rows of that file, each an application
 */
record IntakeRate(double one, double file, int rows) {

    private static final String HEADER =
            "application,name_latn_family,name_latn_given,birth_date,nationality,residence,"
                    + "purpose,language\n";

    /** Both ways, warm. */
    static IntakeRate of(Office office, Session officer, Duration time)
            throws InterruptedException {
        office.intakes().start(_ -> new Intakes.Line(Optional.empty(), List.of()));
        var some = time.dividedBy(4);
        double guess = singly(office, officer, some);
        file(office, officer, rows(guess, some));
        double one = singly(office, officer, time);
        int rows = rows(one, time);
        return new IntakeRate(one, file(office, officer, rows), rows);
    }

    /** About as many as ten times the single rate files in that time. */
    private static int rows(double rate, Duration time) {
        return (int) Math.max(1_000, 10 * rate * time.toMillis() / 1000);
    }

    private static double singly(Office office, Session officer, Duration time) {
        long begun = System.nanoTime();
        int done = 0;
        for (; System.nanoTime() - begun < time.toNanos(); done++) {
            var key = UUID.randomUUID().toString();
            var filed = office.desk().apply(officer, key, DeskRoad.draft(Channel.OFFICE));
            if (!(filed.reply() instanceof Reply.Done)) {
                throw new IllegalStateException("not filed: " + filed.reply());
            }
        }
        return done / seconds(begun);
    }

    private static double file(Office office, Session officer, int rows)
            throws InterruptedException {
        var csv = new StringBuilder(HEADER);
        // Another file each time, for the same one is the same intake.
        var name = UUID.randomUUID();
        for (int row = 0; row < rows; row++) {
            csv.append(name)
                    .append('-')
                    .append(row)
                    .append(",Made,Up,1980-05-01,KP,jl-yanji,return,en\n");
        }
        var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        var intakes = office.intakes();
        var intake = intakes.receive(officer, Intake.Format.CSV, new ByteArrayInputStream(bytes));
        while (!intake.isOver()) {
            Thread.sleep(20);
            intake = intakes.find(officer, intake.id()).orElseThrow();
        }
        double rate = rows / seconds(begun);
        if (intake.filed() != rows) {
            throw new IllegalStateException(
                    "%d of %d rows were filed".formatted(intake.filed(), rows));
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
                "one officer files %.0f applications a second one by one, %.0f as a file of %d rows:"
                        + " %.1f times as many",
                one,
                file,
                rows,
                ratio());
    }
}
