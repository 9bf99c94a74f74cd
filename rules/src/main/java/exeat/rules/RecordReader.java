package exeat.rules;

import exeat.rules.source.Fields;
import exeat.rules.source.Problems;
import exeat.rules.source.YamlNode;
import exeat.rules.source.YamlReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code record.yaml}: where the directive comes from and what its paragraphs say. */
final class RecordReader {

    private final Problems problems;
    private final Map<String, Integer> paragraphLines = new LinkedHashMap<>();
    private final Map<String, String> notExecutable = new HashMap<>();
    private final Map<String, Boolean> instruments = new HashMap<>();

    private RecordReader(Problems problems) {
        this.problems = problems;
    }

    static Optional<PackRecord> read(byte[] bytes, Problems problems) {
        return YamlReader.read(bytes, problems)
                .map(root -> new RecordReader(problems).record(new Fields(root, problems)));
    }

    private PackRecord record(Fields fields) {
        var version = fields.text("version");
        if (fields.has("instruments")) {
            fields.items("instruments").forEach(this::instrument);
        }
        var record =
                new DirectiveRecord(
                        fields.text("title"),
                        date(fields),
                        fields.text("issuer"),
                        fields.texts("addressees"),
                        fields.text("citation"),
                        fields.text("summary"),
                        fields.text("credits"),
                        fields.text("original language"),
                        content(fields.items("content")),
                        fields.texts("editorial"));
        if (record.addressees().isEmpty()) {
            fields.problem("addressees", "needs at least one");
        }
        fields.end();
        return new PackRecord(version, record, paragraphLines, notExecutable, instruments);
    }

    private LocalDate date(Fields fields) {
        var text = fields.text("date");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            if (!text.isEmpty()) {
                fields.problem("date", "must be a date such as 1963-08-08");
            }
            return LocalDate.EPOCH;
        }
    }

    private List<DirectiveRecord.Passage> content(List<YamlNode> items) {
        var passages = new Passages();
        for (var item : items) {
            Fields.of(item, "content", problems)
                    .ifPresent(fields -> {
                        if (fields.has("mark")) {
                            passages.mark(fields.text("mark"));
                            fields.end();
                        } else {
                            passages.paragraph(paragraph(fields));
                        }
                    });
        }
        return passages.content();
    }

    private Paragraph paragraph(Fields fields) {
        var number = fields.text("paragraph");
        if (!number.isEmpty() && !number.matches("[0-9]+(\\.[0-9]+)*")) {
            fields.problem("paragraph", "is not a number such as 2 or 2.1: " + number);
        }
        if (paragraphLines.putIfAbsent(number, fields.line()) != null) {
            fields.problem("paragraph", "is there twice: " + number);
        }
        boolean binding = fields.flag("binding");
        fields.optionalText("not executable")
                .ifPresent(why -> {
                    notExecutable.put(number, why);
                    if (!binding) {
                        fields.problem("not executable", "is said only of what binds");
                    }
                });
        var paragraph =
                new Paragraph(
                        number, fields.text("gist"), binding, fields.flag("reveals protected"));
        fields.end();
        return paragraph;
    }

    private void instrument(YamlNode node) {
        Fields.of(node, "instruments", problems)
                .ifPresent(fields -> {
                    instruments.put(fields.text("id"), fields.flag("held"));
                    fields.end();
                });
    }
}
