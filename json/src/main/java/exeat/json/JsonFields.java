package exeat.json;

import com.fasterxml.jackson.core.JsonGenerator;
import exeat.rules.document.DirectiveRef;
import exeat.rules.source.StoredWord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Helpers for the JSON forms. */
public final class JsonFields {

    private JsonFields() {}

    /** Spelling of enum constants: in lower case, as in packs. */
    public static String word(Enum<?> value) {
        var word = value instanceof StoredWord constant ? constant.stored() : value.name();
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A field with a list of texts. */
    public static void texts(JsonGenerator json, String name, List<String> texts)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A version of a directive, as a value. */
    public static void directive(JsonGenerator json, DirectiveRef ref) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", ref.id());
        json.writeStringField("version", ref.version());
        json.writeStringField("hash", ref.hash());
        json.writeEndObject();
    }
}
