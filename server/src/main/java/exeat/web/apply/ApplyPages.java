package exeat.web.apply;

import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.web.component.BulletList;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.SecretBox;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.Cookies;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SecureTokens;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applying, with one question on each page. */
@Singleton
@Path("/apply")
@RunOnVirtualThread
public final class ApplyPages {

    private static final String FORM = "question";
    private static final String KEEP = "keep";

    private final PageFactory pages;
    private final Office office;
    private final UnfinishedApplications drafts;
    private final InstantSource clock;

    ApplyPages(
            PageFactory pages, Office office, UnfinishedApplications drafts, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GET
    public Response begin() {
        return begin(SubmittedForm.EMPTY, Map.of());
    }

    private Response begin(SubmittedForm values, Map<String, String> wrong) {
        var words = pages.words();
        var sheet =
                pages.page(words.say("apply.title"))
                        .back(pages.request().isOfficer() ? "/officer/counter" : "/")
                        .add(
                                new Paragraphs(
                                        List.of(words.say("apply.how"), words.say("apply.need"))))
                        .add(
                                new BulletList(
                                        List.of(
                                                words.say("apply.need.names"),
                                                words.say("apply.need.papers"),
                                                words.say("apply.need.guardians"))))
                        .add(
                                new Paragraphs(
                                        List.of(
                                                words.say("apply.kept", drafts.kept().toDays()),
                                                words.say("apply.private"))));
        var form = new FormBuilder(pages.request(), values, wrong);
        if (chooses()) {
            var offered = pages.request().offered();
            form.radios(
                    UnfinishedApplication.UNDER,
                    words.say("apply.under"),
                    words.say("apply.under.hint"),
                    offered.stream().map(directive -> option(directive, words)).toList());
        } else {
            var directive = pages.request().directive();
            DirectiveNotices.without(office, directive, words)
                    .ifPresent(why -> sheet.add(new InsetText(why)));
            DirectiveNotices.unspoken(directive, words).ifPresent(sheet::add);
        }
        if (sketch().isPresent()) {
            sheet.add(new LinkList(List.of(new Link(words.say("apply.continue"), "/apply/next"))));
        }
        return sheet.add(form.to("/apply/start", words.say("apply.start")))
                .errors(form.errors())
                .ok();
    }

    /** Whether there is something to choose; an officer applies under their mandate. */
    private boolean chooses() {
        return !pages.request().isStaff() && pages.request().offered().size() > 1;
    }

    private ChoiceOption option(Directive directive, PageTexts words) {
        var why = DirectiveNotices.without(office, directive, words);
        var record = directive.record();
        return ChoiceOption.of(directive.ref().id(), record.title(), why.orElseGet(record::issuer));
    }

    @POST
    @Path("start")
    public Response start() {
        var posted = pages.request().form();
        var chosen = posted.value(UnfinishedApplication.UNDER);
        var draft = UnfinishedApplication.EMPTY;
        if (chooses()) {
            if (pages.request().offered().stream()
                    .noneMatch(directive -> directive.ref().id().equals(chosen))) {
                var wrong = Map.of(UnfinishedApplication.UNDER, pages.words().say("wrong.under"));
                return begin(posted, wrong);
            }
            draft = draft.with(0, posted, List.of(UnfinishedApplication.UNDER));
        }
        var token = SecureTokens.fresh();
        drafts.keep(token, draft, pages.request()::growDraft);
        return withDraft("/apply/0/who", token);
    }

    private Response withDraft(String to, String token) {
        return Response.seeOther(URI.create(to))
                .cookie(
                        Cookies.set(
                                pages.request(),
                                RequestContext.DRAFT_COOKIE,
                                token,
                                Cookies.UNTIL_BROWSER_CLOSES))
                .build();
    }

    /** Redirects to the first unanswered question. */
    @GET
    @Path("next")
    public Response next() {
        return go(sketch().map(sketch -> applying(sketch).next()).orElse("/apply"));
    }

    @GET
    @Path("{number}/{slug}")
    public Response question(int number, String slug) {
        var sketch = sketch();
        if (sketch.isEmpty() || !sketch.get().has(number)) {
            return go("/apply");
        }
        var applying = applying(sketch.get());
        return applying.question(number, slug)
                .map(q -> show(number, q, sketch.get().typed(number), Map.of()))
                .orElseGet(() -> go(applying.next()));
    }

    @POST
    @Path("{number}/{slug}")
    public Response answer(int number, String slug) {
        var sketch = sketch();
        if (sketch.isEmpty() || !sketch.get().has(number)) {
            return go("/apply");
        }
        var posted = pages.request().form();
        var question =
                applying(sketch.get()).question(number, slug).orElseThrow(NotFoundException::new);
        var way = posted.value("go");
        if (!way.isEmpty()) {
            // Not validated: the applicant was not done with this page.
            drafts.keep(
                    token(),
                    sketch.get().withTyped(number, posted, question.fields()),
                    pages.request()::growDraft);
            var before = applying(sketch.get()).before(number, slug);
            return go(way.equals(KEEP) ? "/apply/keep" : before);
        }
        var wrong = question.wrong().apply(posted);
        if (!wrong.isEmpty()) {
            return show(number, question, posted, wrong);
        }
        var kept = sketch.get().with(number, posted, question.fields());
        drafts.keep(token(), kept, pages.request()::growDraft);
        boolean more = slug.equals("name") && !posted.value("more").isEmpty();
        return go(more ? "/apply/" + number + "/name" : applying(kept).next());
    }

    private Response show(
            int number, Question question, SubmittedForm values, Map<String, String> wrong) {
        var words = pages.words();
        var form = new FormBuilder(pages.request(), values, wrong);
        question.ask().accept(form);
        var sheet =
                form.hasHeadline()
                        ? pages.question(question.title())
                        : pages.page(question.title());
        if (number > 0) {
            sheet.caption(words.say("apply.traveller", number));
        }
        var ways = List.of(ChoiceOption.of(KEEP, words.say("apply.keep"), ""));
        return sheet.backIn(FORM)
                .add(
                        form.withWays(
                                FORM,
                                QuestionFlow.address(number, question),
                                words.say("continue"),
                                ways))
                .errors(form.errors())
                .ok();
    }

    @POST
    @Path("add")
    public Response add() {
        return change(UnfinishedApplication::withAnother);
    }

    @POST
    @Path("remove/{number}")
    public Response remove(int number) {
        return change(sketch -> sketch.without(number));
    }

    private Response change(java.util.function.UnaryOperator<UnfinishedApplication> change) {
        var sketch = sketch();
        if (sketch.isEmpty()) {
            return go("/apply");
        }
        var changed = change.apply(sketch.get());
        drafts.keep(token(), changed, pages.request()::growDraft);
        return go(applying(changed).next());
    }

    /** How to continue on another day or device. */
    @GET
    @Path("keep")
    public Response keep() {
        var words = pages.words();
        if (sketch().isEmpty()) {
            return go("/apply");
        }
        return pages.page(words.say("keep.title"))
                .back("/apply/next")
                .add(new Paragraphs(List.of(words.say("keep.how", drafts.kept().toDays()))))
                .add(new SecretBox(words.say("keep.code"), token(), words.say("keep.note")))
                .ok();
    }

    @GET
    @Path("resume")
    public Response resume() {
        return resumeForm(SubmittedForm.EMPTY, Map.of());
    }

    private Response resumeForm(SubmittedForm values, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), values, wrong)
                        .text("code", words.say("keep.code"), "");
        return pages.page(words.say("resume.title"))
                .back("/")
                .add(new Paragraphs(List.of(words.say("resume.how", drafts.kept().toDays()))))
                .add(form.to("/apply/resume", words.say("continue")))
                .errors(form.errors())
                .ok();
    }

    @POST
    @Path("resume")
    public Response resumed() {
        var code = pages.request().form().value("code");
        return drafts.find(code)
                .filter(sketch -> sketch.sent().isEmpty())
                .map(sketch -> withDraft("/apply/next", code))
                .orElseGet(() ->
                        resumeForm(
                                pages.request().form(),
                                Map.of("code", pages.words().say("wrong.code"))));
    }

    private String token() {
        return pages.request().cookie(RequestContext.DRAFT_COOKIE).orElse("");
    }

    private Optional<UnfinishedApplication> sketch() {
        return pages.request()
                .cookie(RequestContext.DRAFT_COOKIE)
                .flatMap(drafts::find)
                .filter(s -> s.sent().isEmpty());
    }

    private QuestionFlow applying(UnfinishedApplication sketch) {
        return new QuestionFlow(
                sketch,
                new PackTexts(pages.request().applyingUnder(sketch.under()), pages.words()),
                pages.words(),
                clock.instant());
    }

    private static Response go(String to) {
        return Response.seeOther(URI.create(to)).build();
    }
}
