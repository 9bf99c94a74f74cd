package exeat.json;

import com.fasterxml.jackson.core.JsonGenerator;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import java.io.IOException;
import java.util.Optional;

/**
 * Facts as JSON: one member per fact, by its name in the vocabulary. {@code null} means that there
 * is none, {@code "withheld"} that the traveller prefers not to say; a date is a string. A fact
 * known as one of several values is an object: {@code {"one of": [...]}}, or {@code {"from": ...,
 * "to": ...}}.
 */
public final class FactJson {

    private FactJson() {}

    /** A field with facts. */
    public static void facts(JsonGenerator json, String name, Facts facts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var fact : facts.values().entrySet()) {
            json.writeFieldName(fact.getKey().text());
            value(json, fact.getValue());
        }
        for (var fact : facts.sets().entrySet()) {
            json.writeFieldName(fact.getKey().text());
            set(json, fact.getValue());
        }
        json.writeEndObject();
    }

    /** What is known of a fact that is one of several values. */
    public static void set(JsonGenerator json, ValueSet set) throws IOException {
        json.writeStartObject();
        switch (set) {
            case ValueSet.OneOf(var values) -> {
                json.writeArrayFieldStart("one of");
                for (var value : values) {
                    value(json, value);
                }
                json.writeEndArray();
            }
            case ValueSet.Between(var low, var high) -> {
                end(json, "from", low);
                end(json, "to", high);
            }
        }
        json.writeEndObject();
    }

    private static void end(JsonGenerator json, String name, Optional<Value> end)
            throws IOException {
        if (end.isPresent()) {
            json.writeFieldName(name);
            value(json, end.get());
        }
    }

    /** A fact's value. */
    public static void value(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Text(var text) -> json.writeString(text);
            case Value.Quantity(var number) -> json.writeNumber(number);
            case Value.Truth(var truth) -> json.writeBoolean(truth);
            case Value.Day(var date) -> json.writeString(date.toString());
            case Value.Absent _ -> json.writeNull();
            case Value.Withheld _ -> json.writeString("withheld");
        }
    }
}
