package exeat.web.casefile;

import exeat.casework.access.Disclosure.CaseSeen;
import exeat.casework.command.Actor;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseRedaction;
import exeat.desk.projection.QueueName;
import exeat.web.component.ActDone;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.help.RealWay;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an act ends: on a page that says what was done and for whom, and offers the next task. */
@Singleton
public final class ActOutcome {

    /** What the second button of an act sends: to go straight to the next task. */
    static final String NEXT = "next";

    private final PageFactory pages;
    private final ActNotes notes;
    private final NextTask next;

    ActOutcome(PageFactory pages, ActNotes notes, NextTask next) {
        this.pages = pages;
        this.notes = notes;
        this.next = next;
    }

    /**
     * Remembers what an officer did, when it is done; a person's own pages need no such note. It
     * may be done long after, so nothing else of the case is kept for it.
     */
    Runnable remembering(Session session, CaseSeen seen, ActionForms.Place place, CaseAction deed) {
        if (!(session.actor() instanceof Actor.Officer)) {
            return () -> {};
        }
        // After a claim, nothing more about the person is disclosed.
        boolean named = deed.kind().group() != CaseActionKind.Group.PROTECTION;
        var note =
                new ActNotes.Note(
                        seen.id(),
                        deed.kind().address(),
                        deed.title(),
                        seen.number(),
                        named ? name(seen, place.traveller()) : Optional.empty(),
                        deed.kind().queue());
        return () -> notes.done(session, note);
    }

    /** Straight to the next task, which says on top what was just done. */
    Response next(Session session, CaseActionKind kind) {
        var to = next.take(session, kind.queue());
        var done = "done=" + kind.address();
        return Response.seeOther(
                        URI.create(
                                to.map(place -> place + (place.contains("?") ? "&" : "?") + done)
                                        .orElse(NextTask.address(kind.queue()) + "&" + done)))
                .build();
    }

    /** Adds what was just done, if an act led to this page, and the next task. */
    public void above(Page sheet, Session session) {
        realWay(sheet);
        note(session)
                .ifPresentOrElse(
                        note -> {
                            sheet.add(done(note));
                            offer(sheet, session, note.queue());
                        },
                        sheet::done);
    }

    /** Says what was done, without the next task, on the page of that task. */
    public void said(Page sheet, Session session) {
        realWay(sheet);
        note(session).map(this::done).ifPresent(sheet::prepend);
    }

    /** Says that in training the claim alerted nobody, on any page that its officer sees next. */
    private void realWay(Page sheet) {
        if (pages.request().done().filter(CaseActionKind.PROTECT.address()::equals).isPresent()) {
            RealWay.addTo(sheet, pages);
        }
    }

    private Optional<ActNotes.Note> note(Session session) {
        return pages.request().done().flatMap(done -> notes.last(session, done));
    }

    private ActDone done(ActNotes.Note note) {
        var words = pages.words();
        var name = note.name().orElse(LocalizedText.here(""));
        return new ActDone(
                words.say("done"),
                words.say("done." + note.done()),
                note.what(),
                note.number(),
                name);
    }

    private void offer(Page sheet, Session session, QueueName queue) {
        var words = pages.words();
        if (next.isAny(session, queue)) {
            sheet.add(
                    new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                            .aside(NextTask.taking(queue), words.say("queue.take")));
        } else {
            sheet.add(new Paragraphs(List.of(words.say("act.no-next"))));
        }
    }

    /**
     * Answers for a case that the officer no longer sees: their part is done, and this is next.
     * Without such an act it is not found, like any case that is not theirs.
     *
     * @throws NotFoundException if no act led here
     */
    public Response gone(Session session) {
        if (pages.request().done().isEmpty()) {
            throw new NotFoundException();
        }
        var note = note(session);
        if (note.isEmpty()) {
            return Response.seeOther(URI.create(pages.request().home())).build();
        }
        var words = pages.words();
        var sheet = pages.page(words.say("act.done.title"));
        realWay(sheet);
        sheet.add(done(note.get())).add(new Paragraphs(List.of(words.say("act.gone"))));
        offer(sheet, session, note.get().queue());
        return sheet.add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("queue.title"),
                                                NextTask.address(QueueName.WORK)))))
                .ok();
    }

    /** The first name that somebody is shown with, marked with its script; empty for none. */
    public static Optional<LocalizedText> name(CaseSeen seen, TravellerNo no) {
        return Optional.ofNullable(seen.travellers().get(no))
                .flatMap(CaseRedaction::person)
                .map(PackTexts::name);
    }
}
