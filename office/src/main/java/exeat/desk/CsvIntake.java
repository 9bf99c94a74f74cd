package exeat.desk;

import exeat.casework.Actor;
import exeat.rules.Vocabulary;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Applications from a file of rows, one row a traveller: rows with the same {@code application} are
 * one application, wherever they stand; so nothing is filed before the whole file was read, and a
 * file that cannot be read to its end files nothing. The columns are those of {@link CsvColumns}.
 * What goes in is text and is kept as text: a cell that a spreadsheet would take for a formula does
 * nothing here.
 */
public final class CsvIntake {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final int PROGRESS_EVERY = 100;

    /** The rows lie in memory until the last was read: some hundred megabytes at the most. */
    private static final int MOST_ROWS = 200_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Desk desk;
    private final Register register;

    CsvIntake(Desk desk, Register register) {
        this.desk = desk;
        this.register = register;
    }

    /**
     * A row that cannot be taken.
     *
     * @param line counted from 1, with the header as line 1
     * @param column counted from 1; 0 where the whole row is meant
     * @param field the column's name; empty where the whole row is meant
     */
    public record BadRow(long line, int column, String field, String message) {}

    /**
     * What became of a file.
     *
     * @param accepted applications filed, now or by an earlier run of the same file
     * @param rejected applications of which nothing was filed
     * @param badRows in the order of their lines
     * @param numbers the number of each application filed, by the file's own name for it
     */
    public record Result(
            long accepted, long rejected, List<BadRow> badRows, Map<String, String> numbers) {
        public Result {
            badRows = List.copyOf(badRows);
            numbers = Map.copyOf(numbers);
        }
    }

    /** A reader of UTF-8 that takes nothing else: a wrong byte is reported, not replaced. */
    public static Reader utf8(InputStream bytes) {
        return new Utf8Reader(bytes);
    }

    /**
     * Files what can be filed; an application with a bad row is left out whole.
     *
     * @param csv UTF-8 as {@link #utf8} reads it, with or without a byte order mark
     * @param keyPrefix names the file, so that reading it again files nothing twice
     * @param progress is told the number of rows read, now and then
     */
    public Result read(Session officer, Reader csv, String keyPrefix, LongConsumer progress) {
        if (!(officer.actor() instanceof Actor.Officer actor)) {
            throw new OfficeException(Code.NOT_ALLOWED, "files are taken from officers");
        }
        var directive =
                register.covering(actor.unit())
                        .orElseThrow(() ->
                                new OfficeException(
                                        Code.NOT_FOUND, "no directive covers the unit"));
        try (var filing = new CsvFiling(desk, officer, keyPrefix);
                var parser = CSVParser.builder().setFormat(FORMAT).setReader(csv).get()) {
            readAll(parser, directive.vocabulary(), filing, progress);
            return filing.result();
        } catch (IOException broken) {
            throw new OfficeException(Code.BAD_INPUT, "the file cannot be read", broken);
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

    private static void readAll(
            CSVParser parser, Vocabulary vocabulary, CsvFiling filing, LongConsumer progress) {
        try {
            var rows = parser.iterator();
            if (!rows.hasNext()) {
                filing.bad(new BadRow(1, 0, "", "the file is empty"));
                return;
            }
            var columns = new CsvColumns(header(rows.next()), vocabulary);
            columns.problems().forEach(filing::bad);
            if (columns.problems().isEmpty()) {
                readRows(parser, rows, columns, filing, progress);
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            // Where the quotes or the bytes are wrong, nobody can tell where the next row begins;
            // and the application before it may lack a row.
            filing.stop(
                    new BadRow(
                            parser.getCurrentLineNumber() + 1,
                            0,
                            "",
                            "not readable as CSV in UTF-8 from here on"));
        }
    }

    private static void readRows(
            CSVParser parser,
            Iterator<CSVRecord> rows,
            CsvColumns columns,
            CsvFiling filing,
            LongConsumer progress) {
        long read = 0;
        while (rows.hasNext()) {
            var values = rows.next().toList();
            filing.row(new CsvRow(columns, firstLine(parser, values), values));
            read++;
            if (read > MOST_ROWS) {
                filing.stop(
                        new BadRow(
                                parser.getCurrentLineNumber(),
                                0,
                                "",
                                "more than %d rows: send it in parts".formatted(MOST_ROWS)));
                return;
            }
            if (read % PROGRESS_EVERY == 0) {
                progress.accept(read);
            }
        }
        filing.end();
        progress.accept(read);
    }

    /** A quoted field may hold line ends: the row begins that much before where the parser is. */
    private static long firstLine(CSVParser parser, List<String> values) {
        long within =
                values.stream().mapToLong(v -> v.chars().filter(c -> c == '\n').count()).sum();
        return parser.getCurrentLineNumber() - within;
    }
}
