package exeat.pdf;

import static exeat.pdf.PdfRenderer.escape;

import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.ProofWording;
import exeat.rules.prove.WitnessTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the proofs of a directive as a tagged PDF in English, to attach to a letter. */
public final class ProofPrinter {

    private final SheetFrame frame;

    /** Prints with a frame around each page, or none. */
    public ProofPrinter(SheetFrame frame) {
        this.frame = frame;
    }

    /** Failures come first; the rest stays in order. */
    public static final Comparator<Proof> FAILED_FIRST =
            Comparator.comparing(proof -> proof.failures().isEmpty());

    /**
     * The report as a PDF of A4 pages, each with the hash at its foot.
     *
     * @param title the directive's title
     */
    public byte[] print(String title, ProofReport report) {
        return PdfRenderer.pdf(frame.around(sheet(title, report)));
    }

    private static String sheet(String title, ProofReport report) {
        var ref = report.directive();
        return PdfRenderer.text("proof.html")
                .replace("@ID@", escape(ref.id()))
                .replace("@VERSION@", escape(ref.version()))
                .replace("@HASH@", ref.hash())
                .replace("@AGAINST@", against(report))
                .replace("@SUMMARY@", summary(report))
                .replace("@WHOLE@", escape(ProofWording.whole(report)))
                .replace("@VERDICTS@", verdicts(report))
                .replace("@OBLIGATIONS@", obligations(report))
                .replace("@ASSUMED@", bullets(report.assumptions(), "Nothing."))
                .replace("@RESTS@", bullets(ProofReport.RESTS_ON, ""))
                .replace("@TITLE@", escape(title));
    }

    private static String summary(ProofReport report) {
        return ProofWording.summary(report).stream()
                .map(ProofPrinter::p)
                .collect(Collectors.joining());
    }

    private static String against(ProofReport report) {
        return report.layers().stream()
                        .map(above -> p("Above it: " + ProofWording.layer(above)))
                        .collect(Collectors.joining())
                + p(ProofWording.layersLookedAt(report));
    }

    private static String verdicts(ProofReport report) {
        return report.proofs().stream()
                .map(proof ->
                        "<tr><td>%s</td><td>%s</td></tr>"
                                .formatted(
                                        escape(heading(proof)),
                                        escape(ProofWording.verdict(proof.verdict()))))
                .collect(Collectors.joining());
    }

    private static String heading(Proof proof) {
        return proof.obligation().number() + " " + proof.obligation().title();
    }

    /** The obligations that need more than a verdict. */
    private static String obligations(ProofReport report) {
        return report.proofs().stream()
                .filter(proof ->
                        !proof.failures().isEmpty()
                                || !proof.notes().isEmpty()
                                || !proof.conditions().isEmpty())
                .sorted(FAILED_FIRST)
                .map(ProofPrinter::obligation)
                .collect(Collectors.joining());
    }

    private static String obligation(Proof proof) {
        var html = new StringBuilder("<h2>" + escape(heading(proof)) + "</h2>");
        proof.failures().forEach(failure -> html.append(failure("Fails: ", failure)));
        if (proof.more() > 0) {
            html.append(p("And " + proof.more() + " more of this kind."));
        }
        proof.conditions().forEach(condition -> html.append(p("Only if: " + condition)));
        proof.notes().forEach(note -> html.append(failure("", note)));
        return html.toString();
    }

    private static String failure(String lead, Failure failure) {
        var html = new StringBuilder("<h3>" + escape(lead + failure.says()) + "</h3>");
        if (!failure.region().isEmpty()) {
            html.append(p("Who is affected: " + failure.region()));
        }
        if (!failure.people().isEmpty()) {
            html.append(people(failure, failure.people().size() > 1));
        }
        return html.toString();
    }

    private static String people(Failure failure, boolean several) {
        var head = new StringBuilder("<tr><th>Fact</th>");
        for (int i = 1; i <= failure.people().size(); i++) {
            head.append(several ? "<th>Person " + i + "</th>" : "<th>Such as</th>");
        }
        var table = WitnessTable.of(failure);
        var body = new StringBuilder();
        table.mattering().forEach(row -> body.append(row(row)));
        if (failure.people().stream().anyMatch(person -> !person.comesOut().isEmpty())) {
            body.append("<tr><th>The pack</th>");
            failure.people().forEach(person -> body.append(td(person.comesOut())));
            body.append("</tr>");
        }
        var rest =
                table.others().stream()
                        .map(row -> row.fact() + " = " + cell(row, 0))
                        .collect(Collectors.joining("; "));
        return "<table><thead>"
                + head
                + "</tr></thead><tbody>"
                + body
                + "</tbody></table>"
                + (rest.isEmpty() ? "" : p("Other facts, which make no difference: " + rest));
    }

    private static String row(WitnessTable.Row row) {
        var html = new StringBuilder("<tr><th>" + escape(row.fact().text()) + "</th>");
        for (int i = 0; i < row.values().size(); i++) {
            html.append(td(cell(row, i)));
        }
        return html.append("</tr>").toString();
    }

    private static String cell(WitnessTable.Row row, int person) {
        return row.values().get(person).map(ProofWording::value).orElse("");
    }

    private static String td(String text) {
        return "<td>" + escape(text) + "</td>";
    }

    private static String p(String text) {
        return "<p>" + escape(text) + "</p>";
    }

    private static String bullets(List<String> items, String none) {
        return items.isEmpty()
                ? p(none)
                : items.stream()
                        .map(item -> "<li>" + escape(item) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
    }
}
