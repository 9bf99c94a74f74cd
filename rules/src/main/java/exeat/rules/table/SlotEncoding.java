package exeat.rules.table;

import exeat.rules.dmn.Literal;
import exeat.rules.fact.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one input as whole numbers, their <em>slots</em>, that stand to the slots of the
 * table's constants exactly as the values stand to the constants. Nothing is rounded: a value
 * between two neighbouring constants has a slot between theirs.
 */
sealed interface SlotEncoding {

    /** The slot of null where slots have an order: below all others. */
    long ABSENT = -(1L << 62);

    /** Where the slots of values begin. */
    long MIN_SLOT = ABSENT + 1;

    /**
     * The slot of a value as callers give it.
     *
     * @throws IllegalArgumentException if the value is not of the input's type; the message never
     *     repeats the value
     */
    long slot(@Nullable Object value);

    /** Texts in no order: 0 for null, then those that the table names, then all others. */
    record Words(Map<String, Integer> slots) implements SlotEncoding {
        public Words {
            slots = new HashMap<>(slots); // which is faster to ask than an immutable copy
        }

        @Override
        public long slot(@Nullable Object value) {
            return switch (value) {
                case null -> 0;
                case String text -> slots.getOrDefault(text, slots.size() + 1);
                default -> throw new IllegalArgumentException("must be a text");
            };
        }
    }

    /** 0 for null, 1 for true, 2 for false. */
    record Truths() implements SlotEncoding {
        @Override
        public long slot(@Nullable Object value) {
            return switch (value) {
                case null -> 0;
                case Boolean truth -> truth ? 1 : 2;
                default -> throw new IllegalArgumentException("must be true or false");
            };
        }
    }

    /** Days since 1970-01-01, twice, so that between two days there is room for a bound. */
    record Days() implements SlotEncoding {
        @Override
        public long slot(@Nullable Object value) {
            return switch (value) {
                case null -> ABSENT;
                case LocalDate day -> 2 * day.toEpochDay();
                case String iso -> 2 * parse(iso);
                default -> throw new IllegalArgumentException("must be a date");
            };
        }

        private static long parse(String iso) {
            try {
                boolean isUsual =
                        iso.length() == 10 && iso.charAt(4) == '-' && iso.charAt(7) == '-';
                var day =
                        isUsual
                                ? LocalDate.of(
                                        digits(iso, 0, 4), digits(iso, 5, 7), digits(iso, 8, 10))
                                : LocalDate.parse(iso);
                return day.toEpochDay();
            } catch (DateTimeException notADate) {
                throw new IllegalArgumentException("must be a date");
            }
        }

        private static int digits(String text, int from, int to) {
            int number = 0;
            for (int at = from; at < to; at++) {
                int digit = text.charAt(at) - '0';
                if (digit < 0 || digit > 9) {
                    throw new IllegalArgumentException("must be a date");
                }
                number = 10 * number + digit;
            }
            return number;
        }
    }

    /**
     * Numbers by the finest scale of the constants, twice: even where the scale holds the value,
     * odd where the value lies between two numbers of that scale, and so between the constants.
     */
    record Scaled(int scale) implements SlotEncoding {

        /** No constant's scaled number is beyond, so what is beyond need not be told apart. */
        static final long MAX_SLOT = 1L << 60;

        private static final long[] POWERS = powers();

        private static long[] powers() {
            var powers = new long[19];
            Arrays.setAll(powers, at -> BigInteger.TEN.pow(at).longValueExact());
            return powers;
        }

        @Override
        public long slot(@Nullable Object value) {
            return switch (value) {
                case null -> ABSENT;
                case Integer whole -> whole(whole);
                case Long whole -> whole(whole);
                case BigDecimal number -> decimal(number);
                default -> decimal(exact(value));
            };
        }

        private long whole(long whole) {
            if (scale < POWERS.length) {
                long high = Math.multiplyHigh(whole, POWERS[scale]);
                long low = whole * POWERS[scale];
                if (high == low >> 63 && Math.abs(low) < MAX_SLOT) {
                    return 2 * low;
                }
            }
            return decimal(BigDecimal.valueOf(whole));
        }

        private long decimal(BigDecimal number) {
            long digits = (long) number.precision() - number.scale();
            int finer = scale - number.scale();
            if (finer >= 0 && finer < POWERS.length && digits + scale <= 18) {
                return 2 * number.unscaledValue().longValue() * POWERS[finer];
            }
            if (number.signum() == 0) {
                return 0;
            }
            if (digits + scale > 19) {
                return 2L * MAX_SLOT * number.signum();
            }
            if (digits + scale <= 0) {
                return number.signum();
            }
            var floor = number.setScale(scale, RoundingMode.FLOOR);
            var scaled = floor.unscaledValue();
            if (scaled.bitLength() > 60) {
                return 2L * MAX_SLOT * number.signum();
            }
            long twice = 2 * scaled.longValue();
            return number.scale() <= scale || floor.compareTo(number) == 0 ? twice : twice + 1;
        }
    }

    /** Numbers by their place among constants of which some are too long to be scaled. */
    record Ranked(List<BigDecimal> constants) implements SlotEncoding {
        public Ranked {
            constants = List.copyOf(constants);
        }

        @Override
        public long slot(@Nullable Object value) {
            if (value == null) {
                return ABSENT;
            }
            var number = exact(value);
            int below = 0;
            int above = constants.size();
            while (below < above) {
                int middle = (below + above) >>> 1;
                int order = constants.get(middle).compareTo(number);
                if (order == 0) {
                    return 2L * middle;
                }
                below = order < 0 ? middle + 1 : below;
                above = order < 0 ? above : middle;
            }
            return 2L * below - 1;
        }
    }

    /** The axis of these constants: scaled where each can be held so, else ranked. */
    static SlotEncoding ofNumbers(List<BigDecimal> constants) {
        int scale = 0;
        for (var constant : constants) {
            scale = Math.max(scale, constant.stripTrailingZeros().scale());
        }
        for (var constant : constants) {
            long digits = (long) constant.precision() - constant.scale();
            if (constant.signum() != 0 && digits + scale > 18) {
                return new Ranked(constants.stream().distinct().sorted().toList());
            }
        }
        return new Scaled(scale);
    }

    /** The number of a constant. */
    static BigDecimal number(Literal constant) {
        return ((Literal.Numeral) constant).number();
    }

    /** The day of a constant. */
    static LocalDate day(Literal constant) {
        return ((Literal.Day) constant).date();
    }

    /** What was given, as a value of rules. */
    static Value value(SlotEncoding axis, Object given) {
        return switch (given) {
            case Boolean truth -> Value.of(truth.booleanValue());
            case LocalDate day -> Value.of(day);
            case String iso when axis instanceof Days -> Value.of(LocalDate.parse(iso));
            case String text -> Value.of(text);
            default -> Value.of(exact(given));
        };
    }

    /** A number as it is; a binary fraction is none of those that people write. */
    private static BigDecimal exact(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case BigInteger whole -> new BigDecimal(whole);
            case Integer whole -> BigDecimal.valueOf(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            case Short whole -> BigDecimal.valueOf(whole);
            case Byte whole -> BigDecimal.valueOf(whole);
            default ->
                    throw new IllegalArgumentException(
                            "must be a whole number or a BigDecimal, which are exact");
        };
    }
}
