package exeat.rules.pack;

import exeat.rules.document.Citation;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.FeeTerms;
import exeat.rules.document.InForcePeriod;
import exeat.rules.document.Paragraph;
import exeat.rules.document.PassageBuilder;
import exeat.rules.document.PointToWeigh;
import exeat.rules.pack.PackRecord.Extended;
import exeat.rules.pack.PackRecord.Pin;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlNode;
import exeat.rules.source.YamlReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code record.yaml}: where the directive comes from and what its paragraphs say. */
public final class RecordReader {

    private final ProblemCollector problems;
    private final Map<String, Integer> paragraphLines = new LinkedHashMap<>();
    private final Map<String, String> notExecutable = new HashMap<>();
    private final Map<String, Boolean> instruments = new HashMap<>();

    private RecordReader(ProblemCollector problems) {
        this.problems = problems;
    }

    public static Optional<PackRecord> read(byte[] bytes, ProblemCollector problems) {
        return YamlReader.read(bytes, problems)
                .map(root -> new RecordReader(problems).record(new YamlFields(root, problems)));
    }

    /** What the record says that its pack extends, whatever else may be wrong with it. */
    public static Optional<Extended> extended(byte[] bytes) {
        var unreported = new ProblemCollector();
        return YamlReader.read(bytes, unreported)
                .flatMap(root -> extended(new YamlFields(root, unreported), unreported));
    }

    private static Optional<Extended> extended(YamlFields fields, ProblemCollector problems) {
        int line = fields.line("extends");
        if (!fields.holdsKeys("extends")) {
            return fields.optionalText("extends")
                    .map(written -> new Extended(written, line, Optional.empty()));
        }
        return fields.below("extends", problems).map(named -> pinned(named, line));
    }

    private static Extended pinned(YamlFields named, int line) {
        var extended =
                new Extended(
                        named.text("pack"),
                        line,
                        Optional.of(new Pin(named.text("version"), named.text("hash"))));
        if (!extended.isId()) {
            named.problem("pack", "must be the id of a pack, not a path");
        }
        if (!extended.pin().orElseThrow().isWellFormed()) {
            named.problem("hash", "must be a SHA-256 hash in lower-case hexadecimal digits");
        }
        named.end();
        return extended;
    }

    private PackRecord record(YamlFields fields) {
        var version = fields.text("version");
        var extended = extended(fields, problems);
        var inForce = inForce(fields);
        boolean model = fields.flag("model");
        if (fields.has("instruments")) {
            fields.items("instruments").forEach(this::instrument);
        }
        var carries = carries(fields);
        var record =
                new DirectiveRecord(
                        fields.text("title"),
                        date(fields),
                        fields.text("issuer"),
                        fields.texts("addressees"),
                        fields.text("citation"),
                        fields.text("summary"),
                        fields.optionalText("credits").orElse(""),
                        fields.text("original language"),
                        content(fields.items("content")),
                        fields.texts("editorial"));
        if (record.addressees().isEmpty()) {
            fields.problem("addressees", "needs at least one");
        }
        var weigh = weigh(fields);
        var fees = fees(fields);
        fields.end();
        return new PackRecord(
                version,
                inForce,
                model,
                extended,
                record,
                paragraphLines,
                notExecutable,
                instruments,
                carries,
                weigh,
                fees);
    }

    /** The points, each with a paragraph of this record; perhaps none. */
    private List<PointToWeigh> weigh(YamlFields fields) {
        var points = new ArrayList<PointToWeigh>();
        for (var item : fields.has("weigh") ? fields.items("weigh") : List.<YamlNode>of()) {
            YamlFields.of(item, "weigh", problems)
                    .ifPresent(of -> {
                        var point = new PointToWeigh(of.text("id"), of.text("paragraph"));
                        if (!point.id().matches("[a-z0-9]+(-[a-z0-9]+)*+")) {
                            of.problem("id", "must be lower-case words joined by hyphens");
                        }
                        if (points.stream().anyMatch(other -> other.id().equals(point.id()))) {
                            of.problem("id", "is there twice: " + point.id());
                        }
                        if (!paragraphLines.containsKey(point.paragraph())) {
                            of.problem("paragraph", "is not in this record: " + point.paragraph());
                        }
                        of.end();
                        points.add(point);
                    });
        }
        return points;
    }

