package exeat.web.admin;

import exeat.config.BackupSettings;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.clock.Retention;
import exeat.store.backup.LastBackup;
import exeat.store.backup.TestRestore;
import exeat.store.backup.WalArchiver;
import exeat.store.rows.MasterKeyStore;
import exeat.store.rows.OperatorStore;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the office is set up, to read: directives and versions, webhooks, retention, keys, backups
 * and operators, each with the page or the command that changes it.
 */
@Singleton
@Path("/admin/office")
@RunOnVirtualThread
public final class AdminOfficePages {

    private final PageFactory pages;
    private final Office office;
    private final OfficeSettings settings;

    AdminOfficePages(PageFactory pages, Office office, OfficeSettings settings) {
        this.pages = pages;
        this.office = office;
        this.settings = settings;
    }

    @GET
    public Response show() {
        pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var sheet =
                pages.page(words.say("office.title"))
                        .wide()
                        .back("/admin")
                        .add(new Paragraphs(List.of(words.say("office.what"))))
                        .add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("office.directives"),
                                                        RegisterPages.HOME),
                                                new Link(words.say("units.title"), UnitPages.HOME),
                                                new Link(words.say("setup.title"), SetUpPages.HOME),
                                                new Link(
                                                        words.say("menu.password"),
                                                        "/officer/password"),
                                                new Link(
                                                        words.say("menu.sessions"),
                                                        "/officer/sessions"))));
        webhooks(sheet, words, terms);
        retention(sheet, words, terms);
        keys(sheet, words, terms);
        witnesses(sheet, words, terms);
        backups(sheet, words, terms);
        operators(sheet, words, terms);
        return sheet.ok();
    }

    /** A part of the page, with the command that changes what it shows. */
    private static void part(
            Page sheet,
            PageTexts words,
            String name,
            List<String> heads,
            List<List<TableCell>> rows) {
        sheet.add(new Heading(2, words.say("office." + name), name))
                .add(new Paragraphs(List.of(words.say("office." + name + ".what"))));
        if (rows.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("office." + name + ".none"))));
        } else {
            sheet.add(
                    new DataTable(
                                    words.say("office." + name),
                                    heads.stream()
                                            .map(head -> ColumnHeader.of(words.say(head)))
                                            .toList(),
                                    rows)
                            .underHeading()
                            .stackedWhereNarrow());
        }
    }

    private static InsetText command(PageTexts words, String command) {
        return new InsetText("./exeat " + command, words.english());
    }

    private void webhooks(Page sheet, PageTexts words, AdminTexts terms) {
        var name = words.say("office.webhooks");
        var all = office.webhooks().all();
        sheet.add(new Heading(2, name, "webhooks"))
                .add(new Paragraphs(List.of(words.say("office.webhooks.what"))))
                .add(
                        all.isEmpty()
                                ? new Paragraphs(List.of(words.say("office.webhooks.none")))
                                : new WebhookTexts(terms, words).table(all, name))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("office.webhook.change"),
                                                WebhookPages.HOME))))
                .add(
                        new SummaryList(
                                List.of(
                                        RegisterPages.shell(
                                                words, "office.webhook.why", "webhook list"))));
    }

    private void retention(Page sheet, PageTexts words, AdminTexts terms) {
        var approved = office.retention().approved();
        var acts = office.operators().acts();
        var rows =
                office.retention().rules().stream()
                        .map(rule ->
                                List.of(
                                        TableCell.of(rule.directive()).asHead(),
                                        TableCell.number(words.number(rule.days())),
                                        TableCell.of(rule.basis()).in(words.english()),
                                        TableCell.of(approvals(rule, acts, words)),
                                        TableCell.of(
                                                approved.stream()
                                                        .filter(one -> one.rule().equals(rule))
                                                        .findFirst()
                                                        .map(one -> terms.time(one.from()))
                                                        .orElse(words.say("office.not-approved"))),
                                        TableCell.of(
                                                words.day(
                                                        office.unitAdministration()
                                                                .today()
                                                                .minusDays(rule.days())))))
                        .toList();
        part(
                sheet,
                words,
                "retention",
                List.of(
                        "admin.directive",
                        "office.days",
                        "office.basis",
                        "office.approved",
                        "office.from",
                        "office.before"),
                rows);
        sheet.add(command(words, "retention approve DIRECTIVE"));
    }

    /** Which operators signed a rule exactly as it stands; a changed line begins anew. */
    private static String approvals(
            Retention.Rule rule, List<OperatorStore.Act> acts, PageTexts words) {
        var by =
                acts.stream()
                        .filter(act -> act.what().equals(rule.approval()))
                        .map(OperatorStore.Act::operator)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return by.isEmpty() ? words.say("office.approved.none") : by;
    }

    private void keys(Page sheet, PageTexts words, AdminTexts terms) {
        var rows = office.masterKeys().all().stream().map(key -> row(key, words)).toList();
        part(sheet, words, "keys", List.of("office.key", "office.key.seals", "sample.state"), rows);
        var rotated =
                office.operators().acts().stream()
                        .filter(act -> act.what().equals("keys rotate"))
                        .reduce((_, later) -> later)
                        .map(act ->
                                words.say("proposal.by.at", act.operator(), terms.time(act.at())))
                        .orElse(words.say("office.key.rotated.never"));
        sheet.add(
                        new SummaryList(
                                List.of(
                                        SummaryRow.of(words.say("office.key.rotated"), rotated),
                                        SummaryRow.of(
                                                words.say("office.key.log"),
                                                words.say(
                                                        "office.key.log."
                                                                + office.ledger().holder())),
                                        SummaryRow.of(
                                                words.say("office.key.log.earlier"),
                                                words.number(
                                                        office.ledger().keys().earlier().size())))))
                .add(command(words, "keys rotate"));
    }

    /** Who signs the head of the log beside the office, and how long ago they did. */
    private void witnesses(Page sheet, PageTexts words, AdminTexts terms) {
        var standing = office.ledger().witnesses().standing();
        var rows =
                standing.witnesses().stream()
                        .map(one ->
                                List.of(
                                        TableCell.of(one.name()).in(words.english()).asHead(),
                                        TableCell.of(
                                                one.signed()
                                                        .map(at ->
                                                                words.say(
                                                                        "office.witness.ago",
                                                                        terms.time(at),
                                                                        minutes(
                                                                                at,
                                                                                standing.now())))
                                                        .orElse(words.say("admin.never"))),
                                        TableCell.of(words.say("office.witness." + one.trouble()))))
                        .toList();
        part(
                sheet,
                words,
                "witnesses",
                List.of("office.witness", "admin.log.witnessed", "sample.state"),
                rows);
        sheet.add(
                new SummaryList(
                        List.of(
                                SummaryRow.of(
                                        words.say("office.witnesses.needed"),
                                        words.say(
                                                "office.witnesses.needed.of",
                                                standing.recent(),
                                                standing.needed(),
                                                standing.within().toMinutes())))));
    }

    private static long minutes(Instant at, Instant now) {
        return Math.max(0, Duration.between(at, now).toMinutes());
    }

    private static List<TableCell> row(MasterKeyStore.Count key, PageTexts words) {
        return List.of(
                TableCell.of(
                                key.number().isEmpty()
                                        ? words.say("office.key.first")
                                        : words.say("office.key.number", key.number()))
                        .asHead(),
                TableCell.number(words.number(key.texts())),
                TableCell.of(words.say(key.seals() ? "office.key.current" : "office.key.old")));
    }

    /** When the last backup was restored for a test, and what came of it. */
    private SummaryRow tested(PageTexts words, AdminTexts terms) {
        var lines = new ArrayList<LocalizedText>();
        TestRestore.last(settings.data())
                .ifPresent(last -> {
                    lines.add(LocalizedText.here(terms.time(last.at())));
                    lines.add(
                            LocalizedText.here(
                                    words.say(
                                            last.passed()
                                                    ? "office.backups.passed"
                                                    : "office.backups.failed")));
                    lines.add(new LocalizedText(last.what(), words.english()));
                });
        if (lines.isEmpty()) {
            lines.add(LocalizedText.here(words.say("admin.never")));
        }
        return new SummaryRow(words.say("office.backups.tested"), lines, List.of());
    }

    private void backups(Page sheet, PageTexts words, AdminTexts terms) {
        var every = settings.config().time(BackupSettings.TEST_EVERY).toDays();
        sheet.add(new Heading(2, words.say("office.backups"), "backups"))
                .add(new Paragraphs(List.of(words.say("office.backups.what"))))
                .add(
                        new SummaryList(
                                List.of(
                                        SummaryRow.of(
                                                words.say("admin.health.backup"),
                                                LastBackup.of(settings.data())
                                                        .map(terms::time)
                                                        .orElse(words.say("admin.never"))),
                                        tested(words, terms),
                                        SummaryRow.of(
                                                words.say("office.backups.every"),
                                                settings.jdbcUrl().isPresent()
                                                        ? words.say("office.backups.outside")
                                                        : words.say(
                                                                "office.backups.every.days",
                                                                every)),
                                        SummaryRow.of(
                                                words.say("office.backups.archive"),
                                                archive(words, terms)))))
                .add(command(words, "backup FOLDER --keys FOLDER"))
                .add(command(words, "restore --test FOLDER"));
    }

    /** Whether what is written after the last backup is kept too. */
    private String archive(PageTexts words, AdminTexts terms) {
        if (settings.config().given(BackupSettings.ARCHIVE).isEmpty()) {
            return words.say("office.backups.archive.none");
        }
        return WalArchiver.waitsSince(settings.data())
                .map(since -> words.say("office.backups.archive.waits", terms.time(since)))
                .orElse(words.say("office.backups.archive.on"));
    }

    private void operators(Page sheet, PageTexts words, AdminTexts terms) {
        var rows =
                office.operators().all().stream()
                        .map(one ->
                                List.of(
                                        TableCell.of(one.id()).asHead(),
                                        TableCell.of(terms.time(one.added())),
                                        TableCell.of(one.addedBy().orElse(one.id())),
                                        TableCell.of(one.ended().map(terms::time).orElse(""))))
                        .toList();
        part(
                sheet,
                words,
                "operators",
                List.of("office.operator", "office.added", "audit.by", "account.ended"),
                rows);
        sheet.add(command(words, "operator add NAME KEY"));
    }
}
