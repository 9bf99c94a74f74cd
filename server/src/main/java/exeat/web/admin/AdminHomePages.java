package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.AccountProposal;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.Administration;
import exeat.desk.auth.ProposalState;
import exeat.desk.base.Session;
import exeat.desk.setup.SetUpReader;
import exeat.desk.setup.SetUpStep;
import exeat.rules.Directive;
import exeat.store.backup.LastBackup;
import exeat.store.backup.TestRestore;
import exeat.web.component.Heading;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.component.list.TaskItem;
import exeat.web.component.list.TaskList;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An administrator's first page: what needs action, and the state of the office. */
@Singleton
@Path("/admin")
@RunOnVirtualThread
public final class AdminHomePages {

    private static final Duration BACKUP = Duration.ofDays(7);
    private static final int ENOUGH = 2;
    private static final int PROPOSALS = 200;

    private final PageFactory pages;
    private final Office office;
    private final OfficeSettings settings;
    private final InstantSource clock;

    AdminHomePages(PageFactory pages, Office office, OfficeSettings settings, InstantSource clock) {
        this.pages = pages;
        this.office = office;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    public Response home() {
        var session = pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var proposals = office.administration().proposals(session, 0, PROPOSALS);
        var setUp = new SetUpReader(office, settings).read(session);
        // A training installation needs no set-up: it begins complete, and is thrown away.
        boolean setsUp = setUp.next().isPresent() && !pages.request().training().isOn();
        var calls = calls(session, proposals, words, terms, setsUp ? setUp.open() : List.of());
        var sheet =
                pages.page(words.say("admin.title"))
                        .add(new Paragraphs(List.of(words.say("admin.only"))));
        if (setsUp) {
            sheet.add(new Heading(2, words.say("setup.title"), "setup"));
            new SetUpView(office, settings, setUp, words).addTo(sheet);
        }
        sheet.add(new Heading(2, words.say("admin.calls"), "calls"));
        sheet.add(
                calls.isEmpty()
                        ? new Paragraphs(List.of(words.say("admin.calls.none")))
                        : new TaskList(calls));
        came(session, proposals, words, terms)
                .ifPresent(table ->
                        sheet.add(new Heading(2, words.say("admin.came"), "came"))
                                .add(table.underHeading()));
        sheet.add(new Heading(2, words.say("admin.health"), "health"))
                .add(new SummaryList(health(words, terms)))
                .add(new Heading(2, words.say("admin.log"), "log"))
                .add(new SummaryList(log(words, terms)))
                .add(new Heading(2, words.say("admin.directives"), "directives"));
        var directives = office.register().inForce();
        return sheet.add(
                        directives.isEmpty()
                                ? new Paragraphs(List.of(words.say("admin.directives.none")))
                                : directives(directives, words, terms))
                .ok();
    }

    /**
     * What calls for action.
     *
     * @param open the steps of the set-up that the page shows already
     */
    private List<TaskItem> calls(
            Session session,
            List<AccountProposal> proposals,
            PageTexts words,
            AdminTexts terms,
            List<SetUpStep> open) {
        var calls = new ArrayList<TaskItem>();
        var since = clock.instant().minus(Administration.VALID);
        proposals.stream()
                .flatMap(one -> call(session, one, since, words, terms).stream())
                .forEach(calls::add);
        units(calls, words, terms, session);
        webhooks(calls, words, terms, session);
        log(calls, words, open);
        var status = office.health().status();
        if (!status.healthy()) {
            calls.add(urgent(words, "admin.call.database", ""));
        }
        office.health()
                .clockJump()
                .ifPresent(_ -> calls.add(urgent(words, "admin.call.clock", "")));
        backup(calls, words, terms, open);
        people(calls, words, session, open);
        if (office.webhooks().all().stream()
                .filter(hook -> !WebhookTexts.isPaused(hook))
                .anyMatch(hook -> hook.whyOff().isPresent() || hook.failing().isPresent())) {
            calls.add(urgent(words, "admin.call.webhook", "/admin/office#webhooks"));
        }
        return calls;
    }

    /** What a proposal calls for; empty if nothing. */
    private static Optional<TaskItem> call(
            Session session,
            AccountProposal one,
            Instant since,
            PageTexts words,
            AdminTexts terms) {
        var title = terms.what(one.what()) + ": " + one.name();
        var to = "/admin/proposals/" + one.id();
        if (one.state() == AccountProposal.State.WAITING && ProposalPages.mayAgree(session, one)) {
            var until = terms.time(one.at().plus(Administration.VALID));
            return Optional.of(
                    new TaskItem(
                            title,
                            words.say("admin.call.proposal", until),
                            to,
                            words.say("admin.call.waits"),
                            "blue"));
        }
        return one.objected()
                .filter(at -> at.isAfter(since))
                .map(_ ->
                        new TaskItem(
                                title,
                                words.say("admin.call.stopped"),
                                to,
                                words.say("admin.call.act"),
                                "red"));
    }

    /** What others recently did with this administrator's proposals; empty if nothing. */
    private Optional<DataTable> came(
            Session session, List<AccountProposal> proposals, PageTexts words, AdminTexts terms) {
        var since = clock.instant().minus(Administration.VALID);
        var names = office.administration().names(session);
        var rows =
                proposals.stream()
                        .filter(one -> OwnAccount.is(session, one.by()))
                        .filter(one -> isNews(one, since))
                        .map(one ->
                                List.of(
                                        TableCell.link(
                                                        terms.what(one.what()) + ": " + one.name(),
                                                        "/admin/proposals/" + one.id())
                                                .asHead(),
                                        TableCell.of(terms.state(one.state())),
                                        TableCell.of(
                                                one.closedBy()
                                                        .map(by ->
                                                                terms.byAt(
                                                                        names,
                                                                        by,
                                                                        one.closed().orElseThrow()))
                                                        .orElse("–"))))
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DataTable(
                                words.say("admin.came"),
                                List.of(
                                        ColumnHeader.of(words.say("account.what")),
                                        ColumnHeader.of(words.say("sample.state")),
                                        ColumnHeader.of(words.say("proposal.closed"))),
                                rows));
    }

