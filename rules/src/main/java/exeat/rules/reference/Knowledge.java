package exeat.rules.reference;

import exeat.rules.canonical.FormValue;
import java.util.List;
import java.util.Optional;

/** What is known of a fact. */
public sealed interface Knowledge {

    /** Nothing is known. */
    record Nothing() implements Knowledge {}

    /** Its value. */
    record Exactly(FormValue value) implements Knowledge {}

    /** The fact has one of these values; never empty. */
    record OneOf(List<FormValue> values) implements Knowledge {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("one of no values");
            }
        }
    }

    /** The fact is a number or a day between two, both included; an empty end is open. */
    record Between(Optional<FormValue> low, Optional<FormValue> high) implements Knowledge {}
}
