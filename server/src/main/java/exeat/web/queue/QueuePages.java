package exeat.web.queue;

import exeat.casework.command.Actor;
import exeat.casework.state.Protection;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.desk.queue.DueSpan;
import exeat.desk.queue.QueuePage;
import exeat.desk.queue.QueueRow;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import exeat.web.casefile.ActOutcome;
import exeat.web.casefile.NextTask;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.FilterLinks;
import exeat.web.component.list.Pagination;
import exeat.web.component.list.TableCell;
import exeat.web.filter.FilterValues;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import exeat.web.queue.QueueChoice.Deadline;
import exeat.web.report.ReportView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** An officer's queue, in a fixed order. */
@Singleton
@Path("/officer/queue")
@RunOnVirtualThread
public final class QueuePages {

    private static final int ROWS = 25;
    private static final int WAITING_ROWS = 10;

    private final PageFactory pages;
    private final Office office;
    private final InstantSource clock;
    private final NextTask next;
    private final ActOutcome outcome;

    QueuePages(
            PageFactory pages,
            Office office,
            InstantSource clock,
            NextTask next,
            ActOutcome outcome) {
        this.next = next;
        this.outcome = outcome;
        this.pages = pages;
        this.office = office;
        this.clock = clock;
    }

    @GET
    public Response queue(
            @RestQuery @DefaultValue("") String which,
            @RestQuery @DefaultValue("") String due,
            @RestQuery @DefaultValue("") String unit,
            @RestQuery @DefaultValue("") String after) {
        var session = pages.request().officer();
        var values = new FilterValues(pages.words());
        var at = values.link(unit, pages.request()::unit, address(QueueName.WORK));
        var choice = QueueChoice.of(values, which, due, at);
        var place = values.part(after, text -> place(session, text), choice.address());
        if (!values.isRight()) {
            return values.tell(chooser(session)).ok();
        }
        return at.map(one -> at(session, choice, one, place))
                .orElseGet(() -> own(session, choice, place));
    }

    private Optional<String> place(Session session, String text) {
        return Optional.of(text).filter(after -> office.queues().isPlace(session, after));
    }

    /** The lists to choose from, and none of them. */
    private Page chooser(Session session) {
        var words = pages.words();
        return pages.page(words.say("queue.title"))
                .wide()
                .add(new FilterLinks(words.say("queue.filters"), filters(session, words), ""));
    }

    private Response own(Session session, QueueChoice choice, Optional<String> after) {
        var words = pages.words();
        var which = choice.which();
        var page = office.queues().page(session, which, choice.span(today()), after, ROWS);
        var sheet = pages.page(words.say("queue.title")).wide();
        if (session.actor() instanceof Actor.Officer officer) {
            var terms = PackTexts.forOfficers(pages.request().directive(), words);
            sheet.caption(session.displayName() + ", " + terms.unit(officer.unit()));
            outcome.said(sheet, session);
            if (!officer.briefed()) {
                sheet.add(new InsetText(words.say("queue.unbriefed")))
                        .add(new Button(words.say("briefing.title"), "/officer/briefing", false));
            }
        }
        sheet.add(new Paragraphs(which == QueueName.PROTECTION ? hours(words) : rule(words)));
        if (!page.rows().isEmpty()) {
            take(sheet, session, which);
        }
        sheet.add(
                new FilterLinks(
                        words.say("queue.filters"), filters(session, words), address(which)));
        choice.deadlines(words).ifPresent(sheet::add);
        var title = caption(words, choice, page);
        if (page.rows().isEmpty()) {
            sheet.add(new Heading(2, title, ""));
            empty(sheet, choice);
        } else if (which == QueueName.SECOND) {
            bySecond(sheet, session, title, page.rows());
        } else {
            sheet.add(table(words, title, which, page.rows()));
        }
        pager(words, choice.address(), after, page).ifPresent(sheet::add);
        if (which == QueueName.WORK && after.isEmpty() && !choice.isFiltered()) {
            waiting(sheet, session);
        }
        return sheet.add(
                        WordHelp.of(
                                words,
                                Term.CLEARANCE,
                                Term.REFERRED,
                                Term.AUTHORISATION,
                                Term.HOLD,
                                Term.SECOND_OFFICER,
                                Term.APPEAL,
                                Term.CONFIRMATION))
                .ok();
    }

    /**
     * Shows the button that hands out the next case, or says that there is none for this officer.
     */
    private void take(Page sheet, Session session, QueueName which) {
        var words = pages.words();
        if (which == QueueName.UNCONFIRMED || which == QueueName.WAITING) {
            return;
        }
        if (next.isAny(session, which)) {
            sheet.add(
                    new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                            .to(NextTask.taking(which), words.say("queue.take")));
        } else {
            sheet.add(new InsetText(words.say("queue.take.none")));
        }
    }

