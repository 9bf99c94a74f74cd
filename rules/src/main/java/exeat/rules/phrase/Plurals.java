package exeat.rules.phrase;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which plural a language has for a whole number: {@code one}, {@code few}, {@code many}, ...
 *
 * <p>The rules stand in {@code plurals.properties}, a line a language, as CLDR writes them.
 */
public final class Plurals {

    /** The category that every language has. */
    public static final String OTHER = "other";

    private static final String FILE = "plurals.properties";

    private static final Map<String, Plurals> READ = new ConcurrentHashMap<>();

    private final Map<String, String> conditions;

    private Plurals(Map<String, String> conditions) {
        this.conditions = conditions;
    }

    /**
     * The plurals of a language; one that CLDR has no rules for has only {@link #OTHER}.
     *
     * @param language ISO 639
     */
    public static Plurals of(String language) {
        return READ.computeIfAbsent(
                language, code -> new Plurals(conditions(File.RULES.getProperty(code, ""))));
    }

    /** The categories that a language tells apart, {@link #OTHER} among them. */
    public Set<String> categories() {
        var categories = new TreeSet<>(conditions.keySet());
        categories.add(OTHER);
        return categories;
    }

    /** The category of a whole number, which is at least 0. */
    public String category(long number) {
        return conditions.entrySet().stream()
                .filter(rule -> any(rule.getValue(), number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }

    private static Map<String, String> conditions(String rules) {
        var conditions = new LinkedHashMap<String, String>();
        for (var rule : rules.split(";", -1)) {
            int colon = rule.indexOf(':');
            if (colon > 0) {
                conditions.put(rule.substring(0, colon).strip(), rule.substring(colon + 1).strip());
            }
        }
        return conditions;
    }

    private static boolean any(String condition, long number) {
        return Arrays.stream(condition.split(" or ", -1)).anyMatch(part -> all(part, number));
    }

    private static boolean all(String condition, long number) {
        return Arrays.stream(condition.split(" and ", -1)).allMatch(part -> holds(part, number));
    }

    private static boolean holds(String relation, long number) {
        var parts = Relation.FORM.matcher(relation.strip());
        if (!parts.matches()) {
            throw new IllegalStateException(FILE + " has a relation of no known form: " + relation);
        }
        // Of a whole number n and i are the number itself; digits after the point there are none.
        boolean whole = parts.group("operand").equals("n") || parts.group("operand").equals("i");
        var modulus = parts.group("modulus");
        long left = whole ? number : 0;
        long value = modulus == null ? left : left % Long.parseLong(modulus);
        boolean within =
                Arrays.stream(parts.group("ranges").split(",", -1))
                        .anyMatch(range -> covers(range.strip(), value));
        return within == parts.group("is").equals("=");
    }

    private static boolean covers(String range, long value) {
        int dots = range.indexOf("..");
        return dots < 0
                ? value == Long.parseLong(range)
                : Long.parseLong(range.substring(0, dots)) <= value
                        && value <= Long.parseLong(range.substring(dots + 2));
    }

    /** A relation such as {@code n % 100 != 12..14,19}. */
    private static final class Relation {
        static final Pattern FORM =
                Pattern.compile(
                        "(?<operand>[nivwftce])(?: % (?<modulus>\\d+))? (?<is>!?=) (?<ranges>[\\d.,]+)");
    }

    /** Read when something is first counted, so that what counts nothing does not wait for it. */
    private static final class File {
        static final Properties RULES = new Properties();

        static {
            try (var in = Objects.requireNonNull(Plurals.class.getResourceAsStream(FILE), FILE)) {
                RULES.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(FILE, e);
            }
        }
    }
}
