package exeat.rules.prove;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntSort;
import exeat.rules.ParsedPack;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.RuleRanks;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.PaperRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One pack's decisions as terms over its facts. */
public final class Z3Pack {

    private final Context context;
    private final ParsedPack draft;
    private final Map<String, ArithExpr<?>> facts = new HashMap<>();

    public Z3Pack(Context context, ParsedPack draft) {
        this.context = context;
        this.draft = draft;
        for (var fact : draft.vocabulary().facts()) {
            var name = fact.name().text();
            facts.put(
                    name,
                    fact.type() == FactDefinition.FactType.NUMBER && fact.scale() > 0
                            ? context.mkRealConst(name)
                            : context.mkIntConst(name));
        }
    }

    private ArithExpr<?> fact(String name) {
        var fact = facts.get(name);
        if (fact == null) {
            throw new IllegalStateException(name);
        }
        return fact;
    }

    /** Texts and booleans are numbers from 0; 8 stands for absent, 9 for withheld. */
    public BoolExpr domain() {
        var all = new ArrayList<BoolExpr>();
        for (var fact : draft.vocabulary().facts()) {
            if (fact.type() == FactDefinition.FactType.TEXT
                    || fact.type() == FactDefinition.FactType.BOOLEAN) {
                var is = new ArrayList<BoolExpr>();
                int most = Math.max(2, fact.values().size());
                IntStream.range(0, most).forEach(value -> is.add(equal(fact.name().text(), value)));
                if (fact.optional()) {
                    is.add(equal(fact.name().text(), 8));
                }
                if (fact.isProtected()) {
                    is.add(equal(fact.name().text(), 9));
                }
                all.add(context.mkOr(is.toArray(BoolExpr[]::new)));
            }
        }
        return context.mkAnd(all.toArray(BoolExpr[]::new));
    }

    private BoolExpr equal(String fact, int value) {
        return context.mkEq(fact(fact), context.mkInt(value));
    }

    private BoolExpr meets(String fact, UnaryTest test) {
        return switch (test) {
            case UnaryTest.Any any -> context.mkTrue();
            case UnaryTest.Equal equal -> context.mkEq(fact(fact), number(fact, equal.literal()));
            case UnaryTest.Ordered ordered ->
                    compare(fact(fact), ordered.comparison(), number(fact, ordered.literal()));
            case UnaryTest.Interval interval ->
                    context.mkAnd(
                            interval.withLow()
                                    ? context.mkGe(fact(fact), number(fact, interval.low()))
                                    : context.mkGt(fact(fact), number(fact, interval.low())),
                            interval.withHigh()
                                    ? context.mkLe(fact(fact), number(fact, interval.high()))
                                    : context.mkLt(fact(fact), number(fact, interval.high())));
            case UnaryTest.OneOf oneOf ->
                    context.mkOr(
                            oneOf.tests().stream()
                                    .map(one -> meets(fact, one))
                                    .toArray(BoolExpr[]::new));
            // The packs here negate no comparison of an optional fact.
            case UnaryTest.Not not -> context.mkNot(meets(fact, not.test()));
        };
    }

    private BoolExpr compare(
            ArithExpr<?> left, UnaryTest.Comparison comparison, ArithExpr<?> right) {
        return switch (comparison) {
            case LESS -> context.mkLt(left, right);
            case AT_MOST -> context.mkLe(left, right);
            case MORE -> context.mkGt(left, right);
            case AT_LEAST -> context.mkGe(left, right);
        };
    }

    private ArithExpr<?> number(String fact, Literal literal) {
        return switch (literal) {
            case Literal.Numeral numeral -> context.mkReal(numeral.number().toPlainString());
            case Literal.Truth truth -> context.mkInt(truth.truth() ? 1 : 0);
            case Literal.Null none -> context.mkInt(8);
            case Literal.Text text when text.equals(Conditions.WITHHELD) -> context.mkInt(9);
            case Literal.Text text ->
                    context.mkInt(
                            draft.vocabulary()
                                    .definition(new FactName(fact))
                                    .orElseThrow()
                                    .values()
                                    .indexOf(text.text()));
            case Literal.Day day -> context.mkInt(day.date().toEpochDay());
        };
    }

    public BoolExpr link(FactLink link) {
        return switch (link) {
            case FactLink.Implication implication ->
                    context.mkImplies(all(implication.when()), all(implication.then()));
            case FactLink.Order order ->
                    compare(
                            fact(order.left().text()),
                            order.comparison(),
                            fact(order.right().text()));
        };
    }

    private BoolExpr all(Map<FactName, UnaryTest> tests) {
        return context.mkAnd(
                tests.entrySet().stream()
                        .map(test -> meets(test.getKey().text(), test.getValue()))
                        .toArray(BoolExpr[]::new));
    }

