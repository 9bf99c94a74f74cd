package exeat.json;

import com.fasterxml.jackson.core.JsonGenerator;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.io.IOException;

/**
 * Facts as JSON: a member a fact, by its name in the vocabulary. {@code null} says that there is
 * none, {@code "withheld"} that the traveller does not say; a date is a text.
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
        json.writeEndObject();
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
