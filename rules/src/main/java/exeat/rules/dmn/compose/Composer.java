package exeat.rules.dmn.compose;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.compose.Shape.Known;
import exeat.rules.dmn.compose.Shape.Line;
import exeat.rules.dmn.engine.Answer;
import exeat.rules.dmn.engine.DmnFile;
import exeat.rules.dmn.engine.Written;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Refusal;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What facts, decisions and expressions over them are, by region of facts. */
final class Composer {

    private final DmnFile file;
    private final List<Domain> domains;
    private final Map<String, Integer> facts = new HashMap<>();
    private final Map<String, Written> decisions = new HashMap<>();
    private final Map<String, List<Case>> composed = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Symbolic symbolic;

    Composer(DmnFile file, List<Domain> domains, List<Written> decisions) {
        this.file = file;
        this.domains = List.copyOf(domains);
        this.symbolic = new Symbolic(this.domains);
        for (int at = 0; at < domains.size(); at++) {
            facts.put(domains.get(at).fact().name(), at);
        }
        decisions.forEach(decision -> this.decisions.put(decision.id(), decision));
    }

    List<Domain> domains() {
        return domains;
    }

    Symbolic symbolic() {
        return symbolic;
    }

    /** The fact that a name is in a decision; empty where it is none, or a required decision. */
    Optional<Integer> fact(Written decision, String name) {
        boolean hidden =
                required(decision).stream().anyMatch(other -> other.variable().equals(name));
        return hidden ? Optional.empty() : Optional.ofNullable(facts.get(name));
    }

    /** The decisions that one requires, as far as they could be read. */
    List<Written> required(Written decision) {
        return decision.required().stream()
                .flatMap(id -> Optional.ofNullable(decisions.get(id)).stream())
                .toList();
    }

    /** What a name is in a decision. */
    private List<Case> named(Written decision, String name) throws NotProvable {
        for (var other : required(decision)) {
            if (other.variable().equals(name)) {
                return decision(other);
            }
        }
        var fact = Optional.ofNullable(facts.get(name));
        return ofFact(fact.orElseThrow(() -> new NotProvable("it speaks of " + name)));
    }

    private List<Case> ofFact(int fact) throws NotProvable {
        var domain = domains.get(fact);
        var cases = new ArrayList<Case>();
        if (!domain.ordinals().isEmpty()) {
            Region.ALL
                    .with(fact, domain.ordinals(), domains)
                    .ifPresent(region ->
                            cases.add(new Case(region, new Line(fact, true, domain::value))));
        }
        for (var point : domain.points().entrySet()) {
            var region = Region.ALL.with(fact, Steps.of(point.getValue()), domains).orElseThrow();
            cases.add(new Case(region, shape(fact, point.getKey())));
        }
        Case.requireFew(cases.size());
        return cases;
    }

    private Shape shape(int fact, Literal point) {
        return domains.get(fact).isAnyOther(point)
                ? new Shape.Other(fact)
                : new Known(Constants.value(point));
    }

    /** The names that expressions of a decision may use: facts, and what it requires. */
    Set<String> names(Written decision) {
        var names = new HashSet<>(facts.keySet());
        required(decision).forEach(other -> names.add(other.variable()));
        return names;
    }

    /** What an expression of a decision is. */
    List<Case> expression(Written decision, Expression expression) throws NotProvable {
        return expression(decision, expression, Region.ALL);
    }

    /** The same, within a region. */
    List<Case> expression(Written decision, Expression expression, Region within)
            throws NotProvable {
        var cases = new ArrayList<Case>();
        for (var one : environments(decision, List.of(expression), within)) {
            cases.addAll(symbolic.cases(expression, one.names(), one.region()));
            Case.requireFew(cases.size());
        }
        return Case.merged(cases, domains);
    }

    /** A region in which each name has one shape. */
    record Environment(Region region, Map<String, Shape> names) {}

