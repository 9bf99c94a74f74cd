package exeat.demo.age;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The cost of something: buffers that the database touched, and processor time of the program and
 * of the database's processes. The sequencer and the server's background work are left out, since
 * they run independently of what is measured.
 */
public final class AgeMeter {

    private static final String BUFFERS =
            """
            select coalesce(sum(s.shared_blks_hit + s.shared_blks_read), 0) as n,
                coalesce(sum(s.calls), 0) as calls
            from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname like 'exeat%' and r.rolname not like '%sequencer'
            """;
    private static final String PROCESSES =
            """
            select pid from pg_stat_activity
            where usename like 'exeat%' and usename not like '%sequencer'
            """;

    private final Connection superuser;
    private long program;
    private long processes;

    public AgeMeter(Connection superuser) throws SQLException {
        this.superuser = superuser;
        AgeLoad.run(superuser, "create extension if not exists pg_stat_statements");
    }

    /** For one time, on the average. */
    public record Cost(double buffers, double statements, double programMicros, double dataMicros) {

        public double micros() {
            return programMicros + dataMicros;
        }

        public String text(String what) {
            return "%-40s %9.1f %6.1f %9.0f %9.0f"
                    .formatted(what, buffers, statements, programMicros, dataMicros);
        }
    }

    public void begin() throws SQLException, IOException {
        AgeLoad.run(superuser, "select pg_stat_statements_reset()");
        processes = processes();
        program = program();
    }

    public Cost end(int times) throws SQLException, IOException {
        double own = (program() - program) / 1e3 / times;
        double theirs = (processes() - processes) / 1e3 / times;
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(BUFFERS)) {
            rows.next();
            return new Cost(
                    rows.getDouble("n") / times, rows.getDouble("calls") / times, own, theirs);
        }
    }

    private static long program() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Nanoseconds on a processor, as Linux counts them for each process. */
    private long processes() throws SQLException, IOException {
        long sum = 0;
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(PROCESSES)) {
            while (rows.next()) {
                var file = Path.of("/proc", Long.toString(rows.getLong("pid")), "schedstat");
                if (Files.isReadable(file)) {
                    sum += Long.parseLong(Files.readString(file).split(" ", 2)[0]);
                }
            }
        }
        return sum;
    }

    static String number(double n) {
        return String.format(Locale.ROOT, "%,.0f", n);
    }
}
