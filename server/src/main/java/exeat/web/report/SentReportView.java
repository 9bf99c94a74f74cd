package exeat.web.report;

import exeat.casework.command.Actor;
import exeat.casework.state.ReportState;
import exeat.casework.state.UnitReports;
import exeat.casework.state.UnitReports.Due;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.report.SentReports;
import exeat.oversight.Figure;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The lists and the reports of {@link SentReportPages}. */
@Singleton
public final class SentReportView {

    private static final List<Figure> SHOWN =
            List.of(
                    Figure.RECEIVED,
                    Figure.UNDER_WAY,
                    Figure.LATE,
                    Figure.HELD,
                    Figure.AUTHORISED,
                    Figure.DEPARTED,
                    Figure.OPEN_ISSUES);

    private final PageFactory pages;
    private final Office office;
    private final InstantSource clock;

    SentReportView(PageFactory pages, Office office, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.clock = clock;
    }

    static String address(SentReports.Report report) {
        return address(report.id().unit(), report.sent().number());
    }

    private static String address(AuthorityId unit, int number) {
        return "/officer/reports/" + unit + "/" + number;
    }

    private PackTexts terms() {
        return new PackTexts(pages.request().directive(), pages.words());
    }

    private LocalDate today(PackTexts terms) {
        return clock.instant().atZone(terms.directive().vocabulary().zone()).toLocalDate();
    }

    static AuthorityId own(Session session) {
        return ((Actor.Officer) session.actor()).unit();
    }

    /** The units that this officer's unit can ask for a report. */
    List<AuthorityId> below(Session session) {
        return below(session, states(session));
    }

    private static List<AuthorityId> below(Session session, List<ReportState> states) {
        return states.stream()
                .map(state -> state.id().unit())
                .filter(unit -> !unit.equals(own(session)))
                .toList();
    }

    private List<ReportState> states(Session session) {
        return office.sentReports().list(session, pages.request().directive().ref().id());
    }

    /** Reports due, sent and missing. */
    Response list(SubmittedForm values, Map<String, String> wrong) {
        var session = pages.request().officer();
        var words = pages.words();
        var terms = terms();
        var sheet = pages.page(words.say("reports.title")).wide();
        sheet.done();
        sheet.add(new Paragraphs(List.of(words.say("reports.what"))));
        var states = states(session);
        if (states.isEmpty()) {
            return sheet.add(new Paragraphs(List.of(words.say("reports.none")))).ok();
        }
        states.stream()
                .filter(state -> state.id().unit().equals(own(session)))
                .forEach(state -> own(sheet, state, terms, values, wrong));
        sheet.add(table(states, terms));
        var below = below(session, states);
        if (!below.isEmpty()) {
            ask(sheet, below, terms, values, wrong);
        }
        return sheet.errors(
                        wrong.entrySet().stream()
                                .map(field -> new Link(field.getValue(), anchor(field.getKey())))
                                .toList())
                .ok();
    }

    private static String anchor(String field) {
        return field.equals("by") ? "#by-day" : "#" + field;
    }