    /** The region, divided so that each name that the expressions use has one shape. */
    List<Environment> environments(Written decision, List<Expression> expressions, Region within)
            throws NotProvable {
        var used = new HashSet<String>();
        for (var expression : expressions) {
            used.addAll(Constants.names(expression, names(decision)));
        }
        var found = List.of(new Environment(within, Map.of()));
        for (var name : used.stream().sorted().toList()) {
            var more = new ArrayList<Environment>();
            for (var so : found) {
                for (var one : named(decision, name)) {
                    so.region()
                            .and(one.region(), domains)
                            .ifPresent(region -> {
                                var names = new HashMap<>(so.names());
                                names.put(name, one.shape());
                                more.add(new Environment(region, names));
                            });
                }
            }
            Case.requireFew(more.size());
            found = more;
        }
        return found;
    }

    /** What a decision is. */
    List<Case> decision(Written decision) throws NotProvable {
        var known = composed.get(decision.id());
        if (known != null) {
            return known;
        }
        if (!open.add(decision.id())) {
            throw new NotProvable("it requires itself").in(decision.name(), decision.line());
        }
        try {
            var cases = Case.merged(typed(logic(decision), decision.type()), domains);
            composed.put(decision.id(), cases);
            return cases;
        } catch (NotProvable beyond) {
            throw beyond.in(decision.name(), decision.line());
        } finally {
            open.remove(decision.id());
        }
    }

    private List<Case> logic(Written decision) throws NotProvable {
        return switch (decision.logic()) {
            case Written.Logic.Table(var table, var type) ->
                    typed(new TableCases(this, decision, table).cases(), type);
            case Written.Logic.Literal(var expression, var type) ->
                    typed(expression(decision, expression.meaning()), type);
            case Written.Logic.Other(var element, var line) -> evaluated(decision, element);
        };
    }

    /** What a declared type makes of values: others become null. */
    private List<Case> typed(List<Case> cases, Type type) throws NotProvable {
        if (type instanceof Type.Any) {
            return cases;
        }
        var typed = new ArrayList<Case>();
        for (var one : cases) {
            if (one.shape() instanceof Known(var value)) {
                var as = coerced(value, type);
                typed.add(new Case(one.region(), new Known(as)));
            } else {
                requireOfType(one, type);
                typed.add(one);
            }
        }
        return typed;
    }

    private static FeelValue coerced(FeelValue value, Type type) throws NotProvable {
        try {
            return Conformance.coerce(value, type, Constants.run());
        } catch (Refusal refusal) {
            throw new NotProvable("it " + refusal.why());
        }
    }

    /** A line or an unnamed text goes on as it is where its type asks nothing more of it. */
    void requireOfType(Case one, Type type) throws NotProvable {
        if (type instanceof Type.Any) {
            return;
        }
        FeelValue sample =
                switch (one.shape()) {
                    case Known(var value) -> value;
                    case Line line ->
                            Splitting.value(line, one.region().of(line.fact(), domains).low());
                    case Shape.Other other -> Values.of(domains.get(other.fact()).anyOther());
                };
        boolean plain = type instanceof Type.Simple;
        if (!plain || !coerced(sample, type).equals(sample)) {
            throw new NotProvable("its declared type holds for some values of a fact alone");
        }
    }

    /** Of known values alone, a decision of any kind is what the engine says. */
    private List<Case> evaluated(Written decision, String element) throws NotProvable {
        var names = new ArrayList<Expression>();
        for (var name : decision.known()) {
            if (facts.containsKey(name)) {
                names.add(new Expression.Name(name, Type.Any.ANY));
            }
        }
        required(decision)
                .forEach(other -> names.add(new Expression.Name(other.variable(), Type.Any.ANY)));
        var cases = new ArrayList<Case>();
        for (var one : environments(decision, names, Region.ALL)) {
            var given = new HashMap<String, FeelValue>();
            for (var name : one.names().entrySet()) {
                if (!(name.getValue() instanceof Known(var value))) {
                    throw new NotProvable(
                            "it is a boxed "
                                    + element
                                    + " over "
                                    + name.getKey()
                                    + ", which has more than finitely many values");
                }
                given.put(name.getKey(), value);
            }
            cases.add(new Case(one.region(), new Known(answer(decision, given))));
        }
        return cases;
    }

    private FeelValue answer(Written decision, Map<String, FeelValue> given) throws NotProvable {
        return switch (file.evaluate(decision.name(), given)) {
            case Answer.Known(var value) -> value;
            case Answer.Refused(var element, var why) -> throw new NotProvable(element + " " + why);
        };
    }
}
