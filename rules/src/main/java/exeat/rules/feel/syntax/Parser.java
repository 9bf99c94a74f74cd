package exeat.rules.feel.syntax;

import exeat.rules.feel.syntax.Expression.Operator;
import exeat.rules.feel.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses expressions and unary tests: the operators, in rising order of precedence. */
public final class Parser {

    private static final int MAX_DEPTH = 500;

    private final TokenCursor cursor;
    private final PrimaryParser primaries;
    private boolean bracketEnds;

    private Parser(String text, ModelNames vocabulary, boolean errorsAreNull)
            throws SyntaxException {
        cursor = new TokenCursor(text);
        primaries = new PrimaryParser(this, cursor, vocabulary, errorsAreNull);
    }

    /** A whole expression. */
    public static Expression expression(String text, DeclaredNames names, ModelNames vocabulary)
            throws SyntaxException {
        return expression(new Parser(text, vocabulary, false), names);
    }

    /**
     * A whole expression, in which a well-formed part without meaning is null: an {@code @} literal
     * that is no date, time or duration, or a context with two entries of the same name (DMN 1.5,
     * 10.3.2). {@link #expression} refuses both, for authors who can still correct them.
     */
    public static Expression expressionWithNulls(
            String text, DeclaredNames names, ModelNames vocabulary) throws SyntaxException {
        return expression(new Parser(text, vocabulary, true), names);
    }

    private static Expression expression(Parser parser, DeclaredNames names)
            throws SyntaxException {
        var expression = parser.expression(names);
        parser.cursor.end();
        requireLow(expression);
        return expression;
    }

    /** An input entry, or a list of allowed values; the names must include {@code ?}. */
    public static UnaryTests unaryTests(String text, DeclaredNames names, ModelNames vocabulary)
            throws SyntaxException {
        var parser = new Parser(text, vocabulary, false);
        var cursor = parser.cursor;
        if (cursor.is("-") && cursor.ahead(1).kind() == Kind.END) {
            return new UnaryTests(true, false, List.of());
        }
        boolean negated = cursor.is("not") && cursor.ahead(1).is("(") && parser.isNegation(names);
        var tests = negated ? parser.negatedTests(names) : parser.tests(names);
        cursor.end();
        for (var test : tests) {
            requireLow(test);
        }
        return new UnaryTests(false, negated, tests);
    }

    /** Whether the whole text is {@code not(...)}, rather than the beginning of an expression. */
    private boolean isNegation(DeclaredNames names) throws SyntaxException {
        int start = cursor.at();
        try {
            negatedTests(names);
            return cursor.isAtEnd();
        } catch (SyntaxException otherwise) {
            return false;
        } finally {
            cursor.goTo(start);
        }
    }

    private List<Expression> negatedTests(DeclaredNames names) throws SyntaxException {
        cursor.expect("not");
        cursor.expect("(");
        var tests = tests(names);
        cursor.expect(")");
        return tests;
    }

    /** A list of tests, separated by commas. */
    List<Expression> tests(DeclaredNames names) throws SyntaxException {
        List<Expression> tests = new ArrayList<>();
        do {
            tests.add(test(names));
        } while (cursor.take(","));
        return tests;
    }

    private Expression test(DeclaredNames names) throws SyntaxException {
        var comparison = comparisonSign();
        if (comparison.isPresent()) {
            cursor.advance(1);
            return new Expression.Comparison(comparison.get(), additive(names));
        }
        return expression(names);
    }

    /** Looks at the comparison operator here without consuming it. */
    Optional<Operator> comparisonSign() {
        if (cursor.token().kind() != Kind.SIGN) {
            return Optional.empty();
        }
        return switch (cursor.token().text()) {
            case "=" -> Optional.of(Operator.EQUAL);
            case "!=" -> Optional.of(Operator.NOT_EQUAL);
            case "<" -> Optional.of(Operator.LESS);
            case "<=" -> Optional.of(Operator.AT_MOST);
            case ">" -> Optional.of(Operator.MORE);
            case ">=" -> Optional.of(Operator.AT_LEAST);
            default -> Optional.empty();
        };
    }

    /** Evaluation is recursive, so a tree that is too deep is refused here. */
    private static void requireLow(Expression root) throws SyntaxException {
        record Place(Expression expression, int depth) {}
        var open = new ArrayDeque<Place>();
        open.push(new Place(root, 1));
        while (!open.isEmpty()) {
            var place = open.pop();
            if (place.depth() > MAX_DEPTH) {
                throw new SyntaxException("is nested deeper than " + MAX_DEPTH);
            }
            place.expression()
                    .parts()
                    .forEach(part -> open.push(new Place(part, place.depth() + 1)));
        }
    }

