package exeat.web.track;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.decide.OpenChoice;
import exeat.casework.state.InPersonRequest;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.http.PathNumbers;
import exeat.web.casefile.ActionForms;
import exeat.web.casefile.CaseAction;
import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActions;
import exeat.web.casefile.view.Timeline;
import exeat.web.choice.ChoiceView;
import exeat.web.component.Button;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.WarningText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.OfficeDetails;
import exeat.web.help.RealWay;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A person's application: its status, what it is waiting for, and what they can do. */
@Singleton
@Path("/track")
@RunOnVirtualThread
public final class TrackPages {

    /** The words that a person's own page may have. */
    private static final List<Term> WORDS =
            List.of(
                    Term.CONFIRMATION,
                    Term.REFERRED,
                    Term.CLEARANCE,
                    Term.SAFEGUARD,
                    Term.AUTHORISATION,
                    Term.HOLD,
                    Term.SET_ASIDE,
                    Term.SECOND_OFFICER,
                    Term.APPEAL,
                    Term.SUSPENDED,
                    Term.SECRET,
                    Term.RECEIPT,
                    Term.LOG);

    private final PageFactory pages;
    private final Office office;
    private final ActionForms forms;
    private final InstantSource clock;

    TrackPages(PageFactory pages, Office office, ActionForms forms, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    public Response track() {
        var session = pages.request().party();
        var view = view(session);
        var terms = terms(view);
        var words = pages.words();
        var sheet = pages.page(words.say("track.title")).caption(view.seen().number());
        sheet.done();
        var clocks = office.cases().clocks(session, view.seen().id());
        var choices = office.cases().choices(session, view.seen().id());
        var deeds = new TreeMap<TravellerNo, CaseActions>();
        for (var no : view.seen().travellers().keySet()) {
            deeds.put(no, actions(session, view, no, Optional.ofNullable(choices.get(no))));
        }
        deeds.forEach((no, offered) -> asked(sheet, view, no, offered));
        notices(sheet, view, terms, words);
        for (var traveller : view.seen().travellers().entrySet()) {
            var no = traveller.getKey();
            Optional.ofNullable(clocks.get(no))
                    .map(running -> new DelayNotice(terms, words).of(running, today(terms)))
                    .ifPresent(pieces -> pieces.forEach(sheet::add));
            sheet.add(
                    new StatusCard(office, terms, words, Optional.ofNullable(clocks.get(no)))
                            .of(
                                    no,
                                    traveller.getValue(),
                                    choices.containsKey(no),
                                    deeds.getOrDefault(no, CaseActions.NONE)));
        }
        sheet.add(about(view, terms, words))
                .add(new Heading(2, words.say("track.history"), "history"));
        new OwnHistory(new Timeline(terms, words), words)
                .addTo(sheet, office.cases().history(session, view.seen().id()));
        return sheet.add(new LinkList(links(words))).add(WordHelp.of(words, WORDS)).ok();
    }

    private List<Link> links(PageTexts words) {
        var links = new ArrayList<Link>();
        if (office.notices().isOffered()) {
            links.add(new Link(words.say("notices.link"), "/notices"));
        }
        links.add(new Link(words.say("own-issues.title"), "/issues"));
        links.add(new Link(words.say("looks.title"), "/looks"));
        links.add(new Link(words.say("receipt.link"), "/receipt"));
        return links;
    }

    /** What somebody has to answer, above everything else: what, from whom, and a button each. */
    private void asked(Page sheet, CaseView view, TravellerNo no, CaseActions deeds) {
        var questions = deeds.all().stream().filter(StatusCard::isAsked).toList();
        if (questions.isEmpty()) {
            return;
        }
        var words = pages.words();
        var name =
                view.seen().travellers().get(no) instanceof Disclosure.Whole(var state)
                        ? state.traveller().name().full()
                        : "";
        // Nothing waits for what somebody may say to a proposal, and silence is allowed.
        var needed =
                questions.stream()
                        .filter(one -> one.kind() != CaseActionKind.ANSWER_PROPOSAL)
                        .count();
        if (needed > 0) {
            sheet.add(
                    new WarningText(words.say("warning"), words.say("track.asked", name, needed)));
        }
        var terms = terms(view);
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            // Onlookers must not read what a protected fact is about.
            var title =
                    isProtected(question, terms)
                            ? words.say("track.answer", i + 1)
                            : question.title();
            sheet.add(new Button(title, question.address("/track/" + no), false));
        }
    }

    private static boolean isProtected(CaseAction question, PackTexts terms) {
        return question.kind() == CaseActionKind.ANSWER
                && terms.directive().vocabulary().facts().stream()
                        .anyMatch(fact ->
                                fact.isProtected() && fact.name().slug().equals(question.target()));
    }

    private static Details about(CaseView view, PackTexts terms, PageTexts words) {
        var rows =
                new SummaryList(
                        List.of(
                                SummaryRow.of(words.say("track.number"), view.seen().number()),
                                SummaryRow.of(
                                        words.say("track.received"),
                                        words.time(view.seen().received(), zone(terms))),
                                SummaryRow.of(
                                        words.say("track.holder"),
                                        terms.unit(view.seen().holder()))));
        return new Details(
                words.say("track.about"),
                List.of(
                        Page.raw(rows),
                        Page.raw(new OfficeDetails(terms, words).reach(view.seen().holder()))));
    }

    private static boolean isClaimed(CaseView view) {
        return view.seen().travellers().values().stream()
                .anyMatch(seen ->
                        seen instanceof Disclosure.Whole(var state) && state.protectionClaimed());
    }

