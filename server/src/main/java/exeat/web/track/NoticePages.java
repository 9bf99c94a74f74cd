package exeat.web.track;

import exeat.casework.access.Disclosure.Whole;
import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.notice.News;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.desk.notice.NoticeAddresses.Confirmed;
import exeat.desk.notice.NoticeAddresses.Own;
import exeat.desk.write.Reply;
import exeat.web.component.Details;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An adult switches messages on for themselves, at an address that they confirm with a code, and
 * off. The page says first what could go wrong with a shared telephone.
 */
@Singleton
@Path("/notices")
@RunOnVirtualThread
public final class NoticePages {

    private static final String HOME = "/notices";

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final InstantSource clock;

    NoticePages(PageFactory pages, Office office, Replies replies, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.clock = clock;
    }

    /** Somebody of a case who is on their own page. */
    private record Person(Session session, Actor.Party party, CaseView view, TravellerState state) {
        boolean isOn(Instant now) {
            return News.isOn(state, view.seen().secrets(), now);
        }
    }

    @GET
    public Response notices() {
        return page(SubmittedForm.EMPTY, Map.of()).ok();
    }

    private Page page(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var person = person();
        var sheet = pages.page(words.say("notices.title")).back("/track");
        sheet.done();
        boolean on = person.isOn(clock.instant());
        var own = office.notices().addresses().own(person.session());
        sheet.add(
                new Paragraphs(
                        List.of(
                                words.say("notices.what"),
                                words.say("notices.soon"),
                                words.say("notices.service"),
                                words.say("notices.protect"))));
        var why = unavailable(person);
        if (!on && why.isPresent()) {
            return sheet.add(new InsetText(words.say(why.get())));
        }
        sheet.add(new WarningText(words.say("warning"), words.say("notices.danger")));
        if (wrong.containsKey("address")) {
            sheet.add(addressForm(posted, wrong));
        } else if (own.filter(Own::waits).isPresent()) {
            code(sheet, own.get(), wrong);
        } else if (on && own.filter(Own::confirmed).isPresent()) {
            address(sheet, own.get());
        } else {
            sheet.add(addressForm(posted, wrong));
        }
        if (on) {
            sheet.add(
                            new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                                    .to(HOME + "/off", words.say("notices.off")))
                    .add(new Paragraphs(List.of(words.say("notices.off.what"))));
        }
        return sheet.errors(wrong);
    }

    /** Why somebody is not offered any; what the rules would say to them. */
    private Optional<String> unavailable(Person person) {
        var zone = office.register().directive(person.view().directive()).vocabulary().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        if (person.state().traveller().isMinorOn(today)) {
            return Optional.of("notices.adults");
        }
        if (StageTransitions.ENDS.contains(person.state().stage())) {
            return Optional.of("notices.ended");
        }
        return person.state().isSuspended() ? Optional.of("notices.suspended") : Optional.empty();
    }

    /** Shows the address that messages go to; another can be given if it takes no mail. */
    private void address(Page sheet, Own own) {
        var words = pages.words();
        if (own.bounced()) {
            sheet.add(new InsetText(words.say("notices.bounced", own.masked())))
                    .add(addressForm(SubmittedForm.EMPTY, Map.of()));
        } else {
            sheet.add(new InsetText(words.say("notices.on", own.masked())));
        }
    }

    private void code(Page sheet, Own own, Map<String, String> wrong) {
        var words = pages.words();
        sheet.add(new InsetText(words.say("notices.waits", own.masked())))
                .add(
                        new FormBuilder(pages.request(), SubmittedForm.EMPTY, wrong)
                                .oneTimeCode(
                                        "code",
                                        words.say("notices.code"),
                                        words.say("notices.code.hint"))
                                .to(HOME + "/code", words.say("notices.confirm")))
                .add(
                        new Details(
                                words.say("notices.other"),
                                List.of(Page.raw(addressForm(SubmittedForm.EMPTY, Map.of())))));
    }

    private TemplateInstance addressForm(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        return new FormBuilder(pages.request(), posted, wrong)
                .input(
                        "address",
                        words.say("notices.address"),
                        words.say("notices.address.hint"),
                        "email",
                        "")
                .to(HOME + "/address", words.say("notices.send"));
    }

    /** A code is sent, and nothing else before it was typed. */
    @POST
    @Path("address")
    public Response address() {
        var posted = pages.request().form();
        var person = person();
        if (posted.isRestored() || unavailable(person).isPresent()) {
            return page(posted, Map.of()).ok();
        }
        var words = pages.words();
        var came =
                office.notices()
                        .addresses()
                        .ask(person.session(), posted.value("address"), words.lang());
        return switch (came) {
            case SENT -> replies.onward(HOME, "notices-code");
            case WRONG -> wrong(posted, "address", "notices.wrong.address");
            case MANY -> wrong(posted, "address", "notices.wrong.many");
            case NOBODY -> throw new NotFoundException();
        };
    }

    /** The code was typed: the address is theirs, and messages are on. */
    @POST
    @Path("code")
    public Response code() {
        var posted = pages.request().form();
        var person = person();
        if (posted.isRestored()) {
            return page(posted, Map.of()).ok();
        }
        var addresses = office.notices().addresses();
        var came = addresses.confirm(person.session(), posted.value("code"));
        // The button was pressed twice: the first time confirmed it.
        boolean done =
                came == Confirmed.DONE
                        || addresses.own(person.session()).filter(Own::confirmed).isPresent();
        if (!done) {
            boolean over = came == Confirmed.OVER;
            return wrong(
                    posted,
                    over ? "address" : "code",
                    over ? "notices.wrong.over" : "notices.wrong.code");
        }
        return choose(person, posted.key(), true);
    }

    @POST
    @Path("off")
    public Response off() {
        var posted = pages.request().form();
        var person = person();
        return posted.isRestored()
                ? page(posted, Map.of()).ok()
                : choose(person, posted.key(), false);
    }

    private Response choose(Person person, String key, boolean on) {
        Reply reply =
                office.desk()
                        .handle(
                                person.session(),
                                key,
                                new TravellerCommand.ChooseNotices(
                                        person.view().seen().id(), person.party().no(), on));
        return replies.answer(reply, HOME, on ? "notices-on" : "notices-off");
    }

    private Response wrong(SubmittedForm posted, String field, String key) {
        return page(posted, Map.of(field, pages.words().say(key))).ok();
    }

    /**
     * The traveller who is signed in. For everybody else the page is not found: somebody who filed
     * and does not travel has no news of their own.
     */
    private Person person() {
        var session = pages.request().party();
        if (session.actor() instanceof Actor.Party party) {
            var view =
                    office.cases()
                            .find(session, party.caseId())
                            .orElseThrow(NotFoundException::new);
            if (view.seen().travellers().get(party.no()) instanceof Whole(var state)
                    && (office.notices().isOffered()
                            || News.isOn(state, view.seen().secrets(), clock.instant()))) {
                return new Person(session, party, view, state);
            }
        }
        throw new NotFoundException();
    }
}
