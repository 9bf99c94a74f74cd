package exeat.web;

import exeat.desk.Office;
import exeat.web.part.Cell;
import exeat.web.part.DataTable;
import exeat.web.part.Head;
import exeat.web.part.Inset;
import exeat.web.part.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Where an officer is signed in, and the way out of everywhere else. */
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
        return page(false);
    }

    private Response page(boolean done) {
        var session = pages.visit().officer();
        var words = pages.words();
        var sheet = pages.sheet(words.say("sessions.title")).back("/officer/queue");
        if (done) {
            sheet.add(new Inset(words.say("sessions.done")));
        }
        var rows =
                office.doors().sessions(session).stream()
                        .map(one ->
                                List.of(
                                        Cell.of(one.here() ? words.say("sessions.here") : ""),
                                        Cell.of(minute(one.since())),
                                        Cell.of(minute(one.seen())),
                                        Cell.of(minute(one.expires()))))
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

    private static String minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", "Z");
    }

    @POST
    public Response leaveOthers() {
        office.doors().leaveOthers(pages.visit().officer());
        return page(true);
    }
}
