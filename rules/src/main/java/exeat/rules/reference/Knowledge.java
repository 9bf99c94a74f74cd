package exeat.rules.reference;

import exeat.rules.canonical.FormValue;
import java.util.List;
import java.util.Optional;

/** What is known of a fact. */
public sealed interface Knowledge {

    /** Nothing. */
    record Nothing() implements Knowledge {}

    /** Its value. */
    record Exactly(FormValue value) implements Knowledge {}

    /** That it is one of these; never empty. */
    record OneOf(List<FormValue> values) implements Knowledge {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("one of no values");
            }
        }
    }

    /**
     * That it is a number or a day from one to another, both included; without an end where empty.
     */
    record Between(Optional<FormValue> low, Optional<FormValue> high) implements Knowledge {}
}
