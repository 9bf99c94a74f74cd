package exeat.rules.fact;

import exeat.rules.dmn.UnaryTest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A declared dependency between facts, usually one of a pack's own and one of the pack that it
 * extends. Decisions do not use it; proofs assume it and list it as an assumption.
 */
public sealed interface FactLink {

    /** The reason for the link, in words. */
    String because();

    /** The facts that it speaks of. */
    Set<FactName> facts();

    /**
     * Everyone who meets all of the first tests also meets the second.
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

        @Override
        public Set<FactName> facts() {
            var facts = new LinkedHashSet<>(when.keySet());
            facts.addAll(then.keySet());
            return Collections.unmodifiableSet(facts);
        }
    }

    /**
     * Two facts that are both numbers or both dates always stand in this order, where both have a
     * value: {@code left} is the one on the comparison's left.
     */
    record Order(String because, FactName left, UnaryTest.Comparison comparison, FactName right)
            implements FactLink {

        @Override
        public Set<FactName> facts() {
            return left.equals(right) ? Set.of(left) : Set.of(left, right);
        }
    }
}
