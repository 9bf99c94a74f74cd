package exeat.json;

import com.fasterxml.jackson.core.JsonGenerator;
import exeat.rules.fact.FactName;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.ProofWording;
import java.io.IOException;
import java.util.List;

/** A report of proofs as JSON, its fields always in this order. */
public final class ProofJson {

    private final JsonGenerator json;

    private ProofJson(JsonGenerator json) {
        this.json = json;
    }

    /** A report, as a value. */
    public static void write(JsonGenerator json, ProofReport report) throws IOException {
        new ProofJson(json).write(report);
    }

    private void write(ProofReport report) throws IOException {
        json.writeStartObject();
        json.writeFieldName("directive");
        JsonFields.directive(json, report.directive());
        json.writeArrayFieldStart("against");
        for (var above : report.against()) {
            JsonFields.directive(json, above);
        }
        json.writeEndArray();
        layers(report);
        json.writeBooleanField("proved", report.proved());
        JsonFields.texts(json, "conditions", report.conditions());
        JsonFields.texts(json, "summary", ProofWording.summary(report));
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
        JsonFields.texts(json, "assumptions", report.assumptions());
        JsonFields.texts(json, "restsOn", ProofReport.RESTS_ON);
        json.writeNumberField("limit", report.limit());
        json.writeNumberField("splits", report.splits());
        json.writeEndObject();
    }

    private void layers(ProofReport report) throws IOException {
        json.writeArrayFieldStart("layers");
        for (var layer : report.layers()) {
            json.writeStartObject();
            json.writeFieldName("directive");
            JsonFields.directive(json, layer.directive());
            json.writeBooleanField("inForce", layer.inForce());
            json.writeBooleanField("pinned", layer.pinned());
            json.writeStringField("verdict", JsonFields.word(layer.verdict()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("layersGiven", report.layersGiven());
    }

    private void proof(Proof proof) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", proof.obligation().number());
        json.writeStringField("title", proof.obligation().title());
        json.writeStringField("verdict", JsonFields.word(proof.verdict()));
        failures("failures", proof.failures());
        json.writeNumberField("more", proof.more());
        failures("notes", proof.notes());
        JsonFields.texts(json, "conditions", proof.conditions());
        json.writeEndObject();
    }

    private void failures(String name, List<Failure> failures) throws IOException {
        json.writeArrayFieldStart(name);
        for (var failure : failures) {
            json.writeStartObject();
            json.writeStringField("says", failure.says());
            json.writeStringField("region", failure.region());
            JsonFields.texts(
                    json, "turnsOn", failure.turnsOn().stream().map(FactName::text).toList());
            json.writeArrayFieldStart("people");
            for (var person : failure.people()) {
                json.writeStartObject();
                FactJson.facts(json, "facts", person.facts());
                json.writeStringField("comesOut", person.comesOut());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
