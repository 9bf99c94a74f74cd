package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.dmn.DecisionModel;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.DecisionTable.Cell;
import exeat.rules.dmn.DecisionTable.Rule;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purposes;
import exeat.rules.pack.ModelCompiler;
import exeat.rules.pack.PackFiles;
import exeat.rules.pack.RowReader;
import exeat.rules.pack.VocabularyReader;
import exeat.rules.prove.Practice.Demand;
import exeat.rules.source.PackProblems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles a practice to the pack that it implies: the directive's tables with the practice as an
 * additional rule. A document becomes a row of <i>Documents</i>; people who are stopped are
 * referred where <i>Route</i> approved.
 */
final class PracticeCompiler {

    private static final String ID = "practice";

    private final Directive directive;
    private final Practice practice;
    private final List<Condition> whom = new ArrayList<>();
    private boolean isSayable = true;

    /** A fact has this value. */
    private record Condition(FactDefinition fact, Value value) {

        boolean isOf(DecisionTable.Input input) {
            return fact.name().text().equals(input.expression());
        }

        Cell<UnaryTest> cell() {
            return equal(value);
        }

        /** The other values that a test lets through. */
        List<UnaryTest> others(UnaryTest test) {
            return Practice.Condition.values(fact).stream()
                    .filter(other -> !other.equals(value) && Conditions.match(test, other))
                    .map(other -> equal(other).meaning())
                    .toList();
        }
    }

    PracticeCompiler(Directive directive, Practice practice) {
        this.directive = directive;
        this.practice = practice;
        practice.purpose()
                .ifPresent(purpose ->
                        add(Purposes.fact(directive.vocabulary()), Value.of(purpose.word())));
        practice.only()
                .ifPresent(only ->
                        add(
                                Practice.Condition.facts(directive).stream()
                                        .filter(f -> f.name().equals(only.fact()))
                                        .findFirst(),
                                only.value()));
    }

    private void add(Optional<FactDefinition> fact, Value value) {
        fact.ifPresentOrElse(
                known -> whom.add(new Condition(known, value)), () -> isSayable = false);
    }

    Optional<ParsedPack> compile() {
        var above = directive.parsed();
        if (!above.unprovable().isEmpty() || !isSayable) {
            return Optional.empty();
        }
        return tables(above.model().tables()).flatMap(tables -> compiled(above, tables));
    }

    private Optional<ParsedPack> compiled(ParsedPack above, List<DecisionTable> tables) {
        var own = above.model();
        var model =
                new DecisionModel(
                        ID, tables, own.parts(), own.sheets(), own.unused(), own.unprovable());
        var problems = new PackProblems();
        return new ModelCompiler(above.vocabulary(), Optional.empty(), problems.in(PackFiles.RULES))
                .compile(model, above.pack(), nothingRead(above), problems)
                .map(compiled -> ParsedPack.extending(directive, ref(), model, compiled.tables()));
    }

    /** A practice has no facts and no links of its own. */
    private VocabularyReader.Read nothingRead(ParsedPack above) {
        return new VocabularyReader.Read(
                above.vocabulary(), directive.purposes(), Map.of(), List.of());
    }

    /** Named by what it says and of what, so that the same practice is the same pack. */
    private DirectiveRef ref() {
        var said = practice.words() + " " + directive.ref().hash();
        var hash = PackFiles.hash(Map.of(ID, said.getBytes(StandardCharsets.UTF_8)));
        return new DirectiveRef(ID, directive.ref().version(), hash);
    }

    private Optional<List<DecisionTable>> tables(List<DecisionTable> tables) {
        return switch (practice.demand()) {
            case Demand.Bring(var document) -> withDocument(tables, document);
            case Demand.Stop _ -> Optional.of(stopped(tables));
        };
    }

    private Optional<List<DecisionTable>> withDocument(
            List<DecisionTable> tables, String document) {
        var before =
                tables.stream()
                        .filter(table -> table.name().equals(RowReader.DOCUMENTS))
                        .findFirst()
                        .orElseGet(PracticeCompiler::noDocuments);
        // If only one row answers, a further row would replace another.
        if (before.hitPolicy() instanceof HitPolicy.Single
                && before.hitPolicy() != HitPolicy.Single.UNIQUE) {
            return Optional.empty();
        }
        var table = withColumns(before);
        var rules = new ArrayList<>(table.rules());
        var conditions = table.inputs().stream().map(this::asked).toList();
        var named = new Cell<Literal>('"' + document + '"', new Literal.Text(document));
        var basis = table.annotations().stream().map(a -> a.equals("basis") ? "assumed" : "");
        rules.add(new Rule(0, ID, conditions, List.of(named), basis.toList()));
        var collected =
                new DecisionTable(
                        table.name(),
                        table.line(),
                        table.hitPolicy() instanceof HitPolicy.Single
                                ? new HitPolicy.Collect(Optional.empty())
                                : table.hitPolicy(),
                        table.inputs(),
                        table.outputs(),
                        table.annotations(),
                        rules);
        var others = tables.stream().filter(t -> !t.name().equals(RowReader.DOCUMENTS));
        return Optional.of(Stream.concat(others, Stream.of(collected)).toList());
    }

