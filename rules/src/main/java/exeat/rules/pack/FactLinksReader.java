package exeat.rules.pack;

import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.dmn.compose.ModelReader;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Vocabulary;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code links} of a vocabulary: {@code because} with {@code when} and {@code then}, each a
 * test by fact, or with {@code always}, a comparison of two facts.
 */
final class FactLinksReader {

    private static final Pattern ORDER = Pattern.compile("(.+?)\\s*(<=|>=|<|>)\\s*(.+)");
    private static final Map<String, Comparison> COMPARISONS =
            Map.of(
                    "<", Comparison.LESS,
                    "<=", Comparison.AT_MOST,
                    ">", Comparison.MORE,
                    ">=", Comparison.AT_LEAST);

    private final Map<FactName, FactDefinition> facts;
    private final ProblemCollector problems;

    /**
     * @param vocabulary with the facts of the packs that are extended
     */
    FactLinksReader(Vocabulary vocabulary, ProblemCollector problems) {
        this.facts = vocabulary.byName();
        this.problems = problems;
    }

    List<FactLink> read(List<YamlNode> items) {
        var links = new ArrayList<FactLink>();
        for (var item : items) {
            YamlFields.of(item, "links", problems).flatMap(this::link).ifPresent(links::add);
        }
        return links;
    }

    private Optional<FactLink> link(YamlFields fields) {
        var because = fields.text("because");
        Optional<FactLink> link =
                fields.has("always") ? order(fields, because) : implication(fields, because);
        fields.end();
        return because.isEmpty() ? Optional.empty() : link;
    }

    private Optional<FactLink> implication(YamlFields fields, String because) {
        var when = tests(fields, "when");
        var then = tests(fields, "then");
        return when.isEmpty() || then.isEmpty()
                ? Optional.empty()
                : Optional.of(new FactLink.Implication(because, when, then));
    }

    private Map<FactName, UnaryTest> tests(YamlFields fields, String key) {
        var tests = new LinkedHashMap<FactName, UnaryTest>();
        for (var entry : fields.entries(key)) {
            var fact = fact(entry.key(), entry.line());
            if (fact.isPresent() && entry.value() instanceof YamlNode.Scalar scalar) {
                ModelReader.test(scalar.text(), entry.line(), entry.key(), problems)
                        .filter(test -> isSound(test, fact.get(), entry.line()))
                        .ifPresent(test -> tests.put(fact.get().name(), test));
            } else if (fact.isPresent()) {
                problems.add(entry.line(), entry.key(), "must be a test, as in a table's cell");
            }
        }
        return tests;
    }

    private boolean isSound(UnaryTest test, FactDefinition fact, int line) {
        var wrong =
                test.literals()
                        .flatMap(literal -> ModelCompiler.literalViolation(literal, fact).stream())
                        .toList();
        wrong.forEach(why -> problems.add(line, fact.name().text(), why));
        return wrong.isEmpty();
    }

    private Optional<FactLink> order(YamlFields fields, String because) {
        int line = fields.line("always");
        var text = fields.text("always");
        var matcher = ORDER.matcher(text);
        if (!matcher.matches()) {
            fields.problem("always", "must compare two facts by <, <=, > or >=: " + text);
            return Optional.empty();
        }
        var left = fact(matcher.group(1), line);
        var right = fact(matcher.group(3), line);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        var type = left.get().type();
        if (type != right.get().type() || (type != FactType.NUMBER && type != FactType.DATE)) {
            fields.problem("always", "must compare two numbers or two dates: " + text);
            return Optional.empty();
        }
        var comparison = COMPARISONS.get(matcher.group(2));
        if (comparison == null) {
            throw new IllegalStateException("no comparison: " + matcher.group(2));
        }
        return Optional.of(
                new FactLink.Order(because, left.get().name(), comparison, right.get().name()));
    }

    private Optional<FactDefinition> fact(String name, int line) {
        var fact =
                name.isBlank()
                        ? Optional.<FactDefinition>empty()
                        : Optional.ofNullable(facts.get(new FactName(name.strip())));
        if (fact.isEmpty()) {
            problems.add(line, name, "is not a fact of the vocabulary");
        }
        return fact;
    }
}
