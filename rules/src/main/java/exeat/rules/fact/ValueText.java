package exeat.rules.fact;

import java.util.stream.Collectors;

/** Values as people type them; the other way round is {@link FactDefinition#parse}. */
public final class ValueText {

    private ValueText() {}

    /** What is known of a value, the same in every language: {@code 17–18}, {@code a, b}. */
    public static String of(ValueSet set) {
        return switch (set) {
            case ValueSet.OneOf(var values) ->
                    values.stream().map(ValueText::of).collect(Collectors.joining(", "));
            case ValueSet.Between(var low, var high) ->
                    low.map(ValueText::of).orElse("") + "–" + high.map(ValueText::of).orElse("");
        };
    }

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
