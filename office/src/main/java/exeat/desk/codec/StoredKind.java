package exeat.desk.codec;

import exeat.casework.event.EventKind;
import java.util.List;
import java.util.Map;

/**
 * The stored name of a record and the stored names of its components, in order. A name is never
 * changed or reused, because stored data must be readable for ever.
 */
public record StoredKind(String name, List<String> fields) {

    public StoredKind {
        fields = List.copyOf(fields);
    }

    static Map.Entry<Class<?>, StoredKind> kind(
            Class<? extends Record> type, String name, String... fields) {
        return Map.entry(type, new StoredKind(name, List.of(fields)));
    }

    /** The kind of an event, whose name is in the catalogue of events. */
    static Map.Entry<Class<?>, StoredKind> kind(EventKind event, String... fields) {
        return Map.entry(event.type(), new StoredKind(event.stored(), List.of(fields)));
    }
}
