package exeat.rules.dmn.engine;

import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.HitPolicy.Aggregation;
import exeat.rules.feel.syntax.Names;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Type;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes code of decision tables (DMN 1.5, 8). */
final class TableCompiler {

    private final Boxes boxes;

    TableCompiler(Boxes boxes) {
        this.boxes = boxes;
    }

    Code table(XmlElement table, Names names) throws Unsupported {
        List<TableCode.Input> inputs = new ArrayList<>();
        for (var input : table.children("input")) {
            inputs.add(input(input, names));
        }
        List<TableCode.Output> outputs = new ArrayList<>();
        for (var output : table.children("output")) {
            outputs.add(output(output, names));
        }
        requireNames(table, outputs);
        List<TableCode.Rule> rules = new ArrayList<>();
        for (var rule : table.children("rule")) {
            rules.add(rule(rule, inputs, outputs, names));
        }
        var policy = policy(table);
        requireOrder(table, policy, outputs);
        return new TableCode(policy, inputs, outputs, rules);
    }

    private TableCode.Input input(XmlElement input, Names names) throws Unsupported {
        var expression =
                input.child("inputExpression")
                        .orElseThrow(
                                () -> new Unsupported("input", input.line(), "has no expression"));
        Xml.requireFeel(expression);
        var type = boxes.types().of(expression);
        var code = boxes.text(expression, names);
        return new TableCode.Input(code, type, allowed(input, "inputValues", type, names));
    }

    private Optional<UnaryTests> allowed(XmlElement column, String values, Type type, Names names)
            throws Unsupported {
        var element = column.child(values);
        return element.isPresent() && !Xml.text(element.get()).isEmpty()
                ? Optional.of(boxes.tests(element.get(), names, type))
                : Optional.empty();
    }

    private TableCode.Output output(XmlElement output, Names names) throws Unsupported {
        var type = boxes.types().of(output);
        var otherwise = output.child("defaultOutputEntry");
        return new TableCode.Output(
                Xml.name(output),
                type,
                allowed(output, "outputValues", type, names),
                otherwise.isPresent()
                        ? Optional.of(boxes.text(otherwise.get(), names))
                        : Optional.empty());
    }

    private static void requireNames(XmlElement table, List<TableCode.Output> outputs)
            throws Unsupported {
        Set<String> names = new HashSet<>();
        boolean bad =
                outputs.isEmpty()
                        || (outputs.size() > 1
                                && outputs.stream()
                                        .map(TableCode.Output::name)
                                        .anyMatch(name -> name.isEmpty() || !names.add(name)));
        if (bad) {
            throw new Unsupported("output", table.line(), "has no name of its own");
        }
    }

    private TableCode.Rule rule(
            XmlElement rule,
            List<TableCode.Input> inputs,
            List<TableCode.Output> outputs,
            Names names)
            throws Unsupported {
        var entries = rule.children("inputEntry");
        var results = rule.children("outputEntry");
        if (entries.size() != inputs.size() || results.size() != outputs.size()) {
            throw new Unsupported("rule", rule.line(), "does not have one entry for each column");
        }
        List<UnaryTests> conditions = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            Xml.requireFeel(entries.get(at));
            conditions.add(boxes.tests(entries.get(at), names, inputs.get(at).type()));
        }
        List<Code> values = new ArrayList<>();
        for (var result : results) {
            Xml.requireFeel(result);
            values.add(boxes.text(result, names));
        }
        return new TableCode.Rule(conditions, values);
    }

    private static HitPolicy policy(XmlElement table) throws Unsupported {
        var word = table.attribute("hitPolicy").orElse("UNIQUE");
        return switch (word) {
            case "UNIQUE", "U" -> HitPolicy.Single.UNIQUE;
            case "FIRST", "F" -> HitPolicy.Single.FIRST;
            case "PRIORITY", "P" -> HitPolicy.Single.PRIORITY;
            case "ANY", "A" -> HitPolicy.Single.ANY;
            case "RULE ORDER", "R" -> HitPolicy.Multiple.RULE_ORDER;
            case "OUTPUT ORDER", "O" -> HitPolicy.Multiple.OUTPUT_ORDER;
            case "COLLECT", "C" -> new HitPolicy.Collect(aggregation(table));
            default -> throw new Unsupported("hitPolicy", table.line(), "is unknown: " + word);
        };
    }

    private static Optional<Aggregation> aggregation(XmlElement table) throws Unsupported {
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
                    throw new Unsupported("aggregation", table.line(), "is unknown: " + word.get());
        };
    }

    private static void requireOrder(
            XmlElement table, HitPolicy policy, List<TableCode.Output> outputs) throws Unsupported {
        boolean ranks =
                policy == HitPolicy.Single.PRIORITY || policy == HitPolicy.Multiple.OUTPUT_ORDER;
        if (ranks && outputs.stream().allMatch(output -> output.order().isEmpty())) {
            throw new Unsupported(
                    "outputValues", table.line(), "are missing, and the hit policy ranks by them");
        }
        boolean aggregates =
                policy instanceof HitPolicy.Collect(var aggregation) && aggregation.isPresent();
        if (aggregates && outputs.size() > 1) {
            throw new Unsupported("aggregation", table.line(), "is of more than one output");
        }
    }
}
