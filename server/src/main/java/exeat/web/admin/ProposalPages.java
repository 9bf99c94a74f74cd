package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.auth.AccountProposal;
import exeat.desk.auth.AccountProposal.State;
import exeat.desk.auth.AccountProposal.What;
import exeat.desk.auth.Administration;
import exeat.desk.auth.Administration.Came;
import exeat.desk.base.Session;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.SecretBox;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.filter.FilterValues;
import exeat.web.filter.ListPart;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
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
import org.jboss.resteasy.reactive.RestQuery;

/** What administrators proposed, and agreeing to it, declining or withdrawing it. */
@Singleton
@Path("/admin/proposals")
@RunOnVirtualThread
public final class ProposalPages {

    private static final String HOME = "/admin/proposals";
    private static final String ID = "{id: [0-9]{1,15}}";

    private final PageFactory pages;
    private final Office office;

    ProposalPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    /** Whether this administrator may agree: they did not propose it, and it is not about them. */
    static boolean mayAgree(Session session, AccountProposal one) {
        return !OwnAccount.is(session, one.by()) && !OwnAccount.is(session, one.account());
    }

    @GET
    public Response list(@RestQuery @DefaultValue("") String page) {
        var session = pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var names = office.administration().names(session);
        var sheet =
                pages.page(words.say("proposals.title"))
                        .wide()
                        .back("/admin")
                        .done()
                        .add(new Paragraphs(List.of(words.say("proposals.what"))));
        var values = new FilterValues(words);
        var part = ListPart.of(page, values, HOME);
        var found = office.administration().proposals(session, part.from(), ListPart.ROWS + 1);
        part.check(!found.isEmpty(), values, HOME);
        if (!values.isRight()) {
            return values.tell(sheet).ok();
        }
        var rows =
                found.stream()
                        .limit(ListPart.ROWS)
                        .map(one ->
                                List.of(
                                        TableCell.link(
                                                        terms.what(one.what()),
                                                        HOME + "/" + one.id())
                                                .asHead(),
                                        TableCell.of(one.name()),
                                        TableCell.of(terms.unit(one.unit())),
                                        TableCell.of(terms.name(names, one.by())),
                                        TableCell.of(terms.time(one.at())),
                                        TableCell.of(terms.state(one.state()))))
                        .toList();
        sheet.add(
                rows.isEmpty()
                        ? new Paragraphs(List.of(words.say("proposals.none")))
                        : new DataTable(
                                words.say("proposals.caption", terms.zone()),
                                List.of(
                                        ColumnHeader.of(words.say("account.what")),
                                        ColumnHeader.of(words.say("proposal.whom")),
                                        ColumnHeader.of(words.say("officer.unit")),
                                        ColumnHeader.of(words.say("proposal.by")),
                                        ColumnHeader.of(words.say("audit.when")),
                                        ColumnHeader.of(words.say("sample.state"))),
                                rows));
        part.beside(HOME, found.size() > ListPart.ROWS, words).ifPresent(sheet::add);
        return sheet.ok();
    }

    @GET
    @Path(ID)
    public Response one(long id) {
        return show(id, Map.of());
    }

    private Response show(long id, Map<String, String> wrong) {
        var session = pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var one = office.administration().proposal(session, id).orElseThrow(NotFoundException::new);
        var sheet =
                pages.page(terms.what(one.what()) + ": " + one.name())
                        .back(HOME)
                        .add(new SummaryList(rows(session, one, terms)))
                        .errors(wrong);
        if (one.state() == State.WAITING) {
            acts(sheet, session, one);
        }
        return sheet.ok();
    }

