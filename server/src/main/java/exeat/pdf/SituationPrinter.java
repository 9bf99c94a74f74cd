package exeat.pdf;

import static exeat.pdf.PdfRenderer.escape;

import exeat.desk.report.SituationReport;
import exeat.oversight.Figure;
import exeat.oversight.FigureRange;
import exeat.oversight.Situation;
import exeat.oversight.WeeklyFlow;
import exeat.rules.authority.AuthorityId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints a situation report as a tagged PDF in English, to send upward. */
public final class SituationPrinter {

    private final SheetFrame frame;

    /** Prints with a frame around each page, or none. */
    public SituationPrinter(SheetFrame frame) {
        this.frame = frame;
    }

    private static final List<Figure> COLUMNS =
            List.of(
                    Figure.LATE,
                    Figure.HELD,
                    Figure.AUTHORISED,
                    Figure.DEPARTED,
                    Figure.OPEN_ISSUES);

    /** A remark under the figures of a report that was sent. */
    public record Labels(String who, String text) {}

    /** The report as a PDF of A4 pages, with the same content as in all other formats. */
    public byte[] print(SituationReport report) {
        return print(report, List.of());
    }

    /** Prints a report with the remarks of each level. */
    public byte[] print(SituationReport report, List<Labels> said) {
        var situation = report.situation();
        return PdfRenderer.pdf(
                frame.around(
                        PdfRenderer.text("situation.html")
                                .replace(
                                        "@FIRST@",
                                        report.firstLine()
                                                .map(line -> "<p><strong>" + escape(line))
                                                .map(line -> line + "</strong></p>")
                                                .orElse(""))
                                .replace("@DAY@", situation.day().toString())
                                .replace("@UNDER@", escape(String.join(", ", report.under())))
                                .replace("@TOTALS@", totals(situation))
                                .replace("@WEEKS@", weeks(situation))
                                .replace("@UNITS@", units(report))
                                .replace("@NAME@", escape(report.name()))
                                // Inserted last, so that no user text is mistaken for a
                                // placeholder.
                                .replace("@WORDS@", words(said))));
    }

    private static String words(List<Labels> said) {
        return said.stream()
                .map(one ->
                        "<h2>"
                                + escape(one.who())
                                + "</h2><p class=\"words\">"
                                + escape(one.text())
                                + "</p>")
                .collect(Collectors.joining());
    }

    private static String totals(Situation situation) {
        long longest =
                Arrays.stream(Figure.values())
                        .mapToLong(figure -> situation.total(figure).about())
                        .max()
                        .orElse(0);
        return Arrays.stream(Figure.values())
                .map(figure -> {
                    var shown = situation.total(figure);
                    long width = shown.about() * 100 / Math.max(1, longest);
                    return "<tr><td>%s</td>%s<td class=\"bar\">%s</td></tr>"
                            .formatted(
                                    SituationReport.word(figure).replace('_', ' '),
                                    n(shown),
                                    width == 0 ? "" : "<div style=\"width:" + width + "%\"></div>");
                })
                .collect(Collectors.joining());
    }

    private static String n(FigureRange shown) {
        return "<td class=\"n\">" + escape(shown.text()) + "</td>";
    }

    private static String weeks(Situation situation) {
        var mondays = situation.mondays();
        return IntStream.range(0, mondays.size())
                .mapToObj(at ->
                        "<tr><td>%s</td>%s</tr>"
                                .formatted(
                                        mondays.get(at),
                                        Arrays.stream(WeeklyFlow.values())
                                                .map(flow -> n(situation.weekly(flow).get(at)))
                                                .collect(Collectors.joining())))
                .collect(Collectors.joining());
    }

    private static String units(SituationReport report) {
        return report.situation().units().keySet().stream()
                .map(unit -> "<tr><td>" + escape(report.name(unit)) + "</td>" + unit(report, unit))
                .map(row -> row + "</tr>")
                .collect(Collectors.joining());
    }

    private static String unit(SituationReport report, AuthorityId unit) {
        var situation = report.situation();
        var first =
                Stream.of(
                        situation.of(unit, Figure.RECEIVED),
                        situation.of(unit, Figure.UNDER_WAY),
                        situation.waiting(unit));
        var rest = COLUMNS.stream().map(figure -> situation.of(unit, figure));
        return Stream.concat(first, rest).map(SituationPrinter::n).collect(Collectors.joining());
    }
}
