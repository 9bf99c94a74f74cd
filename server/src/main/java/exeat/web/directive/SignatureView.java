package exeat.web.directive;

import exeat.casework.value.RulePair;
import exeat.desk.Office;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.AddedWords;
import exeat.rules.AddedWords.Word;
import exeat.rules.document.RuleView;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RuleTexts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each rule beside its paragraph, with who signed it and when. */
final class SignatureView {

    private final PackTexts terms;
    private final PageTexts words;
    private final RuleTexts rules;
    private final List<RulePair> pairs;
    private final Map<String, List<DirectiveRegister.Signature>> signatures;

    SignatureView(Office office, PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.rules = new RuleTexts(terms, words);
        this.pairs = RulePair.of(terms.directive());
        this.signatures =
                office.register().signatures(terms.directive().ref().id()).stream()
                        .collect(Collectors.groupingBy(DirectiveRegister.Signature::pair));
    }

    List<RulePair> pairs() {
        return pairs;
    }

    List<DirectiveRegister.Signature> of(RulePair pair) {
        return signatures.getOrDefault(pair.hash(), List.of());
    }

    DataTable table() {
        return new DataTable(
                words.say("signed.title"),
                List.of(
                        ColumnHeader.of(words.say("signed.paragraph")),
                        ColumnHeader.of(words.say("signed.rule")),
                        ColumnHeader.of(words.say("signed.by"))),
                pairs.stream()
                        .map(pair ->
                                List.of(
                                        TableCell.of(paragraph(pair)).asHead(),
                                        TableCell.of(rule(pair)),
                                        TableCell.of(by(pair))))
                        .toList());
    }

    String paragraph(RulePair pair) {
        return pair.paragraph()
                .map(paragraph -> paragraph.number() + ". " + terms.gist(paragraph))
                .orElseGet(() -> words.say("signed." + pair.number() + ".what"));
    }

    String rule(RulePair pair) {
        return pair.statement().orElseGet(() -> ofRule(pair));
    }

    private String ofRule(RulePair pair) {
        var rule = pair.rule();
        var said = said(rule);
        return pair.words().isEmpty()
                ? said
                : said + " " + words.say("signed.words", listed(pair.words()));
    }

    /** A local directive's own texts for what no rule names; empty if there are none. */
    String besidesRules() {
        var rest = AddedWords.of(terms.directive()).besidesRules();
        return rest.isEmpty() ? "" : words.say("signed.words.rest", listed(rest));
    }

    private static String listed(List<Word> brought) {
        return brought.stream()
                .map(word -> word.key() + " (" + word.language() + "): " + word.text())
                .collect(Collectors.joining("; "));
    }

    private String said(RuleView rule) {
        return words.say(
                "directive.rule",
                rules.decision(rule.decision()),
                rule.id(),
                rule.conditions().isEmpty()
                        ? words.say("directive.always")
                        : rules.conditions(rule),
                rules.outputs(rule));
    }

    private String by(RulePair pair) {
        var zone = terms.directive().vocabulary().zone();
        var names =
                of(pair).stream()
                        .map(s -> s.name() + ", " + words.time(s.at(), zone))
                        .collect(Collectors.joining("; "));
        return names.isEmpty() ? words.say("signed.nobody") : names;
    }
}
