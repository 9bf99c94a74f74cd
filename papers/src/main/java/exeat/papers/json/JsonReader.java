package exeat.papers.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) with the bounds of I-JSON (RFC 7493), which RFC 8785 requires: no member
 * twice, no lone surrogates, numbers as doubles.
 */
public final class JsonReader {

    /** No seal is nested deeper than five; a reader that recurses must have a limit. */
    private static final int MAX_DEPTH = 16;

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private static final int HEX = 4;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Reads a text that is one value; how long it may be is the caller's to limit. */
    public static JsonReading read(String text) {
        var reader = new JsonReader(text);
        try {
            var value = reader.value(0);
            reader.space();
            if (reader.at < text.length()) {
                throw new Stopped("there is more after the value");
            }
            return new JsonReading.Read(value);
        } catch (Stopped stopped) {
            return new JsonReading.Unreadable(reader.at, stopped.what);
        }
    }

    /** Ends the reading; never leaves this class. */
    private static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        private final String what;

        Stopped(String what) {
            super(what, null, false, false);
            this.what = what;
        }
    }

    private JsonTree value(int depth) throws Stopped {
        if (depth > MAX_DEPTH) {
            throw new Stopped("it is nested too deeply");
        }
        space();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> new JsonTree.Text(string());
            case 't' -> word("true", new JsonTree.Truth(true));
            case 'f' -> word("false", new JsonTree.Truth(false));
            case 'n' -> word("null", new JsonTree.Nothing());
            default -> number();
        };
    }

    private JsonTree members(int depth) throws Stopped {
        var all = new LinkedHashMap<String, JsonTree>();
        at++;
        space();
        if (took('}')) {
            return new JsonTree.Members(all);
        }
        do {
            space();
            var name = string();
            space();
            take(':');
            if (all.put(name, value(depth + 1)) != null) {
                throw new Stopped("a member is there twice");
            }
            space();
        } while (took(','));
        take('}');
        return new JsonTree.Members(all);
    }

    private JsonTree items(int depth) throws Stopped {
        var all = new ArrayList<JsonTree>();
        at++;
        space();
        if (took(']')) {
            return new JsonTree.Items(all);
        }
        do {
            all.add(value(depth + 1));
            space();
        } while (took(','));
        take(']');
        return new JsonTree.Items(all);
    }

    private String string() throws Stopped {
        take('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                at--;
                throw new Stopped("a control character is in a string");
            }
            string.append(next == '\\' ? escaped() : next);
        }
        at++;
        for (int i = 0; i < string.length(); i++) {
            int point = string.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new Stopped("half of a surrogate pair is in a string");
            }
            i += Character.charCount(point) - 1;
        }
        return string.toString();
    }

    private char escaped() throws Stopped {
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < HEX; i++) {
                    int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
                    if (digit < 0) {
                        throw new Stopped("not four hexadecimal digits");
                    }
                    code = code * 16 + digit;
                    at++;
                }
                yield (char) code;
            }
            default -> throw new Stopped("no such escape");
        };
    }

    private JsonTree number() throws Stopped {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new Stopped("a value is expected");
        }
        double value = Double.parseDouble(number.group());
        if (!Double.isFinite(value)) {
            throw new Stopped("a number is too large");
        }
        at = number.end();
        return new JsonTree.Real(value);
    }

    private JsonTree word(String word, JsonTree value) throws Stopped {
        if (!text.startsWith(word, at)) {
            throw new Stopped("a value is expected");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Stopped {
        if (at >= text.length()) {
            throw new Stopped("it ends too early");
        }
        return text.charAt(at);
    }

    private boolean took(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void take(char expected) throws Stopped {
        if (peek() != expected) {
            throw new Stopped("'" + expected + "' is expected");
        }
        at++;
    }
}
