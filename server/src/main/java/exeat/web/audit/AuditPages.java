package exeat.web.audit;

import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.inspect.FileAddress;
import exeat.desk.inspect.InspectedCase;
import exeat.desk.inspect.Inspections;
import exeat.pdf.CasePrinter;
import exeat.pdf.CaseSheet;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.NotificationBanner;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Pagination;
import exeat.web.component.list.TableCell;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Auditors' pages: every case with replacement names, or with real names for a stated reason. */
@Singleton
@Path("/audit")
@RunOnVirtualThread
public final class AuditPages {

    private static final int FILES = 50;

    private final PageFactory pages;
    private final Office office;

    AuditPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response audit(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String unit,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String until,
            @RestQuery @DefaultValue("") String after) {
        var session = pages.request().auditor();
        var words = pages.words();
        var terms = PackTexts.forOfficers(pages.request().directive(), words);
        var asked = new AuditFilter.Asked(show, unit, from, until, after);
        var filter = new AuditFilter(asked, terms, words);
        var sheet =
                pages.page(words.say("audit.title"))
                        .wide()
                        .add(
                                new Paragraphs(
                                        List.of(words.say("audit.what"), words.say("audit.names"))))
                        .add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("sample.title"),
                                                        "/audit/samples"))))
                        .add(new Heading(2, words.say("audit.files"), "files"))
                        .add(filter.form());
        var values = filter.values();
        // One more than is shown, to learn whether there are any after them.
        var found =
                values.isRight()
                        ? office.inspections().files(session, filter.whole(), FILES + 1)
                        : List.<Inspections.FileRow>of();
        filter.check(!found.isEmpty());
        if (values.isRight()) {
            list(sheet, found, filter, terms);
        }
        return values.tell(sheet).ok();
    }

    private void list(
            Page sheet, List<Inspections.FileRow> found, AuditFilter filter, PackTexts terms) {
        var words = pages.words();
        var files = found.subList(0, Math.min(FILES, found.size()));
        sheet.add(
                files.isEmpty()
                        ? new Paragraphs(List.of(words.say("audit.none")))
                        : table(files, terms, words));
        if (found.size() > FILES) {
            var next = new Link(words.say("audit.next"), filter.address(files.getLast().id()));
            sheet.add(new Pagination(words.say("audit.parts"), List.of(next)));
        }
    }

    private static DataTable table(
            List<Inspections.FileRow> files, PackTexts terms, PageTexts words) {
        var zone = terms.directive().limits().zone();
        var rows =
                files.stream()
                        .map(file ->
                                List.of(
                                        TableCell.link(
                                                        AuditTexts.name(file.name(), words),
                                                        "/audit/case/" + file.id())
                                                .asHead(),
                                        TableCell.of(terms.unit(file.holder())),
                                        TableCell.of(words.time(file.first(), zone)),
                                        TableCell.of(words.time(file.last(), zone)),
                                        TableCell.number(Long.toString(file.steps()))))
                        .toList();
        return new DataTable(
                        words.say("audit.files.caption", files.size(), words.zone(zone)),
                        List.of(
                                ColumnHeader.of(words.say("audit.file")),
                                ColumnHeader.of(words.say("officer.unit")),
                                ColumnHeader.of(words.say("audit.first")),
                                ColumnHeader.of(words.say("audit.last")),
                                new ColumnHeader(words.say("audit.steps"), true)),
                        rows)
                .stackedWhereNarrow();
    }

    @GET
    @Path("case/{id}")
    public Response file(UUID id) {
        return show(pages.request().auditor(), new FileAddress(id), SubmittedForm.EMPTY, Map.of());
    }

    /** Texts in the reader's language, under the case's version of the directive. */
    private AuditTexts texts(InspectedCase file) {
        var words = pages.words();
        var directive = office.register().directive(file.directive());
        return new AuditTexts(PackTexts.forOfficers(directive, words), words);
    }

    private CaseSheet sheet(InspectedCase file) {
        return new AuditStory(texts(file)).sheet(file, AuditTexts.name(file.name(), pages.words()));
    }

    private InspectedCase found(Session session, FileAddress id) {
        return office.inspections().file(session, id).orElseThrow(NotFoundException::new);
    }

    private Response show(
            Session session, FileAddress id, SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var file = found(session, id);
        var address = "/audit/case/" + id;
        var sheet = pages.page(AuditTexts.name(file.name(), words)).back("/audit");
        if (file.revealed()) {
            sheet.add(new NotificationBanner(words.say("done"), words.say("audit.revealed")));
        }
        sheet.add(
                new LinkList(
                        List.of(
                                new Link(words.say("audit.html"), address + "/history.html"),
                                new Link(words.say("audit.pdf"), address + "/history.pdf"),
                                new Link(words.say("audit.json"), address + "/history.json"))));
        var texts = texts(file);
        var told = new AuditStory(texts);
        sheet.add(new Heading(2, words.say("audit.story"), "story"))
                .add(
                        new Paragraphs(
                                List.of(words.say("audit.story.what", words.zone(texts.zone())))))
                .add(told.story(file));
        var record = new ArrayList<RawString>();
        for (var step : file.steps()) {
            record.add(
                    Page.raw(
                            new Heading(
                                    3,
                                    step.sequence() + " · " + texts.title(step),
                                    "step-" + step.sequence())));
            record.add(Page.raw(told.record(step)));
        }
        sheet.add(new Heading(2, words.say("audit.record"), "record"))
                .add(new Details(words.say("audit.record.show"), record));
        if (!file.revealed()) {
            var form =
                    new FormBuilder(pages.request(), posted, wrong)
                            .area(
                                    "reason",
                                    words.say("audit.reason"),
                                    words.say("audit.reason.hint"));
            sheet.add(new Heading(2, words.say("audit.reveal"), "reveal"))
                    .add(new InsetText(words.say("audit.reveal.what")))
                    .add(form.ending(address + "/reveal", words.say("audit.reveal")));
            sheet.errors(form.errors());
        }
        return sheet.add(
                        WordHelp.of(
                                words,
                                Term.FINDING,
                                Term.REFERRED,
                                Term.SET_ASIDE,
                                Term.CLEARANCE,
                                Term.HOLD,
                                Term.SECOND_OFFICER,
                                Term.PROTECTED_FACT,
                                Term.COMMITMENT,
                                Term.CHECKPOINT))
                .ok();
    }

    @POST
    @Path("case/{id}/reveal")
    public Response reveal(UUID id) {
        var session = pages.request().auditor();
        var posted = pages.request().form();
        var file = new FileAddress(id);
        if (posted.isRestored()) {
            return show(session, file, posted, Map.of());
        }
        return switch (office.inspections().reveal(session, file, posted.value("reason"))) {
            case Inspections.Revealed.DONE ->
                    Response.seeOther(URI.create("/audit/case/" + id)).build();
            case Inspections.Revealed.NO_REASON ->
                    show(
                            session,
                            file,
                            posted,
                            Map.of("reason", pages.words().say("audit.reason.wrong")));
            case Inspections.Revealed.NOT_THERE -> throw new NotFoundException();
        };
    }

    @GET
    @Path("case/{id}/history.html")
    public Response html(UUID id) {
        var file = found(pages.request().auditor(), new FileAddress(id));
        var body = printer().page(sheet(file));
        return Response.fromResponse(attached(file, body, "text/html; charset=utf-8", "html"))
                .header("Content-Language", pages.words().lang())
                .build();
    }

    @GET
    @Path("case/{id}/history.json")
    public Response json(UUID id) {
        var file = found(pages.request().auditor(), new FileAddress(id));
        return attached(file, file.toJson(), "application/json; charset=utf-8", "json");
    }

    @GET
    @Path("case/{id}/history.pdf")
    public Response pdf(UUID id) {
        var file = found(pages.request().auditor(), new FileAddress(id));
        return attached(file, printer().print(sheet(file)), "application/pdf", "pdf");
    }

    private CasePrinter printer() {
        return new CasePrinter(pages.request().sheetFrame());
    }

    /** A file to keep, named by what its page calls the case. */
    private static Response attached(InspectedCase file, Object body, String type, String ending) {
        var name = "exeat-case-" + file.name().word().replaceAll("[^A-Za-z0-9-]", "");
        return Response.ok(body, type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + "." + ending + "\"")
                .build();
    }
}
