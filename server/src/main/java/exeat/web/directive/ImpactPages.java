package exeat.web.directive;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.report.ImpactAnalysis;
import exeat.oversight.CaseloadImpact;
import exeat.rules.finding.FindingDifference;
import exeat.rules.finding.Outcome;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** Who would get a different finding under a version, before it is put in force. */
@Singleton
@Path("/officer/directive")
@RunOnVirtualThread
public final class ImpactPages {

    private static final int MAX_ROWS = 200;

    private final PageFactory pages;
    private final Office office;

    ImpactPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("{version: [0-9a-f]{64}}/impact")
    public Response impact(String version) {
        var session = pages.request().officer();
        var words = pages.words();
        var directive =
                office.register()
                        .version(pages.request().directive().ref().id(), version)
                        .orElseThrow(NotFoundException::new);
        var root = directive.authorities().root().id();
        if (!(session.actor() instanceof Actor.Officer officer) || !officer.unit().equals(root)) {
            throw new OfficeException(Code.NOT_ALLOWED, "another directive's caseload");
        }
        var terms = new PackTexts(directive, words);
        var impact = office.impactAnalysis().count(directive);
        return pages.page(words.say("impact.title", directive.ref().version()))
                .wide()
                .back("/officer/directive/" + version)
                .add(new Paragraphs(List.of(words.say("impact.what"))))
                .add(
                        new InsetText(
                                words.say(
                                        "impact.total",
                                        impact.total(FindingDifference.Direction.BETTER).text(),
                                        impact.total(FindingDifference.Direction.WORSE).text(),
                                        impact.total(FindingDifference.Direction.MIXED).text(),
                                        impact.same().text())))
                .add(
                        impact.lines().isEmpty()
                                ? new Paragraphs(List.of(words.say("impact.nobody")))
                                : counts(impact, terms, words))
                .add(new Heading(2, words.say("impact.list"), "list"))
                .add(listed(office.impactAnalysis().list(session, directive, MAX_ROWS), words))
                .ok();
    }

    private static TemplateInstance[] listed(List<ImpactAnalysis.Listed> listed, PageTexts words) {
        return listed.isEmpty()
                ? new TemplateInstance[] {new Paragraphs(List.of(words.say("impact.list.nobody")))}
                : new TemplateInstance[] {
                    new Paragraphs(List.of(words.say("impact.list.what", MAX_ROWS))),
                    list(listed, words).underHeading()
                };
    }

    private static DataTable counts(CaseloadImpact impact, PackTexts terms, PageTexts words) {
        return new DataTable(
                words.say("impact.counts"),
                List.of(
                        ColumnHeader.of(words.say("officer.unit")),
                        ColumnHeader.of(words.say("impact.open")),
                        ColumnHeader.of(words.say("impact.before")),
                        ColumnHeader.of(words.say("impact.after")),
                        ColumnHeader.of(words.say("impact.way")),
                        ColumnHeader.of(words.say("impact.n"))),
                impact.lines().stream()
                        .map(line ->
                                List.of(
                                        TableCell.of(terms.unit(line.unit())).asHead(),
                                        TableCell.of(words.say(line.open() ? "yes" : "no")),
                                        TableCell.of(terms.outcome(line.before())),
                                        TableCell.of(
                                                line.after().isEmpty()
                                                        ? ""
                                                        : terms.outcome(
                                                                Outcome.valueOf(line.after()))),
                                        TableCell.of(words.say("impact.way." + line.way())),
                                        TableCell.number(line.n().text())))
                        .toList());
    }

    private static DataTable list(List<ImpactAnalysis.Listed> listed, PageTexts words) {
        return new DataTable(
                words.say("impact.list"),
                List.of(
                        ColumnHeader.of(words.say("impact.case")),
                        ColumnHeader.of(words.say("impact.way")),
                        ColumnHeader.of(words.say("impact.how"))),
                listed.stream()
                        .map(l ->
                                List.of(
                                        TableCell.link(
                                                l.number() + " / " + l.one().traveller(),
                                                "/officer/case/" + l.id().value()),
                                        TableCell.of(
                                                words.say(
                                                        "impact.way." + l.one().how().direction())),
                                        TableCell.of(how(l.one().how())).in(words.english())))
                        .toList());
    }

    private static String how(FindingDifference difference) {
        return difference.changes().stream()
                .map(change -> change.before() + " → " + change.after())
                .collect(Collectors.joining("; "));
    }
}
