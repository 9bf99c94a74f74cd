package exeat.tool.office;

import exeat.rules.ParsedPack;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.DirectiveRef;
import java.util.List;

/** A directive's record as people read it in a terminal. */
public final class RecordText {

    private static final int WIDTH = 96;
    private static final int INDENT = 12;

    private final StringBuilder text = new StringBuilder();

    private RecordText() {}

    /** The record of a pack, with its exact version. */
    public static String of(DirectiveRef ref, DirectiveRecord record) {
        return new RecordText()
                .field("id", ref.id())
                .field("version", ref.version() + ", sha256 " + ref.hash())
                .record(record);
    }

    /**
     * The errors that keep a pack from deciding, and notes for its writer; empty if there are none.
     */
    public static String problems(ParsedPack pack) {
        var text = new StringBuilder();
        if (!pack.faults().isEmpty()) {
            text.append("\nThis pack has errors, so it decides nothing.\n");
            pack.faults().forEach(fault -> text.append("  ").append(fault).append('\n'));
        }
        if (!pack.notes().isEmpty()) {
            text.append("\nPlease check:\n");
            pack.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        }
        return text.toString();
    }

    /** The record of an imported text. */
    static String of(String id, DirectiveRecord record) {
        return new RecordText().field("id", id).record(record);
    }

    private String record(DirectiveRecord record) {
        field("title", record.title());
        field("date", record.date().toString());
        field("issuer", record.issuer());
        field("addressees", String.join("; ", record.addressees()));
        field("citation", record.citation());
        field("summary", record.summary());
        field("credits", record.credits());
        field("language", record.originalLanguage());
        text.append('\n');
        for (var passage : record.content()) {
            switch (passage) {
                case DirectiveRecord.Text(var paragraph) ->
                        field("  " + paragraph.number(), paragraph.gist());
                case DirectiveRecord.Mark(var sign, var place) ->
                        field("  " + sign, "a mark, " + place + "; unexplained");
            }
        }
        if (!record.editorial().isEmpty()) {
            text.append('\n');
            field("editorial", String.join(" ", record.editorial()));
        }
        return text.toString();
    }

    private RecordText field(String name, String value) {
        if (value.isBlank()) {
            return this;
        }
        var lines = wrapped(value);
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? padded(name) : " ".repeat(INDENT)).append(lines.get(i));
            text.append('\n');
        }
        return this;
    }

    private static String padded(String name) {
        return name + " ".repeat(Math.max(1, INDENT - name.length()));
    }

    private static List<String> wrapped(String value) {
        var lines = new java.util.ArrayList<String>();
        var line = new StringBuilder();
        for (var word : value.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH - INDENT) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
