package exeat.web.guide;

import exeat.casework.command.Rejection;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.http.RejectionTexts;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.RawString;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The API's documentation: how to begin, every operation, every code. */
@Singleton
@Path("/api-guide")
@RunOnVirtualThread
public final class ApiGuidePages {

    /** The only OpenAPI document that this server has. */
    private static final String DOCUMENT = "<default>";

    private static final String ROOT = "/api-guide";
    private static final String ENGLISH = "en";

    private static final List<ApiExamples.Example> EXAMPLES = ApiExamples.all();

    private final PageFactory pages;
    private final OpenApiDocumentService documents;

    /** Read at the first request, since it never changes; two at once read the same. */
    private volatile @Nullable ApiDocument document;

    ApiGuidePages(PageFactory pages, OpenApiDocumentService documents) {
        this.pages = pages;
        this.documents = documents;
    }

    private ApiDocument document() {
        var known = document;
        if (known == null) {
            known = ApiDocument.read(documents.getDocument(DOCUMENT, Format.JSON));
            document = known;
        }
        return known;
    }

    @GET
    public Response start() {
        var words = pages.words();
        var sheet =
                pages.page(words.say("api.title"))
                        .forEverybody()
                        .wide()
                        .back("/")
                        .add(
                                new Paragraphs(
                                        List.of(
                                                words.say("api.what"),
                                                words.say("api.once"),
                                                words.say("api.english"))))
                        .add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("api.problems"),
                                                        ROOT + "/problems"),
                                                new Link(words.say("api.yaml"), "/openapi"),
                                                new Link(
                                                        words.say("api.json"),
                                                        "/openapi?format=json"))))
                        .add(new Heading(2, words.say("api.operations"), "operations"));
        for (var group : document().groups()) {
            sheet.add(contents(group, words));
        }
        sheet.add(new Heading(2, words.say("api.example"), "example"))
                .add(new Paragraphs(List.of(words.say("api.example.what"))));
        for (int n = 0; n < EXAMPLES.size(); n++) {
            var one = EXAMPLES.get(n);
            sheet.add(new Heading(3, one.title(), "example-" + (n + 1)))
                    .add(new InsetText(one.command()))
                    .add(
                            new InsetText(
                                    words.say(
                                            "api.answer",
                                            Integer.toString(one.status()),
                                            one.answer())));
        }
        return sheet.ok();
    }

    private static DataTable contents(ApiDocument.Group group, PageTexts words) {
        var rows =
                group.operations().stream()
                        .map(one ->
                                List.of(
                                        TableCell.link(
                                                        one.method() + " " + one.path(),
                                                        ROOT
                                                                + "/"
                                                                + group.place()
                                                                + "#"
                                                                + one.anchor())
                                                .asHead(),
                                        TableCell.of(one.summary()).in(ENGLISH)))
                        .toList();
        return new DataTable(
                group.name(),
                List.of(
                        ColumnHeader.of(words.say("api.operation")),
                        ColumnHeader.of(words.say("api.meaning"))),
                rows);
    }

    /** Every code that an answer can have. */
    @GET
    @Path("problems")
    public Response problems() {
        var words = pages.words();
        var rows = new TreeMap<String, List<TableCell>>();
        for (var code : ProblemCode.values()) {
            rows.put(code.name(), row(code.name(), code.status(), code.detail()));
        }
        for (var code : Rejection.Code.values()) {
            rows.putIfAbsent(
                    code.name(),
                    row(code.name(), ProblemMapper.status(code), RejectionTexts.of(code)));
        }
        return pages.page(words.say("api.problems"))
                .forEverybody()
                .wide()
                .back(ROOT)
                .add(new Paragraphs(List.of(words.say("api.problems.what"))))
                .add(
                        new DataTable(
                                        words.say("api.problems"),
                                        List.of(
                                                ColumnHeader.of(words.say("api.code")),
                                                new ColumnHeader(words.say("api.status"), true),
                                                ColumnHeader.of(words.say("api.meaning"))),
                                        List.copyOf(rows.values()))
                                .underHeading())
                .ok();
    }

    private static List<TableCell> row(String code, int status, String detail) {
        return List.of(
                TableCell.of(code).asHead(),
                TableCell.number(Integer.toString(status)),
                TableCell.of(detail).in(ENGLISH));
    }

    /** The operations of one group. */
    @GET
    @Path("{place: [0-9]}")
    public Response group(int place) {
        var words = pages.words();
        var group =
                document().groups().stream()
                        .filter(one -> one.place() == place)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        var sheet =
                pages.page(group.name())
                        .forEverybody()
                        .wide()
                        .back(ROOT)
                        .add(new Paragraphs(List.of(group.description())));
        group.operations().forEach(one -> sheet.add(operation(one, words)));
        return sheet.ok();
    }

    private static Section operation(ApiDocument.Operation one, PageTexts words) {
        var inner = new ArrayList<RawString>();
        var said = new ArrayList<String>(List.of(one.summary() + "."));
        said.add(one.description());
        said.add(words.say(one.signedIn() ? "api.signed-in" : "api.open"));
        said.removeIf(String::isEmpty);
        inner.add(Page.raw(new Paragraphs(said)));
        var fields = new ArrayList<>(one.parameters());
        fields.addAll(one.fields());
        if (!fields.isEmpty()) {
            inner.add(Page.raw(fields(one, fields, words)));
        }
        var answers =
                one.answers().stream()
                        .map(answer ->
                                List.of(
                                        TableCell.of(answer.status()).asHead(),
                                        TableCell.of(answer.description()).in(ENGLISH)))
                        .toList();
        inner.add(
                Page.raw(
                        new DataTable(
                                words.say("api.answers", one.method() + " " + one.path()),
                                List.of(
                                        ColumnHeader.of(words.say("api.status")),
                                        ColumnHeader.of(words.say("api.meaning"))),
                                answers)));
        return new Section(one.method() + " " + one.path(), one.anchor(), inner);
    }

    private static DataTable fields(
            ApiDocument.Operation one, List<ApiDocument.Field> fields, PageTexts words) {
        return new DataTable(
                words.say("api.fields", one.method() + " " + one.path()),
                List.of(
                        ColumnHeader.of(words.say("api.field")),
                        ColumnHeader.of(words.say("api.type")),
                        ColumnHeader.of(words.say("api.required")),
                        ColumnHeader.of(words.say("api.meaning"))),
                fields.stream()
                        .map(field ->
                                List.of(
                                        TableCell.of(field.name()).asHead(),
                                        TableCell.of(field.type()).in(ENGLISH),
                                        TableCell.of(
                                                words.say(field.required() ? "api.yes" : "api.no")),
                                        TableCell.of(field.description()).in(ENGLISH)))
                        .toList());
    }
}
