package exeat.rules.dmn.compose;

import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact that rules may read.
 *
 * @param besides further values: null if the fact is optional, and the value for withheld
 */
public record InputFact(String name, FeelType type, Sort sort, List<Literal> besides) {

    public InputFact {
        besides = List.copyOf(besides);
    }

    /** The values that the fact can have. */
    public sealed interface Sort {

        /** A fixed list of values. */
        record Listed(List<Literal> values) implements Sort {
            public Listed {
                values = List.copyOf(values);
            }
        }

        /** Any text. */
        record Texts() implements Sort {}

        /**
         * The numbers with a given scale between two bounds, inclusive.
         *
         * @param least has that scale, as has the greatest
         */
        record Numbers(int scale, BigDecimal least, BigDecimal most) implements Sort {}

        /** The days between two bounds, inclusive. */
        record Days(LocalDate least, LocalDate most) implements Sort {}
    }
}
