package exeat.desk.codec;

import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.LunarDay;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Values of whatever is stored, by reflection over a seed, made up and each another: so that one
 * field cannot be taken for another. Constants and members of closed sets come in turn.
 */
final class Made {

    /** Optional values that are present. */
    enum Fill {
        ALL,
        NONE,
        SOME
    }

    private final Random random;
    private final Map<Class<?>, Integer> turns = new LinkedHashMap<>();
    private Fill fill = Fill.ALL;
    private int count;

    /** Within so many states of a traveller. */
    private int travellers;

    /** Within so many claims to protection. */
    private int protections;

    Made(long seed) {
        random = new Random(seed);
    }

    <T> T of(Class<T> type, Fill how) {
        fill = how;
        return type.cast(one(type));
    }

    private boolean there() {
        return switch (fill) {
            case ALL -> true;
            case NONE -> false;
            case SOME -> random.nextBoolean();
        };
    }

    private Object one(Type type) {
        return type instanceof ParameterizedType generic ? several(generic) : one((Class<?>) type);
    }

    private Object several(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var of = type.getActualTypeArguments();
        if (raw == Optional.class) {
            // The last view does not itself contain a last view, nor what others see beside it; nor
            // does a claim that ended.
            boolean again =
                    (of[0] == TravellerState.class && travellers > 1)
                            || (of[0] == Protection.class && protections > 1);
            return there() && !again ? Optional.of(one(of[0])) : Optional.empty();
        }
        if (Map.class.isAssignableFrom(raw)) {
            var map = new TreeMap<Object, Object>();
            for (int left = there() ? 2 : 0; left > 0; left--) {
                map.put(one(of[0]), one(of[1]));
            }
            return map;
        }
        if (!Collection.class.isAssignableFrom(raw)) {
            throw new IllegalStateException("nothing made of " + type);
        }
        var list = new ArrayList<Object>();
        for (int left = there() ? 2 : 0; left > 0; left--) {
            list.add(one(of[0]));
        }
        return raw == List.class
                ? list
                : raw.isAssignableFrom(LinkedHashSet.class)
                        ? new LinkedHashSet<>(list)
                        : new TreeSet<>(list);
    }

    private Object one(Class<?> type) {
        if (type.isSealed()) {
            return one(turn(type, StoredKinds.members(type).stream().toList()));
        }
        if (type.isEnum()) {
            return turn(type, Arrays.asList(type.getEnumConstants()));
        }
        if (type == Finding.class) {
            return finding();
        }
        if (type == ValueSet.OneOf.class || type == ValueSet.Between.class) {
            return set(type);
        }
        if (type == Protection.class) {
            protections++;
            var protection = record(type);
            protections--;
            return protection;
        }
        if (type != TravellerState.class) {
            return type.isRecord() && !PLAIN.contains(type) ? record(type) : plain(type);
        }
        travellers++;
        var state = record(type);
        travellers--;
        return state;
    }

    /**
     * A command within a command has no name of its own in the hash: it always belongs to the same
     * one.
     */
    private <T> T turn(Class<?> set, List<T> members) {
        if (set == exeat.casework.command.TravellerCommand.class) {
            return members.stream()
                    .filter(exeat.casework.command.TravellerCommand.Withdraw.class::equals)
                    .findFirst()
                    .orElseThrow();
        }
        return members.get((turns.merge(set, 1, Integer::sum) - 1) % members.size());
    }

    private static final List<Class<?>> PLAIN =
            List.of(
                    AuthorityId.class,
                    OfficerId.class,
                    FactName.class,
                    TravellerNo.class,
                    UnitFunction.class,
                    Purpose.class,
                    BirthDate.class,
                    PersonName.class);

    private Object plain(Class<?> type) {
        int n = ++count;
        if (type == String.class) {
            return n % 3 == 0 ? "말 \"%d\" \\ / é 𠮷 \n".formatted(n) : "text " + n;
        }
        if (type == int.class || type == Integer.class) {
            return n;
        }
        if (type == long.class || type == Long.class) {
            return 5_000_000_000L + n;
        }
        if (type == double.class) {
            return n % 2 == 0 ? n + 0.125 : n * 1e-9;
        }
        if (type == boolean.class || type == Boolean.class) {
            return n % 2 == 0;
        }
        return number(type, n);
    }

