package exeat.rules.dmn;

import exeat.rules.dmn.DecisionTable.Cell;
import exeat.rules.dmn.DecisionTable.Input;
import exeat.rules.dmn.DecisionTable.Output;
import exeat.rules.dmn.DecisionTable.Rule;
import exeat.rules.source.Problems;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one decision table: columns, then rules, every cell parsed and checked for its type. */
final class TableReader {

    private static final Set<String> CHILDREN =
            Set.of("description", "extensionElements", "input", "output", "annotation", "rule");

    private final Problems problems;

    TableReader(Problems problems) {
        this.problems = problems;
    }

    DecisionTable read(XmlElement table, String name) {
        refuse(table, CHILDREN);
        var inputs = table.children("input").stream().map(this::input).toList();
        var columns = table.children("output");
        var only = columns.size() == 1 ? Optional.of(name) : Optional.<String>empty();
        var outputs = columns.stream().map(column -> output(column, only)).toList();
        var annotations =
                table.children("annotation").stream()
                        .map(annotation -> annotation.attribute("name").orElse(""))
                        .toList();
        if (outputs.isEmpty()) {
            problems.add(table.line(), name, "has no output");
        }
        var policy = hitPolicy(table);
        requireOrder(policy, outputs);
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        int number = 0;
        for (var element : table.children("rule")) {
            var rule = rule(element, ++number, inputs, outputs, annotations);
            rule.ifPresent(rules::add);
            if (rule.isPresent() && !ids.add(rule.get().id())) {
                problems.add(element.line(), rule.get().id(), "is the id of another rule too");
            }
        }
        if (rules.isEmpty()) {
            problems.add(table.line(), name, "has no rule that can be read");
        }
        return new DecisionTable(name, table.line(), policy, inputs, outputs, annotations, rules);
    }

    private void refuse(XmlElement element, Set<String> allowed) {
        for (var child : element.children()) {
            if (!allowed.contains(child.name()) || !child.namespace().equals(element.namespace())) {
                problems.add(child.line(), child.name(), "is not supported");
            }
        }
    }

    private HitPolicy hitPolicy(XmlElement table) {
        var aggregation = table.attribute("aggregation");
        if (aggregation.isPresent()) {
            problems.add(table.line(), "aggregation", "is not supported: " + aggregation.get());
        }
        var word = table.attribute("hitPolicy").orElse("UNIQUE");
        return switch (word) {
            case "UNIQUE" -> HitPolicy.Single.UNIQUE;
            case "FIRST" -> HitPolicy.Single.FIRST;
            case "PRIORITY" -> HitPolicy.Single.PRIORITY;
            case "ANY" -> HitPolicy.Single.ANY;
            case "RULE ORDER" -> HitPolicy.Multiple.RULE_ORDER;
            case "OUTPUT ORDER" -> HitPolicy.Multiple.OUTPUT_ORDER;
            case "COLLECT" -> new HitPolicy.Collect(Optional.empty());
            default -> {
                problems.add(table.line(), "hitPolicy", "is not one of DMN's: " + word);
                yield HitPolicy.Single.UNIQUE;
            }
        };
    }

    private void requireOrder(HitPolicy policy, List<Output> outputs) {
        boolean ranks =
                policy == HitPolicy.Single.PRIORITY || policy == HitPolicy.Multiple.OUTPUT_ORDER;
        if (ranks && outputs.stream().allMatch(output -> output.order().isEmpty())) {
            outputs.forEach(output ->
                    problems.add(
                            output.line(),
                            "outputValues",
                            "are missing, and the hit policy ranks by them"));
        }
    }

    private Input input(XmlElement element) {
        refuse(
                element,
                Set.of("description", "extensionElements", "inputExpression", "inputValues"));
        var expression = element.child("inputExpression");
        var text = expression.map(TableReader::content).orElse("");
        if (text.isEmpty()) {
            problems.add(element.line(), "inputExpression", "is missing");
        }
        var allowed =
                element.child("inputValues")
                        .flatMap(values -> parse(values, text, FeelParser::unaryTests))
                        .orElse(new UnaryTest.Any());
        return new Input(element.line(), text, expression.flatMap(this::type), allowed);
    }

