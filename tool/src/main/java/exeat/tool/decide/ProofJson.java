package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactName;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.ProofReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** A report of proofs as JSON, its fields always in this order. */
final class ProofJson {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final JsonGenerator json;

    private ProofJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(OutputStream out, ProofReport report) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            new ProofJson(json).write(report);
            json.writeRaw('\n');
        }
    }

    private void write(ProofReport report) throws IOException {
        json.writeStartObject();
        json.writeFieldName("directive");
        ref(report.directive());
        json.writeArrayFieldStart("against");
        for (var above : report.against()) {
            ref(above);
        }
        json.writeEndArray();
        json.writeBooleanField("proved", report.proved());
        json.writeArrayFieldStart("unprovable");
        for (var one : report.unprovable()) {
            json.writeStartObject();
            json.writeStringField("element", one.element());
            json.writeNumberField("line", one.line());
            json.writeStringField("why", one.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("obligations");
        for (var proof : report.proofs()) {
            proof(proof);
        }
        json.writeEndArray();
        texts("assumptions", report.assumptions());
        texts("restsOn", ProofReport.RESTS_ON);
        json.writeNumberField("limit", report.limit());
        json.writeNumberField("splits", report.splits());
        json.writeEndObject();
    }

    private void ref(DirectiveRef ref) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", ref.id());
        json.writeStringField("version", ref.version());
        json.writeStringField("hash", ref.hash());
        json.writeEndObject();
    }

    private void proof(Proof proof) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", proof.obligation().number());
        json.writeStringField("title", proof.obligation().title());
        json.writeStringField(
                "verdict", proof.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        failures("failures", proof.failures());
        json.writeNumberField("more", proof.more());
        failures("notes", proof.notes());
        json.writeEndObject();
    }

    private void failures(String name, List<Failure> failures) throws IOException {
        json.writeArrayFieldStart(name);
        for (var failure : failures) {
            json.writeStartObject();
            json.writeStringField("says", failure.says());
            json.writeStringField("region", failure.region());
            texts("turnsOn", failure.turnsOn().stream().map(FactName::text).toList());
            json.writeArrayFieldStart("people");
            for (var person : failure.people()) {
                json.writeStartObject();
                json.writeObjectFieldStart("facts");
                for (var fact : person.facts().values().entrySet()) {
                    json.writeFieldName(fact.getKey().text());
                    FindingJson.value(json, fact.getValue());
                }
                json.writeEndObject();
                json.writeStringField("comesOut", person.comesOut());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
