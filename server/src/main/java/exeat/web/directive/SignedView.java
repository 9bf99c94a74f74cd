package exeat.web.directive;

import exeat.web.kit.RuleWords;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.value.RulePair;
import exeat.desk.Office;
import exeat.desk.register.Register;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Head;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each rule beside its paragraph, with who signed it and when. */
final class SignedView {

    private final Terms terms;
    private final Words words;
    private final RuleWords rules;
    private final List<RulePair> pairs;
    private final Map<String, List<Register.Signature>> signatures;

    SignedView(Office office, Terms terms, Words words) {
        this.terms = terms;
        this.words = words;
        this.rules = new RuleWords(terms);
        this.pairs = RulePair.of(terms.directive());
        this.signatures =
                office.register().signatures(terms.directive().ref().id()).stream()
                        .collect(Collectors.groupingBy(Register.Signature::pair));
    }

    List<RulePair> pairs() {
        return pairs;
    }

    List<Register.Signature> of(RulePair pair) {
        return signatures.getOrDefault(pair.hash(), List.of());
    }

    DataTable table() {
        return new DataTable(
                words.say("signed.title"),
                List.of(
                        Head.of(words.say("signed.paragraph")),
                        Head.of(words.say("signed.rule")),
                        Head.of(words.say("signed.by"))),
                pairs.stream()
                        .map(pair ->
                                List.of(
                                        Cell.of(paragraph(pair)).asHead(),
                                        Cell.of(rule(pair)),
                                        Cell.of(by(pair))))
                        .toList());
    }

    String paragraph(RulePair pair) {
        return pair.paragraph()
                .map(paragraph -> paragraph.number() + ". " + terms.gist(paragraph))
                .orElseGet(() -> words.say("signed.assumed.what"));
    }

    String rule(RulePair pair) {
        var rule = pair.rule();
        return words.say(
                "directive.rule",
                rule.decision(),
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
