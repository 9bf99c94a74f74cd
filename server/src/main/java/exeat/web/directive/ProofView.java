package exeat.web.directive;

import exeat.pdf.ProofPrinter;
import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.ProofWording;
import exeat.rules.prove.WitnessTable;
import exeat.rules.source.PackException.Problem;
import exeat.web.component.BulletList;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is proved of a directive: one line per obligation, then examples of failures. */
final class ProofView {

    private final ParsedPack pack;
    private final Optional<PackTexts> terms;
    private final PageTexts words;

    /**
     * @param version the same pack if it is a version and not a draft; it has texts for its facts
     */
    ProofView(ParsedPack pack, Optional<Directive> version, PageTexts words) {
        this.pack = pack;
        this.terms = version.map(directive -> new PackTexts(directive, words));
        this.words = words;
    }

    void addTo(Page sheet, ProofReport report, String pdf) {
        sheet.add(new Paragraphs(List.of(words.say(outcome(report)))));
        if (report.isConditional()) {
            sheet.add(
                    new SummaryList(
                            report.conditions().stream()
                                    .map(condition -> row("proof.condition", condition))
                                    .toList()));
        }
        sheet.add(
                new Paragraphs(List.of(words.say("proof.outside"))),
                new LinkList(List.of(new Link(words.say("proof.pdf"), pdf))));
        if (!pack.faults().isEmpty()) {
            sheet.add(
                    new Heading(2, words.say("proof.faults"), "faults"),
                    new BulletList(pack.faults().stream().map(Problem::toString).toList()));
        }
        sheet.add(new SummaryList(verdicts(report)));
        if (!words.english().isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("proof.english"))));
        }
        report.proofs().stream()
                .sorted(ProofPrinter.FAILED_FIRST)
                .forEach(proof -> addTo(sheet, proof));
        sheet.add(new Heading(2, words.say("proof.assumed"), "assumed"));
        sheet.add(
                report.assumptions().isEmpty()
                        ? new Paragraphs(List.of(words.say("proof.assumed.none")))
                        : new SummaryList(
                                report.assumptions().stream()
                                        .map(link -> row("proof.assumed.link", link))
                                        .toList()));
        sheet.add(
                new Heading(2, words.say("proof.rests"), "rests"),
                new BulletList(
                        IntStream.range(0, ProofReport.RESTS_ON.size())
                                .mapToObj(at -> words.say("proof.rests." + at))
                                .toList()),
                new Heading(2, words.say("proof.version"), "version"),
                new SummaryList(versions(report)));
    }

    private static String outcome(ProofReport report) {
        if (report.isConditional()) {
            return "proof.proved-if";
        }
        return report.proved() ? "proof.proved" : "proof.not-proved";
    }

    private List<SummaryRow> verdicts(ProofReport report) {
        return report.proofs().stream()
                .map(proof ->
                        SummaryRow.of(title(proof), words.say("proof.verdict." + proof.verdict())))
                .toList();
    }

    private String title(Proof proof) {
        return proof.obligation().number()
                + ". "
                + words.say("proof.obligation." + proof.obligation());
    }

    private List<SummaryRow> versions(ProofReport report) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(
                terms.map(known ->
                                new SummaryRow(
                                        words.say("directive.name"),
                                        List.of(known.title()),
                                        List.of()))
                        .orElseGet(() -> row("directive.name", pack.record().title())));
        rows.add(row("proof.version.of", ProofWording.name(report.directive())));
        report.layers().forEach(above -> rows.add(row("proof.against", ProofWording.layer(above))));
        rows.add(row("proof.against.rest", ProofWording.layersLookedAt(report)));
        return rows;
    }

    private void addTo(Page sheet, Proof proof) {
        if (proof.failures().isEmpty() && proof.notes().isEmpty()) {
            return;
        }
        sheet.add(new Heading(2, title(proof), "obligation-" + proof.obligation().number()));
        var examples = new Examples(proof.obligation().number());
        proof.failures().forEach(failure -> addTo(sheet, failure, "proof.fails", examples));
        if (proof.more() > 0) {
            sheet.add(new Paragraphs(List.of(words.say("proof.more", proof.more()))));
        }
        proof.notes().forEach(note -> addTo(sheet, note, "proof.note", examples));
    }

    private void addTo(Page sheet, Failure failure, String label, Examples examples) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(row(label, failure.says()));
        if (!failure.region().isEmpty()) {
            rows.add(row("proof.region", failure.region()));
        }
        sheet.add(new SummaryList(rows));
        if (failure.people().isEmpty()) {
            return;
        }
        var table = WitnessTable.of(failure);
        var lines = new ArrayList<>(cells(table.mattering()));
        if (failure.people().stream().anyMatch(person -> !person.comesOut().isEmpty())) {
            lines.add(comesOut(failure.people()));
        }
        var number = examples.next();
        sheet.add(table(words.say("proof.such-as", number), failure, lines));
        if (!table.others().isEmpty()) {
            var summary = words.say("proof.others", number);
            var rest = table(summary, failure, cells(table.others()));
            sheet.add(new Details(summary, List.of(Page.raw(rest))));
        }
    }

    private TemplateInstance table(String caption, Failure failure, List<List<TableCell>> lines) {
        var heads = new ArrayList<ColumnHeader>();
        heads.add(ColumnHeader.of(words.say("proof.fact")));
        int people = failure.people().size();
        for (int n = 1; n <= people; n++) {
            heads.add(
                    ColumnHeader.of(
                            people == 1 ? words.say("proof.value") : words.say("proof.person", n)));
        }
        return new DataTable(caption, heads, lines);
    }

    private List<List<TableCell>> cells(List<WitnessTable.Row> rows) {
        return rows.stream().map(this::cells).toList();
    }

    private List<TableCell> cells(WitnessTable.Row row) {
        var cells = new ArrayList<TableCell>();
        cells.add(TableCell.of(fact(row.fact())).asHead());
        row.values()
                .forEach(value ->
                        cells.add(TableCell.of(value.map(v -> value(row.fact(), v)).orElse(""))));
        return cells;
    }

    private String fact(FactName name) {
        return terms.map(known -> known.fact(name)).orElse(name.text());
    }

    private String value(FactName name, Value value) {
        return terms.flatMap(known ->
                        pack.vocabulary().definition(name).map(fact -> known.value(fact, value)))
                .orElse(ProofWording.value(value));
    }

    private List<TableCell> comesOut(List<Person> people) {
        var cells = new ArrayList<TableCell>();
        cells.add(TableCell.of(words.say("proof.comes-out")).asHead());
        people.forEach(person -> cells.add(TableCell.of(person.comesOut()).in(words.english())));
        return cells;
    }

    /** A row whose value comes from the rules, in English on every page. */
    private SummaryRow row(String label, String value) {
        return new SummaryRow(
                words.say(label), List.of(new LocalizedText(value, words.english())), List.of());
    }

    /** Numbers the examples of an obligation, so that no two tables have the same caption. */
    private static final class Examples {

        private final int obligation;
        private int given;

        Examples(int obligation) {
            this.obligation = obligation;
        }

        String next() {
            given++;
            return obligation + "." + given;
        }
    }
}
