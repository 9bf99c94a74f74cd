package exeat.web.admin;

import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.auth.AccountProposal;
import exeat.desk.auth.AccountProposal.What;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.Administration.Account;
import exeat.desk.base.Session;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.NotificationBanner;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.filter.ListPart;
import exeat.web.kit.AddressParts;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;

/** All accounts by unit, and one with everything that can be proposed about it. */
@Singleton
@Path("/admin/accounts")
@RunOnVirtualThread
public final class AccountPages {

    static final String HOME = "/admin/accounts";
    private static final String ID = "{id: [a-z0-9]+([.-][a-z0-9]+)*}";

    private final PageFactory pages;
    private final Office office;

    AccountPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response list(
            @RestQuery @DefaultValue("") String unit,
            @RestQuery @DefaultValue("") String role,
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String page) {
        var session = pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var all = office.administration().accounts(session);
        var filter =
                new AccountFilter(new AccountFilter.Asked(unit, role, show), all, terms, words);
        var values = filter.values();
        var part = ListPart.of(page, values, filter.address());
        var found = filter.matching();
        var shown = found.stream().skip(part.from()).limit(ListPart.ROWS).toList();
        part.check(!shown.isEmpty(), values, filter.address());
        var sheet =
                pages.page(words.say("accounts.title"))
                        .wide()
                        .back("/admin")
                        .add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("accounts.new"), HOME + "/new"))))
                        .add(AccountSearchPages.form(pages, SubmittedForm.EMPTY, Map.of()))
                        .add(filter.form());
        if (!values.isRight()) {
            return values.tell(sheet).ok();
        }
        sheet.add(
                shown.isEmpty()
                        ? new Paragraphs(List.of(words.say("accounts.none")))
                        : AccountTable.of(shown, found.size(), terms, words));
        part.beside(filter.address(), part.from() + ListPart.ROWS < found.size(), words)
                .ifPresent(sheet::add);
        return sheet.ok();
    }

    @GET
    @Path(ID)
    public Response one(String id, @RestQuery @DefaultValue("") String ended) {
        var words = pages.words();
        var sessions = AddressParts.number(ended);
        var sheet = show(id, SubmittedForm.EMPTY, Map.of());
        sessions.ifPresent(n ->
                sheet.prepend(
                        new NotificationBanner(
                                words.say("done"), words.say("account.sessions.ended", n))));
        return sheet.ok();
    }

    private Account found(Session session, String id) {
        return office.administration()
                .account(session, new OfficerId(id))
                .orElseThrow(NotFoundException::new);
    }

    private Page show(String id, SubmittedForm posted, Map<String, String> wrong) {
        var session = pages.request().administrator();
        var words = pages.words();
        var account = found(session, id);
        var terms = new AdminTexts(office, words);
        var sheet = pages.page(account.member().name()).back(HOME);
        sheet.add(new SummaryList(rows(account, terms, words)));
        var waiting = office.administration().waiting(session, account.member().id());
        waiting.forEach(one ->
                sheet.add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say(
                                                        "account.waiting", terms.what(one.what())),
                                                "/admin/proposals/" + one.id())))));
        if (account.member().ended().isPresent()) {
            sheet.add(new Paragraphs(List.of(words.say("account.ended.what"))));
        } else if (OwnAccount.is(session, account.member().id())) {
            sheet.add(new InsetText(words.say("account.own")));
        } else {
            acts(sheet, account, waiting, posted, wrong);
        }
        history(sheet, session, account, terms);
        return sheet;
    }

    private static List<SummaryRow> rows(Account account, AdminTexts terms, PageTexts words) {
        var member = account.member();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("officer.login"), member.login()));
        rows.add(SummaryRow.of(words.say("account.id"), member.id().text()));
        rows.add(SummaryRow.of(words.say("officer.unit"), terms.unit(member.unit())));
        rows.add(SummaryRow.of(words.say("accounts.does"), terms.does(member)));
        if (member.role() == AccountRole.OFFICER) {
            rows.add(
                    SummaryRow.of(
                            words.say("account.briefed"),
                            words.say(member.briefed() ? "yes" : "no")));
        }
        rows.add(
                SummaryRow.of(
                        words.say("accounts.factor"),
                        account.factor()
                                ? words.say("account.factor.codes", account.codes())
                                : words.say("no")));
        rows.add(
                SummaryRow.of(
                        words.say("account.password"),
                        words.say(
                                member.ownPassword()
                                        ? "account.password.own"
                                        : "account.password.given")));
        rows.add(SummaryRow.of(words.say("account.sessions"), words.number(account.sessions())));
        rows.add(
                SummaryRow.of(
                        words.say("accounts.signed-in"),
                        account.signedIn().map(terms::time).orElse(words.say("admin.never"))));
        member.ended()
                .ifPresent(end ->
                        rows.add(SummaryRow.of(words.say("account.ended"), terms.time(end.at()))));
        return rows;
    }

    private void acts(
            Page sheet,
            Account account,
            List<AccountProposal> waiting,
            SubmittedForm posted,
            Map<String, String> wrong) {
        var words = pages.words();
        var address = HOME + "/" + account.member().id().text();
        var proposed = waiting.stream().map(AccountProposal::what).toList();
        var options =
                Arrays.stream(What.values())
                        .filter(what -> what != What.ACCOUNT && !proposed.contains(what))
                        .filter(what -> what != What.FACTOR || account.factor())
                        .map(what ->
                                new ChoiceOption(
                                        what.name(),
                                        words.say("account.act." + what),
                                        words.say("account.act." + what + ".hint"),
                                        false))
                        .toList();
        if (!options.isEmpty()) {
            sheet.add(new Heading(2, words.say("account.propose"), "propose"));
            var form =
                    new FormBuilder(pages.request(), posted, wrong)
                            .prose(words.say("account.propose.what"))
                            .radios("what", words.say("account.what"), "", options)
                            .area(
                                    "reason",
                                    words.say("account.reason"),
                                    words.say("account.reason.hint"));
            sheet.add(form.to(address + "/proposal", words.say("account.propose.button")))
                    .errors(form.errors());
        }
        sheet.add(new Heading(2, words.say("account.sessions.end"), "sessions"))
                .add(new Paragraphs(List.of(words.say("account.sessions.what"))))
                .add(
                        new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                                .ending(
                                        address + "/sessions",
                                        words.say(
                                                "account.sessions.button",
                                                account.member().name())));
    }

    private void history(Page sheet, Session session, Account account, AdminTexts terms) {
        var words = pages.words();
        var names = office.administration().names(session);
        var rows =
                office.administration().history(session, account.member().id()).stream()
                        .map(deed ->
                                List.of(
                                        TableCell.of(terms.time(deed.at())),
                                        TableCell.of(
                                                words.say(
                                                        "account.action."
                                                                + deed.what().replace(' ', '-'))),
                                        by(deed.by(), names, words)))
                        .toList();
        sheet.add(new Heading(2, words.say("account.history"), "history"))
                .add(
                        rows.isEmpty()
                                ? new Paragraphs(List.of(words.say("account.history.none")))
                                : new DataTable(
                                                words.say("account.history"),
                                                List.of(
                                                        ColumnHeader.of(words.say("audit.when")),
                                                        ColumnHeader.of(
                                                                words.say("account.action")),
                                                        ColumnHeader.of(words.say("audit.by"))),
                                                rows)
                                        .underHeading()
                                        .stackedWhereNarrow());
    }

    /** Who did it: two administrators by their proposal, somebody by name, or the command line. */
    private static TableCell by(String by, Map<String, String> names, PageTexts words) {
        if (by.startsWith("proposal ")) {
            var number = by.substring("proposal ".length());
            return TableCell.link(
                    words.say("account.by.proposal", number), "/admin/proposals/" + number);
        }
        if (by.startsWith("operator ")) {
            return TableCell.of(words.say("account.by.operator", by.substring(9)));
        }
        return TableCell.of(
                Optional.ofNullable(names.get(by)).orElse(words.say("account.by.program")));
    }

    @POST
    @Path(ID + "/proposal")
    public Response propose(String id) {
        var session = pages.request().administrator();
        var words = pages.words();
        var posted = pages.request().form();
        var account = found(session, id);
        if (posted.isRestored()) {
            return show(id, posted, Map.of()).ok();
        }
        var what =
                posted.oneOf("what", List.of("END", "PASSWORD", "FACTOR"))
                        .map(What::valueOf)
                        .filter(one -> one != What.FACTOR || account.factor());
        Map<String, String> wrong = new TreeMap<>();
        if (what.isEmpty()) {
            wrong.put("what", words.say("account.wrong.what"));
        }
        if (posted.value("reason").isEmpty()) {
            wrong.put("reason", words.say("account.wrong.reason"));
        }
        if (!wrong.isEmpty()) {
            return show(id, posted, wrong).ok();
        }
        var came =
                office.administration()
                        .propose(
                                session, what.get(), account.member().id(), posted.value("reason"));
        if (came.refused().isPresent()) {
            return show(
                            id,
                            posted,
                            Map.of("what", words.say("admin.refused." + came.refused().get())))
                    .ok();
        }
        return ProposalPages.proposed(pages, came, account.member().name());
    }

    @POST
    @Path(ID + "/sessions")
    public Response endSessions(String id) {
        var session = pages.request().administrator();
        int ended =
                office.administration()
                        .endSessions(session, new OfficerId(id))
                        .orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(HOME + "/" + id + "?ended=" + ended)).build();
    }
}
