package exeat.rules.dmn.engine;

import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.Type;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.ProblemCollector.Problem;
import exeat.rules.source.XmlElement;
import exeat.rules.source.XmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A DMN file whose decisions can be evaluated.
 *
 * <p>Diagrams, vendor extensions and documentation are ignored. Compiled parts are cached, so use
 * it from one thread at a time.
 */
public final class DmnFile {

    private static final Set<String> NAMESPACES =
            Set.of(
                    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                    "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
                    "http://www.omg.org/spec/DMN/20180521/MODEL/",
                    "https://www.omg.org/spec/DMN/20191111/MODEL/",
                    "https://www.omg.org/spec/DMN/20211108/MODEL/",
                    "https://www.omg.org/spec/DMN/20230324/MODEL/");

    private static final Set<String> ELEMENTS =
            Set.of("inputData", "decision", "businessKnowledgeModel", "decisionService");

    private final Map<String, XmlElement> elements;
    private final Set<String> ownNames = new HashSet<>();
    private final Optional<DateTime> now;
    private final String name;
    private final String namespace;
    private final BoxedExpressionCompiler boxes;
    private final RequirementGraph graph;
    private final Map<String, DmnFile> imports;
    private final Set<DmnFile> imported = new LinkedHashSet<>();
    private final boolean isImported;
    private final ItemDefinitions types;
    private final Set<String> members = new HashSet<>();

    private DmnFile(
            XmlElement root,
            Map<String, XmlElement> elements,
            Map<String, DmnFile> imports,
            boolean isImported,
            Optional<DateTime> now) {
        this.elements = elements;
        this.imports = imports;
        this.isImported = isImported;
        this.now = now;
        elements.values().forEach(element -> ownNames.add(DmnXml.name(element)));
        collectMembers(root, members);
        Map<String, ItemDefinitions> theirs = new LinkedHashMap<>();
        imports.forEach((as, model) -> {
            imported.add(model);
            imported.addAll(model.imported);
            members.addAll(model.members);
            theirs.put(as, model.types);
        });
        types = new ItemDefinitions(root, members, theirs);
        var vocabulary = ModelNames.of(types.readable(), members);
        name = root.attribute("name").orElse("");
        namespace = root.attribute("namespace").orElse("");
        boxes = new BoxedExpressionCompiler(types, vocabulary, now.isPresent());
        graph = new RequirementGraph(namespace, elements, imports, isImported, boxes);
    }

    /**
     * The file; empty, with problems reported by line and element, if it is not DMN or cannot be
     * read as a whole.
     *
     * @param now the moment of all evaluations; if empty, a decision that needs the current time is
     *     refused
     */
    public static Optional<DmnFile> read(
            byte[] bytes, Optional<DateTime> now, ProblemCollector problems) {
        return read(bytes, List.of(), now, problems);
    }

    /**
     * The file, with models that it can import.
     *
     * @param beside the models, each a file; one is imported by its namespace
     * @param now as of {@link #read(byte[], Optional, ProblemCollector)}
     */
    public static Optional<DmnFile> read(
            byte[] bytes, List<byte[]> beside, Optional<DateTime> now, ProblemCollector problems) {
        var root = XmlReader.read(bytes, problems).filter(found -> isDmn(found, problems));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var models =
                new ImportedModels(
                        beside,
                        (definitions, imports, isImported) ->
                                make(definitions, imports, isImported, now, problems),
                        problems);
        var file = models.of(root.get());
        return problems.isEmpty() ? Optional.of(file) : Optional.empty();
    }

    private static DmnFile make(
            XmlElement root,
            Map<String, DmnFile> imports,
            boolean isImported,
            Optional<DateTime> now,
            ProblemCollector problems) {
        var found = isImported ? new ProblemCollector() : problems;
        check(root, found);
        var file = new DmnFile(root, elements(root, found), imports, isImported, now);
        if (isImported) {
            file.report(found, problems);
        }
        return file;
    }

