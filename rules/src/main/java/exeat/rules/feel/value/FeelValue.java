package exeat.rules.feel.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A value of FEEL (DMN 1.5, 10.3.2). Records are equal if the values are identical; that is not
 * FEEL's "=".
 */
public sealed interface FeelValue {

    /** Null. */
    enum Null implements FeelValue {
        VALUE
    }

    /** A decimal number; equal numbers are equal records. Made by {@link Numbers}. */
    record Num(BigDecimal number) implements FeelValue {
        public Num {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        public static Num of(long number) {
            return new Num(BigDecimal.valueOf(number));
        }

        /** The number as an int; empty if it has a fraction or does not fit. */
        public Optional<Integer> whole() {
            if (number.scale() > 0 || number.precision() - number.scale() > 10) {
                return Optional.empty();
            }
            long value = number.longValueExact();
            return value == (int) value ? Optional.of((int) value) : Optional.empty();
        }
    }

    record Text(String text) implements FeelValue {}

    record Truth(boolean truth) implements FeelValue {}

    record Date(LocalDate date) implements FeelValue {

        /** Midnight in UTC: how the standard compares a date with moments. */
        public DateTime atMidnight() {
            return new DateTime(date.atStartOfDay(), Zone.Offset.UTC);
        }
    }

    record Time(LocalTime time, Zone zone) implements FeelValue {}

    record DateTime(LocalDateTime local, Zone zone) implements FeelValue {

        /** The offset at this moment; empty for a local one. */
        public Optional<ZoneOffset> offset() {
            return switch (zone) {
                case Zone.None none -> Optional.empty();
                case Zone.Offset fixed -> Optional.of(fixed.offset());
                case Zone.Named named -> Optional.of(named.id().getRules().getOffset(local));
            };
        }

        /** The moment; empty for a local one. */
        public Optional<Instant> instant() {
            return offset().map(local::toInstant);
        }
    }

    /** A days and time duration. */
    record DaysTime(Duration duration) implements FeelValue {}

    /** A years and months duration. */
    record YearsMonths(long months) implements FeelValue {}

    record Items(List<FeelValue> items) implements FeelValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Names and values, in the order in which they were added. */
    record Context(SequencedMap<String, FeelValue> entries) implements FeelValue {
        public Context {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        public Optional<FeelValue> get(String name) {
            return Optional.ofNullable(entries.get(name));
        }
    }

    /**
     * A range, by its ends or by a comparison.
     *
     * @param low null for a comparison without a lower end
     */
    record Range(Form form, boolean withLow, FeelValue low, FeelValue high, boolean withHigh)
            implements FeelValue {

        /** How a range was written; ranges of different forms are not equal. */
        public enum Form {
            INTERVAL,
            COMPARISON,
            NOT_EQUAL
        }
    }

    /**
     * A function.
     *
     * @param builtin whether it is a built-in function, which may have several forms
     */
    record Function(List<Parameter> parameters, boolean builtin, Type result, Body body)
            implements FeelValue {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** A formal parameter. */
    record Parameter(String name, Type type) {}

    /** Computes a function; null if the arguments are unsuitable. */
    interface Body {
        FeelValue call(Arguments arguments, EvaluationContext run);
    }

    /** The arguments of a call. */
    sealed interface Arguments {

        record Positional(List<FeelValue> values) implements Arguments {
            public Positional {
                values = List.copyOf(values);
            }
        }

        record Named(Map<String, FeelValue> values) implements Arguments {
            public Named {
                values = Map.copyOf(values);
            }
        }
    }

    /** Whether this is the boolean true. */
    default boolean isTrue() {
        return this instanceof Truth(boolean truth) && truth;
    }

    default boolean isNull() {
        return this instanceof Null;
    }

    /** The name of its kind, as types are named. */
    default String kind() {
        return switch (this) {
            case Null none -> "null";
            case Num number -> "number";
            case Text text -> "string";
            case Truth truth -> "boolean";
            case Date date -> "date";
            case Time time -> "time";
            case DateTime dateTime -> "date and time";
            case DaysTime duration -> "days and time duration";
            case YearsMonths duration -> "years and months duration";
            case Items items -> "list";
            case Context context -> "context";
            case Range range -> "range";
            case Function function -> "function";
        };
    }
}