    /** How a fee is taken; perhaps nothing is said of it. */
    private Optional<FeeTerms> fees(YamlFields fields) {
        return fields.has("fees")
                ? fields.below("fees", problems).flatMap(this::feeTerms)
                : Optional.empty();
    }

    private Optional<FeeTerms> feeTerms(YamlFields of) {
        var currency = currency(of);
        var paragraph = of.text("paragraph");
        if (!paragraphLines.containsKey(paragraph)) {
            of.problem("paragraph", "is not in this record: " + paragraph);
        }
        var word = of.optionalText("before");
        var before = word.filter(FeeTerms.Step.ISSUE.stored()::equals);
        if (word.isPresent() && before.isEmpty()) {
            of.problem(
                    "before",
                    "must be issue, not %s; a fee stops nothing else".formatted(word.get()));
        }
        of.end();
        return currency.map(
                one -> new FeeTerms(one, paragraph, before.map(_ -> FeeTerms.Step.ISSUE)));
    }

    private static Optional<Currency> currency(YamlFields of) {
        var code = of.text("currency");
        try {
            return code.isEmpty() ? Optional.empty() : Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException unknown) {
            of.problem("currency", "is not the three-letter code of a currency: " + code);
            return Optional.empty();
        }
    }

    /** The clarifications that are in this version's rules or text; perhaps none. */
    private static Set<Integer> carries(YamlFields fields) {
        var numbers = new TreeSet<Integer>();
        if (fields.has("carries")) {
            for (var text : fields.texts("carries")) {
                if (text.matches("[1-9][0-9]{0,3}")) {
                    numbers.add(Integer.parseInt(text));
                } else {
                    fields.problem("carries", "is not the number of a clarification: " + text);
                }
            }
        }
        return numbers;
    }

    private static InForcePeriod inForce(YamlFields fields) {
        var from = optionalDate(fields, "in force from");
        var until = optionalDate(fields, "until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            fields.problem("until", "is before 'in force from'");
            return InForcePeriod.ALWAYS;
        }
        return new InForcePeriod(from, until);
    }

    private static LocalDate date(YamlFields fields) {
        fields.text("date");
        return optionalDate(fields, "date").orElse(LocalDate.EPOCH);
    }

    private static Optional<LocalDate> optionalDate(YamlFields fields, String key) {
        var text = fields.optionalText(key);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException notADate) {
            fields.problem(key, "must be a date such as 1963-08-08");
            return Optional.empty();
        }
    }

    private List<DirectiveRecord.Passage> content(List<YamlNode> items) {
        var passages = new PassageBuilder();
        for (var item : items) {
            YamlFields.of(item, "content", problems)
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

    private Paragraph paragraph(YamlFields fields) {
        var number = fields.text("paragraph");
        if (!number.isEmpty()) {
            checkNumber(fields, number);
        }
        boolean binding = fields.flag("binding");
        fields.optionalText("not executable")
                .ifPresent(why -> {
                    notExecutable.put(number, why);
                    if (!binding) {
                        fields.problem("not executable", "is only for binding paragraphs");
                    }
                });
        var paragraph =
                new Paragraph(
                        number, fields.text("gist"), binding, fields.flag("reveals protected"));
        fields.end();
        return paragraph;
    }

    private void checkNumber(YamlFields fields, String number) {
        if (number.equals(Citations.ASSUMED)) {
            fields.problem("paragraph", "is reserved for rules without a paragraph: " + number);
        }
        Citation.fault(number).ifPresent(why -> fields.problem("paragraph", why));
        var alike =
                paragraphLines.keySet().stream()
                        .filter(other -> !other.equals(number))
                        .filter(other -> Citation.readsLike(other, number))
                        .findFirst();
        if (paragraphLines.putIfAbsent(number, fields.line()) != null) {
            fields.problem("paragraph", "is there twice: " + number);
        }
        alike.ifPresent(other -> fields.problem("paragraph", number + " looks like " + other));
    }

    private void instrument(YamlNode node) {
        YamlFields.of(node, "instruments", problems)
                .ifPresent(fields -> {
                    instruments.put(fields.text("id"), fields.flag("held"));
                    fields.end();
                });
    }
}
