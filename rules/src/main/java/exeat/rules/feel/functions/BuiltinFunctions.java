package exeat.rules.feel.functions;

import exeat.rules.feel.functions.BuiltinFunction.Form;
import exeat.rules.feel.functions.BuiltinFunction.Work;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All of FEEL's built-in functions, by name. */
public final class BuiltinFunctions {

    /** The functions that read the clock; not allowed where an answer must stay the same. */
    public static final List<String> ASKING_THE_TIME = List.of("now", "today");

    /** The functions, by name. */
    public static final Map<String, FeelValue.Function> ALL = all();

    private final Map<String, List<Form>> forms = new LinkedHashMap<>();

    private BuiltinFunctions() {}

    private static Map<String, FeelValue.Function> all() {
        var table = new BuiltinFunctions();
        table.add("not", "negand", BuiltinFunctions::not);
        ConversionFunctions.define(table);
        NumberFunctions.define(table);
        StringFunctions.define(table);
        PatternFunctions.define(table);
        ListFunctions.define(table);
        StatisticsFunctions.define(table);
        ContextFunctions.define(table);
        DateFunctions.define(table);
        RangeFunctions.define(table);
        Map<String, FeelValue.Function> all = new LinkedHashMap<>();
        table.forms.forEach(
                (name, own) -> all.put(name, new BuiltinFunction(name, own).function()));
        return Map.copyOf(all);
    }

    private static FeelValue not(ActualArguments arguments) {
        return arguments.value(0) instanceof FeelValue.Truth(var truth)
                ? Values.of(!truth)
                : Values.NULL;
    }

    /** Adds a form of a function; see {@link Form#of}. */
    void add(String name, String parameters, Work work) {
        forms.computeIfAbsent(name, first -> new ArrayList<>()).add(Form.of(parameters, work));
    }
}
