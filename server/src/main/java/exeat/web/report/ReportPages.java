package exeat.web.report;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.pdf.SituationPrinter;
import exeat.rules.authority.AuthorityId;
import exeat.web.audit.SamplePages;
import exeat.web.filter.FilterValues;
import exeat.web.kit.AddressParts;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.RequestContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/** The situation report of the officer's own unit and of the units below it. */
@Singleton
@Path("/officer/report")
@RunOnVirtualThread
public final class ReportPages {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    private final PageFactory pages;
    private final Office office;

    ReportPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response own(
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String to,
            @RestQuery @DefaultValue("") String directives) {
        return below(own(pages.request()), from, to, directives);
    }

    @GET
    @Path("{authority}")
    public Response below(
            String authority,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String to,
            @RestQuery @DefaultValue("") String directives) {
        pages.request().officer();
        return below(authority(authority), from, to, directives);
    }

    private Response below(AuthorityId authority, String from, String to, String directives) {
        return isTogether(directives) ? together(authority) : show(authority, from, to);
    }

    @GET
    @Path("{authority}/report.{format}")
    public Response file(
            String authority, String format, @RestQuery @DefaultValue("") String directives) {
        var session = pages.request().officer();
        var unit = authority(authority);
        var report =
                isTogether(directives)
                        ? office.reports().together(session, unit).sum()
                        : office.reports().situation(session, unit);
        var name = "situation-" + authority + "." + format;
        return switch (format) {
            case "txt" -> saved(report.toText(), "text/plain; charset=utf-8", name);
            case "csv" -> saved(report.toCsv(), "text/csv; charset=utf-8", name);
            case "json" -> saved(report.toJson(), "application/json", name);
            case "xlsx" -> saved(report.toXlsx(), XLSX, name);
            case "pdf" ->
                    saved(
                            new SituationPrinter(pages.request().sheetFrame()).print(report),
                            PDF,
                            name);
            default -> throw new NotFoundException();
        };
    }

    /** Our own links alone write it, so anything else is no page. */
    private static boolean isTogether(String directives) {
        return switch (directives) {
            case "" -> false;
            case TogetherView.ALL -> true;
            default -> throw new NotFoundException();
        };
    }

    /** Each with a name, which says in training what it is. */
    static Response saved(Object file, String type, String name) {
        // A table is opened by another program; a browser cannot show it.
        var how = type.startsWith("text/csv") ? "attachment" : "inline";
        return Response.ok(file, type)
                .header("Content-Disposition", how + "; filename=\"" + name + "\"")
                .build();
    }

    private static AuthorityId own(RequestContext visit) {
        if (visit.officer().actor() instanceof Actor.Officer officer) {
            return officer.unit();
        }
        throw new NotFoundException();
    }

    private static AuthorityId authority(String text) {
        return AddressParts.unit(text).orElseThrow(NotFoundException::new);
    }

    /** The report of all directives under which the officer has a mandate that sees the unit. */
    private Response together(AuthorityId authority) {
        var words = pages.words();
        var seen = office.reports().togetherOnPage(pages.request().officer(), authority);
        var terms = new PackTexts(pages.request().directive(), words);
        var title = words.say("report.together.title", terms.unit(authority));
        var sheet = pages.page(title).wide().back(ReportView.address(authority));
        new TogetherView(terms, words).addTo(sheet, seen);
        return sheet.ok();
    }

    private Response show(AuthorityId authority, String from, String to) {
        var session = pages.request().officer();
        var words = pages.words();
        var seen = office.reports().overview(session, authority);
        var terms = new PackTexts(pages.request().directive(), words);
        var sheet = pages.page(words.say("report.title", terms.unit(authority))).wide();
        var values = new FilterValues(words);
        var period = PeriodView.period(values, seen.report().situation().day(), from, to);
        new ReportView(seen, period, values, terms, words).addTo(sheet);
        office.sampling()
                .reported(session)
                .ifPresent(count ->
                        sheet.add(
                                new exeat.web.component.Heading(
                                        2, words.say("again.title"), "again"),
                                new exeat.web.component.Paragraphs(
                                        java.util.List.of(
                                                words.say(
                                                        "report.again",
                                                        SamplePages.rate(words, count))))));
        return sheet.ok();
    }
}
