package exeat.desk.codec;

import exeat.casework.command.Command;
import exeat.casework.event.Event;
import exeat.casework.event.EventCatalogue;
import exeat.casework.event.EventKind;
import exeat.casework.state.RestrictedData;
import exeat.casework.state.State;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.base.ApplicationDraft;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Purpose;
import exeat.rules.source.StoredAs;
import exeat.rules.source.StoredWord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All stored names. Classes, components and constants may be renamed in Java; stored data does not
 * contain Java names. The components of a record must stay in their order, in which {@link
 * StoredKind} names them.
 */
public final class StoredKinds {

    private StoredKinds() {}

    /** From these, everything that is stored can be reached. */
    static final List<Class<?>> ROOTS =
            List.of(
                    Event.class,
                    State.class,
                    RestrictedData.class,
                    VersionHistory.class,
                    Traveller.class,
                    StreamId.class,
                    Command.class,
                    ApplicationDraft.class);

    /** Stored as their one value, so they have no fields. */
    private static final Set<Class<?>> PLAIN =
            Set.of(
                    AuthorityId.class,
                    OfficerId.class,
                    FactName.class,
                    TravellerNo.class,
                    UnitFunction.class,
                    Purpose.class,
                    BirthDate.class);

    private static final Map<Class<?>, StoredKind> ALL = all();

    private static Map<Class<?>, StoredKind> all() {
        var all = new HashMap<Class<?>, StoredKind>();
        List.of(EventKinds.ALL, StateKinds.ALL, PartKinds.ALL, CommandKinds.ALL)
                .forEach(all::putAll);
        return Map.copyOf(all);
    }

    /** The kind of a record that is stored by fields; empty for every other class. */
    static Optional<StoredKind> find(Class<?> type) {
        return Optional.ofNullable(ALL.get(type)).or(() -> said(type));
    }

    /** What a record says of itself; an event's own name is that of the catalogue of events. */
    private static Optional<StoredKind> said(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(StoredAs.class))
                .map(said -> new StoredKind(name(type, said), List.of(said.fields())));
    }

    private static String name(Class<?> type, StoredAs said) {
        boolean isEvent = Event.class.isAssignableFrom(type);
        must(
                isEvent == said.name().isEmpty(),
                type + " has no name, or one beside its catalogue's");
        return isEvent ? EventKind.of(type.asSubclass(Event.class)).stored() : said.name();
    }

    public static StoredKind of(Class<?> type) {
        return find(type).orElseThrow(() -> new IllegalStateException(type + " has no name"));
    }

    /** The records of a closed set, however deep. */
    static Set<Class<?>> members(Class<?> set) {
        var members = new LinkedHashSet<Class<?>>();
        for (var member : set.getPermittedSubclasses()) {
            members.addAll(member.isSealed() ? members(member) : Set.of(member));
        }
        return members;
    }

    /** Every record that is stored by fields, and every set of constants that is stored. */
    static Set<Class<?>> reached() {
        var reached = new LinkedHashSet<Class<?>>();
        ROOTS.forEach(root -> reach(root, reached));
        return reached;
    }

    private static void reach(Type type, Set<Class<?>> reached) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(one -> reach(one, reached));
        } else if (type instanceof Class<?> one && !PLAIN.contains(one)) {
            if (one.isSealed()) {
                members(one).forEach(member -> reach(member, reached));
            } else if (one.isEnum()) {
                reached.add(one);
            } else if (one.isRecord() && reached.add(one)) {
                Arrays.stream(one.getRecordComponents())
                        .forEach(c -> reach(c.getGenericType(), reached));
            }
        }
    }

    /**
     * Checks that everything stored has a unique name and that no name is unused.
     *
     * @throws IllegalStateException if not: nothing may be stored then
     */
    static void check() {
        EventCatalogue.missing()
                .forEach(type -> must(false, type + " has no entry in the catalogue of events"));
        var reached = reached();
        for (var type : reached) {
            if (type.isEnum()) {
                constants(type);
            } else {
                fields(type, of(type));
            }
        }
        ALL.keySet().forEach(type -> must(reached.contains(type), type + " is named, not stored"));
        var alone = new HashSet<>(ALL.keySet());
        for (var type : reached) {
            if (type.isAnnotationPresent(StoredAs.class)) {
                must(alone.add(type), type + " is named twice");
            }
        }
        StoredTypeNames.SETS
                .keySet()
                .forEach(set -> {
                    distinct(set, members(set));
                    alone.removeAll(members(set));
                });
        var commands = members(Command.class);
        distinct(Command.class, commands);
        alone.removeAll(commands);
        distinct(StoredKinds.class, alone);
    }

    private static void constants(Class<?> type) {
        var words = new HashSet<String>();
        for (var constant : type.getEnumConstants()) {
            must(constant instanceof StoredWord, type + " has no words to be stored by");
            var word = ((StoredWord) constant).stored();
            must(words.add(word), type + " has two constants that are stored as " + word);
        }
    }

    private static void fields(Class<?> type, StoredKind kind) {
        int components = type.getRecordComponents().length;
        must(
                kind.fields().size() == components,
                "%s has %d components, and %d names for them"
                        .formatted(type, components, kind.fields().size()));
        must(
                new HashSet<>(kind.fields()).size() == components,
                type + " has two fields of one name");
    }

    private static void distinct(Class<?> set, Set<Class<?>> members) {
        var names = new HashSet<String>();
        members.forEach(member -> {
            var name = of(member).name();
            must(names.add(name), "two of " + set + " are stored as " + name);
        });
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