    private List<SummaryRow> rows(Session session, AccountProposal one, AdminTexts terms) {
        var words = pages.words();
        var names = office.administration().names(session);
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("proposal.whom"), one.name()));
        rows.add(SummaryRow.of(words.say("officer.login"), one.login()));
        rows.add(SummaryRow.of(words.say("officer.unit"), terms.unit(one.unit())));
        rows.add(SummaryRow.of(words.say("accounts.role"), terms.role(one.role())));
        rows.add(SummaryRow.of(words.say("account.reason"), one.reason()));
        rows.add(SummaryRow.of(words.say("proposal.by"), terms.byAt(names, one.by(), one.at())));
        rows.add(SummaryRow.of(words.say("sample.state"), terms.state(one.state())));
        one.closedBy()
                .ifPresent(by ->
                        rows.add(
                                SummaryRow.of(
                                        words.say("proposal.closed"),
                                        terms.byAt(names, by, one.closed().orElseThrow()))));
        if (one.state() == State.WAITING) {
            rows.add(
                    SummaryRow.of(
                            words.say("proposal.until"),
                            terms.time(one.at().plus(Administration.VALID))));
        }
        return rows;
    }

    private void acts(Page sheet, Session session, AccountProposal one) {
        var words = pages.words();
        var address = HOME + "/" + one.id();
        if (mayAgree(session, one)) {
            var form =
                    new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                            .prose(words.say("proposal.agree." + one.what()));
            sheet.add(
                    one.what() == What.END
                            ? form.ending(
                                    address + "/agree",
                                    words.say("proposal.agree.button", one.name()))
                            : form.to(
                                    address + "/agree",
                                    words.say("proposal.agree.button", one.name())));
        } else if (OwnAccount.is(session, one.by())) {
            sheet.add(new InsetText(words.say("proposal.own")));
        } else {
            sheet.add(new InsetText(words.say("proposal.about-you")));
        }
        if (!OwnAccount.is(session, one.account())) {
            sheet.add(
                    new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                            .aside(
                                    address + "/close",
                                    words.say(
                                            OwnAccount.is(session, one.by())
                                                    ? "proposal.withdraw"
                                                    : "proposal.decline")));
        }
    }

    @POST
    @Path(ID + "/agree")
    public Response agree(long id) {
        var session = pages.request().administrator();
        var one = office.administration().proposal(session, id).orElseThrow(NotFoundException::new);
        var came = office.administration().agree(session, id);
        if (came.refused().isPresent()) {
            return show(
                    id,
                    Map.of("agree", pages.words().say("admin.refused." + came.refused().get())));
        }
        var words = pages.words();
        var sheet = pages.page(words.say("proposal.agreed", one.name())).back(HOME);
        part(sheet, came, "proposal.second");
        return sheet.add(new Paragraphs(List.of(words.say("proposal.agreed." + one.what())))).ok();
    }

    @POST
    @Path(ID + "/close")
    public Response close(long id) {
        var session = pages.request().administrator();
        var one =
                office.administration()
                        .proposal(session, id)
                        .filter(found -> !OwnAccount.is(session, found.account()))
                        .orElseThrow(NotFoundException::new);
        if (!office.administration().close(session, id)) {
            return show(id, Map.of("agree", pages.words().say("admin.refused.GONE")));
        }
        var done = OwnAccount.is(session, one.by()) ? "proposal-withdrawn" : "proposal-declined";
        return Response.seeOther(URI.create(HOME + "?done=" + done)).build();
    }

    /** The end of proposing: what happens next, and the half of a code to hand over. */
    static Response proposed(PageFactory pages, Came came, String name) {
        var words = pages.words();
        var sheet = pages.page(words.say("proposal.done", name)).back(HOME);
        sheet.add(new Paragraphs(List.of(words.say("proposal.done.what"))));
        part(pages, sheet, came, "proposal.first");
        return sheet.add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("proposal.done.see"),
                                                HOME + "/" + came.proposal()))))
                .ok();
    }

    private void part(Page sheet, Came came, String key) {
        part(pages, sheet, came, key);
    }

    private static void part(PageFactory pages, Page sheet, Came came, String key) {
        var words = pages.words();
        came.part()
                .ifPresent(half ->
                        sheet.add(
                                new SecretBox(
                                        words.say(key), half, words.say("proposal.part.note"))));
    }
}
