package exeat.desk.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import exeat.store.rows.WebhookStore.Due;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A notification as a CNCF CloudEvents 1.0 event in structured JSON: that something of a kind
 * happened, to which application by its id, when, and which authority did it. Anyone who may know
 * more uses the API under their own account.
 */
final class CloudEvent {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    /** Before the type of each event of a case. */
    static final String CASE = "exeat.case.";

    static final String TEST = "exeat.test";

    private static final JsonFactory FACTORY = new JsonFactory();

    private CloudEvent() {}

    /**
     * The body.
     *
     * @param source names the office
     */
    static byte[] of(String source, Due due) {
        var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", due.entry());
            json.writeStringField("source", source);
            json.writeStringField("type", due.type());
            json.writeStringField("time", due.at().toString());
            if (!due.subject().isEmpty()) {
                json.writeStringField("subject", due.subject());
            }
            json.writeStringField("datacontenttype", "application/json");
            json.writeObjectFieldStart("data");
            if (due.authority().isPresent()) {
                json.writeStringField("authority", due.authority().get());
            }
            if (due.place() >= 0) {
                json.writeNumberField("place", due.place());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
