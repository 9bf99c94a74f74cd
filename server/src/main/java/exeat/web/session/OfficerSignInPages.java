package exeat.web.session;

import exeat.web.kit.Directives;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Kept;
import exeat.web.kit.Pages;
import exeat.web.kit.Terms;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Head;
import exeat.web.component.Inset;
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

/** Where officers sign in; in the demonstration their accounts stand beside the form. */
@Singleton
@Path("/officer")
@RunOnVirtualThread
public final class OfficerSignInPages {

    private final Pages pages;
    private final Office office;
    private final boolean demo;

    OfficerSignInPages(
            Pages pages, Office office, @ConfigProperty(name = "exeat.demo") boolean demo) {
        this.pages = pages;
        this.office = office;
        this.demo = demo;
    }

    @GET
    public Response officer() {
        return pages.visit().isOfficer()
                ? Response.seeOther(URI.create("/officer/queue")).build()
                : officerForm(Kept.NOTHING, Map.of());
    }

    /** Where an officer signs in, perhaps again, with what they had typed before. */
    Response officerForm(Kept kept, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.visit(), pages.visit().posted(), wrong)
                        .text("login", words.say("officer.login"), "")
                        .password("password", words.say("officer.password"), "")
                        .oneTimeCode(
                                "code", words.say("officer.code"), words.say("officer.code.hint"));
        kept.hideIn(form);
        var sheet = pages.sheet(words.say("officer.title")).back("/");
        if (!kept.isEmpty()) {
            sheet.add(new Inset(words.say("kept.ended")));
        }
        sheet.add(form.to("/officer", words.say("sign-in.button")));
        if (demo) {
            sheet.add(accounts());
        }
        return sheet.errors(form.errors()).ok();
    }

    private DataTable accounts() {
        var words = pages.words();
        var terms = new Terms(Directives.current(office), words);
        return new DataTable(
                words.say("officer.demo"),
                List.of(
                        Head.of(words.say("officer.login")),
                        Head.of(words.say("officer.password")),
                        Head.of(words.say("officer.unit"))),
                office.staff().demoAccounts().stream()
                        .map(account ->
                                List.of(
                                        Cell.of(account.login()),
                                        Cell.of(account.password()),
                                        Cell.of(terms.unit(account.unit()))))
                        .toList());
    }

    @POST
    public Response officerIn() {
        var posted = pages.visit().posted();
        return office.doors()
                .officer(posted.one("login"), posted.one("password"), posted.one("code"))
                .map(session -> SignedIn.to(pages, session, home(session)))
                .orElseGet(() ->
                        officerForm(
                                Kept.of(posted),
                                Map.of("login", pages.words().say("wrong.sign-in"))));
    }

    private static String home(Session session) {
        if (session.actor() instanceof Actor.Auditor) {
            return "/audit";
        }
        boolean briefed = session.actor() instanceof Actor.Officer officer && officer.briefed();
        return briefed ? "/officer/queue" : "/officer/briefing";
    }
}
