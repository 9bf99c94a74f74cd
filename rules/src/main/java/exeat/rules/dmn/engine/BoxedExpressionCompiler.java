package exeat.rules.dmn.engine;

import exeat.rules.feel.FunctionCalls;
import exeat.rules.feel.Interpreter;
import exeat.rules.feel.Scope;
import exeat.rules.feel.StaticCheck;
import exeat.rules.feel.UnaryTestEvaluator;
import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.syntax.Parser;
import exeat.rules.feel.syntax.SyntaxException;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Arguments;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Parameter;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.Values;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Compiles boxed expressions (DMN 1.5, 7.3 and 10.2). */
final class BoxedExpressionCompiler {

    private final ItemDefinitions types;
    private final ModelNames vocabulary;
    private final boolean withClock;

    BoxedExpressionCompiler(ItemDefinitions types, ModelNames vocabulary, boolean withClock) {
        this.types = types;
        this.vocabulary = vocabulary;
        this.withClock = withClock;
    }

    ItemDefinitions types() {
        return types;
    }

    /** The one boxed expression inside an element. */
    CompiledExpression only(XmlElement parent, DeclaredNames names)
            throws UnsupportedElementException {
        var boxes = parent.children().stream().filter(BoxedExpressionCompiler::isBox).toList();
        if (boxes.size() != 1) {
            throw new UnsupportedElementException(
                    DmnXml.label(parent), parent.line(), "must have exactly one expression");
        }
        return box(boxes.getFirst(), names);
    }

    static boolean isBox(XmlElement element) {
        return switch (element.name()) {
            case "literalExpression",
                    "decisionTable",
                    "invocation",
                    "context",
                    "relation",
                    "list",
                    "functionDefinition",
                    "conditional",
                    "for",
                    "some",
                    "every",
                    "filter" ->
                    true;
            default -> false;
        };
    }

    CompiledExpression box(XmlElement box, DeclaredNames names) throws UnsupportedElementException {
        DmnXml.requireFeel(box);
        var code =
                switch (box.name()) {
                    case "literalExpression" -> literal(box, names);
                    case "decisionTable" ->
                            new TableEvaluator(
                                    new TableCompiler(this, ErrorHandler.stopping())
                                            .table(box, names, ""));
                    case "invocation" -> invocation(box, names);
                    case "context" -> context(box, names);
                    case "relation" -> relation(box, names);
                    case "list" -> list(box, names);
                    case "functionDefinition" -> function(box, names);
                    case "conditional" -> conditional(box, names);
                    case "for", "some", "every" -> loop(box, names);
                    case "filter" -> filter(box, names);
                    default ->
                            throw new UnsupportedElementException(
                                    box.name(), box.line(), "is not supported");
                };
        return code.as(types.of(box));
    }

    private CompiledExpression literal(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        if (box.child("importedValues").isPresent()) {
            throw new UnsupportedElementException("importedValues", box.line(), "is not supported");
        }
        return text(box, names);
    }

    /** The expression in an element's text. */
    CompiledExpression text(XmlElement element, DeclaredNames names)
            throws UnsupportedElementException {
        try {
            var expression = Parser.expressionWithNulls(DmnXml.text(element), names, vocabulary);
            require(expression, element);
            return (scope, run) -> Interpreter.evaluate(expression, scope, run);
        } catch (SyntaxException unread) {
            throw unread(element, unread);
        }
    }

    /** The expression as written, for authors who can still correct it. */
    Expression expression(XmlElement element, DeclaredNames names)
            throws UnsupportedElementException {
        try {
            var expression = Parser.expression(DmnXml.text(element), names, vocabulary);
            require(expression, element);
            return expression;
        } catch (SyntaxException unread) {
            throw unread(element, unread);
        }
    }

