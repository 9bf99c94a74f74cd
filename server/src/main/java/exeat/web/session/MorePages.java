package exeat.web.session;

import exeat.casework.access.SearchView;
import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.rules.authority.Role;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.kit.CurrentDirective;
import exeat.web.kit.PageFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

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
        return sheet.add(title("own"), links(own())).ok();
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
        var issuer = CurrentDirective.current(office).authorities().root().id();
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
