package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Arguments;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A function with its forms. Each form names its parameters; trailing ones may be optional, and the
 * last may be repeated.
 */
record BuiltinFunction(String name, List<Form> forms) {

    BuiltinFunction {
        forms = List.copyOf(forms);
    }

    /** Computes a function from its arguments. */
    interface Work {
        FeelValue of(ActualArguments arguments);
    }

    /** One form: its parameters, how many are required, and whether the last may be repeated. */
    record Form(List<String> parameters, int required, boolean repeats, Work work) {

        /**
         * Parses a form from a text such as {@code string, start position, length?} or {@code list,
         * item...}.
         */
        static Form of(String text, Work work) {
            List<String> names = new ArrayList<>();
            int required = 0;
            boolean repeats = false;
            for (var part : text.isEmpty() ? List.<String>of() : List.of(text.split(", ", -1))) {
                boolean optional = part.endsWith("?");
                repeats = part.endsWith("...");
                names.add(part.replaceAll("(\\?|\\.\\.\\.)$", ""));
                required += optional || repeats ? 0 : 1;
            }
            return new Form(names, required, repeats, work);
        }

        private boolean takes(int arguments) {
            return arguments >= required && (repeats || arguments <= parameters.size());
        }

        private Optional<List<FeelValue>> inOrder(Arguments.Named named) {
            var given = named.values();
            if (!new HashSet<>(parameters).containsAll(given.keySet())
                    || !given.keySet().containsAll(parameters.subList(0, required))) {
                return Optional.empty();
            }
            List<FeelValue> values = new ArrayList<>();
            int last = parameters.size();
            while (last > required && !given.containsKey(parameters.get(last - 1))) {
                last--;
            }
            for (var parameter : parameters.subList(0, last)) {
                values.add(given.getOrDefault(parameter, Values.NULL));
            }
            return Optional.of(values);
        }
    }

    FeelValue.Function function() {
        List<FeelValue.Parameter> parameters =
                forms.getFirst().parameters().stream()
                        .map(parameter -> new FeelValue.Parameter(parameter, Type.Any.ANY))
                        .toList();
        return new FeelValue.Function(parameters, true, Type.Any.ANY, this::call);
    }

    private FeelValue call(Arguments arguments, EvaluationContext run) {
        for (var form : forms) {
            var values =
                    switch (arguments) {
                        case Arguments.Positional(var given) ->
                                form.takes(given.size())
                                        ? Optional.of(given)
                                        : Optional.<List<FeelValue>>empty();
                        case Arguments.Named named -> form.inOrder(named);
                    };
            if (values.isPresent()) {
                try {
                    boolean named = arguments instanceof Arguments.Named;
                    return form.work().of(new ActualArguments(values.get(), named, run));
                } catch (NoAnswer notItsOwn) {
                    return Values.NULL;
                }
            }
        }
        return Values.NULL;
    }
}
