package exeat.web.casefile;

import exeat.casework.command.Actor;
import exeat.casework.decide.OpenChoice;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseOutlook;
import exeat.desk.cases.CaseView;
import exeat.http.OpenedCases;
import exeat.http.PathNumbers;
import exeat.web.choice.ChoiceView;
import exeat.web.choice.FindingComparison;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.list.SummaryList;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.AddressParts;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** A case, as far as the officer's mandate allows, with the available actions. */
@Singleton
@Path("/officer/case/{id}")
@RunOnVirtualThread
public final class CasePages {

    /** The words that a case may have. */
    private static final List<Term> WORDS =
            List.of(
                    Term.FINDING,
                    Term.ROUTE,
                    Term.PARAGRAPH,
                    Term.REFERRED,
                    Term.CLEARANCE,
                    Term.HOLD,
                    Term.SECOND_OFFICER,
                    Term.SET_ASIDE,
                    Term.REVOKED,
                    Term.SAFEGUARD,
                    Term.PROTECTED_FACT,
                    Term.SUSPENDED);

    private final PageFactory pages;
    private final Office office;
    private final ActionForms forms;
    private final InstantSource clock;
    private final ActOutcome outcome;
    private final OpenedCases opened;

    CasePages(
            PageFactory pages,
            Office office,
            ActionForms forms,
            ActOutcome outcome,
            OpenedCases opened,
            InstantSource clock) {
        this.clock = clock;
        this.outcome = outcome;
        this.opened = opened;
        this.pages = pages;
        this.office = office;
        this.forms = forms;
    }

    @GET
    public Response show(UUID id, @RestQuery(CaseAddress.PERSON) @DefaultValue("") String person) {
        var session = pages.request().officer();
        var found = office.cases().find(session, new CaseId(id));
        if (found.isEmpty()) {
            return outcome.gone(session);
        }
        var view = found.get();
        opened.open(session, view.seen().id());
        var seen = view.seen();
        var words = pages.words();
        var sheet = pages.page(words.say("case.title", seen.number())).wide();
        sheet.caption(caption(view)).back("/officer/queue");
        outcome.above(sheet, session);
        var clocks = office.cases().clocks(session, seen.id());
        var outlook = office.cases().outlook(session, seen.id());
        var choices = office.cases().choices(session, seen.id());
        var shown = new CaseOverview(terms(view), words, seen, today(view));
        sheet.add(shown.due(clocks));
        if (!seen.travellers().isEmpty()) {
            var open = open(person, session, view, outlook);
            sheet.add(
                    shown.people(
                            open,
                            new OfficerCard(office, terms(view), words, seen, open)
                                    .of(
                                            shown.name(open),
                                            actions(session, view, open, outlook),
                                            Optional.ofNullable(clocks.get(open)),
                                            Optional.ofNullable(choices.get(open))
                                                    .map(choice -> choice(choice, terms(view)))
                                                    .orElse(List.of()))));
        }
        if (session.actor() instanceof Actor.Officer officer) {
            keeping(sheet, view, officer);
        }
        sheet.add(WordHelp.of(words, WORDS));
        var history = office.cases().history(session, seen.id());
        if (!history.isEmpty()) {
            sheet.add(shown.history(history));
        }
        return sheet.ok();
    }

    /** What the traveller can choose between; an officer only reads it. */
    private List<TemplateInstance> choice(OpenChoice open, PackTexts terms) {
        var words = pages.words();
        var view = ChoiceView.of(open, terms, words, office);
        var parts = new ArrayList<TemplateInstance>();
        parts.add(new Heading(3, words.say("case.choice"), ""));
        parts.add(
                new InsetText(
                        open.decidableFrom()
                                .map(from -> words.say("case.choice.until", words.day(from)))
                                .orElseGet(() -> words.say("case.choice.referred"))));
        new FindingComparison(view, words).tables().forEach(parts::add);
        return parts;
    }

    /** Who handles it since when, under which directive. */
    private String caption(CaseView view) {
        var words = pages.words();
        var seen = view.seen();
        var zone = terms(view).directive().vocabulary().zone();
        return words.say(
                "case.caption",
                terms(view).unit(seen.holder()),
                words.day(seen.received().atZone(zone).toLocalDate()),
                view.directive().id(),
                view.directive().version());
    }

