package exeat.rules.dmn.engine;

import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.HitPolicy.Aggregation;
import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.dmn.engine.BoxedTable.Input;
import exeat.rules.dmn.engine.BoxedTable.Output;
import exeat.rules.dmn.engine.BoxedTable.Rule;
import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads decision tables: columns, then rules, parsing every cell (DMN 1.5, 8). */
final class TableCompiler {

    private static final Set<String> IN_TABLE = Set.of("input", "output", "annotation", "rule");
    private static final Set<String> IN_INPUT = Set.of("inputExpression", "inputValues");
    private static final Set<String> IN_OUTPUT = Set.of("outputValues", "defaultOutputEntry");
    private static final Set<String> IN_RULE =
            Set.of("inputEntry", "outputEntry", "annotationEntry");

    /** Replaces cells that cannot be read. */
    private static final UnaryTests ANY = new UnaryTests(true, false, List.of());

    private static final Expression NOTHING = new Expression.Constant(Values.NULL);

    private final BoxedExpressionCompiler boxes;
    private final ErrorHandler trouble;

    TableCompiler(BoxedExpressionCompiler boxes, ErrorHandler trouble) {
        this.boxes = boxes;
        this.trouble = trouble;
    }

    /**
     * The table. Parts that cannot be read are reported to the error handler and left out.
     *
     * @param name the decision's own name, if the table belongs to one
     */
    BoxedTable table(XmlElement table, DeclaredNames names, String name)
            throws UnsupportedElementException {
        requireKnown(table, IN_TABLE);
        List<Input> inputs = new ArrayList<>();
        var blank = EditorHabits.blankColumns(table);
        for (var input : EditorHabits.without(blank, table.children("input"))) {
            read(() -> input(input, names)).ifPresent(inputs::add);
        }
        boolean whole = inputs.size() == table.children("input").size() - blank.cardinality();
        var columns = table.children("output");
        List<Output> outputs = new ArrayList<>();
        for (var output : columns) {
            var own = columns.size() == 1 ? name : "";
            read(() -> output(output, own, names)).ifPresent(outputs::add);
        }
        whole &= outputs.size() == columns.size();
        if (whole) {
            requireNames(table, outputs);
        }
        var annotations =
                table.children("annotation").stream()
                        .map(annotation -> annotation.attribute("name").orElse(""))
                        .toList();
        var policy = read(() -> policy(table)).orElse(HitPolicy.Single.UNIQUE);
        if (whole) {
            requireOrder(table, policy, outputs);
        }
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (var rule : table.children("rule")) {
            int place = ++number;
            if (whole) {
                var entries = EditorHabits.without(blank, rule.children("inputEntry"));
                rule(rule, place, entries, inputs, outputs, names).ifPresent(rules::add);
            }
        }
        return new BoxedTable(table.line(), policy, inputs, outputs, annotations, rules);
    }

    /** A part that is being read. */
    private interface Making<T> {
        T make() throws UnsupportedElementException;
    }

    private <T> Optional<T> read(Making<T> making) throws UnsupportedElementException {
        return read("", making);
    }

    private <T> Optional<T> read(String column, Making<T> making)
            throws UnsupportedElementException {
        try {
            return Optional.of(making.make());
        } catch (UnsupportedElementException unread) {
            trouble.found(unread.of(column));
            return Optional.empty();
        }
    }

    /** Reports an error inside as an error of this column. */
    private static <T> T named(String column, Making<T> making) throws UnsupportedElementException {
        try {
            return making.make();
        } catch (UnsupportedElementException unread) {
            throw unread.of(column);
        }
    }

    private void requireKnown(XmlElement element, Set<String> known)
            throws UnsupportedElementException {
        for (var child : DmnXml.speaking(element)) {
            if (!known.contains(child.name())) {
                trouble.found(
                        new UnsupportedElementException(
                                child.name(), child.line(), "is not supported"));
            }
        }
    }

    private Input input(XmlElement input, DeclaredNames names) throws UnsupportedElementException {
        requireKnown(input, IN_INPUT);
        var element = input.child("inputExpression");
        if (element.isEmpty() || DmnXml.text(element.get()).isEmpty()) {
            throw new UnsupportedElementException("inputExpression", input.line(), "is missing");
        }
        DmnXml.requireFeel(element.get());
        var type = boxes.types().of(element.get());
        var text = DmnXml.text(element.get());
        var expression = named(text, () -> boxes.expression(element.get(), names));
        return new Input(
                input.line(),
                new Cell<>(element.get().line(), text, expression),
                type,
                allowed(input, "inputValues", text, type, names));
    }

    private Optional<Cell<UnaryTests>> allowed(
            XmlElement column, String values, String name, Type type, DeclaredNames names)
            throws UnsupportedElementException {
        var element = column.child(values);
        return element.isPresent() && !DmnXml.text(element.get()).isEmpty()
                ? read(name, () -> tests(element.get(), names, type))
                : Optional.empty();
    }

    private Cell<UnaryTests> tests(XmlElement entry, DeclaredNames names, Type type)
            throws UnsupportedElementException {
        DmnXml.requireFeel(entry);
        var text = DmnXml.text(entry);
        // Editors leave an entry empty for "any"; the standard writes "-".
        return new Cell<>(
                entry.line(), text.isEmpty() ? "-" : text, boxes.tests(entry, names, type));
    }

