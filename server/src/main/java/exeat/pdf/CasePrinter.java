package exeat.pdf;

import static exeat.pdf.PdfRenderer.escape;

import exeat.desk.inspect.InspectedCase;
import java.util.stream.Collectors;

/** Prints a case's whole history, as an auditor reads it, as a tagged PDF. */
public final class CasePrinter {

    /**
     * Prints exactly what the page shows: with replacement names, unless the page showed real ones.
     */
    public byte[] print(InspectedCase file) {
        var about = file.directive().id() + ", version " + file.directive().version() + ". ";
        return PdfRenderer.pdf(
                PdfRenderer.text("case.html")
                        .replace("@TITLE@", escape(file.name()))
                        .replace("@ABOUT@", escape(about + file.names()))
                        .replace(
                                "@STEPS@",
                                file.steps().stream()
                                        .map(CasePrinter::step)
                                        .collect(Collectors.joining()))
                        .replace(
                                "@CHECKPOINT@",
                                file.checkpoint().map(CasePrinter::checkpoint).orElse("")));
    }

    private static String checkpoint(String note) {
        return "<h2>Checkpoint</h2><pre>" + escape(note) + "</pre>";
    }

    private static String step(InspectedCase.Step step) {
        var unit = step.unit().isEmpty() ? "" : ", " + step.unit();
        var rows =
                step.fields().entrySet().stream()
                        .map(field ->
                                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                                        .formatted(
                                                escape(field.getKey()), escape(field.getValue())))
                        .collect(Collectors.joining());
        return "<h2>%d. %s</h2><p>%s</p>%s<p class=\"leaf\">%s</p>"
                .formatted(
                        step.sequence(),
                        escape(step.type().replace('-', ' ')),
                        escape(step.at() + ", " + step.by() + unit),
                        rows.isEmpty() ? "" : "<table>" + rows + "</table>",
                        step.inLog());
    }
}
