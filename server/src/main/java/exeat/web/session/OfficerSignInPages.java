package exeat.web.session;

import exeat.casework.command.Actor;
import exeat.demo.Demo;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.AccountCodes;
import exeat.desk.base.Session;
import exeat.web.admin.SetUpView;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SavedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sign-in page for officers; in the demonstration it lists their accounts. */
@Singleton
@Path("/officer")
@RunOnVirtualThread
public final class OfficerSignInPages {

    private final PageFactory pages;
    private final Office office;
    private final OfficeSettings settings;
    private final boolean demo;

    OfficerSignInPages(
            PageFactory pages,
            Office office,
            OfficeSettings settings,
            @ConfigProperty(name = "exeat.demo") boolean demo) {
        this.pages = pages;
        this.office = office;
        this.settings = settings;
        this.demo = demo;
    }

    @GET
    public Response officer() {
        return pages.request().isStaff()
                ? Response.seeOther(URI.create(pages.request().home())).build()
                : officerForm(SavedForm.EMPTY, Map.of());
    }

    /** The sign-in page for an officer, with what they had typed if their session ended. */
    Response officerForm(SavedForm kept, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), pages.request().form(), wrong)
                        .text("login", words.say("officer.login"), "")
                        .password("password", words.say("officer.password"), "")
                        .oneTimeCode(
                                "code", words.say("officer.code"), words.say("officer.code.hint"));
        kept.hideIn(form);
        var sheet = pages.page(words.say("officer.title")).back("/");
        if (!kept.isEmpty()) {
            sheet.add(new InsetText(words.say("kept.ended")));
        }
        if (office.officerAccounts().isEmpty()) {
            sheet.add(
                    new InsetText(words.say("setup.begin")),
                    SetUpView.first(office, settings, words));
        }
        sheet.add(form.to("/officer", words.say("sign-in.button")))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("code.have"),
                                                "/officer/code/password"))));
        if (demo) {
            sheet.add(accounts());
        }
        return sheet.errors(form.errors()).ok();
    }

    private DataTable accounts() {
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        return new DataTable(
                words.say("officer.demo"),
                List.of(
                        ColumnHeader.of(words.say("officer.login")),
                        ColumnHeader.of(words.say("officer.password")),
                        ColumnHeader.of(words.say("officer.unit"))),
                Demo.accounts(office).stream()
                        .map(account ->
                                List.of(
                                        TableCell.of(account.login()),
                                        TableCell.of(account.password()),
                                        TableCell.of(terms.unit(account.unit()))))
                        .toList());
    }

    @POST
    public Response officerIn() {
        var posted = pages.request().form();
        return office.authentication()
                .signInOfficer(
                        posted.value("login"),
                        posted.value("password"),
                        posted.value("code"),
                        pages.request().origin())
                .map(session ->
                        SignInResponse.to(
                                pages,
                                session,
                                home(session),
                                office.authentication().deviceOfOfficer(posted.value("login"))))
                .orElseGet(() ->
                        officerForm(
                                SavedForm.of(posted),
                                Map.of("login", pages.words().say("wrong.sign-in"))));
    }

    /**
     * The page after signing in. Nobody decides under a directive that they have not read. Officers
     * whose password or second factor somebody wants to replace are told first.
     */
    private String home(Session session) {
        if (office.authentication().codes().notices(session).stream()
                .anyMatch(AccountCodes.Notice::objectable)) {
            return "/officer/sessions";
        }
        boolean unread = session.actor() instanceof Actor.Officer officer && !officer.briefed();
        return unread ? "/officer/briefing" : pages.request().home(session);
    }
}
