package exeat.rules.fact;

/** Values as people type them; the other way round is {@link FactDefinition#parse}. */
public final class ValueText {

    private ValueText() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Quantity quantity -> quantity.number().toPlainString();
            case Value.Truth truth -> Boolean.toString(truth.truth());
            case Value.Day day -> day.date().toString();
            case Value.Absent absent -> "absent";
            case Value.Withheld withheld -> "withheld";
        };
    }
}
