package exeat.rules.canonical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A fact.
 *
 * @param name unique in the form
 * @param values the texts that it can be, in the order in which it is asked; empty where any of its
 *     type is allowed
 * @param optional whether it can be {@link FormValue.Absent}
 * @param isProtected whether it can be {@link FormValue.Withheld}, and must only help
 * @param shielded the values that never count against the person
 * @param source {@code declared}, {@code nationality}, {@code residence addressed}, {@code age} or
 *     {@code purpose}
 * @param use {@code decide}, {@code identify}, {@code reach}, {@code protect} or {@code document}
 * @param scale how many decimals a number can have
 * @param evidence the document that shows it
 * @param inquiry how it is asked and explained; no finding turns on it
 */
public record FormFact(
        String name,
        Type type,
        List<String> values,
        boolean optional,
        boolean isProtected,
        List<FormValue> shielded,
        String source,
        String use,
        int scale,
        Optional<String> evidence,
        Inquiry inquiry) {

    /**
     * How an interview and an explanation treat a fact.
     *
     * @param changeable whether people may be told that another value would help them
     * @param weights how often some values are met beside the others, sorted by value as packs
     *     write it
     */
    public record Inquiry(boolean changeable, List<Weight> weights) {
        public Inquiry {
            weights = List.copyOf(weights);
        }
    }

    /** How often a value is met beside the others, above zero; 1 where none is listed. */
    public record Weight(FormValue value, BigDecimal weight) {}

    /** Of what sort its values are. */
    public enum Type {
        TEXT("text"),
        NUMBER("number"),
        BOOLEAN("boolean"),
        DATE("date");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static final String AGE = "age";
    public static final String PURPOSE = "purpose";

    /** Numbers are below it, and above its negative. */
    public static final BigDecimal LIMIT = BigDecimal.TEN.pow(18);

    public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    public FormFact {
        values = List.copyOf(values);
        shielded = List.copyOf(shielded);
    }

    /** Whether the fact can have this value. */
    public boolean allows(FormValue value) {
        return switch (value) {
            case FormValue.Absent absent -> optional;
            case FormValue.Withheld withheld -> isProtected;
            case FormValue.Text text ->
                    type == Type.TEXT && (values.isEmpty() || values.contains(text.text()));
            case FormValue.Truth truth -> type == Type.BOOLEAN;
            case FormValue.Day day ->
                    type == Type.DATE
                            && !day.date().isBefore(FIRST_DAY)
                            && !day.date().isAfter(LAST_DAY);
            case FormValue.Numeral(var number) ->
                    type == Type.NUMBER
                            && number.scale() <= scale
                            && number.abs().compareTo(LIMIT) < 0
                            && (!source.equals(AGE) || number.signum() >= 0);
        };
    }
}
