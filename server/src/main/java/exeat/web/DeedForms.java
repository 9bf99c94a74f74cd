package exeat.web;

import exeat.desk.Office;
import exeat.desk.Session;
import exeat.web.part.Prose;
import jakarta.inject.Singleton;
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

    DeedForms(Pages pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    static Optional<Deed> find(List<Deed> deeds, String name, String target) {
        return deeds.stream().filter(deed -> deed.is(name, target)).findFirst();
    }

    Response show(Deed deed, String base, String back) {
        return form(deed, base, back, Posted.NOTHING, Map.of());
    }

    Response act(Deed deed, String base, String back, Session session) {
        var posted = pages.visit().posted();
        var wrong = deed.wrong().apply(posted);
        if (!wrong.isEmpty()) {
            return form(deed, base, back, posted, wrong);
        }
        var reply = office.desk().handle(session, posted.key(), deed.command().apply(posted));
        return replies.answer(reply, back, deed.name());
    }

    private Response form(
            Deed deed, String base, String back, Posted values, Map<String, String> wrong) {
        var form = new FormBuilder(pages.visit(), values, wrong);
        deed.fields().accept(form);
        var action = deed.address(base);
        var button = pages.words().say("deed.button." + deed.name());
        var headed = form.hasHeadline() ? pages.question(deed.title()) : pages.sheet(deed.title());
        return headed.back(back)
                .add(new Prose(deed.told()))
                .add(deed.grave() ? form.ending(action, button) : form.to(action, button))
                .errors(form.errors())
                .ok();
    }
}
