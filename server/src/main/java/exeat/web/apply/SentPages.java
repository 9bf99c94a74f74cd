package exeat.web.apply;

import exeat.web.component.BulletList;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.Panel;
import exeat.web.component.Paragraphs;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.Cookies;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageFactory;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page after sending. It can be reloaded or come back to: it says that the application was
 * sent, its number, and how to get a new secret. The secret itself is never shown here.
 */
@Singleton
@Path("/apply")
@RunOnVirtualThread
public final class SentPages {

    static final String SENT = "/apply/sent";

    private final PageFactory pages;
    private final UnfinishedApplications drafts;

    SentPages(PageFactory pages, UnfinishedApplications drafts) {
        this.pages = pages;
        this.drafts = drafts;
    }

    /** A browser that opens its tabs again asks for the page like this. */
    @GET
    @Path("send")
    public Response send() {
        return Response.seeOther(URI.create(SENT)).build();
    }

    @GET
    @Path("sent")
    public Response sent() {
        var sent = draft().filter(UnfinishedApplication::isSent);
        if (sent.isEmpty() || pages.request().isOfficer()) {
            return Response.seeOther(URI.create("/apply")).build();
        }
        var words = pages.words();
        var forget = new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of());
        return pages.question(words.say("sent.title"))
                .add(
                        new Panel(
                                words.say("sent.title"),
                                words.say("filed.number"),
                                sent.get().number()))
                .add(
                        new Paragraphs(List.of(words.say("sent.once"))),
                        new Button(words.say("filed.confirm"), "/sign-in", false),
                        new Heading(2, words.say("sent.lost"), "lost"),
                        new BulletList(
                                List.of(
                                        words.say("sent.lost.office"),
                                        words.say("sent.lost.waits"),
                                        words.say("sent.lost.nothing"))),
                        OfficeDetails.all(words),
                        new Heading(2, words.say("sent.shared"), "shared"),
                        new Paragraphs(List.of(words.say("sent.forget.what"))),
                        forget.aside("/apply/forget", words.say("sent.forget")))
                .ok();
    }

    /** Nothing of it stays on this device; what was filed is untouched. */
    @POST
    @Path("forget")
    public Response forget() {
        pages.request().cookie(RequestContext.DRAFT_COOKIE).ifPresent(drafts::forget);
        return Response.seeOther(URI.create("/"))
                .cookie(Cookies.clear(pages.request(), RequestContext.DRAFT_COOKIE))
                .build();
    }

    private Optional<UnfinishedApplication> draft() {
        return pages.request().cookie(RequestContext.DRAFT_COOKIE).flatMap(drafts::find);
    }
}
