package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.DaysTime;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.YearsMonths;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numeric functions (DMN 1.5, 10.3.4). */
final class NumberFunctions {

    private static final int MIN_SCALE = -6111;
    private static final int MAX_SCALE = 6176;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private NumberFunctions() {}

    static void define(BuiltinFunctions table) {
        table.add("decimal", "n, scale", a -> rounded(a, RoundingMode.HALF_EVEN));
        table.add("floor", "n, scale?", a -> rounded(a, RoundingMode.FLOOR));
        table.add("ceiling", "n, scale?", a -> rounded(a, RoundingMode.CEILING));
        table.add("round up", "n, scale", a -> rounded(a, RoundingMode.UP));
        table.add("round down", "n, scale", a -> rounded(a, RoundingMode.DOWN));
        table.add("round half up", "n, scale", a -> rounded(a, RoundingMode.HALF_UP));
        table.add("round half down", "n, scale", a -> rounded(a, RoundingMode.HALF_DOWN));
        table.add("abs", "n", NumberFunctions::abs);
        table.add("modulo", "dividend, divisor", NumberFunctions::modulo);
        table.add("sqrt", "number", a -> Numbers.sqrt(a.number(0)));
        table.add("log", "number", a -> Numbers.log(a.number(0)));
        table.add("exp", "number", a -> Numbers.exp(a.number(0)));
        table.add("odd", "number", a -> Values.of(!isEven(a)));
        table.add("even", "number", a -> Values.of(isEven(a)));
    }

    private static FeelValue rounded(ActualArguments arguments, RoundingMode mode) {
        var number = arguments.number(0);
        var scale = arguments.has(1) ? arguments.number(1) : BigDecimal.ZERO;
        if (scale.compareTo(BigDecimal.valueOf(MIN_SCALE)) < 0
                || scale.compareTo(BigDecimal.valueOf(MAX_SCALE)) > 0) {
            return Values.NULL;
        }
        if (scale.signum() < 0 && scale.scale() > 0) {
            throw new EvaluationException("rounds to a negative scale with a fraction");
        }
        int digits = scale.intValue();
        return number.scale() <= digits
                ? new Num(number)
                : Numbers.result(number.setScale(digits, mode));
    }

    private static FeelValue abs(ActualArguments arguments) {
        var value = arguments.some(0);
        if (value instanceof DaysTime(var duration)) {
            return new DaysTime(duration.abs());
        }
        if (value instanceof YearsMonths(var months)) {
            return new YearsMonths(Math.abs(months));
        }
        return new Num(arguments.number(0).abs());
    }

    /** The remainder of a division whose quotient is rounded down; it has the divisor's sign. */
    private static FeelValue modulo(ActualArguments arguments) {
        var dividend = arguments.number(0);
        var divisor = arguments.number(1);
        if (divisor.signum() == 0) {
            return Values.NULL;
        }
        long apart =
                (dividend.precision() - (long) dividend.scale())
                        - (divisor.precision() - (long) divisor.scale());
        if (apart > 2_000) {
            throw new EvaluationException("divides numbers of very different sizes");
        }
        var rest = dividend.remainder(divisor);
        boolean crosses = rest.signum() != 0 && rest.signum() != divisor.signum();
        return Numbers.result(crosses ? rest.add(divisor) : rest);
    }

    private static boolean isEven(ActualArguments arguments) {
        var number = arguments.number(0);
        if (number.scale() > 0) {
            throw new EvaluationException("asks of a number with a fraction whether it is even");
        }
        return number.scale() < 0 || number.remainder(TWO).signum() == 0;
    }
}
