package exeat.web.apply;

import exeat.desk.Office;
import exeat.desk.base.ReferenceCodes;
import exeat.rules.Directive;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
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
    private static final String COPY = "copy";

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
                        .back(pages.request().isOfficer() ? "/officer/counter" : "/");
        var closed = closed();
        if (closed.isPresent()) {
            return sheet.add(new InsetText(closed.get()))
                    .add(
                            new LinkList(
                                    List.of(
                                            new Link(words.say("start.directive"), "/directive"),
                                            new Link(words.say("try.link"), "/directive/try"))))
                    .ok();
        }
        sheet.add(new Paragraphs(List.of(words.say("apply.how"), words.say("apply.need"))))
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
        if (isSent() && !pages.request().isOfficer()) {
            sheet.add(new LinkList(List.of(new Link(words.say("sent.link"), SentPages.SENT))));
        } else if (sketch().isPresent()) {
            sheet.add(new LinkList(List.of(new Link(words.say("apply.continue"), "/apply/next"))));
        }
        return sheet.add(form.to("/apply/start", words.say("apply.start")))
                .errors(form.errors())
                .ok();
    }

    /** Why nobody can apply today under anything that they could choose. */
    private Optional<String> closed() {
        var under = chooses() ? pages.request().offered() : List.of(pages.request().directive());
        return DirectiveNotices.closed(office, under, pages.words());
    }

    /** Whether there is something to choose; an officer applies under their mandate. */
    private boolean chooses() {
        return !pages.request().isStaff() && pages.request().offered().size() > 1;
    }

    private ChoiceOption option(Directive directive, PageTexts words) {
        var why =
                DirectiveNotices.closed(office, directive, words)
                        .or(() -> DirectiveNotices.without(office, directive, words));
        var texts = new PackTexts(directive, words);
        return new ChoiceOption(
                directive.ref().id(),
                texts.title().text(),
                why.orElseGet(() -> texts.issuer().text()),
                false);
    }

    @POST
    @Path("start")
    public Response start() {
        var posted = pages.request().form();
        var chosen = posted.value(UnfinishedApplication.UNDER);
        var draft = UnfinishedApplication.EMPTY;
        if (closed().isPresent()) {
            return go("/apply");
        }
        if (chooses()) {
            if (pages.request().offered().stream()
                    .noneMatch(directive -> directive.ref().id().equals(chosen))) {
                var wrong = Map.of(UnfinishedApplication.UNDER, pages.words().say("wrong.under"));
                return begin(posted, wrong);
            }
            var closed =
                    office.register()
                            .directive(chosen)
                            .flatMap(one -> DirectiveNotices.closed(office, one, pages.words()));
            if (closed.isPresent()) {
                return begin(posted, Map.of(UnfinishedApplication.UNDER, closed.get()));
            }
            draft = draft.with(0, posted, List.of(UnfinishedApplication.UNDER));
        }
        var token = ReferenceCodes.draft();
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
        return sketch().map(sketch -> go(applying(sketch).next())).orElseGet(this::none);
    }

    @GET
    @Path("{number}/{slug}")
    public Response question(int number, String slug) {
        var sketch = sketch();
        if (sketch.isEmpty() || !sketch.get().has(number)) {
            return none();
        }
        var applying = applying(sketch.get());
        return applying.question(number, slug)
                .map(q ->
                        show(applying, number, q, sketch.get().typed(number), Map.of(), List.of()))
                .orElseGet(() -> go(applying.next()));
    }

    @POST
    @Path("{number}/{slug}")
    public Response answer(int number, String slug) {
        var sketch = sketch();
        if (sketch.isEmpty() || !sketch.get().has(number)) {
            return none();
        }
        var posted = pages.request().form();
        var question =
                applying(sketch.get()).question(number, slug).orElseThrow(NotFoundException::new);
        var way = posted.value("go");
        var flow = applying(sketch.get());
        if (way.equals(COPY) && flow.copied(number, slug).isPresent()) {
            posted = sketch.get().about(1);
        } else if (way.equals(NameQuestions.MORE) && slug.equals("name")) {
            keepTyped(sketch.get(), number, question, posted);
            var more = posted.with(NameQuestions.MORE, way);
            return show(flow, number, question, more, Map.of(), List.of());
        } else if (!way.isEmpty()) {
            // Not validated: the applicant was not done with this page.
            keepTyped(sketch.get(), number, question, posted);
            var before = flow.isComplete() ? QuestionFlow.card(number) : flow.before(number, slug);
            return go(way.equals(KEEP) ? "/apply/keep" : before);
        }
        var wrong = question.wrong().apply(posted);
        var doubts = wrong.isEmpty() ? question.untold(posted) : List.<String>of();
        if (!wrong.isEmpty() || !doubts.isEmpty()) {
            return show(flow, number, question, posted, wrong, doubts);
        }
        var kept = sketch.get().with(number, posted, question.fields());
        drafts.keep(token(), kept, pages.request()::growDraft);
        return go(applying(kept).after(number, flow.isComplete()));
    }

    private void keepTyped(
            UnfinishedApplication sketch, int number, Question question, SubmittedForm posted) {
        drafts.keep(
                token(),
                sketch.withTyped(number, posted, question.fields()),
                pages.request()::growDraft);
    }

    private Response show(
            QuestionFlow flow,
            int number,
            Question question,
            SubmittedForm values,
            Map<String, String> wrong,
            List<String> doubts) {
        var words = pages.words();
        var form = new FormBuilder(pages.request(), values, wrong);
        question.ask().accept(form);
        var sheet =
                form.hasHeadline()
                        ? pages.question(question.title())
                        : pages.page(question.title());
        sheet.caption(flow.caption(number));
        flow.answeredFor(number, question.slug()).ifPresent(whom -> sheet.add(new InsetText(whom)));
        if (!doubts.isEmpty()) {
            form.hidden(Question.SURE, Question.told(doubts));
            sheet.add(new Heading(2, words.say("doubt.title"), "doubt"))
                    .add(new BulletList(doubts))
                    .add(new Paragraphs(List.of(words.say("doubt.what"))));
        }
        return sheet.backIn(FORM)
                .add(
                        form.withWays(
                                FORM,
                                QuestionFlow.address(number, question),
                                words.say(doubts.isEmpty() ? "continue" : "doubt.sure"),
                                beside(flow, number, question, values),
                                List.of(ChoiceOption.of(KEEP, words.say("apply.keep"), ""))))
                .errors(form.errors())
                .ok();
    }

    /** Buttons that fill in what others of the family answered, or make room for one name more. */
    private List<ChoiceOption> beside(
            QuestionFlow flow, int number, Question question, SubmittedForm values) {
        var words = pages.words();
        if (question.slug().equals("name")) {
            return NameQuestions.room(values) == NameQuestions.MAX_NAMES
                    ? List.of()
                    : List.of(
                            ChoiceOption.of(
                                    NameQuestions.MORE, words.say("ask.name.more.yes"), ""));
        }
        return flow.copied(number, question.slug()).stream()
                .map(place ->
                        ChoiceOption.of(
                                COPY,
                                words.say("ask.residence.copy", flow.name(1).orElse("1"), place),
                                ""))
                .toList();
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
            return none();
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
            return none();
        }
        return pages.page(words.say("keep.title"))
                .back("/apply/next")
                .add(
                        new Paragraphs(
                                List.of(
                                        words.say("keep.how", drafts.kept().toDays()),
                                        words.say("keep.shared"))))
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
        var code = ReferenceCodes.readDraft(pages.request().form().value("code"));
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
        return draft().filter(draft -> !draft.isSent());
    }

    private boolean isSent() {
        return draft().filter(UnfinishedApplication::isSent).isPresent();
    }

    private Optional<UnfinishedApplication> draft() {
        return pages.request().cookie(RequestContext.DRAFT_COOKIE).flatMap(drafts::find);
    }

    /**
     * Answers if there is nothing to continue: says that the application was sent, or how to begin.
     */
    private Response none() {
        return go(isSent() && !pages.request().isOfficer() ? SentPages.SENT : "/apply");
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
