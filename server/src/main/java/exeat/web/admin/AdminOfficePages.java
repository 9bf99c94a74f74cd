package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.rules.authority.AuthorityId;
import exeat.store.backup.LastBackup;
import exeat.store.backup.TestRestore;
import exeat.store.rows.MasterKeyStore;
import exeat.store.rows.WebhookStore;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
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
import java.util.List;

/**
 * How the office is set up, to read: directives and versions, webhooks, retention, keys, backups
 * and operators, each with the command that changes it.
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
        keys(sheet, words);
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
        var rows =
                office.webhooks().all().stream()
                        .map(hook ->
                                List.of(
                                        TableCell.of(hook.url()).in(words.english()).asHead(),
                                        TableCell.of(terms.unit(new AuthorityId(hook.unit()))),
                                        TableCell.number(words.number(hook.delivered())),
                                        TableCell.number(words.number(hook.waiting())),
                                        TableCell.number(words.number(hook.dead())),
                                        TableCell.of(words.say(state(hook)))))
                        .toList();
        part(
                sheet,
                words,
                "webhooks",
                List.of(
                        "office.url",
                        "officer.unit",
                        "office.delivered",
                        "office.waiting",
                        "office.dead",
                        "sample.state"),
                rows);
        sheet.add(command(words, "webhook add UNIT ADDRESS"));
    }

    private static String state(WebhookStore.Webhook hook) {
        if (hook.whyOff().isPresent()) {
            return "office.webhook.off";
        }
        return hook.failing().isPresent() ? "office.webhook.failing" : "office.webhook.on";
    }

    private void retention(Page sheet, PageTexts words, AdminTexts terms) {
        var approved = office.retention().approved();
        var rows =
                office.retention().rules().stream()
                        .map(rule ->
                                List.of(
                                        TableCell.of(rule.directive()).asHead(),
                                        TableCell.number(words.number(rule.days())),
                                        TableCell.of(rule.basis()).in(words.english()),
                                        TableCell.of(
                                                approved.stream()
                                                        .filter(one -> one.rule().equals(rule))
                                                        .findFirst()
                                                        .map(one -> terms.time(one.from()))
                                                        .orElse(words.say("office.not-approved")))))
                        .toList();
        part(
                sheet,
                words,
                "retention",
                List.of("admin.directive", "office.days", "office.basis", "office.from"),
                rows);
        sheet.add(command(words, "retention approve DIRECTIVE"));
    }

    private void keys(Page sheet, PageTexts words) {
        var rows = office.masterKeys().all().stream().map(key -> row(key, words)).toList();
        part(sheet, words, "keys", List.of("office.key", "office.key.seals", "sample.state"), rows);
        sheet.add(command(words, "keys rotate"));
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
    private List<String> tested(PageTexts words, AdminTexts terms) {
        return TestRestore.last(settings.data())
                .map(last ->
                        List.of(
                                terms.time(last.at()),
                                words.say(
                                        last.passed()
                                                ? "office.backups.passed"
                                                : "office.backups.failed")))
                .orElse(List.of(words.say("admin.never")));
    }

    private void backups(Page sheet, PageTexts words, AdminTexts terms) {
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
                                        SummaryRow.of(
                                                words.say("office.backups.tested"),
                                                tested(words, terms)))))
                .add(command(words, "backup FOLDER --keys FOLDER"));
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
