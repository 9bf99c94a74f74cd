package exeat.tool.input;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV records by RFC 4180 and continues after a broken one at the next line, so that one
 * stray quote does not cost the rest of the file.
 */
public final class CsvReader {

    private final LookaheadReader chars;
    private final int longest;
    private long line = 1;

    public CsvReader(Reader reader, int longest) throws IOException {
        chars = new LookaheadReader(reader);
        this.longest = longest;
    }

    /** What {@link #next} found. */
    public sealed interface CsvItem {}

    /**
     * A record.
     *
     * @param line on which the record begins, counted from 1
     */
    public record Fields(long line, List<String> texts) implements CsvItem {
        boolean isBlank() {
            return texts.size() == 1 && texts.getFirst().isBlank();
        }
    }

    /**
     * A record that cannot be read; what follows it can.
     *
     * @param column of the field, counted from 1
     */
    public record Broken(long line, int column, String message) implements CsvItem {}

    public record End() implements CsvItem {}

    public CsvItem next() throws IOException {
        if (chars.peek() == LookaheadReader.END) {
            return new End();
        }
        long begin = line;
        var texts = new ArrayList<String>();
        var field = new StringBuilder();
        int length = 0;
        while (true) {
            field.setLength(0);
            var trouble = chars.peek() == '"' ? quoted(field) : bare(field);
            length += field.length() + 1;
            if (trouble.isEmpty() && length > longest) {
                trouble = "the record is longer than " + longest;
            }
            if (!trouble.isEmpty()) {
                chars.skipLine();
                line++;
                return new Broken(begin, texts.size() + 1, trouble);
            }
            texts.add(field.toString());
            int end = chars.read();
            if (end == '\r') {
                end = chars.read();
            }
            if (end != ',') {
                line++;
                return new Fields(begin, List.copyOf(texts));
            }
        }
    }

    /** Reads up to the comma or the line's end; returns what is wrong, or nothing. */
    private String bare(StringBuilder field) throws IOException {
        chars.readBare(field, longest + 1);
        if (chars.peek() == '"') {
            return "a quote is inside a field that does not start with one";
        }
        return field.length() > longest ? "the record is longer than " + longest : "";
    }

    private String quoted(StringBuilder field) throws IOException {
        chars.read();
        while (true) {
            int next = chars.read();
            if (next == LookaheadReader.END || field.length() > longest) {
                return "a quote is never closed";
            }
            if (next == '"') {
                if (chars.peek() != '"') {
                    return atFieldEnd() ? "" : "there is text after the closing quote";
                }
                chars.read();
            }
            line += next == '\n' ? 1 : 0;
            field.append((char) next);
        }
    }

    private boolean atFieldEnd() throws IOException {
        int next = chars.peek();
        return next == ',' || next == '\n' || next == '\r' || next == LookaheadReader.END;
    }
}