    /**
     * The traveller named in the address; else the first for whom the officer can do something,
     * since an act may lead here after which they no longer see whom it was about.
     */
    private TravellerNo open(
            String person, Session session, CaseView view, Optional<CaseOutlook> outlook) {
        var named = AddressParts.number(person);
        var all = view.seen().travellers().keySet();
        return named.flatMap(no -> all.stream().filter(one -> one.number() == no).findFirst())
                .or(() ->
                        all.stream()
                                .filter(no ->
                                        actions(session, view, no, outlook).all().stream()
                                                .anyMatch(CaseAction::isTask))
                                .findFirst())
                .orElseGet(() -> all.iterator().next());
    }

    /** What keeps a case, and what would end that, for officers of a supervising unit. */
    private void keeping(Page sheet, CaseView view, Actor.Officer officer) {
        var keeping = new ArchiveActions(view.seen(), officer, terms(view), pages.words());
        var deeds = keeping.all();
        if (deeds.isEmpty()) {
            return;
        }
        var home = CaseAddress.of(view.seen().id()) + "/" + ArchiveActions.FILE;
        sheet.add(new Heading(2, pages.words().say("keeping.title"), "keeping"));
        if (!keeping.rows().isEmpty()) {
            sheet.add(new SummaryList(keeping.rows()));
        }
        sheet.add(
                new LinkList(
                        deeds.stream()
                                .map(deed -> new Link(deed.title(), deed.address(home)))
                                .toList()));
    }

    @GET
    @Path("{no}/{deed}")
    public Response form(UUID id, int no, String deed) {
        return form(id, no, deed, "");
    }

    @GET
    @Path("{no}/{deed}/{target}")
    public Response form(UUID id, int no, String deed, String target) {
        var session = pages.request().officer();
        return forms.show(offer(session, id, no), place(id, no, deed, target), session);
    }

    @POST
    @Path("{no}/{deed}")
    public Response act(UUID id, int no, String deed) {
        return act(id, no, deed, "");
    }

    @POST
    @Path("{no}/{deed}/{target}")
    public Response act(UUID id, int no, String deed, String target) {
        var session = pages.request().officer();
        return forms.act(() -> offer(session, id, no), place(id, no, deed, target), session);
    }

    private static ActionForms.Place place(UUID id, int no, String deed, String target) {
        var home = CaseAddress.of(new CaseId(id));
        var back =
                no == ArchiveActions.FILE
                        ? home
                        : CaseAddress.of(new CaseId(id), PathNumbers.traveller(no));
        return new ActionForms.Place(
                back, home + "/" + no, PathNumbers.traveller(no), deed, target);
    }

    private CaseView view(Session session, UUID id) {
        return office.cases().find(session, new CaseId(id)).orElseThrow(NotFoundException::new);
    }

    private ActionForms.Offer offer(Session session, UUID id, int no) {
        var view = view(session, id);
        if (no == ArchiveActions.FILE && session.actor() instanceof Actor.Officer officer) {
            return new ActionForms.Offer(
                    view,
                    terms(view),
                    new ArchiveActions(view.seen(), officer, terms(view), pages.words()));
        }
        var number = PathNumbers.traveller(no);
        if (!view.seen().travellers().containsKey(number)) {
            throw new NotFoundException();
        }
        var outlook = office.cases().outlook(session, view.seen().id());
        return new ActionForms.Offer(view, terms(view), actions(session, view, number, outlook));
    }

    private CaseActions actions(
            Session session, CaseView view, TravellerNo no, Optional<CaseOutlook> outlook) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return CaseActions.NONE;
        }
        var likely =
                new OfficerActions(
                        view.seen(), no, officer, terms(view), pages.words(), today(view));
        return outlook.<CaseActions>map(rules -> new PossibleActions(likely, no, rules))
                .orElse(likely);
    }

    private LocalDate today(CaseView view) {
        var zone = terms(view).directive().vocabulary().zone();
        return clock.instant().atZone(zone).toLocalDate();
    }

    private PackTexts terms(CaseView view) {
        return PackTexts.forOfficers(office.register().directive(view.directive()), pages.words());
    }
}
