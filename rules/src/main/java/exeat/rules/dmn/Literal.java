package exeat.rules.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value written as a literal in an expression. */
public sealed interface Literal {

    record Text(String text) implements Literal {}

    /** Compared exactly: 1.0 equals 1. */
    record Numeral(BigDecimal number) implements Literal {
        public Numeral {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    record Truth(boolean truth) implements Literal {}

    record Day(LocalDate date) implements Literal {}

    record Null() implements Literal {}

    /** The type of the literal; {@link FeelType#NULL} for null, which is of every type. */
    default FeelType type() {
        return switch (this) {
            case Text text -> FeelType.STRING;
            case Numeral number -> FeelType.NUMBER;
            case Truth truth -> FeelType.BOOLEAN;
            case Day day -> FeelType.DATE;
            case Null none -> FeelType.NULL;
        };
    }
}
