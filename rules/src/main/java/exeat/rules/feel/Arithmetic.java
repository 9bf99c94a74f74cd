package exeat.rules.feel;

import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Date;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.FeelValue.DaysTime;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.Text;
import exeat.rules.feel.value.FeelValue.Time;
import exeat.rules.feel.value.FeelValue.YearsMonths;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.Values;
import exeat.rules.feel.value.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Arithmetic operators, from addition to exponentiation (DMN 1.5, 10.3.2). Incompatible operands
 * give null.
 */
final class Arithmetic {

    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

    private Arithmetic() {}

    private interface Sum {
        FeelValue get();
    }

    private static FeelValue within(Sum sum) {
        try {
            return sum.get();
        } catch (DateTimeException | ArithmeticException beyond) {
            throw new EvaluationException("makes a date or duration beyond what can be counted");
        }
    }

    static FeelValue plus(FeelValue left, FeelValue right, EvaluationContext run) {
        if (left instanceof Num(var l) && right instanceof Num(var r)) {
            return Numbers.result(l.add(r, Numbers.PRECISION));
        }
        if (left instanceof Text(var l) && right instanceof Text(var r)) {
            run.chargeText(l.length() + (long) r.length());
            return Values.of(l + r);
        }
        return within(() -> plusDuration(left, right));
    }

    private static FeelValue plusDuration(FeelValue left, FeelValue right) {
        if (left instanceof DaysTime(var l) && right instanceof DaysTime(var r)) {
            return new DaysTime(l.plus(r));
        }
        if (left instanceof YearsMonths(var l) && right instanceof YearsMonths(var r)) {
            return new YearsMonths(Math.addExact(l, r));
        }
        if (right instanceof DaysTime(var duration)) {
            return shift(left, duration);
        }
        if (right instanceof YearsMonths(var months)) {
            return shift(left, months);
        }
        if (left instanceof DaysTime(var duration)) {
            return shift(right, duration);
        }
        return left instanceof YearsMonths(var months) ? shift(right, months) : Values.NULL;
    }

    private static FeelValue shift(FeelValue point, Duration by) {
        return switch (point) {
            case Date(var date) -> date(date.atStartOfDay().plus(by).toLocalDate());
            case Time(var time, var zone) -> new Time(time.plus(by), zone);
            case DateTime(var local, Zone.Named zone) -> {
                var shifted = local.plus(by);
                if (!local.atZone(zone.id()).plus(by).toLocalDateTime().equals(shifted)) {
                    throw new EvaluationException("adds a duration across a change of the clocks");
                }
                yield new DateTime(bounded(shifted), zone);
            }
            case DateTime(var local, var zone) -> new DateTime(bounded(local.plus(by)), zone);
            default -> Values.NULL;
        };
    }

    private static FeelValue shift(FeelValue point, long months) {
        if (point instanceof Date(var day)) {
            return date(shifted(day, months));
        }
        return point instanceof DateTime(var local, var zone)
                ? new DateTime(
                        bounded(shifted(local.toLocalDate(), months).atTime(local.toLocalTime())),
                        zone)
                : Values.NULL;
    }

    /**
     * Moves a date by months to the same day of another month. The standard does not say what
     * happens if that month has no such day.
     */
    private static LocalDate shifted(LocalDate day, long months) {
        var shifted = day.plusMonths(months);
        if (shifted.getDayOfMonth() != day.getDayOfMonth()) {
            throw new EvaluationException("adds months to a day that the other month has not");
        }
        return shifted;
    }

    private static Date date(LocalDate date) {
        return new Date(bounded(date.atStartOfDay()).toLocalDate());
    }

    private static LocalDateTime bounded(LocalDateTime moment) {
        if (Math.abs((long) moment.getYear()) > 999_999_999L) {
            throw new DateTimeException("beyond the years that FEEL knows");
        }
        return moment;
    }

    static FeelValue minus(FeelValue left, FeelValue right) {
        if (left instanceof Num(var l) && right instanceof Num(var r)) {
            return Numbers.result(l.subtract(r, Numbers.PRECISION));
        }
        return within(() -> minusTime(left, right));
    }

