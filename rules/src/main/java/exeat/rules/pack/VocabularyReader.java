package exeat.rules.pack;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.FactDefinition.Inquiry;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.FactDefinition.Use;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Purposes;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlNode;
import exeat.rules.source.YamlReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code vocabulary.yaml}: the facts that a directive knows, and outputs of its own. */
public final class VocabularyReader {

    /**
     * The vocabulary, with the facts of what the pack extends before its own.
     *
     * @param purposes the pack's own, or those of what it extends
     * @param lines on which each of the pack's own facts stands
     * @param links those of what the pack extends, then its own
     */
    public record Read(
            Vocabulary vocabulary,
            Purposes purposes,
            Map<FactName, Integer> lines,
            List<FactLink> links) {}

    /** What the pack extends, as far as its facts go. */
    public record Parent(Vocabulary vocabulary, Purposes purposes, List<FactLink> links) {}

    private static final Set<String> RESERVED = Set.of("absent", "withheld", "unknown");

    private final Optional<Parent> parent;
    private final ProblemCollector problems;

    private VocabularyReader(Optional<Parent> parent, ProblemCollector problems) {
        this.parent = parent;
        this.problems = problems;
    }

    /** Reads a vocabulary; empty where it has problems. */
    public static Optional<Read> read(
            byte[] bytes, Optional<Parent> parent, ProblemCollector problems) {
        return YamlReader.read(bytes, problems)
                .map(root ->
                        new VocabularyReader(parent, problems)
                                .vocabulary(new YamlFields(root, problems)));
    }

    private Read vocabulary(YamlFields fields) {
        var zone = zone(fields);
        var facts = new ArrayList<FactDefinition>();
        var theirs = new HashSet<String>();
        parent.ifPresent(above -> {
            facts.addAll(above.vocabulary().facts());
            facts.forEach(fact -> theirs.add(fact.name().slug()));
        });
        var lines = new LinkedHashMap<FactName, Integer>();
        var slugs = new HashSet<String>();
        for (var item : items(fields, "facts", parent.isEmpty())) {
            var fact = YamlFields.of(item, "facts", problems).flatMap(this::fact);
            if (fact.isPresent()) {
                var name = fact.get().name();
                if (theirs.contains(name.slug())) {
                    problems.add(
                            item.line(),
                            name.text(),
                            "is a fact of the pack that this one extends, and cannot be redefined");
                    continue;
                }
                facts.add(fact.get());
                lines.put(name, item.line());
                if (!slugs.add(name.slug())) {
                    problems.add(item.line(), name.text(), "is there twice");
                }
            }
        }
        var purposesReader = new PurposesReader(problems);
        var purposes = purposesReader.read(fields, parent.map(Parent::purposes));
        purposesReader.check(fields, facts, purposes);
        requireOneOfEachSource(facts, lines);
        var outputs =
                new OutputsReader(problems)
                        .read(
                                fields,
                                parent.map(above -> above.vocabulary().outputs())
                                        .orElse(List.of()));
        var vocabulary = new Vocabulary(zone, facts, outputs);
        var links = new ArrayList<>(parent.map(Parent::links).orElse(List.of()));
        links.addAll(new FactLinksReader(vocabulary, problems).read(items(fields, "links", false)));
        fields.end();
        return new Read(vocabulary, purposes, lines, List.copyOf(links));
    }

    private static List<YamlNode> items(YamlFields fields, String key, boolean needed) {
        return needed || fields.has(key) ? fields.items(key) : List.of();
    }

