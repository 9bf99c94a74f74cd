package exeat.web;

import exeat.casework.Command;
import exeat.casework.Event;
import exeat.casework.Rejection;
import exeat.casework.TravellerNo;
import exeat.desk.CaseView;
import exeat.desk.Office;
import exeat.desk.Reply;
import exeat.desk.Session;
import exeat.web.part.Prose;
import exeat.web.part.Warning;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A deed's page, and doing it. */
@Singleton
final class DeedForms {

    private static final int MOST_ATTEMPTS = 5;

    private final Pages pages;
    private final Office office;
    private final Replies replies;
    private final Lately lately;

    DeedForms(Pages pages, Office office, Replies replies, Lately lately) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.lately = lately;
    }

    /**
     * A deed as its address names it.
     *
     * @param back the page of the case
     * @param no the traveller's address under it
     */
    record Place(String back, String no, TravellerNo traveller, String name, String target) {}

    /** A case as its reader sees it now, and what they can do to one traveller. */
    record Offer(CaseView view, Terms terms, List<Deed> deeds) {
        Offer {
            deeds = List.copyOf(deeds);
        }
    }

    private Optional<Deed> find(Offer offer, Place place) {
        if (!pages.words().has("deed.button." + place.name())) {
            throw new NotFoundException();
        }
        return offer.deeds().stream()
                .filter(deed -> deed.is(place.name(), place.target()))
                .findFirst();
    }

    Response show(Offer offer, Place place) {
        return find(offer, place)
                .map(deed ->
                        form(deed, place, offer.view().version(), Posted.NOTHING, Map.of()).ok())
                .orElseGet(() -> replies.movedOn(place.back(), Posted.NOTHING));
    }

    /**
     * Does it. What can no longer be done was done by this very form, or by somebody else; and what
     * happened to this traveller since the form was made is shown before anything is done.
     */
    Response act(Supplier<Offer> now, Place place, Session session) {
        var posted = pages.visit().posted();
        var seen = posted.seen();
        for (int attempt = 1; ; attempt++) {
            var offer = now.get();
            var deed = find(offer, place);
            if (deed.isEmpty()) {
                return lately.isDone(session, posted.key())
                        ? replies.onward(place.back(), place.name())
                        : replies.movedOn(place.back(), posted);
            }
            var wrong =
                    posted.isBack() ? Map.<String, String>of() : deed.get().wrong().apply(posted);
            if (posted.isBack() || !wrong.isEmpty()) {
                return form(deed.get(), place, offer.view().version(), posted, wrong).ok();
            }
            var reply = ask(deed.get(), posted, session, seen);
            if (!isChanged(reply) || attempt == MOST_ATTEMPTS) {
                return replies.answer(reply, place.back(), place.name());
            }
            var fresh = now.get();
            var news = news(session, fresh, place.traveller(), seen.orElse(0));
            if (!news.isEmpty()) {
                return changed(fresh, place, posted, news);
            }
            // What happened is about others, or not for these eyes: it changes nothing here.
            seen = OptionalLong.of(fresh.view().version());
        }
    }

    private Reply ask(Deed deed, Posted posted, Session session, OptionalLong seen) {
        var command = deed.command().apply(posted);
        var key = posted.key();
        var looked = isOnesOwn(command) ? OptionalLong.empty() : seen;
        return lately.ask(session, key, () -> office.desk().handle(session, key, command, looked));
    }

    /** What nobody else's step can hinder: to leave, to claim protection, to end the claim. */
    private static boolean isOnesOwn(Command command) {
        return command instanceof Command.Withdraw
                || command instanceof Command.ClaimProtection
                || command instanceof Command.EndProtectionClaim;
    }

    private static boolean isChanged(Reply reply) {
        return reply instanceof Reply.Rejected(var why) && why.code() == Rejection.Code.CHANGED;
    }

    private List<Event.Recorded> news(Session session, Offer now, TravellerNo no, long seen) {
        return office.cases().history(session, now.view().seen().id()).stream()
                .filter(step -> step.sequence() > seen)
                .filter(step ->
                        !(step.event() instanceof Event.TravellerEvent about)
                                || about.traveller().equals(no))
                .toList();
    }

    /** What happened meanwhile, and the form with what was typed, to be sent again or not. */
    private Response changed(Offer now, Place place, Posted posted, List<Event.Recorded> news) {
        var deed = find(now, place);
        if (deed.isEmpty()) {
            return replies.movedOn(place.back(), posted);
        }
        var words = pages.words();
        var version = now.view().version();
        var sheet = form(deed.get(), place, version, posted.without(Posted.SEEN), Map.of());
        sheet.first(
                new Warning(words.say("warning"), words.say("changed.title")),
                new Timeline(now.terms(), words).steps(news),
                new Prose(List.of(words.say("changed.still"))));
        return sheet.status(409);
    }

    private Sheet form(
            Deed deed, Place place, long version, Posted values, Map<String, String> wrong) {
        var form = new FormBuilder(pages.visit(), values, wrong).seen(version);
        deed.fields().accept(form);
        var action = deed.address(place.no());
        var button = pages.words().say("deed.button." + deed.name());
        var headed = form.hasHeadline() ? pages.question(deed.title()) : pages.sheet(deed.title());
        return headed.back(place.back())
                .add(new Prose(deed.told()))
                .add(deed.grave() ? form.ending(action, button) : form.to(action, button))
                .errors(form.errors());
    }
}
