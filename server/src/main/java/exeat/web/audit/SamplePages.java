package exeat.web.audit;

import exeat.desk.Office;
import exeat.desk.inspect.AuditSampling;
import exeat.oversight.watch.ErrorRates.Count;
import exeat.store.rows.InspectionStore.Sample;
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
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A random sample that nobody can influence, and the second decisions on it. */
@Singleton
@Path("/audit/samples")
@RunOnVirtualThread
public final class SamplePages {

    private static final int SHOWN = 16;

    /** Who makes the seed. */
    private static final String PAGE = "page";

    private static final String OWN = "own";

    private final PageFactory pages;
    private final Office office;

    SamplePages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response samples() {
        return list(SubmittedForm.EMPTY, Map.of());
    }

    private ZoneId zone() {
        return pages.request().directive().vocabulary().zone();
    }

    private Response list(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var form = form(posted, wrong);
        var rows = rows(office.sampling().samples(pages.request().auditor()));
        var sheet =
                pages.page(words.say("sample.title"))
                        .back("/audit")
                        .add(
                                new Paragraphs(
                                        List.of(
                                                words.say("sample.what"),
                                                words.say("sample.how"))));
        if (!rows.isEmpty()) {
            sheet.add(
                    new DataTable(
                            words.say("sample.all"),
                            List.of(
                                    ColumnHeader.of(words.say("sample.id")),
                                    ColumnHeader.of(words.say("sample.span")),
                                    ColumnHeader.of(words.say("sample.size")),
                                    ColumnHeader.of(words.say("sample.state"))),
                            rows));
        }
        return sheet.add(new Heading(2, words.say("sample.new"), "new"))
                .add(form.to("/audit/samples", words.say("sample.commit")))
                .errors(form.errors())
                .ok();
    }

    private FormBuilder form(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        return new FormBuilder(pages.request(), posted, wrong)
                .date("since", words.say("sample.since"), "")
                .date("until", words.say("sample.until"), words.say("sample.until.hint"))
                .input("size", words.say("sample.size"), words.say("sample.size.hint"), "text", "")
                .radios(
                        "maker",
                        words.say("sample.maker"),
                        "",
                        List.of(
                                new ChoiceOption(
                                        PAGE,
                                        words.say("sample.maker.page"),
                                        words.say("sample.maker.page.hint"),
                                        !posted.value("maker").equals(OWN)),
                                ChoiceOption.of(
                                        OWN, words.say("sample.maker.own"), posted.value("maker"))))
                .text(
                        "commitment",
                        words.say("sample.commitment"),
                        words.say("sample.commitment.hint"));
    }

    private List<List<TableCell>> rows(List<Sample> samples) {
        var words = pages.words();
        return samples.stream()
                .map(sample ->
                        List.of(
                                TableCell.link(
                                                sample.id().substring(0, SHOWN),
                                                "/audit/samples/" + sample.id())
                                        .asHead(),
                                TableCell.of(span(words, sample)),
                                TableCell.of(
                                        words.say("sample.of", sample.size(), sample.eligible())),
                                TableCell.of(
                                        words.say(
                                                sample.seed().isPresent()
                                                        ? "sample.drawn"
                                                        : "sample.waits"))))
                .toList();
    }

    private String span(PageTexts words, Sample sample) {
        return words.say(
                "sample.span.of",
                words.day(sample.since().atZone(zone()).toLocalDate()),
                words.day(sample.until().atZone(zone()).toLocalDate()));
    }

