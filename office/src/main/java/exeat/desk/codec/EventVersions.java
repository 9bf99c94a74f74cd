package exeat.desk.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exeat.casework.event.EventKind;
import exeat.store.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The versions of the shapes of events. A stored event begins with its kind and, from the second
 * version on, the version: {@code {"type":"warned/2",...}}; so its hash covers that too, and what
 * was stored stays as it is. An older shape is raised to the newest when it is read, step by step,
 * and the rules know the newest alone.
 */
final class EventVersions {

    /** Makes of a shape the next one; it gets the fields without the type, and may change them. */
    interface Upcaster extends UnaryOperator<ObjectNode> {}

    /**
     * What raises the shapes of a kind, the first version's first; a kind that is not here has one
     * version. An entry is never removed or changed once a release has it.
     */
    private static final Map<EventKind, List<Upcaster>> RAISED = Map.of();

    /** Those of this program. */
    static final EventVersions ALL = new EventVersions(RAISED);

    private static final String BEGIN = "{\"type\":\"";
    private static final char MARK = '/';

    /** Numbers keep their digits. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final Map<EventKind, List<Upcaster>> raised;
    private final Map<String, EventKind> kinds =
            Arrays.stream(EventKind.values())
                    .collect(Collectors.toUnmodifiableMap(EventKind::stored, Function.identity()));

    EventVersions(Map<EventKind, List<Upcaster>> raised) {
        this.raised = Map.copyOf(raised);
    }

    /** The version in which a kind is written, from 1. */
    int newest(EventKind kind) {
        return 1 + raised.getOrDefault(kind, List.of()).size();
    }

    /** What an event of a kind is stored as. */
    String type(EventKind kind) {
        return type(kind, newest(kind));
    }

    private static String type(EventKind kind, int version) {
        return version == 1 ? kind.stored() : kind.stored() + MARK + version;
    }

    /** The kind and version of a stored event. */
    record Shape(EventKind kind, int version) {}

    /**
     * The shape of a stored event.
     *
     * @throws IllegalStateException if it is of a kind or version that this program does not know
     */
    Shape shape(Bytes stored) {
        var text = stored.text();
        int end = text.indexOf('"', BEGIN.length());
        if (!text.startsWith(BEGIN) || end < 0) {
            throw new IllegalStateException("a stored event does not begin with its type");
        }
        var type = text.substring(BEGIN.length(), end);
        int mark = type.indexOf(MARK);
        var kind = kinds.get(mark < 0 ? type : type.substring(0, mark));
        for (int version = 1; kind != null && version <= newest(kind); version++) {
            if (type(kind, version).equals(type)) {
                return new Shape(kind, version);
            }
        }
        throw new IllegalStateException("no stored event is a " + type + " in this version");
    }

    /**
     * A stored event in its newest shape; as it is where that is the one it has.
     *
     * @throws IllegalStateException if it is of a kind or version that this program does not know
     */
    Bytes newest(Bytes stored) {
        if (raised.isEmpty()) {
            return stored;
        }
        var shape = shape(stored);
        var steps = raised.getOrDefault(shape.kind(), List.of());
        if (shape.version() > steps.size()) {
            return stored;
        }
        var fields = fields(stored);
        fields.remove("type");
        for (var step : steps.subList(shape.version() - 1, steps.size())) {
            fields = step.apply(fields);
        }
        var whole = JSON.createObjectNode();
        whole.put("type", type(shape.kind()));
        whole.setAll(fields);
        return Bytes.utf8(whole.toString());
    }

    private static ObjectNode fields(Bytes stored) {
        try {
            JsonNode node = JSON.readTree(stored.text());
            return (ObjectNode) node;
        } catch (JsonProcessingException | ClassCastException broken) {
            // Not the cause: it quotes what it read, which is personal.
            throw new IllegalStateException("a stored event cannot be read");
        }
    }
}
