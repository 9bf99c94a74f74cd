package exeat.rules.fact;

import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.compose.InputFact;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fact that a directive knows.
 *
 * @param values the allowed texts, in the vocabulary's order; empty when any value of the type is
 * @param optional whether the fact can be {@link Value.Absent}
 * @param isProtected whether it is encrypted, shown to few, may be withheld, and must only help
 * @param shielded the values that must never count against the person (protected facts only)
 * @param source where its value comes from
 * @param use what it is asked for; only {@link Use#DECIDE} facts are read by rules
 * @param evidence the document that shows it, if any
 * @param scale how many decimals a number can have; 0 for whole numbers
 * @param inquiry how an interview and an explanation treat it
 */
public record FactDefinition(
        FactName name,
        FactType type,
        List<String> values,
        boolean optional,
        boolean isProtected,
        List<Value> shielded,
        Source source,
        Use use,
        Optional<String> evidence,
        int scale,
        Inquiry inquiry) {

    /** The greatest number of decimals, which is also the default. */
    public static final int MAX_SCALE = 12;

    /** Numbers have at most 18 digits before the point. */
    private static final BigDecimal MAX_NUMBER = BigDecimal.TEN.pow(18);

    /** The first and the last day that a fact can be. */
    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /**
     * How interviews and explanations treat a fact.
     *
     * @param changeable false where people are never told that another value would help them,
     *     because they cannot choose it; protected facts, age and nationality are so in any case
     * @param weights how often a value is met beside the others, above zero; 1 where none is listed
     */
    public record Inquiry(boolean changeable, Map<Value, BigDecimal> weights) {

        public static final Inquiry PLAIN = new Inquiry(true, Map.of());

        public Inquiry {
            weights = Map.copyOf(weights);
        }
    }

    /** The types that packs use. */
    public enum FactType {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE
    }

    /** The origin of a fact. All but {@link #DECLARED} are read from the application itself. */
    public enum Source {
        /** The traveller says it, and an officer may verify it. */
        DECLARED,
        /** The traveller's nationality: one of the allowed texts, or {@code other}. */
        NATIONALITY,
        /** Whether the place of residence lies in the area of an addressee. */
        RESIDENCE_ADDRESSED,
        /** Whole years of age on the day of application. */
        AGE,
        /** The purpose of the journey. */
        PURPOSE
    }

    /** The use of a fact; only these are allowed. */
    public enum Use {
        DECIDE,
        IDENTIFY,
        REACH,
        PROTECT,
        DOCUMENT
    }

    /** A fact with default settings. */
    public FactDefinition(
            FactName name,
            FactType type,
            List<String> values,
            boolean optional,
            boolean isProtected,
            List<Value> shielded,
            Source source,
            Use use,
            Optional<String> evidence) {
        this(
                name,
                type,
                values,
                optional,
                isProtected,
                shielded,
                source,
                use,
                evidence,
                source == Source.AGE ? 0 : MAX_SCALE,
                Inquiry.PLAIN);
    }

    public FactDefinition {
        values = List.copyOf(values);
        shielded = List.copyOf(shielded);
        if (!isProtected && !shielded.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " lists shielded values but is not protected");
        }
        if (scale < 0 || scale > MAX_SCALE || (source == Source.AGE && scale > 0)) {
            throw new IllegalArgumentException(name + " has a scale of " + scale);
        }
    }

    public FactDefinition with(Inquiry other) {
        return new FactDefinition(
                name,
                type,
                values,
                optional,
                isProtected,
                shielded,
                source,
                use,
                evidence,
                scale,
                other);
    }

    public FactDefinition withScale(int other) {
        return new FactDefinition(
                name,
                type,
                values,
                optional,
                isProtected,
                shielded,
                source,
                use,
                evidence,
                other,
                inquiry);
    }

    /**
     * Whether somebody may be told that another value would change their finding: never of a
     * protected fact, of age or of nationality.
     */
    public boolean isChangeable() {
        return inquiry.changeable()
                && !isProtected
                && switch (source) {
                    case DECLARED, PURPOSE, RESIDENCE_ADDRESSED -> true;
                    case AGE, NATIONALITY -> false;
                };
    }

    /**
     * Why the vocabulary does not allow this value; empty when it does. The reason never repeats
     * the value, so that it can be logged.
     */
    public Optional<String> violation(Value value) {
        return switch (value) {
            case Value.Absent absent ->
                    optional ? Optional.empty() : Optional.of("must have a value");
            case Value.Withheld withheld ->
                    isProtected ? Optional.empty() : Optional.of("cannot be withheld");
            case Value.Text text -> textViolation(text.text());
            case Value.Truth truth -> typeViolation(FactType.BOOLEAN);
            case Value.Day day ->
                    isDay(day.date())
                            ? typeViolation(FactType.DATE)
                            : Optional.of("must be a date of the years 1 to 9999");
            case Value.Quantity quantity ->
                    typeViolation(FactType.NUMBER).or(() -> numberViolation(quantity.number()));
        };
    }

    /**
     * A value as people type it: {@code true} or {@code false}, a number, a date as {@code
     * 1963-08-08}, one of the allowed texts, {@code absent} for an optional fact, {@code withheld}
     * for a protected one.
     *
     * @return empty when the text is no value that the vocabulary allows
     */
    public Optional<Value> parse(String text) {
        var word = text.strip();
        if (word.equals("absent") && optional) {
            return Optional.of(Value.ABSENT);
        }
        if (word.equals("withheld") && isProtected) {
            return Optional.of(Value.WITHHELD);
        }
        return parseTyped(word).filter(value -> violation(value).isEmpty());
    }

    private Optional<Value> parseTyped(String word) {
        return switch (type) {
            case TEXT -> word.isEmpty() ? Optional.empty() : Optional.of(Value.of(word));
            case BOOLEAN ->
                    switch (word) {
                        case "true" -> Optional.of(Value.of(true));
                        case "false" -> Optional.of(Value.of(false));
                        default -> Optional.empty();
                    };
            case NUMBER ->
                    word.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")
                            ? Optional.of(Value.of(new BigDecimal(word)))
                            : Optional.empty();
            case DATE -> parseDate(word);
        };
    }

    private static Optional<Value> parseDate(String word) {
        try {
            return Optional.of(Value.of(LocalDate.parse(word)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Optional<String> textViolation(String text) {
        if (type == FactType.TEXT && !values.isEmpty() && !values.contains(text)) {
            return Optional.of("must be one of " + String.join(", ", values));
        }
        return typeViolation(FactType.TEXT);
    }

    private Optional<String> typeViolation(FactType given) {
        return given == type
                ? Optional.empty()
                : Optional.of("must be a " + type.name().toLowerCase(java.util.Locale.ROOT));
    }

    private Optional<String> numberViolation(BigDecimal number) {
        if (source == Source.AGE && (number.signum() < 0 || number.scale() > 0)) {
            return Optional.of("must be a whole number of years, 0 or more");
        }
        if (number.scale() > scale) {
            return Optional.of(
                    scale == 0
                            ? "must be a whole number"
                            : "must be a number with at most " + scale + " decimals");
        }
        return number.abs().compareTo(MAX_NUMBER) < 0
                ? Optional.empty()
                : Optional.of("must be a number of at most 18 digits before the point");
    }

    static boolean isDay(LocalDate day) {
        return day.getYear() >= FIRST_DAY.getYear() && day.getYear() <= LAST_DAY.getYear();
    }

    /** The least number that it can be. */
    BigDecimal leastNumber() {
        return source == Source.AGE ? BigDecimal.ZERO : mostNumber().negate();
    }

    /** The largest number that it can be. */
    BigDecimal mostNumber() {
        return MAX_NUMBER.subtract(BigDecimal.ONE.movePointLeft(scale));
    }

    /** The fact as rules read it. */
    @SuppressWarnings("exports")
    public InputFact asRead() {
        var besides = new ArrayList<Literal>();
        if (optional) {
            besides.add(new Literal.Null());
        }
        if (isProtected) {
            besides.add(Conditions.WITHHELD);
        }
        return switch (type) {
            case BOOLEAN ->
                    new InputFact(
                            name.text(),
                            FeelType.BOOLEAN,
                            new InputFact.Sort.Listed(
                                    List.of(new Literal.Truth(true), new Literal.Truth(false))),
                            besides);
            case TEXT ->
                    new InputFact(
                            name.text(),
                            FeelType.STRING,
                            values.isEmpty()
                                    ? new InputFact.Sort.Texts()
                                    : new InputFact.Sort.Listed(
                                            values.stream()
                                                    .<Literal>map(Literal.Text::new)
                                                    .toList()),
                            besides);
            case NUMBER ->
                    new InputFact(
                            name.text(),
                            FeelType.NUMBER,
                            new InputFact.Sort.Numbers(scale, leastNumber(), mostNumber()),
                            besides);
            case DATE ->
                    new InputFact(
                            name.text(),
                            FeelType.DATE,
                            new InputFact.Sort.Days(FIRST_DAY, LAST_DAY),
                            besides);
        };
    }
}
