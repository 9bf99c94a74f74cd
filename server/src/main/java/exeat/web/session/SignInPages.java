package exeat.web.session;

import exeat.desk.Office;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.Cookies;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageFactory;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SavedForm;
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

/** Signing in and out. All failures look the same. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class SignInPages {

    private final PageFactory pages;
    private final Office office;

    SignInPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("sign-in")
    public Response party() {
        return partyForm(Map.of());
    }

    private Response partyForm(Map<String, String> wrong) {
        return partyForm(pages, SavedForm.of(pages.request().form()), wrong);
    }

    /** The sign-in page for a person, with what they had typed if their session ended. */
    static Response partyForm(PageFactory pages, SavedForm kept, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), pages.request().form(), wrong)
                        .text(
                                "number",
                                words.say("sign-in.number"),
                                words.say("sign-in.number.hint"))
                        .password(
                                "secret",
                                words.say("sign-in.secret"),
                                words.say("sign-in.secret.hint"));
        kept.hideIn(form);
        var sheet = pages.page(words.say("sign-in.title")).back("/");
        if (!kept.isEmpty()) {
            sheet.add(new InsetText(words.say("kept.ended")));
        }
        return sheet.add(form.to("/sign-in", words.say("sign-in.button")))
                .add(new Paragraphs(List.of(words.say("sign-in.lost"))))
                .add(OfficeDetails.all(words))
                .errors(form.errors())
                .ok();
    }

    @POST
    @Path("sign-in")
    public Response partyIn() {
        var posted = pages.request().form();
        var number = posted.value("number").toUpperCase(Locale.ROOT);
        return office.authentication()
                .signInTraveller(number, posted.value("secret"), pages.request().origin())
                .map(session ->
                        SignInResponse.to(
                                pages,
                                session,
                                "/track",
                                office.authentication().deviceOfTraveller(number)))
                .orElseGet(() -> partyForm(Map.of("number", pages.words().say("wrong.sign-in"))));
    }

    @POST
    @Path("sign-out")
    public Response out() {
        pages.request().session().ifPresent(office.authentication()::signOut);
        return Response.seeOther(URI.create("/"))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .cookie(Cookies.clear(pages.request(), RequestContext.SESSION_COOKIE))
                .cookie(Cookies.clear(pages.request(), RequestContext.DRAFT_COOKIE))
                .cookie(Cookies.clear(pages.request(), RequestContext.BROWSER_COOKIE))
                .build();
    }
}
