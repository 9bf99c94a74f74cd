package exeat.api.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.event.EventStream;
import exeat.casework.event.RecordedEvent;
import exeat.casework.value.StreamId;
import exeat.desk.codec.JsonCodec;
import exeat.store.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the interface shows of an event stays, however its record is called in Java. */
class EventJsonTest {

    /** Examples of what is stored, see the decision about its names. */
    private static final Path STORED =
            Path.of("../office/src/test/resources/exeat/desk/stored/0.3/events");

    private static final Path SHOWN = Path.of("src/test/resources/exeat/api/events.txt");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_event_of_a_case_is_shown_as_it_was() throws IOException {
        var shown = new ArrayList<String>();
        for (var kind : EventKind.values()) {
            if (kind.stream() == EventStream.CASE) {
                shown.add(shown(kind));
            }
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Files.readAllLines(SHOWN));
    }

    private String shown(EventKind kind) throws IOException {
        var example = Files.readAllLines(STORED.resolve(kind.stored() + ".txt")).getFirst();
        var recorded =
                new RecordedEvent(
                        new StreamId.CaseId(new UUID(0, 1)),
                        1,
                        Instant.EPOCH,
                        told(JsonCodec.event(Bytes.utf8(example))));
        var body = EventBody.of(recorded);
        return body.type() + "\t" + json.writeValueAsString(body.details());
    }

    /** What is left of somebody erased is shown to nobody. */
    private static Event told(Event event) {
        return event instanceof CaseEvent.Erased erased ? erased.told() : event;
    }

    @Test
    void every_event_is_called_outside_as_it_is_stored() {
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::stored))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
