package exeat.web.apply;

import exeat.casework.access.SearchView;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.Office;
import exeat.desk.base.CsvWriter;
import exeat.desk.intake.FileIntake;
import exeat.rules.fact.FactDefinition;
import exeat.web.component.Button;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.SecretBox;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import exeat.web.kit.TakesFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The counter: officers enter applications, one at a time or as a file. */
@Singleton
@Path("/officer")
@RunOnVirtualThread
public final class CounterPages {

    /** Columns that every file can have; the directive's own facts follow. */
    private static final List<String> COLUMNS =
            List.of(
                    "application",
                    "name_hang_family",
                    "name_hang_given",
                    "name_hani_family",
                    "name_hani_given",
                    "name_latn_family",
                    "name_latn_given",
                    "birth_date",
                    "nationality",
                    "residence",
                    "purpose",
                    "language",
                    "contact",
                    "guardian_1_name",
                    "guardian_1_traveller",
                    "guardian_2_name",
                    "guardian_2_traveller");

    private final PageFactory pages;
    private final Office office;
    private final String maxPageSize;

    CounterPages(PageFactory pages, Office office, Config config) {
        maxPageSize = config.sizeInWords(Settings.BODY_PAGE);
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("counter")
    public Response counter() {
        return counter(Map.of());
    }

    private Response counter(Map<String, String> wrong) {
        pages.request().officer();
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), SubmittedForm.EMPTY, wrong)
                        .file(
                                "file",
                                words.say("csv.file"),
                                words.say("csv.hint", maxPageSize),
                                ".csv,text/csv");
        var mine =
                office.intakes().all(pages.request().officer()).stream()
                        .map(intake ->
                                new Link(
                                        words.day(
                                                        intake.received()
                                                                .atZone(java.time.ZoneOffset.UTC)
                                                                .toLocalDate())
                                                + ": "
                                                + words.say(
                                                        "csv.taken",
                                                        intake.filed(),
                                                        intake.rejected()),
                                        IntakePages.address(intake.id())))
                        .toList();
        var sheet = pages.page(words.say("counter.title"));
        if (pages.request().mayFind(SearchView.By.PERSON)) {
            sheet.add(new LinkList(List.of(new Link(words.say("find.title"), "/officer/find"))));
        }
        if (!mine.isEmpty()) {
            sheet.add(new Heading(2, words.say("csv.mine"), "mine")).add(new LinkList(mine));
        }
        return sheet.add(new Paragraphs(List.of(words.say("counter.what"))))
                .add(new Button(words.say("counter.enter"), "/apply", false))
                .add(
                        new Details(
                                words.say("counter.code"),
                                List.of(
                                        Page.raw(
                                                new SecretBox(
                                                        words.say("counter.code.label"),
                                                        office.counterCodes().fresh(),
                                                        words.say("counter.code.note"))))))
                .add(new Heading(2, words.say("csv.title"), "csv"))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("csv.header"),
                                                "/officer/applications.csv"))))
                .add(form.to("/officer/csv", words.say("csv.send")))
                .errors(form.errors())
                .ok();
    }

    @POST
    @Path("csv")
    @TakesFile
    public Response csv(@RestForm("file") @org.jspecify.annotations.Nullable FileUpload file) {
        var session = pages.request().officer();
        if (file == null || file.size() == 0) {
            return counter(Map.of("file", pages.words().say("wrong.file")));
        }
        try (var rows = Files.newInputStream(file.uploadedFile())) {
            var intake = office.intakes().receive(session, FileIntake.Format.CSV, rows);
            return Response.seeOther(URI.create(IntakePages.address(intake.id()))).build();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was sent cannot be read", e);
        }
    }

    /** An empty file with the columns of the directive in force. */
    @GET
    @Path("applications.csv")
    public Response header() {
        pages.request().officer();
        var columns = new ArrayList<>(COLUMNS);
        for (var fact : pages.request().directive().vocabulary().facts()) {
            if (fact.source() == FactDefinition.Source.DECLARED) {
                columns.add("fact: " + fact.name().text());
            }
        }
        var line = CsvWriter.line(columns) + CsvWriter.CRLF;
        return Response.ok(line, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=applications.csv")
                .build();
    }
}
