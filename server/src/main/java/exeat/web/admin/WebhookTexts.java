package exeat.web.admin;

import exeat.desk.webhook.WebhookAdministration.Came;
import exeat.desk.webhook.WebhookAdministration.Proposal;
import exeat.desk.webhook.Webhooks;
import exeat.rules.authority.AuthorityId;
import exeat.store.rows.WebhookStore.Webhook;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PageTexts;
import exeat.web.kit.StoredKeys;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What pages say of webhooks and of what is proposed about them. */
final class WebhookTexts {

    private static final String BY_TWO = "proposal ";
    private static final String PAUSED = "paused by ";

    private final AdminTexts terms;
    private final PageTexts words;

    WebhookTexts(AdminTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** The kinds of steps that a webhook is told about. */
    String heard(List<String> types) {
        return types.containsAll(Webhooks.TYPES)
                ? words.say("office.heard.all")
                : types.stream()
                        .map(type -> words.say(StoredKeys.of("event.", type)))
                        .collect(Collectors.joining("; "));
    }

    /** Whether two administrators switched it off; else it went off because it failed. */
    static boolean isPaused(Webhook hook) {
        return hook.whyOff().filter(why -> why.startsWith(PAUSED)).isPresent();
    }

    /** Whether it is told, or since when nothing has arrived. */
    String state(Webhook hook) {
        if (hook.whyOff().isPresent()) {
            return words.say(isPaused(hook) ? "webhook.paused" : "office.webhook.off");
        }
        return hook.failing()
                .map(since -> words.say("office.webhook.failing", terms.time(since)))
                .orElse(words.say("office.webhook.on"));
    }

    /** Who made it, and when. */
    String added(Webhook hook) {
        var by =
                hook.by().startsWith(BY_TWO)
                        ? words.say("webhook.by-two", hook.by().substring(BY_TWO.length()))
                        : hook.by();
        return words.say("proposal.by.at", by, terms.time(hook.made()));
    }

    /**
     * Subscriptions, a row each. Not how many deliveries wait or were given up: these go when
     * somebody seeks protection, and looking twice would tell of it.
     *
     * @param caption the heading above it
     */
    DataTable table(List<Webhook> hooks, String caption) {
        return new DataTable(
                        caption,
                        List.of(
                                ColumnHeader.of(words.say("office.url")),
                                ColumnHeader.of(words.say("officer.unit")),
                                ColumnHeader.of(words.say("office.heard")),
                                ColumnHeader.of(words.say("office.added")),
                                ColumnHeader.of(words.say("office.delivered")),
                                ColumnHeader.of(words.say("sample.state"))),
                        hooks.stream()
                                .map(hook ->
                                        List.of(
                                                TableCell.link(
                                                                hook.url(),
                                                                WebhookPages.HOME + "/" + hook.id())
                                                        .in(words.english())
                                                        .asHead(),
                                                TableCell.of(
                                                        terms.unit(new AuthorityId(hook.unit()))),
                                                TableCell.of(heard(hook.types())),
                                                TableCell.of(added(hook)),
                                                TableCell.number(words.number(hook.delivered())),
                                                TableCell.of(state(hook))))
                                .toList())
                .underHeading()
                .stackedWhereNarrow();
    }

    /** One webhook as a list. */
    List<SummaryRow> rows(Webhook hook) {
        return List.of(
                SummaryRow.of(words.say("office.url"), hook.url()),
                SummaryRow.of(words.say("officer.unit"), terms.unit(new AuthorityId(hook.unit()))),
                SummaryRow.of(words.say("office.heard"), heard(hook.types())),
                SummaryRow.of(words.say("office.added"), added(hook)),
                SummaryRow.of(words.say("office.delivered"), words.number(hook.delivered())),
                SummaryRow.of(words.say("sample.state"), state(hook)));
    }

    /** What is proposed, in one sentence. */
    String said(Proposal one) {
        var url =
                one.about()
                        .map(about -> PageTexts.isolated(about.url()))
                        .orElseGet(() -> words.say("webhook.gone"));
        return words.say("webhook.said." + one.what(), url);
    }

    /** Proposals, a row each. */
    DataTable proposals(List<Proposal> proposals, Map<String, String> names) {
        return new DataTable(
                        words.say("webhook.changes"),
                        List.of(
                                ColumnHeader.of(words.say("unit.change")),
                                ColumnHeader.of(words.say("proposal.by")),
                                ColumnHeader.of(words.say("audit.when")),
                                ColumnHeader.of(words.say("sample.state"))),
                        proposals.stream()
                                .map(one ->
                                        List.of(
                                                TableCell.link(
                                                                said(one),
                                                                WebhookProposalPages.HOME
                                                                        + "/"
                                                                        + one.id())
                                                        .asHead(),
                                                TableCell.of(terms.name(names, one.by())),
                                                TableCell.of(terms.time(one.at())),
                                                TableCell.of(
                                                        words.say("admin.state." + one.state()))))
                                .toList())
                .underHeading()
                .stackedWhereNarrow();
    }

    /** Why something was not done, and what to do. */
    String refused(Came came) {
        return came.refused()
                .map(why ->
                        switch (why) {
                            case OWN, WAITING, GONE, MANY, NO_SUCH_UNIT ->
                                    words.say("admin.refused." + why);
                            case UNKNOWN, CHANGED -> words.say("webhook.refused." + why);
                            case BAD_REASON -> words.say("unit.wrong.reason");
                            case BAD_ADDRESS ->
                                    words.say("webhook.wrong." + came.address().orElseThrow());
                        })
                .orElse("");
    }
}