    private Output output(XmlElement output, String own, DeclaredNames names)
            throws UnsupportedElementException {
        requireKnown(output, IN_OUTPUT);
        var type = boxes.types().of(output);
        var named = DmnXml.name(output);
        var name = named.isEmpty() ? own : named;
        var otherwise = output.child("defaultOutputEntry");
        return new Output(
                output.line(),
                name,
                type,
                allowed(output, "outputValues", name, type, names),
                otherwise.isPresent()
                        ? read(name, () -> boxes.expression(otherwise.get(), names))
                        : Optional.empty());
    }

    private void requireNames(XmlElement table, List<Output> outputs)
            throws UnsupportedElementException {
        Set<String> names = new HashSet<>();
        boolean bad =
                outputs.isEmpty()
                        || (outputs.size() > 1
                                && outputs.stream()
                                        .map(Output::name)
                                        .anyMatch(name -> name.isEmpty() || !names.add(name)));
        if (bad) {
            trouble.found(
                    new UnsupportedElementException(
                            "output", table.line(), "has no name, or the name of another output"));
        }
    }

    private Optional<Rule> rule(
            XmlElement rule,
            int number,
            List<XmlElement> entries,
            List<Input> inputs,
            List<Output> outputs,
            DeclaredNames names)
            throws UnsupportedElementException {
        requireKnown(rule, IN_RULE);
        var results = rule.children("outputEntry");
        var id = rule.attribute("id").orElse("rule " + number);
        if (entries.size() != inputs.size() || results.size() != outputs.size()) {
            trouble.found(
                    new UnsupportedElementException(
                            id,
                            rule.line(),
                            "has "
                                    + entries.size()
                                    + " input entries and "
                                    + results.size()
                                    + " output entries, and the table has "
                                    + inputs.size()
                                    + " inputs and "
                                    + outputs.size()
                                    + " outputs; write - for an input that may be anything"));
            return Optional.empty();
        }
        boolean whole = true;
        List<Cell<UnaryTests>> conditions = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            var input = inputs.get(at);
            var test = read(input.expression().written(), () -> tests(entry, names, input.type()));
            whole &= test.isPresent();
            conditions.add(test.orElse(new Cell<>(entry.line(), DmnXml.text(entry), ANY)));
        }
        List<Cell<Expression>> values = new ArrayList<>();
        for (int at = 0; at < results.size(); at++) {
            var result = results.get(at);
            var value = read(outputs.get(at).name(), () -> result(result, names));
            whole &= value.isPresent();
            values.add(value.orElse(new Cell<>(result.line(), DmnXml.text(result), NOTHING)));
        }
        var notes = rule.children("annotationEntry").stream().map(DmnXml::text).toList();
        return Optional.of(new Rule(rule.line(), id, whole, conditions, values, notes));
    }

    private Cell<Expression> result(XmlElement entry, DeclaredNames names)
            throws UnsupportedElementException {
        DmnXml.requireFeel(entry);
        return new Cell<>(entry.line(), DmnXml.text(entry), boxes.expression(entry, names));
    }

    private static HitPolicy policy(XmlElement table) throws UnsupportedElementException {
        var word = table.attribute("hitPolicy").orElse("UNIQUE");
        return switch (word) {
            case "UNIQUE", "U" -> HitPolicy.Single.UNIQUE;
            case "FIRST", "F" -> HitPolicy.Single.FIRST;
            case "PRIORITY", "P" -> HitPolicy.Single.PRIORITY;
            case "ANY", "A" -> HitPolicy.Single.ANY;
            case "RULE ORDER", "R" -> HitPolicy.Multiple.RULE_ORDER;
            case "OUTPUT ORDER", "O" -> HitPolicy.Multiple.OUTPUT_ORDER;
            case "COLLECT", "C" -> new HitPolicy.Collect(aggregation(table));
            default ->
                    throw new UnsupportedElementException(
                            "hitPolicy", table.line(), "is not a hit policy of DMN: " + word);
        };
    }

    private static Optional<Aggregation> aggregation(XmlElement table)
            throws UnsupportedElementException {
        var word = table.attribute("aggregation");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return switch (word.get()) {
            case "SUM" -> Optional.of(Aggregation.SUM);
            case "MIN" -> Optional.of(Aggregation.MIN);
            case "MAX" -> Optional.of(Aggregation.MAX);
            case "COUNT" -> Optional.of(Aggregation.COUNT);
            default ->
                    throw new UnsupportedElementException(
                            "aggregation", table.line(), "is unknown: " + word.get());
        };
    }

    private void requireOrder(XmlElement table, HitPolicy policy, List<Output> outputs)
            throws UnsupportedElementException {
        boolean ranks =
                policy == HitPolicy.Single.PRIORITY || policy == HitPolicy.Multiple.OUTPUT_ORDER;
        if (ranks && outputs.stream().allMatch(output -> output.order().isEmpty())) {
            trouble.found(
                    new UnsupportedElementException(
                            "outputValues",
                            table.line(),
                            "are missing, but the hit policy ranks by them"));
        }
        boolean aggregates =
                policy instanceof HitPolicy.Collect(var aggregation) && aggregation.isPresent();
        if (aggregates && outputs.size() > 1) {
            trouble.found(
                    new UnsupportedElementException(
                            "aggregation", table.line(), "is only for tables with one output"));
        }
    }
}