    /**
     * An output column.
     *
     * @param decision its name, where it may leave out its own: when it is the only one
     */
    private Output output(XmlElement element, Optional<String> decision) {
        refuse(element, Set.of("description", "extensionElements", "outputValues"));
        var name = element.attribute("name").or(() -> decision).orElse("");
        if (name.isEmpty()) {
            problems.add(element.line(), "output", "has no name");
        }
        List<Literal> order = List.of();
        var values = element.child("outputValues");
        if (values.isPresent()) {
            order = parse(values.get(), name, FeelParser::literals).orElse(List.of());
        }
        return new Output(element.line(), name, type(element), order);
    }

    private Optional<FeelType> type(XmlElement element) {
        var typeRef = element.attribute("typeRef");
        var type = typeRef.flatMap(FeelType::of);
        if (typeRef.isPresent() && type.isEmpty()) {
            problems.add(element.line(), "typeRef", "is not supported: " + typeRef.get());
        }
        return type;
    }

    private Optional<Rule> rule(
            XmlElement element,
            int number,
            List<Input> inputs,
            List<Output> outputs,
            List<String> annotations) {
        refuse(
                element,
                Set.of(
                        "description",
                        "extensionElements",
                        "inputEntry",
                        "outputEntry",
                        "annotationEntry"));
        var id = element.attribute("id").orElse("rule " + number);
        var tests = element.children("inputEntry");
        var results = element.children("outputEntry");
        var notes = element.children("annotationEntry");
        if (tests.size() != inputs.size() || results.size() != outputs.size()) {
            problems.add(element.line(), id, "does not have one entry for each column");
            return Optional.empty();
        }
        if (notes.size() > annotations.size()) {
            problems.add(element.line(), id, "has more annotations than there are columns");
            return Optional.empty();
        }
        var conditions = new ArrayList<Cell<UnaryTest>>();
        for (int at = 0; at < tests.size(); at++) {
            condition(tests.get(at), inputs.get(at)).ifPresent(conditions::add);
        }
        var values = new ArrayList<Cell<Literal>>();
        for (int at = 0; at < results.size(); at++) {
            value(results.get(at), outputs.get(at)).ifPresent(values::add);
        }
        boolean whole = conditions.size() == tests.size() && values.size() == results.size();
        var texts = notes.stream().map(TableReader::content).toList();
        return whole
                ? Optional.of(new Rule(element.line(), id, conditions, values, texts))
                : Optional.empty();
    }

    private Optional<Cell<UnaryTest>> condition(XmlElement entry, Input input) {
        var text = content(entry);
        // An empty entry is how editors write "any"; the standard's sign for it is "-".
        var test = parse(entry, input.expression(), cell -> FeelParser.unaryTests(orDash(cell)));
        return test.map(meaning -> new Cell<>(orDash(text), meaning));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private Optional<Cell<Literal>> value(XmlElement entry, Output output) {
        var literal = parse(entry, output.name(), FeelParser::literal);
        if (literal.isEmpty()) {
            return Optional.empty();
        }
        var type = literal.get().type();
        if (output.type().isPresent() && type != FeelType.NULL && type != output.type().get()) {
            problems.add(entry.line(), output.name(), "is not of the column's type");
            return Optional.empty();
        }
        if (!output.order().isEmpty() && !output.order().contains(literal.get())) {
            problems.add(entry.line(), output.name(), "is not among the output values");
            return Optional.empty();
        }
        return Optional.of(new Cell<>(content(entry), literal.get()));
    }

    private <T> Optional<T> parse(XmlElement entry, String field, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(content(entry)));
        } catch (FeelException unread) {
            problems.add(entry.line(), field, String.valueOf(unread.getMessage()));
            return Optional.empty();
        }
    }

    private static String content(XmlElement element) {
        return element.child("text").map(XmlElement::text).orElse("");
    }

    /** One of the parser's entries. */
    private interface Parser<T> {
        T parse(String text) throws FeelException;
    }
}
