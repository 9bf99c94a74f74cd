package exeat.web.session;

import exeat.web.kit.Directives;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;

import exeat.desk.Office;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Head;
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
import java.util.Map;

/** Where an officer or auditor is signed in, and the way out of everywhere else. */
@Singleton
@Path("/officer/sessions")
@RunOnVirtualThread
public final class SessionPages {

    private final Pages pages;
    private final Office office;

    SessionPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response show() {
        return page();
    }

    private Response page() {
        var session = pages.visit().staff();
        var words = pages.words();
        var sheet =
                pages.sheet(words.say("sessions.title"))
                        .back(pages.visit().isAuditor() ? "/audit" : "/officer/queue");
        if (pages.visit().query("done").isPresent()) {
            sheet.add(new Inset(words.say("sessions.done")));
        }
        var zone = Directives.current(office).vocabulary().zone();
        var rows =
                office.doors().sessions(session).stream()
                        .map(one ->
                                List.of(
                                        Cell.of(one.here() ? words.say("sessions.here") : ""),
                                        Cell.of(words.time(one.since(), zone)),
                                        Cell.of(words.time(one.seen(), zone)),
                                        Cell.of(words.time(one.expires(), zone))))
                        .toList();
        return sheet.add(new Prose(List.of(words.say("sessions.what"))))
                .add(
                        new DataTable(
                                words.say("sessions.caption"),
                                List.of(
                                        Head.of(words.say("sessions.where")),
                                        Head.of(words.say("sessions.since")),
                                        Head.of(words.say("sessions.seen")),
                                        Head.of(words.say("sessions.ends"))),
                                rows))
                .add(
                        new FormBuilder(pages.visit(), Posted.NOTHING, Map.of())
                                .to("/officer/sessions", words.say("sessions.button")))
                .ok();
    }

    @POST
    public Response leaveOthers() {
        office.doors().leaveOthers(pages.visit().staff());
        return Response.seeOther(URI.create("/officer/sessions?done=here")).build();
    }
}
