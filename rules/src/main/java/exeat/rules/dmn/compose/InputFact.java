package exeat.rules.dmn.compose;

import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact that rules may read.
 *
 * @param besides what it can be besides its values: null if it is optional, and the value for
 *     withheld
 */
public record InputFact(String name, FeelType type, Sort sort, List<Literal> besides) {

    public InputFact {
        besides = List.copyOf(besides);
    }

    /** Which values it has. */
    public sealed interface Sort {

        /** These and no others. */
        record Listed(List<Literal> values) implements Sort {
            public Listed {
                values = List.copyOf(values);
            }
        }

        /** Every text. */
        record Texts() implements Sort {}

        /**
         * The numbers with so many decimals between two others.
         *
         * @param least of that scale, as is the most
         */
        record Numbers(int scale, BigDecimal least, BigDecimal most) implements Sort {}

        /** The days between two others, both with them. */
        record Days(LocalDate least, LocalDate most) implements Sort {}
    }
}
