package exeat.rules.dmn;

import exeat.rules.dmn.UnaryTest.Comparison;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses S-FEEL's unary tests and literals. Everything else in FEEL is refused, with the place in
 * the cell where it begins.
 */
final class FeelParser {

    private final String text;
    private int at;

    private FeelParser(String text) {
        this.text = text;
    }

    /** An input entry. */
    static UnaryTest unaryTests(String text) throws FeelException {
        var parser = new FeelParser(text);
        var test = parser.entry();
        parser.end();
        return test;
    }

    /** An output entry. */
    static Literal literal(String text) throws FeelException {
        var parser = new FeelParser(text);
        var literal = parser.literal();
        parser.end();
        return literal;
    }

    /** A list of literals, as declared output values are. */
    static List<Literal> literals(String text) throws FeelException {
        var parser = new FeelParser(text);
        var literals = new ArrayList<Literal>();
        do {
            literals.add(parser.literal());
        } while (parser.take(","));
        parser.end();
        return literals;
    }

    private UnaryTest entry() throws FeelException {
        skipBlanks();
        if (text.substring(at).strip().equals("-")) {
            at = text.length();
            return new UnaryTest.Any();
        }
        if (takeWord("not")) {
            expect("(");
            var negated = tests();
            expect(")");
            return new UnaryTest.Not(negated);
        }
        return tests();
    }

    private UnaryTest tests() throws FeelException {
        var tests = new ArrayList<UnaryTest>();
        do {
            tests.add(test());
        } while (take(","));
        return tests.size() == 1 ? tests.getFirst() : new UnaryTest.OneOf(tests);
    }

    private UnaryTest test() throws FeelException {
        if (take("<=")) {
            return ordered(Comparison.AT_MOST);
        }
        if (take("<")) {
            return ordered(Comparison.LESS);
        }
        if (take(">=")) {
            return ordered(Comparison.AT_LEAST);
        }
        if (take(">")) {
            return ordered(Comparison.MORE);
        }
        if (take("[")) {
            return interval(true);
        }
        if (take("(") || take("]")) {
            return interval(false);
        }
        return new UnaryTest.Equal(literal());
    }

    private UnaryTest ordered(Comparison comparison) throws FeelException {
        return new UnaryTest.Ordered(comparison, ordinal());
    }

    private UnaryTest interval(boolean withLow) throws FeelException {
        var low = ordinal();
        expect("..");
        var high = ordinal();
        if (low.type() != high.type()) {
            throw new FeelException("an interval from one type to another: " + text);
        }
        boolean withHigh = take("]");
        if (!withHigh && !take(")") && !take("[")) {
            throw unexpected("the end of an interval");
        }
        if (isEmpty(low, withLow, high, withHigh)) {
            throw new FeelException("an interval that holds nothing: " + text);
        }
        return new UnaryTest.Interval(low, withLow, high, withHigh);
    }

    private static boolean isEmpty(Literal low, boolean withLow, Literal high, boolean withHigh) {
        int order = Literals.compare(low, high);
        return order > 0 || (order == 0 && !(withLow && withHigh));
    }

    /** A literal that has an order: a number or a date. */
    private Literal ordinal() throws FeelException {
        int start = at;
        var literal = literal();
        if (literal.type() != FeelType.NUMBER && literal.type() != FeelType.DATE) {
            at = start;
            throw unexpected("a number or a date");
        }
        return literal;
    }

    private Literal literal() throws FeelException {
        skipBlanks();
        if (take("\"")) {
            return new Literal.Text(string());
        }
        if (takeWord("true")) {
            return new Literal.Truth(true);
        }
        if (takeWord("false")) {
            return new Literal.Truth(false);
        }
        if (takeWord("null")) {
            return new Literal.Null();
        }
        if (takeWord("date")) {
            expect("(");
            expect("\"");
            var day = day(string());
            expect(")");
            return day;
        }
        if (take("@\"")) {
            return day(string());
        }
        return number();
    }

    private Literal day(String iso) throws FeelException {
        try {
            return new Literal.Day(LocalDate.parse(iso));
        } catch (DateTimeException notADate) {
            throw new FeelException("not a date: \"" + iso + "\"");
        }
    }

    private Literal number() throws FeelException {
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int digits = digits();
        boolean hasPoint = text.startsWith(".", at) && !text.startsWith("..", at);
        if (hasPoint) {
            at++;
            int decimals = digits();
            if (decimals == 0) {
                at = start;
            }
            digits += decimals;
        }
        if (digits == 0 || at == start || isNamePart(at)) {
            at = start;
            throw unexpected("a literal");
        }
        return new Literal.Numeral(new BigDecimal(text.substring(start, at)));
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    /** The rest of a string whose opening quote has been taken. */
    private String string() throws FeelException {
        var content = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return content.toString();
            }
            content.append(next == '\\' ? escaped() : next);
        }
        throw new FeelException("a string without its closing quote: " + text);
    }

    private char escaped() throws FeelException {
        char code = at < text.length() ? text.charAt(at++) : ' ';
        return switch (code) {
            case '"', '\\', '\'' -> code;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> throw new FeelException("an unknown escape in a string: \\" + code);
        };
    }

    private char unicode() throws FeelException {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
            throw new FeelException("an unknown escape in a string: \\u");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private boolean take(String token) {
        skipBlanks();
        boolean there = text.startsWith(token, at);
        if (there) {
            at += token.length();
        }
        return there;
    }

    /** Takes a word that no letter or digit continues. */
    private boolean takeWord(String word) {
        skipBlanks();
        boolean there = text.startsWith(word, at) && !isNamePart(at + word.length());
        if (there) {
            at += word.length();
        }
        return there;
    }

    private boolean isNamePart(int index) {
        return index < text.length()
                && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }

    private void expect(String token) throws FeelException {
        if (!take(token)) {
            throw unexpected(token);
        }
    }

    private void end() throws FeelException {
        skipBlanks();
        if (at < text.length()) {
            throw unexpected("the end");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private FeelException unexpected(String wanted) {
        var rest = text.substring(Math.min(at, text.length())).strip();
        var found = rest.isEmpty() ? "the end" : "'" + rest + "'";
        return new FeelException("not read: expected " + wanted + " but found " + found);
    }
}
