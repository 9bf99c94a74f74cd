package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import exeat.json.FactJson;
import exeat.json.JsonFields;
import exeat.rules.DirectiveComparison;
import exeat.rules.DirectiveComparison.ComparedFindings;
import exeat.rules.NewQuestion;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.rules.finding.FindingDifference;
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
        this.json = FindingLines.JSON.createGenerator(out);
        this.json.setRootValueSeparator(new SerializedString(""));
        this.versions = versions;
    }

    @Override
    public void shifts(DirectiveImpact shifts, List<NewQuestion> asked) throws IOException {
        for (var shift : shifts.effects()) {
            json.writeStartObject();
            json.writeBooleanField("better", shift.better());
            json.writeStringField("before", shift.before());
            json.writeStringField("after", shift.after());
            json.writeStringField("who", shift.region());
            JsonFields.texts(
                    json, "turnsOn", shift.turnsOn().stream().map(FactName::text).toList());
            FactJson.facts(json, "person", shift.person());
            end();
        }
        for (var question : asked) {
            asked(question);
        }
        begin();
        json.writeBooleanField(
                "nobodyLoses",
                shifts.nobodyLoses()
                        && asked.stream().noneMatch(NewQuestion::costsWhoLeavesItOpen));
        JsonFields.texts(json, "undecided", shifts.undecided());
        JsonFields.texts(json, "assumed", shifts.assumed());
        JsonFields.texts(json, "newlyAsked", asked.stream().map(q -> q.fact().text()).toList());
        finish();
    }

    /** A new question; the line has the fact alone if nobody was found who leaves it open. */
    private void asked(NewQuestion question) throws IOException {
        json.writeStartObject();
        json.writeStringField("newlyAsked", question.fact().text());
        if (question.leftOpen().isPresent()) {
            var leftOpen = question.leftOpen().get();
            json.writeBooleanField("worse", leftOpen.worse());
            changes(leftOpen.findings().difference());
            FactJson.facts(json, "person", leftOpen.person());
        }
        end();
    }

    private void changes(FindingDifference difference) throws IOException {
        json.writeArrayFieldStart("changes");
        for (var change : difference.changes()) {
            json.writeStartObject();
            json.writeBooleanField("better", change.better());
            json.writeStringField("before", change.before());
            json.writeStringField("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void differs(String id, ComparedFindings redecided) throws IOException {
        var difference = redecided.difference();
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("direction", CompareText.word(difference.direction()));
        changes(difference);
        finding("before", redecided.before());
        finding("after", redecided.after());
        end();
    }

    private void finding(String name, Finding finding) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("outcome", finding.outcome().word());
        JsonFields.texts(json, "routes", finding.routes());
        JsonFields.texts(json, "rules", finding.grounds().stream().map(Ground::rule).toList());
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
        json.writeFieldName(name);
        JsonFields.directive(json, ref);
    }

    private void finish() throws IOException {
        json.writeEndObject();
        end();
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
