package exeat.web.report;

import exeat.casework.command.ReportCommand;

import exeat.web.kit.Directives;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Replies;
import exeat.web.kit.Words;

import exeat.casework.command.Command;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.Office;
import exeat.desk.report.SentReports;
import exeat.pdf.SituationPrinter;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Link;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What units report upward: what is due, what is missing, and each report as it was sent. */
@Singleton
@Path("/officer/reports")
@RunOnVirtualThread
public final class SentReportPages {

    private static final String HERE = "/officer/reports";

    private final Pages pages;
    private final Office office;
    private final Replies replies;
    private final SentReportView view;
    private final SituationPrinter printer = new SituationPrinter();

    SentReportPages(Pages pages, Office office, Replies replies, SentReportView view) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.view = view;
    }

    @GET
    public Response reports() {
        return view.list(Posted.NOTHING, Map.of());
    }

    private ReportId id(AuthorityId unit) {
        return new ReportId(Directives.current(office).ref().id(), unit);
    }

    private static AuthorityId unit(String text) {
        if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new NotFoundException();
        }
        return new AuthorityId(text);
    }

    @POST
    public Response send() {
        var own = SentReportView.own(pages.visit().officer());
        var posted = pages.visit().posted();
        var text = posted.one("words");
        if (posted.isBack() || text.isEmpty()) {
            return view.list(posted, empty(posted, "words"));
        }
        return give(posted, new ReportCommand.SendReport(id(own), text), HERE, "report");
    }

    @POST
    @Path("ask")
    public Response ask() {
        var posted = pages.visit().posted();
        var wrong = new LinkedHashMap<String, String>(empty(posted, "ask"));
        var by = posted.date("by");
        var known =
                view.below(pages.visit().officer()).stream()
                        .filter(unit -> unit.text().equals(posted.one("unit")))
                        .findFirst();
        if (known.isEmpty()) {
            wrong.put("unit", pages.words().say("wrong.choose"));
        }
        if (by.isEmpty()) {
            wrong.put("by", pages.words().say("wrong.date"));
        }
        if (posted.isBack() || !wrong.isEmpty()) {
            return view.list(posted, posted.isBack() ? Map.of() : wrong);
        }
        var command =
                new ReportCommand.AskReport(id(known.orElseThrow()), by.orElseThrow(), posted.one("ask"));
        return give(posted, command, HERE, "report-ask");
    }

    private Map<String, String> empty(Posted posted, String field) {
        return posted.isBack() || !posted.one(field).isEmpty()
                ? Map.of()
                : Map.of(field, pages.words().say("wrong.empty"));
    }

    private Response give(Posted posted, Command command, String onward, String what) {
        var session = pages.visit().officer();
        return replies.answer(office.desk().handle(session, posted.key(), command), onward, what);
    }

    @GET
    @Path("{unit}/{report}")
    public Response report(String unit, String report) {
        return view.one(found(unit, report), Posted.NOTHING, Map.of());
    }

    private SentReports.Report found(String unit, String number) {
        var session = pages.visit().officer();
        if (!number.matches("[0-9]{1,6}")) {
            throw new NotFoundException();
        }
        return office.sentReports()
                .report(session, id(unit(unit)), Integer.parseInt(number))
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{unit}/{report}/words")
    public Response words(String unit, String report) {
        var found = found(unit, report);
        var posted = pages.visit().posted();
        var text = posted.one("words");
        if (posted.isBack() || text.isEmpty()) {
            return view.one(found, posted, empty(posted, "words"));
        }
        var command = new ReportCommand.AddWords(found.id(), found.sent().number(), text);
        return give(posted, command, SentReportView.address(found), "report-words");
    }

    @GET
    @Path("{unit}/{report}/report.{format}")
    public Response file(String unit, String report, String format) {
        var found = found(unit, report);
        var figures = found.figures();
        return switch (format) {
            case "csv" -> Response.ok(figures.toCsv(), "text/csv; charset=utf-8").build();
            case "json" -> Response.ok(figures.toJson(), "application/json").build();
            case "pdf" ->
                    Response.ok(printer.print(figures, said(found)), "application/pdf")
                            .header(
                                    "Content-Disposition",
                                    "inline; filename=\"report-%s-%s.pdf\""
                                            .formatted(unit, found.sent().number()))
                            .build();
            default -> throw new NotFoundException();
        };
    }

    private static List<SituationPrinter.Words> said(SentReports.Report report) {
        var own =
                new SituationPrinter.Words(
                        report.figures().name() + " says", report.sent().words());
        var above =
                report.sent().added().stream()
                        .map(words ->
                                new SituationPrinter.Words(
                                        report.figures().tree().get(words.unit()).name() + " adds",
                                        words.text()));
        return Stream.concat(Stream.of(own), above).toList();
    }

    /** Where a report is shown, and its files. */
    static List<Link> files(SentReports.Report report, Words words) {
        var base = SentReportView.address(report) + "/report.";
        return List.of(
                new Link(words.say("report.pdf"), base + "pdf"),
                new Link(words.say("report.csv"), base + "csv"),
                new Link(words.say("report.json"), base + "json"));
    }
}
