package exeat.bench.cases;

import java.sql.SQLException;
import java.util.List;

/** A contestant: one way to bring cases from application to crossing; owns what it started. */
interface Road extends AutoCloseable {

    /** How the line of the table begins. */
    String name();

    /**
     * Clients that can work at the same time, each in a thread of its own.
     *
     * @param many how many there will be
     */
    List<Client> clients(int many) throws Exception;

    /** Cases that its tables say have crossed. */
    long crossed() throws Exception;

    /** Batches so far, and the commands in them; nothing where commands are not batched. */
    default Batches batches() throws Exception {
        return Batches.NONE;
    }

    /** Beside this process and the database, the process that works for it; 0 for none. */
    default long process() {
        return 0;
    }

    @Override
    void close() throws SQLException;

    /** Somebody who brings one case after another down the road. */
    interface Client {
        /** One whole case; when it returns every command of it was acknowledged. */
        void travel() throws Exception;
    }

    /** What the writer took together. */
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
