package exeat.web.border;

import exeat.desk.Office;
import exeat.papers.seal.SealCheck;
import exeat.papers.seal.SealReason;
import exeat.papers.seal.SealStatement;
import exeat.papers.seal.SealedAuthorisation;
import exeat.papers.status.StatusAnswer;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.NotificationBanner;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which anybody can check the code of a paper that they have. It says what the code
 * establishes, by the current list, and keeps nothing: the text comes in a form and is in no
 * address, session or log.
 */
@Singleton
@Path(SealPages.ADDRESS)
@RunOnVirtualThread
public final class SealPages {

    /** Printed on every paper. */
    public static final String ADDRESS = "/seal";

    private static final String TEXT = "code";
    private static final String VERIFY =
            "./exeat seal verify paper.png --authority UTO=trust.pem --list 2026.cwt";

    private final PageFactory pages;
    private final Office office;

    SealPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response ask() {
        return files(form(Map.of())).ok();
    }

    @POST
    public Response check() {
        var words = pages.words();
        var text = pages.request().form().value(TEXT).strip();
        if (text.isEmpty()) {
            return files(form(Map.of(TEXT, words.say("seal.empty")))).ok();
        }
        var zone = pages.request().directive().vocabulary().zone();
        var statement =
                SealCheck.check(
                        text.getBytes(StandardCharsets.UTF_8), office.revokedPapers().reader(zone));
        return files(answer(statement, zone)).ok();
    }

    private Page form(Map<String, String> wrong) {
        var words = pages.words();
        // Never filled in again, so that no answer contains what was typed.
        var form =
                new FormBuilder(pages.request(), SubmittedForm.EMPTY, wrong)
                        .area(TEXT, words.say("seal.code"), words.say("seal.code.hint"));
        return sheet().add(new Paragraphs(List.of(words.say("seal.what"), words.say("seal.kept"))))
                .add(form.to(ADDRESS, words.say("seal.button")))
                .errors(form.errors());
    }

    private Page sheet() {
        return pages.page(pages.words().say("seal.title"))
                .forEverybody()
                .back(pages.request().home());
    }

    private Page answer(SealStatement statement, ZoneId zone) {
        var words = pages.words();
        return switch (statement) {
            case SealStatement.Established(var paper, _, var status) ->
                    said(
                                    new NotificationBanner(
                                            words.say("seal.good"), words.say("seal.established")),
                                    Optional.of(paper),
                                    zone)
                            .add(new Paragraphs(List.of(revocation(status, zone, words))));
            case SealStatement.NotEstablished(var reason, var paper) ->
                    doubtful("seal.reason." + known(reason), paper, zone);
            case SealStatement.UnknownSigner _ ->
                    doubtful("seal.unknown-signer", Optional.empty(), zone);
            case SealStatement.UnknownTime(_, var paper) ->
                    doubtful("seal.unknown-time", paper, zone);
            case SealStatement.Malformed _ -> doubtful("seal.malformed", Optional.empty(), zone);
        };
    }

    /** Those that somebody with a paper in hand can do something about; all others are one. */
    private static String known(SealReason reason) {
        return switch (reason) {
            case ALTERED, REVOKED, EXPIRED, NOT_YET_VALID -> reason.name();
            default -> "SIGNER";
        };
    }

    private Page doubtful(String key, Optional<SealedAuthorisation> paper, ZoneId zone) {
        var words = pages.words();
        return said(new WarningText(words.say("warning"), words.say(key)), paper, zone)
                .add(new Paragraphs(List.of(words.say("seal.of-nobody"))));
    }

    /** The answer first, with a mark and a colour of its own. */
    private Page said(TemplateInstance answer, Optional<SealedAuthorisation> paper, ZoneId zone) {
        var words = pages.words();
        var now = words.time(office.revokedPapers().now(), zone);
        var sheet = sheet().add(answer);
        paper.ifPresent(read -> sheet.add(new SummaryList(rows(read, words))));
        return sheet.add(new Paragraphs(List.of(words.say("seal.checked", now))));
    }

    private static List<SummaryRow> rows(SealedAuthorisation paper, PageTexts words) {
        var rows = new ArrayList<SummaryRow>();
        var bearer = paper.bearer();
        rows.add(SummaryRow.of(words.say("print.number"), paper.number()));
        rows.add(SummaryRow.of(words.say("seal.name"), bearer.name()));
        bearer.ownName().ifPresent(own -> rows.add(SummaryRow.of(words.say("seal.own"), own)));
        bearer.born().ifPresent(born -> rows.add(SummaryRow.of(words.say("print.born"), born)));
        rows.add(SummaryRow.of(words.say("print.from"), words.day(paper.from())));
        rows.add(SummaryRow.of(words.say("print.until"), words.day(paper.until())));
        return rows;
    }

    private static String revocation(StatusAnswer status, ZoneId zone, PageTexts words) {
        return switch (status) {
            case StatusAnswer.NotRevoked(var asOf) ->
                    words.say("seal.not-revoked", words.time(asOf, zone));
            case StatusAnswer.Revoked _, StatusAnswer.Unknown _ ->
                    words.say("seal.revocation-unknown");
        };
    }

    /** The files with which a post, or anybody else, can check papers without this page. */
    private Page files(Page sheet) {
        var words = pages.words();
        var links = new ArrayList<Link>();
        links.add(new Link(words.say("seal.again"), ADDRESS));
        links.add(new Link(words.say("seal.trust"), ADDRESS + "/trust"));
        office.revokedPapers()
                .lists()
                .forEach(list ->
                        links.add(
                                new Link(
                                        words.say("seal.list", list),
                                        ADDRESS + "/status/" + list)));
        return sheet.add(new Heading(2, words.say("seal.own-check"), "own-check"))
                .add(new Paragraphs(List.of(words.say("seal.own-check.how"))))
                .add(new InsetText(VERIFY, words.english()))
                .add(new LinkList(links));
    }
}
