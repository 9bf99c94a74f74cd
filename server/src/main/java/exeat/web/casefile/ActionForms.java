package exeat.web.casefile;

import exeat.casework.command.Rejection;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.desk.queue.WorkQueue;
import exeat.desk.write.Reply;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Shows the page of an action, and performs it. */
@Singleton
public final class ActionForms {

    private static final int MAX_ATTEMPTS = 5;

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final RecentReplies lately;

    ActionForms(PageFactory pages, Office office, Replies replies, RecentReplies lately) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.lately = lately;
    }

    /**
     * An action as named in the address.
     *
     * @param back the page of the case
     * @param no the traveller's address under it
     */
    public record Place(
            String back, String no, TravellerNo traveller, String name, String target) {}

    /** A case as its reader sees it now, and the reader's actions on one traveller. */
    public record Offer(CaseView view, PackTexts terms, CaseActions actions) {}

    private Optional<CaseAction> find(Offer offer, Place place) {
        var kind = CaseActionKind.at(place.name()).orElseThrow(NotFoundException::new);
        return offer.actions().find(kind, place.target());
    }

    /** The cases that the action would jump ahead of; empty if it is in turn. */
    private Optional<WorkQueue.OutOfTurn> turn(CaseAction deed, Session session) {
        return deed.kind().isInTurn()
                ? office.workQueue().itemsAhead(session, deed.command().apply(SubmittedForm.EMPTY))
                : Optional.empty();
    }

    public Response show(Offer offer, Place place, Session session) {
        return find(offer, place)
                .map(deed -> {
                    var filled = new Filled(SubmittedForm.EMPTY, Map.of(), turn(deed, session));
                    return form(deed, place, offer.view().version(), filled).ok();
                })
                .orElseGet(() -> replies.movedOn(place.back(), SubmittedForm.EMPTY));
    }

    /** The content of a form: what was typed, its errors, and whether it is out of turn. */
    private record Filled(
            SubmittedForm values, Map<String, String> wrong, Optional<WorkQueue.OutOfTurn> turn) {}

    /**
     * Performs the action. If it is no longer possible, this form or somebody else has already done
     * it. If the traveller has changed since the form was made, the changes are shown first.
     */
    public Response act(Supplier<Offer> now, Place place, Session session) {
        var posted = pages.request().form();
        var seen = posted.seen();
        for (int attempt = 1; ; attempt++) {
            var offer = now.get();
            var deed = find(offer, place);
            if (deed.isEmpty()) {
                return lately.isDone(session, posted.key())
                        ? replies.onward(place.back(), place.name())
                        : replies.movedOn(place.back(), posted);
            }
            var filled = filled(deed.get(), posted, session);
            if (posted.isRestored() || !filled.wrong().isEmpty()) {
                return form(deed.get(), place, offer.view().version(), filled).ok();
            }
            var reply = ask(deed.get(), posted, session, seen);
            if (!isChanged(reply) || attempt == MAX_ATTEMPTS) {
                return replies.answer(reply, place.back(), place.name());
            }
            var fresh = now.get();
            var news = news(session, fresh, place.traveller(), seen.orElse(0));
            if (!news.isEmpty()) {
                return changed(fresh, place, posted, news, session);
            }
            // The events concern other travellers, or this reader may not see them: nothing changes
            // here.
            seen = OptionalLong.of(fresh.view().version());
        }
    }

    private Filled filled(CaseAction deed, SubmittedForm posted, Session session) {
        var turn = turn(deed, session);
        var wrong = new LinkedHashMap<String, String>();
        if (!posted.isRestored()) {
            wrong.putAll(deed.wrong().apply(posted));
            turn.ifPresent(_ -> wrong.putAll(OutOfOrderForm.wrong(posted, pages.words())));
        }
        return new Filled(posted, wrong, turn);
    }

    private Reply ask(CaseAction deed, SubmittedForm posted, Session session, OptionalLong seen) {
        var command = deed.command().apply(posted);
        var key = posted.key();
        var why = OutOfOrderForm.reason(posted);
        var looked = deed.kind().isUnhindered() ? OptionalLong.empty() : seen;
        return lately.handle(
                session, key, () -> office.workQueue().handle(session, key, command, why, looked));
    }

    private static boolean isChanged(Reply reply) {
        return reply instanceof Reply.Rejected(var why) && why.code() == Rejection.Code.CHANGED;
    }

    private List<RecordedEvent> news(Session session, Offer now, TravellerNo no, long seen) {
        return office.cases().history(session, now.view().seen().id()).stream()
                .filter(step -> step.sequence() > seen)
                .filter(step ->
                        !(step.event() instanceof TravellerEvent about)
                                || about.traveller().equals(no))
                .toList();
    }

    /**
     * The changes in the meantime, and the form with what was typed, to send again if still wanted.
     */
    private Response changed(
            Offer now,
            Place place,
            SubmittedForm posted,
            List<RecordedEvent> news,
            Session session) {
        var deed = find(now, place);
        if (deed.isEmpty()) {
            return replies.movedOn(place.back(), posted);
        }
        var words = pages.words();
        var version = now.view().version();
        var filled =
                new Filled(posted.without(SubmittedForm.SEEN), Map.of(), turn(deed.get(), session));
        var sheet = form(deed.get(), place, version, filled);
        sheet.prepend(
                new WarningText(words.say("warning"), words.say("changed.title")),
                new Timeline(now.terms(), words).steps(news),
                new Paragraphs(List.of(words.say("changed.still"))));
        return sheet.status(409);
    }

    private Page form(CaseAction deed, Place place, long version, Filled filled) {
        var form = new FormBuilder(pages.request(), filled.values(), filled.wrong()).seen(version);
        deed.fields().accept(form);
        filled.turn().ifPresent(out -> OutOfOrderForm.ask(form, out, pages.words()));
        var action = deed.address(place.no());
        var button = deed.kind().button(pages.words());
        var headed = form.hasHeadline() ? pages.question(deed.title()) : pages.page(deed.title());
        return headed.back(place.back())
                .add(new Paragraphs(deed.told()))
                .add(deed.kind().isGrave() ? form.ending(action, button) : form.to(action, button))
                .errors(form.errors());
    }
}
