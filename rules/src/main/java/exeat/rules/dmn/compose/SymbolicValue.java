package exeat.rules.dmn.compose;

import exeat.rules.feel.value.FeelValue;
import java.math.BigInteger;
import java.util.function.Function;

/** What an expression is within a region of facts. */
sealed interface SymbolicValue {

    /** The same value for everybody there. */
    record Known(FeelValue value) implements SymbolicValue {}

    /**
     * A function of one fact's values in their order that never falls, or never rises.
     *
     * @param at the value at a place of the fact's domain
     */
    record Line(int fact, boolean rising, Function<BigInteger, FeelValue> at)
            implements SymbolicValue {}

    /** A fact's text, of which is known only that nothing names it. */
    record Other(int fact) implements SymbolicValue {}
}
