package exeat.web.track;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.SecretCommand;
import exeat.casework.state.SecretRequest;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.http.PathNumbers;
import exeat.web.component.Paragraphs;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.Replies;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells a person that somebody is getting a new secret in their name, and lets them object. */
@Singleton
@Path("/new-secret")
@RunOnVirtualThread
public final class NewSecretPages {

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final InstantSource clock;

    NewSecretPages(PageFactory pages, Office office, Replies replies, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.clock = clock;
    }

    @GET
    @Path("{to}/{request}")
    public Response form(int to, int request) {
        var view = view(pages.request().party());
        var pending =
                pending(view.seen(), clock.instant()).stream()
                        .filter(one -> one.to().number() == to && one.number() == request)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        var words = pages.words();
        var terms = new PackTexts(office.register().directive(view.directive()), words);
        var zone = terms.directive().vocabulary().zone();
        boolean mayObject = view.seen().own().objectable().contains(pending);
        var where = new OfficeDetails(terms, words).reach(view.seen().holder());
        var told =
                new ArrayList<>(
                        List.of(
                                words.say(
                                        "new-secret.asked",
                                        terms.unit(pending.unit()),
                                        words.time(pending.asked(), zone)),
                                pending.from()
                                        .map(from ->
                                                words.say(
                                                        "new-secret.from", words.time(from, zone)))
                                        .orElse(words.say("new-secret.not-yet"))));
        if (!mayObject) {
            told.add(words.say("new-secret.powerless"));
            return page(told, where).ok();
        }
        told.add(words.say("new-secret.object"));
        told.add(words.say("new-secret.then"));
        var form = new FormBuilder(pages.request(), pages.request().form(), Map.of());
        return page(told, where)
                .add(form.to("/new-secret/" + to + "/" + request, words.say("new-secret.button")))
                .ok();
    }

    private Page page(List<String> told, TemplateInstance where) {
        return pages.page(pages.words().say("new-secret.title"))
                .back("/track")
                .add(new Paragraphs(told))
                .add(where);
    }

    @POST
    @Path("{to}/{request}")
    public Response object(int to, int request) {
        var session = pages.request().party();
        if (pages.request().form().isRestored()) {
            return form(to, request);
        }
        var command =
                new SecretCommand.StopSecret(
                        view(session).seen().id(), PathNumbers.traveller(to), request, "");
        var reply = office.desk().handle(session, pages.request().form().key(), command);
        return replies.answer(reply, "/track", "new-secret");
    }

    /** The requests that this person sees and can still object to. */
    static List<SecretRequest> pending(Disclosure.CaseSeen seen, Instant now) {
        return seen.secrets().stream()
                .filter(one -> one.isOpen(now) || one.isWaiting(now))
                .toList();
    }

    private CaseView view(Session session) {
        if (session.actor() instanceof Actor.Party party) {
            return office.cases().find(session, party.caseId()).orElseThrow(NotFoundException::new);
        }
        throw new NotFoundException();
    }
}
