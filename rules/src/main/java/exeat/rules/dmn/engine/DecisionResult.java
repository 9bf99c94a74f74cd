package exeat.rules.dmn.engine;

import exeat.rules.feel.value.FeelValue;

/** The result of a decision. */
public sealed interface DecisionResult {

    /** The answer that the standard defines, which may be null. */
    record Known(FeelValue value) implements DecisionResult {}

    /**
     * There is no answer.
     *
     * @param element the element that cannot be computed, by name and, if known, line
     */
    record Refused(String element, String why) implements DecisionResult {}
}
