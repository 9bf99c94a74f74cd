package exeat.rules.dmn.engine;

import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.dmn.engine.WrittenDecision.Logic;
import exeat.rules.dmn.engine.WrittenDecision.Required;
import exeat.rules.feel.Scope;
import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the decisions of a file as written, and reports all problems. */
final class DecisionReader {

    private final DmnFile file;
    private final String namespace;
    private final Map<String, XmlElement> elements;
    private final BoxedExpressionCompiler boxes;
    private final ProblemCollector problems;
    private final ErrorHandler trouble;

    DecisionReader(DmnFile file, ProblemCollector problems) {
        this.file = file;
        this.namespace = file.namespace();
        this.elements = file.elements();
        this.boxes = file.boxes();
        this.problems = problems;
        this.trouble = ErrorHandler.collecting(problems);
    }

    /**
     * The readable decisions, in the file's order.
     *
     * @param given names that every expression may use, with their types
     */
    List<WrittenDecision> decisions(Map<String, Type> given) {
        var names = Scope.names().with(given);
        var decisions = new ArrayList<WrittenDecision>();
        var seen = new HashSet<String>();
        elements.forEach((id, element) -> {
            if (!element.name().equals("decision")) {
                return;
            }
            if (EditorHabits.isTemplate(element) && !isRequired(id)) {
                problems.addNote(
                        element.line(), DmnXml.label(element), "is empty, so it is" + " ignored");
                return;
            }
            if (!seen.add(DmnXml.name(element))) {
                problems.add(element.line(), "decision", "has the same name as another decision");
            }
            try {
                decisions.add(decision(id, element, names));
            } catch (UnsupportedElementException unread) {
                problems.add(unread.line(), unread.element(), unread.why());
            }
        });
        return decisions;
    }

    private boolean isRequired(String id) {
        return elements.values().stream()
                .flatMap(element -> element.children().stream())
                .flatMap(requirement -> requirement.children().stream())
                .anyMatch(reference ->
                        DmnXml.target(reference, namespace).filter(id::equals).isPresent());
    }

    private WrittenDecision decision(String id, XmlElement element, DeclaredNames given)
            throws UnsupportedElementException {
        RequirementGraph.requireKnown(element);
        var required = new ArrayList<Required>();
        var known = new ArrayList<String>();
        Map<String, Type> names = new LinkedHashMap<>();
        boolean calls = false;
        for (var reference : RequirementGraph.requirements(element)) {
            var own = DmnXml.target(reference, namespace);
            var target = own.isPresent() ? here(own.get()) : there(element, reference);
            var found = Optional.ofNullable(target.in().elements().get(target.id()));
            if (found.isEmpty() && reference.name().equals("requiredInput")) {
                continue; // What is given is known by its name, drawn or not.
            }
            var other =
                    found.orElseThrow(() ->
                            new UnsupportedElementException(
                                    target.id(),
                                    reference.line(),
                                    "is required but not in the file"));
            var name = target.before() + RequirementGraph.variable(other);
            if (other.name().equals("decision")) {
                var before = own.isPresent() ? "" : target.in().namespace() + "#";
                required.add(
                        new Required(
                                id(target.in(), target.id()), name, before + DmnXml.name(other)));
                names.put(name, type(target.in(), other));
            } else {
                known.add(name);
                boolean isData = other.name().equals("inputData");
                calls |= !isData;
                if (!isData) {
                    names.put(name, Any.ANY);
                }
            }
        }
        var name = DmnXml.name(element);
        return new WrittenDecision(
                id(file, id),
                file.isImported() ? file.name() + "." + name : name,
                RequirementGraph.variable(element),
                element.line(),
                type(file, element),
                required,
                known,
                logic(element, given.with(names), calls),
                new WrittenDecision.In(file, name));
    }

    /**
     * What a requirement names.
     *
     * @param before what precedes its name in expressions
     */
    private record Target(DmnFile in, String id, String before) {}

    private Target here(String id) {
        return new Target(file, id, "");
    }

    private Target there(XmlElement element, XmlElement reference)
            throws UnsupportedElementException {
        var far = ImportedModels.find(file.imports(), element, reference);
        return new Target(far.model(), far.id(), far.name().isEmpty() ? "" : far.name() + ".");
    }

    /** Unique among the files that are read together. */
    private static String id(DmnFile in, String id) {
        return in.isImported() ? in.namespace() + "#" + id : id;
    }

    private static Type type(DmnFile in, XmlElement element) throws UnsupportedElementException {
        var variable = element.child("variable");
        return variable.isPresent() ? in.boxes().types().of(variable.get()) : Any.ANY;
    }

    private Logic logic(XmlElement element, DeclaredNames names, boolean calls)
            throws UnsupportedElementException {
        var inside = element.children().stream().filter(BoxedExpressionCompiler::isBox).toList();
        if (inside.size() != 1) {
            throw new UnsupportedElementException(
                    DmnXml.label(element), element.line(), "must have exactly one expression");
        }
        var box = inside.getFirst();
        DmnXml.requireFeel(box);
        var type = boxes.types().of(box);
        if (box.name().equals("decisionTable")) {
            var table = new TableCompiler(boxes, trouble).table(box, names, DmnXml.name(element));
            if (table.rules().stream().noneMatch(BoxedTable.Rule::whole)) {
                problems.add(table.line(), DmnXml.label(element), "has no readable rule");
            }
            return calls ? new Logic.Other(box.name(), box.line()) : new Logic.Table(table, type);
        }
        if (box.name().equals("literalExpression") && !calls) {
            var expression = boxes.expression(box, names);
            return new Logic.Literal(new Cell<>(box.line(), DmnXml.text(box), expression), type);
        }
        return new Logic.Other(box.name(), box.line());
    }
}
