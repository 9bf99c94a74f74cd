package exeat.bench.cases;

import java.sql.SQLException;

/** Somebody who takes cases down the whole road. */
interface Contender extends AutoCloseable {

    String title();

    /** Commands of one case, each acknowledged and durable before the next. */
    int commands();

    /** Makes room for so many clients; not timed. */
    default void prepare(int clients) throws Exception {}

    /** One case, from the application to the crossing. The clock is told after each answer. */
    void ride(int client, Clock clock) throws Exception;

    /** Cases that have crossed, as the database itself says. */
    long crossed() throws Exception;

    /** The process beside this one that serves the clients; 0 when there is none. */
    default long server() {
        return 0;
    }

    @Override
    void close() throws SQLException;

    /** Batches and commands in them so far; zeroes where nothing is batched. */
    default Batched batched() throws Exception {
        return new Batched(0, 0);
    }

    /** How full the shared writer's batches are. */
    record Batched(long batches, long commands) {
        Batched since(Batched before) {
            return new Batched(batches - before.batches, commands - before.commands);
        }
    }
}
