package exeat.ledger;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Entries as tlog-tiles serves them: each after its length in two bytes. */
public final class EntryBundle {

    private static final int MAX_ENTRY_BYTES = 0xffff;

    private EntryBundle() {}

    /**
     * The bytes of a bundle.
     *
     * @throws IllegalArgumentException for an entry longer than 65,535 bytes
     */
    public static byte[] encode(List<byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
            }
            bytes.write(entry.length >>> 8);
            bytes.write(entry.length);
            bytes.write(entry, 0, entry.length);
        }
        return bytes.toByteArray();
    }
}
