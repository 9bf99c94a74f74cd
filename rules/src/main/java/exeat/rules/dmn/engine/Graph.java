package exeat.rules.dmn.engine;

import exeat.rules.feel.Scope;
import exeat.rules.feel.syntax.Names;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Refusal;
import exeat.rules.feel.value.Run;
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

/** Compiles elements through their requirements; each once (DMN 1.5, 6.3). */
final class Graph {

    private static final int LONGEST_CHAIN = 150;

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
    private final Boxes boxes;
    private final Map<String, Unit> compiled = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    Graph(String namespace, Map<String, XmlElement> elements, Boxes boxes) {
        this.namespace = namespace;
        this.elements = elements;
        this.boxes = boxes;
    }

    Unit unit(String id) throws Unsupported {
        var known = Optional.ofNullable(compiled.get(id));
        if (known.isPresent()) {
            return known.get();
        }
        var element =
                Optional.ofNullable(elements.get(id))
                        .orElseThrow(
                                () -> new Unsupported(id, 0, "is required and not in the file"));
        var label = Xml.label(element);
        if (!open.add(id)) {
            throw new Unsupported(label, element.line(), "requires itself");
        }
        if (open.size() > LONGEST_CHAIN) {
            throw new Unsupported(
                    label, element.line(), "is in a chain of more than " + LONGEST_CHAIN);
        }
        try {
            var unit = unit(id, element);
            compiled.put(id, unit);
            return unit;
        } finally {
            open.remove(id);
        }
    }

    private Unit unit(String id, XmlElement element) throws Unsupported {
        return switch (element.name()) {
            case "inputData" -> new Unit.Input(id, variable(element), type(element));
            case "decision" -> decision(id, element);
            case "businessKnowledgeModel" -> knowledge(id, element);
            case "decisionService" -> service(id, element);
            default ->
                    throw new Unsupported(
                            Xml.label(element), element.line(), "is no decision or knowledge");
        };
    }

    /** How others call it. */
    static String variable(XmlElement element) {
        var own = element.child("variable").map(Xml::name).orElse("");
        return own.isEmpty() ? Xml.name(element) : own;
    }

    private Type type(XmlElement element) throws Unsupported {
        var variable = element.child("variable");
        return variable.isPresent() ? boxes.types().of(variable.get()) : Any.ANY;
    }

    static void requireKnown(XmlElement decision) throws Unsupported {
        var unknown =
                Xml.speaking(decision).stream()
                        .filter(child -> !IN_DECISION.contains(child.name()) && !Boxes.isBox(child))
                        .findFirst();
        if (unknown.isPresent()) {
            throw new Unsupported(unknown.get().name(), unknown.get().line(), "is not supported");
        }
    }

    private Unit decision(String id, XmlElement element) throws Unsupported {
        requireKnown(element);
        var required = required(element);
        var type = type(element);
        if (element.children().stream().noneMatch(Boxes::isBox)) {
            return new Unit.Decision(id, variable(element), type, required, Graph::withoutLogic);
        }
        var code = inside(element, () -> boxes.only(element, names(required)));
        return new Unit.Decision(id, variable(element), type, required, code.as(type));
    }

    /** Such a decision may be asked about only where somebody says what it is. */
    private static FeelValue withoutLogic(Scope scope, Run run) {
        throw new Refusal("has no logic");
    }

    private Unit knowledge(String id, XmlElement element) throws Unsupported {
        var required = required(element);
        var logic =
                element.child("encapsulatedLogic")
                        .orElseThrow(() ->
                                new Unsupported(
                                        Xml.label(element), element.line(), "has no logic"));
        Boxes.requireFeelFunction(logic);
        var parameters = boxes.parameters(logic);
        var declared = type(element).base();
        var result =
                declared instanceof Type.FunctionOf(var types, var returned) ? returned : declared;
        var names = names(required).with(Boxes.byName(parameters));
        var body = inside(element, () -> boxes.only(logic, names)).as(result);
        return new Unit.Knowledge(id, variable(element), parameters, result, required, body);
    }

    private Unit service(String id, XmlElement element) throws Unsupported {
        List<Unit> given = new ArrayList<>();
        var data = references(element, "inputData");
        var decisions = references(element, "inputDecision");
        given.addAll(data);
        given.addAll(decisions);
        var outputs = references(element, "outputDecision");
        if (outputs.isEmpty()) {
            throw new Unsupported(Xml.label(element), element.line(), "has no output decision");
        }
        var declared = type(element).base();
        var result =
                declared instanceof Type.FunctionOf(var types, var returned) ? returned : declared;
        boolean mixed = !data.isEmpty() && !decisions.isEmpty();
        return new Unit.Service(id, variable(element), given, outputs, mixed, result);
    }

    private List<Unit> references(XmlElement element, String name) throws Unsupported {
        List<Unit> units = new ArrayList<>();
        for (var reference : element.children(name)) {
            units.add(unit(target(element, reference, namespace).id()));
        }
        return units;
    }

    /** What the element requires, in its order. */
    private List<Unit> required(XmlElement element) throws Unsupported {
        List<Unit> required = new ArrayList<>();
        for (var target : targets(element, namespace)) {
            required.add(unit(target.id()));
        }
        return required;
    }

    /** The id of what is required, and what says so, and where. */
    record Target(String id, String kind, int line) {}

    /** The ids of what an element requires, in its order. */
    static List<Target> targets(XmlElement element, String namespace) throws Unsupported {
        List<Target> targets = new ArrayList<>();
        for (var requirement : element.children()) {
            boolean requires =
                    requirement.name().equals("informationRequirement")
                            || requirement.name().equals("knowledgeRequirement");
            if (requires) {
                for (var reference : requirement.children()) {
                    if (reference.name().startsWith("required")) {
                        targets.add(target(element, reference, namespace));
                    }
                }
            }
        }
        return targets;
    }

    private static Target target(XmlElement element, XmlElement reference, String namespace)
            throws Unsupported {
        var id =
                Xml.target(reference, namespace)
                        .orElseThrow(() ->
                                new Unsupported(
                                        Xml.label(element),
                                        reference.line(),
                                        "requires an element of another file"));
        return new Target(id, reference.name(), reference.line());
    }

    private static Names names(List<Unit> required) throws Unsupported {
        Map<String, Type> names = new LinkedHashMap<>();
        for (var unit : required) {
            if (names.put(unit.name(), unit.type()) != null) {
                throw new Unsupported(unit.name(), 0, "is the name of two required elements");
            }
        }
        return Scope.names().with(names);
    }

    private interface Making {
        Code make() throws Unsupported;
    }

    /** What is unsupported inside an element is named with the element's own name. */
    private static Code inside(XmlElement element, Making making) throws Unsupported {
        try {
            return making.make();
        } catch (Unsupported unsupported) {
            throw unsupported.inside(Xml.label(element));
        }
    }
}
