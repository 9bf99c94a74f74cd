package exeat.web.apply;

import exeat.casework.value.Application.Channel;
import exeat.desk.Office;
import exeat.desk.limit.Budgets.Use;
import exeat.desk.write.FilingReply;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import exeat.web.component.BulletList;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.Letter;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Panel;
import exeat.web.component.Paragraphs;
import exeat.web.component.SecretBox;
import exeat.web.component.Section;
import exeat.web.component.WarningText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PublicUrl;
import exeat.web.kit.Replies;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checking the answers, sending the application, and the applicant's secret, shown once. */
@Singleton
@Path("/apply")
@RunOnVirtualThread
public final class SubmitPages {

    private final PageFactory pages;
    private final Office office;
    private final UnfinishedApplications drafts;
    private final InstantSource clock;
    private final Replies replies;
    private final PublicUrl publicUrl;

    SubmitPages(
            PageFactory pages,
            Office office,
            UnfinishedApplications drafts,
            InstantSource clock,
            Replies replies,
            PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
        this.pages = pages;
        this.office = office;
        this.drafts = drafts;
        this.clock = clock;
        this.replies = replies;
    }

    @GET
    @Path("check")
    public Response check() {
        var found = draft().filter(sketch -> !sketch.isSent());
        if (found.isEmpty()) {
            // To the questions, or to the page after sending.
            return Response.seeOther(URI.create("/apply/next")).build();
        }
        var sketch = found.get();
        var applying = applying(sketch);
        if (!applying.next().equals("/apply/check")) {
            return Response.seeOther(URI.create(applying.next())).build();
        }
        // Only the sender may see the answer, so the session begins before the form is handled.
        if (pages.request().session().isEmpty()) {
            pages.request().spend(Use.SESSION, 1);
            pages.request().beginSession(office.authentication().anonymousSession());
        }
        var words = pages.words();
        var sheet = pages.page(words.say("check.title")).back("/apply/0/who");
        for (int number = 0; number <= sketch.people().size(); number++) {
            sheet.add(card(applying, sketch, number));
        }
        sheet.add(aside("/apply/add", words.say("check.add")));
        return sheet.add(new Heading(2, words.say("check.send"), "send"))
                .add(new Paragraphs(List.of(words.say("check.live"), words.say("check.withdraw"))))
                .add(button("/apply/send", words.say("check.send.button")))
                .ok();
    }

    private Section card(QuestionFlow applying, UnfinishedApplication sketch, int number) {
        var words = pages.words();
        var rows = new ArrayList<SummaryRow>();
        for (var question : applying.about(number)) {
            var href = QuestionFlow.address(number, question);
            var values = question.answer().apply(sketch.about(number));
            rows.add(
                    new SummaryRow(
                            question.title(),
                            values.stream().map(exeat.web.component.LocalizedText::here).toList(),
                            List.of(new Link(words.say("change"), href, question.title()))));
        }
        var title = applying.caption(number);
        var inner = new ArrayList<io.quarkus.qute.RawString>();
        inner.add(Page.raw(new SummaryList(rows)));
        if (number > 0 && sketch.people().size() > 1) {
            inner.add(
                    Page.raw(aside("/apply/remove/" + number, words.say("check.remove", number))));
        }
        return new Section(title, "card-" + number, inner);
    }

    private exeat.web.component.form.HtmlForm button(String action, String text) {
        return new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of()).to(action, text);
    }

    private exeat.web.component.form.HtmlForm aside(String action, String text) {
        return new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of()).aside(action, text);
    }

    @POST
    @Path("send")
    public Response send() {
        var sketch = draft();
        var session = pages.request().session();
        if (sketch.isEmpty() || session.isEmpty()) {
            return Response.seeOther(URI.create("/apply")).build();
        }
        var key = pages.request().form().key();
        var sent = sketch.get().sent();
        if (!sent.isEmpty() && !sent.equals(key)) {
            return Response.seeOther(URI.create(SentPages.SENT)).build();
        }
        if (sent.isEmpty()) {
            pages.request().file(sketch.get().people().size());
        }
        var channel = pages.request().isOfficer() ? Channel.OFFICE : Channel.WEB;
        var filed = office.desk().apply(session.get(), key, applying(sketch.get()).draft(channel));
        if (filed.reply() instanceof Reply.Done done) {
            drafts.sent(token(), sketch.get().sentWith(key, filed.number().orElse("")));
            return filed(filed, done, sketch.get());
        }
        return replies.refused(filed.reply(), "/apply/check");
    }

    private Response filed(FilingReply filed, Reply.Done done, UnfinishedApplication sketch) {
        var words = pages.words();
        var number = filed.number().orElse("");
        var sheet =
                pages.question(words.say("filed.title"))
                        .add(
                                new Panel(
                                        words.say("filed.title"),
                                        words.say("filed.number"),
                                        number));
        if (filed.secret().isPresent()) {
            sheet.add(
                    new WarningText(words.say("warning"), words.say("filed.once")),
                    letter(number, filed.secret().get(), sketch),
                    new Paragraphs(List.of(words.say("filed.print"), words.say("filed.shared"))));
        }
        sheet.add(new Heading(2, words.say("filed.next"), "next"));
        if (pages.request().isOfficer()) {
            return sheet.add(new Paragraphs(List.of(words.say("filed.office"))))
                    .add(
                            new LinkList(
                                    List.of(
                                            new Link(
                                                    words.say("filed.case"),
                                                    CaseAddress.of(done.stream())))))
                    .ok();
        }
        return sheet.add(
                        new BulletList(
                                List.of(
                                        words.say("filed.next.confirm"),
                                        words.say("filed.next.others"),
                                        words.say("filed.next.track"))))
                .add(OfficeDetails.all(words))
                .add(new Button(words.say("filed.confirm"), "/sign-in", false))
                .ok();
    }

    /** What somebody needs later, to print, to save or to copy: of a page only this is printed. */
    private Letter letter(String number, String secret, UnfinishedApplication sketch) {
        var words = pages.words();
        var directive = pages.request().applyingUnder(sketch.under());
        var tree = directive.authorities();
        var place = new AuthorityId(sketch.about(1).value(StandardQuestions.RESIDENCE));
        var holder = tree.isAddressed(place) ? tree.unitFor(place, Role.HOLDS_FILES) : tree.root();
        var lines = new ArrayList<String>();
        lines.add(words.say("letter.how"));
        publicUrl.given().ifPresent(at -> lines.add(words.say("letter.address", at)));
        var office = new OfficeDetails(new PackTexts(directive, words), words);
        lines.add(words.say("letter.ask", office.line(holder.id())));
        var box = new SecretBox(words.say("filed.secret"), secret, words.say("filed.secret.note"));
        return new Letter(words.lang(), words.say("letter.title", number), lines, Page.raw(box));
    }

    private String token() {
        return pages.request().cookie(RequestContext.DRAFT_COOKIE).orElse("");
    }

    private Optional<UnfinishedApplication> draft() {
        return pages.request().cookie(RequestContext.DRAFT_COOKIE).flatMap(drafts::find);
    }

    private QuestionFlow applying(UnfinishedApplication sketch) {
        return new QuestionFlow(
                sketch,
                new PackTexts(pages.request().applyingUnder(sketch.under()), pages.words()),
                pages.words(),
                clock.instant());
    }
}
