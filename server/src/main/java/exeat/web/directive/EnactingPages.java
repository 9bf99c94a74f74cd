package exeat.web.directive;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.state.BriefingState;
import exeat.casework.state.Enactment;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The issuer's actions on a directive: signing, putting in force, suspending, resuming, repealing.
 */
@Singleton
@Path("/officer/directive")
@RunOnVirtualThread
public final class EnactingPages {

    private static final String HERE = "/officer/directive";
    private static final List<String> CHANGES = List.of("suspend", "resume", "repeal");

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;

    EnactingPages(PageFactory pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response show() {
        return show(SubmittedForm.EMPTY, Map.of());
    }

    private Response show(SubmittedForm values, Map<String, String> wrong) {
        var session = pages.request().officer();
        var words = pages.words();
        var directive = pages.request().directive();
        var standing = office.register().standing(directive);
        var sheet = pages.page(words.say("enact.title")).wide().back("/officer/briefing");
        sheet.done();
        sheet.add(new Paragraphs(List.of(words.say("enact.what"))))
                .add(new InsetText(words.say("enact.standing." + standing)))
                .add(new Heading(2, words.say("enact.versions"), "versions"))
                .add(versions(directive, words).underHeading());
        others(sheet, directive, words);
        drafts(sheet, words);
        var asOf = new Link(words.say("as-of.title"), HERE + "/as-of");
        sheet.add(new LinkList(List.of(asOf)));
        var briefing = office.register().briefing(session, directive.ref().id());
        if (isIssuers(session, directive) && isPutInForce(directive)) {
            changes(sheet, briefing, directive, new FormBuilder(pages.request(), values, wrong));
        }
        return sheet.ok();
    }

    private static boolean isIssuers(Session session, Directive directive) {
        return session.actor() instanceof Actor.Officer officer
                && officer.unit().equals(directive.authorities().root().id());
    }

    private boolean isPutInForce(Directive directive) {
        return !office.register().tenure(directive.ref().id()).versions().isEmpty();
    }

    private DataTable versions(Directive current, PageTexts words) {
        var stored =
                office.register().directives().stream()
                        .filter(ref -> ref.id().equals(current.ref().id()))
                        .map(office.register()::directive)
                        .toList();
        return new DataTable(
                words.say("enact.versions"),
                List.of(
                        ColumnHeader.of(words.say("enact.version")),
                        ColumnHeader.of(words.say("enact.days")),
                        ColumnHeader.of(words.say("enact.state"))),
                stored.stream()
                        .map(version ->
                                List.of(
                                        TableCell.link(
                                                words.say(
                                                        "enact.version.title",
                                                        version.ref().version()
                                                                + ", "
                                                                + version.ref()
                                                                        .hash()
                                                                        .substring(0, 16)),
                                                HERE + "/" + version.ref().hash()),
                                        TableCell.of(days(version, words)),
                                        TableCell.of(words.say("enact.state." + state(version)))))
                        .toList());
    }

    /** The versions of other directives, such as local ones below this one. */
    private void others(Page sheet, Directive current, PageTexts words) {
        var others =
                office.register().directives().stream()
                        .filter(ref -> !ref.id().equals(current.ref().id()))
                        .toList();
        if (!others.isEmpty()) {
            sheet.add(new Heading(2, words.say("enact.others"), "others"))
                    .add(links(others, "enact.other", words, ref -> HERE + "/" + ref.hash()));
        }
    }

    private static LinkList links(
            List<DirectiveRef> refs,
            String key,
            PageTexts words,
            Function<DirectiveRef, String> address) {
        return new LinkList(
                refs.stream()
                        .map(ref ->
                                new Link(
                                        words.say(
                                                key,
                                                ref.id(),
                                                ref.version(),
                                                ref.hash().substring(0, 16)),
                                        address.apply(ref)))
                        .toList());
    }

    /** Drafts of all directives, each with its proofs. */
    private void drafts(Page sheet, PageTexts words) {
        var drafts = office.register().drafts();
        if (drafts.isEmpty()) {
            return;
        }
        sheet.add(new Heading(2, words.say("enact.drafts"), "drafts"))
                .add(links(drafts, "enact.draft", words, ProofPages::address));
    }

    private static String days(Directive version, PageTexts words) {
        var days = new java.util.ArrayList<String>();
        version.inForce()
                .from()
                .ifPresent(d -> days.add(words.say("enact.days.from", words.day(d))));
        version.inForce()
                .until()
                .ifPresent(d -> days.add(words.say("enact.days.until", words.day(d))));
        return days.isEmpty() ? words.say("enact.days.always") : String.join(" ", days);
    }

    private String state(Directive version) {
        var register = office.register();
        var id = version.ref().id();
        boolean put =
                register.tenure(id).versions().stream()
                        .anyMatch(v -> v.ref().equals(version.ref()));
        boolean today =
                put
                        && register.standing(version).decides()
                        && register.directive(id)
                                .filter(d -> d.ref().equals(version.ref()))
                                .isPresent();
        return today ? "today" : put ? "put" : "stored";
    }

    private void changes(
            Page sheet, BriefingState briefing, Directive directive, FormBuilder form) {
        var words = pages.words();
        sheet.add(new Heading(2, words.say("enact.change"), "change"))
                .add(new Paragraphs(List.of(words.say("enact.change.what"))));
        briefing.enactment()
                .flatMap(Enactment::proposal)
                .ifPresent(open -> proposal(sheet, open, directive, words));
        form.radios(
                        "change",
                        words.say("enact.change.kind"),
                        "",
                        CHANGES.stream()
                                .map(c -> ChoiceOption.of(c, words.say("enact.change." + c), ""))
                                .toList())
                .date("from", words.say("enact.change.from"), "")
                .area("reason", words.say("enact.change.reason"), "");
        sheet.add(form.to(HERE + "/change", words.say("enact.change.propose")))
                .errors(form.errors());
    }

    private void proposal(
            Page sheet, Enactment.Proposal open, Directive directive, PageTexts words) {
        var zone = directive.vocabulary().zone();
        sheet.add(new Heading(3, words.say("enact.proposal"), "proposal"))
                .add(
                        new SummaryList(
                                List.of(
                                        SummaryRow.of(
                                                words.say("enact.change.kind"),
                                                said(open, new PackTexts(directive, words), words)),
                                        SummaryRow.of(
                                                words.say("enact.change.reason"), open.reason()),
                                        SummaryRow.of(
                                                words.say("enact.proposal.by"),
                                                open.by().text()
                                                        + ", "
                                                        + words.time(open.at(), zone)))))
                .add(
                        new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                                .ending(
                                        HERE + "/change/" + open.number(),
                                        words.say("enact.proposal.agree")));
    }

    private static String said(Enactment.Proposal open, PackTexts terms, PageTexts words) {
        return switch (open.change()) {
            case DirectiveChange.Suspend() -> words.say("enact.change.suspend");
            case DirectiveChange.Resume() -> words.say("enact.change.resume");
            case DirectiveChange.Repeal(var from) ->
                    words.say("enact.change.repeal") + ", " + words.day(from);
            case DirectiveChange.Clarify(_, var paragraph, var rules, var text) ->
                    words.say("enact.change.clarifies", paragraph, String.join(", ", rules), text);
            case DirectiveChange.CloseUnit(var unit, var successor, var from) ->
                    words.say(
                            "enact.change.closes",
                            terms.unit(unit),
                            terms.unit(successor),
                            words.day(from));
        };
    }

    @GET
    @Path("{version: [0-9a-f]{64}}")
    public Response version(String version) {
        var session = pages.request().officer();
        var words = pages.words();
        var directive = found(version);
        var sheet =
                pages.page(words.say("enact.version.title", directive.ref().version()))
                        .wide()
                        .back(HERE);
        sheet.done();
        var view = new EnactmentChecklist(office, new PackTexts(directive, words), words);
        view.addTo(sheet);
        if (isIssuers(session, directive) && session.actor() instanceof Actor.Officer officer) {
            var impact = new Link(words.say("impact.link"), HERE + "/" + version + "/impact");
            sheet.add(new LinkList(List.of(impact)));
            view.acts(sheet, officer, pages.request(), HERE + "/" + version);
        }
        return sheet.ok();
    }

    /** For any directive: a local one is put in force by its own issuer. */
    private Directive found(String version) {
        return office.register().directives().stream()
                .filter(ref -> ref.hash().equals(version))
                .findFirst()
                .map(office.register()::directive)
                .orElseThrow(NotFoundException::new);
    }

    private BriefingId id(String version) {
        return new BriefingId(found(version).ref().id());
    }

    private BriefingId id() {
        return new BriefingId(pages.request().directive().ref().id());
    }

    @POST
    @Path("{version: [0-9a-f]{64}}/sign")
    public Response sign(String version) {
        var pairs = new HashSet<>(pages.request().form().values("pair"));
        var command = new BriefingCommand.SignRules(id(version), version, pairs);
        return act(command, HERE + "/" + version, "signed");
    }

    @POST
    @Path("{version: [0-9a-f]{64}}/put-in-force")
    public Response putInForce(String version) {
        var command = new BriefingCommand.PutInForce(id(version), version);
        return act(command, HERE + "/" + version, "put-in-force");
    }

    @POST
    @Path("change")
    public Response propose() {
        var posted = pages.request().form();
        var words = pages.words();
        var wrong = new LinkedHashMap<String, String>();
        var kind = posted.oneOf("change", CHANGES).orElse("");
        if (kind.isEmpty()) {
            wrong.put("change", words.say("wrong.choose"));
        }
        if (kind.equals("repeal") && posted.date("from").isEmpty()) {
            wrong.put("from", words.say("wrong.date"));
        }
        if (posted.value("reason").isEmpty()) {
            wrong.put("reason", words.say("wrong.empty"));
        }
        if (!wrong.isEmpty()) {
            return show(posted, wrong);
        }
        var change =
                switch (kind) {
                    case "suspend" -> new DirectiveChange.Suspend();
                    case "resume" -> new DirectiveChange.Resume();
                    default -> new DirectiveChange.Repeal(posted.date("from").orElseThrow());
                };
        var command = new BriefingCommand.ProposeChange(id(), change, posted.value("reason"));
        return act(command, HERE, "proposed");
    }

    @POST
    @Path("change/{number: [0-9]{1,6}}")
    public Response second(int number) {
        var session = pages.request().officer();
        var key = pages.request().form().key();
        var reply =
                office.issues()
                        .confirmChange(
                                session, key, new BriefingCommand.SecondChange(id(), number));
        return replies.answer(reply, HERE, "changed");
    }

    private Response act(Command command, String onward, String what) {
        var session = pages.request().officer();
        var reply = office.desk().handle(session, pages.request().form().key(), command);
        return replies.answer(reply, onward, what);
    }
}
