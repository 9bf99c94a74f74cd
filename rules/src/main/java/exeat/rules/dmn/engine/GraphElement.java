package exeat.rules.dmn.engine;

import exeat.rules.feel.value.FeelValue.Parameter;
import exeat.rules.feel.value.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** An element of the requirement graph, compiled with everything that it requires (DMN 1.5, 6). */
sealed interface GraphElement {

    String id();

    /** The name of its variable, by which others refer to it. */
    String name();

    /** The type of its value. */
    Type type();

    record Input(String id, String name, Type type) implements GraphElement {}

    record Decision(
            String id, String name, Type type, List<GraphElement> required, CompiledExpression code)
            implements GraphElement {
        public Decision {
            required = List.copyOf(required);
        }
    }

    /** A business knowledge model: its value is a function. */
    record Knowledge(
            String id,
            String name,
            List<Parameter> parameters,
            Type result,
            List<GraphElement> required,
            CompiledExpression body)
            implements GraphElement {
        public Knowledge {
            parameters = List.copyOf(parameters);
            required = List.copyOf(required);
        }

        @Override
        public Type type() {
            return new Type.FunctionOf(parameters.stream().map(Parameter::type).toList(), result);
        }
    }

    /**
     * What an element requires of one imported model: its value is a context by their names.
     *
     * @param name of the import
     */
    record Imported(String id, String name, List<GraphElement> members) implements GraphElement {
        public Imported {
            members = List.copyOf(members);
        }

        @Override
        public Type type() {
            SequencedMap<String, Type> types = new LinkedHashMap<>();
            members.forEach(member -> types.put(member.name(), member.type()));
            return new Type.ContextOf(types);
        }
    }

    /**
     * A decision service: its value is a function of its input data and input decisions.
     *
     * @param given the inputs in parameter order: data, then decisions
     */
    record Service(
            String id,
            String name,
            List<GraphElement> given,
            List<GraphElement> outputs,
            Type result)
            implements GraphElement {
        public Service {
            given = List.copyOf(given);
            outputs = List.copyOf(outputs);
        }

        @Override
        public Type type() {
            return new Type.FunctionOf(given.stream().map(GraphElement::type).toList(), result);
        }
    }
}
