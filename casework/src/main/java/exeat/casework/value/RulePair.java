package exeat.casework.value;

import exeat.rules.AddedWords;
import exeat.rules.AddedWords.Word;
import exeat.rules.Directive;
import exeat.rules.document.Paragraph;
import exeat.rules.document.RuleView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A paragraph and a rule that cites it: what lawyers sign, since no proof can say that a rule says
 * what a text says. Of a rule that cites none they sign that it may be so, as assumed procedure on
 * which the text is silent.
 *
 * @param paragraph none for a rule that is the pack's assumed procedure
 * @param words those that a local pack brings for what the rule names
 * @param hash SHA-256, lower-case hex, over the paragraph's own words, all that the rule says, and
 *     the words that it brings: it is another pair as soon as one of them changes, and the same one
 *     in every version where none does
 */
public record RulePair(
        Optional<Paragraph> paragraph, RuleView rule, List<Word> words, String hash) {

    /** How a rule's place is named that no paragraph has. */
    public static final String ASSUMED = "assumed";

    /** Every pair of a version, in the order of its rules: one a rule. */
    public static List<RulePair> of(Directive directive) {
        var added = AddedWords.of(directive);
        return directive.rules().stream()
                .map(rule -> {
                    var paragraph = rule.paragraph().flatMap(directive::paragraph);
                    var words = added.beside(rule);
                    return new RulePair(paragraph, rule, words, hash(paragraph, rule, words));
                })
                .toList();
    }

    public RulePair {
        words = List.copyOf(words);
    }

    /** The paragraph's number, or that the rule is assumed. */
    public String number() {
        return paragraph.map(Paragraph::number).orElse(ASSUMED);
    }

    private static String hash(Optional<Paragraph> paragraph, RuleView rule, List<Word> words) {
        var text = new StringJoiner("\n");
        text.add(part(paragraph.map(Paragraph::number).orElse("")));
        text.add(part(paragraph.map(Paragraph::gist).orElse("")));
        text.add(Boolean.toString(paragraph.filter(Paragraph::binding).isPresent()));
        text.add(part(rule.decision()));
        text.add(part(rule.id()));
        add(text, rule.conditions());
        add(text, rule.outputs());
        text.add(part(rule.instrument().orElse("")));
        text.add(Boolean.toString(rule.assumed()));
        // A rule that brings no words has the hash that it always had.
        words.forEach(word ->
                text.add(part(word.language())).add(part(word.key())).add(part(word.text())));
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
