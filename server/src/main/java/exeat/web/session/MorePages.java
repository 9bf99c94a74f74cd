package exeat.web.session;

import exeat.casework.access.SearchView;
import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.rules.authority.Role;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.form.HtmlForm;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that an officer does less often than what is in the menu, by what it is about. */
@Singleton
@Path("/officer/more")
@RunOnVirtualThread
public final class MorePages {

    private final PageFactory pages;
    private final Office office;

    MorePages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response more() {
        var session = pages.request().officer();
        var sheet = pages.page(pages.words().say("more.title"));
        if (session.actor() instanceof Actor.Officer officer) {
            sheet.add(title("cases"), links(cases(officer)))
                    .add(title("directive"), links(directive(officer)))
                    .add(title("unit"), links(unit()));
        }
        mandates(sheet, session);
        return sheet.add(title("own"), links(own())).ok();
    }

    /** Under which directive the officer acts, and under which others they could. */
    private void mandates(Page sheet, Session session) {
        var held = office.authentication().mandates().of(session);
        if (held.size() < 2) {
            return;
        }
        var words = pages.words();
        sheet.done();
        sheet.add(new Heading(2, words.say("mandate.title"), "mandates"));
        for (var mandate : held) {
            boolean here = mandate.directive().equals(session.directive());
            office.register()
                    .directive(mandate.directive())
                    .map(directive ->
                            words.say(
                                    here ? "mandate.now" : "mandate.act",
                                    directive.record().title(),
                                    new PackTexts(directive, words).unit(mandate.unit())))
                    .ifPresent(said -> {
                        if (here) {
                            sheet.add(new InsetText(said));
                        } else {
                            sheet.add(form(mandate.directive(), said));
                        }
                    });
        }
    }

    private HtmlForm form(String directive, String label) {
        return new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                .hidden(RequestContext.UNDER, directive)
                .to("/officer/more/under", label);
    }

    /** Acts under another directive from now on, by a mandate under it. */
    @POST
    @Path("under")
    public Response actUnder() {
        var session = pages.request().officer();
        var directive = pages.request().form().value(RequestContext.UNDER);
        if (!office.authentication().mandates().actUnder(session, directive)) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/officer/more")).build();
    }

    private Heading title(String what) {
        return new Heading(2, pages.words().say("more." + what), what);
    }

    private static LinkList links(List<Link> links) {
        return new LinkList(links);
    }

    private Link link(String menu, String to) {
        return new Link(pages.words().say("menu." + menu), to);
    }

    private List<Link> cases(Actor.Officer officer) {
        var links = new ArrayList<Link>();
        links.add(link("queue", "/officer/queue"));
        if (pages.request().plays(officer, Role.RECORDS_A_CROSSING)) {
            links.add(link("border", "/border"));
        }
        if (pages.request().mayFind(SearchView.By.APPLICATION)) {
            links.add(link("find", "/officer/find"));
        }
        links.add(link("late", "/officer/late"));
        links.add(link("counter", "/officer/counter"));
        links.add(link("again", "/officer/again"));
        return links;
    }

    private List<Link> directive(Actor.Officer officer) {
        var links = new ArrayList<Link>();
        links.add(link("briefing", "/officer/briefing"));
        links.add(link("directive", "/directive"));
        var issuer = pages.request().directive().authorities().root().id();
        if (officer.lawyer() || officer.unit().equals(issuer)) {
            links.add(link("enact", "/officer/directive"));
        }
        links.add(link("issues", "/officer/issues"));
        return links;
    }

    private List<Link> unit() {
        return List.of(
                link("report", "/officer/report"),
                link("reports", "/officer/reports"),
                link("alarms", "/officer/alarms"),
                link("duty", "/officer/duty"));
    }

    private List<Link> own() {
        return List.of(
                link("password", "/officer/password"), link("sessions", "/officer/sessions"));
    }
}
