package exeat.rules.feel.syntax;

import exeat.rules.feel.syntax.Expression.Part;
import exeat.rules.feel.syntax.Token.Kind;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.Temporals;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses operands: literals, names, lists, contexts, loops, functions. */
final class PrimaryParser {

    private static final int MAX_NUMBER_LENGTH = 6_500;

    private final Parser parser;
    private final TokenCursor cursor;
    private final NameReader names;
    private final TypeParser types;
    private final boolean errorsAreNull;

    /**
     * @param errorsAreNull whether a well-formed part without meaning is null instead of an error
     */
    PrimaryParser(Parser parser, TokenCursor cursor, ModelNames vocabulary, boolean errorsAreNull) {
        this.parser = parser;
        this.errorsAreNull = errorsAreNull;
        this.cursor = cursor;
        names = new NameReader(cursor, vocabulary);
        types = new TypeParser(cursor, names, vocabulary);
    }

    Type type() throws SyntaxException {
        return types.type();
    }

    Expression primary(DeclaredNames scope) throws SyntaxException {
        var token = cursor.token();
        return switch (token.kind()) {
            case END -> throw cursor.unexpected("an expression");
            case STRING -> {
                cursor.advance(1);
                yield new Expression.Constant(Values.of(token.text()));
            }
            case NUMBER -> number(token.text());
            case WORD -> word(scope);
            case SIGN -> sign(scope);
        };
    }

    private Expression number(String written) throws SyntaxException {
        cursor.advance(1);
        try {
            if (written.length() > MAX_NUMBER_LENGTH) {
                throw new SyntaxException("a number of more than " + MAX_NUMBER_LENGTH + " digits");
            }
            return new Expression.Constant(Numbers.literal(new BigDecimal(written)));
        } catch (EvaluationException | NumberFormatException unreadable) {
            throw new SyntaxException("a number beyond Decimal128: not read");
        }
    }

    private Expression sign(DeclaredNames scope) throws SyntaxException {
        return switch (cursor.token().text()) {
            case "(" -> parenthesis(scope);
            case "[" -> bracket(scope);
            case "]" -> {
                cursor.advance(1);
                var low = parser.expression(scope);
                cursor.expect("..");
                yield interval(false, low, scope);
            }
            case "{" -> context(scope);
            case "@" -> at();
            default -> names.variable(scope);
        };
    }

    private Expression at() throws SyntaxException {
        cursor.advance(1);
        var token = cursor.token();
        if (token.kind() != Kind.STRING) {
            throw cursor.unexpected("a string after @");
        }
        cursor.advance(1);
        try {
            var value = Temporals.any(token.text());
            if (value.isEmpty() && errorsAreNull) {
                return new Expression.Constant(Values.NULL);
            }
            return value.<Expression>map(Expression.Constant::new)
                    .orElseThrow(() -> new SyntaxException("no date, time or duration: @\"...\""));
        } catch (EvaluationException refusal) {
            throw new SyntaxException(refusal.why());
        }
    }

    /** A range, a comparison, or an expression in parentheses. */
    private Expression parenthesis(DeclaredNames scope) throws SyntaxException {
        cursor.advance(1);
        var comparison = parser.comparisonSign();
        if (comparison.isPresent()) {
            cursor.advance(1);
            var end = parser.additive(scope);
            cursor.expect(")");
            return new Expression.Comparison(comparison.get(), end);
        }
        var inside = parser.expression(scope);
        if (cursor.take("..")) {
            return interval(false, inside, scope);
        }
        cursor.expect(")");
        return inside;
    }

    private Expression bracket(DeclaredNames scope) throws SyntaxException {
        cursor.advance(1);
        if (cursor.take("]")) {
            return new Expression.ListOf(List.of());
        }
        var first = parser.expression(scope);
        if (cursor.take("..")) {
            return interval(true, first, scope);
        }
        List<Expression> items = new ArrayList<>();
        items.add(first);
        while (cursor.take(",")) {
            items.add(parser.expression(scope));
        }
        cursor.expect("]");
        return new Expression.ListOf(items);
    }

    /**
     * The rest of an interval after its two points; {@code [} may open a filter or close the
     * interval.
     */
    private Expression interval(boolean withLow, Expression low, DeclaredNames scope)
            throws SyntaxException {
        int start = cursor.at();
        try {
            var high = parser.end(scope, false);
            if (cursor.take("]")) {
                return new Expression.Interval(withLow, low, high, true);
            }
            if (cursor.take(")")) {
                return new Expression.Interval(withLow, low, high, false);
            }
        } catch (SyntaxException noFilter) {
            // Parses again, with the bracket as the end of the interval.
        }
        cursor.goTo(start);
        var high = parser.end(scope, true);
        if (!cursor.take("[")) {
            throw cursor.unexpected("the end of an interval");
        }
        return new Expression.Interval(withLow, low, high, false);
    }

    private Expression context(DeclaredNames scope) throws SyntaxException {
        cursor.advance(1);
        List<Part> entries = new ArrayList<>();
        var seen = new HashSet<String>();
        var inner = scope;
        while (!cursor.is("}")) {
            var name = key();
            cursor.expect(":");
            boolean again = !seen.add(name);
            if (again && !errorsAreNull) {
                throw new SyntaxException("a context with two entries of one name: " + name);
            }
            var value = parser.expression(inner);
            entries.add(new Part(name, value));
            inner = inner.with(name, StaticTypes.of(value));
            if (!cursor.take(",")) {
                break;
            }
        }
        cursor.expect("}");
        if (entries.size() > seen.size()) {
            return new Expression.Constant(Values.NULL);
        }
        return new Expression.ContextOf(entries);
    }

