package exeat.http;

import exeat.desk.base.CsvWriter;
import exeat.desk.base.CsvWriter.Text;
import exeat.desk.base.Session;
import exeat.desk.intake.FileIntake;
import exeat.desk.intake.FileIntakes;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The results of a file of applications as CSV, for the pages and the API. */
public final class IntakeResults {

    private IntakeResults() {}

    /** A CSV list, written row by row. */
    private interface Rows {
        void write(CsvWriter csv);
    }

    /** The list of errors, once the file is done. */
    public static StreamingOutput problems(FileIntakes intakes, Session who, String id) {
        if (intakes.find(who, id).filter(FileIntake::isOver).isEmpty()) {
            throw ProblemCode.NOT_FOUND.thrown();
        }
        return list(
                List.of("line", "column", "field", "why"),
                csv ->
                        intakes.problems(
                                who,
                                id,
                                p ->
                                        csv.write(
                                                List.of(
                                                        p.line(),
                                                        p.column(),
                                                        new Text(p.field()),
                                                        new Text(p.message())))));
    }

    /** The numbers of the filed applications. */
    public static StreamingOutput numbers(FileIntakes intakes, Session who, String id) {
        if (intakes.find(who, id).isEmpty()) {
            throw ProblemCode.NOT_FOUND.thrown();
        }
        return list(
                List.of("number", "application"),
                csv ->
                        intakes.numbers(
                                who,
                                id,
                                line -> {
                                    int space = line.indexOf(' ');
                                    csv.write(
                                            List.of(
                                                    line.substring(0, space),
                                                    new Text(line.substring(space + 1))));
                                }));
    }

    private static StreamingOutput list(List<String> header, Rows rows) {
        return out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            var csv = new CsvWriter(writer, CsvWriter.CRLF);
            csv.write(header);
            rows.write(csv);
            writer.flush();
        };
    }
}
