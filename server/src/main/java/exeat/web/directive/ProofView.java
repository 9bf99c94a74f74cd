package exeat.web.directive;

import exeat.web.kit.Sheet;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.pdf.ProofPrinter;
import exeat.rules.Directive;
import exeat.rules.Draft;
import exeat.rules.fact.FactName;
import exeat.rules.source.PackException.Problem;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.ProofTable;
import exeat.rules.prove.ProofWords;
import exeat.rules.fact.Value;
import exeat.web.component.Bullets;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.Fold;
import exeat.web.component.list.Head;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Prose;
import exeat.web.component.list.Row;
import exeat.web.component.list.Rows;
import exeat.web.component.Said;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is proved of a directive, a line an obligation, and below it the people who show it. */
final class ProofView {

    private final Draft pack;
    private final Optional<Terms> terms;
    private final Words words;

    /**
     * @param version the same pack, where it is a version and no draft: it has words for its facts
     */
    ProofView(Draft pack, Optional<Directive> version, Words words) {
        this.pack = pack;
        this.terms = version.map(directive -> new Terms(directive, words));
        this.words = words;
    }

    void addTo(Sheet sheet, ProofReport report, String pdf) {
        sheet.add(
                new Prose(
                        List.of(words.say(report.proved() ? "proof.proved" : "proof.not-proved"))),
                new LinkList(List.of(new Link(words.say("proof.pdf"), pdf))));
        if (!pack.faults().isEmpty()) {
            sheet.add(
                    new Heading(2, words.say("proof.faults"), "faults"),
                    new Bullets(pack.faults().stream().map(Problem::toString).toList()));
        }
        sheet.add(new Rows(verdicts(report)));
        if (!words.english().isEmpty()) {
            sheet.add(new Prose(List.of(words.say("proof.english"))));
        }
        report.proofs().stream()
                .sorted(ProofPrinter.FAILED_FIRST)
                .forEach(proof -> addTo(sheet, proof));
        sheet.add(new Heading(2, words.say("proof.assumed"), "assumed"));
        sheet.add(
                report.assumptions().isEmpty()
                        ? new Prose(List.of(words.say("proof.assumed.none")))
                        : new Rows(
                                report.assumptions().stream()
                                        .map(link -> row("proof.assumed.link", link))
                                        .toList()));
        sheet.add(
                new Heading(2, words.say("proof.rests"), "rests"),
                new Bullets(
                        IntStream.range(0, ProofReport.RESTS_ON.size())
                                .mapToObj(at -> words.say("proof.rests." + at))
                                .toList()),
                new Heading(2, words.say("proof.version"), "version"),
                new Rows(versions(report)));
    }

    private List<Row> verdicts(ProofReport report) {
        return report.proofs().stream()
                .map(proof -> Row.of(title(proof), words.say("proof.verdict." + proof.verdict())))
                .toList();
    }

    private String title(Proof proof) {
        return proof.obligation().number()
                + ". "
                + words.say("proof.obligation." + proof.obligation());
    }

    private List<Row> versions(ProofReport report) {
        var rows = new ArrayList<Row>();
        rows.add(Row.of(words.say("directive.name"), pack.record().title()));
        rows.add(row("proof.version.of", ProofWords.name(report.directive())));
        report.against().forEach(above -> rows.add(row("proof.against", ProofWords.name(above))));
        return rows;
    }

    private void addTo(Sheet sheet, Proof proof) {
        if (proof.failures().isEmpty() && proof.notes().isEmpty()) {
            return;
        }
        sheet.add(new Heading(2, title(proof), "obligation-" + proof.obligation().number()));
        var examples = new Examples(proof.obligation().number());
        proof.failures().forEach(failure -> addTo(sheet, failure, "proof.fails", examples));
        if (proof.more() > 0) {
            sheet.add(new Prose(List.of(words.say("proof.more", proof.more()))));
        }
        proof.notes().forEach(note -> addTo(sheet, note, "proof.note", examples));
    }

    private void addTo(Sheet sheet, Failure failure, String label, Examples examples) {
        var rows = new ArrayList<Row>();
        rows.add(row(label, failure.says()));
        if (!failure.region().isEmpty()) {
            rows.add(row("proof.region", failure.region()));
        }
        sheet.add(new Rows(rows));
        if (failure.people().isEmpty()) {
            return;
        }
        var table = ProofTable.of(failure);
        var lines = new ArrayList<>(cells(table.mattering()));
        if (failure.people().stream().anyMatch(person -> !person.comesOut().isEmpty())) {
            lines.add(comesOut(failure.people()));
        }
        var number = examples.next();
        sheet.add(table(words.say("proof.such-as", number), failure, lines));
        if (!table.others().isEmpty()) {
            var summary = words.say("proof.others", number);
            var rest = table(summary, failure, cells(table.others()));
            sheet.add(new Fold(summary, List.of(Sheet.raw(rest))));
        }
    }

    private TemplateInstance table(String caption, Failure failure, List<List<Cell>> lines) {
        var heads = new ArrayList<Head>();
        heads.add(Head.of(words.say("proof.fact")));
        int people = failure.people().size();
        for (int n = 1; n <= people; n++) {
            heads.add(
                    Head.of(people == 1 ? words.say("proof.value") : words.say("proof.person", n)));
        }
        return new DataTable(caption, heads, lines);
    }

    private List<List<Cell>> cells(List<ProofTable.Row> rows) {
        return rows.stream().map(this::cells).toList();
    }

    private List<Cell> cells(ProofTable.Row row) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(fact(row.fact())).asHead());
        row.values()
                .forEach(value ->
                        cells.add(Cell.of(value.map(v -> value(row.fact(), v)).orElse(""))));
        return cells;
    }

    private String fact(FactName name) {
        return terms.map(known -> known.fact(name)).orElse(name.text());
    }

    private String value(FactName name, Value value) {
        return terms.flatMap(known ->
                        pack.vocabulary().definition(name).map(fact -> known.value(fact, value)))
                .orElse(ProofWords.value(value));
    }

    private List<Cell> comesOut(List<Person> people) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(words.say("proof.comes-out")).asHead());
        people.forEach(person -> cells.add(Cell.of(person.comesOut()).in(words.english())));
        return cells;
    }

    /** A row whose value the rules say, in English whatever the page speaks. */
    private Row row(String label, String value) {
        return new Row(words.say(label), List.of(new Said(value, words.english())), List.of());
    }

    /** Numbers the examples of one obligation, so that no two tables are called the same. */
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
