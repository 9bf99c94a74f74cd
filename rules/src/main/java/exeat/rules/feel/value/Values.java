package exeat.rules.feel.value;

import java.util.List;

/** Common values, and short ways to make others. */
public final class Values {

    public static final FeelValue NULL = FeelValue.Null.VALUE;
    public static final FeelValue TRUE = new FeelValue.Truth(true);
    public static final FeelValue FALSE = new FeelValue.Truth(false);

    private Values() {}

    public static FeelValue of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    public static FeelValue of(String text) {
        return new FeelValue.Text(text);
    }

    public static FeelValue of(long number) {
        return FeelValue.Num.of(number);
    }

    public static FeelValue of(List<? extends FeelValue> items) {
        return new FeelValue.Items(List.copyOf(items));
    }
}
