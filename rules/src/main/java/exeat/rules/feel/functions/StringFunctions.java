package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Text;
import exeat.rules.feel.value.Rendering;
import exeat.rules.feel.value.Values;
import java.math.BigDecimal;
import java.util.Locale;

/** String functions that need no pattern (DMN 1.5, 10.3.4). */
final class StringFunctions {

    private StringFunctions() {}

    static void define(BuiltinFunctions table) {
        table.add("string", "from", a -> Values.of(Rendering.text(a.some(0), a.run())));
        table.add("substring", "string, start position, length?", StringFunctions::substring);
        table.add("string length", "string", a -> Values.of((long) length(a.text(0))));
        table.add("upper case", "string", a -> Values.of(a.text(0).toUpperCase(Locale.ROOT)));
        table.add("lower case", "string", a -> Values.of(a.text(0).toLowerCase(Locale.ROOT)));
        table.add("substring before", "string, match", StringFunctions::before);
        table.add("substring after", "string, match", StringFunctions::after);
        table.add("contains", "string, match", a -> Values.of(a.text(0).contains(a.text(1))));
        table.add("starts with", "string, match", a -> Values.of(a.text(0).startsWith(a.text(1))));
        table.add("ends with", "string, match", a -> Values.of(a.text(0).endsWith(a.text(1))));
        table.add("string join", "list, delimiter?", StringFunctions::join);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Counts characters from 1, or backwards from the end. */
    private static FeelValue substring(ActualArguments arguments) {
        var text = arguments.text(0);
        var start = arguments.number(1);
        if (start.signum() == 0) {
            return Values.NULL;
        }
        int length = length(text);
        int at = whole(start);
        int from = at > 0 ? at - 1 : length + at;
        if (at == 0 || from < 0 || from >= length) {
            throw new EvaluationException("takes a substring from outside the string");
        }
        int to = length;
        if (arguments.has(2)) {
            int wanted = whole(arguments.number(2));
            if (wanted <= 0) {
                throw new EvaluationException("takes a substring without a length");
            }
            to = (int) Math.min(length, (long) from + wanted);
        }
        return Values.of(
                text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)));
    }

    /** The whole part of the number, as for positions. */
    private static int whole(BigDecimal number) {
        if (number.precision() - (long) number.scale() > 9
                || (number.signum() < 0 && number.scale() > 0)) {
            throw new EvaluationException("takes a substring from outside the string");
        }
        return number.intValue();
    }

    private static FeelValue before(ActualArguments arguments) {
        var text = arguments.text(0);
        int at = text.indexOf(arguments.text(1));
        return Values.of(at < 0 ? "" : text.substring(0, at));
    }

    private static FeelValue after(ActualArguments arguments) {
        var text = arguments.text(0);
        var match = arguments.text(1);
        int at = text.indexOf(match);
        return Values.of(at < 0 ? "" : text.substring(at + match.length()));
    }

    private static FeelValue join(ActualArguments arguments) {
        var delimiter = arguments.value(1).isNull() ? "" : arguments.text(1);
        var joined = new StringBuilder();
        boolean first = true;
        for (var item : arguments.list(0)) {
            if (item.isNull()) {
                continue;
            }
            if (!(item instanceof Text(var text))) {
                return Values.NULL;
            }
            if (!first) {
                joined.append(delimiter);
            }
            joined.append(text);
            first = false;
            arguments.run().chargeText(text.length() + (long) delimiter.length());
            if (joined.length() > 1_000_000) {
                throw new EvaluationException("makes a text longer than 1000000 characters");
            }
        }
        return Values.of(joined.toString());
    }
}
