package exeat.web.session;

import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
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
                        .back(
                                pages.request().isOfficer()
                                        ? "/officer/queue"
                                        : pages.request().home());
        if (pages.request().done().filter("here"::equals).isPresent()) {
            sheet.add(new InsetText(words.say("sessions.done")));
        }
        sheet.done();
        notices(sheet, session);
        var zone = pages.request().directive().vocabulary().zone();
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

    /** What administrators proposed about the account, which the person can still stop. */
    private void notices(Page sheet, Session session) {
        var words = pages.words();
        var zone = pages.request().directive().vocabulary().zone();
        for (var notice : office.authentication().codes().notices(session)) {
            if (!notice.objectable()) {
                continue;
            }
            sheet.add(
                            new WarningText(
                                    words.say("warning"),
                                    words.say(
                                            "notice." + notice.what(),
                                            words.zoned(notice.at(), zone))))
                    .add(
                            new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                                    .hidden("notice", Long.toString(notice.id()))
                                    .ending(
                                            "/officer/sessions/objection",
                                            words.say("notice.button")));
        }
    }

    /** The person did not ask for what an administrator proposed: it has no effect any more. */
    @POST
    @Path("objection")
    public Response objectToReset() {
        var session = pages.request().staff();
        var typed = pages.request().form().value("notice");
        boolean stopped =
                typed.matches("[0-9]{1,15}")
                        && office.authentication().codes().object(session, Long.parseLong(typed));
        var done = stopped ? "objected" : "objected-late";
        return Response.seeOther(URI.create("/officer/sessions?done=" + done)).build();
    }

    @POST
    public Response leaveOthers() {
        office.authentication().signOutOthers(pages.request().staff());
        return Response.seeOther(URI.create("/officer/sessions?done=here")).build();
    }
}
