package exeat.web.session;

import exeat.desk.Office;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.CurrentDirective;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageFactory;
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

/** Lists where an officer or auditor is signed in, and signs them out elsewhere. */
@Singleton
@Path("/officer/sessions")
@RunOnVirtualThread
public final class SessionPages {

    private final PageFactory pages;
    private final Office office;

    SessionPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response show() {
        return page();
    }

    private Response page() {
        var session = pages.request().staff();
        var words = pages.words();
        var sheet =
                pages.page(words.say("sessions.title"))
                        .back(pages.request().isAuditor() ? "/audit" : "/officer/queue");
        if (pages.request().query("done").isPresent()) {
            sheet.add(new InsetText(words.say("sessions.done")));
        }
        var zone = CurrentDirective.current(office).vocabulary().zone();
        var rows =
                office.authentication().sessions(session).stream()
                        .map(one ->
                                List.of(
                                        TableCell.of(one.here() ? words.say("sessions.here") : ""),
                                        TableCell.of(words.time(one.since(), zone)),
                                        TableCell.of(words.time(one.seen(), zone)),
                                        TableCell.of(words.time(one.expires(), zone))))
                        .toList();
        return sheet.add(new Paragraphs(List.of(words.say("sessions.what"))))
                .add(
                        new DataTable(
                                words.say("sessions.caption"),
                                List.of(
                                        ColumnHeader.of(words.say("sessions.where")),
                                        ColumnHeader.of(words.say("sessions.since")),
                                        ColumnHeader.of(words.say("sessions.seen")),
                                        ColumnHeader.of(words.say("sessions.ends"))),
                                rows))
                .add(
                        new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                                .to("/officer/sessions", words.say("sessions.button")))
                .ok();
    }

    @POST
    public Response leaveOthers() {
        office.authentication().signOutOthers(pages.request().staff());
        return Response.seeOther(URI.create("/officer/sessions?done=here")).build();
    }
}
