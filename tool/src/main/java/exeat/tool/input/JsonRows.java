package exeat.tool.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * JSON lines: {@code {"id": "1", "facts": {"age": 34}}}. A fact that is left out is unknown, {@code
 * null} or {@code "absent"} says that there is none, {@code "withheld"} that it is not disclosed.
 */
public final class JsonRows implements FactRows {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();

    private final LookaheadReader chars;
    private final FactColumns columns;
    private char[] text = new char[1 << 10];
    private int length;
    private long line;

    public JsonRows(Reader reader, FactColumns columns) throws IOException {
        chars = new LookaheadReader(reader);
        this.columns = columns;
    }

    @Override
    public Optional<FactRow> next() throws IOException {
        while (chars.peek() != LookaheadReader.END) {
            line++;
            if (!readLine()) {
                return Optional.of(bad(0, "", "the line is longer than " + MAX_LENGTH));
            }
            if (!isBlank()) {
                return Optional.of(parse());
            }
        }
        return Optional.empty();
    }

    private boolean isBlank() {
        int at = 0;
        while (at < length && Character.isWhitespace(text[at])) {
            at++;
        }
        return at == length;
    }

    /** Whether the line was short enough to be read. */
    private boolean readLine() throws IOException {
        length = 0;
        for (int next = chars.read();
                next != LookaheadReader.END && next != '\n';
                next = chars.read()) {
            if (length == MAX_LENGTH) {
                chars.skipLine();
                return false;
            }
            if (length == text.length) {
                text = java.util.Arrays.copyOf(text, 2 * length);
            }
            text[length++] = (char) next;
        }
        return true;
    }

    private FactRow parse() throws IOException {
        try (JsonParser json = JSON.createParser(text, 0, length)) {
            return row(json);
        } catch (Misfit misfit) {
            return bad(misfit.column, misfit.field, misfit.reason);
        } catch (JsonProcessingException broken) {
            var location = broken.getLocation();
            int column = location == null ? 0 : location.getColumnNr();
            return bad(column, "", "this is not JSON, or it has a name twice");
        }
    }

    private FactRow row(JsonParser json) throws IOException, Misfit {
        require(json.nextToken() == JsonToken.START_OBJECT, json, "", "must be a JSON object");
        Optional<String> id = Optional.empty();
        Optional<Facts> facts = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> id = Optional.of(id(json));
                case "facts" -> facts = Optional.of(facts(json));
                default -> throw new Misfit(json, name, "only id and facts are allowed here");
            }
        }
        require(json.nextToken() == null, json, "", "there is text after the object");
        require(id.isPresent(), json, "id", "is missing");
        require(facts.isPresent(), json, "facts", "is missing");
        return new FactRow.Good(id.orElseThrow(), facts.orElseThrow());
    }

    private static String id(JsonParser json) throws IOException, Misfit {
        var token = json.currentToken();
        boolean named = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
        require(named && !json.getText().isBlank(), json, "id", "must be text or a whole number");
        return json.getText();
    }

    private Facts facts(JsonParser json) throws IOException, Misfit {
        require(
                json.currentToken() == JsonToken.START_OBJECT,
                json,
                "facts",
                "must be a JSON object");
        var facts = columns.reader().row();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var found = columns.place(name);
            require(found.isPresent(), json, name, "the directive has no such fact");
            json.nextToken();
            facts.set(found.getAsInt(), value(json, found.getAsInt()));
        }
        return facts.facts();
    }

    private Value value(JsonParser json, int place) throws IOException, Misfit {
        var fact = columns.reader().fact(place);
        var token = json.currentToken();
        boolean fits =
                token == JsonToken.VALUE_NULL
                        || token == JsonToken.VALUE_STRING
                        || (token.isNumeric() && fact.type() == FactType.NUMBER)
                        || (token.isBoolean() && fact.type() == FactType.BOOLEAN);
        if (!fits) {
            throw misfit(json, fact);
        }
        var written = token == JsonToken.VALUE_NULL ? "absent" : written(json, token);
        return columns.reader().parse(place, written).orElseThrow(() -> misfit(json, fact));
    }

    private static Misfit misfit(JsonParser json, FactDefinition fact) {
        return new Misfit(json, fact.name().text(), "must be " + FactColumns.expected(fact));
    }

    /** Numbers as plain digits, so that 1e1 reads as the 10 that it is. */
    private static String written(JsonParser json, JsonToken token) throws IOException {
        return token.isNumeric() && json.getTextLength() < 60 ? plain(json) : json.getText();
    }

    private static String plain(JsonParser json) throws IOException {
        var number = json.getDecimalValue();
        return Math.abs(number.scale()) < 60 ? number.toPlainString() : json.getText();
    }

    private static void require(boolean holds, JsonParser json, String field, String reason)
            throws Misfit {
        if (!holds) {
            throw new Misfit(json, field, reason);
        }
    }

    private FactRow bad(int column, String field, String reason) {
        return new FactRow.Bad(line, column, field, reason);
    }

    /** JSON that is no row. Stays within this class. */
    private static final class Misfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final int column;
        private final String field;
        private final String reason;

        Misfit(JsonParser json, String field, String reason) {
            super(reason, null, false, false);
            column = json.currentTokenLocation().getColumnNr();
            this.field = field;
            this.reason = reason;
        }
    }
}
