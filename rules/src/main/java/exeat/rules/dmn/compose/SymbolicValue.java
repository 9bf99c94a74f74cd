package exeat.rules.dmn.compose;

import exeat.rules.feel.value.FeelValue;
import java.math.BigInteger;
import java.util.function.Function;

/** The symbolic value of an expression within a region of facts. */
sealed interface SymbolicValue {

    /** The same value for everybody there. */
    record Known(FeelValue value) implements SymbolicValue {}

    /**
     * A monotone function of one fact's ordered values.
     *
     * @param at the value at a place of the fact's domain
     */
    record Line(int fact, boolean rising, Function<BigInteger, FeelValue> at)
            implements SymbolicValue {}

    /** A fact's text of which only is known that the model does not name it. */
    record Other(int fact) implements SymbolicValue {}
}
