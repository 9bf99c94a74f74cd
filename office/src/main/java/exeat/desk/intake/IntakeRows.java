package exeat.desk.intake;

import exeat.store.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as they lie on the disk between the check and the filing: first 16 bytes of the hash of the
 * application's name, then the line, then the fields. So the rows of one application come together
 * when they are sorted, in the order of the file; a header, under zeros, comes first of all.
 */
record IntakeRows(Bytes application, long line, List<String> fields) {

    private static final int NAME = 16;
    private static final Bytes HEADER = Bytes.of(new byte[NAME]);

    IntakeRows {
        fields = List.copyOf(fields);
    }

    static IntakeRows header(List<String> fields) {
        return new IntakeRows(HEADER, 1, fields);
    }

    static IntakeRows of(String application, long line, List<String> fields) {
        var hash = Bytes.utf8("application " + application).sha256().array();
        return new IntakeRows(Bytes.of(java.util.Arrays.copyOf(hash, NAME)), line, fields);
    }

    boolean isHeader() {
        return application.equals(HEADER);
    }

    byte[] write() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(application.array());
            out.writeLong(line);
            out.writeInt(fields.size());
            for (var field : fields) {
                var text = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        }
        return bytes.toByteArray();
    }

    static IntakeRows read(byte[] record) {
        var in = ByteBuffer.wrap(record);
        var name = new byte[NAME];
        in.get(name);
        long line = in.getLong();
        var fields = new ArrayList<String>();
        for (int left = in.getInt(); left > 0; left--) {
            var text = new byte[in.getInt()];
            in.get(text);
            fields.add(new String(text, StandardCharsets.UTF_8));
        }
        return new IntakeRows(Bytes.of(name), line, fields);
    }

    /** A problem as a record: its line first, so that sorted ones are in the order of the file. */
    static byte[] write(CsvIntake.BadRow problem) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(problem.line());
            out.writeInt(problem.column());
            out.writeUTF(problem.field());
            out.writeUTF(problem.message());
        }
        return bytes.toByteArray();
    }

    static CsvIntake.BadRow problem(byte[] record) throws IOException {
        try (var in = new DataInputStream(new java.io.ByteArrayInputStream(record))) {
            return new CsvIntake.BadRow(in.readLong(), in.readInt(), in.readUTF(), in.readUTF());
        }
    }

    /** An application's own name with the number that it got. */
    static byte[] number(String application, String number) {
        return (number + " " + application).getBytes(StandardCharsets.UTF_8);
    }
}
