package exeat.bench.cases;

import java.sql.SQLException;
import java.util.List;

/**
 * A contestant: one way to bring cases from application to crossing. It owns the processes and
 * pools that it starts.
 */
interface Road extends AutoCloseable {

    /** Its label in the table. */
    String name();

    /**
     * Clients that can work concurrently, each in a thread of its own.
     *
     * @param many how many there will be
     */
    List<Client> clients(int many) throws Exception;

    /** The number of crossed cases in its tables. */
    long crossed() throws Exception;

    /** Batches so far, and the commands in them; empty if commands are not batched. */
    default Batches batches() throws Exception {
        return Batches.NONE;
    }

    /** The id of a further process that works for it; 0 if there is none. */
    default long process() {
        return 0;
    }

    @Override
    void close() throws SQLException;

    /** A client that brings one case after another from application to crossing. */
    interface Client {
        /** Runs one whole case; every command is acknowledged when this returns. */
        void travel() throws Exception;
    }

    /** How commands were batched by the writer. */
    record Batches(long batches, long commands) {
        static final Batches NONE = new Batches(0, 0);

        Batches since(Batches before) {
            return new Batches(batches - before.batches, commands - before.commands);
        }

        double size() {
            return batches == 0 ? 0 : (double) commands / batches;
        }
    }
}
