package exeat.desk;

/** How the office is, as plain values for whoever publishes them. */
@SuppressWarnings("DoNotCallSuggester")
public final class Health {

    Health() {}

    /**
     * What was found just now.
     *
     * @param databaseReachable asked just now
     * @param writerAlive whether every stripe of the writer runs
     * @param queueDepth commands that wait
     */
    public record Status(boolean databaseReachable, boolean writerAlive, int queueDepth) {
        public boolean healthy() {
            return databaseReachable && writerAlive;
        }
    }

    /** Counted since the office was opened. */
    public record Counters(
            long accepted, long rejected, long replayed, long busy, long batches, long batched) {}

    public Status status() {
        throw new UnsupportedOperationException();
    }

    public Counters counters() {
        throw new UnsupportedOperationException();
    }
}
