package exeat.web.apply;

import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.intake.CsvIntake.BadRow;
import exeat.desk.intake.FileIntake;
import exeat.http.IntakeResults;
import exeat.web.component.Button;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The progress and results of a file of applications. */
@Singleton
@Path("/officer/intakes/{id: [0-9a-f]{32}}")
@RunOnVirtualThread
public final class IntakePages {

    /** The most problems shown on the page; the file has all of them. */
    private static final int MAX_SHOWN = 100;

    /** A short file is done by then, so its sender need not reload the page. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration LOOK = Duration.ofMillis(40);

    private final PageFactory pages;
    private final Office office;

    IntakePages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    static String address(String id) {
        return "/officer/intakes/" + id;
    }

    @GET
    public Response intake(String id) {
        var session = pages.request().officer();
        var intake = soon(session, id);
        var words = pages.words();
        var sheet =
                pages.page(words.say(intake.isOver() ? "csv.result" : "csv.title.under.way"))
                        .back("/officer/counter")
                        .add(
                                new Paragraphs(
                                        List.of(
                                                words.say(
                                                        "csv.stage." + intake.stage(),
                                                        intake.rows()),
                                                words.say(
                                                        "csv.taken",
                                                        intake.filed(),
                                                        intake.rejected()))));
        if (intake.stage() == FileIntake.Phase.STOPPED) {
            var form = new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of());
            sheet.add(form.to(address(id), words.say("csv.go.on")));
        } else if (!intake.isOver()) {
            sheet.add(new Button(words.say("csv.look"), address(id), false));
        }
        var links = new ArrayList<Link>();
        if (intake.filed() > 0) {
            links.add(new Link(words.say("csv.next"), "/officer/queue?which=unconfirmed"));
            links.add(new Link(words.say("csv.numbers"), address(id) + "/numbers.csv"));
        }
        if (intake.isOver() && intake.problems() > 0) {
            links.add(new Link(words.say("csv.problems"), address(id) + "/problems.csv"));
        }
        if (!links.isEmpty()) {
            sheet.add(new LinkList(links));
        }
        if (intake.isOver() && intake.problems() > 0) {
            problems(sheet, session, intake);
        }
        return sheet.ok();
    }

    private FileIntake soon(Session session, String id) {
        try {
            for (long waited = 0; ; waited += LOOK.toMillis()) {
                var intake = office.intakes().find(session, id).orElseThrow(NotFoundException::new);
                boolean goesOn = !intake.isOver() && intake.stage() != FileIntake.Phase.STOPPED;
                if (!goesOn || waited > PATIENCE.toMillis()) {
                    return intake;
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a file", stopped);
        }
    }

    private void problems(Page sheet, Session session, FileIntake intake) {
        var words = pages.words();
        var shown = office.intakes().problems(session, intake.id(), MAX_SHOWN);
        sheet.add(new Paragraphs(List.of(words.say("csv.again"))));
        sheet.add(
                new DataTable(
                        intake.problems() > shown.size()
                                ? words.say("csv.some", shown.size(), intake.problems())
                                : words.say("csv.bad"),
                        List.of(
                                new ColumnHeader(words.say("csv.line"), true),
                                new ColumnHeader(words.say("csv.column"), true),
                                ColumnHeader.of(words.say("csv.field")),
                                ColumnHeader.of(words.say("csv.why"))),
                        shown.stream().map(IntakePages::row).toList()));
    }

    private static List<TableCell> row(BadRow bad) {
        return List.of(
                TableCell.number(Long.toString(bad.line())),
                TableCell.number(bad.column() == 0 ? "–" : Integer.toString(bad.column())),
                TableCell.of(bad.field()),
                TableCell.of(bad.message()));
    }

    @POST
    public Response goOn(String id) {
        office.intakes().goOn(pages.request().officer(), id);
        return Response.seeOther(URI.create(address(id))).build();
    }

    @GET
    @Path("problems.csv")
    public Response problems(String id) {
        return file(
                IntakeResults.problems(office.intakes(), pages.request().officer(), id),
                "problems");
    }

    @GET
    @Path("numbers.csv")
    public Response numbers(String id) {
        return file(
                IntakeResults.numbers(office.intakes(), pages.request().officer(), id), "numbers");
    }

    private static Response file(StreamingOutput text, String name) {
        return Response.ok(text, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=" + name + ".csv")
                .build();
    }
}
