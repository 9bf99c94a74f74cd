package exeat.web.session;

import exeat.web.kit.Cookies;
import exeat.web.kit.MessageFiles;
import exeat.web.kit.Pages;
import exeat.web.kit.Visit;
import exeat.web.kit.Words;

import exeat.web.component.Bullets;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The first page, and the switch of language. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class StartPages {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Pages pages;

    StartPages(Pages pages) {
        this.pages = pages;
    }

    @GET
    public Response start() {
        var words = pages.words();
        return pages.sheet(words.say("start.title"))
                .add(new Prose(List.of(words.say("start.what"), words.say("start.who"))))
                .add(new Heading(2, words.say("start.promise"), "promise"))
                .add(
                        new Bullets(
                                List.of(
                                        words.say("start.promise.machine"),
                                        words.say("start.promise.voluntary"),
                                        words.say("start.promise.reason"),
                                        words.say("start.promise.private"))))
                .add(new Prose(List.of(words.say("start.before"))))
                .add(new Button(words.say("start.apply"), "/apply", true))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(words.say("start.track"), "/sign-in"),
                                        new Link(words.say("start.resume"), "/apply/resume"),
                                        new Link(words.say("start.directive"), "/directive"),
                                        new Link(words.say("ledger.title"), "/ledger"),
                                        new Link(words.say("start.officer"), "/officer"))))
                .ok();
    }

    @POST
    @Path("language")
    public Response language() {
        var visit = pages.visit();
        var lang = visit.posted().oneOf("lang", Words.LANGUAGES).orElse(MessageFiles.ENGLISH);
        var back = visit.posted().one("back");
        // Only a path of ours: never an address that somebody else put into the form.
        var to = back.matches("/[A-Za-z0-9/_-]*") && !back.startsWith("//") ? back : "/";
        return Response.seeOther(URI.create(to))
                .cookie(Cookies.set(visit, Visit.LANGUAGE, lang, YEAR))
                .build();
    }
}
