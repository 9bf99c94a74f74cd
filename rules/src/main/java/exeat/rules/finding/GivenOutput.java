package exeat.rules.finding;

import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value of an output that the pack declares. No limit is no value: such an output is left out.
 *
 * @param output whose order is that of its own pack, so that findings can be compared alone
 */
public record GivenOutput(DeclaredOutput output, Value value) {

    /** The aspect in which it is compared, and how good it is there. */
    Aspect aspect() {
        return Aspect.output(output);
    }

    BigDecimal goodness() {
        return output.goodness(Optional.of(value));
    }
}
