package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Findings as JSON lines, their fields always in this order. */
final class FindingJson implements AutoCloseable {

    static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final JsonGenerator json;

    FindingJson(OutputStream out) throws IOException {
        json = JSON.createGenerator(out);
        json.setRootValueSeparator(new SerializedString(""));
    }

    /** Writes into what another one writes. */
    FindingJson(JsonGenerator json) {
        this.json = json;
    }

    void write(String id, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        fields(finding);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** The finding's fields, into the object that is open. */
    void fields(Finding finding) throws IOException {
        json.writeStringField("outcome", finding.outcome().word());
        json.writeFieldName("why");
        if (finding.why().isPresent()) {
            var why = finding.why().get().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            json.writeString(why);
        } else {
            json.writeNull();
        }
        json.writeStringField("purpose", finding.purpose().word());
        texts("routes", finding.routes());
        grounds(finding.grounds());
        burden(finding.burden());
        texts("setAsideGrounds", finding.setAsideGrounds());
        json.writeObjectFieldStart("facts");
        for (var fact : finding.facts().values().entrySet()) {
            json.writeFieldName(fact.getKey().text());
            value(json, fact.getValue());
        }
        json.writeEndObject();
        texts("unanswered", finding.unanswered().stream().map(FactName::text).toList());
        texts("instrumentsNotHeld", finding.instrumentsNotHeld());
        json.writeObjectFieldStart("directive");
        json.writeStringField("id", finding.directive().id());
        json.writeStringField("version", finding.directive().version());
        json.writeStringField("hash", finding.directive().hash());
        json.writeEndObject();
    }

    private void grounds(List<Ground> grounds) throws IOException {
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

    private void burden(Burden burden) throws IOException {
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
        texts("documents", burden.documents());
        json.writeNumberField("fee", burden.fee());
        json.writeNumberField("appearances", burden.appearances());
        json.writeNumberField("interviews", burden.interviews());
        if (burden.quota().isPresent()) {
            json.writeNumberField("quota", burden.quota().get());
        }
        json.writeNumberField("decisionDays", burden.decisionDays());
        json.writeNumberField("validityDays", burden.validityDays());
        json.writeBooleanField("reentry", burden.reentry());
        json.writeNumberField("interviews", burden.interviews());
        if (burden.quota().isPresent()) {
            json.writeNumberField("quota", burden.quota().get());
        } else {
            json.writeNullField("quota");
        }
        json.writeEndObject();
    }

    void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A fact's value as JSON has it. */
    static void value(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Text text -> json.writeString(text.text());
            case Value.Quantity quantity -> json.writeNumber(quantity.number());
            case Value.Truth truth -> json.writeBoolean(truth.truth());
            case Value.Day day -> json.writeString(day.date().toString());
            case Value.Absent absent -> json.writeNull();
            case Value.Withheld withheld -> json.writeString("withheld");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