    private static DecisionTable noDocuments() {
        return new DecisionTable(
                RowReader.DOCUMENTS,
                0,
                new HitPolicy.Collect(Optional.empty()),
                List.of(),
                List.of(new DecisionTable.Output(0, "document", Optional.empty(), List.of())),
                List.of("basis"),
                List.of());
    }

    private static Cell<UnaryTest> any() {
        return new Cell<>("-", new UnaryTest.Any());
    }

    private Cell<UnaryTest> asked(DecisionTable.Input input) {
        return whom.stream()
                .filter(condition -> condition.isOf(input))
                .findFirst()
                .map(Condition::cell)
                .orElseGet(PracticeCompiler::any);
    }

    private static Cell<UnaryTest> equal(Value value) {
        return new Cell<>(ValueText.of(value), new UnaryTest.Equal(Conditions.literal(value)));
    }

    /** The table with a column for each fact that the practice asks for. */
    private DecisionTable withColumns(DecisionTable table) {
        var wide = table;
        for (var condition : whom) {
            if (wide.inputs().stream().noneMatch(condition::isOf)) {
                wide = withColumn(wide, condition.fact());
            }
        }
        return wide;
    }

    private static DecisionTable withColumn(DecisionTable table, FactDefinition fact) {
        var inputs = new ArrayList<>(table.inputs());
        var name = fact.name().text();
        inputs.add(new DecisionTable.Input(0, name, Optional.empty(), new UnaryTest.Any()));
        var rules =
                table.rules().stream()
                        .map(rule -> {
                            var conditions = new ArrayList<>(rule.conditions());
                            conditions.add(any());
                            return with(rule, conditions, rule.outputs());
                        })
                        .toList();
        return new DecisionTable(
                table.name(),
                table.line(),
                table.hitPolicy(),
                inputs,
                table.outputs(),
                table.annotations(),
                rules);
    }

    private static Rule with(
            Rule rule, List<Cell<UnaryTest>> conditions, List<Cell<Literal>> outputs) {
        return new Rule(rule.line(), rule.id(), conditions, outputs, rule.annotations());
    }

    /** Every rule that approves is split: those who are stopped are referred, others not. */
    private List<DecisionTable> stopped(List<DecisionTable> tables) {
        var changed = new ArrayList<DecisionTable>();
        for (var table : tables) {
            if (table.name().equals(RowReader.ROUTE)) {
                changed.add(stopped(withColumns(table)));
            } else if (!table.name().equals(RowReader.SET_ASIDE)) {
                changed.add(table);
            }
        }
        // Nobody sets aside a case that is referred anyway; its grounds are compared elsewhere.
        return changed;
    }

    private DecisionTable stopped(DecisionTable route) {
        var rules = new ArrayList<Rule>();
        for (var rule : route.rules()) {
            rules.addAll(stopped(route, rule));
        }
        return new DecisionTable(
                route.name(),
                route.line(),
                route.hitPolicy(),
                route.inputs(),
                route.outputs(),
                route.annotations(),
                rules);
    }

    private List<Rule> stopped(DecisionTable route, Rule rule) {
        if (rule.outputs().stream().anyMatch(o -> o.meaning().equals(refer().meaning()))) {
            return List.of(rule);
        }
        var parts = new ArrayList<Rule>();
        var left = rule.conditions();
        for (var condition : whom) {
            int at = column(route, condition);
            var test = left.get(at).meaning();
            var others = condition.others(test);
            if (!others.isEmpty()) {
                var rest = new Cell<UnaryTest>("others", new UnaryTest.OneOf(others));
                parts.add(with(rule, replaced(left, at, rest), rule.outputs()));
            }
            if (!Conditions.match(test, condition.value())) {
                return parts;
            }
            left = replaced(left, at, condition.cell());
        }
        parts.add(with(rule, left, outputs(route)));
        return parts;
    }

    private static int column(DecisionTable route, Condition condition) {
        int at = 0;
        while (!condition.isOf(route.inputs().get(at))) {
            at++;
        }
        return at;
    }

    private static List<Cell<UnaryTest>> replaced(
            List<Cell<UnaryTest>> conditions, int at, Cell<UnaryTest> with) {
        var replaced = new ArrayList<>(conditions);
        replaced.set(at, with);
        return replaced;
    }

    private static List<Cell<Literal>> outputs(DecisionTable route) {
        return route.outputs().stream()
                .map(output ->
                        output.name().equals("outcome")
                                ? refer()
                                : new Cell<Literal>("null", new Literal.Null()))
                .toList();
    }

    private static Cell<Literal> refer() {
        return new Cell<>('"' + Outcome.REFER.word() + '"', new Literal.Text(Outcome.REFER.word()));
    }
}
