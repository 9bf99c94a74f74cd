package exeat.rules.tck;

import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.Temporals;
import exeat.rules.feel.value.Values;
import exeat.rules.source.XmlElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Values as the kit's files write them. */
final class TckValues {

    private static final BigDecimal PRECISION = new BigDecimal("0.00000001");

    private TckValues() {}

    /** The value inside an element; null if it has none or is marked as nil. */
    static FeelValue of(XmlElement holder) {
        var components = holder.children("component");
        var list = holder.child("list");
        var value = holder.child("value");
        if (list.isPresent()) {
            return isNil(list.get())
                    ? Values.NULL
                    : Values.of(list.get().children("item").stream().map(TckValues::of).toList());
        }
        if (!components.isEmpty()) {
            SequencedMap<String, FeelValue> entries = new LinkedHashMap<>();
            for (var component : components) {
                var name = component.attributes().getOrDefault("name", "");
                entries.put(
                        DeclaredNames.normal(name), isNil(component) ? Values.NULL : of(component));
            }
            return new Context(entries);
        }
        return value.map(TckValues::simple).orElse(Values.NULL);
    }

    private static boolean isNil(XmlElement element) {
        return element.attribute(XmlElement.INSTANCE + "nil").filter("true"::equals).isPresent();
    }

    private static FeelValue simple(XmlElement value) {
        if (isNil(value)) {
            return Values.NULL;
        }
        var text = value.text();
        var type = value.attribute(XmlElement.INSTANCE + "type").orElse("string");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "decimal", "double", "float", "integer", "int", "long", "short" ->
                    Numbers.result(new BigDecimal(text));
            case "boolean" -> Values.of(Boolean.parseBoolean(text));
            case "date" -> known(Temporals.date(text), text);
            case "time" -> known(Temporals.time(text), text);
            case "dateTime" -> known(Temporals.dateTime(text), text);
            case "duration", "dayTimeDuration", "yearMonthDuration" ->
                    known(Temporals.duration(text), text);
            default -> Values.of(value.raw());
        };
    }

    private static FeelValue known(Optional<? extends FeelValue> value, String text) {
        return value.<FeelValue>map(one -> one)
                .orElseThrow(() -> new IllegalArgumentException("the kit has the value " + text));
    }

    /** Whether an answer matches what the kit expects. */
    static boolean same(FeelValue expected, FeelValue actual) {
        if (expected instanceof Num(var wanted) && actual instanceof Num(var found)) {
            return wanted.subtract(found).abs().compareTo(PRECISION) < 0;
        }
        if (expected instanceof Items(var wanted) && actual instanceof Items(var found)) {
            boolean all = wanted.size() == found.size();
            for (int at = 0; all && at < wanted.size(); at++) {
                all = same(wanted.get(at), found.get(at));
            }
            return all;
        }
        if (expected instanceof Context(var wanted) && actual instanceof Context(var found)) {
            List<String> names = new ArrayList<>(wanted.keySet());
            return wanted.keySet().equals(found.keySet())
                    && names.stream()
                            .allMatch(name ->
                                    same(
                                            wanted.getOrDefault(name, Values.NULL),
                                            found.getOrDefault(name, Values.NULL)));
        }
        return expected.equals(actual);
    }
}
