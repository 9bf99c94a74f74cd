package exeat.web.queue;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.state.BriefingState;
import exeat.casework.state.Duties;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** Absences and stand-ins: an officer's own, and for heads also those of officers below. */
@Singleton
@Path("/officer/duty")
@RunOnVirtualThread
public final class DutyPages {

    private static final String HERE = "/officer/duty";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*+");

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final InstantSource clock;

    DutyPages(PageFactory pages, Office office, Replies replies, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.clock = clock;
    }

    @GET
    public Response duty() {
        return show(SubmittedForm.EMPTY, Map.of());
    }

    private Response show(SubmittedForm values, Map<String, String> wrong) {
        var session = pages.request().officer();
        var words = pages.words();
        var sheet = pages.page(words.say("duty.title"));
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
        return new BriefingId(pages.request().directive().ref().id());
    }

    /** The officer for whom this one acts now, and those for whom they could. */
    private void standing(Page sheet, Session session, Actor.Officer officer) {
        var words = pages.words();
        if (officer.duty().absent()) {
            sheet.add(new InsetText(words.say("duty.you-are-away")));
        }
        officer.duty()
                .standsInFor()
                .ifPresent(whom ->
                        sheet.add(new InsetText(words.say("duty.acting", whom)))
                                .add(button("/act-for", words.say("duty.own-again"))));
        var terms = new PackTexts(pages.request().directive(), words);
        for (var one : office.authentication().standIns(session)) {
            if (!officer.duty().standsInFor().equals(Optional.of(one.officer()))) {
                var zone = terms.directive().limits().zone();
                sheet.add(
                                new Paragraphs(
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

    private exeat.web.component.form.HtmlForm button(String action, String label) {
        return new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                .to(HERE + action, label);
    }

    private LocalDate today() {
        var zone = pages.request().directive().limits().zone();
        return clock.instant().atZone(zone).toLocalDate();
    }

    private void listed(Page sheet, BriefingState briefing) {
        var words = pages.words();
        var duties = briefing.duties().orElse(Duties.NONE);
        sheet.add(new Heading(2, words.say("duty.now"), "now"));
        var cards = new ArrayList<Section>();
        for (var a : duties.absences()) {
            if (!a.over() && !a.until().isBefore(today())) {
                var days = words.say("duty.days", words.day(a.from()), words.day(a.until()));
                cards.add(
                        card(
                                words.say("duty.absence", a.number()),
                                "absence-" + a.number(),
                                List.of(
                                        SummaryRow.of(
                                                words.say("duty.officer"), a.officer().text()),
                                        SummaryRow.of(words.say("duty.when"), days)),
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
                                        SummaryRow.of(words.say("duty.from"), d.from().text()),
                                        SummaryRow.of(words.say("duty.to"), d.to().text()),
                                        SummaryRow.of(words.say("duty.when"), days)),
                                "/delegation/" + d.number() + "/end",
                                words.say("duty.delegation.end")));
            }
        }
        if (cards.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("duty.none"))));
        }
        cards.forEach(sheet::add);
    }

    private Section card(
            String title, String anchor, List<SummaryRow> rows, String end, String endLabel) {
        var inner = new ArrayList<RawString>();
        inner.add(Page.raw(new SummaryList(rows)));
        inner.add(Page.raw(button(end, endLabel)));
        return new Section(title, anchor, inner);
    }

    private void forms(
            Page sheet,
            BriefingState briefing,
            Actor.Officer officer,
            SubmittedForm values,
            Map<String, String> wrong) {
        var words = pages.words();
        var away =
                new FormBuilder(pages.request(), values, wrong)
                        .select("officer", words.say("duty.officer"), "", own(briefing, officer))
                        .date("from", words.say("duty.first"), "")
                        .date("until", words.say("duty.last"), "");
        sheet.add(new Heading(2, words.say("duty.absence.set"), "away"))
                .add(new Paragraphs(List.of(words.say("duty.absence.what"))))
                .add(away.to(HERE + "/absence", words.say("duty.absence.set")));
        var stand =
                new FormBuilder(pages.request(), values, wrong)
                        .select("whom", words.say("duty.from"), "", own(briefing, officer))
                        .select("to", words.say("duty.to"), "", standIns(briefing, officer))
                        .date("first", words.say("duty.first"), "")
                        .date("last", words.say("duty.last"), "");
        sheet.add(new Heading(2, words.say("duty.delegation.set"), "stand-in"))
                .add(new Paragraphs(List.of(words.say("duty.delegation.what"))))
                .add(stand.to(HERE + "/delegation", words.say("duty.delegation.set")));
        var errors = new ArrayList<>(away.errors());
        errors.addAll(stand.errors());
        sheet.errors(errors);
    }

    /** The officer, and for a head every officer below who has acknowledged. */
    private List<ChoiceOption> own(BriefingState briefing, Actor.Officer officer) {
        var tree = office.register().tree(pages.request().directive());
        var below =
                briefing.units().entrySet().stream()
                        .filter(unit -> !unit.getKey().equals(officer.unit()))
                        .filter(unit ->
                                exeat.casework.access.Mandate.mayAct(
                                        tree, officer.unit(), unit.getKey()))
                        .flatMap(unit -> unit.getValue().officers().stream());
        return named(Stream.concat(Stream.of(officer.id().text()), below), officer);
    }

    /** Officers of the same function; the desk decides whether their unit is near enough. */
    private List<ChoiceOption> standIns(BriefingState briefing, Actor.Officer officer) {
        var tree = pages.request().directive().authorities();
        var officers =
                briefing.units().entrySet().stream()
                        .filter(unit ->
                                tree.find(unit.getKey())
                                        .filter(found ->
                                                found.function().equals(officer.function()))
                                        .isPresent())
                        .flatMap(unit -> unit.getValue().officers().stream());
        // Nobody stands in for somebody because they come first in a list.
        var nobody = ChoiceOption.of("", pages.words().say("ask.choose"), " ");
        return Stream.concat(Stream.of(nobody), named(officers.sorted(), officer).stream())
                .toList();
    }

    /** Names for colleagues of the same unit; only ids for all others. */
    private List<ChoiceOption> named(Stream<String> officers, Actor.Officer officer) {
        var names = office.officerAccounts().names(officer.unit());
        return officers.distinct()
                .map(id ->
                        ChoiceOption.of(
                                id, names.containsKey(id) ? names.get(id) + ", " + id : id, ""))
                .toList();
    }

    @POST
    @Path("absence")
    public Response absent() {
        var posted = pages.request().form();
        var wrong = new LinkedHashMap<String, String>();
        var officer = officer(posted, "officer", wrong);
        var from = date(posted, "from", wrong);
        var until = date(posted, "until", wrong);
        if (posted.isRestored() || !wrong.isEmpty()) {
            return show(posted, posted.isRestored() ? Map.of() : wrong);
        }
        return act(new BriefingCommand.SetAbsence(id(), officer, from, until), "absence");
    }

    @POST
    @Path("delegation")
    public Response delegate() {
        var posted = pages.request().form();
        var wrong = new LinkedHashMap<String, String>();
        var from = officer(posted, "whom", wrong);
        var to = officer(posted, "to", wrong);
        var first = date(posted, "first", wrong);
        var last = date(posted, "last", wrong);
        if (posted.isRestored() || !wrong.isEmpty()) {
            return show(posted, posted.isRestored() ? Map.of() : wrong);
        }
        return act(new BriefingCommand.Delegate(id(), from, to, first, last), "delegation");
    }

    private OfficerId officer(SubmittedForm posted, String field, Map<String, String> wrong) {
        try {
            return new OfficerId(posted.value(field));
        } catch (IllegalArgumentException none) {
            wrong.put(field, pages.words().say("wrong.choose"));
            return new OfficerId("nobody");
        }
    }

    private LocalDate date(SubmittedForm posted, String field, Map<String, String> wrong) {
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

    /** Starts acting for somebody, or stops if nobody is named. */
    @POST
    @Path("act-for")
    public Response actFor(@RestQuery @DefaultValue("") String officer) {
        var session = pages.request().officer();
        if (!officer.isEmpty() && !ID.matcher(officer).matches()) {
            throw new NotFoundException();
        }
        var whom = Optional.of(officer).filter(id -> !id.isEmpty()).map(OfficerId::new);
        if (!office.authentication().actFor(session, whom)) {
            throw new NotFoundException();
        }
        return replies.onward(HERE, whom.isPresent() ? "act-for" : "own-again");
    }

    private Response act(Command command, String what) {
        var session = pages.request().officer();
        var reply = office.desk().handle(session, pages.request().form().key(), command);
        return replies.answer(reply, HERE, what);
    }
}
