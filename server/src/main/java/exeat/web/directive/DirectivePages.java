package exeat.web.directive;

import exeat.web.kit.Directives;
import exeat.web.kit.Pages;
import exeat.web.kit.Terms;

import exeat.desk.Office;
import exeat.web.component.Heading;
import exeat.web.component.Inset;
import exeat.web.component.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The directive for everybody: whoever is decided about can read what decides. */
@Singleton
@Path("/directive")
@RunOnVirtualThread
public final class DirectivePages {

    private final Pages pages;
    private final Office office;

    DirectivePages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response directive() {
        var words = pages.words();
        var terms = new Terms(Directives.current(office), words);
        var sheet =
                pages.sheet(words.say("directive.title"))
                        .wide()
                        .back(pages.visit().isOfficer() ? "" : "/")
                        .add(new Prose(List.of(words.say("directive.everybody"))));
        Directives.without(office, words).ifPresent(why -> sheet.add(new Inset(why)));
        sheet.add(ProofPages.links(terms.directive().ref(), words));
        var said = office.register().clarifications(terms.directive().ref().id());
        new DirectiveView(terms, words, said).addTo(sheet);
        sheet.add(new Heading(2, words.say("signed.title"), "signed"))
                .add(new Prose(List.of(words.say("signed.what"))))
                .add(new SignedView(office, terms, words).table());
        return sheet.ok();
    }
}