    /** Somebody else closed it, or nobody did in time. */
    private static boolean isNews(AccountProposal one, Instant since) {
        return one.state() == AccountProposal.State.EXPIRED
                ? one.at().plus(Administration.VALID).isAfter(since)
                : one.closedBy().filter(by -> !by.equals(one.by())).isPresent()
                        && one.closed().filter(at -> at.isAfter(since)).isPresent();
    }

    private void log(List<TaskItem> calls, PageTexts words, List<SetUpStep> open) {
        var ledger = office.health().ledger();
        if (!ledger.trouble().isEmpty()) {
            calls.add(urgent(words, "admin.call.unsigned", "/ledger"));
        }
        var standing = office.ledger().witnesses().standing();
        if (standing.witnesses().stream().anyMatch(one -> one.objects())) {
            calls.add(urgent(words, "admin.call.other-log", "/ledger"));
        } else if (!standing.isHealthy() && !open.contains(SetUpStep.WITNESS)) {
            calls.add(urgent(words, "admin.call.witness", "/ledger"));
        }
    }

    private void backup(
            List<TaskItem> calls, PageTexts words, AdminTexts terms, List<SetUpStep> open) {
        var last = LastBackup.of(settings.data());
        if (last.isEmpty() && !open.contains(SetUpStep.BACKUP)) {
            calls.add(urgent(words, "admin.call.no-backup", "/admin/office#backups"));
        } else if (isOld(last)) {
            calls.add(
                    new TaskItem(
                            words.say("admin.call.old-backup"),
                            terms.time(last.get()),
                            "/admin/office#backups",
                            words.say("admin.call.act"),
                            "red"));
        }
        if (TestRestore.last(settings.data()).filter(test -> !test.passed()).isPresent()) {
            calls.add(urgent(words, "admin.call.bad-backup", "/admin/office#backups"));
        }
    }

    private boolean isOld(Optional<Instant> last) {
        return last.filter(at -> at.plus(BACKUP).isBefore(clock.instant())).isPresent();
    }

    private void units(List<TaskItem> calls, PageTexts words, AdminTexts terms, Session session) {
        var texts = new UnitTexts(terms, words);
        for (var one : office.unitAdministration().proposals(session, 0, PROPOSALS)) {
            if (one.state() == ProposalState.WAITING && !OwnAccount.is(session, one.by())) {
                calls.add(
                        new TaskItem(
                                words.say("unit.call"),
                                texts.said(one.change()),
                                UnitPages.HOME + "/proposals/" + one.id(),
                                words.say("admin.call.waits"),
                                "blue"));
            }
        }
    }

