package exeat.web;

import exeat.casework.Actor;
import exeat.desk.Office;
import exeat.desk.Session;
import exeat.web.part.Cell;
import exeat.web.part.DataTable;
import exeat.web.part.Head;
import exeat.web.part.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signing in and out. Every failure looks alike. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class SignInPages {

    private final Pages pages;
    private final Office office;
    private final boolean demo;

    SignInPages(Pages pages, Office office, @ConfigProperty(name = "exeat.demo") boolean demo) {
        this.pages = pages;
        this.office = office;
        this.demo = demo;
    }

    @GET
    @Path("sign-in")
    public Response party() {
        return partyForm(Map.of());
    }

    private Response partyForm(Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.visit(), pages.visit().posted(), wrong)
                        .text(
                                "number",
                                words.say("sign-in.number"),
                                words.say("sign-in.number.hint"))
                        .password(
                                "secret",
                                words.say("sign-in.secret"),
                                words.say("sign-in.secret.hint"));
        return pages.sheet(words.say("sign-in.title"))
                .back("/")
                .add(form.to("/sign-in", words.say("sign-in.button")))
                .add(new Prose(List.of(words.say("sign-in.lost"))))
                .errors(form.errors())
                .ok();
    }

    @POST
    @Path("sign-in")
    public Response partyIn() {
        var posted = pages.visit().posted();
        var number = posted.one("number").toUpperCase(Locale.ROOT);
        return office.doors()
                .party(number, posted.one("secret"))
                .map(session -> in(session, "/track"))
                .orElseGet(() -> partyForm(Map.of("number", pages.words().say("wrong.sign-in"))));
    }

    @GET
    @Path("officer")
    public Response officer() {
        return pages.visit().isOfficer()
                ? Response.seeOther(URI.create("/officer/queue")).build()
                : officerForm(Map.of());
    }

    private Response officerForm(Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.visit(), pages.visit().posted(), wrong)
                        .text("login", words.say("officer.login"), "")
                        .password("password", words.say("officer.password"), "");
        var sheet =
                pages.sheet(words.say("officer.title"))
                        .back("/")
                        .add(form.to("/officer", words.say("sign-in.button")));
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
    @Path("officer")
    public Response officerIn() {
        var posted = pages.visit().posted();
        return office.doors()
                .officer(posted.one("login"), posted.one("password"))
                .map(session -> in(session, home(session)))
                .orElseGet(() -> officerForm(Map.of("login", pages.words().say("wrong.sign-in"))));
    }

    private static String home(Session session) {
        boolean briefed = session.actor() instanceof Actor.Officer officer && officer.briefed();
        return briefed ? "/officer/queue" : "/officer/briefing";
    }

    /** A new session brings a new browser token, so that nobody can have planted the old one. */
    private Response in(Session session, String to) {
        var visit = pages.visit();
        return Response.seeOther(URI.create(to))
                .cookie(Cookies.set(visit, Visit.SESSION, session.token(), Cookies.SESSION))
                .cookie(Cookies.set(visit, Visit.VISIT, Tokens.fresh(), Cookies.SESSION))
                .build();
    }

    @POST
    @Path("sign-out")
    public Response out() {
        pages.visit().session().ifPresent(office.doors()::leave);
        return Response.seeOther(URI.create("/"))
                .cookie(Cookies.clear(pages.visit(), Visit.SESSION))
                .cookie(Cookies.clear(pages.visit(), Visit.VISIT))
                .build();
    }
}
