package exeat.desk.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import exeat.ledger.Hash;
import exeat.rules.document.DirectiveRef;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case's whole history as an auditor reads it.
 *
 * @param name the case's name in this audit; its number if it is shown by name
 * @param revealed whether it was shown by name
 * @param checkpoint the signed note under which the proofs hold; empty if there is none yet, or the
 *     case is not shown by name
 */
public record InspectedCase(
        AuditName name,
        boolean revealed,
        DirectiveRef directive,
        Optional<String> checkpoint,
        List<Step> steps) {

    /** Stands in each file, so that a reader knows what it has. */
    public static final String FORMAT = "exeat-case-2";

    public InspectedCase {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param sequence its number among the steps that auditors are told of, from 1
     * @param at when; to the minute, unless the case is shown by name
     * @param by who did it, with a replacement name unless the case is shown by name
     * @param fields its fields, in order; none if it was erased or nobody may read it
     * @param commitment SHA-256 over a blind and the step's leaf, in hexadecimal digits; it binds
     *     the office to the leaf and tells nobody which it is
     * @param entry what opens the commitment; only if the case is shown by name
     */
    public record Step(
            long sequence,
            String type,
            Instant at,
            AuditName by,
            String unit,
            List<AuditedField> fields,
            String commitment,
            Optional<Entry> entry) {
        public Step {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A step's entry in the public log.
     *
     * @param blind with the leaf behind it, what the commitment hashes; in hexadecimal digits
     * @param leaf the entry, in hexadecimal digits
     * @param stream with the next four and the step's type, time and unit, what the leaf hashes
     * @param place the step's number, or what stands for it
     * @param before the links to the steps before it, which nothing here opens
     * @param index in the log, from 0; empty while it waits
     * @param proof of inclusion under the checkpoint
     */
    public record Entry(
            String blind,
            String leaf,
            String stream,
            String place,
            String actor,
            String payloadHash,
            String before,
            Optional<Long> index,
            List<Hash> proof) {
        public Entry {
            proof = List.copyOf(proof);
        }
    }

    /** As JSON, the same for the same file and in every language: for programs. */
    public String toJson() {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("file", name.toString());
            json.writeBooleanField("revealed", revealed);
            json.writeStringField("directive", directive.id());
            json.writeStringField("version", directive.version());
            json.writeStringField("directiveHash", directive.hash());
            if (checkpoint.isPresent()) {
                json.writeStringField("checkpoint", checkpoint.get());
            }
            json.writeArrayFieldStart("steps");
            for (var step : steps) {
                write(json, step);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException broken) {
            throw new UncheckedIOException("a file cannot be written", broken);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sequence", step.sequence());
        json.writeStringField("type", step.type());
        json.writeStringField("at", step.at().toString());
        // As the log has it where the entry is shown.
        json.writeStringField(
                "by", step.entry().map(Entry::actor).orElseGet(() -> step.by().toString()));
        json.writeStringField("authority", step.unit());
        json.writeObjectFieldStart("says");
        for (var field : AuditedField.plain(step.fields()).entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
        json.writeStringField("commitment", step.commitment());
        if (step.entry().isPresent()) {
            write(json, step.entry().get());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStringField("blind", entry.blind());
        json.writeStringField("leaf", entry.leaf());
        json.writeStringField("stream", entry.stream());
        json.writeStringField("place", entry.place());
        json.writeStringField("actor", entry.actor());
        json.writeStringField("payloadHash", entry.payloadHash());
        json.writeStringField("before", entry.before());
        if (entry.index().isPresent()) {
            json.writeNumberField("index", entry.index().get());
            json.writeArrayFieldStart("proof");
            for (var hash : entry.proof()) {
                json.writeString(hash.base64());
            }
            json.writeEndArray();
        }
    }
}
