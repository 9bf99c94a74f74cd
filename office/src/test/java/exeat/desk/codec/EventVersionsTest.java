package exeat.desk.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import exeat.casework.event.EventKind;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.TravellerNo;
import exeat.desk.codec.EventVersions.Shape;
import exeat.store.Bytes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event's shape changed twice; see docs/how-to-add.md. */
class EventVersionsTest {

    /** First the reason got another name, then a weight was added, which was one until then. */
    private final EventVersions versions =
            new EventVersions(
                    Map.of(
                            EventKind.RECUSED,
                            List.of(EventVersionsTest::renamed, EventVersionsTest::weighed)));

    private static ObjectNode renamed(ObjectNode event) {
        event.set("reason", event.remove("why"));
        return event;
    }

    private static ObjectNode weighed(ObjectNode event) {
        return event.put("weight", 1);
    }

    private String newest(String stored) {
        return versions.newest(Bytes.utf8(stored)).text();
    }

    @Test
    void every_older_shape_is_raised_to_the_newest() {
        var newest = "{\"type\":\"recused/3\",\"traveller\":2,\"reason\":\"kin\",\"weight\":1}";
        assertThat(newest("{\"type\":\"recused\",\"traveller\":2,\"why\":\"kin\"}"))
                .isEqualTo(newest);
        assertThat(newest("{\"type\":\"recused/2\",\"traveller\":2,\"reason\":\"kin\"}"))
                .isEqualTo(newest);
        assertThat(newest(newest)).isEqualTo(newest);
    }

    @Test
    void other_kinds_stay_as_they_are_stored() {
        var other = "{\"type\":\"recusal-lifted\", \"why\":1.50}";
        assertThat(newest(other)).isEqualTo(other);
        assertThat(versions.type(EventKind.RECUSAL_LIFTED)).isEqualTo("recusal-lifted");
        assertThat(versions.type(EventKind.RECUSED)).isEqualTo("recused/3");
    }

    @Test
    void numbers_keep_their_digits() {
        var exact = "1.500000000000000000000000000000000100";
        assertThat(newest("{\"type\":\"recused\",\"fee\":%s,\"why\":\"\"}".formatted(exact)))
                .contains("\"fee\":" + exact + ",");
    }

    @Test
    void what_a_newer_program_wrote_is_refused_and_so_is_what_is_no_event() {
        for (var stored :
                List.of(
                        "{\"type\":\"recused/4\"}",
                        "{\"type\":\"recused/1\"}",
                        "{\"type\":\"recused/02\"}",
                        "{\"type\":\"recused/\"}",
                        "{\"type\":\"no-such-thing\"}",
                        "{\"why\":\"kin\"}",
                        "")) {
            assertThatThrownBy(() -> newest(stored))
                    .as(stored)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_version_stands_in_what_is_hashed() {
        var event = new TravellerEvent.ConfirmedOfAge(new TravellerNo(1), java.util.Set.of());
        var stored = JsonCodec.write(event);
        assertThat(EventVersions.ALL.shape(stored))
                .isEqualTo(
                        new Shape(
                                EventKind.CONFIRMED_OF_AGE,
                                EventVersions.ALL.newest(EventKind.CONFIRMED_OF_AGE)));
        assertThat(versions.shape(Bytes.utf8("{\"type\":\"recused/2\"}")))
                .isEqualTo(new Shape(EventKind.RECUSED, 2));
    }
}
