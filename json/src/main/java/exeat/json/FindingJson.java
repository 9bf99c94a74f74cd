package exeat.json;

import com.fasterxml.jackson.core.JsonGenerator;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import java.io.IOException;
import java.util.List;

/** Findings as JSON, their fields always in this order. */
public final class FindingJson {

    private FindingJson() {}

    /** A finding, as a value. */
    public static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        fields(json, finding);
        json.writeEndObject();
    }

    /** Writes the finding's fields into the open object. */
    public static void fields(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("outcome", finding.outcome().word());
        json.writeFieldName("why");
        if (finding.why().isPresent()) {
            json.writeString(JsonFields.word(finding.why().get()));
        } else {
            json.writeNull();
        }
        json.writeStringField("purpose", finding.purpose().word());
        JsonFields.texts(json, "routes", finding.routes());
        grounds(json, finding.grounds());
        burden(json, finding.burden());
        JsonFields.texts(json, "setAsideGrounds", finding.setAsideGrounds());
        FactJson.facts(json, "facts", finding.facts());
        JsonFields.texts(
                json, "unanswered", finding.unanswered().stream().map(FactName::text).toList());
        JsonFields.texts(json, "instrumentsNotHeld", finding.instrumentsNotHeld());
        json.writeFieldName("directive");
        JsonFields.directive(json, finding.directive());
    }

    private static void grounds(JsonGenerator json, List<Ground> grounds) throws IOException {
        json.writeArrayFieldStart("grounds");
        for (var ground : grounds) {
            json.writeStartObject();
            json.writeStringField("rule", ground.rule());
            json.writeStringField("paragraph", ground.paragraph().number());
            if (ground.route().isPresent()) {
                json.writeStringField("route", ground.route().get());
            }
            json.writeStringField("gist", ground.paragraph().gist());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void burden(JsonGenerator json, Burden burden) throws IOException {
        json.writeObjectFieldStart("burden");
        json.writeArrayFieldStart("clearances");
        for (var clearance : burden.clearances()) {
            json.writeStartObject();
            json.writeStringField("name", clearance.name());
            json.writeStringField("function", clearance.function().word());
            json.writeNumberField("days", clearance.days());
            json.writeBooleanField("assumed", clearance.assumed());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonFields.texts(json, "documents", burden.documents());
        json.writeNumberField("fee", burden.fee());
        json.writeNumberField("appearances", burden.appearances());
        json.writeNumberField("interviews", burden.interviews());
        json.writeNumberField("decisionDays", burden.decisionDays());
        json.writeNumberField("validityDays", burden.validityDays());
        json.writeBooleanField("reentry", burden.reentry());
        json.writeFieldName("quota");
        if (burden.quota().isPresent()) {
            json.writeNumber(burden.quota().get());
        } else {
            json.writeNull();
        }
        // Left out where the directive declares none, so that clients of before see what they did.
        if (!burden.outputs().isEmpty()) {
            json.writeObjectFieldStart("outputs");
            for (var given : burden.outputs()) {
                json.writeFieldName(given.output().name());
                FactJson.value(json, given.value());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