    /** Apart from what can be done: what the unit waits for, and what for. */
    private void waiting(Page sheet, Session session) {
        var words = pages.words();
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return;
        }
        var page =
                office.queues()
                        .page(
                                session,
                                QueueName.WAITING,
                                Optional.of(officer.unit()),
                                DueSpan.ALL,
                                Optional.empty(),
                                WAITING_ROWS);
        if (page.rows().isEmpty()) {
            return;
        }
        var all = new QueueChoice(QueueName.WAITING, Optional.empty(), Deadline.ALL);
        sheet.add(table(words, caption(words, all, page), QueueName.WAITING, page.rows()));
        if (page.next().isPresent()) {
            sheet.add(
                    new LinkList(
                            List.of(
                                    new Link(
                                            words.say("queue.waiting.all"),
                                            address(QueueName.WAITING)))));
        }
    }

    /** The cases behind a figure of the report, as far as the reader may see them. */
    private Response at(
            Session session, QueueChoice choice, AuthorityId unit, Optional<String> after) {
        var words = pages.words();
        var which = choice.which();
        var terms = PackTexts.forOfficers(pages.request().directive(), words);
        var page =
                office.queues()
                        .page(session, which, Optional.of(unit), choice.span(today()), after, ROWS);
        var title = words.say("queue." + which);
        var sheet =
                pages.page(title)
                        .wide()
                        .caption(terms.unit(unit))
                        .back(ReportView.address(unit))
                        .add(new Paragraphs(List.of(words.say("queue.at"))));
        choice.deadlines(words).ifPresent(sheet::add);
        if (page.rows().isEmpty()) {
            sheet.add(
                    new Paragraphs(
                            List.of(
                                    words.say(
                                            choice.isFiltered()
                                                    ? "queue.empty.due"
                                                    : "queue.at.empty"))));
        } else {
            sheet.add(table(words, choice.name(words), which, page.rows()));
        }
        pager(words, choice.address(), after, page).ifPresent(sheet::add);
        return sheet.ok();
    }

    /** Says that there is nothing, and where the rest is. */
    private void empty(Page sheet, QueueChoice choice) {
        var words = pages.words();
        var said =
                choice.isFiltered()
                        ? "queue.empty.due"
                        : choice.which() == QueueName.PROTECTION
                                ? "queue.protection.empty"
                                : "queue.empty";
        sheet.add(new Paragraphs(List.of(words.say(said))));
        if (choice.isFiltered()) {
            var all = choice.with(Deadline.ALL).address();
            sheet.add(new LinkList(List.of(new Link(words.say("queue.due.all"), all))));
        }
    }

    private LocalDate today() {
        var zone = pages.request().directive().vocabulary().zone();
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Who is listed, and what the hours do. */
    private static List<String> hours(PageTexts words) {
        return List.of(words.say("queue.protection.what"), words.say("queue.protection.hours"));
    }

    /** The order declared by the directive in force; nothing else moves a case. */
    private List<String> rule(PageTexts words) {
        var limits = pages.request().directive().limits();
        var rule = new ArrayList<String>();
        rule.add(words.say(limits.isDeclared() ? "queue.rule.declared" : "queue.rule"));
        limits.order()
                .forEach(sooner ->
                        rule.add(words.say("queue.sooner." + sooner.kind(), sooner.days())));
        return rule;
    }

    /** The next case that nobody else has taken. */
    @POST
    @Path("take")
    public Response take(@RestQuery @DefaultValue("work") String which) {
        var session = pages.request().officer();
        var queue = QueueChoice.which(which).orElseThrow(NotFoundException::new);
        var to = next.take(session, queue).orElseGet(() -> address(queue));
        return Response.seeOther(URI.create(to)).build();
    }

    /**
     * Links to the queues; the queue of people to be heard is only for officers who hear people.
     */
    private List<Link> filters(Session session, PageTexts words) {
        boolean hears =
                session.actor() instanceof Actor.Officer officer
                        && pages.request()
                                .directive()
                                .authorities()
                                .find(officer.unit())
                                .filter(unit -> unit.plays(Role.PROTECTS))
                                .isPresent();
        return Arrays.stream(QueueName.values())
                .filter(queue -> queue != QueueName.BORDER)
                .filter(queue -> queue != QueueName.PROTECTION || hears)
                .map(queue -> new Link(words.say("queue." + queue), address(queue)))
                .toList();
    }

    private static String address(QueueName queue) {
        return NextTask.address(queue);
    }

    /** The number of cases; for a long queue, "more than" the number up to which we count. */
    private static String caption(PageTexts words, QueueChoice choice, QueuePage page) {
        return words.say(
                page.exact() ? "queue.caption" : "queue.long", choice.name(words), page.total());
    }

    private DataTable table(PageTexts words, String title, QueueName which, List<QueueRow> rows) {
        var terms = PackTexts.forOfficers(pages.request().directive(), words);
        var table =
                new DataTable(
                        title,
                        List.of(
                                ColumnHeader.of(
                                        words.say(
                                                switch (which) {
                                                    case PROTECTION -> "queue.protection.by";
                                                    case WAITING -> "queue.until";
                                                    default -> "queue.due";
                                                })),
                                ColumnHeader.of(words.say("track.number")),
                                ColumnHeader.of(words.say("case.name")),
                                ColumnHeader.of(words.say("queue.task")),
                                ColumnHeader.of(
                                        words.say(
                                                which == QueueName.WAITING
                                                        ? "queue.waits-for"
                                                        : "case.stage")),
                                ColumnHeader.of(words.say("officer.unit")),
                                ColumnHeader.of(words.say(since()))),
                        rows.stream().map(row -> row(row, which, words, terms)).toList());
        return table.stackedWhereNarrow();
    }

    /** What this officer can agree to, and apart from it what they cannot, with the reason. */
    private void bySecond(Page sheet, Session session, String title, List<QueueRow> rows) {
        var words = pages.words();
        var possible = office.queues().possible(session, rows);
        var parts =
                rows.stream()
                        .collect(Collectors.partitioningBy(row -> possible.contains(row.item())));
        var now = Objects.requireNonNull(parts.get(true));
        var later = Objects.requireNonNull(parts.get(false));
        if (!now.isEmpty()) {
            sheet.add(table(words, title, QueueName.SECOND, now));
        }
        if (!later.isEmpty()) {
            var terms = PackTexts.forOfficers(pages.request().directive(), words);
            sheet.add(new NotForThisOfficer(terms, words, today()).table(later));
        }
    }

    static TableCell number(QueueRow row) {
        return TableCell.link(row.number(), CaseAddress.of(row.id(), row.traveller())).asHead();
    }

    static TableCell name(QueueRow row, PageTexts words) {
        return TableCell.of(row.unnamed().map(why -> unnamed(why, words)).orElseGet(row::name));
    }

    private String since() {
        return pages.request().directive().limits().isDeclared() ? "queue.applied" : "queue.since";
    }

    private List<TableCell> row(QueueRow row, QueueName which, PageTexts words, PackTexts terms) {
        var zone = terms.directive().vocabulary().zone();
        var today = today();
        // Days are too long for somebody who waits to be heard.
        var by =
                which == QueueName.PROTECTION
                        ? words.time(row.since().plus(Protection.ANSWER), zone)
                        : row.due().map(due -> due(due, today, words)).orElse("–");
        return List.of(
                TableCell.of(by),
                number(row),
                name(row, words),
                TableCell.of(task(row.task(), words, terms)),
                TableCell.of(
                        which == QueueName.WAITING
                                ? waitsFor(row, words)
                                : row.stage()
                                        .map(at -> words.say("stage.short." + at))
                                        .orElse("–")),
                TableCell.of(terms.unit(row.unit())),
                TableCell.of(words.day(row.since().atZone(zone).toLocalDate())));
    }

    private static String unnamed(QueueRow.Unnamed why, PageTexts words) {
        return words.say(
                switch (why) {
                    case UNPROVED -> "queue.name.unproved";
                    case IN_PERSON -> "queue.name.in-person";
                    case LIMIT -> "queue.name.limit";
                });
    }

    private static String waitsFor(QueueRow row, PageTexts words) {
        return switch (row.task()) {
            case "hold" -> words.say("waits.hold");
            case "authorise" -> words.say("waits.safeguards");
            default -> words.say("waits.clearance");
        };
    }

    /** Overdue cases are marked in words, not by colour alone. */
    static String due(LocalDate due, LocalDate today, PageTexts words) {
        return due.isBefore(today) ? words.say("queue.late", words.day(due)) : words.day(due);
    }

    static String task(String task, PageTexts words, PackTexts terms) {
        return words.has("task." + task) ? words.say("task." + task) : terms.clearance(task);
    }

    private static Optional<Pagination> pager(
            PageTexts words, String address, Optional<String> after, QueuePage page) {
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
                : Optional.of(new Pagination(words.say("queue.parts"), links));
    }
}
