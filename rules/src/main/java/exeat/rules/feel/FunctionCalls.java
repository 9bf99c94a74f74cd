package exeat.rules.feel;

import exeat.rules.feel.functions.BuiltinFunctions;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Arguments;
import exeat.rules.feel.value.FeelValue.Function;
import exeat.rules.feel.value.FeelValue.Parameter;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Function definitions and their invocation (DMN 1.5, 10.3.2). */
public final class FunctionCalls {

    private FunctionCalls() {}

    /** Computes a function of a model with its parameters in scope. */
    public interface Body {
        FeelValue of(Map<String, FeelValue> parameters, EvaluationContext run);
    }

    /**
     * A function whose arguments are converted to its parameters' types; null if they cannot be.
     */
    public static Function function(List<Parameter> parameters, Type result, Body work) {
        return new Function(
                parameters,
                false,
                result,
                (arguments, run) -> {
                    Map<String, FeelValue> bound = new LinkedHashMap<>();
                    if (!bind(parameters, arguments, bound, run)) {
                        return Values.NULL;
                    }
                    run.enter();
                    try {
                        return work.of(bound, run);
                    } finally {
                        run.leave();
                    }
                });
    }

    private static boolean bind(
            List<Parameter> parameters,
            Arguments arguments,
            Map<String, FeelValue> bound,
            EvaluationContext run) {
        int given =
                switch (arguments) {
                    case Arguments.Positional(var values) -> values.size();
                    case Arguments.Named(var values) -> values.size();
                };
        if (given != parameters.size()) {
            return false;
        }
        for (int at = 0; at < parameters.size(); at++) {
            var parameter = parameters.get(at);
            FeelValue value =
                    switch (arguments) {
                        case Arguments.Positional(var values) -> values.get(at);
                        case Arguments.Named(var values) -> values.get(parameter.name());
                    };
            if (value == null) {
                return false;
            }
            var converted = Conformance.convert(value, parameter.type(), run);
            if (converted.isEmpty()) {
                return false;
            }
            bound.put(parameter.name(), converted.get());
        }
        return true;
    }

    static FeelValue call(Expression.Call call, Scope scope, EvaluationContext run) {
        var function = Interpreter.evaluate(call.function(), scope, run);
        var values =
                call.arguments().stream()
                        .map(argument -> Interpreter.evaluate(argument, scope, run))
                        .toList();
        return call(function, call.function(), new Arguments.Positional(values), run);
    }

    static FeelValue call(Expression.NamedCall call, Scope scope, EvaluationContext run) {
        var function = Interpreter.evaluate(call.function(), scope, run);
        Map<String, FeelValue> values = new LinkedHashMap<>();
        for (var argument : call.arguments()) {
            values.put(argument.name(), Interpreter.evaluate(argument.expression(), scope, run));
        }
        return call(function, call.function(), new Arguments.Named(values), run);
    }

    private static FeelValue call(
            FeelValue value, Expression called, Arguments arguments, EvaluationContext run) {
        if (value instanceof Function function) {
            return function.body().call(arguments, run);
        }
        if (called instanceof Expression.Name(var name, var type)
                && BuiltinFunctions.ALL.containsKey(name)) {
            throw new EvaluationException(
                    "calls the function " + name + ", which a variable hides");
        }
        return Values.NULL;
    }
}
