package exeat.desk;

import exeat.casework.state.DoneInPerson;
import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Application;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes values of any type that events and states are built of, by reflection. */
public final class Samples {

    private Samples() {}

    /** Every record in a closed set, however deep. */
    public static Stream<Class<?>> members(Class<?> set) {
        return set.isSealed()
                ? Arrays.stream(set.getPermittedSubclasses()).flatMap(Samples::members)
                : Stream.of(set);
    }

    /** A value; with {@code full}, every optional is there and every collection has something. */
    public static Object of(Type type, boolean full) {
        return type instanceof ParameterizedType generic
                ? ofGeneric(generic, full)
                : of((Class<?>) type, full);
    }

    private static Object ofGeneric(ParameterizedType type, boolean full) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return full ? Optional.of(of(arguments[0], true)) : Optional.empty();
        }
        if (raw == List.class) {
            return full ? several(arguments[0]) : List.of();
        }
        if (raw == Set.class) {
            return full ? Set.copyOf(several(arguments[0])) : Set.of();
        }
        if (raw == SortedSet.class) {
            return full ? new TreeSet<>(several(arguments[0])) : new TreeSet<>();
        }
        if (raw == Map.class || raw == SortedMap.class) {
            var map = new TreeMap<Object, Object>();
            // The one name there is has a value already.
            if (full && arguments[1] != exeat.rules.fact.ValueSet.class) {
                map.put(of(arguments[0], true), of(arguments[1], true));
            }
            return map;
        }
        throw new IllegalStateException("no sample of " + type);
    }

    /** One of each member, where the elements are of a closed set. */
    private static List<Object> several(Type element) {
        return element instanceof Class<?> type && type.isSealed()
                ? members(type).map(member -> of(member, true)).toList()
                : List.of(of(element, true));
    }

    private static Object of(Class<?> type, boolean full) {
        if (type.isSealed()) {
            return of(members(type).toList().getLast(), full);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[full ? type.getEnumConstants().length - 1 : 0];
        }
        var plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type == Finding.class) {
            return finding(full);
        }
        return type == Application.class ? application(full) : record(type, full);
    }

    private static final Map<Class<?>, Object> PLAIN =
            Map.ofEntries(
                    Map.entry(String.class, "한글 \"quoted\" \n text"),
                    Map.entry(int.class, 7),
                    Map.entry(Integer.class, 9),
                    Map.entry(long.class, 8L),
                    Map.entry(double.class, 0.25),
                    Map.entry(Long.class, 10L),
                    Map.entry(boolean.class, true),
                    Map.entry(Boolean.class, false),
                    Map.entry(BigDecimal.class, new BigDecimal("12.5")),
                    Map.entry(Instant.class, Instant.parse("2026-09-02T01:02:03.456789Z")),
                    Map.entry(LocalDate.class, LocalDate.of(1963, 8, 8)),
                    Map.entry(BirthDate.class, BirthDate.of(LocalDate.of(1963, 8, 8))),
                    Map.entry(UUID.class, new UUID(1, 2)),
                    Map.entry(AuthorityId.class, new AuthorityId("jl-yanji-fa")),
                    Map.entry(OfficerId.class, new OfficerId("li.wei")),
                    Map.entry(FactName.class, new FactName("relations in Korea")),
                    Map.entry(UnitFunction.class, new UnitFunction("border police")),
                    Map.entry(
                            exeat.rules.finding.Purpose.class,
                            new exeat.rules.finding.Purpose("family visit")),
                    Map.entry(TravellerNo.class, new TravellerNo(3)),
                    Map.entry(PersonName.class, new PersonName("Hang", "김", "철수")));

    private static Object record(Class<?> type, boolean full) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("no sample of " + type);
        }
        var values = new ArrayList<Object>();
        for (var component : components) {
            // A traveller always has a name, whatever else is missing.
            boolean needed = type == Traveller.class && component.getName().equals("names");
            // The last view does not itself contain a last view, nor does what shows of it, nor a
            // claim that ended what was done before.
            boolean last =
                    (type == TravellerState.class && component.getName().equals("lastView"))
                            || (type == Protection.Beside.class
                                    && component.getName().equals("protection"))
                            || (type == DoneInPerson.class && component.getName().equals("claim"));
            values.add(of(component.getGenericType(), (full || needed) && !last));
        }
        return construct(type, components, values);
    }

    private static Object construct(
            Class<?> type, RecordComponent[] components, List<Object> values) {
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("no sample of " + type, broken);
        }
    }

    private static Application application(boolean full) {
        return new Application(
                "EX-0000-0000",
                Application.Channel.CSV,
                full ? Optional.of(new PersonName("Latn", "Kim", "")) : Optional.empty(),
                full ? Optional.of(new AuthorityId("jl")) : Optional.empty(),
                List.of((Traveller) record(Traveller.class, full)));
    }

    private static Finding finding(boolean full) {
        var refer = Optional.of(Finding.ReferReason.UNANSWERED);
        return new Finding(
                (exeat.rules.document.DirectiveRef)
                        record(exeat.rules.document.DirectiveRef.class, full),
                full ? Outcome.APPROVE_ALWAYS : Outcome.REFER,
                full ? Optional.empty() : refer,
                new exeat.rules.finding.Purpose("trip"),
                List.of("A", "C"),
                (exeat.rules.finding.Burden) record(exeat.rules.finding.Burden.class, full),
                List.of(
                        (exeat.rules.finding.Ground)
                                record(exeat.rules.finding.Ground.class, full)),
                (Facts) record(Facts.class, full),
                full ? List.of() : List.of(new FactName("ethnicity")),
                List.of("Telegram 182"),
                List.of("a ground"));
    }
}
