package exeat.web;

import exeat.casework.Actor;
import exeat.desk.Office;
import exeat.desk.SituationReport;
import exeat.oversight.Figure;
import exeat.rules.AuthorityId;
import exeat.web.part.Cell;
import exeat.web.part.DataTable;
import exeat.web.part.Head;
import exeat.web.part.Heading;
import exeat.web.part.Link;
import exeat.web.part.LinkList;
import exeat.web.part.Prose;
import exeat.web.part.Row;
import exeat.web.part.Rows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** The situation, for the officer's own authority and whatever lies below it. */
@Singleton
@Path("/officer/report")
@RunOnVirtualThread
public final class ReportPages {

    private final Pages pages;
    private final Office office;

    ReportPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response own() {
        return show(own(pages.visit()));
    }

    @GET
    @Path("{authority}")
    public Response below(String authority) {
        pages.visit().officer();
        return show(authority(authority));
    }

    @GET
    @Path("{authority}/report.{format}")
    public Response file(String authority, String format) {
        var session = pages.visit().officer();
        var report = office.reports().situation(session, authority(authority));
        return switch (format) {
            case "txt" -> Response.ok(report.toText(), "text/plain; charset=utf-8").build();
            case "csv" -> Response.ok(report.toCsv(), "text/csv; charset=utf-8").build();
            case "json" -> Response.ok(report.toJson(), "application/json").build();
            default -> throw new NotFoundException();
        };
    }

    private static AuthorityId own(Visit visit) {
        if (visit.officer().actor() instanceof Actor.Officer officer) {
            return officer.unit();
        }
        throw new NotFoundException();
    }

    private static AuthorityId authority(String text) {
        if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new NotFoundException();
        }
        return new AuthorityId(text);
    }

    private Response show(AuthorityId authority) {
        var session = pages.visit().officer();
        var words = pages.words();
        var report = office.reports().situation(session, authority);
        var terms = new Terms(Directives.current(office), words);
        var sheet =
                pages.sheet(words.say("report.title", terms.unit(authority)))
                        .wide()
                        .add(
                                new Prose(
                                        List.of(
                                                words.say(
                                                        "report.day",
                                                        words.day(report.situation().day())),
                                                words.say("report.few"))))
                        .add(totals(report, words));
        return sheet.add(units(report, terms, words))
                .add(new Heading(2, words.say("report.files"), "files"))
                .add(new LinkList(files(authority, words)))
                .ok();
    }

    private static Rows totals(SituationReport report, Words words) {
        return new Rows(
                Arrays.stream(Figure.values())
                        .map(f ->
                                Row.of(
                                        words.say("figure." + f),
                                        report.situation().total(f).text()))
                        .toList());
    }

    private static DataTable units(SituationReport report, Terms terms, Words words) {
        var figures =
                List.of(
                        Figure.RECEIVED,
                        Figure.UNDER_WAY,
                        Figure.WAITING_TO_7,
                        Figure.WAITING_TO_30,
                        Figure.WAITING_TO_90,
                        Figure.WAITING_OVER_90,
                        Figure.REFERRED,
                        Figure.HELD,
                        Figure.LATE,
                        Figure.AUTHORISED,
                        Figure.DEPARTED,
                        Figure.OPEN_ISSUES);
        var heads = new java.util.ArrayList<Head>();
        heads.add(Head.of(words.say("officer.unit")));
        figures.forEach(f -> heads.add(new Head(words.say("figure." + f), true)));
        return new DataTable(
                words.say("report.units"),
                heads,
                report.situation().units().keySet().stream()
                        .map(unit -> {
                            var row = new java.util.ArrayList<Cell>();
                            row.add(
                                    Cell.link(terms.unit(unit), "/officer/report/" + unit)
                                            .asHead());
                            figures.forEach(f ->
                                    row.add(Cell.number(report.situation().of(unit, f).text())));
                            return List.copyOf(row);
                        })
                        .toList());
    }

    private static List<Link> files(AuthorityId authority, Words words) {
        var base = "/officer/report/" + authority + "/report.";
        return List.of(
                new Link(words.say("report.text"), base + "txt"),
                new Link(words.say("report.csv"), base + "csv"),
                new Link(words.say("report.json"), base + "json"));
    }
}
