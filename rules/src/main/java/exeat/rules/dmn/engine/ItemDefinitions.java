package exeat.rules.dmn.engine;

import exeat.rules.feel.Scope;
import exeat.rules.feel.UnaryTestEvaluator;
import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.syntax.Parser;
import exeat.rules.feel.syntax.SyntaxException;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.FeelTypeNames;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The types of a file, built from its item definitions on demand (DMN 1.5, 7.3.2). */
final class ItemDefinitions {

    private static final int MAX_DEPTH = 60;

    private final Map<String, XmlElement> definitions = new HashMap<>();
    private final Map<String, Type> made = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final ModelNames plain;
    private final Map<String, ItemDefinitions> imports;

    /**
     * @param imports by the name of each import, the types of its model
     */
    ItemDefinitions(XmlElement root, Set<String> members, Map<String, ItemDefinitions> imports) {
        this.imports = imports;
        root.children("itemDefinition")
                .forEach(definition -> definitions.put(DmnXml.name(definition), definition));
        plain = ModelNames.of(Map.of(), members);
    }

    /** All types with readable definitions, by name. */
    Map<String, Type> readable() {
        Map<String, Type> types = new HashMap<>();
        for (var name : definitions.keySet()) {
            readable(name).ifPresent(type -> types.put(name, type));
        }
        return types;
    }

    private Optional<Type> readable(String name) {
        try {
            return Optional.of(named(name));
        } catch (UnsupportedElementException unreadable) {
            return Optional.empty(); // It is reported where it is used.
        }
    }

    /** The type that an element's {@code typeRef} names; Any if it names none. */
    Type of(XmlElement element, String attribute) throws UnsupportedElementException {
        return of(element, element.attribute(attribute));
    }

    Type of(XmlElement element) throws UnsupportedElementException {
        return of(element, "typeRef");
    }

    private Type of(XmlElement element, Optional<String> reference)
            throws UnsupportedElementException {
        if (reference.isEmpty()) {
            return Any.ANY;
        }
        var whole = DeclaredNames.normal(reference.get());
        int at = whole.lastIndexOf(':');
        var local = whole.substring(at + 1);
        boolean standard = at > 0 && whole.substring(0, at).equals("feel");
        if (!standard && definitions.containsKey(local)) {
            return named(local);
        }
        var imported = imported(element, whole);
        if (imported.isPresent()) {
            return imported.get();
        }
        var type =
                EditorHabits.isNumber(local)
                        ? Optional.<Type>of(Type.Simple.NUMBER)
                        : Optional.ofNullable(FeelTypeNames.BUILT_IN.get(local));
        return type.orElseThrow(() ->
                new UnsupportedElementException(
                        DmnXml.label(element), element.line(), "has an unknown type: " + whole));
    }

    /** A type of an imported model, written {@code import.type}. */
    private Optional<Type> imported(XmlElement element, String whole)
            throws UnsupportedElementException {
        for (var one : imports.entrySet()) {
            var before = one.getKey().isEmpty() ? "" : one.getKey() + ".";
            var rest = whole.substring(Math.min(before.length(), whole.length()));
            boolean isIts =
                    whole.startsWith(before) && one.getValue().definitions.containsKey(rest);
            if (isIts) {
                return Optional.of(one.getValue().of(element, Optional.of(rest)));
            }
        }
        return Optional.empty();
    }

    private Type named(String name) throws UnsupportedElementException {
        var known = Optional.ofNullable(made.get(name));
        if (known.isPresent()) {
            return known.get();
        }
        var definition = Optional.ofNullable(definitions.get(name)).orElseThrow();
        if (!open.add(name) || open.size() > MAX_DEPTH) {
            throw new UnsupportedElementException(
                    name, definition.line(), "is a type that contains itself");
        }
        try {
            var type = made(definition);
            made.put(name, type);
            return type;
        } finally {
            open.remove(name);
        }
    }

    private Type made(XmlElement definition) throws UnsupportedElementException {
        DmnXml.requireFeel(definition);
        Type type = base(definition);
        boolean isCollection =
                definition.attribute("isCollection").filter("true"::equals).isPresent();
        for (var allowed : definition.children("allowedValues")) {
            type = constrained(type, allowed);
        }
        type = isCollection ? new Type.ListOf(type) : type;
        for (var constraint : definition.children("typeConstraint")) {
            type = constrained(type, constraint);
        }
        return type;
    }

    private Type base(XmlElement definition) throws UnsupportedElementException {
        var components = definition.children("itemComponent");
        var function = definition.child("functionItem");
        if (function.isPresent()) {
            return function(function.get());
        }
        var reference = definition.child("typeRef").map(XmlElement::text);
        if (components.isEmpty()) {
            return of(definition, reference.filter(text -> !text.isBlank()));
        }
        SequencedMap<String, Type> members = new LinkedHashMap<>();
        for (var component : components) {
            members.put(DmnXml.name(component), made(component));
        }
        return new Type.ContextOf(members);
    }

    private Type function(XmlElement function) throws UnsupportedElementException {
        List<Type> parameters = new ArrayList<>();
        for (var parameter : function.children("parameters")) {
            parameters.add(of(parameter));
        }
        return new Type.FunctionOf(parameters, of(function, "outputTypeRef"));
    }

    private Type constrained(Type base, XmlElement allowed) throws UnsupportedElementException {
        DmnXml.requireFeel(allowed);
        UnaryTests tests;
        try {
            var names = Scope.names().with(UnaryTestEvaluator.INPUT, base);
            tests = Parser.unaryTests(DmnXml.text(allowed), names, plain);
        } catch (SyntaxException unread) {
            throw new UnsupportedElementException(
                    DmnXml.label(allowed), allowed.line(), String.valueOf(unread.getMessage()));
        }
        return new Type.Constrained(
                base,
                (value, run) -> UnaryTestEvaluator.passes(tests, value, Scope.library(), run));
    }
}
