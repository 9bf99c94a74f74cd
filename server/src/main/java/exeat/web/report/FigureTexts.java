package exeat.web.report;

import exeat.oversight.Figure;
import exeat.oversight.FigureRange;
import exeat.web.component.LocalizedText;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PageTexts;
import java.util.Arrays;
import java.util.List;

/** Figures in words: how many, of what, and what exactly is counted. */
final class FigureTexts {

    /** The width from which on bounds are named beside their middle. */
    private static final int WIDE = 10;

    private final PageTexts words;

    FigureTexts(PageTexts words) {
        this.words = words;
    }

    String name(Figure figure) {
        return words.say("figure." + figure);
    }

    String meaning(Figure figure) {
        return words.say("figure." + figure + ".what");
    }

    /** The figure with what it counts, such as {@code about 7,654 people (7,012-8,296)}. */
    String text(FigureRange shown, Figure.Countable counted) {
        var n = shown.isExact() ? words.number(shown.least()) : shown.text();
        boolean brief = shown.isExact() || shown.most() - shown.least() < WIDE;
        var many = brief ? n : words.number(shown.about());
        var text = words.say("counted." + counted, many, shown.isExact() ? shown.least() : 5);
        return brief ? text : words.say("report.about", text, bounds(shown));
    }

    private String bounds(FigureRange shown) {
        return words.number(shown.least()) + "–" + words.number(shown.most());
    }

    SummaryRow row(Figure figure, FigureRange shown) {
        return row(name(figure), meaning(figure), text(shown, figure.counts()));
    }

    static SummaryRow row(String label, String meaning, String text) {
        return new SummaryRow(
                label, List.of(LocalizedText.here(text), LocalizedText.here(meaning)), List.of());
    }

    /** Every figure, with what it counts. */
    DataTable meanings() {
        var rows =
                Arrays.stream(Figure.values())
                        .map(figure ->
                                List.of(
                                        TableCell.of(name(figure)).asHead(),
                                        TableCell.of(words.say("unit." + figure.counts())),
                                        TableCell.of(meaning(figure))))
                        .toList();
        return new DataTable(
                        words.say("report.meanings"),
                        List.of(
                                ColumnHeader.of(words.say("report.figure")),
                                ColumnHeader.of(words.say("report.counts")),
                                ColumnHeader.of(words.say("report.meaning"))),
                        rows)
                .underHeading();
    }
}
