package exeat.rules.feel.functions;

import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Text;
import exeat.rules.feel.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Context functions (DMN 1.5, 10.3.4). */
final class ContextFunctions {

    private ContextFunctions() {}

    static void define(BuiltinFunctions table) {
        table.add(
                "get value",
                "m, key",
                a -> a.context(0).get(a.of(1, Text.class).text()).orElse(Values.NULL));
        table.add("get entries", "m", ContextFunctions::entries);
        table.add("context", "entries", ContextFunctions::context);
        table.add("context put", "context, key, value", ContextFunctions::put);
        table.add("context put", "context, keys, value", ContextFunctions::putDeep);
        table.add("context merge", "contexts", ContextFunctions::merge);
    }

    private static FeelValue entries(ActualArguments arguments) {
        var entries = arguments.context(0).entries();
        arguments.run().charge(entries.size());
        return Values.of(
                entries.entrySet().stream()
                        .map(entry -> {
                            SequencedMap<String, FeelValue> one = new LinkedHashMap<>();
                            one.put("key", Values.of(entry.getKey()));
                            one.put("value", entry.getValue());
                            return new Context(one);
                        })
                        .toList());
    }

    private static FeelValue context(ActualArguments arguments) {
        SequencedMap<String, FeelValue> entries = new LinkedHashMap<>();
        for (var item : arguments.list(0)) {
            if (!(item instanceof Context entry)
                    || !(entry.get("key").orElse(Values.NULL) instanceof Text(var key))
                    || entry.get("value").isEmpty()
                    || entries.putIfAbsent(key, entry.get("value").get()) != null) {
                return Values.NULL;
            }
        }
        return new Context(entries);
    }

    private static FeelValue put(ActualArguments arguments) {
        if (arguments.some(1) instanceof Items && !arguments.named()) {
            return putDeep(arguments);
        }
        var key = arguments.of(1, Text.class).text();
        return put(arguments, arguments.context(0), key, arguments.value(2));
    }

    private static FeelValue put(
            ActualArguments arguments, Context context, String key, FeelValue value) {
        arguments.run().charge(context.entries().size());
        SequencedMap<String, FeelValue> entries = new LinkedHashMap<>(context.entries());
        entries.put(key, value);
        return new Context(entries);
    }

    private static FeelValue putDeep(ActualArguments arguments) {
        var keys = arguments.list(1);
        return keys.isEmpty() ? Values.NULL : putDeep(arguments, arguments.context(0), keys);
    }

    private static FeelValue putDeep(
            ActualArguments arguments, FeelValue into, List<FeelValue> keys) {
        if (!(into instanceof Context context) || !(keys.getFirst() instanceof Text(var key))) {
            throw new NoAnswer();
        }
        arguments.run().enter();
        var value =
                keys.size() == 1
                        ? arguments.value(2)
                        : putDeep(
                                arguments,
                                context.get(key).orElse(Values.NULL),
                                keys.subList(1, keys.size()));
        arguments.run().leave();
        return put(arguments, context, key, value);
    }

    private static FeelValue merge(ActualArguments arguments) {
        SequencedMap<String, FeelValue> entries = new LinkedHashMap<>();
        for (var item : arguments.list(0)) {
            if (!(item instanceof Context context)) {
                return Values.NULL;
            }
            arguments.run().charge(context.entries().size());
            entries.putAll(context.entries());
        }
        return new Context(entries);
    }
}
