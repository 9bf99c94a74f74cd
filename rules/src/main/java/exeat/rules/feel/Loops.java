package exeat.rules.feel;

import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.Expression.Iteration;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Date;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates for, some and every (DMN 1.5, 10.3.2 and grammar rules 46 to 48). */
final class Loops {

    private static final long MAX_COUNTED = 3_000_000;

    private Loops() {}

    /** Receives the variables of one iteration; returning false ends the loop. */
    private interface Turn {
        boolean take(Scope scope);
    }

    static FeelValue forEach(Expression.For loop, Scope scope, EvaluationContext run) {
        List<FeelValue> results = new ArrayList<>();
        boolean lookBack = StaticCheck.mentions(loop.result(), "partial");
        boolean whole =
                turn(
                        loop.iterations(),
                        scope,
                        run,
                        inner -> {
                            var here = inner;
                            if (lookBack) {
                                run.charge(results.size());
                                here = inner.with("partial", Values.of(results));
                            }
                            results.add(Interpreter.evaluate(loop.result(), here, run));
                            return true;
                        });
        return whole ? Values.of(results) : Values.NULL;
    }

    static FeelValue quantified(
            Expression.Quantified quantified, Scope scope, EvaluationContext run) {
        boolean decisive = !quantified.every();
        boolean[] seen = new boolean[2];
        boolean whole =
                turn(
                        quantified.iterations(),
                        scope,
                        run,
                        inner -> {
                            var value = Interpreter.evaluate(quantified.condition(), inner, run);
                            boolean decides =
                                    value instanceof Truth(var truth) && truth == decisive;
                            seen[0] |= decides;
                            seen[1] |= !(value instanceof Truth);
                            return !decides;
                        });
        if (!whole) {
            return Values.NULL;
        }
        return seen[0] ? Values.of(decisive) : seen[1] ? Values.NULL : Values.of(!decisive);
    }

    /** Runs all iterations; false if a domain cannot be iterated. */
    private static boolean turn(
            List<Iteration> iterations, Scope scope, EvaluationContext run, Turn turn) {
        var stopped = new boolean[1];
        return turn(
                iterations,
                0,
                scope,
                run,
                inner -> {
                    stopped[0] = !turn.take(inner);
                    return !stopped[0];
                },
                stopped);
    }

    private static boolean turn(
            List<Iteration> iterations,
            int at,
            Scope scope,
            EvaluationContext run,
            Turn turn,
            boolean[] stopped) {
        if (at == iterations.size()) {
            turn.take(scope);
            return true;
        }
        var iteration = iterations.get(at);
        var domain = domain(iteration, scope, run);
        if (domain.isEmpty()) {
            return false;
        }
        for (var value : domain.get()) {
            run.charge(1);
            var inner = scope.with(iteration.variable(), value);
            if (!turn(iterations, at + 1, inner, run, turn, stopped)) {
                return false;
            }
            if (stopped[0]) {
                return true;
            }
        }
        return true;
    }

    private static Optional<List<FeelValue>> domain(
            Iteration iteration, Scope scope, EvaluationContext run) {
        if (iteration.domain() instanceof Expression.Interval interval) {
            var low = Interpreter.evaluate(interval.low(), scope, run);
            var high = Interpreter.evaluate(interval.high(), scope, run);
            return counted(low, high, interval, iteration.counted(), run);
        }
        var value = Interpreter.evaluate(iteration.domain(), scope, run);
        return switch (value) {
            case Items(var items) -> Optional.of(items);
            case Range range ->
                    throw new EvaluationException("iterates over a range that is a value");
            case FeelValue.Null none -> Optional.empty();
            default -> throw new EvaluationException("iterates over something that is not a list");
        };
    }

    /**
     * The values from one end to the other. Counts downwards only if the ends are written without
     * brackets.
     */
    private static Optional<List<FeelValue>> counted(
            FeelValue low,
            FeelValue high,
            Expression.Interval ends,
            boolean plain,
            EvaluationContext run) {
        if (low instanceof Num(var from) && high instanceof Num(var to)) {
            if (from.scale() > 0 || to.scale() > 0) {
                throw new EvaluationException("counts from or to a number with a fraction");
            }
            var size = to.subtract(from).abs();
            if (size.compareTo(BigDecimal.valueOf(MAX_COUNTED)) > 0) {
                throw new EvaluationException(
                        "counts through more than " + MAX_COUNTED + " numbers");
            }
            return steps(size.longValueExact(), from.compareTo(to) > 0, ends, plain, run)
                    .map(list -> list.stream().map(step -> shifted(from, step)).toList());
        }
        if (low instanceof Date(var from) && high instanceof Date(var to)) {
            long size = Math.abs(ChronoUnit.DAYS.between(from, to));
            return steps(size, from.isAfter(to), ends, plain, run)
                    .map(list -> list.stream().map(step -> shifted(from, step)).toList());
        }
        return Optional.empty();
    }

    private static FeelValue shifted(BigDecimal from, long step) {
        return new Num(from.add(BigDecimal.valueOf(step)));
    }

    private static FeelValue shifted(LocalDate from, long step) {
        return new Date(from.plusDays(step));
    }

    private static Optional<List<Long>> steps(
            long size,
            boolean down,
            Expression.Interval ends,
            boolean plain,
            EvaluationContext run) {
        if (down && !plain) {
            return Optional.empty();
        }
        run.charge(size);
        List<Long> steps = new ArrayList<>();
        long last = ends.withHigh() ? size : size - 1;
        for (long step = ends.withLow() ? 0 : 1; step <= last; step++) {
            steps.add(down ? -step : step);
        }
        return Optional.of(steps);
    }
}
