package exeat.web.session;

import exeat.desk.Office;
import exeat.web.border.SealPages;
import exeat.web.component.BulletList;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.kit.Cookies;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.MessageFiles;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The start page, and the language switch. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class StartPages {

    private static final Duration YEAR = Duration.ofDays(365);

    private final PageFactory pages;
    private final Office office;

    StartPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response start() {
        var words = pages.words();
        var sheet =
                pages.page(words.say("start.title"))
                        .forEverybody()
                        .add(
                                new Paragraphs(
                                        List.of(words.say("start.what"), words.say("start.who"))));
        DirectiveNotices.closed(office, pages.request().offered(), words)
                .ifPresent(why -> sheet.add(new InsetText(why)));
        return sheet.add(new Heading(2, words.say("start.promise"), "promise"))
                .add(
                        new BulletList(
                                List.of(
                                        words.say("start.promise.machine"),
                                        words.say("start.promise.voluntary"),
                                        words.say("start.promise.reason"),
                                        words.say("start.promise.private"))))
                .add(new Paragraphs(List.of(words.say("start.before"))))
                .add(new Button(words.say("start.apply"), "/apply", true))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(words.say("start.track"), "/sign-in"),
                                        new Link(words.say("start.resume"), "/apply/resume"),
                                        new Link(words.say("start.directive"), "/directive"),
                                        new Link(words.say("try.link"), "/directive/try"),
                                        new Link(words.say("ledger.title"), "/ledger"),
                                        new Link(words.say("seal.title"), SealPages.ADDRESS),
                                        new Link(words.say("start.officer"), "/officer"))))
                .ok();
    }

    @POST
    @Path("language")
    public Response language() {
        var visit = pages.request();
        var lang = visit.form().oneOf("lang", PageTexts.LANGUAGES).orElse(MessageFiles.ENGLISH);
        var back = visit.form().value("back");
        // Accepts only our own paths, never an address that somebody put into the form.
        var to = RequestContext.isOwnPlace(back) ? back : "/";
        return Response.seeOther(URI.create(to))
                .cookie(Cookies.set(visit, RequestContext.LANGUAGE_COOKIE, lang, YEAR))
                .build();
    }
}
