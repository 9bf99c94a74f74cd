package exeat.rules.feel.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A type of FEEL (DMN 1.5, 10.3.2.9). */
public sealed interface Type {

    /** The type of everything. */
    enum Any implements Type {
        ANY
    }

    /** The simple types. */
    enum Simple implements Type {
        NUMBER,
        STRING,
        BOOLEAN,
        DATE,
        TIME,
        DATE_TIME,
        DAYS_TIME,
        YEARS_MONTHS
    }

    record ListOf(Type item) implements Type {}

    record ContextOf(SequencedMap<String, Type> members) implements Type {
        public ContextOf {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }
    }

    record FunctionOf(List<Type> parameters, Type result) implements Type {
        public FunctionOf {
            parameters = List.copyOf(parameters);
        }
    }

    record RangeOf(Type ends) implements Type {}

    /** A type restricted to the values that pass a test. */
    record Constrained(Type base, Test test) implements Type {}

    /** An item definition's allowed values or type constraint, applied to one value. */
    interface Test {
        boolean admits(FeelValue value, EvaluationContext run);
    }

    /** The type without its constraint. */
    default Type base() {
        return this instanceof Constrained(Type base, Test test) ? base.base() : this;
    }
}
