package exeat.casework.event;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Whether {@link EventKind} is whole: every event that the program knows has an entry there. */
public final class EventCatalogue {

    private EventCatalogue() {}

    /** The types of events without an entry. Must be empty, or the program does not start. */
    public static List<Class<?>> missing() {
        return members(Event.class).filter(type -> !EventKind.has(type)).toList();
    }

    private static Stream<Class<?>> members(Class<?> set) {
        return set.isSealed()
                ? Arrays.stream(set.getPermittedSubclasses()).flatMap(EventCatalogue::members)
                : Stream.of(set);
    }
}
