package exeat.web.directive;

import exeat.desk.Office;
import exeat.desk.cases.CaseReader;
import exeat.rules.finding.FindingDifference;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows how a case would be decided under the version in force on a given day; without any effect.
 */
@Singleton
@Path("/officer/directive")
@RunOnVirtualThread
public final class AsOfPages {

    private static final String HERE = "/officer/directive/as-of";

    private final PageFactory pages;
    private final Office office;

    AsOfPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("as-of")
    public Response ask() {
        pages.request().officer();
        return form(SubmittedForm.EMPTY, Map.of()).ok();
    }

    private Page form(SubmittedForm values, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), values, wrong)
                        .text("number", words.say("as-of.number"), "")
                        .date("day", words.say("as-of.day"), "");
        return pages.page(words.say("as-of.title"))
                .back("/officer/directive")
                .add(new Paragraphs(List.of(words.say("as-of.what"))))
                .add(form.to(HERE, words.say("as-of.decide")))
                .errors(form.errors());
    }

    @POST
    @Path("as-of")
    public Response decide() {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var words = pages.words();
        var wrong = new LinkedHashMap<String, String>();
        var day = posted.date("day");
        if (day.isEmpty()) {
            wrong.put("day", words.say("wrong.date"));
        }
        var found = office.cases().byNumber(session, posted.value("number"));
        if (found.isEmpty()) {
            wrong.put("number", words.say("as-of.no-case"));
        }
        if (!wrong.isEmpty()) {
            return form(posted, wrong).ok();
        }
        var sheet = form(posted, Map.of());
        office.cases()
                .asOf(session, found.orElseThrow().seen().id(), day.orElseThrow())
                .ifPresentOrElse(
                        again -> show(sheet, again),
                        () -> sheet.add(new InsetText(words.say("as-of.no-version"))));
        return sheet.ok();
    }

    private void show(Page sheet, CaseReader.CaseAsOf again) {
        var words = pages.words();
        var terms = PackTexts.forOfficers(office.register().directive(again.version()), words);
        var version = words.say("directive.version", again.version().version());
        sheet.add(new Heading(2, version, "version"))
                .add(
                        new SummaryList(
                                List.of(
                                        SummaryRow.of(
                                                words.say("as-of.facts"),
                                                words.day(again.factsOf())))));
        if (!again.filed()) {
            sheet.add(new InsetText(words.say("as-of.not-filed")));
        }
        again.travellers()
                .forEach((no, came) -> {
                    var rows = new ArrayList<SummaryRow>();
                    rows.add(
                            SummaryRow.of(
                                    words.say("as-of.then"), terms.outcome(came.then().outcome())));
                    rows.add(
                            SummaryRow.of(
                                    words.say("as-of.stands"),
                                    terms.outcome(came.stands().outcome())));
                    var how = FindingDifference.between(came.stands(), came.then());
                    rows.add(SummaryRow.of(words.say("as-of.differs"), said(how, words)));
                    sheet.add(new Heading(3, words.say("apply.traveller", no), "traveller-" + no))
                            .add(new SummaryList(rows));
                });
    }

    private static String said(FindingDifference how, PageTexts words) {
        return how.changes().isEmpty()
                ? words.say("as-of.nothing")
                : how.changes().stream()
                        .map(change -> change.before() + " → " + change.after())
                        .collect(Collectors.joining("; "));
    }
}
