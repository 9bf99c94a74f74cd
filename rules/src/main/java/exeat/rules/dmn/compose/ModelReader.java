package exeat.rules.dmn.compose;

import exeat.rules.dmn.DecisionModel;
import exeat.rules.dmn.DecisionModel.Row;
import exeat.rules.dmn.DecisionModel.Sheet;
import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.engine.BoxedTable;
import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.dmn.engine.DmnFile;
import exeat.rules.dmn.engine.WrittenDecision;
import exeat.rules.feel.Scope;
import exeat.rules.feel.UnaryTestEvaluator;
import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.syntax.Parser;
import exeat.rules.feel.syntax.SyntaxException;
import exeat.rules.feel.value.Type;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the decisions of a DMN file as a model over facts. */
public final class ModelReader {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ ]*");

    /**
     * Words of expressions: a text that contains one is not a name that somebody forgot to declare.
     */
    private static final Set<String> OPERATORS =
            Set.of(
                    "and", "or", "not", "in", "between", "if", "then", "else", "for", "some",
                    "every");

    private final DmnFile file;
    private final List<InputFact> facts;
    private final Set<String> wanted;
    private final ProblemCollector problems;

    private ModelReader(
            DmnFile file, List<InputFact> facts, Set<String> wanted, ProblemCollector problems) {
        this.file = file;
        this.facts = List.copyOf(facts);
        this.wanted = Set.copyOf(wanted);
        this.problems = problems;
    }

    /**
     * The model; empty, with problems reported, if the file is not DMN or the facts are not known.
     *
     * @param beside models that the file can import
     * @param wanted the names of the requested decisions; the others only support them
     */
    public static Optional<DecisionModel> read(
            byte[] bytes,
            List<byte[]> beside,
            Optional<List<InputFact>> facts,
            Set<String> wanted,
            ProblemCollector problems) {
        var file = DmnFile.read(bytes, beside, Optional.empty(), problems);
        if (file.isPresent() && facts.isEmpty()) {
            file.get().written(names(file.get(), Map.of()), problems);
        }
        return file.isPresent() && facts.isPresent()
                ? Optional.of(new ModelReader(file.get(), facts.get(), wanted, problems).model())
                : Optional.empty();
    }

    /**
     * One decision table whose inputs are names, for callers without facts; empty if the decision
     * is not such a table, with problems reported if it exists.
     */
    public static Optional<DecisionTable> table(
            byte[] bytes, String decision, ProblemCollector problems) {
        var file = DmnFile.read(bytes, Optional.empty(), problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var decisions = file.get().written(names(file.get(), Map.of()), problems);
        var found = decisions.stream().filter(one -> one.name().equals(decision)).findFirst();
        if (found.isEmpty()
                || !(found.get().logic() instanceof WrittenDecision.Logic.Table logic)) {
            return Optional.empty();
        }
        return SingleTableReader.of(found.get(), logic.table(), problems);
    }

    /**
     * A test outside a table, written like a table cell; empty, with a problem reported, if it
     * cannot be read.
     */
    public static Optional<UnaryTest> test(
            String text, int line, String field, ProblemCollector problems) {
        try {
            var names = Scope.names().with(UnaryTestEvaluator.INPUT, Type.Any.ANY);
            var tests = Parser.unaryTests(text, names, ModelNames.of(Map.of(), List.of()));
            var read = ConstantTests.of(new Cell<>(line, text, tests), field, problems);
            if (read.test().isEmpty() && !read.reported()) {
                problems.add(line, field, "is not a comparison with constants: " + text);
            }
            return read.test();
        } catch (SyntaxException unread) {
            problems.add(line, field, String.valueOf(unread.getMessage()));
            return Optional.empty();
        }
    }

    /** The given names, and every input text that could be a name. */
    private static Map<String, Type> names(DmnFile file, Map<String, Type> known) {
        var names = new LinkedHashMap<String, Type>();
        file.inputs().stream()
                .filter(text -> NAME.matcher(text).matches())
                .filter(text -> Scope.library().get(text).isEmpty())
                .filter(text -> Stream.of(text.split(" ")).noneMatch(OPERATORS::contains))
                .forEach(text -> names.put(text, Type.Any.ANY));
        names.putAll(known);
        return names;
    }

    private DecisionModel model() {
        var types = new LinkedHashMap<String, Type>();
        facts.forEach(fact -> types.put(fact.name(), TypeMapping.of(fact.type())));
        var decisions = file.written(names(file, types), problems);
        requireKnownNames(decisions, types.keySet());
        var needed = needed(decisions);
        var composer = new Composer(domains(decisions), decisions);
        var tables = new ArrayList<DecisionTable>();
        var parts = new ArrayList<DecisionTable>();
        var sheets = new ArrayList<Sheet>();
        var unused = new LinkedHashMap<String, Integer>();
        var unprovable = new ArrayList<Unprovable>();
        for (var decision : decisions) {
            boolean part = !wanted.contains(decision.name());
            boolean isImported = decision.file().file().isImported();
            if (part && !needed.contains(decision.id())) {
                if (!isImported) {
                    unused.put(decision.name(), decision.line());
                }
                continue;
            }
            var found = isImported ? new ProblemCollector() : problems;
            switch (decision.logic()) {
                case WrittenDecision.Logic.Table(var table, var type) -> {
                    var flattening = new TableFlattener(composer, decision, table, part, found);
                    flat(decision, flattening, part ? parts : tables, unprovable);
                    sheets.add(flattening.sheet());
                }
                case WrittenDecision.Logic.Literal(var expression, var type) -> {
                    sheets.add(alone(decision, part, expression.written()));
                    other(decision, part, composer, unprovable);
                }
                case WrittenDecision.Logic.Other(var element, var line) -> {
                    sheets.add(alone(decision, part, "a boxed " + element));
                    other(decision, part, composer, unprovable);
                }
            }
            if (isImported) {
                decision.file().file().report(found, problems);
            }
        }
        // Consequences of a problem that is already reported are not reported again.
        boolean sound = problems.isReadable();
        return new DecisionModel(
                file.name(), tables, parts, sheets, unused, sound ? unprovable : List.of());
    }

    private static void flat(
            WrittenDecision decision,
            TableFlattener flattening,
            List<DecisionTable> tables,
            List<Unprovable> unprovable) {
        try {
            flattening.table().ifPresent(tables::add);
        } catch (NotProvableException beyond) {
            add(beyond.in(decision.name(), decision.line()), unprovable);
        }
    }

    /** Reports an element once if several decisions depend on it. */
    private static void add(NotProvableException beyond, List<Unprovable> unprovable) {
        var one = new Unprovable(beyond.element(), beyond.line(), beyond.why());
        if (!unprovable.contains(one)) {
            unprovable.add(one);
        }
    }

    private void other(
            WrittenDecision decision,
            boolean part,
            Composer composer,
            List<Unprovable> unprovable) {
        if (!part) {
            problems.add(decision.line(), decision.name(), "must be a decision table");
            return;
        }
        try {
            composer.decision(decision);
        } catch (NotProvableException beyond) {
            add(beyond, unprovable);
        }
    }

    private static Sheet alone(WrittenDecision decision, boolean part, String written) {
        var row =
                new Row(
                        decision.line(),
                        decision.name(),
                        List.of(),
                        Map.of(decision.variable(), written),
                        Map.of());
        return new Sheet(decision.name(), decision.line(), part, List.of(row));
    }

    /**
     * An input that is a name, but neither a fact nor a required decision, gets an error of its
     * own.
     */
    private void requireKnownNames(List<WrittenDecision> decisions, Set<String> known) {
        var byId = new LinkedHashMap<String, WrittenDecision>();
        decisions.forEach(decision -> byId.put(decision.id(), decision));
        for (var decision : decisions) {
            var own = new HashSet<>(known);
            decision.required().stream()
                    .filter(one -> byId.containsKey(one.id()))
                    .map(WrittenDecision.Required::name)
                    .forEach(name -> {
                        if (!own.add(name)) {
                            problems.add(
                                    decision.line(),
                                    name,
                                    "is the name of both a fact and" + " a decision");
                        }
                    });
            if (decision.logic() instanceof WrittenDecision.Logic.Table(var table, var type)) {
                for (var input : table.inputs()) {
                    requireKnown(input, own);
                }
            }
        }
    }

    private void requireKnown(BoxedTable.Input input, Set<String> known) {
        var written = input.expression().written();
        if (input.expression().meaning()
                        instanceof exeat.rules.feel.syntax.Expression.Name(var name, var type)
                && !known.contains(name)) {
            problems.add(input.line(), written, "is not a fact of the vocabulary");
        }
    }

    /** The ids of everything that the requested decisions require, directly or indirectly. */
    private Set<String> needed(List<WrittenDecision> decisions) {
        var byId = new LinkedHashMap<String, WrittenDecision>();
        decisions.forEach(decision -> byId.put(decision.id(), decision));
        var needed = new LinkedHashSet<String>();
        var open = new ArrayList<WrittenDecision>();
        decisions.stream().filter(one -> wanted.contains(one.name())).forEach(open::add);
        while (!open.isEmpty()) {
            for (var one : open.removeLast().required()) {
                var other = byId.get(one.id());
                if (other != null && needed.add(one.id())) {
                    open.add(other);
                }
            }
        }
        return needed;
    }

    private List<FactDomain> domains(List<WrittenDecision> decisions) {
        var texts = new HashSet<String>();
        for (var decision : decisions) {
            switch (decision.logic()) {
                case WrittenDecision.Logic.Table(var table, var type) -> texts(table, texts);
                case WrittenDecision.Logic.Literal(var expression, var type) ->
                        Constants.texts(expression.meaning(), texts);
                case WrittenDecision.Logic.Other other -> {}
            }
        }
        return facts.stream().map(fact -> new FactDomain(fact, texts)).toList();
    }

    private static void texts(BoxedTable table, Set<String> texts) {
        for (var input : table.inputs()) {
            Constants.texts(input.expression().meaning(), texts);
        }
        for (var rule : table.rules()) {
            rule.conditions()
                    .forEach(cell ->
                            cell.meaning().tests().forEach(test -> Constants.texts(test, texts)));
            rule.results().forEach(cell -> Constants.texts(cell.meaning(), texts));
        }
    }
}
