package exeat.rules.feel.syntax;

import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import java.util.List;
import java.util.stream.Stream;

/** A parsed expression (DMN 1.5, 10.3.1.2). */
public sealed interface Expression {

    record Constant(FeelValue value) implements Expression {}

    /** A name in scope. */
    record Name(String name, Type type) implements Expression {}

    /** A name that may belong to a list item; it is looked up during evaluation. */
    record OpenName(String name) implements Expression {}

    record Path(Expression base, String member) implements Expression {}

    record Filter(Expression base, Expression condition) implements Expression {}

    record Call(Expression function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record NamedCall(Expression function, List<Part> arguments) implements Expression {
        public NamedCall {
            arguments = List.copyOf(arguments);
        }
    }

    record Negation(Expression operand) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    record Between(Expression value, Expression low, Expression high) implements Expression {}

    /** Whether a value passes one of several tests. */
    record In(Expression value, List<Expression> tests) implements Expression {
        public In {
            tests = List.copyOf(tests);
        }
    }

    record InstanceOf(Expression value, Type type) implements Expression {}

    record If(Expression condition, Expression then, Expression otherwise) implements Expression {}

    record For(List<Iteration> iterations, Expression result) implements Expression {
        public For {
            iterations = List.copyOf(iterations);
        }
    }

    record Quantified(boolean every, List<Iteration> iterations, Expression condition)
            implements Expression {
        public Quantified {
            iterations = List.copyOf(iterations);
        }
    }

    record ListOf(List<Expression> items) implements Expression {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    record ContextOf(List<Part> entries) implements Expression {
        public ContextOf {
            entries = List.copyOf(entries);
        }
    }

    record Interval(boolean withLow, Expression low, Expression high, boolean withHigh)
            implements Expression {}

    /** A comparison with the tested value, such as {@code < 10}. */
    record Comparison(Operator operator, Expression end) implements Expression {}

    record Lambda(List<FeelValue.Parameter> parameters, Expression body) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** Something that can be parsed but not computed here. */
    record Unsupported(String what) implements Expression {}

    /** A name with an expression: an entry of a context, or a named argument. */
    record Part(String name, Expression expression) {}

    /**
     * The variable of a loop.
     *
     * @param domain a list, or an {@link Interval} to count through
     * @param counted whether the domain was written as two ends without brackets
     */
    record Iteration(String variable, Expression domain, boolean counted) {}

    /** Binary operators. */
    enum Operator {
        OR,
        AND,
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST,
        PLUS,
        MINUS,
        TIMES,
        DIVIDED,
        POWER
    }

    /** The direct subexpressions. */
    default Stream<Expression> parts() {
        return switch (this) {
            case Constant one -> Stream.empty();
            case Name one -> Stream.empty();
            case OpenName one -> Stream.empty();
            case Unsupported one -> Stream.empty();
            case Path(var base, var member) -> Stream.of(base);
            case Filter(var base, var condition) -> Stream.of(base, condition);
            case Call(var function, var arguments) ->
                    Stream.concat(Stream.of(function), arguments.stream());
            case NamedCall(var function, var arguments) ->
                    Stream.concat(Stream.of(function), arguments.stream().map(Part::expression));
            case Negation(var operand) -> Stream.of(operand);
            case Binary(var operator, var left, var right) -> Stream.of(left, right);
            case Between(var value, var low, var high) -> Stream.of(value, low, high);
            case In(var value, var tests) -> Stream.concat(Stream.of(value), tests.stream());
            case InstanceOf(var value, var type) -> Stream.of(value);
            case If(var condition, var then, var otherwise) ->
                    Stream.of(condition, then, otherwise);
            case For(var iterations, var result) ->
                    Stream.concat(iterations.stream().map(Iteration::domain), Stream.of(result));
            case Quantified(var every, var iterations, var condition) ->
                    Stream.concat(iterations.stream().map(Iteration::domain), Stream.of(condition));
            case ListOf(var items) -> items.stream();
            case ContextOf(var entries) -> entries.stream().map(Part::expression);
            case Interval(var withLow, var low, var high, var withHigh) -> Stream.of(low, high);
            case Comparison(var operator, var end) -> Stream.of(end);
            case Lambda(var parameters, var body) -> Stream.of(body);
        };
    }
}
