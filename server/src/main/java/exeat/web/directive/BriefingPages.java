package exeat.web.directive;

import exeat.casework.access.HandingDown;
import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.state.BriefingState;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.auth.OfficerAccounts;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.document.Paragraph;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.WarningText;
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
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading, acknowledging and handing down a directive. */
@Singleton
@Path("/officer/briefing")
@RunOnVirtualThread
public final class BriefingPages {

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;

    BriefingPages(PageFactory pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response show() {
        return show(SubmittedForm.EMPTY, Map.of(), List.of());
    }

    /**
     * The page.
     *
     * @param again the paragraphs that the officer should read again
     */
    private Response show(SubmittedForm values, Map<String, String> wrong, List<Paragraph> again) {
        var session = pages.request().officer();
        var words = pages.words();
        var directive = pages.request().directive();
        var terms = new PackTexts(directive, words);
        var briefing = office.register().briefing(session, directive.ref().id());
        var sheet = pages.page(words.say("briefing.title"));
        sheet.done();
        sheet.add(new Paragraphs(List.of(words.say("briefing.what"), words.say("briefing.why"))));
        sheet.add(ProofPages.links(directive.ref(), words));
        var said = office.register().clarifications(directive.ref().id());
        new DirectiveView(terms, words, said).addTo(sheet);
        sheet.add(new LinkList(List.of(new Link(words.say("briefing.rules"), "/directive"))));
        if (session.actor() instanceof Actor.Officer officer) {
            acts(sheet, officer, briefing, values, wrong, again);
        }
        clarifications(sheet, session, briefing, terms);
        return sheet.add(new Heading(2, words.say("briefing.units"), "units"))
                .add(units(session, briefing, terms).underHeading())
                .errors(wrong)
                .ok();
    }

    private void acts(
            Page sheet,
            Actor.Officer officer,
            BriefingState briefing,
            SubmittedForm values,
            Map<String, String> wrong,
            List<Paragraph> again) {
        var words = pages.words();
        var directive = pages.request().directive();
        sheet.add(enacting(words));
        if (briefing.units().isEmpty()
                && officer.unit().equals(directive.authorities().root().id())) {
            return;
        }
        if (officer.briefed()) {
            sheet.add(new Paragraphs(List.of(words.say("briefing.read"))));
            if (!HandingDown.next(briefing, tree(directive), officer.unit()).isEmpty()) {
                sheet.add(button("hand-down", words.say("briefing.hand-down")));
            }
            return;
        }
        if (!briefing.units().containsKey(officer.unit())) {
            notHanded(sheet, briefing, officer.unit(), new PackTexts(directive, words));
            return;
        }
        var unit = Optional.ofNullable(briefing.units().get(officer.unit()));
        if (unit.filter(u -> u.officers().contains(officer.id().text())).isPresent()) {
            sheet.add(new InsetText(words.say("check.changed")));
        }
        sheet.add(new Heading(2, words.say("briefing.check.title"), "check"))
                .add(new Paragraphs(List.of(words.say("check.what"))));
        var terms = new PackTexts(directive, words);
        for (var paragraph : again) {
            sheet.add(
                    new WarningText(
                            words.say("warning"),
                            words.say("check.wrong")
                                    + " "
                                    + words.say("directive.paragraph", paragraph.number())
                                    + ". "
                                    + terms.gist(paragraph)));
        }
        sheet.add(new BriefingCheckForm(pages.request(), terms).of(values, wrong));
    }

    private AuthorityTree tree(Directive directive) {
        return office.register().tree(directive);
    }

    /** Why there is nothing to acknowledge yet, and who must act, in their order. */
    private void notHanded(Page sheet, BriefingState briefing, AuthorityId unit, PackTexts terms) {
        var words = pages.words();
        var before = HandingDown.before(briefing, tree(terms.directive()), unit);
        sheet.add(new InsetText(words.say("briefing.not-handed", terms.unit(unit))));
        if (briefing.units().isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("briefing.not-handed.none"))));
        }
        if (!before.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("briefing.not-handed.by"))))
                    .add(new BulletList(before.stream().map(terms::unit).toList()));
        }
    }

    /** The issuer's answers to issues, and the units below that have not read them. */
    private void clarifications(
            Page sheet, Session session, BriefingState briefing, PackTexts terms) {
        if (briefing.clarified().isEmpty() || !(session.actor() instanceof Actor.Officer officer)) {
            return;
        }
        var words = pages.words();
        var zone = terms.directive().vocabulary().zone();
        var scope = Mandate.scope(terms.directive().authorities(), officer.unit());
        sheet.add(new Heading(2, words.say("clarifications.title"), "clarifications"));
        for (var c : briefing.clarified().reversed()) {
            var missing =
                    briefing.units().keySet().stream()
                            .filter(scope::contains)
                            .filter(unit -> !c.acknowledged().containsKey(unit))
                            .toList();
            var rows = new ArrayList<SummaryRow>();
            rows.add(
                    SummaryRow.of(
                            words.say("clarifications.paragraph"),
                            words.say("directive.paragraph", c.paragraph())));
            rows.add(SummaryRow.of(words.say("clarifications.words"), c.text()));
            rows.add(SummaryRow.of(words.say("clarifications.when"), words.time(c.at(), zone)));
            rows.add(
                    SummaryRow.of(
                            words.say("clarifications.rules"),
                            c.changesARule()
                                    ? String.join(", ", c.rules())
                                    : words.say("clarifications.rules.none")));
            rows.add(
                    SummaryRow.of(
                            words.say("clarifications.missing", missing.size()),
                            missing.isEmpty()
                                    ? List.of(words.say("clarifications.missing.none"))
                                    : missing.stream().map(terms::unit).toList()));
            var inner = new ArrayList<RawString>(List.of(Page.raw(new SummaryList(rows))));
            if (missing.contains(officer.unit())) {
                inner.add(
                        Page.raw(
                                button(
                                        "clarifications/" + c.number(),
                                        words.say("clarifications.acknowledge", c.number()))));
            }
            sheet.add(
                    new Section(
                            words.say("clarifications.one", c.number()),
                            "clarification-" + c.number(),
                            inner));
        }
    }

    @POST
    @Path("clarifications/{number}")
    public Response read(String number) {
        pages.request().officer();
        if (!number.matches("[0-9]{1,4}")) {
            throw new NotFoundException();
        }
        return act(
                new BriefingCommand.AcknowledgeClarification(id(), Integer.parseInt(number)),
                "clarification");
    }

    private static LinkList enacting(PageTexts words) {
        return new LinkList(
                List.of(new Link(words.say("briefing.put-in-force"), "/officer/directive")));
    }

    private exeat.web.component.form.HtmlForm button(String what, String text) {
        return new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                .to("/officer/briefing/" + what, text);
    }

    private DataTable units(Session session, BriefingState briefing, PackTexts terms) {
        var words = pages.words();
        var zone = terms.directive().vocabulary().zone();
        var read = office.officerAccounts().readers(session, terms.directive());
        return new DataTable(
                words.say("briefing.units"),
                List.of(
                        ColumnHeader.of(words.say("officer.unit")),
                        ColumnHeader.of(words.say("briefing.handed")),
                        ColumnHeader.of(words.say("briefing.acknowledged")),
                        ColumnHeader.of(words.say("briefing.officers"))),
                briefing.units().entrySet().stream()
                        .map(unit ->
                                List.of(
                                        TableCell.of(name(unit.getKey(), terms)).asHead(),
                                        TableCell.of(
                                                words.time(unit.getValue().handedDown(), zone)),
                                        TableCell.of(
                                                unit.getValue()
                                                        .acknowledged()
                                                        .map(at -> words.time(at, zone))
                                                        .orElse(words.say("briefing.not-yet"))),
                                        TableCell.of(
                                                Optional.ofNullable(read.get(unit.getKey()))
                                                        .map(this::readers)
                                                        .orElse(
                                                                words.say(
                                                                        "briefing.officers.hidden")))))
                        .toList());
    }

    private String readers(OfficerAccounts.Readers of) {
        var words = pages.words();
        int all = of.read().size() + of.missing().size();
        return of.missing().isEmpty()
                ? words.say("briefing.officers.of", of.read().size(), all)
                : words.say(
                        "briefing.officers.missing",
                        of.read().size(),
                        all,
                        String.join(", ", of.missing()));
    }

    private static String name(AuthorityId unit, PackTexts terms) {
        return terms.unit(unit);
    }

    @POST
    @Path("acknowledge")
    public Response acknowledge() {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var directive = pages.request().directive();
        var form = new BriefingCheckForm(pages.request(), new PackTexts(directive, pages.words()));
        var wrong = posted.isRestored() ? Map.<String, String>of() : form.missing(posted);
        if (posted.isRestored() || !wrong.isEmpty()) {
            return show(posted, wrong, List.of());
        }
        var answers = form.answers(posted);
        var command =
                new BriefingCommand.Acknowledge(
                        id(), posted.value(BriefingCheckForm.VERSION), answers);
        var reply = office.desk().handle(session, posted.key(), command);
        if (reply instanceof Reply.Rejected(var not) && not.code() == Rejection.Code.WRONG_ANSWER) {
            var again = BriefingCheck.wrong(directive, answers).values().stream().distinct();
            return show(SubmittedForm.EMPTY, Map.of(), again.toList());
        }
        return replies.answer(reply, "/officer/briefing", "acknowledge");
    }

    @POST
    @Path("hand-down")
    public Response handDown() {
        return act(new BriefingCommand.HandDown(id()), "hand-down");
    }

    private BriefingId id() {
        return new BriefingId(pages.request().directive().ref().id());
    }

    private Response act(Command command, String what) {
        var session = pages.request().officer();
        var reply = office.desk().handle(session, pages.request().form().key(), command);
        return replies.answer(reply, "/officer/briefing", what);
    }
}
