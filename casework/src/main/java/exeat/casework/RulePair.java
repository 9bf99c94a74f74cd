package exeat.casework;

import exeat.rules.Directive;
import exeat.rules.Paragraph;
import exeat.rules.RuleView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A paragraph and a rule that cites it: what lawyers sign, since no proof can say that a rule says
 * what a text says.
 *
 * @param hash SHA-256, lower-case hex, over the paragraph's own words and all that the rule says:
 *     it is another pair as soon as either changes, and the same one in every version where neither
 *     does
 */
public record RulePair(Paragraph paragraph, RuleView rule, String hash) {

    /** Every pair of a version, in the order of its rules. Rules that cite nothing make none. */
    public static List<RulePair> of(Directive directive) {
        return directive.rules().stream()
                .flatMap(rule ->
                        rule.paragraph().flatMap(directive::paragraph).stream()
                                .map(p -> new RulePair(p, rule, hash(p, rule))))
                .toList();
    }

    private static String hash(Paragraph paragraph, RuleView rule) {
        var text = new StringJoiner("\n");
        text.add(part(paragraph.number()));
        text.add(part(paragraph.gist()));
        text.add(Boolean.toString(paragraph.binding()));
        text.add(part(rule.decision()));
        text.add(part(rule.id()));
        add(text, rule.conditions());
        add(text, rule.outputs());
        text.add(part(rule.instrument().orElse("")));
        text.add(Boolean.toString(rule.assumed()));
        return sha256(text.toString());
    }

    private static void add(StringJoiner text, Map<String, String> entries) {
        text.add(Integer.toString(entries.size()));
        entries.forEach((name, value) -> text.add(part(name)).add(part(value)));
    }

    /** With its length before it, so that no two lists of parts read the same. */
    private static String part(String text) {
        return text.length() + ":" + text;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