    private static FeelValue minusTime(FeelValue left, FeelValue right) {
        if (left instanceof DaysTime(var l) && right instanceof DaysTime(var r)) {
            return new DaysTime(l.minus(r));
        }
        if (left instanceof YearsMonths(var l) && right instanceof YearsMonths(var r)) {
            return new YearsMonths(Math.subtractExact(l, r));
        }
        if (right instanceof DaysTime(var duration)) {
            return shift(left, duration.negated());
        }
        if (right instanceof YearsMonths(var months)) {
            return shift(left, Math.negateExact(months));
        }
        if (left instanceof Time l && right instanceof Time r) {
            return between(l, r);
        }
        boolean moments =
                (left instanceof Date || left instanceof DateTime)
                        && (right instanceof Date || right instanceof DateTime);
        return moments ? between(moment(left), moment(right)) : Values.NULL;
    }

    private static DateTime moment(FeelValue value) {
        return value instanceof Date date ? date.atMidnight() : (DateTime) value;
    }

    private static FeelValue between(DateTime left, DateTime right) {
        var one = left.instant();
        var other = right.instant();
        if (one.isPresent() != other.isPresent()) {
            return Values.NULL;
        }
        return one.isPresent()
                ? new DaysTime(Duration.between(other.orElseThrow(), one.get()))
                : new DaysTime(Duration.between(right.local(), left.local()));
    }

    private static FeelValue between(Time left, Time right) {
        var apart = Duration.between(right.time(), left.time());
        if (left.zone().equals(right.zone())) {
            return new DaysTime(apart);
        }
        if (left.zone() instanceof Zone.Offset(var l)
                && right.zone() instanceof Zone.Offset(var r)) {
            return new DaysTime(
                    apart.plusSeconds(r.getTotalSeconds() - (long) l.getTotalSeconds()));
        }
        throw new EvaluationException("subtracts times of zones whose offsets depend on a date");
    }

    static FeelValue times(FeelValue left, FeelValue right) {
        if (left instanceof Num(var l) && right instanceof Num(var r)) {
            return Numbers.result(l.multiply(r, Numbers.PRECISION));
        }
        if (left instanceof Num(var factor)) {
            return within(() -> scaled(right, factor, false));
        }
        return right instanceof Num(var factor)
                ? within(() -> scaled(left, factor, false))
                : Values.NULL;
    }

    static FeelValue divided(FeelValue left, FeelValue right) {
        if (left instanceof Num(var l) && right instanceof Num(var r)) {
            return Numbers.divide(l, r);
        }
        if (left instanceof DaysTime(var l) && right instanceof DaysTime(var r)) {
            return Numbers.divide(seconds(l), seconds(r));
        }
        if (left instanceof YearsMonths(var l) && right instanceof YearsMonths(var r)) {
            return Numbers.divide(BigDecimal.valueOf(l), BigDecimal.valueOf(r));
        }
        return right instanceof Num(var divisor) && divisor.signum() != 0
                ? within(() -> scaled(left, divisor, true))
                : Values.NULL;
    }

    /** A duration multiplied or divided by a number, truncated to the smallest unit. */
    private static FeelValue scaled(FeelValue duration, BigDecimal number, boolean divide) {
        if (duration instanceof YearsMonths(var months)) {
            return new YearsMonths(
                    scaled(BigDecimal.valueOf(months), number, divide)
                            .setScale(0, RoundingMode.DOWN)
                            .longValueExact());
        }
        if (!(duration instanceof DaysTime(var time))) {
            return Values.NULL;
        }
        var nanos =
                scaled(seconds(time).multiply(BILLION), number, divide)
                        .setScale(0, RoundingMode.DOWN);
        var parts = nanos.divideAndRemainder(BILLION);
        return new DaysTime(
                Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
    }

    private static BigDecimal scaled(BigDecimal size, BigDecimal number, boolean divide) {
        var scaled =
                divide
                        ? size.divide(number, Numbers.PRECISION)
                        : size.multiply(number, Numbers.PRECISION);
        if (scaled.precision() - (long) scaled.scale() > 40) {
            throw new ArithmeticException("a duration beyond counting");
        }
        return scaled;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    static FeelValue power(FeelValue left, FeelValue right) {
        return left instanceof Num(var base) && right instanceof Num(var exponent)
                ? Numbers.power(base, exponent)
                : Values.NULL;
    }

    static FeelValue negated(FeelValue value) {
        return switch (value) {
            case Num(var number) -> new Num(number.negate());
            case DaysTime(var duration) -> new DaysTime(duration.negated());
            case YearsMonths(var months) -> new YearsMonths(Math.negateExact(months));
            default -> Values.NULL;
        };
    }
}