    private void webhooks(
            List<TaskItem> calls, PageTexts words, AdminTexts terms, Session session) {
        var texts = new WebhookTexts(terms, words);
        for (var one : office.webhooks().administration().proposals(session, 0, PROPOSALS)) {
            if (one.state() == ProposalState.WAITING && !OwnAccount.is(session, one.by())) {
                calls.add(
                        new TaskItem(
                                words.say("webhook.call"),
                                texts.said(one),
                                WebhookProposalPages.HOME + "/" + one.id(),
                                words.say("admin.call.waits"),
                                "blue"));
            }
        }
    }

    private void people(
            List<TaskItem> calls, PageTexts words, Session session, List<SetUpStep> open) {
        var administrators =
                office.administration().accounts(session).stream()
                        .filter(one -> one.member().role() == AccountRole.ADMINISTRATOR)
                        .filter(one -> one.member().ended().isEmpty())
                        .toList();
        boolean said = open.contains(SetUpStep.ADMINISTRATORS);
        if (administrators.size() < ENOUGH && !said) {
            calls.add(urgent(words, "admin.call.alone", ""));
        }
        if (administrators.stream().anyMatch(one -> !one.factor()) && !said) {
            calls.add(urgent(words, "admin.call.factor", "/admin/accounts?role=administrator"));
        }
        if (office.operators().active().size() < ENOUGH && !open.contains(SetUpStep.OPERATORS)) {
            calls.add(urgent(words, "admin.call.operators", "/admin/office#operators"));
        }
    }

    private static TaskItem urgent(PageTexts words, String key, String to) {
        return new TaskItem(
                words.say(key), words.say(key + ".do"), to, words.say("admin.call.act"), "red");
    }

    private List<SummaryRow> health(PageTexts words, AdminTexts terms) {
        var status = office.health().status();
        return List.of(
                SummaryRow.of(
                        words.say("admin.health.database"),
                        words.say(status.databaseReachable() ? "admin.up" : "admin.down")),
                SummaryRow.of(
                        words.say("admin.health.writer"),
                        words.say(status.writerAlive() ? "admin.up" : "admin.down")),
                SummaryRow.of(words.say("admin.health.queue"), words.number(status.queueDepth())),
                SummaryRow.of(
                        words.say("admin.health.backup"),
                        LastBackup.of(settings.data())
                                .map(terms::time)
                                .orElse(words.say("admin.never"))),
                SummaryRow.of(words.say("admin.health.zone"), terms.zone()));
    }

    private List<SummaryRow> log(PageTexts words, AdminTexts terms) {
        var rows = new ArrayList<SummaryRow>();
        office.ledger()
                .checkpoint()
                .map(text -> text.lines().toList())
                .ifPresent(lines -> {
                    rows.add(SummaryRow.of(words.say("ledger.size"), lines.get(1)));
                    rows.add(SummaryRow.of(words.say("ledger.root"), lines.get(2)));
                });
        rows.add(
                SummaryRow.of(
                        words.say("admin.log.waiting"),
                        words.number(office.health().ledger().waiting())));
        rows.add(
                SummaryRow.of(
                        words.say("admin.log.witnessed"),
                        office.ledger()
                                .witnesses()
                                .standing()
                                .last()
                                .map(terms::time)
                                .orElse(words.say("admin.never"))));
        return rows;
    }

    private static DataTable directives(
            List<Directive> directives, PageTexts words, AdminTexts terms) {
        return new DataTable(
                        words.say("admin.directives"),
                        List.of(
                                ColumnHeader.of(words.say("admin.directive")),
                                ColumnHeader.of(words.say("admin.version")),
                                ColumnHeader.of(words.say("admin.standing"))),
                        directives.stream()
                                .map(directive ->
                                        List.of(
                                                terms.title(
                                                        directive,
                                                        RegisterPages.HOME
                                                                + "/"
                                                                + directive.ref().id()),
                                                TableCell.of(directive.ref().version()),
                                                terms.standing(directive)))
                                .toList())
                .underHeading();
    }
}
