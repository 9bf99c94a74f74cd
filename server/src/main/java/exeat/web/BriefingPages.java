package exeat.web;

import exeat.casework.Actor;
import exeat.casework.Command;
import exeat.casework.State.BriefingState;
import exeat.casework.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.rules.AuthorityId;
import exeat.web.part.Banner;
import exeat.web.part.Cell;
import exeat.web.part.DataTable;
import exeat.web.part.Head;
import exeat.web.part.Heading;
import exeat.web.part.Link;
import exeat.web.part.LinkList;
import exeat.web.part.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** A directive on its way down: read, acknowledged, handed on. */
@Singleton
@Path("/officer/briefing")
@RunOnVirtualThread
public final class BriefingPages {

    private final Pages pages;
    private final Office office;
    private final Replies replies;

    BriefingPages(Pages pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response show() {
        var session = pages.visit().officer();
        var words = pages.words();
        var directive = Directives.current(office);
        var terms = new Terms(directive, words);
        var briefing = office.register().briefing(session, directive.ref().id());
        var sheet = pages.sheet(words.say("briefing.title"));
        pages.visit()
                .query("done")
                .filter(done -> words.has("done." + done))
                .ifPresent(done ->
                        sheet.add(new Banner(words.say("done"), words.say("done." + done))));
        sheet.add(new Prose(List.of(words.say("briefing.what"), words.say("briefing.why"))));
        sheet.add(ProofPages.links(directive.ref(), words));
        new DirectiveView(terms, words).addTo(sheet);
        sheet.add(new LinkList(List.of(new Link(words.say("briefing.rules"), "/directive"))));
        if (session.actor() instanceof Actor.Officer officer) {
            acts(sheet, officer, briefing, words);
        }
        return sheet.add(new Heading(2, words.say("briefing.units"), "units"))
                .add(units(briefing, terms, words))
                .ok();
    }

    private void acts(Sheet sheet, Actor.Officer officer, BriefingState briefing, Words words) {
        var root = Directives.current(office).authorities().root().id();
        sheet.add(enacting(words));
        if (briefing.units().isEmpty() && officer.unit().equals(root)) {
            return;
        }
        if (!officer.briefed()) {
            sheet.add(button("acknowledge", words.say("briefing.acknowledge")));
        } else {
            sheet.add(new Prose(List.of(words.say("briefing.read"))));
            sheet.add(button("hand-down", words.say("briefing.hand-down")));
        }
    }

    private static LinkList enacting(Words words) {
        return new LinkList(
                List.of(new Link(words.say("briefing.put-in-force"), "/officer/directive")));
    }

    private exeat.web.part.Form button(String what, String text) {
        return new FormBuilder(pages.visit(), Posted.NOTHING, Map.of())
                .to("/officer/briefing/" + what, text);
    }

    private static DataTable units(BriefingState briefing, Terms terms, Words words) {
        var zone = terms.directive().vocabulary().zone();
        return new DataTable(
                words.say("briefing.units"),
                List.of(
                        Head.of(words.say("officer.unit")),
                        Head.of(words.say("briefing.handed")),
                        Head.of(words.say("briefing.acknowledged"))),
                briefing.units().entrySet().stream()
                        .map(unit ->
                                List.of(
                                        Cell.of(name(unit.getKey(), terms)).asHead(),
                                        Cell.of(words.time(unit.getValue().handedDown(), zone)),
                                        Cell.of(
                                                unit.getValue()
                                                        .acknowledged()
                                                        .map(at -> words.time(at, zone))
                                                        .orElse(words.say("briefing.not-yet")))))
                        .toList());
    }

    private static String name(AuthorityId unit, Terms terms) {
        return terms.unit(unit);
    }

    @POST
    @Path("acknowledge")
    public Response acknowledge() {
        return act(new Command.Acknowledge(id()), "acknowledge");
    }

    @POST
    @Path("hand-down")
    public Response handDown() {
        return act(new Command.HandDown(id()), "hand-down");
    }

    private BriefingId id() {
        return new BriefingId(Directives.current(office).ref().id());
    }

    private Response act(Command command, String what) {
        var session = pages.visit().officer();
        var reply = office.desk().handle(session, pages.visit().posted().key(), command);
        return replies.answer(reply, "/officer/briefing", what);
    }
}
