package exeat.desk.intake;

import exeat.desk.base.Session;
import exeat.rules.source.Excerpt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applications from a short file of rows, at once; a long one is for {@link FileIntakes}, which
 * this goes through. One row is a traveller: rows with the same {@code application} are one
 * application, wherever they stand; so nothing is filed before the whole file was read, and a file
 * that cannot be read to its end files nothing. The columns are those of {@link CsvColumns}. What
 * goes in is text and is kept as text: a cell that a spreadsheet would take for a formula does
 * nothing here.
 */
public final class CsvIntake {

    private final FileIntakes intakes;

    public CsvIntake(FileIntakes intakes) {
        this.intakes = intakes;
    }

    /**
     * A row that cannot be taken.
     *
     * @param line counted from 1, with the header as line 1
     * @param column counted from 1; 0 where the whole row is meant
     * @param field the column's name; empty where the whole row is meant
     */
    public record BadRow(long line, int column, String field, String message) {

        public BadRow {
            field = Excerpt.of(field);
            message = Excerpt.of(message);
        }
    }

    /**
     * The result of a file.
     *
     * @param accepted applications filed, now or by an earlier run of the same file
     * @param rejected applications that were not filed
     * @param badRows in line order
     * @param numbers the number of each filed application, by its name in the file
     */
    public record Result(
            long accepted, long rejected, List<BadRow> badRows, Map<String, String> numbers) {
        public Result {
            badRows = List.copyOf(badRows);
            numbers = Map.copyOf(numbers);
        }
    }

    /** As {@link #read(Session, byte[], String)}. */
    public Result read(Session officer, String csv, String keyPrefix) {
        return read(officer, csv.getBytes(StandardCharsets.UTF_8), keyPrefix);
    }

    /**
     * Files what can be filed; an application with a bad row is left out whole.
     *
     * @param csv UTF-8, with or without a byte order mark
     * @param keyPrefix names the file, so that reading it again files nothing twice
     */
    public Result read(Session officer, byte[] csv, String keyPrefix) {
        var intake = intakes.readNow(officer, new ByteArrayInputStream(csv), keyPrefix);
        var bad = new ArrayList<BadRow>();
        var numbers = new HashMap<String, String>();
        intakes.problems(officer, intake.id(), bad::add);
        intakes.numbers(
                officer,
                intake.id(),
                line -> {
                    int space = line.indexOf(' ');
                    numbers.put(line.substring(space + 1), line.substring(0, space));
                });
        intakes.forget(intake.id());
        return new Result(intake.filed(), intake.rejected(), bad, numbers);
    }
}
