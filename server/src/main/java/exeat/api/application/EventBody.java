package exeat.api.application;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.casework.event.EventKind;
import exeat.casework.event.RecordedEvent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened.
 *
 * @param sequence from 1; what this session may not see is left out, so there can be gaps
 * @param details what the event says, by its fields
 */
@Schema(name = "Event")
record EventBody(
        long sequence,
        Instant at,
        @Schema(examples = "clearance-done") String type,
        @Schema(type = SchemaType.OBJECT, additionalProperties = Object.class) JsonNode details) {

    static EventBody of(RecordedEvent recorded) {
        return new EventBody(
                recorded.sequence(),
                recorded.at(),
                EventKind.of(recorded.event()).stored(),
                EventJson.details(recorded.event()));
    }
}