    private ZoneId zone(YamlFields fields) {
        if (parent.isPresent() && !fields.has("zone")) {
            return parent.get().vocabulary().zone();
        }
        var text = fields.text("zone");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            if (!text.isEmpty()) {
                fields.problem("zone", "is not a time zone: " + text);
            }
            return ZoneOffset.UTC;
        }
    }

    private Optional<FactDefinition> fact(YamlFields fields) {
        var name = fields.text("name");
        var type = word(fields, "type", FactType.class);
        var source =
                fields.has("source")
                        ? word(fields, "source", Source.class)
                        : Optional.of(Source.DECLARED);
        var use = word(fields, "use", Use.class);
        var values = fields.texts("values");
        boolean isProtected = fields.flag("protected");
        boolean optional = fields.flag("optional");
        var shieldedTexts = fields.texts("shielded");
        var evidence = fields.optionalText("evidence");
        boolean changeable = !fields.has("changeable") || fields.flag("changeable");
        var weightTexts = fields.texts("weights");
        var scaleText = fields.optionalText("scale");
        fields.end();
        if (name.isEmpty() || type.isEmpty() || source.isEmpty() || use.isEmpty()) {
            return Optional.empty();
        }
        checkName(fields, name);
        checkValues(fields, type.get(), values);
        if (!isProtected && !shieldedTexts.isEmpty()) {
            fields.problem("shielded", "is only for protected facts");
            return Optional.empty();
        }
        var plain =
                new FactDefinition(
                        new FactName(name),
                        type.get(),
                        values,
                        optional,
                        isProtected,
                        shielded(fields, name, type.get(), values, shieldedTexts),
                        source.get(),
                        use.get(),
                        evidence);
        checkSource(fields, plain);
        var scaled = scaleText.map(text -> scaled(fields, plain, text)).orElse(plain);
        return Optional.of(
                scaled.with(new Inquiry(changeable, weights(fields, scaled, weightTexts))));
    }

    /** How many decimals its numbers have. */
    private static FactDefinition scaled(YamlFields fields, FactDefinition fact, String text) {
        if (fact.type() != FactType.NUMBER || fact.source() == Source.AGE) {
            fields.problem("scale", "is only for numbers that the traveller declares");
            return fact;
        }
        if (!text.matches("[0-9]|1[0-2]")) {
            fields.problem("scale", "must be a number of decimals from 0 to 12, not " + text);
            return fact;
        }
        return fact.withScale(Integer.parseInt(text));
    }

    private List<Value> shielded(
            YamlFields fields,
            String name,
            FactType type,
            List<String> values,
            List<String> texts) {
        var open =
                new FactDefinition(
                        new FactName(name),
                        type,
                        values,
                        false,
                        false,
                        List.of(),
                        Source.DECLARED,
                        Use.DECIDE,
                        Optional.empty());
        var shielded = new ArrayList<Value>();
        for (var text : texts) {
            var value = open.parse(text);
            if (value.isEmpty()) {
                fields.problem("shielded", "is not a value of this fact: " + text);
            }
            value.ifPresent(shielded::add);
        }
        return shielded;
    }

    /** Each item is a value and a number: {@code "KP 3"}, {@code "withheld 0.5"}. */
    private static Map<Value, BigDecimal> weights(
            YamlFields fields, FactDefinition fact, List<String> texts) {
        var weights = new LinkedHashMap<Value, BigDecimal>();
        for (var text : texts) {
            int space = text.lastIndexOf(' ');
            var value = space < 0 ? Optional.<Value>empty() : fact.parse(text.substring(0, space));
            var number = text.substring(space + 1);
            if (value.isEmpty() || !number.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                fields.problem(
                        "weights", "must be a value of this fact followed by a number: " + text);
            } else if (new BigDecimal(number).signum() == 0) {
                fields.problem("weights", "must be above 0: " + text);
            } else if (weights.put(value.get(), new BigDecimal(number)) != null) {
                fields.problem("weights", "has a value twice: " + text);
            }
        }
        return weights;
    }

    private static void checkName(YamlFields fields, String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*+")) {
            fields.problem("name", "must be words of letters and digits: " + name);
        }
    }

    private static void checkValues(YamlFields fields, FactType type, List<String> values) {
        if (!values.isEmpty() && type != FactType.TEXT) {
            fields.problem("values", "are only for facts of type text");
        }
        values.stream()
                .filter(RESERVED::contains)
                .forEach(value -> fields.problem("values", "is a reserved word: " + value));
        if (new HashSet<>(values).size() < values.size()) {
            fields.problem("values", "has one twice");
        }
    }

    private static void checkSource(YamlFields fields, FactDefinition fact) {
        var needed =
                switch (fact.source()) {
                    case DECLARED -> fact.type();
                    case NATIONALITY, PURPOSE -> FactType.TEXT;
                    case RESIDENCE_ADDRESSED -> FactType.BOOLEAN;
                    case AGE -> FactType.NUMBER;
                };
        if (fact.type() != needed) {
            fields.problem("type", "must be " + lower(needed) + " for this source");
        }
        if (fact.source() == Source.NATIONALITY && !fact.values().contains("other")) {
            fields.problem("values", "must have 'other' for nationalities that are not listed");
        }
        if (fact.source() != Source.DECLARED && fact.isProtected()) {
            fields.problem("protected", "is only for facts that the traveller declares");
        }
    }

    private void requireOneOfEachSource(List<FactDefinition> facts, Map<FactName, Integer> lines) {
        var seen = new HashSet<Source>();
        for (var fact : facts) {
            if (fact.source() != Source.DECLARED && !seen.add(fact.source())) {
                problems.add(
                        lines.getOrDefault(fact.name(), 0),
                        fact.name().text(),
                        "has the same source as another fact");
            }
        }
    }

    private static <E extends Enum<E>> Optional<E> word(
            YamlFields fields, String key, Class<E> type) {
        var text = fields.text(key);
        var constants = Arrays.asList(type.getEnumConstants());
        var found = constants.stream().filter(constant -> lower(constant).equals(text)).findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            var words = constants.stream().map(VocabularyReader::lower).toList();
            fields.problem(key, "must be one of " + String.join(", ", words) + ", not " + text);
        }
        return found;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