    /** The tests in an element's text; an empty text counts as {@code -}, as editors write it. */
    UnaryTests tests(XmlElement element, DeclaredNames names, Type input)
            throws UnsupportedElementException {
        var text = DmnXml.text(element);
        try {
            var inner = names.with(UnaryTestEvaluator.INPUT, input);
            var tests = Parser.unaryTests(text.isEmpty() ? "-" : text, inner, vocabulary);
            for (var test : tests.tests()) {
                require(test, element);
            }
            return tests;
        } catch (SyntaxException unread) {
            throw unread(element, unread);
        }
    }

    private void require(Expression expression, XmlElement element)
            throws UnsupportedElementException {
        var unsupported = StaticCheck.unsupported(expression, withClock);
        if (unsupported.isPresent()) {
            throw new UnsupportedElementException(
                    DmnXml.label(element),
                    element.line(),
                    "is not supported: " + unsupported.get());
        }
    }

    private static UnsupportedElementException unread(XmlElement element, SyntaxException unread) {
        return new UnsupportedElementException(
                DmnXml.label(element), element.line(), String.valueOf(unread.getMessage()));
    }

    private CompiledExpression invocation(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        var called = only(box, names);
        Map<String, CompiledExpression> bindings = new LinkedHashMap<>();
        for (var binding : box.children("binding")) {
            var parameter = binding.child("parameter").map(DmnXml::name).orElse("");
            if (bindings.put(parameter, only(binding, names)) != null) {
                throw new UnsupportedElementException(parameter, binding.line(), "is bound twice");
            }
        }
        return (scope, run) -> {
            var function = called.evaluate(scope, run);
            Map<String, FeelValue> arguments = new HashMap<>();
            bindings.forEach((name, code) -> arguments.put(name, code.evaluate(scope, run)));
            return function instanceof FeelValue.Function callable
                    ? callable.body().call(new Arguments.Named(arguments), run)
                    : Values.NULL;
        };
    }

    /**
     * An entry of a context. The last entry may have no name; its value is then the value of the
     * whole context.
     */
    private record Entry(String name, CompiledExpression code) {}

    private CompiledExpression context(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        List<Entry> entries = new ArrayList<>();
        var inner = names;
        for (var entry : box.children("contextEntry")) {
            var variable = entry.child("variable");
            var name = variable.map(DmnXml::name).orElse("");
            var type = variable.isPresent() ? types.of(variable.get()) : Any.ANY;
            entries.add(new Entry(name, only(entry, inner).as(type)));
            inner = name.isEmpty() ? inner : inner.with(name, type);
        }
        long unnamed = entries.stream().filter(entry -> entry.name().isEmpty()).count();
        if (unnamed > 1 || (unnamed == 1 && !entries.getLast().name().isEmpty())) {
            throw new UnsupportedElementException(
                    "contextEntry", box.line(), "has no name; only the last entry may have none");
        }
        return (scope, run) -> context(entries, scope, run);
    }

    private static FeelValue context(List<Entry> entries, Scope scope, EvaluationContext run) {
        SequencedMap<String, FeelValue> values = new LinkedHashMap<>();
        var inner = scope;
        for (var entry : entries) {
            run.charge(1);
            var value = entry.code().evaluate(inner, run);
            if (entry.name().isEmpty()) {
                return value;
            }
            values.put(entry.name(), value);
            inner = inner.with(entry.name(), value);
        }
        return new Context(values);
    }

    private CompiledExpression relation(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        List<CompiledExpression> rows = new ArrayList<>();
        var columns = box.children("column");
        for (var row : box.children("row")) {
            var cells = row.children().stream().filter(BoxedExpressionCompiler::isBox).toList();
            if (cells.size() != columns.size()) {
                throw new UnsupportedElementException(
                        "row", row.line(), "must have one cell for each column");
            }
            List<Entry> entries = new ArrayList<>();
            for (int at = 0; at < cells.size(); at++) {
                var type = types.of(columns.get(at));
                entries.add(
                        new Entry(
                                DmnXml.name(columns.get(at)), box(cells.get(at), names).as(type)));
            }
            rows.add((scope, run) -> row(entries, scope, run));
        }
        return (scope, run) -> items(rows, scope, run);
    }

