package exeat.papers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes what {@code CborReader} reads. */
final class CborWriter {

    private static final int ONE_BYTE = 24;
    private static final int[] SIZES = {1, 2, 4, 8};

    private CborWriter() {}

    static byte[] bytes(CborItem item) {
        var out = new ByteArrayOutputStream();
        write(item, out);
        return out.toByteArray();
    }

    private static void write(CborItem item, ByteArrayOutputStream out) {
        switch (item) {
            case CborItem.Whole whole when whole.value() < 0 -> head(1, -1 - whole.value(), out);
            case CborItem.Whole whole -> head(0, whole.value(), out);
            case CborItem.Octets octets -> {
                head(2, octets.value().length, out);
                out.writeBytes(octets.value());
            }
            case CborItem.Text text -> {
                var bytes = text.value().getBytes(StandardCharsets.UTF_8);
                head(3, bytes.length, out);
                out.writeBytes(bytes);
            }
            case CborItem.Items items -> {
                head(4, items.all().size(), out);
                items.all().forEach(each -> write(each, out));
            }
            case CborItem.Entries entries -> {
                head(5, entries.all().size(), out);
                entries.all()
                        .forEach((key, value) -> {
                            write(key, out);
                            write(value, out);
                        });
            }
            case CborItem.Tagged tagged -> {
                head(6, tagged.tag(), out);
                write(tagged.item(), out);
            }
            case CborItem.Other none ->
                    throw new IllegalArgumentException("nothing of the kind is written");
        }
    }

    private static void head(int type, long value, ByteArrayOutputStream out) {
        int major = type << 5;
        if (value < ONE_BYTE) {
            out.write(major | (int) value);
            return;
        }
        int size = 0;
        while (SIZES[size] < Long.BYTES && value >= 1L << (Byte.SIZE * SIZES[size])) {
            size++;
        }
        out.write(major | ONE_BYTE + size);
        for (int shift = Byte.SIZE * (SIZES[size] - 1); shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (value >> shift));
        }
    }
}
