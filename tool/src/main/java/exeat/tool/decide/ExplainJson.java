package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonGenerator;
import exeat.json.FactJson;
import exeat.json.FindingJson;
import exeat.json.JsonFields;
import exeat.rules.Directive;
import exeat.rules.explain.Counterfactuals;
import exeat.rules.explain.Explanation;
import exeat.rules.explain.RuleTrace;
import exeat.rules.explain.SufficientReason;
import exeat.rules.fact.FactName;
import exeat.rules.fact.ValueInterval;
import exeat.rules.finding.Finding;
import exeat.tool.cli.CommandIo;
import exeat.tool.input.FactRow;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Explanations as JSON lines, their fields always in this order. */
final class ExplainJson {

    private final JsonGenerator json;

    private ExplainJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(CommandIo io, Directive directive, FactRow.Good row, Locale locale)
            throws IOException {
        try (var json = FindingLines.JSON.createGenerator(io.out())) {
            var finding = directive.decide(row.facts());
            json.writeStartObject();
            json.writeStringField("id", row.id());
            json.writeObjectFieldStart("finding");
            new ExplainJson(json).explain(directive, finding, locale);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void explain(Directive directive, Finding finding, Locale locale) throws IOException {
        FindingJson.fields(json, finding);
        json.writeEndObject();
        json.writeArrayFieldStart("sentences");
        for (var sentence : Explanation.of(directive, finding, locale).sentences()) {
            json.writeStartObject();
            json.writeStringField("topic", JsonFields.word(sentence.topic()));
            json.writeStringField("text", sentence.text());
            json.writeBooleanField("private", sentence.isPrivate());
            json.writeEndObject();
        }
        json.writeEndArray();
        var mattered = SufficientReason.of(directive, finding.facts());
        if (mattered.isPresent()) {
            mattered(mattered.get());
        } else {
            json.writeNullField("mattered");
        }
        changes(Counterfactuals.of(directive, finding.facts()));
        json.writeArrayFieldStart("trace");
        for (var decision : RuleTrace.of(directive, finding.facts()).decisions()) {
            decision(decision);
        }
        json.writeEndArray();
    }

    private void mattered(SufficientReason mattered) throws IOException {
        json.writeObjectFieldStart("mattered");
        JsonFields.texts(json, "facts", mattered.facts().stream().map(FactName::text).toList());
        json.writeBooleanField("smallest", mattered.isSmallest());
        json.writeEndObject();
    }

    private void changes(Counterfactuals changes) throws IOException {
        json.writeObjectFieldStart("changes");
        ways("ways", changes.ways());
        ways("openings", changes.openings());
        json.writeBooleanField("open", changes.isOpen());
        json.writeBooleanField("complete", changes.isComplete());
        json.writeEndObject();
    }

    private void ways(String name, List<Counterfactuals.Way> ways) throws IOException {
        json.writeArrayFieldStart(name);
        for (var way : ways) {
            json.writeStartObject();
            json.writeStringField("outcome", way.finding().outcome().word());
            json.writeArrayFieldStart("facts");
            for (var item : way.items()) {
                item(item);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void item(Counterfactuals.Item item) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", item.fact().text());
        json.writeArrayFieldStart("values");
        for (var value : item.values()) {
            FactJson.value(json, value);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("spans");
        for (var span : item.spans()) {
            span(span);
        }
        json.writeEndArray();
        json.writeFieldName("evidence");
        if (item.evidence().isPresent()) {
            json.writeString(item.evidence().get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private void span(ValueInterval span) throws IOException {
        json.writeStartObject();
        if (span.low().isPresent()) {
            json.writeFieldName(span.withLow() ? "atLeast" : "above");
            FactJson.value(json, span.low().get());
        }
        if (span.high().isPresent()) {
            json.writeFieldName(span.withHigh() ? "atMost" : "below");
            FactJson.value(json, span.high().get());
        }
        json.writeEndObject();
    }

    private void decision(RuleTrace.TracedDecision decision) throws IOException {
        json.writeStartObject();
        json.writeStringField("decision", decision.name());
        json.writeArrayFieldStart("rules");
        for (var tried : decision.rules()) {
            json.writeStartObject();
            json.writeStringField("rule", tried.rule().id());
            json.writeStringField("paragraph", tried.rule().paragraph().orElse(null));
            json.writeBooleanField("assumed", tried.rule().assumed());
            result(tried.result());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void result(RuleTrace.Result result) throws IOException {
        switch (result) {
            case RuleTrace.Matched _ -> json.writeStringField("result", "matched");
            case RuleTrace.Failed(var fact, var test, var value) -> {
                json.writeStringField("result", "failed");
                json.writeStringField("fact", fact.text());
                json.writeStringField("test", test);
                if (value.isPresent()) {
                    json.writeFieldName("value");
                    FactJson.value(json, value.get());
                }
            }
            case RuleTrace.Open(var facts) -> {
                json.writeStringField("result", "open");
                JsonFields.texts(json, "facts", facts.stream().map(FactName::text).toList());
            }
        }
    }
}