    private String key() throws SyntaxException {
        var token = cursor.token();
        if (token.kind() == Kind.STRING) {
            cursor.advance(1);
            return token.text();
        }
        return cursor.nameBefore(":");
    }

    private Expression word(DeclaredNames scope) throws SyntaxException {
        var word = cursor.token().text();
        boolean isLongName = names.declared(scope).filter(match -> match.length() > 1).isPresent();
        if (isLongName) {
            return names.variable(scope);
        }
        return switch (word) {
            case "null" -> constant(Values.NULL);
            case "true" -> constant(Values.TRUE);
            case "false" -> constant(Values.FALSE);
            case "if" -> choice(scope);
            case "for" -> loop(scope);
            case "some" -> quantified(false, scope);
            case "every" -> quantified(true, scope);
            case "function" -> lambda(scope);
            default -> names.variable(scope);
        };
    }

    private Expression constant(FeelValue value) throws SyntaxException {
        cursor.advance(1);
        return new Expression.Constant(value);
    }

    private Expression choice(DeclaredNames scope) throws SyntaxException {
        cursor.advance(1);
        var condition = parser.expression(scope);
        cursor.expect("then");
        var then = parser.expression(scope);
        cursor.expect("else");
        return new Expression.If(condition, then, parser.expression(scope));
    }

    private Expression loop(DeclaredNames scope) throws SyntaxException {
        cursor.advance(1);
        var iterations = new ArrayList<Expression.Iteration>();
        var inner = iterations(scope, iterations);
        cursor.expect("return");
        return new Expression.For(
                iterations, parser.expression(inner.with("partial", new Type.ListOf(Any.ANY))));
    }

    private Expression quantified(boolean every, DeclaredNames scope) throws SyntaxException {
        cursor.advance(1);
        var iterations = new ArrayList<Expression.Iteration>();
        var inner = iterations(scope, iterations);
        cursor.expect("satisfies");
        return new Expression.Quantified(every, iterations, parser.expression(inner));
    }

    private DeclaredNames iterations(DeclaredNames scope, List<Expression.Iteration> iterations)
            throws SyntaxException {
        var inner = scope;
        do {
            var variable = cursor.words();
            cursor.expect("in");
            var domain = parser.expression(inner);
            boolean counted = cursor.take("..");
            if (counted) {
                domain = new Expression.Interval(true, domain, parser.expression(inner), true);
            }
            iterations.add(new Expression.Iteration(variable, domain, counted));
            inner = inner.with(variable, StaticTypes.item(StaticTypes.of(domain)));
        } while (cursor.take(","));
        return inner;
    }

    private Expression lambda(DeclaredNames scope) throws SyntaxException {
        cursor.advance(1);
        cursor.expect("(");
        List<FeelValue.Parameter> parameters = new ArrayList<>();
        Map<String, Type> inner = new LinkedHashMap<>();
        while (!cursor.is(")")) {
            var name = cursor.words();
            var type = cursor.take(":") ? type() : Any.ANY;
            parameters.add(new FeelValue.Parameter(name, type));
            inner.put(name, type);
            if (!cursor.take(",")) {
                break;
            }
        }
        cursor.expect(")");
        if (cursor.take("external")) {
            parser.expression(scope);
            return new Expression.Unsupported("an external function");
        }
        return new Expression.Lambda(parameters, parser.expression(scope.with(inner)));
    }

    String member(Expression base) throws SyntaxException {
        return names.member(StaticTypes.innermost(StaticTypes.of(base)));
    }

    /** The condition of a filter, in which an item's own names are known. */
    Expression filter(Expression base, DeclaredNames scope) throws SyntaxException {
        var item = StaticTypes.item(StaticTypes.of(base));
        var inner = scope.with("item", item);
        inner =
                item instanceof Type.ContextOf(var members) && !members.isEmpty()
                        ? inner.with(members)
                        : inner.opened();
        if (base instanceof Expression.ListOf) {
            inner = inner.opened(); // Nobody declared what the items of a written list have.
        }
        var condition = parser.expression(inner);
        cursor.expect("]");
        return new Expression.Filter(base, condition);
    }

    Expression call(Expression function, DeclaredNames scope) throws SyntaxException {
        if (cursor.take(")")) {
            return new Expression.Call(function, List.of());
        }
        return isNamed() ? namedCall(function, scope) : positionalCall(function, scope);
    }

    private boolean isNamed() {
        for (int n = 0;
                cursor.ahead(n).kind() == Kind.WORD
                        || cursor.ahead(n).kind() == Kind.NUMBER
                        || List.of("-", "'", "/", "+", "*", ".").contains(cursor.ahead(n).text());
                n++) {
            if (cursor.ahead(n + 1).is(":")) {
                return true;
            }
        }
        return false;
    }

    private Expression namedCall(Expression function, DeclaredNames scope) throws SyntaxException {
        List<Part> arguments = new ArrayList<>();
        var seen = new HashSet<String>();
        do {
            var name = cursor.nameBefore(":");
            cursor.expect(":");
            if (!seen.add(name)) {
                throw new SyntaxException("two arguments of one name: " + name);
            }
            arguments.add(new Part(name, parser.expression(scope)));
        } while (cursor.take(","));
        cursor.expect(")");
        return new Expression.NamedCall(function, arguments);
    }

    private Expression positionalCall(Expression function, DeclaredNames scope)
            throws SyntaxException {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(parser.expression(scope));
        } while (cursor.take(","));
        cursor.expect(")");
        return new Expression.Call(function, arguments);
    }
}
