package exeat.rules.feel.value;

import exeat.rules.feel.value.FeelValue.Num;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal128 arithmetic: 34 digits, half-even (DMN 1.5, 10.3.2). */
public final class Numbers {

    public static final MathContext PRECISION = MathContext.DECIMAL128;

    private static final int MAX_EXPONENT = 6144;
    private static final int MIN_EXPONENT = -6143;

    /** Enough extra digits to make the 34 digits of a function's result correct. */
    private static final MathContext WORK = new MathContext(60, RoundingMode.HALF_EVEN);

    private static final BigDecimal LOG_LIMIT = BigDecimal.valueOf(20_000);
    private static final int MAX_TERMS = 2_000;

    private Numbers() {}

    /** The number rounded to Decimal128; refused if out of its range. */
    public static Num result(BigDecimal exact) {
        var rounded = exact.round(PRECISION);
        if (rounded.signum() != 0) {
            long exponent = (long) rounded.precision() - rounded.scale() - 1;
            if (exponent > MAX_EXPONENT || exponent < MIN_EXPONENT) {
                throw new EvaluationException("makes a number beyond the range of Decimal128");
            }
        }
        return new Num(rounded);
    }

    /** A number as written; refused if it has more digits than Decimal128 can hold. */
    public static Num literal(BigDecimal written) {
        var number = result(written);
        if (number.number().compareTo(written) != 0) {
            throw new EvaluationException("holds a number of more than 34 digits");
        }
        return number;
    }

    /** Null for a division by zero. */
    public static FeelValue divide(BigDecimal left, BigDecimal right) {
        return right.signum() == 0 ? Values.NULL : result(left.divide(right, PRECISION));
    }

    /** Null if there is no real result. */
    public static FeelValue power(BigDecimal base, BigDecimal exponent) {
        var whole = new Num(exponent).whole();
        if (whole.isEmpty()) {
            return base.signum() <= 0 ? powerOfNone(base, exponent) : realPower(base, exponent);
        }
        int times = whole.get();
        if (base.signum() == 0) {
            return times < 0 ? Values.NULL : result(times == 0 ? BigDecimal.ONE : base);
        }
        if (base.abs().compareTo(BigDecimal.ONE) == 0) {
            return result(times % 2 == 0 ? base.abs() : base);
        }
        if (Math.abs((long) times) > 99_999) {
            throw new EvaluationException("raises to a power beyond 99999");
        }
        requireRange(base, times);
        var raised = base.pow(Math.abs(times), WORK);
        return result(times < 0 ? BigDecimal.ONE.divide(raised, WORK) : raised);
    }

    private static void requireRange(BigDecimal base, int times) {
        long magnitude = (long) base.precision() - base.scale();
        if (Math.abs(magnitude) * Math.abs((long) times) > 60_000_000L) {
            throw new EvaluationException("makes a number beyond the range of Decimal128");
        }
    }

    private static FeelValue powerOfNone(BigDecimal base, BigDecimal exponent) {
        return base.signum() == 0 && exponent.signum() > 0 ? result(BigDecimal.ZERO) : Values.NULL;
    }

    private static FeelValue realPower(BigDecimal base, BigDecimal exponent) {
        return exp(logarithm(base).multiply(exponent, WORK));
    }

    /** The natural exponential, to 34 digits. */
    public static FeelValue exp(BigDecimal power) {
        if (power.abs().compareTo(LOG_LIMIT) > 0) {
            throw new EvaluationException("makes a number beyond the range of Decimal128");
        }
        // e^x = (e^(x / 2^16))^(2^16): the series of the small part converges quickly.
        var small = power.divide(BigDecimal.valueOf(1 << 16), WORK);
        var sum = BigDecimal.ONE;
        var term = BigDecimal.ONE;
        for (int n = 1; n < MAX_TERMS && term.signum() != 0; n++) {
            term = term.multiply(small, WORK).divide(BigDecimal.valueOf(n), WORK);
            if (term.signum() == 0 || term.precision() - term.scale() < -70) {
                break;
            }
            sum = sum.add(term, WORK);
        }
        for (int doubled = 0; doubled < 16; doubled++) {
            sum = sum.multiply(sum, WORK);
        }
        return result(sum);
    }

    /** The natural logarithm, to 34 digits; null for numbers that have none. */
    public static FeelValue log(BigDecimal number) {
        return number.signum() <= 0 ? Values.NULL : result(logarithm(number));
    }

    private static BigDecimal logarithm(BigDecimal number) {
        // number = m * 10^k with 0.1 <= m < 1; log m by roots, so that the series converges
        // quickly.
        int exponent = number.precision() - number.scale();
        var fraction = number.movePointLeft(exponent);
        return series(fraction).add(TEN.multiply(BigDecimal.valueOf(exponent), WORK), WORK);
    }

    private static final BigDecimal TEN = series(BigDecimal.TEN);

    /** log x = 2^r * 2 * atanh((y - 1) / (y + 1)) where y is the 2^r-th root of x. */
    private static BigDecimal series(BigDecimal number) {
        var root = number;
        int roots = 6;
        for (int n = 0; n < roots; n++) {
            root = root.sqrt(WORK);
        }
        var ratio = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), WORK);
        var square = ratio.multiply(ratio, WORK);
        var sum = BigDecimal.ZERO;
        var power = ratio;
        for (int n = 1; n < MAX_TERMS; n += 2) {
            if (power.signum() == 0 || power.precision() - power.scale() < -70) {
                break;
            }
            sum = sum.add(power.divide(BigDecimal.valueOf(n), WORK), WORK);
            power = power.multiply(square, WORK);
        }
        return sum.multiply(BigDecimal.valueOf(2L << roots), WORK);
    }

    /** Null if there is no real root. */
    public static FeelValue sqrt(BigDecimal number) {
        return number.signum() < 0 ? Values.NULL : result(number.sqrt(PRECISION));
    }
}
