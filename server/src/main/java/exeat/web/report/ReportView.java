package exeat.web.report;

import exeat.casework.access.Mandate;
import exeat.desk.report.SituationReports;
import exeat.oversight.Figure;
import exeat.oversight.FigureRange;
import exeat.oversight.ReportPeriod;
import exeat.oversight.Situation;
import exeat.oversight.WeeklyFlow;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.web.component.Breadcrumbs;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.list.ChartFigure;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.filter.FilterValues;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The situation of one authority in words, charts and tables. */
public final class ReportView {

    private static final List<Figure> AGES =
            List.of(
                    Figure.WAITING_TO_7,
                    Figure.WAITING_TO_30,
                    Figure.WAITING_TO_90,
                    Figure.WAITING_OVER_90);

    private final SituationReports.Overview seen;
    private final Situation situation;
    private final AuthorityTree tree;
    private final PackTexts terms;
    private final PageTexts words;
    private final FigureTexts texts;
    private final ReportPeriod period;
    private final FilterValues values;

    /**
     * The page of a report.
     *
     * @param period the weeks whose events it tells
     * @param values the form from which they were read
     */
    ReportView(
            SituationReports.Overview seen,
            ReportPeriod period,
            FilterValues values,
            PackTexts terms,
            PageTexts words) {
        this.period = period;
        this.values = values;
        this.texts = new FigureTexts(words);
        this.seen = seen;
        this.situation = seen.report().situation();
        this.tree = seen.report().tree();
        this.terms = terms;
        this.words = words;
    }

    public static String address(AuthorityId authority) {
        return "/officer/report/" + authority;
    }

    void addTo(Page sheet) {
        sheet.add(crumbs());
        seen.report()
                .pastEveryLevel()
                .map(late -> texts.text(late, Figure.Countable.WORK))
                .ifPresent(late ->
                        sheet.add(
                                new WarningText(
                                        words.say("warning"),
                                        words.say("report.past-every-level", late))));
        seen.report()
                .at()
                .map(at -> words.say("report.day", words.zoned(at.toInstant(), at.getZone())))
                .ifPresent(said -> sheet.add(new Paragraphs(List.of(said))));
        new CallsView(seen, terms, words).addTo(sheet);
        new TogetherView(terms, words).tell(sheet, situation.authority(), seen.sharing());
        sheet.add(new Heading(2, words.say("report.now"), "now"));
        sheet.add(new Paragraphs(List.of(words.say("report.few"))));
        sheet.add(new SummaryList(rows(situation.units().keySet(), situation)));
        own(sheet);
        new PeriodView(situation, address(situation.authority()), words)
                .addTo(sheet, period, values);
        charts(sheet);
        below(sheet);
        beside(sheet);
        sheet.add(
                new Details(
                        words.say("report.all"),
                        List.of(Page.raw(new SummaryList(all())), Page.raw(units()))));
        sheet.add(new Details(words.say("report.meanings"), List.of(Page.raw(texts.meanings()))));
        sheet.add(new Heading(2, words.say("report.files"), "files"))
                .add(new Paragraphs(List.of(words.say("report.files.what"))))
                .add(new LinkList(files(situation.authority(), "", words)));
    }

    private Breadcrumbs crumbs() {
        var links =
                seen.path().reversed().stream()
                        .map(unit -> new Link(terms.unit(unit.id()), address(unit.id())))
                        .toList();
        return new Breadcrumbs(words.say("report.path"), links);
    }

    /** The key figures with their meaning. */
    private List<SummaryRow> rows(Collection<AuthorityId> of, Situation from) {
        return Arrays.stream(KeyFigure.values())
                .filter(key -> !key.isMove() || key.of(of, from).most() > 0)
                .map(key ->
                        FigureTexts.row(
                                words.say(key.label()),
                                words.say(key.label() + ".what"),
                                texts.text(key.of(of, from), key.counted())))
                .toList();
    }

