package exeat.web.session;

import exeat.web.kit.Cookies;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Kept;
import exeat.web.kit.Pages;
import exeat.web.kit.Visit;

import exeat.desk.Office;
import exeat.web.component.Inset;
import exeat.web.component.Prose;
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

/** Signing in and out. Every failure looks alike. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class SignInPages {

    private final Pages pages;
    private final Office office;

    SignInPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("sign-in")
    public Response party() {
        return partyForm(Map.of());
    }

    private Response partyForm(Map<String, String> wrong) {
        return partyForm(pages, Kept.of(pages.visit().posted()), wrong);
    }

    /** Where a person signs in, perhaps again, with what they had typed before. */
    static Response partyForm(Pages pages, Kept kept, Map<String, String> wrong) {
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
        kept.hideIn(form);
        var sheet = pages.sheet(words.say("sign-in.title")).back("/");
        if (!kept.isEmpty()) {
            sheet.add(new Inset(words.say("kept.ended")));
        }
        return sheet.add(form.to("/sign-in", words.say("sign-in.button")))
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
                .map(session -> SignedIn.to(pages, session, "/track"))
                .orElseGet(() -> partyForm(Map.of("number", pages.words().say("wrong.sign-in"))));
    }

    @POST
    @Path("sign-out")
    public Response out() {
        pages.visit().session().ifPresent(office.doors()::leave);
        return Response.seeOther(URI.create("/"))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .cookie(Cookies.clear(pages.visit(), Visit.SESSION))
                .cookie(Cookies.clear(pages.visit(), Visit.VISIT))
                .build();
    }
}
