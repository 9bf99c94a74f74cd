package exeat.rules.dmn.engine;

import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What DMN editors write beyond the standard: other type names, inputs named only in tables, and
 * the empty columns and decisions of new files. Also what FEEL reads differently from what people
 * intend.
 */
final class EditorHabits {

    /** Java types that editors offer for numbers. */
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ ]*");

    /** Words of expressions: a text that contains one is not a name. */
    private static final Set<String> OPERATORS =
            Set.of(
                    "and", "or", "not", "in", "between", "if", "then", "else", "for", "some",
                    "every", "true", "false", "null");

    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");

    /**
     * A number with thousands separators: a comparison with its first group, or a group that begins
     * with a zero.
     */
    private static final Pattern THOUSANDS =
            Pattern.compile(
                    "[<>]=? ?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}(?![0-9])"
                            + "|(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3}){0,5},0[0-9]{2}(?![0-9])");

    /** Longer cells are shortened in messages. */
    private static final int MAX_SHOWN = 60;

    private EditorHabits() {}

    /** Whether a type without an item definition is an editor's name for numbers. */
    static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /** Warns about texts that are read differently from how they look. */
    static void note(XmlElement root, ProblemCollector problems) {
        var types = new TreeMap<String, Integer>();
        collect(root, types, problems);
        root.children("itemDefinition")
                .forEach(definition -> types.remove(DmnXml.name(definition)));
        types.forEach((type, line) ->
                problems.addNote(line, type, "is not a DMN type; it is read as number"));
    }

    private static void collect(
            XmlElement element, Map<String, Integer> types, ProblemCollector problems) {
        element.attribute("typeRef")
                .filter(NUMBERS::contains)
                .ifPresent(type -> types.putIfAbsent(type, element.line()));
        if (element.name().equals("inputEntry") || element.name().equals("inputValues")) {
            var text = DmnXml.text(element);
            if (THOUSANDS.matcher(TEXTS.matcher(text).replaceAll("\"\"")).find()) {
                problems.addNote(
                        element.line(),
                        element.name(),
                        "has a comma in a number, and a comma separates two tests: write "
                                + shown(text.replaceAll("(?<=[0-9]),(?=[0-9]{3})", ""))
                                + " if you mean one number: "
                                + shown(text));
            }
        }
        if (element.name().equals("decisionTable") && !element.children("rule").isEmpty()) {
            var inputs = element.children("input");
            blankColumns(element).stream()
                    .forEach(at ->
                            problems.addNote(
                                    inputs.get(at).line(), "input", "is empty, so it is ignored"));
        }
        element.children().forEach(child -> collect(child, types, problems));
    }

    private static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }

    /** The input expressions of a decision's table that are only a name. */
    static List<XmlElement> inputNames(XmlElement decision) {
        return decision.children("decisionTable").stream()
                .flatMap(table -> table.children("input").stream())
                .flatMap(input -> input.children("inputExpression").stream())
                .filter(expression -> {
                    var text = DeclaredNames.normal(DmnXml.text(expression));
                    return NAME.matcher(text).matches()
                            && Stream.of(text.split(" ", -1)).noneMatch(OPERATORS::contains);
                })
                .toList();
    }

    /** The positions of inputs that have no expression and that no rule tests. */
    static BitSet blankColumns(XmlElement table) {
        var blank = new BitSet();
        var inputs = table.children("input");
        for (int at = 0; at < inputs.size(); at++) {
            var expression = inputs.get(at).child("inputExpression").map(DmnXml::text).orElse("");
            int column = at;
            boolean tests =
                    table.children("rule").stream()
                            .map(rule -> rule.children("inputEntry"))
                            .filter(entries -> column < entries.size())
                            .map(entries -> DmnXml.text(entries.get(column)))
                            .anyMatch(text -> !text.isEmpty() && !text.equals("-"));
            blank.set(at, expression.isEmpty() && !tests);
        }
        return blank;
    }

    static List<XmlElement> without(BitSet blank, List<XmlElement> columns) {
        var left = new ArrayList<XmlElement>();
        for (int at = 0; at < columns.size(); at++) {
            if (!blank.get(at)) {
                left.add(columns.get(at));
            }
        }
        return left;
    }

    /** Whether a decision is as an editor created it: without logic, or with an empty table. */
    static boolean isTemplate(XmlElement decision) {
        var inside = decision.children().stream().filter(BoxedExpressionCompiler::isBox).toList();
        if (inside.isEmpty()) {
            return true;
        }
        var box = inside.getFirst();
        return box.name().equals("decisionTable")
                ? box.children("rule").isEmpty()
                        && blankColumns(box).cardinality() == box.children("input").size()
                : box.name().equals("literalExpression") && DmnXml.text(box).isEmpty();
    }
}
