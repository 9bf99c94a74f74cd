package exeat.web.queue;

import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.queue.QueueReader;
import exeat.desk.queue.QueueRow;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.filter.FilterValues;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.report.ReportView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** Work that is due soon or overdue, and cases taken out of order, here and below. */
@Singleton
@Path(OverduePages.HERE)
@RunOnVirtualThread
public final class OverduePages {

    static final String HERE = "/officer/late";

    private static final int ROWS = 50;

    private final PageFactory pages;
    private final Office office;
    private final InstantSource clock;

    OverduePages(PageFactory pages, Office office, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.clock = clock;
    }

    @GET
    public Response late(@RestQuery @DefaultValue("") String unit) {
        var session = pages.request().officer();
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        var values = new FilterValues(words);
        var one = values.link(unit, pages.request()::unit, HERE);
        if (one.isPresent()) {
            return at(one.get(), session, terms, words);
        }
        var sheet = pages.page(words.say("late.title")).wide();
        if (!values.isRight()) {
            return values.tell(sheet).ok();
        }
        sheet.add(new Paragraphs(List.of(words.say("late.what"))));
        near(sheet, session, terms, words, Optional.empty());
        jumps(sheet, session, terms, words);
        return sheet.add(
                        new LinkList(
                                List.of(new Link(words.say("backlog.title"), "/officer/backlog"))))
                .ok();
    }

    /** What one unit has to do, as far as this reader sees its cases. */
    private Response at(AuthorityId unit, Session session, PackTexts terms, PageTexts words) {
        var sheet =
                pages.page(words.say("late.near"))
                        .wide()
                        .caption(terms.unit(unit))
                        .back(ReportView.address(unit))
                        .add(new Paragraphs(List.of(words.say("late.at"))));
        near(sheet, session, terms, words, Optional.of(unit));
        return sheet.ok();
    }

    private void near(
            Page sheet,
            Session session,
            PackTexts terms,
            PageTexts words,
            Optional<AuthorityId> unit) {
        var zone = terms.directive().limits().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var rows = office.queues().dueBy(session, unit, today.plusDays(7), ROWS);
        if (rows.isEmpty()) {
            if (unit.isEmpty()) {
                sheet.add(new Heading(2, words.say("late.near"), "near"));
            }
            sheet.add(new Paragraphs(List.of(words.say("late.near.none"))));
            return;
        }
        var table =
                new DataTable(
                        words.say("late.near"),
                        List.of(
                                ColumnHeader.of(words.say("queue.due")),
                                ColumnHeader.of(words.say("track.number")),
                                ColumnHeader.of(words.say("queue.task")),
                                ColumnHeader.of(words.say("officer.unit"))),
                        rows.stream().map(row -> near(row, terms, words)).toList());
        // For one unit, the page's title says the same.
        sheet.add(unit.isPresent() ? table.underHeading() : table);
    }

    private List<TableCell> near(QueueRow row, PackTexts terms, PageTexts words) {
        var zone = terms.directive().limits().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        return List.of(
                TableCell.of(row.due().map(due -> QueuePages.due(due, today, words)).orElse("–")),
                QueuePages.number(row),
                TableCell.of(QueuePages.task(row.task(), words, terms)),
                TableCell.of(terms.unit(row.unit())));
    }

    private void jumps(Page sheet, Session session, PackTexts terms, PageTexts words) {
        var jumps = office.queues().jumps(session, ROWS);
        if (jumps.isEmpty()) {
            sheet.add(new Heading(2, words.say("late.jumps"), "jumps"))
                    .add(new Paragraphs(List.of(words.say("late.jumps.none"))));
            return;
        }
        sheet.add(
                new DataTable(
                        words.say("late.jumps"),
                        List.of(
                                ColumnHeader.of(words.say("late.when")),
                                ColumnHeader.of(words.say("track.number")),
                                ColumnHeader.of(words.say("queue.task")),
                                ColumnHeader.of(words.say("officer.unit")),
                                ColumnHeader.of(words.say("late.who")),
                                ColumnHeader.of(words.say("late.why"))),
                        jumps.stream().map(jump -> jump(jump, terms, words)).toList()));
    }

    private static List<TableCell> jump(
            QueueReader.JumpRow jump, PackTexts terms, PageTexts words) {
        return List.of(
                TableCell.of(words.time(jump.at(), terms.directive().limits().zone())),
                TableCell.link(jump.number(), CaseAddress.of(jump.id())).asHead(),
                TableCell.of(QueuePages.task(jump.task(), words, terms)),
                TableCell.of(terms.unit(jump.unit())),
                TableCell.of(jump.by().text()),
                TableCell.of(words.say("turn." + jump.why())));
    }
}
