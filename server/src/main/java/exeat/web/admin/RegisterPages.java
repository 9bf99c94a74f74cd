package exeat.web.admin;

import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directives of the office for administrators: to read, since what is done with a directive is
 * its issuer's.
 */
@Singleton
@Path(RegisterPages.HOME)
@RunOnVirtualThread
public final class RegisterPages {

    static final String HOME = "/admin/directives";

    private final PageFactory pages;
    private final Office office;

    RegisterPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response list() {
        pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var all = all();
        var sheet =
                pages.page(words.say("office.directives"))
                        .wide()
                        .back("/admin/office")
                        .add(new Paragraphs(List.of(words.say("directives.what"))));
        sheet.add(
                all.isEmpty()
                        ? new Paragraphs(List.of(words.say("office.directives.none")))
                        : table(all, terms));
        drafts(sheet, words);
        return sheet.add(new Heading(2, words.say("setup.shell"), "shell"))
                .add(
                        new SummaryList(
                                List.of(
                                        shell(words, "directives.shell.prove", "prove FOLDER"),
                                        shell(
                                                words,
                                                "directives.shell.draft",
                                                "directive draft FOLDER"),
                                        shell(words, "directives.shell.load", "run"))))
                .ok();
    }

    static SummaryRow shell(PageTexts words, String what, String command) {
        return new SummaryRow(
                words.say(what),
                List.of(new LocalizedText("./exeat " + command, words.english())),
                List.of());
    }

    /** Each directive, by its version of today. */
    private List<Directive> all() {
        return office.register().directives().stream()
                .map(DirectiveRef::id)
                .distinct()
                .sorted()
                .flatMap(id -> office.register().directive(id).stream())
                .toList();
    }

    private DataTable table(List<Directive> all, AdminTexts terms) {
        var words = pages.words();
        return new DataTable(
                        words.say("office.directives"),
                        Stream.of(
                                        "admin.directive",
                                        "admin.standing",
                                        "directives.version",
                                        "directives.since",
                                        "directives.issuer")
                                .map(head -> ColumnHeader.of(words.say(head)))
                                .toList(),
                        all.stream().map(one -> row(one, terms)).toList())
                .underHeading()
                .stackedWhereNarrow();
    }

    private List<TableCell> row(Directive one, AdminTexts terms) {
        var view = new RegisteredDirective(office, one, terms, pages.words());
        return List.of(
                terms.title(one, HOME + "/" + one.ref().id()),
                terms.standing(one),
                TableCell.of(view.version()),
                TableCell.of(view.since()),
                TableCell.of(view.issuer()));
    }

    private void drafts(Page sheet, PageTexts words) {
        var drafts = office.register().drafts();
        if (!drafts.isEmpty()) {
            sheet.add(new Heading(2, words.say("enact.drafts"), "drafts"))
                    .add(
                            new LinkList(
                                    drafts.stream()
                                            .map(ref ->
                                                    new Link(
                                                            RegisteredDirective.name(
                                                                    "enact.draft", ref, words),
                                                            RegisteredDirective.proof(ref)))
                                            .toList()));
        }
    }

    @GET
    @Path("{id: [a-z0-9]+(-[a-z0-9]+)*+}")
    public Response one(String id) {
        var session = pages.request().administrator();
        var words = pages.words();
        var directive = office.register().directive(id).orElseThrow(NotFoundException::new);
        var terms = new AdminTexts(office, words);
        var sheet = pages.page(words.say("directives.one", id)).wide().back(HOME);
        new RegisteredDirective(office, directive, terms, words)
                .addTo(
                        sheet,
                        office.administration().enactments(session, id),
                        office.administration().names(session));
        return sheet.ok();
    }
}
