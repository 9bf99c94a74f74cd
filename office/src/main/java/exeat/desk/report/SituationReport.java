package exeat.desk.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.casework.access.Mandate;
import exeat.desk.base.CsvWriter;
import exeat.oversight.Figure;
import exeat.oversight.FigureRange;
import exeat.oversight.Situation;
import exeat.oversight.WeeklyFlow;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The situation as text, CSV, JSON and a workbook. A figure that is not exact is shown as a range.
 *
 * @param directives under which it is: one, or several that are added up
 * @param at the moment at which it was counted, in the office's zone; empty for a report that was
 *     sent on its day
 */
public record SituationReport(
        Situation situation, List<Directive> directives, Optional<ZonedDateTime> at) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAME_WIDTH = 44;

    /** The columns that fit on a screen; CSV and JSON have all of them. */
    private static final List<Figure> ON_SCREEN =
            List.of(
                    Figure.RECEIVED,
                    Figure.UNDER_WAY,
                    Figure.FOR_PERSON,
                    Figure.REFERRED,
                    Figure.HELD,
                    Figure.LATE,
                    Figure.AUTHORISED,
                    Figure.DEPARTED,
                    Figure.OPEN_ISSUES);

    public SituationReport {
        directives = List.copyOf(directives);
    }

    /** The units of the directive, or of the first of several. */
    public AuthorityTree tree() {
        return directives.getFirst().authorities();
    }

    /** The ids of its directives, as every format names them. */
    public List<String> under() {
        return directives.stream().map(directive -> directive.ref().id()).toList();
    }

    /** The authority's own name, in English. */
    public String name() {
        return name(situation.authority());
    }

    /**
     * A unit's name, in English.
     *
     * @throws IllegalArgumentException if it is in none of the directives' trees
     */
    public String name(AuthorityId unit) {
        return directives.stream()
                .flatMap(directive -> directive.authorities().find(unit).stream())
                .findFirst()
                .orElseGet(() -> tree().get(unit))
                .name();
    }

    /**
     * The work that is overdue at a unit with none above it, for which quickly has no further
     * level; empty where there is none, and where the report does not reach the top.
     */
    public Optional<FigureRange> pastEveryLevel() {
        var tops =
                situation.units().keySet().stream()
                        .filter(this::isAtTheTop)
                        .filter(unit -> situation.of(unit, Figure.LATE).most() > 0)
                        .toList();
        return tops.isEmpty() ? Optional.empty() : Optional.of(situation.total(tops, Figure.LATE));
    }

    private boolean isAtTheTop(AuthorityId unit) {
        return directives.stream()
                .map(Directive::authorities)
                .filter(units -> units.find(unit).isPresent())
                .allMatch(units -> Mandate.above(units, unit).equals(unit));
    }

    /** The first line of every format for people, in English; empty where nothing is overdue. */
    public Optional<String> firstLine() {
        return pastEveryLevel()
                .map(late ->
                        "PAST EVERY LIMIT: "
                                + late.text()
                                + " pieces of work are overdue at the top, and no unit is above"
                                + " it.");
    }

    /** A figure's name as files have it, such as {@code waiting_to_7}. */
    public static String word(Figure figure) {
        return figure.stored().toLowerCase(Locale.ROOT);
    }

    /** For a terminal: totals with every figure, then the units with something to show. */
    public String toText() {
        var text = new StringBuilder();
        firstLine().ifPresent(line -> text.append("%s%n".formatted(line)));
        text.append(
                "Situation of %s (%s) on %s%n"
                        .formatted(name(), situation.authority(), situation.day()));
        text.append("Under %s%n".formatted(String.join(", ", under())));
        at.ifPresent(moment -> text.append("Counted at %s%n".formatted(moment(moment))));
        text.append(System.lineSeparator());
        for (var figure : Figure.values()) {
            text.append(
                    "  %-20s %15s  %s%n"
                            .formatted(
                                    words(figure),
                                    situation.total(figure).text(),
                                    FigureMeanings.unit(figure)));
        }
        text.append(System.lineSeparator()).append("%-44s".formatted("unit"));
        ON_SCREEN.forEach(figure -> text.append(" %11s".formatted(words(figure))));
        text.append(System.lineSeparator());
        situation.units().keySet().stream()
                .filter(this::hasAny)
                .forEach(unit -> text.append(line(unit)));
        return text.toString();
    }

    /** A moment with its zone, such as {@code 1963-09-02 08:15 Asia/Shanghai}. */
    static String moment(ZonedDateTime moment) {
        return moment.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ROOT));
    }

    private static String words(Figure figure) {
        return word(figure).replace('_', ' ');
    }

    private boolean hasAny(AuthorityId unit) {
        return Stream.of(Figure.values()).anyMatch(f -> situation.of(unit, f).most() > 0);
    }

    private String line(AuthorityId unit) {
        var label = name(unit) + " (" + unit + ")";
        var name = label.length() > NAME_WIDTH ? label.substring(0, NAME_WIDTH - 3) + "..." : label;
        return "%-44s%s%n"
                .formatted(
                        name,
                        ON_SCREEN.stream()
                                .map(f -> " %11s".formatted(situation.of(unit, f).text()))
                                .collect(Collectors.joining()));
    }

    /** A row a unit, parents before children, and a last one with the totals. */
    public String toCsv() {
        var text = new StringBuilder();
        var csv = new CsvWriter(text, "\n");
        try {
            csv.write(cells("unit", "name", SituationReport::word));
            for (var unit : situation.units().keySet()) {
                var name = new CsvWriter.Text(name(unit));
                csv.write(cells(unit.text(), name, f -> situation.of(unit, f).text()));
            }
            csv.write(cells("total", "", figure -> situation.total(figure).text()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }

    private static List<Object> cells(
            String unit, Object name, java.util.function.Function<Figure, String> figures) {
        var cells = new ArrayList<Object>(List.of(unit, name));
        Stream.of(Figure.values()).map(figures).forEach(cells::add);
        return cells;
    }

    /**
     * As a workbook: the figures as shown, the same as bounds for calculations, and week by week.
     */
    public byte[] toXlsx() {
        return XlsxWriter.write(List.of(shownTable(), bounds(), weekly(), meanings()));
    }

    private XlsxWriter.Table meanings() {
        var rows = new ArrayList<List<Object>>();
        for (var figure : Figure.values()) {
            rows.add(
                    List.of(words(figure), FigureMeanings.unit(figure), FigureMeanings.of(figure)));
        }
        firstLine().ifPresent(line -> rows.addFirst(List.of("past every level", "", line)));
        rows.add(List.of("directives", "", String.join(", ", under())));
        at.ifPresent(moment -> rows.add(List.of("counted at", "", moment(moment))));
        return new XlsxWriter.Table("Meanings", List.of("figure", "counts", "meaning"), rows);
    }

    private XlsxWriter.Table shownTable() {
        var head = new ArrayList<>(List.of("unit", "name"));
        Stream.of(Figure.values()).map(SituationReport::words).forEach(head::add);
        var rows = new ArrayList<List<Object>>();
        for (var unit : situation.units().keySet()) {
            rows.add(row(unit.text(), name(unit), f -> situation.of(unit, f)));
        }
        rows.add(row("total", "", situation::total));
        return new XlsxWriter.Table("Situation " + situation.day(), head, rows);
    }

    private static List<Object> row(
            String unit, String name, java.util.function.Function<Figure, FigureRange> figures) {
        var row = new ArrayList<Object>(List.of(unit, name));
        for (var figure : Figure.values()) {
            var shown = figures.apply(figure);
            row.add(shown.isExact() ? (Object) shown.least() : shown.text());
        }
        return row;
    }

    private XlsxWriter.Table bounds() {
        var rows = new ArrayList<List<Object>>();
        for (var unit : situation.units().keySet()) {
            for (var figure : Figure.values()) {
                var shown = situation.of(unit, figure);
                rows.add(List.of(unit.text(), words(figure), shown.least(), shown.most()));
            }
        }
        return new XlsxWriter.Table("Bounds", List.of("unit", "figure", "least", "most"), rows);
    }

    private XlsxWriter.Table weekly() {
        var rows = new ArrayList<List<Object>>();
        for (var flow : WeeklyFlow.values()) {
            var weeks = situation.weekly(flow);
            for (int at = 0; at < weeks.size(); at++) {
                var shown = weeks.get(at);
                rows.add(
                        List.of(
                                situation.mondays().get(at).toString(),
                                flow.stored().toLowerCase(Locale.ROOT),
                                shown.least(),
                                shown.most()));
            }
        }
        return new XlsxWriter.Table("Weeks", List.of("week of", "flow", "least", "most"), rows);
    }

    private List<Map<String, Object>> weeksJson() {
        var weeks = new ArrayList<Map<String, Object>>();
        var mondays = situation.mondays();
        for (int at = 0; at < mondays.size(); at++) {
            var week = new LinkedHashMap<String, Object>();
            week.put("week", mondays.get(at).toString());
            for (var flow : WeeklyFlow.values()) {
                week.put(
                        flow.stored().toLowerCase(Locale.ROOT),
                        bounds(situation.weekly(flow).get(at)));
            }
            weeks.add(week);
        }
        return weeks;
    }

    private static Map<String, Object> meaningsJson() {
        var meanings = new LinkedHashMap<String, Object>();
        for (var figure : Figure.values()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("counts", FigureMeanings.unit(figure));
            one.put("meaning", FigureMeanings.of(figure));
            meanings.put(word(figure), one);
        }
        return meanings;
    }

    private static Map<String, Object> bounds(FigureRange shown) {
        return new java.util.TreeMap<>(Map.of("least", shown.least(), "most", shown.most()));
    }

    /** Every figure as {@code {"least": n, "most": n}}; the two are equal if it is exact. */
    public String toJson() {
        var units = new ArrayList<Map<String, Object>>();
        for (var unit : situation.units().keySet()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("unit", unit.text());
            row.put("name", name(unit));
            row.put("figures", figures(figure -> situation.of(unit, figure)));
            units.add(row);
        }
        var report = new LinkedHashMap<String, Object>();
        report.put("authority", situation.authority().text());
        report.put("directives", under());
        report.put("day", situation.day().toString());
        at.ifPresent(moment -> report.put("at", moment.toOffsetDateTime().toString()));
        pastEveryLevel().ifPresent(late -> report.put("past_every_level", bounds(late)));
        report.put("total", figures(situation::total));
        report.put("units", units);
        report.put("weeks", weeksJson());
        report.put("meanings", meaningsJson());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a report cannot be written as JSON", broken);
        }
    }

    private static Map<String, Object> figures(
            java.util.function.Function<Figure, FigureRange> shown) {
        var figures = new LinkedHashMap<String, Object>();
        for (var figure : Figure.values()) {
            var value = shown.apply(figure);
            figures.put(word(figure), bounds(value));
        }
        return figures;
    }
}
