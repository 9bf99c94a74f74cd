package exeat.web.track;

import exeat.casework.command.Actor;
import exeat.web.component.Button;
import exeat.web.component.Paragraphs;
import exeat.web.kit.PageFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The quiet door, reachable from every page of an applicant. */
@Singleton
@Path("/protection")
@RunOnVirtualThread
public final class ProtectionPages {

    private final PageFactory pages;

    ProtectionPages(PageFactory pages) {
        this.pages = pages;
    }

    @GET
    public Response protection() {
        var words = pages.words();
        var sheet =
                pages.page(words.say("protection.title"))
                        .back(own() ? "/track" : "/")
                        .add(
                                new Paragraphs(
                                        List.of(
                                                words.say("protect.what"),
                                                words.say("protect.nobody"),
                                                words.say("protect.end"),
                                                words.say("protection.anywhere"))));
        return sheet.add(
                        own()
                                ? new Button(words.say("protect.title"), address(), false)
                                : new Button(words.say("protection.sign-in"), "/sign-in", false))
                .ok();
    }

    private boolean own() {
        return pages.request()
                .session()
                .filter(session -> session.actor() instanceof Actor.Party)
                .isPresent();
    }

    private String address() {
        return pages.request()
                .session()
                .map(session ->
                        session.actor() instanceof Actor.Party party ? party.no().number() : 0)
                .map(no -> "/track/" + no + "/protect")
                .orElse("/sign-in");
    }
}