    /** A sum of bands is shown as approximate, with its bounds. */
    static String text(FigureRange shown, PageTexts words) {
        return shown.isExact() || shown.most() - shown.least() < 10
                ? shown.text()
                : words.say("report.about", shown.about(), shown.text());
    }

    /** The unit's own cases, with links to the lists that the reader may see. */
    private void own(Page sheet) {
        var unit = situation.authority();
        boolean exact = situation.exact().contains(unit);
        sheet.add(new Heading(2, words.say(exact ? "report.own" : "report.unit"), "own"));
        var lists = new ArrayList<SummaryRow>();
        list(lists, "work", words.say("report.waiting"), situation.waiting(unit));
        list(lists, "referred", Figure.REFERRED);
        list(lists, "held", Figure.HELD);
        list(lists, "unconfirmed", Figure.FOR_PERSON);
        list(lists, "border", Figure.AUTHORISED);
        sheet.add(new SummaryList(lists));
        moved(sheet, unit);
    }

    /** Tells where the cases are that this unit received and no longer has, and why. */
    private void moved(Page sheet, AuthorityId unit) {
        var gone = situation.of(unit, Figure.PASSED_ON);
        if (gone.most() == 0) {
            return;
        }
        var above = tree.above(unit).id();
        var seenAbove = seen.path().stream().anyMatch(level -> level.id().equals(above));
        sheet.add(
                new Paragraphs(
                        List.of(
                                words.say(
                                        "report.moved",
                                        texts.text(gone, Figure.Countable.PEOPLE),
                                        terms.unit(above)))));
        if (seenAbove || situation.units().containsKey(above)) {
            sheet.add(new LinkList(List.of(new Link(terms.unit(above), address(above)))));
        }
    }

    private void list(List<SummaryRow> rows, String which, Figure figure) {
        var shown = situation.of(situation.authority(), figure);
        list(rows, which, words.say("figure." + figure), shown);
    }

    private void list(List<SummaryRow> rows, String which, String label, FigureRange shown) {
        var href = "/officer/queue?which=" + which + "&unit=" + situation.authority();
        rows.add(
                new SummaryRow(
                        label,
                        SummaryRow.of("", shown.text()).values(),
                        List.of(new Link(words.say("report.cases"), href, label))));
    }

    private void charts(Page sheet) {
        sheet.add(new Heading(2, words.say("report.charts"), "charts"));
        sheet.add(road(), weekly(WeeklyFlow.RECEIVED), weekly(WeeklyFlow.DECIDED));
        sheet.add(weekly(WeeklyFlow.AUTHORISED), weekly(WeeklyFlow.DEPARTED));
        sheet.add(ages(), clocks());
    }

    private ChartFigure road() {
        var all = situation.units().keySet();
        var bars = new ArrayList<Chart.Bar>();
        var rows = new ArrayList<List<TableCell>>();
        bar(bars, rows, words.say("figure.RECEIVED"), situation.total(Figure.RECEIVED));
        bar(bars, rows, words.say("report.decided"), situation.decided(all));
        bar(bars, rows, words.say("report.waiting"), situation.waiting(all));
        for (var figure :
                List.of(
                        Figure.HELD,
                        Figure.REFUSED,
                        Figure.WITHDRAWN,
                        Figure.AUTHORISED,
                        Figure.DEPARTED)) {
            bar(bars, rows, words.say("figure." + figure), situation.total(figure));
        }
        var title = words.say("report.road");
        var said = new Chart.Caption("road", title, said(rows));
        return new ChartFigure(
                title,
                Chart.bars(said, List.of(), bars),
                folded(title, List.of(words.say("report.step"), words.say("report.people")), rows));
    }

    private void bar(
            List<Chart.Bar> bars, List<List<TableCell>> rows, String label, FigureRange shown) {
        bars.add(new Chart.Bar(label, List.of(shown.about()), brief(shown)));
        rows.add(List.of(TableCell.of(label).asHead(), TableCell.number(shown.text())));
    }

