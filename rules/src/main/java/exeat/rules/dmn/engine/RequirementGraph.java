package exeat.rules.dmn.engine;

import exeat.rules.feel.Scope;
import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles elements along their requirements, each once (DMN 1.5, 6.3). */
final class RequirementGraph {

    private static final int MAX_CHAIN = 150;

    private static final Set<String> IN_DECISION =
            Set.of(
                    "variable",
                    "informationRequirement",
                    "knowledgeRequirement",
                    "authorityRequirement",
                    "supportedObjective",
                    "impactedPerformanceIndicator",
                    "decisionMaker",
                    "decisionOwner",
                    "usingProcess",
                    "usingTask",
                    "encapsulatedLogic");

    private final String namespace;
    private final Map<String, XmlElement> elements;
    private final Map<String, DmnFile> imports;
    private final String prefix;
    private final BoxedExpressionCompiler boxes;
    private final Map<String, GraphElement> compiled = new HashMap<>();
    private final Map<String, GraphElement.Input> undeclared = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    /**
     * @param imports by name
     * @param isImported whether its elements' ids are among those of another model
     */
    RequirementGraph(
            String namespace,
            Map<String, XmlElement> elements,
            Map<String, DmnFile> imports,
            boolean isImported,
            BoxedExpressionCompiler boxes) {
        this.namespace = namespace;
        this.elements = elements;
        this.imports = imports;
        this.prefix = isImported ? namespace + "#" : "";
        this.boxes = boxes;
    }

    GraphElement unit(String id) throws UnsupportedElementException {
        var known = Optional.ofNullable(compiled.get(id));
        if (known.isPresent()) {
            return known.get();
        }
        var element =
                Optional.ofNullable(elements.get(id))
                        .orElseThrow(() ->
                                new UnsupportedElementException(
                                        id, 0, "is required but not in the file"));
        var label = DmnXml.label(element);
        if (!open.add(id)) {
            throw new UnsupportedElementException(label, element.line(), "requires itself");
        }
        if (open.size() > MAX_CHAIN) {
            throw new UnsupportedElementException(
                    label,
                    element.line(),
                    "is in a chain of requirements longer than " + MAX_CHAIN);
        }
        try {
            var unit = unit(prefix + id, element);
            compiled.put(id, unit);
            return unit;
        } finally {
            open.remove(id);
        }
    }

    private GraphElement unit(String id, XmlElement element) throws UnsupportedElementException {
        return switch (element.name()) {
            case "inputData" -> new GraphElement.Input(id, variable(element), type(element));
            case "decision" -> decision(id, element);
            case "businessKnowledgeModel" -> knowledge(id, element);
            case "decisionService" -> service(id, element);
            default ->
                    throw new UnsupportedElementException(
                            DmnXml.label(element),
                            element.line(),
                            "is neither a decision nor a" + " knowledge model");
        };
    }

    /** The name by which other elements refer to it. */
    static String variable(XmlElement element) {
        var own = element.child("variable").map(DmnXml::name).orElse("");
        return own.isEmpty() ? DmnXml.name(element) : own;
    }

    private Type type(XmlElement element) throws UnsupportedElementException {
        var variable = element.child("variable");
        return variable.isPresent() ? boxes.types().of(variable.get()) : Any.ANY;
    }

    static void requireKnown(XmlElement decision) throws UnsupportedElementException {
        var unknown =
                DmnXml.speaking(decision).stream()
                        .filter(child ->
                                !IN_DECISION.contains(child.name())
                                        && !BoxedExpressionCompiler.isBox(child))
                        .findFirst();
        if (unknown.isPresent()) {
            throw new UnsupportedElementException(
                    unknown.get().name(), unknown.get().line(), "is not supported");
        }
    }

    private GraphElement decision(String id, XmlElement element)
            throws UnsupportedElementException {
        requireKnown(element);
        var required = required(element);
        required.addAll(undeclared(element));
        var type = type(element);
        if (element.children().stream().noneMatch(BoxedExpressionCompiler::isBox)) {
            return new GraphElement.Decision(
                    id, variable(element), type, required, RequirementGraph::withoutLogic);
        }
        var code = inside(element, () -> boxes.only(element, names(required)));
        return new GraphElement.Decision(id, variable(element), type, required, code.as(type));
    }

    /** Inputs that tables use and the file does not declare, as far as they were looked up. */
    List<GraphElement.Input> undeclared() {
        return List.copyOf(undeclared.values());
    }

