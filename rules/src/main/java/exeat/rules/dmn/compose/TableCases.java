package exeat.rules.dmn.compose;

import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.compose.SymbolicValue.Known;
import exeat.rules.dmn.engine.BoxedTable;
import exeat.rules.dmn.engine.BoxedTable.Rule;
import exeat.rules.dmn.engine.TableEvaluator;
import exeat.rules.dmn.engine.WrittenDecision;
import exeat.rules.feel.Scope;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composes a required decision table by splitting facts by the rules that match. */
final class TableCases {

    private final Composer composer;
    private final WrittenDecision decision;
    private final BoxedTable table;
    private final List<FactDomain> domains;

    TableCases(Composer composer, WrittenDecision decision, BoxedTable table) {
        this.composer = composer;
        this.decision = decision;
        this.table = table;
        this.domains = composer.domains();
    }

    /** A region and the rules that match everywhere in it. */
    private record Piece(Region region, List<Rule> matching) {}

    List<RegionValue> cases() throws NotProvableException {
        var columns = new InputColumns(composer, decision, table);
        var pieces = List.of(new Piece(Region.ALL, List.of()));
        for (var rule : table.rules()) {
            pieces = divided(pieces, rule, columns.boxes(rule));
        }
        var cases = new ArrayList<RegionValue>();
        for (var piece : pieces) {
            cases.addAll(answer(piece));
            RegionValue.requireFew(cases.size());
        }
        return cases;
    }

    private List<Piece> divided(List<Piece> pieces, Rule rule, List<Region> boxes)
            throws NotProvableException {
        var divided = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (table.policy() == HitPolicy.Single.FIRST && !piece.matching().isEmpty()) {
                divided.add(piece);
                continue;
            }
            var outside = List.of(piece.region());
            for (var box : boxes) {
                var inside = piece.region().and(box, domains);
                if (inside.isPresent()) {
                    var matching = new ArrayList<>(piece.matching());
                    matching.add(rule);
                    divided.add(new Piece(inside.get(), List.copyOf(matching)));
                    outside =
                            outside.stream()
                                    .flatMap(region -> region.minus(box, domains).stream())
                                    .toList();
                }
            }
            outside.forEach(region -> divided.add(new Piece(region, piece.matching())));
            RegionValue.requireFew(divided.size());
        }
        return divided;
    }

    private List<RegionValue> answer(Piece piece) throws NotProvableException {
        var results = new ArrayList<Expression>();
        for (var rule : piece.matching()) {
            rule.results().forEach(result -> results.add(result.meaning()));
        }
        if (piece.matching().isEmpty()) {
            table.outputs().forEach(output -> output.otherwise().ifPresent(results::add));
        }
        var cases = new ArrayList<RegionValue>();
        for (var one : composer.environments(decision, results, piece.region())) {
            var known = known(one.names());
            if (known.isPresent()) {
                var value = decided(piece.matching(), known.get());
                cases.add(new RegionValue(one.region(), new Known(value)));
            } else {
                cases.addAll(lines(piece, results, one));
            }
        }
        return cases;
    }

    private static Optional<Map<String, FeelValue>> known(Map<String, SymbolicValue> names) {
        var known = new HashMap<String, FeelValue>();
        for (var name : names.entrySet()) {
            if (!(name.getValue() instanceof Known(var value))) {
                return Optional.empty();
            }
            known.put(name.getKey(), value);
        }
        return Optional.of(known);
    }

    /** The hit policy's answer; null if rules contradict the policy, which a proof then shows. */
    private FeelValue decided(List<Rule> matching, Map<String, FeelValue> names)
            throws NotProvableException {
        if (table.policy() == HitPolicy.Single.UNIQUE && matching.size() > 1) {
            return Values.NULL;
        }
        try {
            return new TableEvaluator(table)
                    .answer(matching, Scope.library().with(names), Constants.run());
        } catch (EvaluationException refusal) {
            if (table.policy() == HitPolicy.Single.ANY && matching.size() > 1) {
                return Values.NULL;
            }
            throw new NotProvableException("it " + refusal.why());
        }
    }

    /** A result can be a function of a fact only if a single rule gives a single output. */
    private List<RegionValue> lines(Piece piece, List<Expression> results, Composer.Environment one)
            throws NotProvableException {
        boolean settled =
                table.policy() instanceof HitPolicy.Single && piece.matching().size() == 1;
        if (!settled || table.outputs().size() != 1) {
            throw new NotProvableException(
                    "an output is calculated from a fact, in a table in which several rules can"
                            + " match");
        }
        var output = table.outputs().getFirst();
        if (output.order().isPresent()) {
            throw new NotProvableException(
                    "an output is calculated from a fact, in a column with declared values");
        }
        var cases = composer.symbolic().cases(results.getFirst(), one.names(), one.region());
        for (var part : cases) {
            requireTyped(part, output.type());
        }
        return cases;
    }

    private void requireTyped(RegionValue part, Type type) throws NotProvableException {
        composer.requireOfType(part, type);
    }
}
