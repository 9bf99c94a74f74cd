package exeat.rules.dmn.compose;

import exeat.rules.dmn.compose.SymbolicEvaluator.Whole;
import exeat.rules.dmn.compose.SymbolicValue.Known;
import exeat.rules.dmn.compose.SymbolicValue.Line;
import exeat.rules.dmn.compose.SymbolicValue.Other;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.Expression.Operator;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Monotone operations. Those listed here never fall, or never rise, in each operand, even with
 * Decimal128 rounding, clipping at the end of a month, and whole years of dates. No other operation
 * is provable.
 */
final class MonotoneOperations {

    /** Functions of a number and a scale that never fall in the number. */
    private static final Set<String> ROUNDING =
            Set.of(
                    "floor",
                    "ceiling",
                    "decimal",
                    "round up",
                    "round down",
                    "round half up",
                    "round half down");

    /** Functions that never fall in any argument. */
    private static final Set<String> RISING = Set.of("min", "max", "sum");

    private static final String BETWEEN_DATES = "years and months duration";

    private final List<FactDomain> domains;
    private final RegionSplitter splitting;

    MonotoneOperations(List<FactDomain> domains, RegionSplitter splitting) {
        this.domains = domains;
        this.splitting = splitting;
    }

    /**
     * An operation with at least one monotone operand, and no unnamed text.
     *
     * @throws NotProvableException if it is not one of the operations above
     */
    List<RegionValue> cases(Region region, List<SymbolicValue> shapes, Whole whole)
            throws NotProvableException {
        var facts = facts(shapes, domains);
        if (facts.size() > 1) {
            throw new NotProvableException(
                    "it combines two facts, "
                            + String.join(" and ", facts)
                            + ": declare the combination as a fact of its own");
        }
        var operation = whole.of(Collections.nCopies(shapes.size(), NOTHING));
        return switch (operation) {
            case Expression.Binary(var operator, var left, var right) ->
                    binary(operator, region, shapes, whole);
            case Expression.Between between -> divided(region, shapes, whole, knownIn(shapes));
            case Expression.In(var value, var tests) ->
                    divided(region, shapes, whole, CutPoints.of(tests));
            case Expression.Negation negation -> line(region, shapes, whole, List.of(false));
            case Expression.Path(var base, var member) -> path(region, shapes, whole, member);
            case Expression.Call(Expression.Name(var name, var type), var arguments) ->
                    call(name, region, shapes, whole);
            default -> throw unlisted("an operation", shapes);
        };
    }

    private static final Expression NOTHING = new Expression.Constant(Values.NULL);