    /**
     * Editors write tables whose inputs are named nowhere else. Such a name is an input of the
     * file, with its column's type.
     */
    private List<GraphElement.Input> undeclared(XmlElement decision)
            throws UnsupportedElementException {
        List<GraphElement.Input> inputs = new ArrayList<>();
        for (var text : EditorHabits.inputNames(decision)) {
            var name = DeclaredNames.normal(DmnXml.text(text));
            boolean isDeclared =
                    elements.values().stream().anyMatch(one -> variable(one).equals(name));
            boolean isKnown = Scope.library().get(name).isPresent();
            if (!isDeclared && !isKnown) {
                var type = boxes.types().of(text);
                var input =
                        undeclared.computeIfAbsent(
                                name,
                                _ ->
                                        new GraphElement.Input(
                                                prefix + "undeclared " + name, name, type));
                if (!inputs.contains(input)) {
                    inputs.add(input);
                }
            }
        }
        return inputs;
    }

    /** Such a decision can be evaluated only if its value is given. */
    private static FeelValue withoutLogic(Scope scope, EvaluationContext run) {
        throw new EvaluationException("has no logic");
    }

    private GraphElement knowledge(String id, XmlElement element)
            throws UnsupportedElementException {
        var required = required(element);
        var logic =
                element.child("encapsulatedLogic")
                        .orElseThrow(() ->
                                new UnsupportedElementException(
                                        DmnXml.label(element), element.line(), "has no logic"));
        BoxedExpressionCompiler.requireFeelFunction(logic);
        var parameters = boxes.parameters(logic);
        var declared = type(element).base();
        var result =
                declared instanceof Type.FunctionOf(var types, var returned) ? returned : declared;
        var names = names(required).with(BoxedExpressionCompiler.byName(parameters));
        var body = inside(element, () -> boxes.only(logic, names)).as(result);
        return new GraphElement.Knowledge(
                id, variable(element), parameters, result, required, body);
    }

    private GraphElement service(String id, XmlElement element) throws UnsupportedElementException {
        List<GraphElement> given = new ArrayList<>();
        given.addAll(references(element, "inputData"));
        given.addAll(references(element, "inputDecision"));
        var outputs = references(element, "outputDecision");
        if (outputs.isEmpty()) {
            throw new UnsupportedElementException(
                    DmnXml.label(element), element.line(), "has no output decision");
        }
        var declared = type(element).base();
        var result =
                declared instanceof Type.FunctionOf(var types, var returned) ? returned : declared;
        return new GraphElement.Service(id, variable(element), given, outputs, result);
    }

    private List<GraphElement> references(XmlElement element, String name)
            throws UnsupportedElementException {
        List<GraphElement> units = new ArrayList<>();
        for (var reference : element.children(name)) {
            var own = DmnXml.target(reference, namespace);
            units.add(
                    own.isPresent()
                            ? unit(own.get())
                            : ImportedModels.find(imports, element, reference).unit());
        }
        return units;
    }

    /** The element's requirements, in order. */
    private List<GraphElement> required(XmlElement element) throws UnsupportedElementException {
        List<GraphElement> required = new ArrayList<>();
        Map<String, List<GraphElement>> imported = new LinkedHashMap<>();
        for (var reference : requirements(element)) {
            var own = DmnXml.target(reference, namespace);
            if (own.isPresent()) {
                required.add(unit(own.get()));
                continue;
            }
            var far = ImportedModels.find(imports, element, reference);
            imported.computeIfAbsent(far.name(), first -> new ArrayList<>()).add(far.unit());
        }
        imported.forEach((name, units) -> {
            if (name.isEmpty()) {
                required.addAll(units);
            } else {
                var ids = units.stream().map(GraphElement::id).toList();
                required.add(new GraphElement.Imported("import " + name + ids, name, units));
            }
        });
        return required;
    }

    /** The references to what an element requires. */
    static List<XmlElement> requirements(XmlElement element) {
        return element.children().stream()
                .filter(requirement ->
                        requirement.name().equals("informationRequirement")
                                || requirement.name().equals("knowledgeRequirement"))
                .flatMap(requirement -> requirement.children().stream())
                .filter(reference -> reference.name().startsWith("required"))
                .toList();
    }

    private static DeclaredNames names(List<GraphElement> required)
            throws UnsupportedElementException {
        Map<String, Type> names = new LinkedHashMap<>();
        for (var unit : required) {
            if (names.put(unit.name(), unit.type()) != null) {
                throw new UnsupportedElementException(
                        unit.name(), 0, "is the name of two required elements");
            }
        }
        return Scope.names().with(names);
    }

    private interface Making {
        CompiledExpression make() throws UnsupportedElementException;
    }

    /** A report of an unsupported part includes the element's own name. */
    private static CompiledExpression inside(XmlElement element, Making making)
            throws UnsupportedElementException {
        try {
            return making.make();
        } catch (UnsupportedElementException unsupported) {
            throw unsupported.inside(DmnXml.label(element));
        }
    }
}
