package exeat.web.queue;

import exeat.web.kit.CaseAddress;
import exeat.web.kit.Directives;
import exeat.web.kit.Pages;
import exeat.web.kit.Sheet;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.desk.Office;
import exeat.desk.queue.QueueRow;
import exeat.desk.queue.Queues;
import exeat.desk.base.Session;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Head;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;

/** What is near its limit or past it, and what was taken before its turn, here and below. */
@Singleton
@Path("/officer/late")
@RunOnVirtualThread
public final class LatePages {

    private static final int ROWS = 50;

    private final Pages pages;
    private final Office office;
    private final InstantSource clock;

    LatePages(Pages pages, Office office, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.clock = clock;
    }

    @GET
    public Response late() {
        var session = pages.visit().officer();
        var words = pages.words();
        var terms = new Terms(Directives.current(office), words);
        var sheet = pages.sheet(words.say("late.title")).wide();
        sheet.add(new Prose(List.of(words.say("late.what"))));
        near(sheet, session, terms, words);
        jumps(sheet, session, terms, words);
        return sheet.add(
                        new LinkList(
                                List.of(new Link(words.say("backlog.title"), "/officer/backlog"))))
                .ok();
    }

    private void near(Sheet sheet, Session session, Terms terms, Words words) {
        var zone = terms.directive().limits().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var rows = office.queues().soonest(session, today.plusDays(7), ROWS);
        if (rows.isEmpty()) {
            sheet.add(new Heading(2, words.say("late.near"), "near"))
                    .add(new Prose(List.of(words.say("late.near.none"))));
            return;
        }
        sheet.add(
                new DataTable(
                        words.say("late.near"),
                        List.of(
                                Head.of(words.say("queue.due")),
                                Head.of(words.say("track.number")),
                                Head.of(words.say("queue.task")),
                                Head.of(words.say("officer.unit"))),
                        rows.stream().map(row -> near(row, terms, words)).toList()));
    }

    private List<Cell> near(QueueRow row, Terms terms, Words words) {
        var zone = terms.directive().limits().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        return List.of(
                Cell.of(row.due().map(due -> QueuePages.due(due, today, words)).orElse("–")),
                Cell.link(row.number(), CaseAddress.of(row.id())).asHead(),
                Cell.of(QueuePages.task(row.task(), words, terms)),
                Cell.of(terms.unit(row.unit())));
    }

    private void jumps(Sheet sheet, Session session, Terms terms, Words words) {
        var jumps = office.queues().jumps(session, ROWS);
        if (jumps.isEmpty()) {
            sheet.add(new Heading(2, words.say("late.jumps"), "jumps"))
                    .add(new Prose(List.of(words.say("late.jumps.none"))));
            return;
        }
        sheet.add(
                new DataTable(
                        words.say("late.jumps"),
                        List.of(
                                Head.of(words.say("late.when")),
                                Head.of(words.say("track.number")),
                                Head.of(words.say("queue.task")),
                                Head.of(words.say("officer.unit")),
                                Head.of(words.say("late.who")),
                                Head.of(words.say("late.why"))),
                        jumps.stream().map(jump -> jump(jump, terms, words)).toList()));
    }

    private static List<Cell> jump(Queues.JumpRow jump, Terms terms, Words words) {
        return List.of(
                Cell.of(words.time(jump.at(), terms.directive().limits().zone())),
                Cell.link(jump.number(), CaseAddress.of(jump.id())).asHead(),
                Cell.of(QueuePages.task(jump.task(), words, terms)),
                Cell.of(terms.unit(jump.unit())),
                Cell.of(jump.by().text()),
                Cell.of(words.say("turn." + jump.why())));
    }
}
