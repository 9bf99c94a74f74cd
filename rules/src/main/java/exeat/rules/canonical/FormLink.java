package exeat.rules.canonical;

import java.util.Map;
import java.util.TreeMap;

/** A declared dependency between facts: proofs assume it, decisions do not. */
public sealed interface FormLink {

    /** What it rests on. */
    String because();

    /** Everyone who meets all the first tests also meets all the second. */
    record Implication(String because, Map<String, FormTest> when, Map<String, FormTest> then)
            implements FormLink {
        public Implication {
            when = java.util.Collections.unmodifiableMap(new TreeMap<>(when));
            then = java.util.Collections.unmodifiableMap(new TreeMap<>(then));
        }
    }

    /** A link that puts two facts in this order, if both have a value. */
    record Ordered(String because, String left, FormTest.Order order, String right)
            implements FormLink {}
}