    private void own(
            Page sheet,
            ReportState state,
            PackTexts terms,
            SubmittedForm values,
            Map<String, String> wrong) {
        var words = pages.words();
        var today = today(terms);
        sheet.add(new Heading(2, words.say("reports.own"), "own"));
        var open = state.reports().open();
        var settled = state.reports().settledOn(today);
        if (settled.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("reports.own.nothing"))));
        }
        sheet.add(
                new SummaryList(
                        open.stream()
                                .map(due ->
                                        SummaryRow.of(
                                                why(due, terms),
                                                settled.contains(due.number())
                                                        ? words.say(
                                                                "reports.own.now", by(due, today))
                                                        : by(due, today)))
                                .toList()));
        sheet.add(
                new FormBuilder(pages.request(), values, wrong)
                        .area("words", words.say("reports.words"), words.say("reports.words.hint"))
                        .to("/officer/reports", words.say("reports.send")));
    }

    private String why(Due due, PackTexts terms) {
        var words = pages.words();
        return due.asked()
                .map(asked ->
                        words.say("reports.due.ASKED", terms.unit(asked.unit()), asked.words()))
                .orElseGet(() -> words.say("reports.due." + due.why()));
    }

    private String by(Due due, LocalDate today) {
        var words = pages.words();
        long late = due.daysLate(today);
        return late > 0
                ? words.say("reports.by.late", words.day(due.by()), late)
                : words.say("reports.by", words.day(due.by()));
    }

    private DataTable table(List<ReportState> states, PackTexts terms) {
        var words = pages.words();
        var today = today(terms);
        return new DataTable(
                words.say("reports.units"),
                List.of(
                        ColumnHeader.of(words.say("officer.unit")),
                        ColumnHeader.of(words.say("reports.last")),
                        ColumnHeader.of(words.say("reports.next")),
                        ColumnHeader.of(words.say("reports.missing")),
                        ColumnHeader.of(words.say("reports.sent-late"))),
                states.stream()
                        .sorted(
                                Comparator.comparingLong((ReportState state) -> -late(state, today))
                                        .thenComparing(state -> state.id().unit()))
                        .map(state -> row(state, terms, today))
                        .toList());
    }

    private static long late(ReportState state, LocalDate today) {
        return state.reports().open().stream()
                .mapToLong(due -> due.daysLate(today))
                .max()
                .orElse(0);
    }

    private List<TableCell> row(ReportState state, PackTexts terms, LocalDate today) {
        var words = pages.words();
        var reports = state.reports();
        var unit = state.id().unit();
        var last =
                reports.sent().isEmpty()
                        ? TableCell.of(words.say("reports.last.never"))
                        : TableCell.link(
                                words.day(reports.sent().getLast().day()),
                                address(unit, reports.sent().getLast().number()));
        var next =
                reports.open().stream()
                        .filter(due -> due.daysLate(today) == 0)
                        .map(Due::by)
                        .min(LocalDate::compareTo)
                        .map(words::day)
                        .orElse("–");
        var missing =
                reports.open().stream()
                        .filter(due -> due.daysLate(today) > 0)
                        .map(due -> missing(due, terms, today))
                        .toList();
        long settled = reports.dues().stream().filter(due -> !due.isOpen()).count();
        long late =
                reports.dues().stream()
                        .filter(due -> !due.isOpen() && due.daysLate(today) > 0)
                        .count();
        return List.of(
                TableCell.of(terms.unit(unit)).asHead(),
                last.inOneLine(),
                TableCell.of(next).inOneLine(),
                TableCell.of(
                        missing.isEmpty()
                                ? words.say("reports.missing.none")
                                : String.join("; ", missing)),
                TableCell.of(words.say("reports.sent-late.of", late, settled)).inOneLine());
    }

    private String missing(Due due, PackTexts terms, LocalDate today) {
        var words = pages.words();
        var day = words.day(due.by());
        return due.levels().isEmpty()
                ? words.say("reports.missing.days", day, due.daysLate(today))
                : words.say(
                        "reports.missing.told",
                        day,
                        due.daysLate(today),
                        terms.unit(due.levels().getLast().to()));
    }

    private void ask(
            Page sheet,
            List<AuthorityId> units,
            PackTexts terms,
            SubmittedForm values,
            Map<String, String> wrong) {
        var words = pages.words();
        var options =
                units.stream()
                        .map(unit -> ChoiceOption.of(unit.text(), terms.unit(unit), ""))
                        .toList();
        sheet.add(new Heading(2, words.say("reports.ask"), "ask-unit"))
                .add(
                        new FormBuilder(pages.request(), values, wrong)
                                .select("unit", words.say("reports.ask.unit"), "", options)
                                .date("by", words.say("reports.ask.by"), "")
                                .area("ask", words.say("reports.ask.words"), "")
                                .to("/officer/reports/ask", words.say("reports.ask.send")));
    }

    /** One report as it was sent. */
    Response one(SentReports.Report report, SubmittedForm values, Map<String, String> wrong) {
        var session = pages.request().officer();
        var words = pages.words();
        var terms = terms();
        var unit = report.id().unit();
        var sheet =
                pages.page(
                                words.say(
                                        "reports.one",
                                        terms.unit(unit),
                                        words.day(report.sent().day())))
                        .wide()
                        .back("/officer/reports");
        sheet.done();
        sheet.add(new SummaryList(head(session, report, terms)));
        said(sheet, unit, report.sent(), terms);
        if (!own(session).equals(unit)) {
            var form =
                    new FormBuilder(pages.request(), values, wrong)
                            .area("words", words.say("reports.add"), "");
            sheet.add(form.to(address(report) + "/words", words.say("reports.add.send")))
                    .errors(form.errors());
        }
        sheet.add(new Heading(2, words.say("reports.figures"), "figures"))
                .add(new Paragraphs(List.of(words.say("reports.figures.what"))))
                .add(new SummaryList(totals(report)))
                .add(units(report, terms));
        below(sheet, report, terms);
        return sheet.add(new Heading(2, words.say("reports.files"), "files"))
                .add(new LinkList(SentReportPages.files(report, words)))
                .ok();
    }

    private List<SummaryRow> head(Session session, SentReports.Report report, PackTexts terms) {
        var words = pages.words();
        var zone = terms.directive().vocabulary().zone();
        var today = today(terms);
        var settled =
                office.sentReports().of(session, report.id()).stream()
                        .flatMap(state -> state.reports().dues().stream())
                        .filter(due -> report.sent().settles().contains(due.number()))
                        .map(due -> settled(due, terms, today))
                        .toList();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("officer.unit"), terms.unit(report.id().unit())));
        rows.add(SummaryRow.of(words.say("reports.sent-at"), words.time(report.sent().at(), zone)));
        rows.add(
                SummaryRow.of(
                        words.say("reports.settles"),
                        settled.isEmpty()
                                ? List.of(words.say("reports.settles.nothing"))
                                : settled));
        rows.add(
                report.log()
                        .map(log -> SummaryRow.of(words.say("reports.log", log.size()), log.root()))
                        .orElseGet(() ->
                                SummaryRow.of(
                                        words.say("reports.log", 0),
                                        words.say("reports.log.none"))));
        return rows;
    }

    private String settled(Due due, PackTexts terms, LocalDate today) {
        var words = pages.words();
        long late = due.daysLate(today);
        return late > 0
                ? words.say("reports.settles.late", why(due, terms), words.day(due.by()), late)
                : words.say("reports.settles.in-time", why(due, terms), words.day(due.by()));
    }

    private void said(Page sheet, AuthorityId unit, UnitReports.Sent sent, PackTexts terms) {
        var words = pages.words();
        sheet.add(new Heading(2, words.say("reports.said", terms.unit(unit)), ""))
                .add(new Paragraphs(List.of(sent.words())));
        for (var level : sent.added()) {
            sheet.add(new Heading(3, words.say("reports.said", terms.unit(level.unit())), ""))
                    .add(new Paragraphs(List.of(level.text())));
        }
    }

    private List<SummaryRow> totals(SentReports.Report report) {
        var situation = report.figures().situation();
        return SHOWN.stream()
                .map(f ->
                        SummaryRow.of(
                                pages.words().say("figure." + f),
                                ReportView.text(situation.total(f), pages.words())))
                .toList();
    }

    private DataTable units(SentReports.Report report, PackTexts terms) {
        var words = pages.words();
        var situation = report.figures().situation();
        var heads =
                new ArrayList<ColumnHeader>(List.of(ColumnHeader.of(words.say("officer.unit"))));
        SHOWN.forEach(f -> heads.add(new ColumnHeader(words.say("figure." + f), true)));
        var rows = new ArrayList<List<TableCell>>();
        for (var unit : situation.units().keySet()) {
            var row = new ArrayList<TableCell>(List.of(TableCell.of(terms.unit(unit)).asHead()));
            SHOWN.forEach(f -> row.add(TableCell.number(situation.of(unit, f).text())));
            rows.add(List.copyOf(row));
        }
        return new DataTable(words.say("report.units"), heads, rows);
    }

    private void below(Page sheet, SentReports.Report report, PackTexts terms) {
        if (report.below().isEmpty()) {
            return;
        }
        var words = pages.words();
        var rows = new ArrayList<SummaryRow>();
        for (var one : report.below()) {
            var unit = one.id().unit();
            var said = new ArrayList<String>(List.of(one.sent().words()));
            one.sent().added().stream()
                    .map(w -> words.say("reports.said", terms.unit(w.unit())) + ": " + w.text())
                    .forEach(said::add);
            rows.add(
                    new SummaryRow(
                            terms.unit(unit),
                            SummaryRow.of("", said).values(),
                            List.of(
                                    new Link(
                                            words.day(one.sent().day()),
                                            address(unit, one.sent().number()),
                                            terms.unit(unit)))));
        }
        sheet.add(new Heading(2, words.say("reports.below"), "below")).add(new SummaryList(rows));
    }
}
