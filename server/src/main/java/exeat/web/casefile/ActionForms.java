package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Rejection;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.desk.queue.WorkQueue;
import exeat.desk.write.Reply;
import exeat.http.OpenedCases;
import exeat.web.casefile.view.PersonRows;
import exeat.web.casefile.view.Timeline;
import exeat.web.component.Button;
import exeat.web.component.Letter;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.RealWay;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final List<Term> OFFICERS_WORDS =
            List.of(
                    Term.FINDING,
                    Term.CLEARANCE,
                    Term.HOLD,
                    Term.SECOND_OFFICER,
                    Term.SET_ASIDE,
                    Term.REVOKED);

    private static final List<Term> PERSONS_WORDS =
            List.of(Term.CONFIRMATION, Term.SECRET, Term.APPEAL, Term.SUSPENDED);

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final RecentReplies lately;
    private final ActOutcome outcome;
    private final OpenedCases opened;

    ActionForms(
            PageFactory pages,
            Office office,
            Replies replies,
            RecentReplies lately,
            ActOutcome outcome,
            OpenedCases opened) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.lately = lately;
        this.outcome = outcome;
        this.opened = opened;
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

    private static CaseActionKind kind(Place place) {
        return CaseActionKind.at(place.name()).orElseThrow(NotFoundException::new);
    }

    /**
     * Finds the action of a form, even if the rules would reject it now: the sender is told why.
     */
    private static Optional<CaseAction> find(Offer offer, Place place) {
        return offer.actions().likely().find(kind(place), place.target());
    }

    private static Optional<Rejection> blocked(Offer offer, Place place) {
        return offer.actions().blocked().entrySet().stream()
                .filter(one -> one.getKey().kind() == kind(place))
                .filter(one -> one.getKey().target().equals(place.target()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The cases that the action would jump ahead of; empty if it is in turn. */
    private Optional<WorkQueue.OutOfTurn> turn(CaseAction deed, Session session) {
        return deed.kind().isInTurn()
                ? office.workQueue().itemsAhead(session, deed.command().apply(SubmittedForm.EMPTY))
                : Optional.empty();
    }

    public Response show(Offer offer, Place place, Session session) {
        if (kind(place) == CaseActionKind.CORRECT && place.target().isEmpty()) {
            return facts(offer, place);
        }
        var deed = find(offer, place);
        if (deed.isEmpty()) {
            return replies.movedOn(place.back(), SubmittedForm.EMPTY);
        }
        var blocked = blocked(offer, place);
        if (blocked.isPresent()) {
            return replies.refused(new Reply.Rejected(blocked.get()), place.back());
        }
        if (!isOpened(deed.get(), offer, place, session)) {
            return unopened(offer, place);
        }
        var filled = new Filled(SubmittedForm.EMPTY, Map.of(), turn(deed.get(), session));
        var sheet = form(deed.get(), place, offer, filled);
        outcome.said(sheet, session);
        return sheet.ok();
    }

    /** Asks which fact to correct, with what is known of each. */
    private Response facts(Offer offer, Place place) {
        var words = pages.words();
        var seen = offer.view().seen();
        boolean offered =
                offer.actions().all().stream().anyMatch(a -> a.kind() == CaseActionKind.CORRECT);
        if (!offered
                || !(seen.travellers().get(place.traveller())
                        instanceof Disclosure.Whole(var state))) {
            return replies.movedOn(place.back(), SubmittedForm.EMPTY);
        }
        var person = new PersonRows(office, offer.terms(), words);
        var correct = new CorrectAction(seen.id(), state, offer.terms(), words);
        return pages.page(words.say("action.correct.one"))
                .back(place.back())
                .add(
                        new SummaryList(
                                List.of(
                                        SummaryRow.of(words.say("track.number"), seen.number()),
                                        person.names(state.traveller().names()))))
                .add(new SummaryList(correct.rows(place.no())))
                .ok();
    }

    /** A second officer has opened the file since the first one proposed something. */
    private boolean isOpened(CaseAction deed, Offer offer, Place place, Session session) {
        return deed.kind() != CaseActionKind.SECOND
                || proposed(offer, place)
                        .filter(at -> opened.isOpenedSince(session, offer.view().seen().id(), at))
                        .isPresent();
    }

    private static Optional<Instant> proposed(Offer offer, Place place) {
        var proposals =
                switch (offer.view().seen().travellers().get(place.traveller())) {
                    case Disclosure.Whole(var state) -> state.proposals();
                    case Disclosure.ForWork work -> work.proposals();
                    case null, default -> List.<TravellerState.Proposal>of();
                };
        return proposals.stream()
                .filter(one -> Integer.toString(one.number()).equals(place.target()))
                .map(AdverseHearing::changed)
                .findFirst();
    }

    private Response unopened(Offer offer, Place place) {
        var words = pages.words();
        return pages.page(words.say("act.open-first"))
                .caption(offer.view().seen().number())
                .back(place.back())
                .add(new Paragraphs(List.of(words.say("act.open-first.why"))))
                .add(new Button(words.say("act.open"), place.back(), true))
                .status(409);
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
        var settled = lately.settle(session, posted.key());
        if (settled.filter(Reply.Later.class::isInstance).isPresent()) {
            return replies.refused(settled.get(), place.back());
        }
        for (int attempt = 1; ; attempt++) {
            if (attempt == 1 && lately.isDone(session, posted.key())) {
                // The button was pressed twice: access may have ended with the first time.
                return onward(place, session, posted);
            }
            var offer = now.get();
            var deed = find(offer, place);
            if (deed.isEmpty()) {
                return lately.isDone(session, posted.key())
                        ? onward(place, session, posted)
                        : replies.movedOn(place.back(), posted);
            }
            if (!isOpened(deed.get(), offer, place, session)) {
                return unopened(offer, place);
            }
            var filled = filled(deed.get(), posted, session);
            if (posted.isRestored() || !filled.wrong().isEmpty()) {
                return form(deed.get(), place, offer, filled).ok();
            }
            var done = outcome.remembering(session, offer.view().seen(), place, deed.get());
            var reply = ask(deed.get(), posted, session, seen, done);
            if (reply instanceof Reply.Done) {
                return onward(place, session, posted);
            }
            if (!isChanged(reply) || attempt == MAX_ATTEMPTS) {
                return replies.refused(reply, place.back());
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

    /** Redirects to the page of the case, or to the next task if that button was used. */
    private Response onward(Place place, Session session, SubmittedForm posted) {
        return posted.value("go").equals(ActOutcome.NEXT)
                ? outcome.next(session, kind(place))
                : replies.onward(place.back(), place.name());
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

    /**
     * Gives the command.
     *
     * @param done what to do once it is known to be done, now or when it is asked again
     */
    private Reply ask(
            CaseAction deed,
            SubmittedForm posted,
            Session session,
            OptionalLong seen,
            Runnable done) {
        var command = deed.command().apply(posted);
        var key = posted.key();
        var why = OutOfOrderForm.reason(posted);
        var looked = deed.kind().isUnhindered() ? OptionalLong.empty() : seen;
        return lately.handle(
                session,
                key,
                () -> {
                    var reply = office.workQueue().handle(session, key, command, why, looked);
                    if (reply instanceof Reply.Done) {
                        done.run();
                    }
                    return reply;
                });
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
        var filled =
                new Filled(posted.without(SubmittedForm.SEEN), Map.of(), turn(deed.get(), session));
        var sheet = form(deed.get(), place, now, filled);
        sheet.prepend(
                new WarningText(words.say("warning"), words.say("changed.title")),
                new Timeline(now.terms(), words).steps(news),
                new Paragraphs(List.of(words.say("changed.still"))));
        return sheet.status(409);
    }

    private Page form(CaseAction deed, Place place, Offer offer, Filled filled) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), filled.values(), filled.wrong())
                        .seen(offer.view().version());
        deed.fields().accept(form);
        filled.turn().ifPresent(out -> OutOfOrderForm.ask(form, out, words));
        var action = deed.address(place.no());
        var button = deed.kind().button(words);
        var headed = form.hasHeadline() ? pages.question(deed.title()) : pages.page(deed.title());
        headed.back(place.back());
        if (deed.kind() == CaseActionKind.PROTECT) {
            RealWay.addTo(headed, pages);
        }
        boolean officers = offer.actions().reader() != CaseActionKind.OfferedTo.PARTY;
        if (officers) {
            headed.add(new SummaryList(whom(offer, place)));
        }
        headed.add(new Paragraphs(deed.told()));
        var sent =
                deed.kind().isGrave()
                        ? form.ending(action, button)
                        : officers && deed.kind().isInTurn()
                                ? form.beside(
                                        action,
                                        button,
                                        ChoiceOption.of(
                                                ActOutcome.NEXT, words.say("act.and-next"), ""))
                                : form.to(action, button);
        headed.add(sent);
        if (deed.kind() == CaseActionKind.SERVE) {
            letter(deed, offer, place).ifPresent(headed::add);
        }
        return headed.add(WordHelp.of(words, officers ? OFFICERS_WORDS : PERSONS_WORDS))
                .errors(form.errors());
    }

    private static Optional<Letter> letter(CaseAction deed, Offer offer, Place place) {
        var seen = offer.view().seen();
        return seen.travellers().get(place.traveller()) instanceof Disclosure.Whole(var state)
                ? ServiceActions.letter(
                        state, deed.target(), seen.number(), offer.terms().directive())
                : Optional.empty();
    }

    /** Says whom an action is about, as far as the officer may see. */
    private List<SummaryRow> whom(Offer offer, Place place) {
        var words = pages.words();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("track.number"), offer.view().seen().number()));
        Optional.ofNullable(offer.view().seen().travellers().get(place.traveller()))
                .ifPresent(
                        seen -> rows.addAll(new PersonRows(office, offer.terms(), words).of(seen)));
        return rows;
    }
}
