package exeat.ledger;

/**
 * A log's head in the format of C2SP's tlog-checkpoint.
 *
 * @param origin which log: a line without spaces or plus signs, by habit an address without scheme
 * @param size leaves in the tree
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (!KeyName.isOne(origin) || size < 0) {
            throw new IllegalArgumentException("no checkpoint: %s, %d".formatted(origin, size));
        }
    }

    /** The signed text: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
