package exeat.rules.feel.value;

import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.Type.Constrained;
import exeat.rules.feel.value.Type.ContextOf;
import exeat.rules.feel.value.Type.FunctionOf;
import exeat.rules.feel.value.Type.ListOf;
import exeat.rules.feel.value.Type.RangeOf;
import exeat.rules.feel.value.Type.Simple;
import java.util.Optional;

/** Which values conform to a type, and which are converted to one (DMN 1.5, 10.3.2.9). */
public final class Conformance {

    private Conformance() {}

    /** FEEL's {@code instance of}: null is an instance of nothing, and constraints are ignored. */
    public static boolean isInstance(FeelValue value, Type type, EvaluationContext run) {
        return !value.isNull() && conforms(value, type, false, run);
    }

    /**
     * The value as a value of the type: unchanged, or converted as the standard allows; empty if
     * neither.
     */
    public static Optional<FeelValue> convert(FeelValue value, Type type, EvaluationContext run) {
        if (conforms(value, type, true, run)) {
            return Optional.of(value);
        }
        var base = type.base();
        Optional<FeelValue> converted = Optional.empty();
        if (base instanceof ListOf && !(value instanceof Items)) {
            converted = Optional.of(Values.of(java.util.List.of(value)));
        } else if (!(base instanceof ListOf) && value instanceof Items(var items)) {
            converted = items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
        } else if (base == Simple.DATE_TIME && value instanceof FeelValue.Date date) {
            converted = Optional.of(date.atMidnight());
        }
        return converted.filter(one -> !one.isNull() && conforms(one, type, true, run));
    }

    /** Applies a declared type: the converted value, or null. */
    public static FeelValue coerce(FeelValue value, Type type, EvaluationContext run) {
        return convert(value, type, run).orElse(Values.NULL);
    }

    private static boolean conforms(
            FeelValue value, Type type, boolean tested, EvaluationContext run) {
        run.enter();
        try {
            return value.isNull() || conformsNotNull(value, type, tested, run);
        } finally {
            run.leave();
        }
    }

    private static boolean conformsNotNull(
            FeelValue value, Type type, boolean tested, EvaluationContext run) {
        return switch (type) {
            case Any any -> true;
            case Simple simple -> isSimple(value, simple);
            case ListOf list ->
                    value instanceof Items(var items)
                            && items.stream()
                                    .allMatch(item -> conforms(item, list.item(), tested, run));
            case ContextOf context ->
                    value instanceof Context map
                            && context.members().entrySet().stream()
                                    .allMatch(member ->
                                            map.get(member.getKey())
                                                    .filter(part ->
                                                            conforms(
                                                                    part,
                                                                    member.getValue(),
                                                                    tested,
                                                                    run))
                                                    .isPresent());
            case RangeOf range ->
                    value instanceof Range one
                            && conforms(one.low(), range.ends(), tested, run)
                            && conforms(one.high(), range.ends(), tested, run);
            case FunctionOf function -> isFunction(value, function, tested);
            case Constrained constrained ->
                    conforms(value, constrained.base(), tested, run)
                            && (!tested || constrained.test().admits(value, run));
        };
    }

    private static boolean isSimple(FeelValue value, Simple simple) {
        return switch (simple) {
            case NUMBER -> value instanceof FeelValue.Num;
            case STRING -> value instanceof FeelValue.Text;
            case BOOLEAN -> value instanceof FeelValue.Truth;
            case DATE -> value instanceof FeelValue.Date;
            case TIME -> value instanceof FeelValue.Time;
            case DATE_TIME -> value instanceof FeelValue.DateTime;
            case DAYS_TIME -> value instanceof FeelValue.DaysTime;
            case YEARS_MONTHS -> value instanceof FeelValue.YearsMonths;
        };
    }

    private static boolean isFunction(FeelValue value, FunctionOf type, boolean leniently) {
        if (!(value instanceof FeelValue.Function function)) {
            return false;
        }
        if (function.builtin() && leniently) {
            return true; // Its forms are not declared as types; it answers null where none fits.
        }
        if (function.builtin()) {
            throw new EvaluationException("asks for the type of a function of the standard");
        }
        if (function.parameters().size() != type.parameters().size()) {
            return false;
        }
        for (int at = 0; at < function.parameters().size(); at++) {
            requireClear(
                    type.parameters().get(at), function.parameters().get(at).type(), leniently);
        }
        requireClear(function.result(), type.result(), leniently);
        return true;
    }

    /**
     * Throws if comparing two types would need a rule on subtyping, which the standard leaves open.
     *
     * @param leniently whether an undeclared type is accepted as any type
     */
    private static void requireClear(Type narrow, Type wide, boolean leniently) {
        boolean unknown = leniently && narrow.equals(Any.ANY);
        if (!wide.equals(Any.ANY) && !narrow.equals(wide) && !unknown) {
            throw new EvaluationException("compares the types of functions");
        }
    }
}
