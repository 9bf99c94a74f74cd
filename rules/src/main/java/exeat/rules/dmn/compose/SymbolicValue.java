package exeat.rules.dmn.compose;

import exeat.rules.feel.value.FeelValue;
import java.math.BigInteger;
import java.util.function.Function;

/** The symbolic value of an expression within a region of facts. */
sealed interface SymbolicValue {

    /** One value, the same everywhere in the region. */
    record Known(FeelValue value) implements SymbolicValue {}

    /**
     * A monotone function of one fact's ordered values.
     *
     * @param at the value at an index of the fact's domain
     */
    record Line(int fact, boolean rising, Function<BigInteger, FeelValue> at)
            implements SymbolicValue {}

    /** A fact's text that the model does not mention; nothing else is known about it. */
    record Other(int fact) implements SymbolicValue {}
}
