package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.Text;
import exeat.rules.feel.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The actual arguments of one call, in the order of the parameters.
 *
 * @param values omitted trailing arguments are absent
 * @param named whether the caller named the parameters, and so chose the form
 */
record ActualArguments(List<FeelValue> values, boolean named, EvaluationContext run) {

    boolean has(int at) {
        return at < values.size();
    }

    FeelValue value(int at) {
        return has(at) ? values.get(at) : Values.NULL;
    }

    /** The argument; a null argument makes the result null. */
    FeelValue some(int at) {
        return required(value(at));
    }

    private static FeelValue required(FeelValue value) {
        if (value.isNull()) {
            throw new NoAnswer();
        }
        return value;
    }

    <T extends FeelValue> T of(int at, Class<T> kind) {
        var value = some(at);
        if (value instanceof Items(var items)
                && items.size() == 1
                && kind.isInstance(items.getFirst())) {
            throw new EvaluationException("passes a list of one to a function of one value");
        }
        if (!kind.isInstance(value)) {
            throw new NoAnswer();
        }
        return kind.cast(value);
    }

    BigDecimal number(int at) {
        return of(at, Num.class).number();
    }

    String text(int at) {
        var text = of(at, Text.class).text();
        run.chargeText(text.length());
        return text;
    }

    Context context(int at) {
        return of(at, Context.class);
    }

    /** A whole number. A fraction is refused; a number that is too large makes the result null. */
    int whole(int at) {
        var number = of(at, Num.class);
        if (number.number().scale() > 0) {
            throw new EvaluationException(
                    "passes a number with a fraction where a whole one is wanted");
        }
        return number.whole().orElseThrow(NoAnswer::new);
    }

    /** A whole number, without its fraction. */
    int truncated(int at) {
        var whole = number(at).setScale(0, RoundingMode.DOWN);
        return new Num(whole).whole().orElseThrow(NoAnswer::new);
    }

    /** A list; one value is a list of itself. */
    List<FeelValue> list(int at) {
        var value = some(at);
        var items = value instanceof Items(var own) ? own : List.of(value);
        run.charge(items.size());
        return items;
    }

    /** A list passed as one argument, or spread over all arguments. */
    List<FeelValue> listOrAll() {
        if (values.isEmpty()) {
            throw new NoAnswer();
        }
        if (values.size() == 1) {
            return list(0);
        }
        run.charge(values.size());
        return values;
    }
}
