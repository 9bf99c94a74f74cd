package exeat.web.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Leaves out of a minified style sheet what no page uses: rules for classes that no component
 * writes. Rules for elements and for other classes stay.
 */
final class StyleSheet {

    private static final Pattern THEIRS = Pattern.compile("\\.((?:govuk|js)-[A-Za-z0-9_-]+)");
    private static final Pattern NEGATED = Pattern.compile(":not\\([^)]*\\)");

    private final Predicate<String> used;

    /**
     * Creates a style sheet with the rules for some classes.
     *
     * @param used their names; one that ends with a star stands for all that begin like it
     */
    StyleSheet(Set<String> used) {
        var open =
                used.stream()
                        .filter(name -> name.endsWith("*"))
                        .map(name -> name.substring(0, name.length() - 1))
                        .toList();
        this.used = name -> used.contains(name) || open.stream().anyMatch(name::startsWith);
    }

    /**
     * The rules that are used.
     *
     * @throws IllegalArgumentException if its braces do not match
     */
    String reduce(String css) {
        var kept = new StringBuilder();
        int at = 0;
        while (at < css.length()) {
            int open = css.indexOf('{', at);
            int end = css.indexOf(';', at);
            if (end >= 0 && (open < 0 || end < open)) {
                kept.append(css, at, end + 1);
                at = end + 1;
            } else if (open < 0) {
                kept.append(css, at, css.length());
                at = css.length();
            } else {
                int close = close(css, open);
                kept.append(rule(css.substring(at, open), css.substring(open + 1, close)));
                at = close + 1;
            }
        }
        return kept.toString();
    }

    private String rule(String head, String body) {
        if (head.startsWith("@media") || head.startsWith("@supports")) {
            var inner = reduce(body);
            return inner.isBlank() ? "" : head + "{" + inner + "}";
        }
        if (head.startsWith("@")) {
            return head + "{" + body + "}";
        }
        var selectors = selectors(head).stream().filter(this::isUsed).toList();
        return selectors.isEmpty() ? "" : String.join(",", selectors) + "{" + body + "}";
    }

    /** What a negation names need not be there. */
    private boolean isUsed(String selector) {
        return THEIRS.matcher(NEGATED.matcher(selector).replaceAll(""))
                .results()
                .allMatch(found -> used.test(found.group(1)));
    }

    /** Divided at commas, but for those within parentheses. */
    private static List<String> selectors(String head) {
        var selectors = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < head.length(); at++) {
            char c = head.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                selectors.add(head.substring(from, at));
                from = at + 1;
            }
        }
        selectors.add(head.substring(from));
        return selectors;
    }

    private static int close(String css, int open) {
        int depth = 0;
        for (int at = open; at < css.length(); at++) {
            char c = css.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no end to what begins at " + open);
    }
}
