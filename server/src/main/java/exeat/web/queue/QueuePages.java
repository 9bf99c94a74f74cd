package exeat.web.queue;

import exeat.web.kit.CaseAddress;
import exeat.web.kit.Directives;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;
import exeat.web.report.ReportView;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.projection.Queue;
import exeat.desk.queue.QueuePage;
import exeat.desk.queue.QueueRow;
import exeat.desk.base.Session;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Button;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.Filters;
import exeat.web.component.list.Head;
import exeat.web.component.Heading;
import exeat.web.component.Inset;
import exeat.web.component.Link;
import exeat.web.component.list.Pager;
import exeat.web.component.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an officer has to do, in an order that is a rule and not a choice. */
@Singleton
@Path("/officer/queue")
@RunOnVirtualThread
public final class QueuePages {

    private static final int ROWS = 25;

    private final Pages pages;
    private final Office office;
    private final InstantSource clock;

    QueuePages(Pages pages, Office office, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.clock = clock;
    }

    @GET
    public Response queue() {
        var session = pages.visit().officer();
        var words = pages.words();
        var which = which(pages.visit().query("which").orElse("work"));
        var after = pages.visit().query("after");
        var at = pages.visit().query("unit").flatMap(this::unit);
        if (at.isPresent()) {
            return at(session, which, at.get(), after);
        }
        var page = office.queues().queue(session, which, after, ROWS);
        var sheet = pages.sheet(words.say("queue.title")).wide();
        if (session.actor() instanceof Actor.Officer officer) {
            var terms = new Terms(Directives.current(office), words);
            sheet.caption(session.displayName() + ", " + terms.unit(officer.unit()));
            if (!officer.briefed()) {
                sheet.add(new Inset(words.say("queue.unbriefed")))
                        .add(new Button(words.say("briefing.title"), "/officer/briefing", false));
            }
        }
        sheet.add(new Prose(rule(words)));
        pages.visit()
                .query("none")
                .ifPresent(_ -> sheet.add(new Inset(words.say("queue.take.none"))));
        if (which != Queue.UNCONFIRMED) {
            sheet.add(
                    new FormBuilder(pages.visit(), Posted.NOTHING, Map.of())
                            .to(address(which).replace("?", "/take?"), words.say("queue.take")));
        }
        sheet.add(new Filters(words.say("queue.filters"), filters(words), address(which)));
        if (page.rows().isEmpty()) {
            var title = caption(words, which, page);
            sheet.add(new Heading(2, title, "")).add(new Prose(List.of(words.say("queue.empty"))));
        } else {
            var title = caption(words, which, page);
            sheet.add(table(words, title, page));
        }
        pager(words, address(which), after, page).ifPresent(sheet::add);
        return sheet.ok();
    }

    private Optional<AuthorityId> unit(String text) {
        return text.matches("[a-z0-9]+(-[a-z0-9]+)*")
                ? Directives.current(office)
                        .authorities()
                        .find(new AuthorityId(text))
                        .map(Authority::id)
                : Optional.empty();
    }

    /** From a figure of the report to the cases behind it: those that the reader may see. */
    private Response at(Session session, Queue which, AuthorityId unit, Optional<String> after) {
        var words = pages.words();
        var terms = new Terms(Directives.current(office), words);
        var page = office.queues().queue(session, which, Optional.of(unit), after, ROWS);
        var title = words.say("queue." + which);
        var sheet =
                pages.sheet(title)
                        .wide()
                        .caption(terms.unit(unit))
                        .back(ReportView.address(unit))
                        .add(new Prose(List.of(words.say("queue.at"))));
        if (page.rows().isEmpty()) {
            sheet.add(new Prose(List.of(words.say("queue.at.empty"))));
        } else {
            sheet.add(table(words, title, page));
        }
        pager(words, address(which) + "&unit=" + unit, after, page).ifPresent(sheet::add);
        return sheet.ok();
    }

    /** The order as the directive in force declares it: nothing else moves a file. */
    private List<String> rule(Words words) {
        var limits = Directives.current(office).limits();
        var rule = new ArrayList<String>();
        rule.add(words.say(limits.isDeclared() ? "queue.rule.declared" : "queue.rule"));
        limits.order()
                .forEach(sooner ->
                        rule.add(words.say("queue.sooner." + sooner.kind(), sooner.days())));
        return rule;
    }

    /** The next file that nobody else has taken. */
    @POST
    @Path("take")
    public Response take() {
        var session = pages.visit().officer();
        var which = which(pages.visit().query("which").orElse("work"));
        var next =
                office.turns()
                        .take(session, which)
                        .map(row -> CaseAddress.of(row.id()))
                        .orElse(address(which) + "&none=true");
        return Response.seeOther(URI.create(next)).build();
    }

    private static Queue which(String text) {
        return Arrays.stream(Queue.values())
                .filter(queue -> queue.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(Queue.WORK);
    }

    private static List<Link> filters(Words words) {
        return Arrays.stream(Queue.values())
                .filter(queue -> queue != Queue.BORDER)
                .map(queue -> new Link(words.say("queue." + queue), address(queue)))
                .toList();
    }

    private static String address(Queue queue) {
        return "/officer/queue?which=" + queue.name().toLowerCase(Locale.ROOT);
    }

    /** How many there are; of a long queue, that there are more than one counts. */
    private static String caption(Words words, Queue which, QueuePage page) {
        return words.say(
                page.exact() ? "queue.caption" : "queue.long",
                words.say("queue." + which),
                page.total());
    }

    private DataTable table(Words words, String title, QueuePage page) {
        var terms = new Terms(Directives.current(office), words);
        return new DataTable(
                title,
                List.of(
                        Head.of(words.say("queue.due")),
                        Head.of(words.say("track.number")),
                        Head.of(words.say("case.name")),
                        Head.of(words.say("queue.task")),
                        Head.of(words.say("case.stage")),
                        Head.of(words.say("officer.unit")),
                        Head.of(words.say(since()))),
                page.rows().stream().map(row -> row(row, words, terms)).toList());
    }

    private String since() {
        return Directives.current(office).limits().isDeclared() ? "queue.applied" : "queue.since";
    }

    private List<Cell> row(QueueRow row, Words words, Terms terms) {
        var zone = terms.directive().vocabulary().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        return List.of(
                Cell.of(row.due().map(due -> due(due, today, words)).orElse("–")),
                Cell.link(row.number(), CaseAddress.of(row.id())).asHead(),
                Cell.of(row.name()),
                Cell.of(task(row.task(), words, terms)),
                Cell.of(words.say("stage.short." + row.stage())),
                Cell.of(terms.unit(row.unit())),
                Cell.of(words.day(row.since().atZone(zone).toLocalDate())));
    }

    /** What is late says so in words, not by colour alone. */
    static String due(LocalDate due, LocalDate today, Words words) {
        return due.isBefore(today) ? words.say("queue.late", words.day(due)) : words.day(due);
    }

    static String task(String task, Words words, Terms terms) {
        return words.has("task." + task) ? words.say("task." + task) : terms.clearance(task);
    }

    private static Optional<Pager> pager(
            Words words, String address, Optional<String> after, QueuePage page) {
        var links = new ArrayList<Link>();
        after.ifPresent(_ -> links.add(new Link(words.say("queue.first"), address)));
        page.next()
                .ifPresent(next ->
                        links.add(
                                new Link(
                                        words.say("queue.next"),
                                        address
                                                + "&after="
                                                + URLEncoder.encode(
                                                        next, StandardCharsets.UTF_8))));
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pager(words.say("queue.parts"), links));
    }
}