    private static FeelValue row(List<Entry> entries, Scope scope, EvaluationContext run) {
        SequencedMap<String, FeelValue> values = new LinkedHashMap<>();
        entries.forEach(entry -> values.put(entry.name(), entry.code().evaluate(scope, run)));
        return new Context(values);
    }

    private static FeelValue items(
            List<CompiledExpression> codes, Scope scope, EvaluationContext run) {
        run.charge(codes.size());
        return Values.of(codes.stream().map(code -> code.evaluate(scope, run)).toList());
    }

    private CompiledExpression list(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        List<CompiledExpression> items = new ArrayList<>();
        for (var item : box.children().stream().filter(BoxedExpressionCompiler::isBox).toList()) {
            items.add(box(item, names));
        }
        return (scope, run) -> items(items, scope, run);
    }

    /** The parameters of a function definition or of encapsulated logic. */
    List<Parameter> parameters(XmlElement box) throws UnsupportedElementException {
        List<Parameter> parameters = new ArrayList<>();
        for (var parameter : box.children("formalParameter")) {
            parameters.add(new Parameter(DmnXml.name(parameter), types.of(parameter)));
        }
        return parameters;
    }

    static Map<String, Type> byName(List<Parameter> parameters) {
        Map<String, Type> names = new LinkedHashMap<>();
        parameters.forEach(parameter -> names.put(parameter.name(), parameter.type()));
        return names;
    }

    private CompiledExpression function(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        requireFeelFunction(box);
        var parameters = parameters(box);
        var body = only(box, names.with(byName(parameters)));
        return (scope, run) ->
                FunctionCalls.function(
                        parameters,
                        Any.ANY,
                        (bound, inner) -> body.evaluate(scope.with(bound), inner));
    }

    static void requireFeelFunction(XmlElement box) throws UnsupportedElementException {
        var kind = box.attribute("kind").orElse("FEEL");
        if (!kind.equals("FEEL")) {
            throw new UnsupportedElementException(
                    DmnXml.label(box), box.line(), "is not supported: a function in " + kind);
        }
    }

    private XmlElement child(XmlElement box, String name) throws UnsupportedElementException {
        return box.child(name)
                .orElseThrow(() ->
                        new UnsupportedElementException(box.name(), box.line(), "has no " + name));
    }

    private CompiledExpression conditional(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        var condition = only(child(box, "if"), names);
        var then = only(child(box, "then"), names);
        var otherwise = only(child(box, "else"), names);
        return (scope, run) -> {
            var met = condition.evaluate(scope, run);
            if (!(met instanceof Truth) && !met.isNull()) {
                return Values.NULL;
            }
            return (met.isTrue() ? then : otherwise).evaluate(scope, run);
        };
    }

    private CompiledExpression filter(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        var domain = only(child(box, "in"), names);
        var inner = names.with(BoxedFilter.ITEM, Any.ANY).opened();
        return new BoxedFilter(domain, only(child(box, "match"), inner))::keep;
    }

    private CompiledExpression loop(XmlElement box, DeclaredNames names)
            throws UnsupportedElementException {
        var variable =
                box.attribute("iteratorVariable")
                        .map(DeclaredNames::normal)
                        .orElseThrow(() ->
                                new UnsupportedElementException(
                                        box.name(), box.line(), "has no variable"));
        var domain = only(child(box, "in"), names);
        var inner = names.with(variable, Any.ANY);
        if (box.name().equals("for")) {
            var result = only(child(box, "return"), inner.with("partial", Any.ANY));
            return new BoxedLoop(variable, domain, result)::collect;
        }
        var condition = only(child(box, "satisfies"), inner);
        boolean every = box.name().equals("every");
        var loop = new BoxedLoop(variable, domain, condition);
        return (scope, run) -> loop.test(every, scope, run);
    }
}