    /** The label of a bar: the exact figure, its band, or an approximate figure. */
    private static String brief(FigureRange shown) {
        return shown.most() - shown.least() < 10 ? shown.text() : "~" + shown.about();
    }

    private static String said(List<List<TableCell>> rows) {
        return String.join(
                "; ",
                rows.stream()
                        .map(row -> String.join(" ", row.stream().map(TableCell::text).toList()))
                        .toList());
    }

    private io.quarkus.qute.RawString folded(
            String title, List<String> heads, List<List<TableCell>> rows) {
        var columns = new ArrayList<ColumnHeader>();
        heads.forEach(head -> columns.add(new ColumnHeader(head, !columns.isEmpty())));
        var table = new DataTable(title, columns, rows).underHeading();
        return Page.raw(new Details(words.say("report.as-table"), List.of(Page.raw(table))));
    }

    private ChartFigure weekly(WeeklyFlow flow) {
        var title = words.say("report.weekly." + flow);
        var weeks = situation.weekly(flow);
        var mondays = situation.mondays();
        var rows = new ArrayList<List<TableCell>>();
        for (int at = 0; at < weeks.size(); at++) {
            rows.add(
                    List.of(
                            TableCell.of(words.day(mondays.get(at))).asHead(),
                            TableCell.number(weeks.get(at).text())));
        }
        var said =
                new Chart.Caption(
                        "weekly-" + flow.name().toLowerCase(java.util.Locale.ROOT),
                        title,
                        said(rows));
        return new ChartFigure(
                title,
                Chart.columns(
                        said,
                        weeks.stream().map(FigureRange::about).toList(),
                        words.day(mondays.getFirst()),
                        words.day(mondays.getLast())),
                folded(title, List.of(words.say("report.week"), words.say("report.people")), rows));
    }

    /**
     * The units that have the work: each unit below with everything below it, or this unit alone.
     */
    private List<Authority> places() {
        return seen.below().isEmpty() ? List.of(tree.get(situation.authority())) : seen.below();
    }

    /** In an area's report its own offices are listed separately, so that nobody counts twice. */
    private Collection<AuthorityId> within(Authority unit) {
        boolean office = tree.get(situation.authority()).supervises() && !unit.supervises();
        return office ? List.of(unit.id()) : Mandate.scope(tree, unit.id());
    }

    private ChartFigure ages() {
        var bars = new ArrayList<Chart.Bar>();
        var rows = new ArrayList<List<TableCell>>();
        for (var unit : places()) {
            var parts = AGES.stream().map(age -> situation.total(within(unit), age)).toList();
            var whole = situation.waiting(within(unit));
            bars.add(
                    new Chart.Bar(
                            terms.unit(unit.id()),
                            parts.stream().map(FigureRange::about).toList(),
                            brief(whole)));
            var row =
                    new ArrayList<TableCell>(List.of(TableCell.of(terms.unit(unit.id())).asHead()));
            parts.forEach(part -> row.add(TableCell.number(part.text())));
            rows.add(List.copyOf(row));
        }
        var title = words.say("report.ages");
        var heads = new ArrayList<String>(List.of(words.say("officer.unit")));
        var legend = AGES.stream().map(age -> words.say("figure." + age)).toList();
        heads.addAll(legend);
        var said = new Chart.Caption("ages", title, words.say("report.ages.what"));
        return new ChartFigure(title, Chart.bars(said, legend, bars), folded(title, heads, rows));
    }

    private ChartFigure clocks() {
        var bars = new ArrayList<Chart.Bar>();
        var rows = new ArrayList<List<TableCell>>();
        for (var unit : places()) {
            var whole = situation.waiting(within(unit));
            var late = situation.total(within(unit), Figure.LATE);
            long inTime = Math.max(0, whole.about() - late.about());
            bars.add(
                    new Chart.Bar(
                            terms.unit(unit.id()),
                            List.of(inTime, late.about()),
                            words.say("report.late-of", brief(late), brief(whole))));
            rows.add(
                    List.of(
                            TableCell.of(terms.unit(unit.id())).asHead(),
                            TableCell.number(whole.text()),
                            TableCell.number(late.text())));
        }
        var title = words.say("report.clocks");
        var legend = List.of(words.say("report.in-time"), words.say("figure.LATE"));
        var heads =
                List.of(
                        words.say("officer.unit"),
                        words.say("report.waiting"),
                        words.say("figure.LATE"));
        var said = new Chart.Caption("clocks", title, words.say("report.clocks.what"));
        return new ChartFigure(title, Chart.bars(said, legend, bars), folded(title, heads, rows));
    }

