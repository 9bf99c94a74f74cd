package exeat.rules.canonical;

import java.math.BigDecimal;
import java.util.List;

/**
 * An output of the decision Paper that a pack declares.
 *
 * @param better {@code more}, {@code less}, {@code yes}, {@code no} or {@code earlier}
 * @param bestFirst its texts, best first, where it is {@code earlier}
 * @param without the value that counts for a directive without this output; absent for no limit
 */
public record FormOutput(String name, String better, List<String> bestFirst, FormValue without) {

    private static final BigDecimal ENDLESS = new BigDecimal("1e30");

    public FormOutput {
        bestFirst = List.copyOf(bestFirst);
    }

    /** How good a value is: 0 for what counts without this output, higher is better. */
    public BigDecimal goodness(FormValue value) {
        return rank(value).subtract(rank(without));
    }

    private BigDecimal rank(FormValue value) {
        return switch (value) {
            case FormValue.Absent absent -> ENDLESS;
            case FormValue.Numeral(var number) -> better.equals("more") ? number : number.negate();
            case FormValue.Truth(var truth) ->
                    truth == better.equals("yes") ? BigDecimal.ONE : BigDecimal.ZERO;
            case FormValue.Text(var text) -> BigDecimal.valueOf(-bestFirst.indexOf(text));
            case FormValue.Day _, FormValue.Withheld _ ->
                    throw new IllegalArgumentException(name + " never has the value " + value);
        };
    }
}
