package exeat.web.report;

import exeat.casework.command.Command;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.Office;
import exeat.desk.report.SentReports;
import exeat.pdf.SituationPrinter;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Link;
import exeat.web.kit.AddressParts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
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

/** Reports that units send upward: due, missing, and each report as it was sent. */
@Singleton
@Path("/officer/reports")
@RunOnVirtualThread
public final class SentReportPages {

    private static final String HERE = "/officer/reports";

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final SentReportView view;

    SentReportPages(PageFactory pages, Office office, Replies replies, SentReportView view) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.view = view;
    }

    @GET
    public Response reports() {
        return view.list(SubmittedForm.EMPTY, Map.of());
    }

    private ReportId id(AuthorityId unit) {
        return new ReportId(pages.request().directive().ref().id(), unit);
    }

    private static AuthorityId unit(String text) {
        return AddressParts.unit(text).orElseThrow(NotFoundException::new);
    }

    @POST
    public Response send() {
        var own = SentReportView.own(pages.request().officer());
        var posted = pages.request().form();
        var text = posted.value("words");
        if (posted.isRestored() || text.isEmpty()) {
            return view.list(posted, empty(posted, "words"));
        }
        return give(posted, new UnitReportCommand.SendReport(id(own), text), HERE, "report");
    }

    @POST
    @Path("ask")
    public Response ask() {
        var posted = pages.request().form();
        var wrong = new LinkedHashMap<String, String>(empty(posted, "ask"));
        var by = posted.date("by");
        var known =
                view.below(pages.request().officer()).stream()
                        .filter(unit -> unit.text().equals(posted.value("unit")))
                        .findFirst();
        if (known.isEmpty()) {
            wrong.put("unit", pages.words().say("wrong.choose"));
        }
        if (by.isEmpty()) {
            wrong.put("by", pages.words().say("wrong.date"));
        }
        if (posted.isRestored() || !wrong.isEmpty()) {
            return view.list(posted, posted.isRestored() ? Map.of() : wrong);
        }
        var command =
                new UnitReportCommand.RequestReport(
                        id(known.orElseThrow()), by.orElseThrow(), posted.value("ask"));
        return give(posted, command, HERE, "report-ask");
    }

    private Map<String, String> empty(SubmittedForm posted, String field) {
        return posted.isRestored() || !posted.value(field).isEmpty()
                ? Map.of()
                : Map.of(field, pages.words().say("wrong.empty"));
    }

    private Response give(SubmittedForm posted, Command command, String onward, String what) {
        var session = pages.request().officer();
        return replies.answer(office.desk().handle(session, posted.key(), command), onward, what);
    }

    @GET
    @Path("{unit}/{report}")
    public Response report(String unit, String report) {
        return view.one(found(unit, report), SubmittedForm.EMPTY, Map.of());
    }

    private SentReports.Report found(String unit, String number) {
        var session = pages.request().officer();
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
        var posted = pages.request().form();
        var text = posted.value("words");
        if (posted.isRestored() || text.isEmpty()) {
            return view.one(found, posted, empty(posted, "words"));
        }
        var command = new UnitReportCommand.AddComment(found.id(), found.sent().number(), text);
        return give(posted, command, SentReportView.address(found), "report-words");
    }

    @GET
    @Path("{unit}/{report}/report.{format}")
    public Response file(String unit, String report, String format) {
        var found = found(unit, report);
        var figures = found.figures();
        var name = "report-%s-%s.%s".formatted(unit, found.sent().number(), format);
        return switch (format) {
            case "csv" -> ReportPages.saved(figures.toCsv(), "text/csv; charset=utf-8", name);
            case "json" -> ReportPages.saved(figures.toJson(), "application/json", name);
            case "pdf" ->
                    ReportPages.saved(
                            new SituationPrinter(pages.request().sheetFrame())
                                    .print(figures, said(found)),
                            "application/pdf",
                            name);
            default -> throw new NotFoundException();
        };
    }

    private static List<SituationPrinter.Labels> said(SentReports.Report report) {
        var own =
                new SituationPrinter.Labels(
                        report.figures().name() + " says", report.sent().words());
        var above =
                report.sent().added().stream()
                        .map(words ->
                                new SituationPrinter.Labels(
                                        report.figures().tree().get(words.unit()).name() + " adds",
                                        words.text()));
        return Stream.concat(Stream.of(own), above).toList();
    }

    /** The address of a report and of its files. */
    static List<Link> files(SentReports.Report report, PageTexts words) {
        var base = SentReportView.address(report) + "/report.";
        return List.of(
                new Link(words.say("report.pdf"), base + "pdf"),
                new Link(words.say("report.csv"), base + "csv"),
                new Link(words.say("report.json"), base + "json"));
    }
}