    private DecisionTable table(String name) {
        return draft.model().tables().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private BoolExpr matches(DecisionTable table, int rule) {
        return context.mkAnd(
                IntStream.range(0, table.inputs().size())
                        .mapToObj(at ->
                                meets(
                                        table.inputs().get(at).expression(),
                                        table.rules().get(rule).conditions().get(at).meaning()))
                        .toArray(BoolExpr[]::new));
    }

    /** The first value in an order of rules whose rule matches. */
    private Expr<IntSort> first(DecisionTable table, List<Integer> order, List<Integer> values) {
        Expr<IntSort> chosen = context.mkInt(0);
        for (int rule : order.reversed()) {
            chosen = context.mkITE(matches(table, rule), context.mkInt(values.get(rule)), chosen);
        }
        return chosen;
    }

    /** As the policy has it, or the highest where all rules count. */
    @SuppressWarnings("unchecked")
    private ArithExpr<IntSort> value(String name, List<Integer> values) {
        var table = table(name);
        var rules = IntStream.range(0, values.size()).boxed();
        var ranks = RuleRanks.of(table);
        Comparator<Integer> by =
                table.hitPolicy() instanceof HitPolicy.Single
                        ? Comparator.comparingInt(rule ->
                                table.hitPolicy() == HitPolicy.Single.PRIORITY
                                        ? ranks.get(rule)
                                        : rule)
                        : Comparator.comparingInt(rule -> -values.get(rule));
        return (ArithExpr<IntSort>) first(table, rules.sorted(by).toList(), values);
    }

    ArithExpr<IntSort> outcome() {
        var rows = draft.tables().route().rows();
        return value(
                "Route",
                rows.stream()
                        .map(row -> 2 - List.of(Outcome.values()).indexOf(row.outcome()))
                        .toList());
    }

    /** Whether somebody is turned down: by the winner, or by all that match. */
    BoolExpr refuses() {
        var rows = draft.tables().route().rows();
        var values = rows.stream().map(row -> row.refuses() ? 1 : 2).toList();
        return context.mkEq(value("Route", values), context.mkInt(1));
    }

    private ArithExpr<IntSort> paper(java.util.function.ToIntFunction<PaperRow> part) {
        return value(
                "Paper",
                draft.tables().paper().rows().stream().map(row -> part.applyAsInt(row)).toList());
    }

    private ArithExpr<IntSort> clearanceDays() {
        return value(
                "Clearances",
                draft.tables().clearances().rows().stream().map(ClearanceDemand::days).toList());
    }

    private ArithExpr<IntSort> document() {
        return value(
                "Documents", draft.tables().documents().rows().stream().map(row -> 1).toList());
    }

    /** Whether one of the rules that set aside matches; all of them are for the one route. */
    private BoolExpr setsAside() {
        var table = table("Set-aside grounds");
        return context.mkOr(
                IntStream.range(0, table.rules().size())
                        .mapToObj(rule -> matches(table, rule))
                        .toArray(BoolExpr[]::new));
    }

    /** Whether it can be set aside, where the outcome is approved in general. */
    private BoolExpr setAside() {
        var route = table("Route");
        var order = OutcomeFunctions.winning(draft.tables().route());
        boolean single = route.hitPolicy() instanceof HitPolicy.Single;
        var any = new ArrayList<BoolExpr>();
        for (int place = 0; place < order.size(); place++) {
            int rule = order.get(place);
            if (draft.tables().route().rows().get(rule).outcome() == Outcome.APPROVE_IN_GENERAL) {
                var wins = new ArrayList<>(List.of(matches(route, rule)));
                if (single) {
                    order.subList(0, place)
                            .forEach(before -> wins.add(context.mkNot(matches(route, before))));
                }
                any.add(context.mkAnd(wins.toArray(BoolExpr[]::new)));
            }
        }
        return context.mkAnd(
                context.mkEq(outcome(), context.mkInt(1)),
                setsAside(),
                context.mkOr(any.toArray(BoolExpr[]::new)));
    }

    /** Whether an output that either pack declares is worse here; a pack without it has 0. */
    private BoolExpr outputsWorse(Z3Pack other) {
        var outputs = new LinkedHashSet<>(draft.vocabulary().outputs());
        outputs.addAll(other.draft.vocabulary().outputs());
        return context.mkOr(
                outputs.stream()
                        .map(output ->
                                context.mkLt(
                                        paper(row -> goodness(row, output)),
                                        other.paper(row -> goodness(row, output))))
                        .toArray(BoolExpr[]::new));
    }

    /** How far a value is above what people have without the output; numbers are below 1000. */
    private static int goodness(PaperRow row, DeclaredOutput output) {
        return row.outputs().stream()
                .filter(given -> given.output().equals(output))
                .mapToInt(given ->
                        rank(output, given.value())
                                - output.without().map(one -> rank(output, one)).orElse(1000))
                .findFirst()
                .orElse(0);
    }

    private static int rank(DeclaredOutput output, Value value) {
        return switch (output.better()) {
            case MORE -> Integer.parseInt(ValueText.of(value));
            case LESS -> -Integer.parseInt(ValueText.of(value));
            case YES -> value.equals(Value.of(true)) ? 1 : 0;
            case NO -> value.equals(Value.of(false)) ? 1 : 0;
            case EARLIER -> -output.bestFirst().indexOf(ValueText.of(value));
        };
    }

    /** Whether this pack's finding is not at least as good as the other's. */
    public BoolExpr worse(Z3Pack other) {
        return context.mkOr(
                outputsWorse(other),
                context.mkLt(outcome(), other.outcome()),
                context.mkGt(
                        paper(row -> row.fee().intValue()),
                        other.paper(row -> row.fee().intValue())),
                context.mkLt(paper(PaperRow::validityDays), other.paper(PaperRow::validityDays)),
                context.mkLt(
                        paper(row -> row.reentry() ? 1 : 0),
                        other.paper(row -> row.reentry() ? 1 : 0)),
                context.mkGt(clearanceDays(), other.clearanceDays()),
                context.mkGt(document(), other.document()),
                context.mkAnd(
                        setAside(),
                        context.mkEq(other.outcome(), context.mkInt(1)),
                        context.mkNot(other.setAside())));
    }
}
