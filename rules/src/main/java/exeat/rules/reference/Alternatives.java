package exeat.rules.reference;

import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Enough values of a fact to stand for all: every value that some test names, one of each gap
 * between two of these, the least first, and then absent and withheld where the fact can be.
 */
final class Alternatives {

    private Alternatives() {}

    /**
     * @param named what tests name, and the ends of what is known
     */
    static List<FormValue> of(FormFact fact, Collection<FormValue> named) {
        var values = new ArrayList<FormValue>();
        switch (fact.type()) {
            case BOOLEAN -> values.addAll(List.of(FormValue.of(true), FormValue.of(false)));
            case TEXT -> values.addAll(texts(fact, named));
            case NUMBER -> values.addAll(numbers(fact, named));
            case DATE -> values.addAll(days(fact, named));
        }
        if (fact.optional()) {
            values.add(FormValue.ABSENT);
        }
        if (fact.isProtected()) {
            values.add(FormValue.WITHHELD);
        }
        return values;
    }

    private static List<FormValue> texts(FormFact fact, Collection<FormValue> named) {
        if (!fact.values().isEmpty()) {
            return fact.values().stream().map(FormValue::of).toList();
        }
        var texts = new TreeSet<String>();
        for (var value : named) {
            if (value instanceof FormValue.Text text) {
                texts.add(text.text());
            }
        }
        var values = new ArrayList<FormValue>();
        texts.forEach(text -> values.add(FormValue.of(text)));
        var other = "another";
        while (texts.contains(other)) {
            other += " one";
        }
        values.add(FormValue.of(other));
        return values;
    }

    private static List<FormValue> numbers(FormFact fact, Collection<FormValue> named) {
        var step = BigDecimal.ONE.movePointLeft(fact.scale());
        var values = new TreeSet<BigDecimal>();
        for (var value : named) {
            if (value instanceof FormValue.Numeral(var point)) {
                // The point itself where the grid has it, and its neighbours on the grid.
                values.add(point.setScale(fact.scale(), RoundingMode.CEILING).subtract(step));
                values.add(point);
                values.add(point.setScale(fact.scale(), RoundingMode.FLOOR).add(step));
            }
        }
        if (values.isEmpty()) {
            values.add(BigDecimal.ZERO);
        }
        return values.stream().<FormValue>map(FormValue.Numeral::new).filter(fact::allows).toList();
    }

    private static List<FormValue> days(FormFact fact, Collection<FormValue> named) {
        var values = new TreeSet<LocalDate>();
        for (var value : named) {
            if (value instanceof FormValue.Day(var day)) {
                values.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            }
        }
        if (values.isEmpty()) {
            values.add(LocalDate.EPOCH);
        }
        return values.stream().<FormValue>map(FormValue.Day::new).filter(fact::allows).toList();
    }

    /** The values that a fact can still have, given what is known about it. */
    static List<FormValue> among(FormFact fact, Knowledge known, Collection<FormValue> named) {
        return switch (known) {
            case Knowledge.Nothing nothing -> of(fact, named);
            case Knowledge.Exactly exactly -> List.of(exactly.value());
            case Knowledge.OneOf(var values) ->
                    of(fact, both(named, values)).stream().filter(values::contains).toList();
            case Knowledge.Between(var low, var high) ->
                    of(fact, both(named, Stream.concat(low.stream(), high.stream()).toList()))
                            .stream()
                            .filter(value -> within(low, high, value))
                            .toList();
        };
    }

    private static List<FormValue> both(Collection<FormValue> some, List<FormValue> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static boolean within(
            Optional<FormValue> low, Optional<FormValue> high, FormValue value) {
        return (value instanceof FormValue.Numeral || value instanceof FormValue.Day)
                && low.stream().allMatch(end -> Judgement.compare(value, end) >= 0)
                && high.stream().allMatch(end -> Judgement.compare(value, end) <= 0);
    }
}
