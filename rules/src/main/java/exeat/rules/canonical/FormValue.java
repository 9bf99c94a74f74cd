package exeat.rules.canonical;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value of a fact, or of an output of a rule. */
public sealed interface FormValue {

    record Text(String text) implements FormValue {}

    /** A number without zeros at its end, so that equal numbers are equal. */
    record Numeral(BigDecimal number) implements FormValue {
        public Numeral {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    record Truth(boolean truth) implements FormValue {}

    record Day(LocalDate date) implements FormValue {}

    /** It is known that the fact has no value. */
    record Absent() implements FormValue {}

    /** The person chose not to say it (protected facts only). */
    record Withheld() implements FormValue {}

    FormValue ABSENT = new Absent();
    FormValue WITHHELD = new Withheld();

    static FormValue of(String text) {
        return new Text(text);
    }

    static FormValue of(long number) {
        return new Numeral(BigDecimal.valueOf(number));
    }

    static FormValue of(boolean truth) {
        return new Truth(truth);
    }
}
