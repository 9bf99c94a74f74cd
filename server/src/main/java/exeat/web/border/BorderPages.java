package exeat.web.border;

import exeat.casework.access.Disclosure.AtBorder;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.desk.projection.QueueName;
import exeat.desk.write.Reply;
import exeat.http.PathNumbers;
import exeat.web.casefile.ActNotes;
import exeat.web.casefile.ActOutcome;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.Replies;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finding a paper, recording a part of a crossing, stopping and lifting a stop. */
@Singleton
@Path("/border")
@RunOnVirtualThread
public final class BorderPages {

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final ActNotes notes;
    private final ActOutcome outcome;

    BorderPages(
            PageFactory pages, Office office, Replies replies, ActNotes notes, ActOutcome outcome) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.notes = notes;
        this.outcome = outcome;
    }

    @GET
    public Response find() {
        return form(SubmittedForm.EMPTY, Map.of());
    }

    private Response form(SubmittedForm values, Map<String, String> wrong) {
        var session = pages.request().officer();
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), values, wrong)
                        .text("paper", words.say("paper.number"), words.say("border.hint"));
        var sheet = pages.page(words.say("border.title"));
        outcome.said(sheet, session);
        return sheet.add(form.to("/border", words.say("border.find")))
                .add(claim("/protection"))
                .errors(form.errors())
                .ok();
    }

    /** The number is sent in a form, never in an address, and leads to the case's random id. */
    @POST
    public Response found() {
        var session = pages.request().officer();
        var typed = pages.request().form().value("paper");
        return ReferenceCodes.readPaper(typed)
                .flatMap(number ->
                        office.cases()
                                .byPaper(session, number)
                                .flatMap(view -> address(view, number)))
                .map(to -> Response.seeOther(URI.create(to)).build())
                .orElseGet(() ->
                        form(
                                pages.request().form(),
                                Map.of(
                                        "paper",
                                        pages.words()
                                                .say(
                                                        typed.isBlank()
                                                                ? "border.empty"
                                                                : "border.unknown"))));
    }

    private static Optional<String> address(CaseView view, String number) {
        return view.seen().travellers().entrySet().stream()
                .filter(entry ->
                        entry.getValue() instanceof AtBorder border
                                && border.paper()
                                        .filter(p -> p.number().equals(number))
                                        .isPresent())
                .map(entry -> "/border/" + view.seen().id().value() + "/" + entry.getKey())
                .findFirst();
    }

    @GET
    @Path("{id}/{no}")
    public Response show(UUID id, int no) {
        var session = pages.request().officer();
        var view = office.cases().find(session, new CaseId(id));
        return view.flatMap(seen -> border(seen, no)).isEmpty()
                ? outcome.gone(session)
                : show(id, no, Map.of()).ok();
    }

    private Page show(UUID id, int no, Map<String, String> wrong) {
        var session = pages.request().officer();
        var view = office.cases().find(session, new CaseId(id)).orElseThrow(NotFoundException::new);
        var border = border(view, no).orElseThrow(NotFoundException::new);
        var words = pages.words();
        var sheet = pages.page(words.say("border.traveller")).back("/border");
        outcome.said(sheet, session);
        sheet.add(new SummaryList(rows(border)));
        var base = "/border/" + id + "/" + no + "/";
        var visit = pages.request();
        if (border.stop().isPresent()) {
            var stop = border.stop().get();
            sheet.add(
                    new WarningText(
                            words.say("warning"), words.say("border.stopped", stop.owner())));
            reasoned(sheet, base + "lift", "lift", wrong, view.version());
        } else {
            sheet.add(
                    new FormBuilder(visit, SubmittedForm.EMPTY, Map.of())
                            .seen(view.version())
                            .to(
                                    base + direction(border).name().toLowerCase(Locale.ROOT),
                                    words.say("border." + direction(border))));
            sheet.add(new Paragraphs(List.of(words.say("border.stop.what"))));
            reasoned(sheet, base + "stop", "stop", wrong, view.version());
        }
        return sheet.add(claim(CaseAddress.of(view.seen().id()) + "/" + no + "/protect"))
                .add(WordHelp.of(words, Term.AUTHORISATION, Term.REVOKED, Term.SUSPENDED));
    }

    /** A person who asks an officer for protection is heard, whatever else the page is about. */
    private LinkList claim(String to) {
        return new LinkList(List.of(new Link(pages.words().say("border.claim"), to)));
    }

    /** A person who has left can only come back. */
    private static CrossingDirection direction(AtBorder border) {
        return switch (border.stage()) {
            case DEPARTED -> CrossingDirection.RETURN;
            case UNCONFIRMED,
                    UNANSWERED,
                    REFERRED,
                    APPROVED,
                    SET_ASIDE,
                    AUTHORISED,
                    REVOKED,
                    REFUSED,
                    WITHDRAWN,
                    CLOSED ->
                    CrossingDirection.DEPARTURE;
        };
    }

    private void reasoned(
            Page sheet, String to, String what, Map<String, String> wrong, long version) {
        var words = pages.words();
        var typed = pages.request().form().without(SubmittedForm.SEEN);
        var form =
                new FormBuilder(pages.request(), typed, wrong)
                        .seen(version)
                        .area(
                                "reason",
                                words.say("border." + what + ".reason"),
                                words.say("action.reason.hint"));
        var button = words.say("border." + what);
        sheet.add(what.equals("stop") ? form.ending(to, button) : form.to(to, button))
                .errors(form.errors());
    }

    private List<SummaryRow> rows(AtBorder border) {
        var words = pages.words();
        var terms = PackTexts.forOfficers(pages.request().directive(), words);
        var rows = new ArrayList<SummaryRow>();
        rows.add(
                new SummaryRow(
                        words.say("case.name"),
                        border.names().stream().map(PackTexts::name).toList(),
                        List.of()));
        rows.add(SummaryRow.of(words.say("case.born"), words.born(border.birthDate())));
        border.paper()
                .ifPresent(paper -> {
                    rows.add(SummaryRow.of(words.say("paper.number"), paper.number()));
                    rows.add(
                            SummaryRow.of(
                                    words.say("paper.valid"),
                                    words.say("paper.until", words.day(paper.until()))));
                    rows.add(
                            SummaryRow.of(
                                    words.say("border.reentry"),
                                    words.say(paper.reentry() ? "yes" : "no")));
                });
        for (var part : border.parts()) {
            rows.add(
                    SummaryRow.of(
                            words.say(
                                    "border.part." + part.direction(),
                                    terms.function(part.function())),
                            terms.unit(part.post())
                                    + " · "
                                    + words.time(
                                            part.at(), terms.directive().vocabulary().zone())));
        }
        return rows;
    }

    @POST
    @Path("{id}/{no}/{what}")
    public Response act(UUID id, int no, String what) {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var reason = posted.value("reason");
        var caseId = new CaseId(id);
        var number = PathNumbers.traveller(no);
        boolean reasoned = what.equals("stop") || what.equals("lift");
        if (reasoned && posted.isRestored()) {
            return show(id, no, Map.of()).ok();
        }
        if (reasoned && reason.isEmpty()) {
            return show(id, no, Map.of("reason", pages.words().say("wrong.empty"))).ok();
        }
        Command command =
                switch (what) {
                    case "departure" ->
                            new TravellerCommand.RecordCrossing(
                                    caseId, number, CrossingDirection.DEPARTURE);
                    case "return" ->
                            new TravellerCommand.RecordCrossing(
                                    caseId, number, CrossingDirection.RETURN);
                    case "stop" -> new TravellerCommand.StopAtBorder(caseId, number, reason);
                    case "lift" -> new TravellerCommand.LiftStop(caseId, number, reason);
                    default -> throw new NotFoundException();
                };
        // Once both parts are recorded the post can no longer see the person.
        var before = office.cases().find(session, caseId);
        var reply = office.desk().handle(session, posted.key(), command, posted.seen());
        if (reply instanceof Reply.Rejected(var why) && why.code() == Rejection.Code.CHANGED) {
            // The page shows the current state; an officer who still wants to act sends the form
            // again.
            var words = pages.words();
            return show(id, no, Map.of())
                    .prepend(new WarningText(words.say("warning"), words.say("changed.title")))
                    .status(409);
        }
        boolean crossing = command instanceof TravellerCommand.RecordCrossing;
        var onward = crossing ? "/border" : "/border/" + id + "/" + no;
        if (reply instanceof Reply.Done) {
            before.ifPresent(view -> remember(session, view, number, what));
        }
        return replies.answer(reply, onward, "border-" + what);
    }

    private void remember(Session session, CaseView view, TravellerNo no, String what) {
        var paper = border(view, no.number()).flatMap(AtBorder::paper);
        notes.done(
                session,
                new ActNotes.Note(
                        view.seen().id(),
                        "border-" + what,
                        pages.words().say("border.did." + what),
                        paper.map(TravellerState.Paper::number).orElse(""),
                        ActOutcome.name(view.seen(), no),
                        QueueName.WORK));
    }

    private static Optional<AtBorder> border(CaseView view, int no) {
        return Optional.ofNullable(view.seen().travellers().get(PathNumbers.traveller(no)))
                .filter(AtBorder.class::isInstance)
                .map(AtBorder.class::cast);
    }
}
