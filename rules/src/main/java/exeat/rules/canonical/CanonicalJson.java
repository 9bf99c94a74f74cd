package exeat.rules.canonical;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON by RFC 8785: objects, lists, texts and booleans, each with exactly one
 * representation. Numbers are texts in the form, so that their format does not matter.
 */
final class CanonicalJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * @param value a map with texts as keys, a list, a text or a truth, of these again
     */
    static byte[] bytes(Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> {
                out.append('[');
                var separator = "";
                for (var item : list) {
                    out.append(separator);
                    write(item);
                    separator = ",";
                }
                out.append(']');
            }
            case String text -> text(text);
            case Boolean truth -> out.append(truth.booleanValue());
            default -> throw new IllegalArgumentException("not in the form: " + value.getClass());
        }
    }

    /** The names in the order of their UTF-16 code units, as the scheme asks. */
    private void object(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        out.append('{');
        var separator = "";
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            text(entry.getKey());
            out.append(':');
            write(entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void text(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (letter < FIRST_PRINTABLE) {
                        out.append("\\u").append(HexFormat.of().toHexDigits(letter));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }
}
