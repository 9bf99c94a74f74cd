package exeat.pdf;

import static exeat.pdf.PdfRenderer.escape;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a case's whole history, as an auditor reads it, as a page or as a tagged PDF. */
public final class CasePrinter {

    private final SheetFrame frame;

    /** Prints with a frame around each page, or none. */
    public CasePrinter(SheetFrame frame) {
        this.frame = frame;
    }

    /** The case as a PDF, with exactly what the page says. */
    public byte[] print(CaseSheet sheet) {
        return PdfRenderer.pdf(page(sheet));
    }

    /** The case as one page of HTML that needs nothing else. */
    public String page(CaseSheet sheet) {
        return frame.around(text(sheet));
    }

    private static String text(CaseSheet sheet) {
        return PdfRenderer.text("case.html")
                .replace("@LANG@", escape(sheet.language()))
                .replace("@SCRIPT@", PdfRenderer.script(sheet.language()))
                .replace("@ABOUT@", each("p", sheet.about()))
                .replace("@STORY-TITLE@", escape(sheet.storyTitle()))
                .replace("@STORY@", "<ol>" + each("li", sheet.story()) + "</ol>")
                .replace("@RECORD-TITLE@", escape(sheet.recordTitle()))
                .replace(
                        "@STEPS@",
                        sheet.steps().stream()
                                .map(CasePrinter::step)
                                .collect(Collectors.joining("\n")))
                .replace(
                        "@CHECKPOINT@",
                        sheet.checkpoint()
                                .map(note ->
                                        "<h2>%s</h2><pre>%s</pre>"
                                                .formatted(
                                                        escape(sheet.checkpointTitle()),
                                                        escape(note)))
                                .orElse(""))
                .replace("@TITLE@", escape(sheet.title()));
    }

    private static String each(String element, List<String> texts) {
        return texts.stream()
                .map(text -> "<%s>%s</%s>".formatted(element, escape(text), element))
                .collect(Collectors.joining("\n"));
    }

    private static String step(CaseSheet.Step step) {
        var rows =
                step.rows().stream()
                        .map(row ->
                                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                                        .formatted(escape(row.label()), escape(row.text())))
                        .collect(Collectors.joining("\n"));
        return "<h3>%s</h3><p>%s</p>%s<p class=\"leaf\">%s</p>"
                .formatted(
                        escape(step.title()),
                        escape(step.line()),
                        rows.isEmpty() ? "" : "<table>" + rows + "</table>",
                        escape(step.inLog()));
    }
}
