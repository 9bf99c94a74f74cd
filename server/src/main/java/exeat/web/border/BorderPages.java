package exeat.web.border;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.AtBorder;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.cases.CaseView;
import exeat.desk.write.Reply;
import exeat.web.component.NotificationBanner;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
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

    BorderPages(PageFactory pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response find() {
        return form(SubmittedForm.EMPTY, Map.of());
    }

    private Response form(SubmittedForm values, Map<String, String> wrong) {
        pages.request().officer();
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), values, wrong)
                        .text("paper", words.say("paper.number"), words.say("border.hint"));
        var sheet = pages.page(words.say("border.title"));
        pages.request()
                .query("done")
                .filter(done -> words.has("done." + done))
                .ifPresent(done ->
                        sheet.add(
                                new NotificationBanner(
                                        words.say("done"), words.say("done." + done))));
        return sheet.add(form.to("/border", words.say("border.find"))).errors(form.errors()).ok();
    }

    /** The number is sent in a form, never in an address, and leads to the case's random id. */
    @POST
    public Response found() {
        var session = pages.request().officer();
        var number = pages.request().form().value("paper").toUpperCase(Locale.ROOT);
        return office.cases()
                .byPaper(session, number)
                .flatMap(view -> address(view, number))
                .map(to -> Response.seeOther(URI.create(to)).build())
                .orElseGet(() ->
                        form(
                                pages.request().form(),
                                Map.of("paper", pages.words().say("border.unknown"))));
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
        return show(id, no, Map.of()).ok();
    }

    private Page show(UUID id, int no, Map<String, String> wrong) {
        var view = view(id);
        var border = border(view, no);
        var words = pages.words();
        var sheet = pages.page(words.say("border.traveller")).back("/border");
        pages.request()
                .query("done")
                .filter(done -> words.has("done." + done))
                .ifPresent(done ->
                        sheet.add(
                                new NotificationBanner(
                                        words.say("done"), words.say("done." + done))));
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
        return sheet;
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
                                words.say("deed.reason.hint"));
        var button = words.say("border." + what);
        sheet.add(what.equals("stop") ? form.ending(to, button) : form.to(to, button))
                .errors(form.errors());
    }

    private List<SummaryRow> rows(AtBorder border) {
        var words = pages.words();
        var terms = new PackTexts(exeat.web.kit.CurrentDirective.current(office), words);
        var rows = new ArrayList<SummaryRow>();
        rows.add(
                new SummaryRow(
                        words.say("case.name"),
                        border.names().stream().map(PackTexts::name).toList(),
                        List.of()));
        rows.add(SummaryRow.of(words.say("case.born"), words.day(border.birthDate())));
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
        var number = new TravellerNo(no);
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
        var reply = office.desk().handle(session, posted.key(), command, posted.seen());
        if (reply instanceof Reply.Rejected(var why) && why.code() == Rejection.Code.CHANGED) {
            // The page shows the current state; an officer who still wants to act sends the form
            // again.
            var words = pages.words();
            return show(id, no, Map.of())
                    .prepend(new WarningText(words.say("warning"), words.say("changed.title")))
                    .status(409);
        }
        // Once both parts are recorded the post can no longer see the person, so there is no page
        // to return to.
        boolean crossing = command instanceof TravellerCommand.RecordCrossing;
        var onward = crossing ? "/border" : "/border/" + id + "/" + no;
        return replies.answer(reply, onward, "border-" + what);
    }

    private CaseView view(UUID id) {
        return office.cases()
                .find(pages.request().officer(), new CaseId(id))
                .orElseThrow(NotFoundException::new);
    }

    private static AtBorder border(CaseView view, int no) {
        return Optional.ofNullable(view.seen().travellers().get(new TravellerNo(no)))
                .filter(seen -> seen instanceof Disclosure.AtBorder)
                .map(seen -> (AtBorder) seen)
                .orElseThrow(NotFoundException::new);
    }
}
