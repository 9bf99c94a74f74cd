package exeat.desk.intake;

import exeat.desk.intake.CsvIntake.BadRow;
import exeat.rules.fact.Vocabulary;
import exeat.store.key.SealedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first pass over a file: reads all of it, lists errors, and sorts the rows by application. It
 * files nothing and starts again after a crash. Its memory does not grow with the file.
 */
final class IntakeCheck {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int PROGRESS_EVERY = 1_000;

    private final FileIntakes.LineReader lines;
    private final LongConsumer progress;
    private final ExternalSort rows;
    private final SealedFile.FrameWriter problems;
    private long read;
    private long listed;
    private Optional<BadRow> unreadable = Optional.empty();

    private IntakeCheck(IntakeFolder files, FileIntakes.LineReader lines, LongConsumer progress)
            throws IOException {
        this.lines = lines;
        this.progress = progress;
        files.forgetRows();
        rows = files.rows();
        problems = files.list(IntakeFolder.PROBLEMS, new SealedFile.Mark(0, 0));
    }

    /**
     * What it came to.
     *
     * @param whole whether the file was read to its end
     */
    record Checked(boolean whole, long rows, int runs, long listed, SealedFile.Mark problems) {}

    /**
     * Checks a file.
     *
     * @param lines reads a line that is an application
     * @param progress is told the number of rows read, now and then
     */
    static Checked check(
            IntakeFolder files,
            FileIntake.Format format,
            Vocabulary vocabulary,
            FileIntakes.LineReader lines,
            LongConsumer progress)
            throws IOException {
        var check = new IntakeCheck(files, lines, progress);
        try (var upload = files.upload()) {
            switch (format) {
                case CSV -> check.csv(new Utf8Reader(upload.stream()), vocabulary);
                case LINES -> check.lines(new Utf8Reader(upload.stream()));
            }
            return check.end();
        } finally {
            check.problems.close();
        }
    }

    private Checked end() throws IOException {
        if (unreadable.isPresent()) {
            bad(unreadable.get());
        }
        progress.accept(read);
        return new Checked(unreadable.isEmpty(), read, rows.end(), listed, problems.flush());
    }

    private void bad(BadRow problem) throws IOException {
        problems.write(IntakeRows.write(problem));
        listed++;
    }

    private void csv(Reader text, Vocabulary vocabulary) throws IOException {
        try (var parser = CSVParser.builder().setFormat(FORMAT).setReader(text).get()) {
            try {
                csv(parser, vocabulary);
            } catch (UncheckedIOException | IllegalStateException broken) {
                // Where the quotes or the bytes are wrong, nobody can tell where the next row
                // begins; and any application may lack a row.
                broken(
                        parser.getCurrentLineNumber() + 1,
                        "not readable as CSV in UTF-8 from here on");
            }
        }
    }

    private void broken(long line, String why) {
        unreadable = Optional.of(new BadRow(line, 0, "", why));
    }

    private void csv(CSVParser parser, Vocabulary vocabulary) throws IOException {
        var records = parser.iterator();
        if (!records.hasNext()) {
            broken(1, "the file is empty");
            return;
        }
        var columns = new CsvColumns(header(records.next()), vocabulary);
        for (var problem : columns.problems()) {
            bad(problem);
        }
        if (!columns.problems().isEmpty()) {
            broken(1, "no row can be read with these columns");
            return;
        }
        rows.add(IntakeRows.header(columns.header()).write());
        while (records.hasNext()) {
            var values = records.next().toList();
            row(new CsvRow(columns, firstLine(parser, values), values));
        }
    }

    private void row(CsvRow row) throws IOException {
        var application = row.text("application");
        var found = new ArrayList<BadRow>();
        if (application.isEmpty()) {
            found.add(row.bad("application", "is empty"));
        }
        row.principal(found);
        row.traveller(new exeat.casework.value.TravellerNo(1), found);
        for (var problem : found) {
            bad(problem);
        }
        rows.add(IntakeRows.of(application, row.line(), row.values()).write());
        counted();
    }

    private void counted() {
        read++;
        if (read % PROGRESS_EVERY == 0) {
            progress.accept(read);
        }
    }

    private void lines(Reader text) throws IOException {
        long line = 0;
        try (var reader = new BufferedReader(text)) {
            for (var next = reader.readLine(); next != null; next = reader.readLine()) {
                line++;
                if (!next.isBlank()) {
                    for (var problem : lines.read(next).problems()) {
                        bad(new BadRow(line, 0, problem.field(), problem.message()));
                    }
                    rows.add(IntakeRows.of("line " + line, line, List.of(next)).write());
                    counted();
                }
            }
            if (read == 0) {
                broken(1, "the file is empty");
            }
        } catch (IOException notText) {
            broken(line + 1, "not readable as lines in UTF-8 from here on");
        }
    }

    private static List<String> header(CSVRecord record) {
        var header = new ArrayList<>(record.toList().stream().map(String::strip).toList());
        var first = header.getFirst();
        if (first.startsWith(BYTE_ORDER_MARK)) {
            header.set(0, first.substring(BYTE_ORDER_MARK.length()));
        }
        return header;
    }

    /** A quoted field may hold line ends: the row begins that much before where the parser is. */
    private static long firstLine(CSVParser parser, List<String> values) {
        long within =
                values.stream().mapToLong(v -> v.chars().filter(c -> c == '\n').count()).sum();
        return parser.getCurrentLineNumber() - within;
    }
}
