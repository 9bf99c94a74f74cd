package exeat.bench.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One rule of a bench table: what it asks of each fact, nothing where it asks nothing. */
record BenchRule(
        String id,
        Optional<String> status,
        Optional<String> purpose,
        Optional<Boolean> sponsored,
        ValueRange<BigDecimal> income,
        ValueRange<BigDecimal> fee,
        ValueRange<Integer> age,
        ValueRange<LocalDate> arrived) {

    /** The rule read as plainly as it can be: the reference that every engine has to agree with. */
    boolean holds(BenchCase person) {
        return status.map(person.status()::equals).orElse(true)
                && purpose.map(person.purpose()::equals).orElse(true)
                && sponsored.map(wanted -> wanted == person.sponsored()).orElse(true)
                && income.holds(person.income())
                && fee.holds(person.fee())
                && age.holds(person.age())
                && arrived.holds(person.arrived());
    }
}
