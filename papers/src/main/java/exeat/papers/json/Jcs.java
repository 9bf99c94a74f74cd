package exeat.papers.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The canonical form of RFC 8785 (JCS): no space, members sorted, strings and numbers one way. */
public final class Jcs {

    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;

    private Jcs() {}

    /** The canonical bytes. */
    public static byte[] bytes(JsonTree value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as text. */
    public static String text(JsonTree value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonTree value, StringBuilder text) {
        switch (value) {
            case JsonTree.Members members -> members(members.all(), text);
            case JsonTree.Items items -> items(items.all(), text);
            case JsonTree.Text string -> string(string.value(), text);
            case JsonTree.Real real -> text.append(number(real.value()));
            case JsonTree.Truth truth -> text.append(truth.value());
            case JsonTree.Nothing nothing -> text.append("null");
        }
    }

    private static void members(Map<String, JsonTree> members, StringBuilder text) {
        char before = '{';
        // By UTF-16 code units (RFC 8785, section 3.2.3), which is how Java compares strings.
        for (var member : new TreeMap<>(members).entrySet()) {
            text.append(before);
            string(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
            before = ',';
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private static void items(List<JsonTree> items, StringBuilder text) {
        char before = '[';
        for (var item : items) {
            text.append(before);
            write(item, text);
            before = ',';
        }
        text.append(items.isEmpty() ? "[]" : "]");
    }

    private static void string(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char next = string.charAt(i);
            switch (next) {
                case '"', '\\' -> text.append('\\').append(next);
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(next < ' ' ? "\\u%04x".formatted((int) next) : next);
            }
        }
        text.append('"');
    }

    /** As ECMAScript writes a number: the fewest digits that give the same double again. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        if (value < 0) {
            return "-" + number(-value);
        }
        var shortest = shortest(value);
        var digits = shortest.unscaledValue().toString();
        // The decimal point stands after so many digits.
        int point = digits.length() - shortest.scale();
        if (point > MAX_PLAIN_EXPONENT || point <= MIN_PLAIN_EXPONENT) {
            var rest = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + rest + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        }
        return shortest.toPlainString();
    }

    /**
     * {@code Double.toString} gives the fewest digits, but never fewer than two: then one may do,
     * as for the smallest double, which is 4.9E-324 there and 5e-324 in ECMAScript.
     */
    private static BigDecimal shortest(double value) {
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() == 2) {
            var one = digits.round(new java.math.MathContext(1, RoundingMode.HALF_EVEN));
            if (one.doubleValue() == value) {
                return one.stripTrailingZeros();
            }
        }
        return digits;
    }
}
