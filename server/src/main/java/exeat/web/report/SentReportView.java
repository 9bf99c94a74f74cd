package exeat.web.report;

import exeat.web.kit.Directives;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Sheet;
import exeat.web.kit.Terms;

import exeat.casework.command.Actor;
import exeat.casework.state.Reporting;
import exeat.casework.state.Reporting.Due;
import exeat.casework.state.ReportState;
import exeat.desk.Office;
import exeat.desk.report.SentReports;
import exeat.desk.base.Session;
import exeat.oversight.Figure;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Head;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.form.Option;
import exeat.web.component.Prose;
import exeat.web.component.list.Row;
import exeat.web.component.list.Rows;
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

    private final Pages pages;
    private final Office office;
    private final InstantSource clock;

    SentReportView(Pages pages, Office office, InstantSource clock) {
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

    private Terms terms() {
        return new Terms(Directives.current(office), pages.words());
    }

    private LocalDate today(Terms terms) {
        return clock.instant().atZone(terms.directive().vocabulary().zone()).toLocalDate();
    }

    static AuthorityId own(Session session) {
        return ((Actor.Officer) session.actor()).unit();
    }

    /** The units from which this officer's unit can ask a report. */
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
        return office.sentReports().list(session, Directives.current(office).ref().id());
    }

    /** What is due, sent and missing. */
    Response list(Posted values, Map<String, String> wrong) {
        var session = pages.visit().officer();
        var words = pages.words();
        var terms = terms();
        var sheet = pages.sheet(words.say("reports.title")).wide();
        sheet.done();
        sheet.add(new Prose(List.of(words.say("reports.what"))));
        var states = states(session);
        if (states.isEmpty()) {
            return sheet.add(new Prose(List.of(words.say("reports.none")))).ok();
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
            Sheet sheet, ReportState state, Terms terms, Posted values, Map<String, String> wrong) {
        var words = pages.words();
        var today = today(terms);
        sheet.add(new Heading(2, words.say("reports.own"), "own"));
        var open = state.reports().open();
        var settled = state.reports().settledOn(today);
        if (settled.isEmpty()) {
            sheet.add(new Prose(List.of(words.say("reports.own.nothing"))));
        }
        sheet.add(
                new Rows(
                        open.stream()
                                .map(due ->
                                        Row.of(
                                                why(due, terms),
                                                settled.contains(due.number())
                                                        ? words.say(
                                                                "reports.own.now", by(due, today))
                                                        : by(due, today)))
                                .toList()));
        sheet.add(
                new FormBuilder(pages.visit(), values, wrong)
                        .area("words", words.say("reports.words"), words.say("reports.words.hint"))
                        .to("/officer/reports", words.say("reports.send")));
    }

    private String why(Due due, Terms terms) {
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

    private DataTable table(List<ReportState> states, Terms terms) {
        var words = pages.words();
        var today = today(terms);
        return new DataTable(
                words.say("reports.units"),
                List.of(
                        Head.of(words.say("officer.unit")),
                        Head.of(words.say("reports.last")),
                        Head.of(words.say("reports.next")),
                        Head.of(words.say("reports.missing")),
                        Head.of(words.say("reports.sent-late"))),
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

    private List<Cell> row(ReportState state, Terms terms, LocalDate today) {
        var words = pages.words();
        var reports = state.reports();
        var unit = state.id().unit();
        var last =
                reports.sent().isEmpty()
                        ? Cell.of(words.say("reports.last.never"))
                        : Cell.link(
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
                Cell.of(terms.unit(unit)).asHead(),
                last.inOneLine(),
                Cell.of(next).inOneLine(),
                Cell.of(
                        missing.isEmpty()
                                ? words.say("reports.missing.none")
                                : String.join("; ", missing)),
                Cell.of(words.say("reports.sent-late.of", late, settled)).inOneLine());
    }

    private String missing(Due due, Terms terms, LocalDate today) {
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
            Sheet sheet,
            List<AuthorityId> units,
            Terms terms,
            Posted values,
            Map<String, String> wrong) {
        var words = pages.words();
        var options =
                units.stream().map(unit -> Option.of(unit.text(), terms.unit(unit), "")).toList();
        sheet.add(new Heading(2, words.say("reports.ask"), "ask-unit"))
                .add(
                        new FormBuilder(pages.visit(), values, wrong)
                                .select("unit", words.say("reports.ask.unit"), "", options)
                                .date("by", words.say("reports.ask.by"), "")
                                .area("ask", words.say("reports.ask.words"), "")
                                .to("/officer/reports/ask", words.say("reports.ask.send")));
    }

    /** One report as it was sent. */
    Response one(SentReports.Report report, Posted values, Map<String, String> wrong) {
        var session = pages.visit().officer();
        var words = pages.words();
        var terms = terms();
        var unit = report.id().unit();
        var sheet =
                pages.sheet(
                                words.say(
                                        "reports.one",
                                        terms.unit(unit),
                                        words.day(report.sent().day())))
                        .wide()
                        .back("/officer/reports");
        sheet.done();
        sheet.add(new Rows(head(session, report, terms)));
        said(sheet, unit, report.sent(), terms);
        if (!own(session).equals(unit)) {
            var form =
                    new FormBuilder(pages.visit(), values, wrong)
                            .area("words", words.say("reports.add"), "");
            sheet.add(form.to(address(report) + "/words", words.say("reports.add.send")))
                    .errors(form.errors());
        }
        sheet.add(new Heading(2, words.say("reports.figures"), "figures"))
                .add(new Prose(List.of(words.say("reports.figures.what"))))
                .add(new Rows(totals(report)))
                .add(units(report, terms));
        below(sheet, report, terms);
        return sheet.add(new Heading(2, words.say("reports.files"), "files"))
                .add(new LinkList(SentReportPages.files(report, words)))
                .ok();
    }

    private List<Row> head(Session session, SentReports.Report report, Terms terms) {
        var words = pages.words();
        var zone = terms.directive().vocabulary().zone();
        var today = today(terms);
        var settled =
                office.sentReports().of(session, report.id()).stream()
                        .flatMap(state -> state.reports().dues().stream())
                        .filter(due -> report.sent().settles().contains(due.number()))
                        .map(due -> settled(due, terms, today))
                        .toList();
        var rows = new ArrayList<Row>();
        rows.add(Row.of(words.say("officer.unit"), terms.unit(report.id().unit())));
        rows.add(Row.of(words.say("reports.sent-at"), words.time(report.sent().at(), zone)));
        rows.add(
                Row.of(
                        words.say("reports.settles"),
                        settled.isEmpty()
                                ? List.of(words.say("reports.settles.nothing"))
                                : settled));
        rows.add(
                report.log()
                        .map(log -> Row.of(words.say("reports.log", log.size()), log.root()))
                        .orElseGet(() ->
                                Row.of(
                                        words.say("reports.log", 0),
                                        words.say("reports.log.none"))));
        return rows;
    }

    private String settled(Due due, Terms terms, LocalDate today) {
        var words = pages.words();
        long late = due.daysLate(today);
        return late > 0
                ? words.say("reports.settles.late", why(due, terms), words.day(due.by()), late)
                : words.say("reports.settles.in-time", why(due, terms), words.day(due.by()));
    }

    private void said(Sheet sheet, AuthorityId unit, Reporting.Sent sent, Terms terms) {
        var words = pages.words();
        sheet.add(new Heading(2, words.say("reports.said", terms.unit(unit)), ""))
                .add(new Prose(List.of(sent.words())));
        for (var level : sent.added()) {
            sheet.add(new Heading(3, words.say("reports.said", terms.unit(level.unit())), ""))
                    .add(new Prose(List.of(level.text())));
        }
    }

    private List<Row> totals(SentReports.Report report) {
        var situation = report.figures().situation();
        return SHOWN.stream()
                .map(f ->
                        Row.of(
                                pages.words().say("figure." + f),
                                ReportView.text(situation.total(f), pages.words())))
                .toList();
    }

    private DataTable units(SentReports.Report report, Terms terms) {
        var words = pages.words();
        var situation = report.figures().situation();
        var heads = new ArrayList<Head>(List.of(Head.of(words.say("officer.unit"))));
        SHOWN.forEach(f -> heads.add(new Head(words.say("figure." + f), true)));
        var rows = new ArrayList<List<Cell>>();
        for (var unit : situation.units().keySet()) {
            var row = new ArrayList<Cell>(List.of(Cell.of(terms.unit(unit)).asHead()));
            SHOWN.forEach(f -> row.add(Cell.number(situation.of(unit, f).text())));
            rows.add(List.copyOf(row));
        }
        return new DataTable(words.say("report.units"), heads, rows);
    }

    private void below(Sheet sheet, SentReports.Report report, Terms terms) {
        if (report.below().isEmpty()) {
            return;
        }
        var words = pages.words();
        var rows = new ArrayList<Row>();
        for (var one : report.below()) {
            var unit = one.id().unit();
            var said = new ArrayList<String>(List.of(one.sent().words()));
            one.sent().added().stream()
                    .map(w -> words.say("reports.said", terms.unit(w.unit())) + ": " + w.text())
                    .forEach(said::add);
            rows.add(
                    new Row(
                            terms.unit(unit),
                            Row.of("", said).values(),
                            List.of(
                                    new Link(
                                            words.day(one.sent().day()),
                                            address(unit, one.sent().number()),
                                            terms.unit(unit)))));
        }
        sheet.add(new Heading(2, words.say("reports.below"), "below")).add(new Rows(rows));
    }
}
