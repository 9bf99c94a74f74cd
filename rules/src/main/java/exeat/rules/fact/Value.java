package exeat.rules.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of a fact. An unknown fact has no value: see {@link Facts}. */
public sealed interface Value {

    record Text(String text) implements Value {}

    /** A whole or decimal number; compared exactly, so 1.0 equals 1. */
    record Quantity(BigDecimal number) implements Value {
        public Quantity {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    record Truth(boolean truth) implements Value {}

    /** A local date, in the zone that the vocabulary names. */
    record Day(LocalDate date) implements Value {}

    /** DMN's null: it is known that the fact has no value. */
    record Absent() implements Value {}

    /** A protected fact that the traveller chose not to disclose; rules see that it is withheld. */
    record Withheld() implements Value {}

    Value ABSENT = new Absent();
    Value WITHHELD = new Withheld();

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(boolean truth) {
        return new Truth(truth);
    }

    static Value of(long number) {
        return new Quantity(BigDecimal.valueOf(number));
    }

    static Value of(BigDecimal number) {
        return new Quantity(number);
    }

    static Value of(LocalDate date) {
        return new Day(date);
    }
}
