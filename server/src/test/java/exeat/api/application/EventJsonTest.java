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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the interface shows of an event stays, however its record is called in Java. */
class EventJsonTest {

    /** Examples of what is stored, see the decision about its names. */
    private static final Path STORED = Path.of("../office/src/test/resources/exeat/desk/stored");

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
        if ("write".equals(System.getProperty("exeat.golden"))) {
            write(shown);
        }
        assertThat(shown)
                .as("what the interface shows: exeat golden adds new events; read what it added")
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(SHOWN));
    }

    /** Adds what is new. A line that is there is never changed, for others read the interface. */
    private static void write(List<String> shown) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(SHOWN));
        var known = lines.stream().map(EventJsonTest::type).toList();
        shown.stream().filter(line -> !known.contains(type(line))).forEach(lines::add);
        Files.write(SHOWN, lines);
    }

    private static String type(String line) {
        return line.substring(0, line.indexOf('\t'));
    }

    private String shown(EventKind kind) throws IOException {
        var example = Files.readAllLines(example(kind)).getFirst();
        var recorded =
                new RecordedEvent(
                        new StreamId.CaseId(new UUID(0, 1)),
                        1,
                        Instant.EPOCH,
                        told(JsonCodec.event(Bytes.utf8(example))));
        var body = EventBody.of(recorded);
        return body.type() + "\t" + json.writeValueAsString(body.details());
    }

    @Test
    void outputs_that_a_pack_declares_are_shown_by_name_as_in_a_finding() throws IOException {
        var stored = STORED.resolve("0.7-outputs/events/found.txt");

        var event = JsonCodec.event(Bytes.utf8(Files.readAllLines(stored).getFirst()));

        assertThat(EventJson.details(event).findValue("outputs"))
                .hasToString(
                        """
                        {"months of stay":6,\
                        "days to enrol":31,\
                        "home visits":2,\
                        "instalments":true,\
                        "escorted":true,\
                        "kind of permit":"lasting"}\
                        """);
    }

    @Test
    void a_date_of_birth_and_a_fact_known_in_part_are_shown_as_far_as_they_are_known()
            throws IOException {
        var filed = STORED.resolve("0.9-born/events/applied.txt");
        var applied = JsonCodec.event(Bytes.utf8(Files.readAllLines(filed).getFirst()));
        assertThat(EventJson.details(applied).findValuesAsText("birthDate"))
                .containsExactly("1930-05", "1930");
        var decided = STORED.resolve("0.9-born/events/found.txt");
        var found = JsonCodec.event(Bytes.utf8(Files.readAllLines(decided).getFirst()));
        assertThat(EventJson.details(found).findValue("facts").get("fact number 900"))
                .hasToString("{\"from\":32,\"to\":33}");
    }

    /** The first version that wrote such an event has the example. */
    private static Path example(EventKind kind) throws IOException {
        try (var versions = Files.list(STORED)) {
            return versions.sorted()
                    .map(version -> version.resolve("events").resolve(kind.stored() + ".txt"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError(
                                    "no example of " + kind.stored() + ": StoredTest writes it"));
        }
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
