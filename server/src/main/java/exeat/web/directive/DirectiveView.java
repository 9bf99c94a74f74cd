package exeat.web.directive;

import exeat.rules.document.Citation;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.Paragraph;
import exeat.rules.document.RuleView;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.prove.ProofWording;
import exeat.store.rows.RegisterStore;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.TwoColumns;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RuleTexts;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A directive as a document, with each paragraph beside the rules that cite it. */
final class DirectiveView {

    private final PackTexts terms;
    private final PageTexts words;
    private final RuleTexts rules;
    private final List<RegisterStore.Clarification> clarifications;

    /**
     * The directive with the issuer's clarifications.
     *
     * @param clarifications in order
     */
    DirectiveView(
            PackTexts terms, PageTexts words, List<RegisterStore.Clarification> clarifications) {
        this.clarifications = List.copyOf(clarifications);
        this.terms = terms;
        this.words = words;
        this.rules = new RuleTexts(terms, words);
    }

    void addTo(Page sheet) {
        pieces().forEach(sheet::add);
    }

    /** This view as HTML, which depends on nothing but what the view was made from. */
    List<RawString> rendered() {
        return pieces().stream().map(Page::raw).toList();
    }

    private List<TemplateInstance> pieces() {
        var sheet = new ArrayList<TemplateInstance>();
        var directive = terms.directive();
        var record = directive.record();
        DirectiveNotices.unspoken(directive, words).ifPresent(sheet::add);
        sheet.add(
                new SummaryList(
                        List.of(
                                row("directive.name", List.of(terms.title())),
                                SummaryRow.of(
                                        words.say("directive.date"), words.day(record.date())),
                                row("directive.issuer", List.of(terms.issuer())),
                                row("directive.addressees", terms.addressees()),
                                row(
                                        "directive.citation",
                                        List.of(
                                                new LocalizedText(
                                                        record.citation(), words.english()))),
                                row("directive.original", List.of(terms.originalLanguage())),
                                SummaryRow.of(
                                        words.say("directive.version-label"),
                                        directive.ref().id()
                                                + ", "
                                                + words.say(
                                                        "directive.version",
                                                        directive.ref().version())),
                                SummaryRow.of(
                                        words.say("directive.hash"), directive.ref().hash()))));
        sheet.add(new Heading(2, words.say("directive.text"), "text"));
        sheet.add(new Paragraphs(List.of(words.say("directive.own-words"))));
        for (var passage : record.content()) {
            switch (passage) {
                case DirectiveRecord.Text(var paragraph) -> sheet.add(paragraph(paragraph));
                case DirectiveRecord.Mark(var sign, var place) ->
                        sheet.add(new InsetText(words.say("directive.mark", sign)));
            }
        }
        var assumed = rules(Optional.empty());
        if (!assumed.isEmpty()) {
            sheet.add(new Heading(2, words.say("directive.assumed"), "assumed"));
            sheet.add(new Paragraphs(List.of(words.say("directive.assumed.why"))));
            sheet.add(new BulletList(assumed));
        }
        var links = terms.directive().links().stream().map(ProofWording::link).toList();
        if (!links.isEmpty()) {
            sheet.add(new Heading(2, words.say("directive.links"), "links"));
            sheet.add(new Paragraphs(List.of(words.say("directive.links.why"))));
            sheet.add(new BulletList(links));
        }
        var outputs =
                terms.directive().vocabulary().outputs().stream()
                        .map(DeclaredOutput::sentence)
                        .toList();
        if (!outputs.isEmpty()) {
            sheet.add(new Heading(2, words.say("directive.outputs"), "outputs"));
            sheet.add(new Paragraphs(List.of(words.say("directive.outputs.why"))));
            sheet.add(new BulletList(outputs));
        }
        return sheet;
    }

    private SummaryRow row(String label, List<LocalizedText> values) {
        return new SummaryRow(words.say(label), values, List.of());
    }

    private Section paragraph(Paragraph paragraph) {
        var text = Page.raw(new Paragraphs(List.of(terms.gist(paragraph))));
        var carrying = new ArrayList<RawString>();
        var rules = rules(Optional.of(paragraph.number()));
        if (rules.isEmpty()) {
            carrying.add(Page.raw(new Paragraphs(noRule(paragraph))));
        } else {
            carrying.add(Page.raw(new Heading(3, words.say("directive.rules"), "")));
            carrying.add(Page.raw(new BulletList(rules)));
        }
        notHeld(paragraph).forEach(held -> carrying.add(Page.raw(new InsetText(held))));
        clarifications.stream()
                .filter(c -> c.paragraph().equals(paragraph.number()))
                .forEach(c -> carrying.add(Page.raw(new InsetText(said(c)))));
        return new Section(
                words.say("directive.paragraph", paragraph.number()),
                "paragraph-" + Citation.anchor(paragraph.number()),
                List.of(Page.raw(new TwoColumns(List.of(text), carrying))));
    }

    /** A clarification beside the rules, in the language in which it was written. */
    private String said(RegisterStore.Clarification c) {
        var zone = terms.directive().vocabulary().zone();
        var what =
                words.say(
                        "directive.clarified",
                        c.number(),
                        words.day(c.at().atZone(zone).toLocalDate()),
                        c.words());
        var changes =
                c.rules().isEmpty()
                        ? ""
                        : " "
                                + words.say(
                                        "directive.clarified.rules",
                                        String.join(", ", new TreeSet<>(c.rules())));
        boolean carried = terms.directive().carries().contains(c.number());
        return what + changes + (carried ? " " + words.say("directive.clarified.carried") : "");
    }

    /** The pack gives its reasons in English only; other languages show only the fact. */
    private List<String> noRule(Paragraph paragraph) {
        var bare = words.say("directive.no-rule");
        return terms.directive()
                .whyNoRule(paragraph.number())
                .filter(_ -> words.english().isEmpty())
                .map(why -> List.of(bare, why))
                .orElse(List.of(bare));
    }

    /** The instruments that this paragraph's rules rely on and that are not held. */
    private List<String> notHeld(Paragraph paragraph) {
        return terms.directive().rules().stream()
                .filter(rule -> rule.paragraph().equals(Optional.of(paragraph.number())))
                .flatMap(rule -> rule.instrument().stream())
                .filter(instrument -> !terms.directive().isHeld(instrument))
                .distinct()
                .map(terms::instrument)
                .toList();
    }

    private List<String> rules(Optional<String> paragraph) {
        return terms.directive().rules().stream()
                .filter(rule -> rule.paragraph().equals(paragraph))
                .map(this::rule)
                .toList();
    }

    /**
     * A rule by its name in English; in other languages, where that says nothing, by its place in
     * its table.
     */
    private String named(RuleView rule) {
        var table =
                terms.directive().rules().stream()
                        .filter(one -> one.decision().equals(rule.decision()))
                        .map(RuleView::id)
                        .toList();
        return words.english().isEmpty()
                ? rule.id()
                : words.say("directive.rule.number", table.indexOf(rule.id()) + 1);
    }

    private String rule(RuleView rule) {
        var said =
                words.say(
                        "directive.rule",
                        rules.decision(rule.decision()),
                        named(rule),
                        rule.conditions().isEmpty()
                                ? words.say("directive.always")
                                : rules.conditions(rule),
                        rules.outputs(rule));
        return rule.assumed() && rule.paragraph().isPresent()
                ? said + " " + words.say("directive.assumed.mark")
                : said;
    }
}
