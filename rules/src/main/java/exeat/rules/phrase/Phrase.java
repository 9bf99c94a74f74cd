package exeat.rules.phrase;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A text with places that are filled in.
 *
 * <p>A place is <code>{0}</code>, or a count with a form for each plural: <code>
 * {0, plural, one {# day} other {# days}}</code>, where {@code =1} may stand for one number alone
 * and {@code #} is the number. Nothing is quoted: an apostrophe is an apostrophe, and a text with
 * one right before a brace is refused.
 */
public final class Phrase {

    /** Within each other; packs come from strangers. */
    private static final int MAX_COUNTS = 4;

    private sealed interface Part {}

    private record Plain(String text) implements Part {}

    private record Place(int at) implements Part {}

    /** The number that the plural around it counts. */
    private record Counted() implements Part {}

    private record Count(int at, Map<String, List<Part>> forms) implements Part {}

    private final List<Part> parts;

    private Phrase(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * The phrase that a text writes.
     *
     * @throws IllegalArgumentException if it writes none; the message says why
     */
    public static Phrase of(String text) {
        var reader = new Reader(text);
        var parts = reader.parts(0);
        if (!reader.isAtEnd()) {
            throw new IllegalArgumentException("has a } without its {");
        }
        return new Phrase(parts);
    }

    /** The places that it fills, by number. */
    public Set<Integer> places() {
        var places = new TreeSet<Integer>();
        walk(parts, places, new TreeMap<>());
        return places;
    }

    /** The places where something is counted, each with the forms that are written for it. */
    public Map<Integer, Set<String>> counts() {
        var counts = new TreeMap<Integer, Set<String>>();
        walk(parts, new TreeSet<>(), counts);
        return counts;
    }

    private static void walk(
            List<Part> parts, Set<Integer> places, Map<Integer, Set<String>> counts) {
        for (var part : parts) {
            switch (part) {
                case Plain _, Counted _ -> {}
                case Place(var at) -> places.add(at);
                case Count(var at, var forms) -> {
                    places.add(at);
                    counts.put(at, forms.keySet());
                    forms.values().forEach(form -> walk(form, places, counts));
                }
            }
        }
    }

    /** The text with its places filled in; numbers as the language writes them. */
    public String say(Locale locale, Object... with) {
        var said = new StringBuilder();
        say(said, parts, locale, "", with);
        return said.toString();
    }

    private static void say(
            StringBuilder said, List<Part> parts, Locale locale, String counted, Object... with) {
        for (var part : parts) {
            switch (part) {
                case Plain(var text) -> said.append(text);
                case Place(var at) -> said.append(written(with[at], locale));
                case Counted() -> said.append(counted);
                case Count(var at, var forms) -> {
                    long number = ((Number) with[at]).longValue();
                    say(said, form(forms, number, locale), locale, written(number, locale), with);
                }
            }
        }
    }

    private static List<Part> form(Map<String, List<Part>> forms, long number, Locale locale) {
        var plural = Plurals.of(locale.getLanguage()).category(number);
        return Stream.of("=" + number, plural, Plurals.OTHER)
                .filter(forms::containsKey)
                .map(forms::get)
                .findFirst()
                .orElseThrow();
    }

    private static String written(Object value, Locale locale) {
        return value instanceof Number number
                ? NumberFormat.getInstance(locale).format(number)
                : value.toString();
    }

    /** Reads a text from its beginning. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return at == text.length();
        }

        /** What stands up to the end, or up to the brace that closes a form. */
        List<Part> parts(int counts) {
            if (counts > MAX_COUNTS) {
                throw new IllegalArgumentException("has plurals nested too deeply");
            }
            var parts = new ArrayList<Part>();
            var plain = new StringBuilder();
            while (!isAtEnd() && text.charAt(at) != '}') {
                char next = text.charAt(at);
                at++;
                if (next == '\'' && !isAtEnd() && "'{}#".indexOf(text.charAt(at)) >= 0) {
                    throw new IllegalArgumentException("has ' before " + text.charAt(at));
                }
                if (next == '{' || (next == '#' && counts > 0)) {
                    parts.add(new Plain(plain.toString()));
                    plain.setLength(0);
                    parts.add(next == '{' ? place(counts) : new Counted());
                } else {
                    plain.append(next);
                }
            }
            parts.add(new Plain(plain.toString()));
            return parts.stream()
                    .filter(part -> !(part instanceof Plain(var empty) && empty.isEmpty()))
                    .toList();
        }

        private Part place(int counts) {
            int number = number(word());
            if (accept('}')) {
                return new Place(number);
            }
            expect(',');
            var kind = word();
            if (!kind.equals("plural")) {
                throw new IllegalArgumentException(
                        "has a placeholder of the unknown kind '" + kind + "'");
            }
            expect(',');
            var forms = new LinkedHashMap<String, List<Part>>();
            while (!accept('}')) {
                var form = word();
                expect('{');
                if (forms.put(form, parts(counts + 1)) != null) {
                    throw new IllegalArgumentException("has the form '" + form + "' twice");
                }
                expect('}');
            }
            if (!forms.containsKey(Plurals.OTHER)) {
                throw new IllegalArgumentException("has no form '" + Plurals.OTHER + "'");
            }
            return new Count(number, forms);
        }

        private static int number(String word) {
            if (!word.matches("\\d")) {
                throw new IllegalArgumentException(
                        "has a placeholder that is not a number: " + word);
            }
            return Integer.parseInt(word);
        }

        private String word() {
            skip();
            int from = at;
            while (!isAtEnd() && "{},# ".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (from == at) {
                throw new IllegalArgumentException("has an unclosed or empty placeholder");
            }
            return text.substring(from, at);
        }

        private boolean accept(char wanted) {
            skip();
            boolean found = !isAtEnd() && text.charAt(at) == wanted;
            at += found ? 1 : 0;
            return found;
        }

        private void expect(char wanted) {
            if (!accept(wanted)) {
                throw new IllegalArgumentException("must have " + wanted + " inside a placeholder");
            }
        }

        private void skip() {
            while (!isAtEnd() && text.charAt(at) == ' ') {
                at++;
            }
        }
    }
}
