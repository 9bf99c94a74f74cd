package exeat.web.directive;

import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Sheet;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.desk.cases.Cases;
import exeat.desk.Office;
import exeat.rules.finding.Difference;
import exeat.web.component.Heading;
import exeat.web.component.Inset;
import exeat.web.component.Prose;
import exeat.web.component.list.Row;
import exeat.web.component.list.Rows;
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

/** A case decided again under the version that was in force on a day; nothing comes of it. */
@Singleton
@Path("/officer/directive")
@RunOnVirtualThread
public final class AsOfPages {

    private static final String HERE = "/officer/directive/as-of";

    private final Pages pages;
    private final Office office;

    AsOfPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("as-of")
    public Response ask() {
        pages.visit().officer();
        return form(Posted.NOTHING, Map.of()).ok();
    }

    private Sheet form(Posted values, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.visit(), values, wrong)
                        .text("number", words.say("as-of.number"), "")
                        .date("day", words.say("as-of.day"), "");
        return pages.sheet(words.say("as-of.title"))
                .back("/officer/directive")
                .add(new Prose(List.of(words.say("as-of.what"))))
                .add(form.to(HERE, words.say("as-of.decide")))
                .errors(form.errors());
    }

    @POST
    @Path("as-of")
    public Response decide() {
        var session = pages.visit().officer();
        var posted = pages.visit().posted();
        var words = pages.words();
        var wrong = new LinkedHashMap<String, String>();
        var day = posted.date("day");
        if (day.isEmpty()) {
            wrong.put("day", words.say("wrong.date"));
        }
        var found = office.cases().byNumber(session, posted.one("number"));
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
                        () -> sheet.add(new Inset(words.say("as-of.no-version"))));
        return sheet.ok();
    }

    private void show(Sheet sheet, Cases.AsOf again) {
        var words = pages.words();
        var terms = new Terms(office.register().directive(again.version()), words);
        var version = words.say("directive.version", again.version().version());
        sheet.add(new Heading(2, version, "version"))
                .add(
                        new Rows(
                                List.of(
                                        Row.of(
                                                words.say("as-of.facts"),
                                                words.day(again.factsOf())))));
        if (!again.filed()) {
            sheet.add(new Inset(words.say("as-of.not-filed")));
        }
        again.travellers()
                .forEach((no, came) -> {
                    var rows = new ArrayList<Row>();
                    rows.add(Row.of(words.say("as-of.then"), terms.outcome(came.then().outcome())));
                    rows.add(
                            Row.of(
                                    words.say("as-of.stands"),
                                    terms.outcome(came.stands().outcome())));
                    var how = Difference.between(came.stands(), came.then());
                    rows.add(Row.of(words.say("as-of.differs"), said(how, words)));
                    sheet.add(new Heading(3, words.say("apply.traveller", no), "traveller-" + no))
                            .add(new Rows(rows));
                });
    }

    private static String said(Difference how, Words words) {
        return how.changes().isEmpty()
                ? words.say("as-of.nothing")
                : how.changes().stream()
                        .map(change -> change.before() + " → " + change.after())
                        .collect(Collectors.joining("; "));
    }
}