    Expression expression(DeclaredNames names) throws SyntaxException {
        cursor.enter();
        boolean outer = bracketEnds;
        bracketEnds = false;
        var expression = disjunction(names);
        bracketEnds = outer;
        cursor.leave();
        return expression;
    }

    /**
     * The upper end of an interval. On request, {@code [} closes the interval instead of opening a
     * filter.
     */
    Expression end(DeclaredNames names, boolean bracketCloses) throws SyntaxException {
        cursor.enter();
        boolean outer = bracketEnds;
        bracketEnds = bracketCloses;
        var expression = additive(names);
        bracketEnds = outer;
        cursor.leave();
        return expression;
    }

    private Expression disjunction(DeclaredNames names) throws SyntaxException {
        var left = conjunction(names);
        while (cursor.take("or")) {
            left = new Expression.Binary(Operator.OR, left, conjunction(names));
        }
        return left;
    }

    private Expression conjunction(DeclaredNames names) throws SyntaxException {
        var left = comparison(names);
        while (cursor.take("and")) {
            left = new Expression.Binary(Operator.AND, left, comparison(names));
        }
        return left;
    }

    private Expression comparison(DeclaredNames names) throws SyntaxException {
        var left = additive(names);
        while (true) {
            var sign = comparisonSign();
            if (sign.isPresent()) {
                cursor.advance(1);
                left = new Expression.Binary(sign.get(), left, additive(names));
            } else if (cursor.take("between")) {
                var low = additive(names);
                cursor.expect("and");
                left = new Expression.Between(left, low, additive(names));
            } else if (cursor.take("in")) {
                left = new Expression.In(left, whereIn(names));
            } else {
                return left;
            }
        }
    }

    /** The right side of {@code in}: tests in parentheses, or one test. */
    private List<Expression> whereIn(DeclaredNames names) throws SyntaxException {
        int start = cursor.at();
        if (cursor.is("(")) {
            try {
                cursor.advance(1);
                var tests = tests(names);
                cursor.expect(")");
                if (!continues()) {
                    return tests;
                }
            } catch (SyntaxException anInterval) {
                // Parentheses may also belong to an interval or an operand.
            }
            cursor.goTo(start);
        }
        var comparison = comparisonSign();
        if (comparison.isPresent()) {
            cursor.advance(1);
            return List.of(new Expression.Comparison(comparison.get(), additive(names)));
        }
        return List.of(additive(names));
    }

    private boolean continues() {
        return cursor.token().kind() == Kind.SIGN
                && List.of("+", "-", "*", "/", "**", ".", "[", "(").contains(cursor.token().text());
    }

    Expression additive(DeclaredNames names) throws SyntaxException {
        var left = multiplicative(names);
        while (true) {
            if (cursor.take("+")) {
                left = new Expression.Binary(Operator.PLUS, left, multiplicative(names));
            } else if (cursor.take("-")) {
                left = new Expression.Binary(Operator.MINUS, left, multiplicative(names));
            } else {
                return left;
            }
        }
    }

    private Expression multiplicative(DeclaredNames names) throws SyntaxException {
        var left = power(names);
        while (true) {
            if (cursor.take("*")) {
                left = new Expression.Binary(Operator.TIMES, left, power(names));
            } else if (cursor.take("/")) {
                left = new Expression.Binary(Operator.DIVIDED, left, power(names));
            } else {
                return left;
            }
        }
    }

    private Expression power(DeclaredNames names) throws SyntaxException {
        var left = negation(names);
        while (cursor.take("**")) {
            left = new Expression.Binary(Operator.POWER, left, negation(names));
        }
        return left;
    }

    private Expression negation(DeclaredNames names) throws SyntaxException {
        if (!cursor.take("-")) {
            return instance(names);
        }
        cursor.enter();
        var operand = negation(names);
        cursor.leave();
        if (operand instanceof Expression.InstanceOf) {
            throw new SyntaxException("negates an 'instance of': not read");
        }
        return new Expression.Negation(operand);
    }

    private Expression instance(DeclaredNames names) throws SyntaxException {
        var value = postfix(names);
        while (cursor.is("instance") && cursor.ahead(1).is("of")) {
            cursor.advance(2);
            value = new Expression.InstanceOf(value, primaries.type());
        }
        return value;
    }

    private Expression postfix(DeclaredNames names) throws SyntaxException {
        var base = primaries.primary(names);
        while (true) {
            if (cursor.take(".")) {
                base = new Expression.Path(base, primaries.member(base));
            } else if (!bracketEnds && cursor.take("[")) {
                base = primaries.filter(base, names);
            } else if (cursor.take("(")) {
                base = primaries.call(base, names);
            } else {
                return base;
            }
        }
    }
}
