package exeat.web;

import exeat.desk.Office;
import exeat.desk.Session;
import exeat.desk.Turns;
import exeat.web.part.Prose;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Deeds that have a turn; what each would do does not depend on what is typed. */
    private static final Set<String> IN_TURN =
            Set.of("clear", "approve", "refuse", "authorise", "decide-appeal");

    /** What the deed would come before; empty where it is in turn. */
    private Optional<Turns.OutOfTurn> turn(Deed deed, Session session) {
        return IN_TURN.contains(deed.name())
                ? office.turns().ahead(session, deed.command().apply(Posted.NOTHING))
                : Optional.empty();
    }

    Response show(List<Deed> deeds, Place place, Session session) {
        return find(deeds, place)
                .map(deed -> form(deed, place, Posted.NOTHING, Map.of(), turn(deed, session)))
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
        var turn = turn(deed, session);
        if (posted.isBack()) {
            return form(deed, place, posted, Map.of(), turn);
        }
        var wrong = new LinkedHashMap<>(deed.wrong().apply(posted));
        turn.ifPresent(_ -> wrong.putAll(TurnForm.wrong(posted, pages.words())));
        if (!wrong.isEmpty()) {
            return form(deed, place, posted, wrong, turn);
        }
        var command = deed.command().apply(posted);
        var key = posted.key();
        var why = TurnForm.reason(posted);
        var reply =
                lately.ask(session, key, () -> office.turns().handle(session, key, command, why));
        return replies.answer(reply, place.back(), deed.name());
    }

    private Response form(
            Deed deed,
            Place place,
            Posted values,
            Map<String, String> wrong,
            Optional<Turns.OutOfTurn> turn) {
        var form = new FormBuilder(pages.visit(), values, wrong);
        deed.fields().accept(form);
        turn.ifPresent(out -> TurnForm.ask(form, out, pages.words()));
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
