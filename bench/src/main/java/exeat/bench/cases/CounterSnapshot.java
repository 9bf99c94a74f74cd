package exeat.bench.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The counters at one moment.
 *
 * @param wal bytes of write-ahead log
 * @param transactions transaction ids assigned, that is, transactions that wrote something
 * @param statements statements sent by clients, without begin and commit
 * @param serverCpu processor seconds of the database
 * @param clientCpu processor seconds of this process, its ended children, and the contestant's own
 *     process
 */
record CounterSnapshot(
        double seconds,
        long wal,
        long transactions,
        long statements,
        double serverCpu,
        double clientCpu) {

    private static final double TICKS = 100;

    static CounterSnapshot now(Connection connection, long postmaster, long beside)
            throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal,
                                    pg_snapshot_xmax(pg_current_snapshot())::text::bigint as xid,
                                    (select sum(calls) from pg_stat_statements)::bigint as calls
                                """)) {
            rows.next();
            double client = own(ProcessHandle.current().pid(), true);
            return new CounterSnapshot(
                    System.nanoTime() / 1e9,
                    rows.getLong("wal"),
                    rows.getLong("xid"),
                    rows.getLong("calls"),
                    family(postmaster),
                    client + (beside == 0 ? 0 : own(beside, false)));
        }
    }

    CounterSnapshot since(CounterSnapshot before) {
        return new CounterSnapshot(
                seconds - before.seconds,
                wal - before.wal,
                transactions - before.transactions,
                statements - before.statements,
                serverCpu - before.serverCpu,
                clientCpu - before.clientCpu);
    }

    /** The processor time of a process, its children, and their children that have ended. */
    private static double family(long pid) throws IOException {
        double sum = own(pid, true);
        var children = ProcessHandle.of(pid).map(ProcessHandle::children);
        for (var child : children.map(c -> c.toList()).orElse(List.of())) {
            sum += ended(child.pid());
        }
        return sum;
    }

    /** A child may end during the reading; its parent then accounts for it. */
    private static double ended(long pid) {
        try {
            return own(pid, false);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double own(long pid, boolean withChildren) throws IOException {
        var file = Path.of("/proc", Long.toString(pid), "stat");
        var text = Files.readString(file);
        // The second field is a name in parentheses, which may contain any character.
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        if (withChildren) {
            ticks += Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
        }
        return ticks / TICKS;
    }
}
