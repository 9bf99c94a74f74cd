package exeat.desk.base;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes CSV by RFC 4180. Our own words, numbers and days are quoted if necessary; a {@link Text},
 * which somebody typed, always is, and spreadsheets never treat it as a formula.
 */
public final class CsvWriter {

    public static final String CRLF = "\r\n";

    private static final CSVFormat WORDS = CSVFormat.RFC4180;
    private static final CSVFormat TEXTS = WORDS.builder().setQuoteMode(QuoteMode.ALL).get();

    private final Appendable out;
    private final String lineEnd;

    /**
     * @param out to which each record is written at once
     */
    public CsvWriter(Appendable out, String lineEnd) {
        this.out = out;
        this.lineEnd = lineEnd;
    }

    /** A cell that somebody typed. */
    public record Text(String text) {

        /**
         * Text that a spreadsheet would treat as a formula gets a leading apostrophe; in Chinese,
         * Korean and Japanese they take the full-width signs for one too.
         */
        private String harmless() {
            return text.matches("(?s)[=+@\\t\\r\uFF1D\uFF0B\uFF20\uFF0D-].*") ? "'" + text : text;
        }
    }

    /** A record without its line end. */
    public static String line(List<String> words) {
        return WORDS.format(words.toArray());
    }

    /**
     * Writes a record.
     *
     * @param cells each a {@link Text}, or one of our own words or numbers
     */
    public void write(List<?> cells) throws IOException {
        boolean first = true;
        for (var cell : cells) {
            if (cell instanceof Text text) {
                TEXTS.print(text.harmless(), out, first);
            } else {
                WORDS.print(cell, out, first);
            }
            first = false;
        }
        out.append(lineEnd);
    }
}
