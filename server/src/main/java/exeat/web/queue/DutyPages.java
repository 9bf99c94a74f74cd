package exeat.web.queue;

import exeat.casework.command.BriefingCommand;

import exeat.web.kit.Directives;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Replies;
import exeat.web.kit.Sheet;
import exeat.web.kit.Terms;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.state.Duties;
import exeat.casework.value.OfficerId;
import exeat.casework.state.BriefingState;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.web.component.Heading;
import exeat.web.component.Inset;
import exeat.web.component.form.Option;
import exeat.web.component.Prose;
import exeat.web.component.Region;
import exeat.web.component.list.Row;
import exeat.web.component.list.Rows;
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is away, and who stands in for whom: an officer's own, and for heads of those below. */
@Singleton
@Path("/officer/duty")
@RunOnVirtualThread
public final class DutyPages {

    private static final String HERE = "/officer/duty";

    private final Pages pages;
    private final Office office;
    private final Replies replies;
    private final InstantSource clock;

    DutyPages(Pages pages, Office office, Replies replies, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.clock = clock;
    }

    @GET
    public Response duty() {
        return show(Posted.NOTHING, Map.of());
    }

    private Response show(Posted values, Map<String, String> wrong) {
        var session = pages.visit().officer();
        var words = pages.words();
        var sheet = pages.sheet(words.say("duty.title"));
        sheet.done();
        if (session.actor() instanceof Actor.Officer officer) {
            standing(sheet, session, officer);
            listed(sheet, briefing(session));
            forms(sheet, briefing(session), officer, values, wrong);
        }
        return sheet.ok();
    }

    private BriefingState briefing(Session session) {
        return office.register().briefing(session, id().directive());
    }

    private BriefingId id() {
        return new BriefingId(Directives.current(office).ref().id());
    }

    /** For whom the officer acts now, and for whom they could. */
    private void standing(Sheet sheet, Session session, Actor.Officer officer) {
        var words = pages.words();
        if (officer.duty().absent()) {
            sheet.add(new Inset(words.say("duty.you-are-away")));
        }
        officer.duty()
                .standsInFor()
                .ifPresent(whom ->
                        sheet.add(new Inset(words.say("duty.acting", whom)))
                                .add(button("/act-for", words.say("duty.own-again"))));
        var terms = new Terms(Directives.current(office), words);
        for (var one : office.doors().standsIn(session)) {
            if (!officer.duty().standsInFor().equals(Optional.of(one.officer()))) {
                var zone = terms.directive().limits().zone();
                sheet.add(
                                new Prose(
                                        List.of(
                                                words.say(
                                                        "duty.could",
                                                        one.name(),
                                                        terms.unit(one.unit()),
                                                        words.time(one.until(), zone)))))
                        .add(
                                button(
                                        "/act-for?officer=" + one.officer(),
                                        words.say("duty.act-for", one.name())));
            }
        }
    }

    private exeat.web.component.form.Form button(String action, String label) {
        return new FormBuilder(pages.visit(), Posted.NOTHING, Map.of()).to(HERE + action, label);
    }

    private LocalDate today() {
        var zone = Directives.current(office).limits().zone();
        return clock.instant().atZone(zone).toLocalDate();
    }

    private void listed(Sheet sheet, BriefingState briefing) {
        var words = pages.words();
        var duties = briefing.duties().orElse(Duties.NONE);
        sheet.add(new Heading(2, words.say("duty.now"), "now"));
        var cards = new ArrayList<Region>();
        for (var a : duties.absences()) {
            if (!a.over() && !a.until().isBefore(today())) {
                var days = words.say("duty.days", words.day(a.from()), words.day(a.until()));
                cards.add(
                        card(
                                words.say("duty.absence", a.number()),
                                "absence-" + a.number(),
                                List.of(
                                        Row.of(words.say("duty.officer"), a.officer().text()),
                                        Row.of(words.say("duty.when"), days)),
                                "/absence/" + a.number() + "/end",
                                words.say("duty.absence.end")));
            }
        }
        for (var d : duties.delegations()) {
            if (!d.over() && !d.last().isBefore(today())) {
                var days = words.say("duty.days", words.day(d.first()), words.day(d.last()));
                cards.add(
                        card(
                                words.say("duty.delegation", d.number()),
                                "delegation-" + d.number(),
                                List.of(
                                        Row.of(words.say("duty.from"), d.from().text()),
                                        Row.of(words.say("duty.to"), d.to().text()),
                                        Row.of(words.say("duty.when"), days)),
                                "/delegation/" + d.number() + "/end",
                                words.say("duty.delegation.end")));
            }
        }
        if (cards.isEmpty()) {
            sheet.add(new Prose(List.of(words.say("duty.none"))));
        }
        cards.forEach(sheet::add);
    }

    private Region card(String title, String anchor, List<Row> rows, String end, String endLabel) {
        var inner = new ArrayList<RawString>();
        inner.add(Sheet.raw(new Rows(rows)));
        inner.add(Sheet.raw(button(end, endLabel)));
        return new Region(title, anchor, inner);
    }