    private List<RegionValue> binary(
            Operator operator, Region region, List<SymbolicValue> shapes, Whole whole)
            throws NotProvableException {
        var right = shapes.getLast();
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST ->
                    divided(region, shapes, whole, knownIn(shapes));
            case PLUS -> sum(region, shapes, whole, true);
            case MINUS -> sum(region, shapes, whole, false);
            case TIMES -> scaled(region, shapes, whole);
            case DIVIDED -> {
                if (!(right instanceof Known)) {
                    throw unlisted("a division by a fact", shapes);
                }
                yield scaled(region, shapes, whole);
            }
            case AND, OR, POWER -> throw unlisted("this operation", shapes);
        };
    }

    /** The standard does not say what adding months to the last day of a month gives. */
    private List<RegionValue> sum(
            Region region, List<SymbolicValue> shapes, Whole whole, boolean adds)
            throws NotProvableException {
        boolean months = false;
        boolean days = false;
        for (var shape : shapes) {
            var value = sample(region, shape);
            months |= value instanceof FeelValue.YearsMonths;
            days |= value instanceof FeelValue.Date;
        }
        if (months && days) {
            throw unlisted("a sum of months and a day", shapes);
        }
        return line(region, shapes, whole, List.of(true, adds));
    }

    private FeelValue sample(Region region, SymbolicValue shape) throws NotProvableException {
        return switch (shape) {
            case Known(var value) -> value;
            case Line line -> RegionSplitter.value(line, region.of(line.fact(), domains).low());
            case Other other -> Values.NULL;
        };
    }

    /** A product or quotient with a constant, whose sign decides whether it rises or falls. */
    private List<RegionValue> scaled(Region region, List<SymbolicValue> shapes, Whole whole)
            throws NotProvableException {
        var by =
                shapes.stream()
                        .filter(shape -> shape instanceof Known(FeelValue.Num number))
                        .map(shape -> ((FeelValue.Num) ((Known) shape).value()).number())
                        .findFirst();
        if (by.isEmpty()) {
            throw unlisted("a product with something that is not a constant number", shapes);
        }
        boolean keeps = by.get().signum() >= 0;
        return line(region, shapes, whole, List.of(keeps, keeps));
    }

    private List<RegionValue> path(
            Region region, List<SymbolicValue> shapes, Whole whole, String member)
            throws NotProvableException {
        var line = (Line) shapes.getFirst();
        var value = sample(region, line);
        boolean rises =
                switch (value) {
                    case FeelValue.Date date -> member.equals("year");
                    case FeelValue.YearsMonths months -> member.equals("years");
                    case FeelValue.DaysTime time -> member.equals("days");
                    default -> false;
                };
        if (!rises) {
            throw unlisted("'" + member + "'", shapes);
        }
        return line(region, shapes, whole, List.of(true));
    }

    private List<RegionValue> call(
            String name, Region region, List<SymbolicValue> shapes, Whole whole)
            throws NotProvableException {
        boolean isNumber = sample(region, shapes.getFirst()) instanceof FeelValue.Num;
        if (name.equals("abs") && shapes.size() == 1 && isNumber) {
            return absolute(region, (Line) shapes.getFirst(), whole);
        }
        if (name.equals(BETWEEN_DATES) && shapes.size() == 2) {
            return line(region, shapes, whole, List.of(false, true));
        }
        boolean rounds = ROUNDING.contains(name) && shapes.getFirst() instanceof Line;
        boolean onlyFirst = shapes.stream().skip(1).allMatch(Known.class::isInstance);
        if (RISING.contains(name) || (rounds && onlyFirst)) {
            return line(region, shapes, whole, Collections.nCopies(shapes.size(), true));
        }
        throw unlisted("the function " + name, shapes);
    }

    private List<RegionValue> absolute(Region region, Line line, Whole whole)
            throws NotProvableException {
        var cases = new ArrayList<RegionValue>();
        var signs =
                splitting.split(
                        region,
                        line,
                        List.of(Values.of(0)),
                        value ->
                                Values.of(
                                        value instanceof FeelValue.Num(var n) && n.signum() >= 0));
        for (var one : signs) {
            boolean positive = one.shape().equals(new Known(Values.TRUE));
            cases.addAll(line(one.region(), List.of(line), whole, List.of(positive)));
        }
        return cases;
    }

    /**
     * The operation as a monotone function.
     *
     * @param keeps by operand, whether the operation rises as the operand rises
     */
    private List<RegionValue> line(
            Region region, List<SymbolicValue> shapes, Whole whole, List<Boolean> keeps)
            throws NotProvableException {
        Optional<Boolean> rising = Optional.empty();
        int fact = -1;
        for (int at = 0; at < shapes.size(); at++) {
            if (shapes.get(at) instanceof Line line) {
                boolean rises = line.rising() == keeps.get(at);
                if (rising.isPresent() && rising.get() != rises) {
                    throw new NotProvableException(
                            "it takes " + domains.get(line.fact()).fact().name() + " from itself");
                }
                rising = Optional.of(rises);
                fact = line.fact();
            }
        }
        var made = new Line(fact, rising.orElseThrow(), place -> at(shapes, whole, place));
        splitting.requireWhole(made, region.of(fact, domains));
        return List.of(new RegionValue(region, made));
    }

    private static FeelValue at(List<SymbolicValue> shapes, Whole whole, BigInteger place) {
        var operands = new ArrayList<Expression>();
        for (var shape : shapes) {
            operands.add(
                    new Expression.Constant(
                            switch (shape) {
                                case Known(var value) -> value;
                                case Line line -> line.at().apply(place);
                                case Other other ->
                                        throw new IllegalStateException("a text beside a line");
                            }));
        }
        return Constants.evaluate(whole.of(operands));
    }

    /** A comparison of one monotone function with constants. */
    private List<RegionValue> divided(
            Region region, List<SymbolicValue> shapes, Whole whole, Collection<FeelValue> cuts)
            throws NotProvableException {
        var lines = shapes.stream().filter(Line.class::isInstance).toList();
        var line = (Line) lines.getFirst();
        if (lines.size() > 1) {
            throw new NotProvableException(
                    "it compares " + domains.get(line.fact()).fact().name() + " with itself");
        }
        return splitting.split(
                region,
                line,
                cuts,
                value -> {
                    var operands = new ArrayList<Expression>();
                    for (var shape : shapes) {
                        operands.add(
                                new Expression.Constant(
                                        shape instanceof Known(var known) ? known : value));
                    }
                    return Constants.evaluate(whole.of(operands));
                });
    }

    private static List<FeelValue> knownIn(List<SymbolicValue> shapes) {
        var known = new ArrayList<FeelValue>();
        for (var shape : shapes) {
            if (shape instanceof Known(var value)) {
                known.add(value);
            }
        }
        return known;
    }

    private NotProvableException unlisted(String what, List<SymbolicValue> shapes) {
        return new NotProvableException(
                what
                        + " of "
                        + String.join(" and ", facts(shapes, domains))
                        + " is not among the functions that can be proved");
    }

    /** The names of the facts behind monotone functions and texts. */
    static Set<String> facts(List<SymbolicValue> shapes, List<FactDomain> domains) {
        var names = new TreeSet<String>();
        for (var shape : shapes) {
            switch (shape) {
                case Known known -> {}
                case Line line -> names.add(domains.get(line.fact()).fact().name());
                case Other other -> names.add(domains.get(other.fact()).fact().name());
            }
        }
        return names;
    }
}
