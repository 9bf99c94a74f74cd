package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import exeat.rules.DirectiveComparison;
import exeat.rules.DirectiveComparison.ComparedFindings;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.rules.finding.FindingDifference.Direction;
import exeat.rules.finding.Ground;
import exeat.rules.prove.DirectiveImpact;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A comparison as JSON lines, their fields always in this order; the last one is the summary. */
final class CompareJson implements CompareReport {

    private final JsonGenerator json;
    private final DirectiveComparison versions;

    CompareJson(OutputStream out, DirectiveComparison versions) throws IOException {
        this.json = FindingJson.JSON.createGenerator(out);
        this.json.setRootValueSeparator(new SerializedString(""));
        this.versions = versions;
    }

    @Override
    public void shifts(DirectiveImpact shifts) throws IOException {
        for (var shift : shifts.effects()) {
            json.writeStartObject();
            json.writeBooleanField("better", shift.better());
            json.writeStringField("before", shift.before());
            json.writeStringField("after", shift.after());
            json.writeStringField("who", shift.region());
            texts("turnsOn", shift.turnsOn().stream().map(FactName::text).toList());
            json.writeObjectFieldStart("person");
            for (var fact : shift.person().values().entrySet()) {
                json.writeFieldName(fact.getKey().text());
                FindingJson.value(json, fact.getValue());
            }
            json.writeEndObject();
            end();
        }
        begin();
        json.writeBooleanField("nobodyLoses", shifts.nobodyLoses());
        texts("undecided", shifts.undecided());
        texts("assumed", shifts.assumed());
        finish();
    }

    @Override
    public void differs(String id, ComparedFindings redecided) throws IOException {
        var difference = redecided.difference();
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("direction", CompareText.word(difference.direction()));
        json.writeArrayFieldStart("changes");
        for (var change : difference.changes()) {
            json.writeStartObject();
            json.writeBooleanField("better", change.better());
            json.writeStringField("before", change.before());
            json.writeStringField("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        finding("before", redecided.before());
        finding("after", redecided.after());
        end();
    }

    private void finding(String name, Finding finding) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("outcome", finding.outcome().word());
        texts("routes", finding.routes());
        texts("rules", finding.grounds().stream().map(Ground::rule).toList());
        json.writeEndObject();
    }

    @Override
    public void summary(CaseComparison.Counts counts) throws IOException {
        begin();
        json.writeNumberField("cases", counts.read());
        for (var direction : Direction.values()) {
            json.writeNumberField(CompareText.word(direction), counts.of(direction));
        }
        json.writeNumberField("sameOnOtherRules", counts.otherReasons());
        json.writeNumberField("notCompared", counts.unread());
        finish();
    }

    private void begin() throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("summary");
        directive("before", versions.before().ref());
        directive("after", versions.after().ref());
    }

    private void directive(String name, DirectiveRef ref) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("id", ref.id());
        json.writeStringField("version", ref.version());
        json.writeStringField("hash", ref.hash());
        json.writeEndObject();
    }

    private void finish() throws IOException {
        json.writeEndObject();
        end();
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