    private void forms(
            Sheet sheet,
            BriefingState briefing,
            Actor.Officer officer,
            Posted values,
            Map<String, String> wrong) {
        var words = pages.words();
        var away =
                new FormBuilder(pages.visit(), values, wrong)
                        .select("officer", words.say("duty.officer"), "", own(briefing, officer))
                        .date("from", words.say("duty.first"), "")
                        .date("until", words.say("duty.last"), "");
        sheet.add(new Heading(2, words.say("duty.absence.set"), "away"))
                .add(new Prose(List.of(words.say("duty.absence.what"))))
                .add(away.to(HERE + "/absence", words.say("duty.absence.set")));
        var stand =
                new FormBuilder(pages.visit(), values, wrong)
                        .select("whom", words.say("duty.from"), "", own(briefing, officer))
                        .select("to", words.say("duty.to"), "", standIns(briefing, officer))
                        .date("first", words.say("duty.first"), "")
                        .date("last", words.say("duty.last"), "");
        sheet.add(new Heading(2, words.say("duty.delegation.set"), "stand-in"))
                .add(new Prose(List.of(words.say("duty.delegation.what"))))
                .add(stand.to(HERE + "/delegation", words.say("duty.delegation.set")));
        var errors = new ArrayList<>(away.errors());
        errors.addAll(stand.errors());
        sheet.errors(errors);
    }

    /** They themselves, and below a head whoever has acknowledged there. */
    private List<Option> own(BriefingState briefing, Actor.Officer officer) {
        var tree = office.register().tree(Directives.current(office));
        var below =
                briefing.units().entrySet().stream()
                        .filter(unit -> !unit.getKey().equals(officer.unit()))
                        .filter(unit ->
                                exeat.casework.access.Mandate.mayAct(tree, officer.unit(), unit.getKey()))
                        .flatMap(unit -> unit.getValue().officers().stream());
        return Stream.concat(Stream.of(officer.id().text()), below)
                .distinct()
                .map(id -> Option.of(id, id, ""))
                .toList();
    }

    /** Of the same function: the desk says whether they stand near enough. */
    private List<Option> standIns(BriefingState briefing, Actor.Officer officer) {
        var tree = Directives.current(office).authorities();
        return briefing.units().entrySet().stream()
                .filter(unit ->
                        tree.find(unit.getKey())
                                .filter(found -> found.function().equals(officer.function()))
                                .isPresent())
                .flatMap(unit -> unit.getValue().officers().stream())
                .distinct()
                .sorted()
                .map(id -> Option.of(id, id, ""))
                .toList();
    }

    @POST
    @Path("absence")
    public Response absent() {
        var posted = pages.visit().posted();
        var wrong = new LinkedHashMap<String, String>();
        var officer = officer(posted, "officer", wrong);
        var from = date(posted, "from", wrong);
        var until = date(posted, "until", wrong);
        if (posted.isBack() || !wrong.isEmpty()) {
            return show(posted, posted.isBack() ? Map.of() : wrong);
        }
        return act(new BriefingCommand.SetAbsence(id(), officer, from, until), "absence");
    }

    @POST
    @Path("delegation")
    public Response delegate() {
        var posted = pages.visit().posted();
        var wrong = new LinkedHashMap<String, String>();
        var from = officer(posted, "whom", wrong);
        var to = officer(posted, "to", wrong);
        var first = date(posted, "first", wrong);
        var last = date(posted, "last", wrong);
        if (posted.isBack() || !wrong.isEmpty()) {
            return show(posted, posted.isBack() ? Map.of() : wrong);
        }
        return act(new BriefingCommand.Delegate(id(), from, to, first, last), "delegation");
    }

    private OfficerId officer(Posted posted, String field, Map<String, String> wrong) {
        try {
            return new OfficerId(posted.one(field));
        } catch (IllegalArgumentException none) {
            wrong.put(field, pages.words().say("wrong.choose"));
            return new OfficerId("nobody");
        }
    }

    private LocalDate date(Posted posted, String field, Map<String, String> wrong) {
        return posted.date(field)
                .orElseGet(() -> {
                    wrong.put(field, pages.words().say("wrong.date"));
                    return LocalDate.EPOCH;
                });
    }

    @POST
    @Path("{what: absence|delegation}/{n: [0-9]{1,6}}/end")
    public Response end(String what, int n) {
        return act(
                what.equals("absence")
                        ? new BriefingCommand.EndAbsence(id(), n)
                        : new BriefingCommand.EndDelegation(id(), n),
                what + "-end");
    }

    /** Begins to act for somebody, or ends it where nobody is named. */
    @POST
    @Path("act-for")
    public Response actFor() {
        var session = pages.visit().officer();
        var whom =
                pages.visit()
                        .query("officer")
                        .filter(id -> id.matches("[a-z0-9]+([.-][a-z0-9]+)*"))
                        .map(OfficerId::new);
        if (!office.doors().actFor(session, whom)) {
            throw new NotFoundException();
        }
        return replies.onward(HERE, whom.isPresent() ? "act-for" : "own-again");
    }

    private Response act(Command command, String what) {
        var session = pages.visit().officer();
        var reply = office.desk().handle(session, pages.visit().posted().key(), command);
        return replies.answer(reply, HERE, what);
    }
}