    /** Whether an import or a file is of DMN, by its namespace. */
    static boolean isDmn(String namespace) {
        return NAMESPACES.contains(namespace);
    }

    static boolean isDmn(XmlElement root, ProblemCollector problems) {
        boolean isDmn = root.name().equals("definitions") && isDmn(root.namespace());
        if (!isDmn) {
            problems.add(
                    root.line(), root.name(), "must be the definitions element of DMN 1.1 to 1.5");
        }
        return isDmn;
    }

    private static void check(XmlElement definitions, ProblemCollector problems) {
        definitions
                .attribute("expressionLanguage")
                .filter(language -> !DmnXml.isFeel(language))
                .ifPresent(language ->
                        problems.add(
                                definitions.line(),
                                "expressionLanguage",
                                "is not FEEL: " + language));
        EditorHabits.note(definitions, problems);
    }

    private static Map<String, XmlElement> elements(XmlElement root, ProblemCollector problems) {
        Map<String, XmlElement> elements = new LinkedHashMap<>();
        int unnamed = 0;
        for (var child : root.children()) {
            if (!child.namespace().equals(root.namespace()) || !ELEMENTS.contains(child.name())) {
                continue;
            }
            if (DmnXml.name(child).isEmpty()) {
                problems.add(child.line(), child.name(), "has no name");
            }
            var id = child.attribute("id").orElse(" " + ++unnamed);
            if (elements.put(id, child) != null) {
                problems.add(
                        child.line(), child.name(), "has the same id as another element: " + id);
            }
        }
        return elements;
    }

    /** The names of all context entries, for paths whose type is not known. */
    private static void collectMembers(XmlElement element, Set<String> members) {
        switch (element.name()) {
            case "itemComponent", "variable", "output", "column" ->
                    members.add(DmnXml.name(element));
            case "text" -> members.addAll(ModelNames.keys(element.text()));
            default -> {}
        }
        element.children().forEach(child -> collectMembers(child, members));
        members.remove("");
    }

    /**
     * The decisions as written, those of imported models last; reports every problem found in
     * reading them.
     *
     * @param given further names that every expression may use besides its requirements, with their
     *     types
     */
    public List<WrittenDecision> written(Map<String, Type> given, ProblemCollector problems) {
        var all = new ArrayList<>(new DecisionReader(this, problems).decisions(given));
        for (var model : imported) {
            var found = new ProblemCollector();
            all.addAll(new DecisionReader(model, found).decisions(given));
            model.report(found, problems);
        }
        return all;
    }

    /**
     * Reports what was found in this model, as an imported one, beside what was found in a file.
     */
    public void report(ProblemCollector found, ProblemCollector problems) {
        found.found().forEach(one -> problems.add(0, field(one), message(one)));
        found.notes().forEach(one -> problems.addNote(0, field(one), message(one)));
    }

    private String field(Problem one) {
        return name + "." + one.field();
    }

    private static String message(Problem one) {
        return one.message() + " (line " + one.line() + " of that model)";
    }

    /** Whether another file that was read imports it. */
    public boolean isImported() {
        return isImported;
    }

    Map<String, DmnFile> imports() {
        return imports;
    }

    Map<String, XmlElement> elements() {
        return elements;
    }

    BoxedExpressionCompiler boxes() {
        return boxes;
    }

    String namespace() {
        return namespace;
    }

    RequirementGraph graph() {
        return graph;
    }

    /** The file's own name; empty if it has none. */
    public String name() {
        return name;
    }

    /**
     * The input expressions of decision tables, as written, and the names of input data; those of
     * imported models too.
     */
    public Set<String> inputs() {
        Set<String> texts = new LinkedHashSet<>();
        models().flatMap(model -> model.elements.values().stream())
                .forEach(element -> collectInputs(element, texts));
        texts.remove("");
        return texts;
    }

