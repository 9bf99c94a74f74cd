package exeat.web.directive;

import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import exeat.rules.explain.Explanation;
import exeat.rules.finding.Finding;
import exeat.rules.prove.ProofReport;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What a version of a directive says about facts that anybody types in, and why: a way to try it
 * before applying. Nothing is kept: there is no command, the request leaves no log line (see {@link
 * exeat.http.RequestLog}), and the facts are only in the request's body.
 */
@Singleton
@Path("/directives/{id}/try")
@RunOnVirtualThread
public final class TryoutPages {

    private static final String HASH = "{hash: [0-9a-f]{64}}";

    /** How many processors visitors may use at once; others wait, then are asked to try again. */
    private static final int MAX_AT_ONCE = 2;

    private static final Duration MAX_WAIT = Duration.ofSeconds(3);

    private final PageFactory pages;
    private final Office office;
    private final Semaphore turns = new Semaphore(MAX_AT_ONCE);

    TryoutPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    static String address(DirectiveRef ref) {
        return "/directives/" + ref.id() + "/try/" + ref.hash();
    }

    @GET
    public Response newest(String id) {
        var directive = office.register().directive(id).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(address(directive.ref()))).build();
    }

    @GET
    @Path(HASH)
    public Response form(String id, String hash) {
        var directive = directive(id, hash);
        var words = pages.words();
        var form = new TryoutForm(new PackTexts(directive, words), words, SubmittedForm.EMPTY);
        return sheet(directive, form).ok();
    }

    @POST
    @Path(HASH)
    public Response answer(String id, String hash) {
        var directive = directive(id, hash);
        takeTurn();
        try {
            return answer(directive);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServiceUnavailableException(MAX_WAIT.toSeconds());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException(MAX_WAIT.toSeconds());
        }
    }

    private Response answer(Directive directive) {
        var words = pages.words();
        var terms = new PackTexts(directive, words);
        var form = new TryoutForm(terms, words, pages.request().form());
        if (!form.wrong().isEmpty()) {
            return sheet(directive, form).errors(form.wrong()).ok();
        }
        return sheet(directive, form).prepend(result(terms, directive.decide(form.given()))).ok();
    }

    private Directive directive(String id, String hash) {
        return office.register().version(id, hash).orElseThrow(NotFoundException::new);
    }

    private Page sheet(Directive directive, TryoutForm form) {
        var words = pages.words();
        var ref = directive.ref();
        boolean current = pages.request().directive().ref().equals(ref);
        var sheet =
                pages.page(words.say("try.title"))
                        .caption(ref.id() + ", " + words.say("directive.version", ref.version()))
                        .back(current ? "/directive" : ProofPages.address(ref));
        DirectiveNotices.unspoken(directive, words).ifPresent(sheet::add);
        if (!current) {
            sheet.add(new InsetText(words.say("proof.not-current")));
        }
        return sheet.add(
                new Heading(2, words.say("try.facts"), "facts"),
                new Paragraphs(List.of(words.say("try.what"), words.say("try.kept"))),
                form.to(pages.request(), address(ref)));
    }

    private TemplateInstance[] result(PackTexts terms, Finding finding) {
        var words = pages.words();
        var directive = terms.directive();
        var explanation = Explanation.of(directive, finding, words.locale());
        var parts = new ArrayList<TemplateInstance>();
        parts.add(new Heading(2, words.say("try.result"), "result"));
        parts.add(new InsetText(terms.outcome(finding.outcome())));
        var said = new ArrayList<String>();
        explanation.sentences().forEach(sentence -> said.add(sentence.text()));
        explanation.sufficientReason().ifPresent(sentence -> said.add(sentence.text()));
        parts.add(new BulletList(said));
        var changes = explanation.counterfactuals();
        if (!changes.isEmpty()) {
            parts.add(new Heading(2, words.say("try.change"), "change"));
            parts.add(new Paragraphs(changes));
        }
        parts.add(new Heading(2, words.say("proof.rests"), "rests"));
        parts.add(new BulletList(rests(office.register().proofs(directive))));
        parts.add(
                new LinkList(
                        List.of(
                                new Link(
                                        words.say("proof.link"),
                                        ProofPages.address(directive.ref())))));
        return parts.toArray(TemplateInstance[]::new);
    }

    /** Whether it is proved, on which conditions, in English, and what else that rests on. */
    private List<String> rests(ProofReport report) {
        var words = pages.words();
        var rests = new ArrayList<String>();
        rests.add(
                words.say(
                        !report.proved()
                                ? "proof.not-proved"
                                : report.isConditional() ? "proof.proved-if" : "try.proved"));
        report.conditions().forEach(link -> rests.add(words.say("proof.condition") + ": " + link));
        IntStream.range(0, ProofReport.RESTS_ON.size())
                .forEach(at -> rests.add(words.say("proof.rests." + at)));
        return rests;
    }
}
