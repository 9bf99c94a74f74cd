package exeat.demo.age;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Rows of one table on their way into the database, as COPY reads them in its binary format. */
final class AgeRows {

    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private final String into;
    private final int columns;
    private byte[] buffer = new byte[1 << 16];
    private int length;

    /**
     * No rows yet.
     *
     * @param into the table with its columns, such as {@code paper (number, stream)}
     */
    AgeRows(String into) {
        this.into = into;
        columns = (int) into.chars().filter(c -> c == ',').count() + 1;
        raw(HEAD);
    }

    AgeRows row() {
        room(2);
        ByteBuffer.wrap(buffer, length, 2).putShort((short) columns);
        length += 2;
        return this;
    }

    AgeRows number(long value) {
        room(12);
        ByteBuffer.wrap(buffer, length, 12).putInt(8).putLong(value);
        length += 12;
        return this;
    }

    AgeRows small(int value) {
        room(8);
        ByteBuffer.wrap(buffer, length, 8).putInt(4).putInt(value);
        length += 8;
        return this;
    }

    AgeRows bytes(byte[] value) {
        small(value.length, value);
        return this;
    }

    AgeRows text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    AgeRows text(Optional<String> value) {
        return value.isPresent() ? text(value.get()) : nothing();
    }

    AgeRows time(Instant at) {
        return number(ChronoUnit.MICROS.between(EPOCH, at));
    }

    /** Without a day, infinity. */
    AgeRows day(Optional<LocalDate> day) {
        return small(
                day.map(d -> Math.toIntExact(d.toEpochDay() - EPOCH_DAY))
                        .orElse(Integer.MAX_VALUE));
    }

    private static final int TEXT = 25;
    private static final int INT4 = 23;
    private static final int INT8 = 20;

    AgeRows texts(List<String> values) {
        var elements = new java.io.ByteArrayOutputStream();
        for (var value : values) {
            var text = value.getBytes(StandardCharsets.UTF_8);
            elements.writeBytes(ByteBuffer.allocate(4).putInt(text.length).array());
            elements.writeBytes(text);
        }
        return array(TEXT, values.size(), elements.toByteArray());
    }

    AgeRows smalls(List<Integer> values) {
        var elements = ByteBuffer.allocate(8 * values.size());
        for (var value : values) {
            elements.putInt(4).putInt(value);
        }
        return array(INT4, values.size(), elements.array());
    }

    AgeRows numbers(List<Long> values) {
        var elements = ByteBuffer.allocate(12 * values.size());
        for (var value : values) {
            elements.putInt(8).putLong(value);
        }
        return array(INT8, values.size(), elements.array());
    }

    /** One dimension from 1 on; none of an empty one. */
    private AgeRows array(int type, int count, byte[] elements) {
        var head = ByteBuffer.allocate(count == 0 ? 12 : 20);
        head.putInt(count == 0 ? 0 : 1).putInt(0).putInt(type);
        if (count > 0) {
            head.putInt(count).putInt(1);
        }
        small(head.capacity() + elements.length, head.array());
        raw(elements);
        return this;
    }

    AgeRows nothing() {
        room(4);
        ByteBuffer.wrap(buffer, length, 4).putInt(-1);
        length += 4;
        return this;
    }

    private void small(int size, byte[] value) {
        room(4);
        ByteBuffer.wrap(buffer, length, 4).putInt(size);
        length += 4;
        raw(value);
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
        }
    }

    /** Sends them, and is empty again. */
    void send(Connection connection) throws SQLException {
        var copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy exeat." + into + " from stdin (format binary)");
        copy.writeToCopy(buffer, 0, length);
        copy.writeToCopy(new byte[] {-1, -1}, 0, 2);
        copy.endCopy();
        length = HEAD.length;
    }
}
