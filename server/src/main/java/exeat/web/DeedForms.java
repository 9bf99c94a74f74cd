package exeat.web;

import exeat.desk.Office;
import exeat.desk.Session;
import exeat.web.part.Prose;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A deed's page, and doing it. */
@Singleton
final class DeedForms {

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
    record Place(String back, String no, String name, String target) {}

    private Optional<Deed> find(List<Deed> deeds, Place place) {
        if (!pages.words().has("deed.button." + place.name())) {
            throw new NotFoundException();
        }
        return deeds.stream().filter(deed -> deed.is(place.name(), place.target())).findFirst();
    }

    Response show(List<Deed> deeds, Place place) {
        return find(deeds, place)
                .map(deed -> form(deed, place, Posted.NOTHING, Map.of()))
                .orElseGet(() -> replies.movedOn(place.back(), Posted.NOTHING));
    }

    /** Does it. What can no longer be done was done by this very form, or by somebody else. */
    Response act(List<Deed> deeds, Place place, Session session) {
        var posted = pages.visit().posted();
        var deed = find(deeds, place);
        if (deed.isPresent()) {
            return act(deed.get(), place, posted, session);
        }
        return lately.isDone(session, posted.key())
                ? replies.onward(place.back(), place.name())
                : replies.movedOn(place.back(), posted);
    }

    private Response act(Deed deed, Place place, Posted posted, Session session) {
        if (posted.isBack()) {
            return form(deed, place, posted, Map.of());
        }
        var wrong = deed.wrong().apply(posted);
        if (!wrong.isEmpty()) {
            return form(deed, place, posted, wrong);
        }
        var command = deed.command().apply(posted);
        var key = posted.key();
        var reply = lately.ask(session, key, () -> office.desk().handle(session, key, command));
        return replies.answer(reply, place.back(), deed.name());
    }

    private Response form(Deed deed, Place place, Posted values, Map<String, String> wrong) {
        var form = new FormBuilder(pages.visit(), values, wrong);
        deed.fields().accept(form);
        var action = deed.address(place.no());
        var button = pages.words().say("deed.button." + deed.name());
        var headed = form.hasHeadline() ? pages.question(deed.title()) : pages.sheet(deed.title());
        return headed.back(place.back())
                .add(new Prose(deed.told()))
                .add(deed.grave() ? form.ending(action, button) : form.to(action, button))
                .errors(form.errors())
                .ok();
    }
}
