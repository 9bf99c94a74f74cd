package exeat.desk.codec;

import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.rules.fact.ValueSet;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which kinds, fields and constants examples have, under the names by which they are stored. */
final class Covered {

    private final Set<String> found = new TreeSet<>();

    /** The parts of stored data that examples must cover. */
    static Set<String> wanted() {
        var wanted = new TreeSet<String>();
        for (var type : StoredKinds.reached()) {
            if (type.isEnum()) {
                for (var constant : type.getEnumConstants()) {
                    wanted.add(constant(constant));
                }
            } else {
                wanted.add(kind(type));
                for (var component : type.getRecordComponents()) {
                    if (isOpen(component.getGenericType())) {
                        wanted.add(field(type, component) + " there");
                        if (type != ValueSet.OneOf.class && !isNeeded(component.getGenericType())) {
                            wanted.add(field(type, component) + " not there");
                        }
                    }
                }
            }
        }
        return wanted;
    }

    /** The parts covered by the examples added so far. */
    Set<String> found() {
        return found;
    }

    /** Whether this has something that none before it had. */
    boolean add(Object value) {
        int before = found.size();
        walk(value);
        return found.size() > before;
    }

    private static boolean isOpen(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() != Class.class;
    }

    /** An application has a traveller, and a traveller a name; one of several has them. */
    private static boolean isNeeded(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && (list.getActualTypeArguments()[0] == Traveller.class
                        || list.getActualTypeArguments()[0] == PersonName.class);
    }

    private static String kind(Class<?> type) {
        return type.getName() + ", stored as " + StoredKinds.of(type).name();
    }

    private static String field(Class<?> type, RecordComponent component) {
        return kind(type) + ": " + component.getName();
    }

    private static String constant(Object constant) {
        return ((Enum<?>) constant).getDeclaringClass().getName() + ": " + constant;
    }

    private void walk(Object value) {
        switch (value) {
            case Optional<?> maybe -> maybe.ifPresent(this::walk);
            case Collection<?> many -> many.forEach(this::walk);
            case Map<?, ?> map ->
                    map.forEach((key, one) -> {
                        walk(key);
                        walk(one);
                    });
            case Enum<?> constant -> found.add(constant(constant));
            case Record record when StoredKinds.find(record.getClass()).isPresent() ->
                    fields(record);
            default -> {}
        }
    }

    private void fields(Record record) {
        found.add(kind(record.getClass()));
        for (var component : record.getClass().getRecordComponents()) {
            var value = value(record, component);
            if (isOpen(component.getGenericType())) {
                found.add(
                        field(record.getClass(), component)
                                + (isThere(value) ? " there" : " not there"));
            }
            walk(value);
        }
    }

    private static boolean isThere(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.isPresent();
            case Collection<?> many -> !many.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read a field of " + record.getClass(), broken);
        }
    }
}
