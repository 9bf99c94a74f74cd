package exeat.rules;

import exeat.rules.Practice.Demand;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.DecisionTable.Cell;
import exeat.rules.dmn.DecisionTable.Rule;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.Model;
import exeat.rules.dmn.UnaryTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From a practice to the pack that it implies: the directive's tables, in which the practice is one
 * more rule. A document is one more row of <i>Documents</i>; whoever is stopped is referred, where
 * <i>Route</i> approved.
 */
final class PracticeCompiler {

    private static final String ID = "practice";

    private final Directive directive;
    private final Practice practice;
    private final Optional<FactDefinition> purpose;

    PracticeCompiler(Directive directive, Practice practice) {
        this.directive = directive;
        this.practice = practice;
        this.purpose =
                directive.vocabulary().facts().stream()
                        .filter(fact -> fact.source() == FactDefinition.Source.PURPOSE)
                        .findFirst();
    }

    Optional<Draft> draft() {
        var above = directive.draft();
        boolean canSay = practice.purpose().isEmpty() || purpose.isPresent();
        if (!above.unprovable().isEmpty() || !canSay) {
            return Optional.empty();
        }
        return tables(above.model().tables()).flatMap(tables -> compiled(above, tables));
    }

    private Optional<Draft> compiled(Draft above, List<DecisionTable> tables) {
        var own = above.model();
        var model =
                new Model(ID, tables, own.parts(), own.sheets(), own.unused(), own.unprovable());
        var problems = new PackProblems();
        return new Compiler(above.vocabulary(), problems.in(PackFiles.RULES))
                .compile(model, above.pack(), Map.of(), problems)
                .map(compiled ->
                        new Draft(
                                new Draft.Parts(
                                        ref(),
                                        above.pack(),
                                        Optional.of(directive),
                                        above.vocabulary(),
                                        directive.links(),
                                        model,
                                        Optional.of(compiled.tables())),
                                List.of()));
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
        // Where one row alone answers, a further row would take the place of another.
        if (before.hitPolicy() instanceof HitPolicy.Single
                && before.hitPolicy() != HitPolicy.Single.UNIQUE) {
            return Optional.empty();
        }
        var table = withPurpose(before);
        var rules = new ArrayList<>(table.rules());
        var conditions =
                table.inputs().stream().map(input -> isPurpose(input) ? asked() : any()).toList();
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

    private boolean isPurpose(DecisionTable.Input input) {
        return purpose.filter(fact -> fact.name().text().equals(input.expression())).isPresent();
    }

    private static Cell<UnaryTest> any() {
        return new Cell<>("-", new UnaryTest.Any());
    }

    private Cell<UnaryTest> asked() {
        return practice.purpose().map(p -> equal(p.word())).orElseGet(PracticeCompiler::any);
    }

    private static Cell<UnaryTest> equal(String word) {
        return new Cell<>('"' + word + '"', new UnaryTest.Equal(new Literal.Text(word)));
    }

    /** With a column for the purpose, if the practice asks for one. */
    private DecisionTable withPurpose(DecisionTable table) {
        if (practice.purpose().isEmpty() || table.inputs().stream().anyMatch(this::isPurpose)) {
            return table;
        }
        var inputs = new ArrayList<>(table.inputs());
        var name = purpose.orElseThrow().name().text();
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

    /** Every rule that approves goes in two: those who are stopped are referred, others not. */
    private List<DecisionTable> stopped(List<DecisionTable> tables) {
        var changed = new ArrayList<DecisionTable>();
        for (var table : tables) {
            if (table.name().equals(RowReader.ROUTE)) {
                changed.add(stopped(withPurpose(table)));
            } else if (!table.name().equals(RowReader.SET_ASIDE)) {
                changed.add(table);
            }
        }
        // What is referred anyway is set aside by nobody; its grounds are compared elsewhere.
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
        int at = 0;
        while (at < route.inputs().size() && !isPurpose(route.inputs().get(at))) {
            at++;
        }
        boolean refers =
                rule.outputs().stream().anyMatch(o -> o.meaning().equals(refer().meaning()));
        if (refers || practice.purpose().isEmpty()) {
            return List.of(refers ? rule : with(rule, rule.conditions(), outputs(route)));
        }
        var word = practice.purpose().get().word();
        var test = rule.conditions().get(at).meaning();
        var parts = new ArrayList<Rule>();
        var others =
                purpose.orElseThrow().values().stream()
                        .filter(value -> !value.equals(word))
                        .filter(value -> Conditions.match(test, Value.of(value)))
                        .map(value -> equal(value).meaning())
                        .toList();
        if (!others.isEmpty()) {
            var rest = new Cell<UnaryTest>("other purposes", new UnaryTest.OneOf(others));
            parts.add(with(rule, replaced(rule.conditions(), at, rest), rule.outputs()));
        }
        if (Conditions.match(test, Value.of(word))) {
            var conditions = replaced(rule.conditions(), at, equal(word));
            parts.add(with(rule, conditions, outputs(route)));
        }
        return parts;
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
