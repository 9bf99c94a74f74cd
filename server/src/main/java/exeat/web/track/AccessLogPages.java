package exeat.web.track;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.cases.AccessLog;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;

/** Who opened the reader's application. */
@Singleton
@Path("/looks")
@RunOnVirtualThread
public final class AccessLogPages {

    private final PageFactory pages;
    private final Office office;

    AccessLogPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response looks() {
        var session = pages.request().party();
        if (!(session.actor() instanceof Actor.Party party)) {
            throw new NotFoundException();
        }
        var words = pages.words();
        var view = office.cases().find(session, party.caseId()).orElseThrow(NotFoundException::new);
        var terms = new PackTexts(office.register().directive(view.directive()), words);
        var looks = office.accessLog().of(session);
        var sheet =
                pages.page(words.say("looks.title"))
                        .back("/track")
                        .add(
                                new Paragraphs(
                                        List.of(words.say("looks.what"), words.say("looks.name"))));
        var told = office.inspections().told(session);
        if (!told.isEmpty()) {
            var zone = terms.directive().vocabulary().zone();
            sheet.add(
                    new DataTable(
                            words.say("looks.audit"),
                            List.of(
                                    ColumnHeader.of(words.say("looks.when")),
                                    ColumnHeader.of(words.say("looks.audit.why"))),
                            told.stream()
                                    .map(one ->
                                            List.of(
                                                    TableCell.of(words.time(one.at(), zone))
                                                            .asHead(),
                                                    TableCell.of(one.reason())))
                                    .toList()));
        }
        if (!looks.isEmpty()) {
            sheet.add(table(looks, terms, words));
        } else if (told.isEmpty()) {
            sheet.add(new InsetText(words.say("looks.none")));
        }
        return sheet.ok();
    }

    private static DataTable table(
            List<AccessLog.FileAccess> looks, PackTexts terms, PageTexts words) {
        var zone = terms.directive().vocabulary().zone();
        return new DataTable(
                        words.say("looks.title"),
                        List.of(
                                ColumnHeader.of(words.say("looks.when")),
                                ColumnHeader.of(words.say("looks.who")),
                                ColumnHeader.of(words.say("looks.shown"))),
                        looks.stream()
                                .map(look ->
                                        List.of(
                                                TableCell.of(when(look, words, zone)).asHead(),
                                                TableCell.of(who(look, terms)),
                                                TableCell.of(
                                                        words.say(
                                                                look.facts()
                                                                        ? "looks.facts"
                                                                        : "looks.names"))))
                                .toList())
                .underHeading()
                .stackedWhereNarrow();
    }

    private static String when(AccessLog.FileAccess look, PageTexts words, ZoneId zone) {
        var from = words.time(look.from(), zone);
        return look.times() == 1
                ? from
                : words.say("looks.times", from, words.time(look.until(), zone), look.times());
    }

    /** The unit and its function; a unit of an older tree by its id. */
    private static String who(AccessLog.FileAccess look, PackTexts terms) {
        return terms.directive()
                .authorities()
                .find(look.unit())
                .map(unit -> terms.unit(unit.id()) + " · " + terms.function(unit.function()))
                .orElse(look.unit().text());
    }
}
