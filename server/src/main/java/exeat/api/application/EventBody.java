package exeat.api.application;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.casework.event.EventKind;
import exeat.casework.event.RecordedEvent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event of a case.
 *
 * @param sequence from 1; events that this session may not see are left out, so there can be gaps
 * @param details the event's fields
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