    private void below(Page sheet) {
        if (seen.below().isEmpty()) {
            sheet.add(new Heading(2, words.say("report.below"), "below"));
            sheet.add(new Paragraphs(List.of(words.say("report.below.none"))));
            return;
        }
        sheet.add(compared(words.say("report.below"), seen.below(), situation, true));
    }

    private void beside(Page sheet) {
        seen.beside()
                .ifPresent(beside ->
                        sheet.add(new Paragraphs(List.of(words.say("report.beside.what"))))
                                .add(
                                        compared(
                                                words.say("report.beside"),
                                                seen.siblings(),
                                                beside,
                                                false)));
    }

    private DataTable compared(String title, List<Authority> units, Situation from, boolean link) {
        var heads = new ArrayList<ColumnHeader>();
        heads.add(ColumnHeader.of(words.say("officer.unit")));
        // Comparable units are shown without their issues, which others answer for them.
        var keys =
                Arrays.stream(KeyFigure.values())
                        .filter(key -> link || key != KeyFigure.OPEN_ISSUES)
                        .toList();
        keys.forEach(key -> heads.add(new ColumnHeader(words.say(key.label()), true)));
        var rows = new ArrayList<List<TableCell>>();
        for (var unit : units) {
            var row = new ArrayList<TableCell>();
            row.add(name(unit, link).asHead());
            keys.forEach(key -> row.add(TableCell.number(text(key.of(within(unit), from), words))));
            rows.add(List.copyOf(row));
        }
        return new DataTable(title, heads, rows);
    }

    private TableCell name(Authority unit, boolean link) {
        var name = terms.unit(unit.id());
        if (link) {
            return TableCell.link(name, address(unit.id()));
        }
        boolean here = unit.id().equals(situation.authority());
        return TableCell.of(here ? words.say("report.this", name) : name);
    }

    private List<SummaryRow> all() {
        return Arrays.stream(Figure.values()).map(f -> texts.row(f, situation.total(f))).toList();
    }

    private DataTable units() {
        var heads = new ArrayList<ColumnHeader>();
        heads.add(ColumnHeader.of(words.say("officer.unit")));
        var figures = Figure.values();
        Arrays.stream(figures)
                .forEach(f -> heads.add(new ColumnHeader(words.say("figure." + f), true)));
        var rows = new ArrayList<List<TableCell>>();
        situation
                .units()
                .forEach((unit, shown) -> {
                    var row = new ArrayList<TableCell>();
                    row.add(TableCell.link(terms.unit(unit), address(unit)).asHead());
                    Arrays.stream(figures)
                            .map(shown::get)
                            .map(Objects::requireNonNull)
                            .forEach(of -> row.add(TableCell.number(of.text())));
                    rows.add(List.copyOf(row));
                });
        return new DataTable(words.say("report.units"), heads, rows);
    }

    /**
     * A report's files.
     *
     * @param which of the authority's reports, as a query; empty for that under one directive
     */
    static List<Link> files(AuthorityId authority, String which, PageTexts words) {
        var base = address(authority) + "/report.";
        return List.of(
                new Link(words.say("report.pdf"), base + "pdf" + which),
                new Link(words.say("report.xlsx"), base + "xlsx" + which),
                new Link(words.say("report.csv"), base + "csv" + which),
                new Link(words.say("report.json"), base + "json" + which),
                new Link(words.say("report.text"), base + "txt" + which));
    }
}
