package exeat.web.track;

import exeat.web.kit.Pages;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.command.Actor;
import exeat.desk.cases.Looks;
import exeat.desk.Office;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Head;
import exeat.web.component.Inset;
import exeat.web.component.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;

/** Who opened the reader's own file. */
@Singleton
@Path("/looks")
@RunOnVirtualThread
public final class LookPages {

    private final Pages pages;
    private final Office office;

    LookPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response looks() {
        var session = pages.visit().party();
        if (!(session.actor() instanceof Actor.Party party)) {
            throw new NotFoundException();
        }
        var words = pages.words();
        var view = office.cases().find(session, party.caseId()).orElseThrow(NotFoundException::new);
        var terms = new Terms(office.register().directive(view.directive()), words);
        var looks = office.looks().of(session);
        var sheet =
                pages.sheet(words.say("looks.title"))
                        .back("/track")
                        .add(new Prose(List.of(words.say("looks.what"), words.say("looks.name"))));
        var told = office.inspections().told(session);
        if (!told.isEmpty()) {
            var zone = terms.directive().vocabulary().zone();
            sheet.add(
                    new DataTable(
                            words.say("looks.audit"),
                            List.of(
                                    Head.of(words.say("looks.when")),
                                    Head.of(words.say("looks.audit.why"))),
                            told.stream()
                                    .map(one ->
                                            List.of(
                                                    Cell.of(words.time(one.at(), zone)).asHead(),
                                                    Cell.of(one.reason())))
                                    .toList()));
        }
        if (!looks.isEmpty()) {
            sheet.add(table(looks, terms, words));
        } else if (told.isEmpty()) {
            sheet.add(new Inset(words.say("looks.none")));
        }
        return sheet.ok();
    }

    private static DataTable table(List<Looks.Told> looks, Terms terms, Words words) {
        var zone = terms.directive().vocabulary().zone();
        return new DataTable(
                words.say("looks.title"),
                List.of(
                        Head.of(words.say("looks.when")),
                        Head.of(words.say("looks.who")),
                        Head.of(words.say("looks.shown"))),
                looks.stream()
                        .map(look ->
                                List.of(
                                        Cell.of(when(look, words, zone)).asHead(),
                                        Cell.of(who(look, terms)),
                                        Cell.of(
                                                words.say(
                                                        look.facts()
                                                                ? "looks.facts"
                                                                : "looks.names"))))
                        .toList());
    }

    private static String when(Looks.Told look, Words words, ZoneId zone) {
        var from = words.time(look.from(), zone);
        return look.times() == 1
                ? from
                : words.say("looks.times", from, words.time(look.until(), zone), look.times());
    }

    /** The unit and what it is for; a unit of an older tree by its id. */
    private static String who(Looks.Told look, Terms terms) {
        return terms.directive()
                .authorities()
                .find(look.unit())
                .map(unit -> terms.unit(unit.id()) + " · " + terms.function(unit.function()))
                .orElse(look.unit().text());
    }
}