    @POST
    public Response commit() {
        var session = pages.request().auditor();
        var words = pages.words();
        var posted = pages.request().form();
        if (posted.isRestored()) {
            return list(posted, Map.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        var since = posted.date("since");
        var until = posted.date("until");
        var size = posted.number("size");
        if (since.isEmpty()) {
            wrong.put("since", words.say("sample.wrong.day"));
        }
        if (until.isEmpty() || since.filter(first -> !first.isBefore(until.get())).isPresent()) {
            wrong.put("until", words.say("sample.wrong.until"));
        }
        if (size.filter(n -> n >= 1 && n <= AuditSampling.MAX_SAMPLE).isEmpty()) {
            wrong.put("size", words.say("sample.wrong.size"));
        }
        boolean own = posted.value("maker").equals(OWN);
        var commitment = own ? Optional.of(posted.value("commitment")) : Optional.<String>empty();
        if (!wrong.isEmpty()) {
            return list(posted, wrong);
        }
        return office.sampling()
                .commit(
                        session,
                        since.orElseThrow().atStartOfDay(zone()).toInstant(),
                        until.orElseThrow().atStartOfDay(zone()).toInstant(),
                        size.orElseThrow(),
                        commitment)
                .map(id -> Response.seeOther(URI.create("/audit/samples/" + id)).build())
                .orElseGet(() ->
                        list(posted, Map.of("commitment", words.say("sample.wrong.commitment"))));
    }

    @GET
    @Path("{id}")
    public Response sample(String id) {
        return show(id, Map.of());
    }

    private Response show(String id, Map<String, String> wrong) {
        var session = pages.request().auditor();
        var words = pages.words();
        var sample = office.sampling().sample(session, id).orElseThrow(NotFoundException::new);
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("sample.span"), span(words, sample)));
        rows.add(
                SummaryRow.of(
                        words.say("sample.size"),
                        words.say("sample.of", sample.size(), sample.eligible())));
        rows.add(SummaryRow.of(words.say("sample.commitment"), sample.commitment().hex()));
        sample.seed()
                .ifPresent(seed -> rows.add(SummaryRow.of(words.say("sample.seed"), seed.hex())));
        var sheet = pages.page(words.say("sample.one")).back("/audit/samples");
        if (sample.seed().isEmpty()) {
            var form = new FormBuilder(pages.request(), pages.request().form(), wrong);
            if (sample.kept().isEmpty()) {
                form.text("seed", words.say("sample.seed"), words.say("sample.seed.hint"));
            }
            sheet.add(new SummaryList(rows))
                    .add(form.to("/audit/samples/" + id + "/draw", words.say("sample.draw")))
                    .errors(form.errors());
            return sheet.ok();
        }
        var drawn = office.sampling().drawn(session, id);
        rows.add(
                SummaryRow.of(
                        words.say("sample.disagree"),
                        rate(words, AuditSampling.disagreement(drawn))));
        return sheet.add(new SummaryList(rows))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("sample.json"),
                                                "/audit/samples/" + id + "/sample.json"))))
                .add(new InsetText("./exeat ledger sample exeat-sample.json --key KEY"))
                .add(table(words, drawn))
                .ok();
    }

    /** A rate with its interval; without cases there is no rate. */
    public static String rate(PageTexts words, Count count) {
        if (count.all() == 0) {
            return words.say("sample.rate.none");
        }
        return words.say(
                "sample.rate",
                count.of(),
                count.all(),
                percent(count.share()),
                percent(count.atLeast()),
                percent(count.atMost()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private DataTable table(PageTexts words, List<AuditSampling.DrawnCase> drawn) {
        var terms = PackTexts.forOfficers(pages.request().directive(), words);
        return new DataTable(
                words.say("sample.cases"),
                List.of(
                        ColumnHeader.of(words.say("audit.file")),
                        ColumnHeader.of(words.say("sample.decided")),
                        ColumnHeader.of(words.say("sample.asked")),
                        ColumnHeader.of(words.say("sample.again"))),
                drawn.stream()
                        // In the order of the draw, each file would give away its entry in the log.
                        .sorted(Comparator.comparing(AuditSampling.DrawnCase::name))
                        .map(one ->
                                List.of(
                                        TableCell.link(
                                                        AuditTexts.name(one.name(), words),
                                                        "/audit/case/" + one.id())
                                                .asHead(),
                                        TableCell.of(decided(words, one.approved())),
                                        TableCell.of(
                                                one.unit()
                                                        .map(terms::unit)
                                                        .orElse(words.say("sample.nobody"))),
                                        TableCell.of(
                                                one.again()
                                                        .map(again -> decided(words, again))
                                                        .orElse(words.say("sample.unanswered")))))
                        .toList());
    }

    private static String decided(PageTexts words, boolean approved) {
        return words.say(approved ? "again.APPROVE" : "again.NOT");
    }

    @POST
    @Path("{id}/draw")
    public Response draw(String id) {
        var session = pages.request().auditor();
        var posted = pages.request().form();
        if (posted.isRestored()) {
            return show(id, Map.of());
        }
        var seed = Optional.of(posted.value("seed")).filter(text -> !text.isEmpty());
        return switch (office.sampling().draw(session, id, seed)) {
            case AuditSampling.DrawResult.DONE, AuditSampling.DrawResult.DRAWN_BEFORE ->
                    Response.seeOther(URI.create("/audit/samples/" + id)).build();
            case AuditSampling.DrawResult.TOO_EARLY ->
                    show(id, Map.of("seed", pages.words().say("sample.wrong.early")));
            case AuditSampling.DrawResult.ANOTHER_SEED ->
                    show(id, Map.of("seed", pages.words().say("sample.wrong.seed")));
            case AuditSampling.DrawResult.NOT_THERE -> throw new NotFoundException();
        };
    }

    @GET
    @Path("{id}/sample.json")
    public Response json(String id) {
        var session = pages.request().auditor();
        var text = office.sampling().toJson(session, id).orElseThrow(NotFoundException::new);
        return Response.ok(text, "application/json; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"exeat-sample.json\"")
                .build();
    }
}
