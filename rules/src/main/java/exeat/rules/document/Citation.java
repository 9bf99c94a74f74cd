package exeat.rules.document;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a paragraph is cited, in the signs of the law that it comes from: {@code 2.1}, {@code
 * 7(1)(c)}, {@code 30a}, {@code E-ECP.3.1}, {@code II.2}, {@code § 104c}, {@code Annex II}, {@code
 * 7–9}.
 */
public final class Citation {

    /** The greatest length, in characters. */
    public static final int MAX_LENGTH = 40;

    /**
     * The order in which a lawyer looks citations up: numbers by size, letters by the alphabet, and
     * an inserted paragraph after the one that it follows, so 9 comes before 30, and 30a and 30b
     * come between 30 and 31. Signs count only between two that are otherwise the same.
     */
    public static final Comparator<String> ORDER =
            Comparator.comparing(Citation::parts, Citation::compare)
                    .thenComparing(Comparator.naturalOrder());

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{N}§ .()/–-]*");
    private static final Pattern SEPARATORS_MEET = Pattern.compile("  |[.–/-] ?[.–/-]");
    private static final Pattern CUT =
            Pattern.compile("[ ./–-](?=[)])|[(](?=[ ./–)(-])|^[ ./–-]|[ ./–(-]$");
    private static final Pattern PART = Pattern.compile("\\p{Nd}+|[\\p{L}\\p{M}\\p{Nl}\\p{No}]+");
    private static final Pattern ROMAN = Pattern.compile("(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})");

    private Citation() {}

    /**
     * What is wrong with a citation, in words that end a sentence about it; empty if nothing is.
     */
    public static Optional<String> fault(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("has more than " + MAX_LENGTH + " characters");
        }
        if (!ALLOWED.matcher(text).matches()
                || !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return Optional.of(
                    "may contain only letters, numbers, §, spaces and . - – / ( ): " + text);
        }
        if (!PART.matcher(text).find()) {
            return Optional.of("has neither a letter nor a number: " + text);
        }
        if (!bracketsClose(text)) {
            return Optional.of("has an unmatched bracket: " + text);
        }
        if (SEPARATORS_MEET.matcher(text).find() || CUT.matcher(text).find()) {
            return Optional.of(
                    "must not begin or end with a sign or space, or have two in a"
                            + " row: "
                            + text);
        }
        return Optional.empty();
    }

    private static boolean bracketsClose(String text) {
        boolean open = false;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if ((sign == '(' && open) || (sign == ')' && !open)) {
                return false;
            }
            open = (open || sign == '(') && sign != ')';
        }
        return !open;
    }

    /** Whether two are told apart by spaces, dashes or the case of letters alone. */
    public static boolean readsLike(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.replaceAll("[ §]", "").replace('–', '-').toLowerCase(Locale.ROOT);
    }

    /**
     * The citation as the end of an address or of an element's id, of letters, digits and {@code -
     * _ ~ ( )} only; different citations have different ones.
     */
    public static String anchor(String text) {
        var anchor = new StringBuilder();
        text.codePoints()
                .forEach(sign -> {
                    boolean plain = sign < 128 && Character.isLetterOrDigit(sign);
                    if (plain || sign == '(' || sign == ')') {
                        anchor.appendCodePoint(sign);
                    } else {
                        anchor.append(
                                switch (sign) {
                                    case '.' -> "-";
                                    case '-' -> "--";
                                    case ' ' -> "_";
                                    default -> "~" + Integer.toHexString(sign) + "~";
                                });
                    }
                });
        return anchor.toString();
    }

    /** Its numbers and words, in small letters. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var found = PART.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            parts.add(found.group());
        }
        return parts;
    }

    private static int compare(List<String> one, List<String> other) {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            int order = comparePart(one.get(at), other.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int comparePart(String one, String other) {
        boolean number = isNumber(one);
        if (number != isNumber(other)) {
            return number ? -1 : 1;
        }
        return number
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : counted(one).compareTo(counted(other));
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }

    /**
     * A Roman numeral of several letters with its signs added up (ix is viiii), so that the
     * alphabet has i to xlix in their order; any other word as it is.
     */
    private static String counted(String word) {
        return word.length() > 1 && ROMAN.matcher(word).matches()
                ? word.replace("xl", "xxxx")
                        .replace("l", "xxxxx")
                        .replace("ix", "viiii")
                        .replace("iv", "iiii")
                : word;
    }
}
