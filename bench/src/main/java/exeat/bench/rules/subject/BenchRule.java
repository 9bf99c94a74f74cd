package exeat.bench.rules.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One rule of a bench table: its condition on each fact, empty if there is none. */
public record BenchRule(
        String id,
        Optional<String> status,
        Optional<String> purpose,
        Optional<Boolean> sponsored,
        ValueRange<BigDecimal> income,
        ValueRange<BigDecimal> fee,
        ValueRange<Integer> age,
        ValueRange<LocalDate> arrived) {

    /** A plain evaluation of the rule: the reference that every engine must agree with. */
    boolean holds(BenchCase person) {
        return status.map(person.status()::equals).orElse(true)
                && purpose.map(person.purpose()::equals).orElse(true)
                && sponsored.map(wanted -> wanted == person.sponsored()).orElse(true)
                && income.holds(person.income())
                && fee.holds(person.fee())
                && age.holds(person.age())
                && arrived.holds(person.arrived());
    }

    /** Whether the rule can match with this value of a fact. */
    boolean holds(String fact, Object value) {
        return switch (fact) {
            case "status" -> status.map(value::equals).orElse(true);
            case "purpose" -> purpose.map(value::equals).orElse(true);
            case "sponsored" -> sponsored.map(value::equals).orElse(true);
            case "income" -> income.holds((BigDecimal) value);
            case "fee" -> fee.holds((BigDecimal) value);
            case "age" -> age.holds((Integer) value);
            case "arrived" -> arrived.holds((LocalDate) value);
            default -> throw new IllegalArgumentException("no fact is named " + fact);
        };
    }

    /** The rule's bounds for an ordered fact. */
    List<Object> bounds(String fact) {
        var range =
                switch (fact) {
                    case "income" -> income;
                    case "fee" -> fee;
                    case "age" -> age;
                    case "arrived" -> arrived;
                    default -> throw new IllegalArgumentException("no order in " + fact);
                };
        return Stream.of(range.low(), range.high())
                .flatMap(bound -> bound.<Object>map(found -> found).stream())
                .toList();
    }
}
