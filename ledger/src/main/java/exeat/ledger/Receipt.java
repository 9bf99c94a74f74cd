package exeat.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a person can keep that the steps of their application are in the log.
 *
 * @param number of the application, as its owner knows it
 * @param checkpoint the signed note under which every proof holds
 * @param chain whose chain of steps it opens, as the numbers before the links of its steps say;
 *     empty where it opens none, and each step has a proof of its own
 * @param waiting steps that are not in the log yet
 */
public record Receipt(
        String number,
        String checkpoint,
        Optional<String> chain,
        List<Step> steps,
        List<Event> waiting) {

    /** Stands in each receipt, so that a reader knows what it has. */
    public static final String FORMAT = "exeat-receipt-3";

    /** Stands in each receipt of a training installation. */
    public static final String TRAINING = "This receipt is from training: it proves nothing.";

    public Receipt {
        steps = List.copyOf(steps);
        waiting = List.copyOf(waiting);
    }

    /** A receipt that opens no chain. */
    public Receipt(String number, String checkpoint, List<Step> steps, List<Event> waiting) {
        this(number, checkpoint, Optional.empty(), steps, waiting);
    }

    /**
     * What happened, when, and who did it, in the office's words.
     *
     * @param sequence its number among the steps that the reader is told of; nothing proves it
     * @param place what stands for its number in the leaf: the number itself in a register and in
     *     older steps, else a hash of it under a blind that nobody outside knows
     * @param authority the unit of the officer who acted; empty for anybody else
     * @param payloadHash SHA-256 over the salt and the payload, in hexadecimal digits
     * @param before what the leaf says of the steps before it: in a register the leaf of the one
     *     before, in a case a link for each chain in which the step stands, such as {@code 1:} and
     *     a hash of that chain's step before, under a key
     * @param key opens the link of the receipt's chain, in hexadecimal digits; empty where the step
     *     does not stand in it
     */
    public record Event(
            String stream,
            long sequence,
            String place,
            String type,
            Instant at,
            String actor,
            String authority,
            String payloadHash,
            String before,
            Optional<String> key) {}

    /** The payload of a step and its salt, in base64. */
    public record Payload(String salt, String text) {}

    /**
     * A step in the log.
     *
     * @param leaf the log's entry, in hexadecimal digits
     * @param payload empty if its reader may not see it
     * @param index from 0
     * @param proof that it is in the log; empty where a later step of the chain proves it
     */
    public record Step(
            Event event,
            String leaf,
            Optional<Payload> payload,
            long index,
            Optional<List<Hash>> proof) {
        public Step {
            proof = proof.map(List::copyOf);
        }

        /** A step with a proof of its own. */
        public Step(
                Event event, String leaf, Optional<Payload> payload, long index, List<Hash> proof) {
            this(event, leaf, payload, index, Optional.of(proof));
        }
    }

    /** As JSON, the same for the same receipt. */
    public String toJson() {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            if (KeyName.isTraining(checkpoint)) {
                json.writeStringField("training", TRAINING);
            }
            json.writeStringField("number", number);
            json.writeStringField("checkpoint", checkpoint);
            if (chain.isPresent()) {
                json.writeStringField("chain", chain.get());
            }
            json.writeArrayFieldStart("steps");
            for (var step : steps) {
                write(json, step);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("waiting");
            for (var event : waiting) {
                json.writeStartObject();
                write(json, event);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException broken) {
            throw new UncheckedIOException("a receipt cannot be written", broken);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        write(json, step.event());
        if (step.payload().isPresent()) {
            json.writeStringField("salt", step.payload().get().salt());
            json.writeStringField("payload", step.payload().get().text());
        }
        json.writeStringField("leaf", step.leaf());
        if (step.proof().isPresent()) {
            json.writeNumberField("index", step.index());
            json.writeArrayFieldStart("proof");
            for (var hash : step.proof().get()) {
                json.writeString(hash.base64());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Event event) throws IOException {
        json.writeStringField("stream", event.stream());
        json.writeNumberField("sequence", event.sequence());
        json.writeStringField("place", event.place());
        json.writeStringField("type", event.type());
        json.writeStringField("at", event.at().toString());
        json.writeStringField("actor", event.actor());
        json.writeStringField("authority", event.authority());
        json.writeStringField("payloadHash", event.payloadHash());
        json.writeStringField("before", event.before());
        if (event.key().isPresent()) {
            json.writeStringField("key", event.key().get());
        }
    }
}