    /** What was just done, what can still be objected to, and what will be erased. */
    private void notices(Page sheet, CaseView view, PackTexts terms, PageTexts words) {
        if (isClaimed(view)) {
            RealWay.addTo(sheet, pages);
        }
        for (var pending : NewSecretPages.pending(view.seen(), clock.instant())) {
            sheet.add(new WarningText(words.say("warning"), words.say("new-secret.title")))
                    .add(
                            new LinkList(
                                    List.of(
                                            new Link(
                                                    words.say(
                                                            view.seen()
                                                                            .own()
                                                                            .objectable()
                                                                            .contains(pending)
                                                                    ? "new-secret.link"
                                                                    : "new-secret.see"),
                                                    "/new-secret/"
                                                            + pending.to()
                                                            + "/"
                                                            + pending.number()))));
        }
        for (var traveller : view.seen().travellers().entrySet()) {
            if (traveller.getValue() instanceof Disclosure.Whole(var state)) {
                state.askedInPerson().stream()
                        .filter(asked -> asked.isOpen(clock.instant()))
                        .forEach(asked -> inPerson(sheet, asked, traveller.getKey(), terms, words));
            }
        }
        new DisownNotice(sheet, terms, words).add(view.seen(), clock.instant());
        DirectiveNotices.unspoken(terms.directive(), words).ifPresent(sheet::add);
        office.retention().approved().stream()
                .filter(one -> one.rule().directive().equals(view.directive().id()))
                .forEach(one ->
                        sheet.add(
                                new InsetText(
                                        words.say(
                                                "track.retention",
                                                words.day(
                                                        one.from()
                                                                .atZone(zone(terms))
                                                                .toLocalDate()),
                                                one.rule().days(),
                                                one.rule().basis()))));
    }

    /**
     * Says that, according to an officer, the person stood before them; somebody who did not can
     * object.
     */
    private static void inPerson(
            Page sheet, InPersonRequest asked, TravellerNo no, PackTexts terms, PageTexts words) {
        sheet.add(
                        new WarningText(
                                words.say("warning"),
                                words.say(
                                        asked.against().isPresent()
                                                ? "object-in-person.disown"
                                                : asked.withdrawal()
                                                        ? "object-in-person.withdrawal"
                                                        : "object-in-person.claim",
                                        terms.unit(asked.unit()),
                                        words.time(asked.asked(), zone(terms)))))
                .add(new OfficeDetails(terms, words).reach(asked.unit()))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("object-in-person.link"),
                                                "/track/"
                                                        + no
                                                        + "/object-in-person"
                                                        + (asked.against().isPresent()
                                                                ? "/" + asked.number()
                                                                : "")))));
    }

    @GET
    @Path("{no}/{deed}")
    public Response action(int no, String deed) {
        return action(no, deed, "");
    }

    @GET
    @Path("{no}/{deed}/{target}")
    public Response action(int no, String deed, String target) {
        var session = pages.request().party();
        return forms.show(offer(session, no), place(no, deed, target), session);
    }

    @POST
    @Path("{no}/{deed}")
    public Response act(int no, String deed) {
        return act(no, deed, "");
    }

    @POST
    @Path("{no}/{deed}/{target}")
    public Response act(int no, String deed, String target) {
        var session = pages.request().party();
        return forms.act(() -> offer(session, no), place(no, deed, target), session);
    }

    private static ActionForms.Place place(int no, String deed, String target) {
        return new ActionForms.Place(
                "/track", "/track/" + no, PathNumbers.traveller(no), deed, target);
    }

    private ActionForms.Offer offer(Session session, int no) {
        var view = view(session);
        var traveller = PathNumbers.traveller(no);
        if (!view.seen().travellers().containsKey(traveller)) {
            throw new NotFoundException();
        }
        var choices = office.cases().choices(session, view.seen().id());
        var choice = Optional.ofNullable(choices.get(traveller));
        return new ActionForms.Offer(view, terms(view), actions(session, view, traveller, choice));
    }

    private CaseActions actions(
            Session session, CaseView view, TravellerNo no, Optional<OpenChoice> choice) {
        if (!(session.actor() instanceof Actor.Party party)
                || !(view.seen().travellers().get(no) instanceof Disclosure.Whole(var state))) {
            return CaseActions.NONE;
        }
        var likely =
                new PartyActions(
                        state,
                        party,
                        terms(view),
                        pages.words(),
                        clock.instant(),
                        choice.map(open -> form(open, view)));
        return new OfferedActions(likely, no, view.seen(), clock.instant());
    }

    private FindingChoiceForm form(OpenChoice open, CaseView view) {
        var terms = terms(view);
        return new FindingChoiceForm(
                ChoiceView.of(open, terms, pages.words(), office),
                terms.unit(view.seen().holder()),
                pages.words());
    }

    private CaseView view(Session session) {
        if (session.actor() instanceof Actor.Party party) {
            return office.cases().find(session, party.caseId()).orElseThrow(NotFoundException::new);
        }
        throw new NotFoundException();
    }

    private PackTexts terms(CaseView view) {
        return new PackTexts(office.register().directive(view.directive()), pages.words());
    }

    private LocalDate today(PackTexts terms) {
        return clock.instant().atZone(zone(terms)).toLocalDate();
    }

    private static java.time.ZoneId zone(PackTexts terms) {
        return terms.directive().vocabulary().zone();
    }
}
