package exeat.desk.codec;

import exeat.casework.event.EventKind;
import java.util.List;
import java.util.Map;

/**
 * What a record is called where it is stored, and what each of its components is called there, in
 * their order. No name is ever changed or given again: what was written once must be read for ever.
 */
public record StoredKind(String name, List<String> fields) {

    public StoredKind {
        fields = List.copyOf(fields);
    }

    static Map.Entry<Class<?>, StoredKind> kind(
            Class<? extends Record> type, String name, String... fields) {
        return Map.entry(type, new StoredKind(name, List.of(fields)));
    }

    /** Of an event, whose name is in the catalogue of events. */
    static Map.Entry<Class<?>, StoredKind> kind(EventKind event, String... fields) {
        return Map.entry(event.type(), new StoredKind(event.stored(), List.of(fields)));
    }
}
