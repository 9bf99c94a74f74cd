package exeat.rules.fact;

import exeat.rules.dmn.UnaryTest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a pack declares of facts that depend on one another, most often one of its own and one of
 * the pack that it extends. No decision uses it: a proof assumes it, and shows it as an assumption.
 */
public sealed interface FactLink {

    /** What it rests on, in words. */
    String because();

    /**
     * Whoever meets all of these tests meets those as well.
     *
     * @param when by fact, in the order written; not empty
     * @param then likewise
     */
    record Implication(String because, Map<FactName, UnaryTest> when, Map<FactName, UnaryTest> then)
            implements FactLink {
        public Implication {
            if (when.isEmpty() || then.isEmpty()) {
                throw new IllegalArgumentException("a link without facts: " + because);
            }
            when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
            then = Collections.unmodifiableMap(new LinkedHashMap<>(then));
        }
    }

    /**
     * Two facts that are both numbers or both dates always stand in this order, where both have a
     * value: {@code left} is the one on the comparison's left.
     */
    record Order(String because, FactName left, UnaryTest.Comparison comparison, FactName right)
            implements FactLink {}
}
