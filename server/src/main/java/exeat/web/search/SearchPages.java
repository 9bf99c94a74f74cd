package exeat.web.search;

import exeat.casework.access.SearchView.By;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.search.SearchAnswer;
import exeat.desk.search.SearchHit;
import exeat.desk.search.TypedSearch;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One field and one answer: a number, or a name with the date of birth. */
@Singleton
@Path("/officer/find")
@RunOnVirtualThread
public final class SearchPages {

    private static final String HERE = "/officer/find";
    private static final String TYPED = "typed";

    private final PageFactory pages;
    private final Office office;

    SearchPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response ask() {
        var allowed = allowed(pages.request().officer());
        return counter(allowed, form(allowed, SubmittedForm.EMPTY, Map.of())).ok();
    }

    /** Offers to apply at the counter, because somebody who is not found may want that. */
    private Page counter(Set<By> allowed, Page sheet) {
        var to = new Link(pages.words().say("menu.counter"), "/officer/counter");
        return allowed.contains(By.PERSON) ? sheet.add(new LinkList(List.of(to))) : sheet;
    }

    /** Sent in a form, so that no name and no date stands in an address, a history or a log. */
    @POST
    public Response find() {
        var session = pages.request().officer();
        var allowed = allowed(session);
        var posted = pages.request().form();
        var typed = posted.value(TYPED);
        if (posted.isRestored()) {
            return form(allowed, posted, Map.of()).ok();
        }
        if (!allowed.contains(By.PERSON)) {
            return found(allowed, posted, office.search().byNumber(session, typed));
        }
        return switch (TypedSearch.of(typed)) {
            case TypedSearch.Reference(var number) ->
                    found(allowed, posted, office.search().byNumber(session, number));
            case TypedSearch.Person(var name, var born) ->
                    found(allowed, posted, office.search().byPerson(session, name, born));
            case TypedSearch.NoDate _ ->
                    wrong(allowed, posted, typed.isEmpty() ? "find.empty" : "find.no-date");
            case TypedSearch.NoName _ -> wrong(allowed, posted, "find.no-name");
        };
    }

    /** A border post looks for a paper on its own page. */
    private Set<By> allowed(Session session) {
        var allowed = office.search().allowed(session);
        if (allowed.isEmpty()) {
            throw new OfficeException(Code.NOT_ALLOWED, "not by this unit");
        }
        return allowed;
    }

    private Response wrong(Set<By> allowed, SubmittedForm posted, String message) {
        return form(allowed, posted, Map.of(TYPED, pages.words().say(message))).ok();
    }

    private Page form(Set<By> allowed, SubmittedForm values, Map<String, String> wrong) {
        var words = pages.words();
        var by =
                allowed.contains(By.PERSON)
                        ? "person"
                        : allowed.contains(By.APPLICATION) ? "number" : "paper";
        var form =
                new FormBuilder(pages.request(), values, wrong)
                        .input(
                                TYPED,
                                words.say("find.typed." + by),
                                words.say("find.hint." + by),
                                "search",
                                "");
        return pages.page(words.say("find.title"))
                .add(form.to(HERE, words.say("find.button")))
                .errors(form.errors());
    }

    private Response found(Set<By> allowed, SubmittedForm posted, SearchAnswer answer) {
        var words = pages.words();
        var sheet = form(allowed, posted, Map.of());
        return switch (answer) {
            case SearchAnswer.Found(var hits) when hits.isEmpty() ->
                    counter(allowed, sheet.add(new InsetText(words.say(none(allowed))))).ok();
            case SearchAnswer.Found(var hits) ->
                    sheet.add(table(hits))
                            .add(new Paragraphs(List.of(words.say("find.told"))))
                            .ok();
            case SearchAnswer.TooMany _ -> sheet.add(new InsetText(words.say("find.many"))).ok();
            case SearchAnswer.Spent _ -> sheet.add(new InsetText(words.say("find.spent"))).ok();
        };
    }

    private static String none(Set<By> allowed) {
        return allowed.contains(By.PERSON) ? "find.none" : "find.none.number";
    }

    private DataTable table(List<SearchHit> hits) {
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        return new DataTable(
                words.say("find.found", hits.size()),
                List.of(
                        ColumnHeader.of(words.say("track.number")),
                        ColumnHeader.of(words.say("case.name")),
                        ColumnHeader.of(words.say("case.stage")),
                        ColumnHeader.of(words.say("case.holder"))),
                hits.stream().map(hit -> row(hit, terms)).toList());
    }

    private List<TableCell> row(SearchHit hit, PackTexts terms) {
        return List.of(
                TableCell.link(hit.number(), CaseAddress.of(hit.id())).asHead(),
                TableCell.of(hit.name().isEmpty() ? "–" : hit.name()),
                TableCell.of(
                        hit.stage()
                                .map(stage -> pages.words().say("stage.short." + stage))
                                .orElse("–")),
                TableCell.of(terms.unit(hit.holder())));
    }
}
