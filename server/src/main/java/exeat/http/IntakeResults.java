package exeat.http;

import exeat.desk.base.Session;
import exeat.desk.intake.FileIntake;
import exeat.desk.intake.FileIntakes;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** What came of a file of applications, as CSV: for the pages and for the interface. */
public final class IntakeResults {

    private IntakeResults() {}

    /** A list as it is written, row by row. */
    private interface Rows {
        void write(Taker taker);
    }

    private interface Taker extends FileIntakes.RowSink<String> {}

    /** The list of what is wrong, once the file is done. */
    public static StreamingOutput problems(FileIntakes intakes, Session who, String id) {
        if (intakes.find(who, id).filter(FileIntake::isOver).isEmpty()) {
            throw ProblemCode.NOT_FOUND.thrown();
        }
        return list(
                "line,column,field,why",
                taker ->
                        intakes.problems(
                                who,
                                id,
                                p ->
                                        taker.take(
                                                p.line()
                                                        + ","
                                                        + p.column()
                                                        + ","
                                                        + quoted(p.field())
                                                        + ","
                                                        + quoted(p.message()))));
    }

    /** The list of numbers of what was filed. */
    public static StreamingOutput numbers(FileIntakes intakes, Session who, String id) {
        if (intakes.find(who, id).isEmpty()) {
            throw ProblemCode.NOT_FOUND.thrown();
        }
        return list(
                "number,application",
                taker ->
                        intakes.numbers(
                                who,
                                id,
                                line -> {
                                    int space = line.indexOf(' ');
                                    taker.take(
                                            line.substring(0, space)
                                                    + ","
                                                    + quoted(line.substring(space + 1)));
                                }));
    }

    private static StreamingOutput list(String header, Rows rows) {
        return out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(header + "\r\n");
            rows.write(row -> writer.write(row + "\r\n"));
            writer.flush();
        };
    }

    /** What a spreadsheet would take for a formula stands behind an apostrophe. */
    private static String quoted(String text) {
        var plain = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