    private static Object number(Class<?> type, int n) {
        if (type == BigDecimal.class) {
            return new BigDecimal(n).movePointLeft(n % 3);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(1_700_000_000L + n, n % 2 == 0 ? 0 : 123_456_000);
        }
        if (type == LocalDate.class) {
            return LocalDate.of(1963, 8, 8).plusDays(n);
        }
        if (type == BirthDate.class) {
            return born(n);
        }
        if (type == UUID.class) {
            return new UUID(0x1000_0000_0000_4000L + n, 0x8000_0000_0000_0000L + n);
        }
        if (type == AuthorityId.class) {
            return new AuthorityId("unit-" + n);
        }
        if (type == OfficerId.class) {
            return new OfficerId("officer." + n);
        }
        if (type == FactName.class) {
            return new FactName("fact number " + n);
        }
        if (type == UnitFunction.class) {
            return new UnitFunction("function number " + n);
        }
        if (type == Purpose.class) {
            return new Purpose("purpose number " + n);
        }
        if (type == TravellerNo.class) {
            return new TravellerNo(n);
        }
        if (type == PersonName.class) {
            return new PersonName("Zsym", "Family" + n, "Given " + n);
        }
        throw new IllegalStateException("nothing made of " + type);
    }

    /** A day, a month, a year, between two days, and a lunar day in turn. */
    private static BirthDate born(int n) {
        var day = LocalDate.of(1963, 8, 8).plusDays(n);
        return switch (n % 5) {
            case 0 -> BirthDate.of(YearMonth.from(day));
            case 1 -> BirthDate.of(Year.from(day));
            case 2 -> BirthDate.between(day, day.plusDays(n));
            case 3 ->
                    BirthDate.of(
                            day,
                            new LunarDay(
                                    n % 2 == 0
                                            ? LunarDay.Calendar.CHINESE
                                            : LunarDay.Calendar.KOREAN,
                                    day.getYear(),
                                    1 + n % 12,
                                    n % 4 == 0,
                                    1 + n % 30));
            default -> BirthDate.of(day);
        };
    }

    private Object record(Class<?> type) {
        var values = new ArrayList<Object>();
        for (var component : type.getRecordComponents()) {
            var value = one(component.getGenericType());
            boolean needed = value instanceof Collection<?> all && all.isEmpty() && isNeeded(type);
            values.add(needed && values.size() == place(type) ? List.of(needed(type)) : value);
        }
        return construct(type, values);
    }

    /** An application always has a traveller, and a traveller a name. */
    private static boolean isNeeded(Class<?> type) {
        return type == Traveller.class || type == exeat.casework.value.Application.class;
    }

    private static int place(Class<?> type) {
        return type == Traveller.class ? 1 : 4;
    }

    private Object needed(Class<?> type) {
        return type == Traveller.class ? plain(PersonName.class) : record(Traveller.class);
    }

    /** At least two values, or at least one end, the lower one first. */
    private ValueSet set(Class<?> type) {
        Value low = Value.of(++count);
        Value high = Value.of(++count);
        boolean both = there();
        return type == ValueSet.OneOf.class
                ? new ValueSet.OneOf(List.of(low, high))
                : new ValueSet.Between(
                        both || count % 4 < 2 ? Optional.of(low) : Optional.empty(),
                        both || count % 4 > 1 ? Optional.of(high) : Optional.empty());
    }

    /** Refers exactly if it gives a reason, and has open facts exactly if they are the reason. */
    private Finding finding() {
        var type = Finding.class.getRecordComponents();
        var values = new ArrayList<Object>();
        for (var component : type) {
            values.add(one(component.getGenericType()));
        }
        var outcome = (Outcome) values.get(1);
        var why =
                outcome.approves() ? Optional.empty() : Optional.of(one((Type) ReferReason.class));
        values.set(2, why);
        boolean open = why.equals(Optional.of(ReferReason.UNANSWERED));
        values.set(8, open ? List.of(plain(FactName.class)) : List.of());
        return (Finding) construct(Finding.class, values);
    }

    private static Object construct(Class<?> type, List<Object> values) {
        var types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("nothing made of " + type, broken);
        }
    }
}