    private static void collectInputs(XmlElement element, Set<String> texts) {
        switch (element.name()) {
            case "inputData" -> texts.add(RequirementGraph.variable(element));
            case "inputExpression" -> texts.add(DeclaredNames.normal(DmnXml.text(element)));
            case "rule" -> {}
            default -> element.children().forEach(child -> collectInputs(child, texts));
        }
    }

    /** The names of all decisions, in the file's order. */
    public List<String> decisions() {
        return elements.values().stream()
                .filter(element -> element.name().equals("decision"))
                .map(DmnXml::name)
                .toList();
    }

    /**
     * Evaluates a decision for values of input data by name; a missing value is null. Input data of
     * an imported model is given as {@code NAMESPACE#NAME}, or by its name alone if the file has
     * nothing of that name. A value for a decision, named in the same ways, replaces its
     * evaluation.
     *
     * @param inputs an input whose value does not have its type is null as well
     */
    public DecisionResult evaluate(String decision, Map<String, FeelValue> inputs) {
        return ask("decision", decision, inputs);
    }

    /** Evaluates a decision service for values of its input data and input decisions by name. */
    public DecisionResult evaluateService(String service, Map<String, FeelValue> inputs) {
        return ask("decisionService", service, inputs);
    }

    private DecisionResult ask(String kind, String name, Map<String, FeelValue> inputs) {
        var ids =
                elements.entrySet().stream()
                        .filter(entry -> entry.getValue().name().equals(kind))
                        .filter(entry -> DmnXml.name(entry.getValue()).equals(name))
                        .map(Map.Entry::getKey)
                        .toList();
        if (ids.size() != 1) {
            return new DecisionResult.Refused(
                    name, ids.isEmpty() ? "is not in the file" : "is there twice");
        }
        try {
            var unit = graph.unit(ids.getFirst());
            var run = new EvaluationContext(now);
            var session = new GraphEvaluation(given(inputs, run), run);
            return new DecisionResult.Known(
                    unit instanceof GraphElement.Service service
                            ? session.answer(service)
                            : session.value(unit));
        } catch (UnsupportedElementException unsupported) {
            return unsupported.answer();
        } catch (EvaluationException refusal) {
            var element = refusal.element().isEmpty() ? name : refusal.element();
            return new DecisionResult.Refused(element, refusal.why());
        } catch (StackOverflowError tooDeep) {
            return new DecisionResult.Refused(name, "is nested too deeply");
        }
    }

    /** The given values by id; a value for a decision replaces its evaluation. */
    private Map<String, FeelValue> given(Map<String, FeelValue> inputs, EvaluationContext run)
            throws UnsupportedElementException {
        Map<String, FeelValue> given = new HashMap<>();
        for (var model : models().toList()) {
            for (var entry : model.elements.entrySet()) {
                var element = entry.getValue();
                var value =
                        names(model, DmnXml.name(element))
                                .flatMap(key -> Optional.ofNullable(inputs.get(key)).stream())
                                .findFirst();
                boolean isData = element.name().equals("inputData");
                if (value.isPresent() && (isData || element.name().equals("decision"))) {
                    var unit = model.graph.unit(entry.getKey());
                    given.put(unit.id(), Conformance.coerce(value.get(), unit.type(), run));
                }
            }
        }
        for (var input : graph.undeclared()) {
            Optional.ofNullable(inputs.get(input.name()))
                    .ifPresent(value ->
                            given.put(input.id(), Conformance.coerce(value, input.type(), run)));
        }
        return given;
    }

    /** How the value of something in a model can be given, the name that counts first. */
    private Stream<String> names(DmnFile model, String name) {
        var whole = model.namespace + "#" + name;
        if (model == this) {
            return Stream.of(name, whole);
        }
        return ownNames.contains(name) ? Stream.of(whole) : Stream.of(whole, name);
    }

    /** This one, then every model that it imports, and that those import. */
    private Stream<DmnFile> models() {
        return Stream.concat(Stream.of(this), imported.stream());
    }
}
