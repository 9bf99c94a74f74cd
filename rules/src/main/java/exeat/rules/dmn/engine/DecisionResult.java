package exeat.rules.dmn.engine;

import exeat.rules.feel.value.FeelValue;

/** The result of a decision. */
public sealed interface DecisionResult {

    /** The standard's answer; null where it says so. */
    record Known(FeelValue value) implements DecisionResult {}

    /**
     * No answer.
     *
     * @param element the element that cannot be computed, by name and, where known, line
     */
    record Refused(String element, String why) implements DecisionResult {}
}
