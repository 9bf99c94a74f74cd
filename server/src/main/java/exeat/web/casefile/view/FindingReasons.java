package exeat.web.casefile.view;

import exeat.rules.document.Paragraph;
import exeat.rules.document.RuleView;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.ReasonRow;
import exeat.web.component.list.ReasonTable;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why a finding is as it is: each rule that matched, beside the text that it rests on and the facts
 * that it read. Facts that other rules read stand in a last row, so that each is shown once.
 */
public final class FindingReasons {

    private final PackTexts terms;
    private final PageTexts words;

    /**
     * Creates the reasons for findings of one directive.
     *
     * @param terms the texts of the directive that decided
     */
    public FindingReasons(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    public ReasonTable of(Finding finding) {
        var rows = new ArrayList<ReasonRow>();
        var shown = new LinkedHashSet<FactName>();
        for (var ground : finding.grounds()) {
            var facts = read(finding, ground);
            facts.removeAll(shown);
            shown.addAll(facts);
            rows.add(new ReasonRow(rule(ground), text(ground.paragraph()), said(finding, facts)));
        }
        var others = known(finding);
        others.removeAll(shown);
        var rest = said(finding, others);
        var why = finding.why().map(reason -> words.say("case.why." + reason));
        if (why.isPresent() && !rows.isEmpty()) {
            rows.add(0, new ReasonRow(List.of(why.get()), List.of(), List.of()));
        }
        if (!rest.isEmpty()) {
            var title =
                    why.filter(_ -> rows.isEmpty()).orElseGet(() -> words.say("case.also-read"));
            rows.add(new ReasonRow(List.of(title), List.of(), rest));
        } else if (rows.isEmpty()) {
            why.ifPresent(only -> rows.add(new ReasonRow(List.of(only), List.of(), List.of())));
        }
        return new ReasonTable(
                words.say("case.grounds"),
                List.of(
                        ColumnHeader.of(words.say("case.rule")),
                        ColumnHeader.of(words.say("case.text")),
                        ColumnHeader.of(words.say("case.facts"))),
                rows);
    }

    /** The route that the rule gives, or its id. */
    private List<String> rule(Ground ground) {
        var lines = new ArrayList<String>();
        lines.add(
                ground.route()
                        .map(terms::route)
                        .orElseGet(() -> words.say("case.rule.id", ground.rule())));
        view(ground)
                .filter(RuleView::assumed)
                .ifPresent(_ -> lines.add(words.say("directive.assumed.mark")));
        return lines;
    }

    private List<String> text(Paragraph paragraph) {
        return List.of(words.say("track.ground", paragraph.number(), terms.gist(paragraph)));
    }

    private Optional<RuleView> view(Ground ground) {
        return terms.directive().rules().stream()
                .filter(rule -> rule.id().equals(ground.rule()))
                .findFirst();
    }

    /** The facts that the rule's conditions name, of those that the finding used. */
    private Set<FactName> read(Finding finding, Ground ground) {
        var inputs = view(ground).map(rule -> rule.conditions().keySet()).orElse(Set.of());
        var read = new LinkedHashSet<FactName>();
        known(finding).stream()
                .filter(fact -> inputs.stream().anyMatch(input -> names(input, fact)))
                .forEach(read::add);
        return read;
    }

    /** An input is a fact, or is made of some. */
    private static boolean names(String input, FactName fact) {
        return input.contains(fact.text())
                && Pattern.compile("(?<!\\w)" + Pattern.quote(fact.text()) + "(?!\\w)")
                        .matcher(input)
                        .find();
    }

    private List<String> said(Finding finding, Set<FactName> facts) {
        return facts.stream()
                .filter(fact -> terms.directive().vocabulary().definition(fact).isPresent())
                .flatMap(fact -> terms.said(finding.facts().only(Set.of(fact))).stream())
                .toList();
    }

    /** The facts that the finding used, those known in part last. */
    private static Set<FactName> known(Finding finding) {
        Set<FactName> known = new LinkedHashSet<>(finding.facts().values().keySet());
        known.addAll(finding.facts().sets().keySet());
        return known;
    }
}
