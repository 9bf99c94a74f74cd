package exeat.web.directive;

import exeat.web.kit.Directives;
import exeat.web.kit.Pages;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.command.Actor;
import exeat.desk.report.Impacts;
import exeat.desk.Office;
import exeat.oversight.Impact;
import exeat.rules.finding.Difference;
import exeat.rules.finding.Outcome;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Head;
import exeat.web.component.Heading;
import exeat.web.component.Inset;
import exeat.web.component.Prose;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** Who would come out differently under a version, before it is put in force. */
@Singleton
@Path("/officer/directive")
@RunOnVirtualThread
public final class ImpactPages {

    private static final int MOST = 200;

    private final Pages pages;
    private final Office office;

    ImpactPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("{version: [0-9a-f]{64}}/impact")
    public Response impact(String version) {
        var session = pages.visit().officer();
        var words = pages.words();
        var directive =
                office.register()
                        .version(Directives.current(office).ref().id(), version)
                        .orElseThrow(NotFoundException::new);
        var root = directive.authorities().root().id();
        if (!(session.actor() instanceof Actor.Officer officer) || !officer.unit().equals(root)) {
            throw new ForbiddenException();
        }
        var terms = new Terms(directive, words);
        var impact = office.impacts().count(directive);
        return pages.sheet(words.say("impact.title", directive.ref().version()))
                .wide()
                .back("/officer/directive/" + version)
                .add(new Prose(List.of(words.say("impact.what"))))
                .add(
                        new Inset(
                                words.say(
                                        "impact.total",
                                        impact.total(Difference.Direction.BETTER).text(),
                                        impact.total(Difference.Direction.WORSE).text(),
                                        impact.total(Difference.Direction.MIXED).text(),
                                        impact.same().text())))
                .add(
                        impact.lines().isEmpty()
                                ? new Prose(List.of(words.say("impact.nobody")))
                                : counts(impact, terms, words))
                .add(new Heading(2, words.say("impact.list"), "list"))
                .add(listed(office.impacts().list(session, directive, MOST), words))
                .ok();
    }

    private static TemplateInstance[] listed(List<Impacts.Listed> listed, Words words) {
        return listed.isEmpty()
                ? new TemplateInstance[] {new Prose(List.of(words.say("impact.list.nobody")))}
                : new TemplateInstance[] {
                    new Prose(List.of(words.say("impact.list.what", MOST))), list(listed, words)
                };
    }

    private static DataTable counts(Impact impact, Terms terms, Words words) {
        return new DataTable(
                words.say("impact.counts"),
                List.of(
                        Head.of(words.say("officer.unit")),
                        Head.of(words.say("impact.open")),
                        Head.of(words.say("impact.before")),
                        Head.of(words.say("impact.after")),
                        Head.of(words.say("impact.way")),
                        Head.of(words.say("impact.n"))),
                impact.lines().stream()
                        .map(line ->
                                List.of(
                                        Cell.of(terms.unit(line.unit())).asHead(),
                                        Cell.of(words.say(line.open() ? "yes" : "no")),
                                        Cell.of(terms.outcome(line.before())),
                                        Cell.of(
                                                line.after().isEmpty()
                                                        ? ""
                                                        : terms.outcome(
                                                                Outcome.valueOf(line.after()))),
                                        Cell.of(words.say("impact.way." + line.way())),
                                        Cell.number(line.n().text())))
                        .toList());
    }

    private static DataTable list(List<Impacts.Listed> listed, Words words) {
        return new DataTable(
                words.say("impact.list"),
                List.of(
                        Head.of(words.say("impact.case")),
                        Head.of(words.say("impact.way")),
                        Head.of(words.say("impact.how"))),
                listed.stream()
                        .map(l ->
                                List.of(
                                        Cell.link(
                                                l.number() + " / " + l.one().traveller(),
                                                "/officer/case/" + l.id().value()),
                                        Cell.of(
                                                words.say(
                                                        "impact.way." + l.one().how().direction())),
                                        Cell.of(how(l.one().how())).in(words.english())))
                        .toList());
    }

    private static String how(Difference difference) {
        return difference.changes().stream()
                .map(change -> change.before() + " → " + change.after())
                .collect(Collectors.joining("; "));
    }
}
