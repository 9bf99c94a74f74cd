package exeat.web.report;

import exeat.casework.command.Actor;
import exeat.casework.command.IssueCommand;
import exeat.casework.state.IssueState;
import exeat.casework.value.StreamId.IssueId;
import exeat.desk.Office;
import exeat.desk.report.Issues;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Heading;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Issues that officers raise about a paragraph, which go up level by level until they are answered.
 */
@Singleton
@Path("/officer/issues")
@RunOnVirtualThread
public final class IssuePages {

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;

    IssuePages(PageFactory pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response issues() {
        return show(SubmittedForm.EMPTY, Map.of(), "");
    }

    /** The page with the errors of one of its forms, which is named by its action. */
    private Response show(SubmittedForm values, Map<String, String> wrong, String which) {
        var session = pages.request().officer();
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        var sheet = pages.page(words.say("issues.title"));
        sheet.done();
        sheet.add(new Paragraphs(List.of(words.say("issues.what"))));
        if (session.actor() instanceof Actor.Officer officer) {
            for (var issue : office.issues().of(session, officer.unit())) {
                sheet.add(card(issue, officer.unit(), terms, values, wrong));
            }
        }
        var form =
                new FormBuilder(pages.request(), values, which.isEmpty() ? wrong : Map.of())
                        .select("paragraph", words.say("issues.paragraph"), "", paragraphs(terms))
                        .area("text", words.say("issues.text"), words.say("issues.text.hint"));
        return sheet.add(new Heading(2, words.say("issues.raise"), "raise"))
                .add(form.to("/officer/issues", words.say("issues.raise")))
                .errors(which.isEmpty() ? form.errors() : Page.links(wrong))
                .ok();
    }

    /** The rules that cite the paragraph of an issue. */
    private static List<ChoiceOption> rules(IssueState issue, PackTexts terms) {
        return terms.directive().rules().stream()
                .filter(rule -> rule.paragraph().equals(Optional.of(issue.paragraph())))
                .map(rule -> ChoiceOption.of(rule.id(), rule.decision() + ", " + rule.id(), ""))
                .toList();
    }

    private List<ChoiceOption> paragraphs(PackTexts terms) {
        return terms.directive().record().paragraphs().stream()
                .map(p ->
                        ChoiceOption.of(
                                p.number(), p.number() + " – " + shortened(terms.gist(p)), ""))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private Section card(
            IssueState issue,
            AuthorityId unit,
            PackTexts terms,
            SubmittedForm values,
            Map<String, String> wrong) {
        var words = pages.words();
        var rows = new ArrayList<SummaryRow>();
        rows.add(
                SummaryRow.of(
                        words.say("issues.text"),
                        issue.isErased() ? words.say("issues.erased") : issue.text()));
        boolean traveller = issue.road().filter(IssueState.IssuePath::byTraveller).isPresent();
        rows.add(
                SummaryRow.of(
                        words.say("issues.by"),
                        traveller
                                ? words.say("issues.by.traveller", terms.unit(issue.raisedBy()))
                                : terms.unit(issue.raisedBy())));
        rows.add(SummaryRow.of(words.say("issues.holder"), terms.unit(issue.holder())));
        Issues.due(issue, terms.directive())
                .ifPresent(day -> rows.add(SummaryRow.of(words.say("issues.due"), words.day(day))));
        var levels = levels(issue, terms);
        if (!levels.isEmpty()) {
            rows.add(SummaryRow.of(words.say("issues.levels"), levels));
        }
        if (!issue.remarks().isEmpty()) {
            rows.add(SummaryRow.of(words.say("issues.remarks"), issue.remarks()));
        }
        rows.add(
                SummaryRow.of(
                        words.say("issues.answer"),
                        issue.answer()
                                .map(said -> said.isEmpty() ? words.say("issues.rests") : said)
                                .orElse(words.say("issues.open"))));
        var inner = new ArrayList<RawString>();
        inner.add(Page.raw(new SummaryList(rows)));
        if (issue.answer().isEmpty() && issue.holder().equals(unit)) {
            inner.add(Page.raw(act(issue, "answer", terms, values, wrong)));
            if (!unit.equals(terms.directive().authorities().root().id())) {
                inner.add(Page.raw(act(issue, "pass", terms, values, wrong)));
            }
        }
        return new Section(
                words.say("directive.paragraph", issue.paragraph()),
                "issue-" + issue.id().value(),
                inner);
    }

    /** Each level that had the issue, and those that missed the deadline. */
    private List<String> levels(IssueState issue, PackTexts terms) {
        var words = pages.words();
        var zone = terms.directive().vocabulary().zone();
        return issue.road().stream()
                .flatMap(road -> road.levels().stream())
                .map(level ->
                        words.say(
                                level.late() ? "issues.level.late" : "issues.level",
                                terms.unit(level.unit()),
                                words.day(level.since().atZone(zone).toLocalDate())))
                .toList();
    }

    private exeat.web.component.form.HtmlForm act(
            IssueState issue,
            String what,
            PackTexts terms,
            SubmittedForm values,
            Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), values, wrong)
                        .area(
                                what + "-" + issue.id().value(),
                                words.say("issues." + what + ".text"),
                                "");
        var root = terms.directive().authorities().root().id();
        if (what.equals("answer") && issue.holder().equals(root)) {
            form.checks(
                    "rules-" + issue.id().value(),
                    words.say("issues.rules"),
                    words.say("issues.rules.hint"),
                    rules(issue, terms));
        }
        return form.to(
                "/officer/issues/" + issue.id().value() + "/" + what, words.say("issues." + what));
    }

    @POST
    public Response raise() {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var words = pages.words();
        var wrong = new LinkedHashMap<String, String>();
        var directive = pages.request().directive();
        if (directive.paragraph(posted.value("paragraph")).isEmpty()) {
            wrong.put("paragraph", words.say("wrong.choose"));
        }
        if (posted.value("text").isEmpty()) {
            wrong.put("text", words.say("wrong.empty"));
        }
        if (posted.isRestored() || !wrong.isEmpty()) {
            return show(posted, posted.isRestored() ? Map.of() : wrong, "");
        }
        var command =
                new IssueCommand.RaiseIssue(
                        office.issues().idOf(session, posted.key()),
                        posted.value("paragraph"),
                        posted.value("text"));
        var reply = office.desk().handle(session, posted.key(), command);
        return replies.answer(reply, "/officer/issues", "issue");
    }

    @POST
    @Path("{id}/{what}")
    public Response act(UUID id, String what) {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var field = what + "-" + id;
        var text = posted.value(field);
        if (posted.isRestored() || text.isEmpty()) {
            var wrong =
                    posted.isRestored()
                            ? Map.<String, String>of()
                            : Map.of(field, pages.words().say("wrong.empty"));
            return show(posted, wrong, what);
        }
        var issue = new IssueId(id);
        var rules = Set.copyOf(posted.values("rules-" + id));
        var reply =
                switch (what) {
                    case "answer" ->
                            office.issues().answer(session, posted.key(), issue, text, rules);
                    case "pass" ->
                            office.desk()
                                    .handle(
                                            session,
                                            posted.key(),
                                            new IssueCommand.EscalateIssue(issue, text));
                    default -> throw new NotFoundException();
                };
        var done = what.equals("answer") && !rules.isEmpty() ? "proposed" : what;
        return replies.answer(reply, "/officer/issues", "issue-" + done);
    }
}
