package exeat.web.kit;

import exeat.casework.command.Rejection;
import exeat.desk.limit.Budgets;
import exeat.desk.limit.OverBudgetException;
import exeat.desk.write.Reply;
import exeat.http.FloodGuard;
import exeat.web.component.Button;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.FormField;
import exeat.web.component.form.Textarea;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns the desk's reply into a page or a redirect. */
@Singleton
public final class Replies {

    /** The fields in which people write free text. */
    private static final List<String> TEXTS = List.of("evidence", "reason", "grounds", "reference");

    private final PageFactory pages;

    Replies(PageFactory pages) {
        this.pages = pages;
    }

    /** Redirects with a confirmation if it is done; otherwise explains why not. */
    public Response answer(Reply reply, String onward, String what) {
        return reply instanceof Reply.Done ? onward(onward, what) : refused(reply, onward);
    }

    /** It is done: redirects to the page of the case, with a confirmation. */
    public Response onward(String onward, String what) {
        var done = (onward.contains("?") ? "&" : "?") + "done=" + what;
        return Response.seeOther(URI.create(onward + done)).build();
    }

    /**
     * Somebody was faster, or another case is next: links to what happened, and shows what was
     * typed.
     */
    public Response movedOn(String back, SubmittedForm posted) {
        var words = pages.words();
        var sheet =
                pages.page(words.say("moved.title"))
                        .back(back)
                        .add(
                                new Paragraphs(
                                        List.of(
                                                words.say("moved.text"),
                                                words.say("rejection.nothing"))));
        var typed = TEXTS.stream().map(posted::value).filter(text -> !text.isEmpty()).toList();
        if (!typed.isEmpty()) {
            sheet.add(new SummaryList(List.of(SummaryRow.of(words.say("moved.typed"), typed))));
        }
        return sheet.add(new Button(words.say("moved.see"), back + "#history", false)).status(409);
    }

    /** Explains why nothing was done. */
    public Response refused(Reply reply, String back) {
        return switch (reply) {
            case Reply.Done done -> Response.seeOther(URI.create(back)).build();
            case Reply.Rejected(var rejection) -> rejected(rejection, back);
            case Reply.KeyReused reused -> sheet("rejection.KEY_REUSED", back).status(422);
            case Reply.Busy(var after) -> later(503, after, back);
            case Reply.OutcomeUnknown(var after) -> later(504, after, back);
        };
    }

    /**
     * The address or the session made too many requests: says when to try again, and keeps what was
     * typed. An applicant may instead type a code from a counter.
     */
    Response overBudget(OverBudgetException over) {
        var words = pages.words();
        var minutes = Math.max(1, over.after().plusSeconds(59).toMinutes());
        var sheet =
                pages.page(words.say("fault.429.title"))
                        .add(new Paragraphs(List.of(words.say("fault.429.text", minutes))));
        if (over.use() == Budgets.Use.CLAIM) {
            sheet.add(new Paragraphs(List.of(words.say("protection.anywhere"))));
        }
        if (pages.request().form().fields().isEmpty()) {
            sheet.add(new LinkList(List.of(new Link(words.say("fault.start"), "/"))));
        } else {
            var form = again(Set.of(RequestContext.COUNTER_CODE));
            if (over.use() == Budgets.Use.FILING) {
                sheet.add(new Paragraphs(List.of(words.say("fault.429.filing"))));
                form.add(new LinkList(List.of(new Link(words.say("offices.link"), "/offices"))));
                form.text(
                        RequestContext.COUNTER_CODE,
                        words.say("fault.429.code"),
                        words.say("fault.429.code.hint"));
            }
            sheet.add(form.to(pages.request().path(), words.say("fault.503.again")));
        }
        return Response.fromResponse(sheet.status(429))
                .header("Retry-After", FloodGuard.seconds(over.after()))
                .build();
    }

    /**
     * A form to send again: its key stays the same, so that it acts once.
     *
     * @param without the fields that are asked for again
     */
    private FormBuilder again(Set<String> without) {
        var visit = pages.request();
        var posted = visit.form();
        var form = new FormBuilder(visit, SubmittedForm.EMPTY, Map.of()).key(posted.key());
        SavedForm.replayable(posted)
                .forEach((name, values) -> {
                    if (!without.contains(name)) {
                        values.forEach(v -> form.hidden(name, v));
                    }
                });
        return form;
    }

    /**
     * Answers a text that is too long. Nothing was done; the form shows the whole text, to be
     * shortened and sent again.
     */
    Response tooLong() {
        var words = pages.words();
        var visit = pages.request();
        var typed = visit.form().tooLong();
        var form = again(typed.keySet());
        var wrong = new TreeMap<String, String>();
        typed.forEach((name, text) -> {
            var why = words.say("wrong.long", SubmittedForm.MAX_CHARACTERS, text.length());
            wrong.put(name, why);
            var label = words.say("wrong.long.label");
            form.add(new Textarea(new FormField(name, label, "", text, why, false), 15));
        });
        return pages.page(words.say("wrong.long.title"))
                .add(new Paragraphs(List.of(words.say("wrong.long.what"))))
                .add(form.to(visit.path(), words.say("wrong.long.button")))
                .errors(wrong)
                .ok();
    }

    /**
     * Answers if nothing was done (503) or nobody knows (504), with the form to be sent again.
     *
     * @param after when to send it
     */
    private Response later(int status, Duration after, String back) {
        var words = pages.words();
        var visit = pages.request();
        var fault = "fault." + status;
        var page =
                pages.page(words.say(fault + ".title"))
                        .back(back)
                        .add(new Paragraphs(List.of(words.say(fault + ".text"))))
                        .add(
                                again(Set.of(RequestContext.COUNTER_CODE))
                                        .to(visit.path(), words.say(fault + ".again")))
                        .status(status);
        return Response.fromResponse(page)
                .header("Retry-After", Math.max(1, after.toSeconds()))
                .build();
    }

    private Response rejected(Rejection rejection, String back) {
        var sheet = told(pages.words().why(rejection, pages.request().isOfficer()), back);
        if (!rejection.about().isEmpty() && pages.request().isOfficer()) {
            sheet.add(new InsetText(pages.words().say("rejection.about", rejection.about())));
        }
        return sheet.status(422);
    }

    private Page sheet(String key, String back) {
        return told(pages.words().say(key), back);
    }

    private Page told(String why, String back) {
        var words = pages.words();
        return pages.page(words.say("rejection.title"))
                .add(new Paragraphs(List.of(why, words.say("rejection.nothing"))))
                .add(new LinkList(List.of(new Link(words.say("rejection.back"), back))));
    }
}
