package exeat.casework.value;

import exeat.rules.AddedWords;
import exeat.rules.AddedWords.Word;
import exeat.rules.Directive;
import exeat.rules.document.Paragraph;
import exeat.rules.document.RuleView;
import exeat.rules.prove.ProofWording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A paragraph and a rule that cites it, which lawyers sign, because no proof can show that a rule
 * says what a text says. For a rule that cites none, they sign it as assumed procedure. Links
 * between facts, which proofs assume, and the orders of the outputs that a pack declares, by which
 * findings are compared, are signed in the same way.
 *
 * @param paragraph none for a rule that is the pack's assumed procedure, and for a statement
 * @param rule of a statement, its sentence as the one thing that it gives
 * @param statement a link with its reason, or an output with its order, in a sentence; empty for a
 *     rule
 * @param words those that a local pack brings for what the rule names
 * @param hash SHA-256, lower-case hex, over the paragraph's own words, all that the rule says, and
 *     the words that it brings: it is another pair as soon as one of them changes, and the same one
 *     in every version where none does
 */
public record RulePair(
        Optional<Paragraph> paragraph,
        RuleView rule,
        Optional<String> statement,
        List<Word> words,
        String hash) {

    /** The place of a rule that cites no paragraph. */
    public static final String ASSUMED = "assumed";

    /** How a link's place is named, and what its rule is called; a number follows. */
    public static final String LINK = "link";

    /** Likewise of an output that the pack declares. */
    public static final String OUTPUT = "output";

    /**
     * Every pair of a version, in the order of its rules, one a rule; then its own links and
     * outputs, one each. A parent's are signed with the parent.
     */
    public static List<RulePair> of(Directive directive) {
        var pairs = new ArrayList<RulePair>();
        var added = AddedWords.of(directive);
        for (var rule : directive.rules()) {
            var paragraph = rule.paragraph().flatMap(directive::paragraph);
            var words = added.beside(rule);
            var hash = hash(paragraph, rule, words);
            pairs.add(new RulePair(paragraph, rule, Optional.empty(), words, hash));
        }
        var above = directive.parent().map(Directive::links).orElse(List.of());
        int number = 0;
        for (var link : directive.links()) {
            if (!above.contains(link)) {
                number++;
                pairs.add(of(LINK, ProofWording.link(link), number));
            }
        }
        var theirs = directive.parent().map(up -> up.vocabulary().outputs()).orElse(List.of());
        number = 0;
        for (var output : directive.vocabulary().outputs()) {
            if (!theirs.contains(output)) {
                number++;
                pairs.add(of(OUTPUT, output.sentence(), number));
            }
        }
        return List.copyOf(pairs);
    }

    public RulePair {
        words = List.copyOf(words);
    }

    /** The hash covers only the sentence, so it does not depend on the link's place in the file. */
    private static RulePair of(String kind, String sentence, int number) {
        var view =
                new RuleView(
                        kind,
                        kind + "-" + number,
                        Map.of(),
                        Map.of(kind, sentence),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        var hash = sha256(new StringJoiner("\n").add(kind).add(part(sentence)).toString());
        return new RulePair(Optional.empty(), view, Optional.of(sentence), List.of(), hash);
    }

    /** The paragraph's number, or that the rule is assumed, or which kind of statement it is. */
    public String number() {
        return paragraph
                .map(Paragraph::number)
                .orElse(statement.isPresent() ? rule.decision() : ASSUMED);
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

    /** Each part is preceded by its length, so that different lists never look the same. */
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
