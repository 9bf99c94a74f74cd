package exeat.web.track;

import exeat.casework.command.Actor;
import exeat.casework.state.IssueState;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.report.Issues;
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

/** Issues that a traveller raises about the directive; they see only their own. */
@Singleton
@Path("/issues")
@RunOnVirtualThread
public final class ApplicantIssuePages {

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;

    ApplicantIssuePages(PageFactory pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response issues() {
        return show(SubmittedForm.EMPTY, Map.of());
    }

    private PackTexts terms(Session session) {
        if (session.actor() instanceof Actor.Party party) {
            var view =
                    office.cases()
                            .find(session, party.caseId())
                            .orElseThrow(NotFoundException::new);
            return new PackTexts(office.register().directive(view.directive()), pages.words());
        }
        throw new NotFoundException();
    }

    private Response show(SubmittedForm values, Map<String, String> wrong) {
        var session = pages.request().party();
        var terms = terms(session);
        var words = pages.words();
        var sheet = pages.page(words.say("own-issues.title")).back("/track");
        sheet.done();
        sheet.add(
                new Paragraphs(List.of(words.say("own-issues.what"), words.say("own-issues.who"))));
        for (var issue : office.issues().own(session)) {
            sheet.add(card(issue, terms));
        }
        var paragraphs =
                terms.directive().record().paragraphs().stream()
                        .map(p ->
                                ChoiceOption.of(p.number(), p.number() + " – " + terms.gist(p), ""))
                        .toList();
        var form =
                new FormBuilder(pages.request(), values, wrong)
                        .radios("paragraph", words.say("own-issues.paragraph"), "", paragraphs)
                        .area("text", words.say("own-issues.text"), words.say("own-issues.hint"));
        return sheet.add(new Heading(2, words.say("own-issues.raise"), "raise"))
                .add(form.to("/issues", words.say("own-issues.send")))
                .errors(form.errors())
                .ok();
    }

    private Section card(IssueState issue, PackTexts terms) {
        var words = pages.words();
        var zone = terms.directive().vocabulary().zone();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("own-issues.said"), issue.text()));
        rows.add(SummaryRow.of(words.say("own-issues.raised"), words.time(issue.raised(), zone)));
        rows.add(SummaryRow.of(words.say("own-issues.holder"), terms.unit(issue.holder())));
        Issues.due(issue, terms.directive())
                .ifPresent(day ->
                        rows.add(SummaryRow.of(words.say("own-issues.due"), words.day(day))));
        rows.add(
                SummaryRow.of(
                        words.say("own-issues.answer"),
                        issue.answer().orElse(words.say("own-issues.open"))));
        return new Section(
                words.say("directive.paragraph", issue.paragraph()),
                "issue-" + issue.id().value(),
                List.of(Page.raw(new SummaryList(rows))));
    }

    @POST
    public Response raise() {
        var session = pages.request().party();
        var posted = pages.request().form();
        var words = pages.words();
        var wrong = new LinkedHashMap<String, String>();
        if (terms(session).directive().paragraph(posted.value("paragraph")).isEmpty()) {
            wrong.put("paragraph", words.say("wrong.choose"));
        }
        if (posted.value("text").isEmpty()) {
            wrong.put("text", words.say("wrong.empty"));
        }
        if (posted.isRestored() || !wrong.isEmpty()) {
            return show(posted, posted.isRestored() ? Map.of() : wrong);
        }
        var reply =
                office.issues()
                        .raise(
                                session,
                                posted.key(),
                                office.issues().idOf(session, posted.key()),
                                posted.value("paragraph"),
                                posted.value("text"));
        return replies.answer(reply, "/issues", "own-issue");
    }
}
