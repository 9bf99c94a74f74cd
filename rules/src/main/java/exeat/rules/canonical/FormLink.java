package exeat.rules.canonical;

import java.util.Map;
import java.util.TreeMap;

/** What is declared of facts that depend on one another: proofs assume it, decisions do not. */
public sealed interface FormLink {

    /** What it rests on. */
    String because();

    /** Whoever meets all the first tests meets all the second. */
    record Implication(String because, Map<String, FormTest> when, Map<String, FormTest> then)
            implements FormLink {
        public Implication {
            when = java.util.Collections.unmodifiableMap(new TreeMap<>(when));
            then = java.util.Collections.unmodifiableMap(new TreeMap<>(then));
        }
    }

    /** Where both facts have a value, they stand in this order. */
    record Ordered(String because, String left, FormTest.Order order, String right)
            implements FormLink {}
}
