package exeat.ledger.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a JSON object's members strictly: anything missing or of another type is an error. */
final class StrictJson {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<?, ?> members;

    private StrictJson(Map<?, ?> members) {
        this.members = members;
    }

    /** Not what it should be. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }

    static StrictJson object(String text) throws Unreadable {
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            if (value(parser) instanceof Map<?, ?> map && parser.nextToken() == null) {
                return new StrictJson(map);
            }
            throw new Unreadable("is not one JSON object");
        } catch (IOException broken) {
            throw new Unreadable("is not JSON");
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    var name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                var list = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? parser.getText()
                            : Long.valueOf(parser.getLongValue());
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> "";
            case null, default -> throw new IOException("not a kind of value that is allowed here");
        };
    }

    String text(String name) throws Unreadable {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    long number(String name) throws Unreadable {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw missing(name);
    }

    List<StrictJson> objects(String name) throws Unreadable {
        var list = new ArrayList<StrictJson>();
        for (var member : list(name)) {
            if (!(member instanceof Map<?, ?> map)) {
                throw missing(name);
            }
            list.add(new StrictJson(map));
        }
        return list;
    }

    List<String> texts(String name) throws Unreadable {
        var list = new ArrayList<String>();
        for (var member : list(name)) {
            if (!(member instanceof String text)) {
                throw missing(name);
            }
            list.add(text);
        }
        return list;
    }

    private List<?> list(String name) throws Unreadable {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw missing(name);
    }

    private static Unreadable missing(String name) {
        return new Unreadable("has no readable \"" + name + "\"");
    }
}
