package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.webhook.WebhookAdministration.Came;
import exeat.desk.webhook.WebhookAdministration.What;
import exeat.desk.webhook.WebhookAdministration.Wish;
import exeat.desk.webhook.Webhooks;
import exeat.rules.authority.AuthorityId;
import exeat.store.rows.WebhookStore.Webhook;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.SecretBox;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.SummaryList;
import exeat.web.filter.FilterValues;
import exeat.web.filter.ListPart;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.StoredKeys;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Other systems that are told what happens, and proposing a change of that. */
@Singleton
@Path("/admin/webhooks")
@RunOnVirtualThread
public final class WebhookPages {

    static final String HOME = "/admin/webhooks";

    private static final String ID = "{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}";
    private static final int MAX_ADDRESS = 500;

    private final PageFactory pages;
    private final Office office;

    WebhookPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response list(@RestQuery @DefaultValue("") String page) {
        var session = pages.request().administrator();
        var words = pages.words();
        var texts = texts();
        var sheet =
                pages.page(words.say("office.webhooks"))
                        .wide()
                        .back("/admin/office")
                        .done()
                        .add(new Paragraphs(List.of(words.say("webhook.what"))))
                        .add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("office.webhook.add"),
                                                        HOME + "/new"))));
        var values = new FilterValues(words);
        var part = ListPart.of(page, values, HOME);
        var found =
                office.webhooks()
                        .administration()
                        .proposals(session, part.from(), ListPart.ROWS + 1);
        part.check(!found.isEmpty(), values, HOME);
        if (!values.isRight()) {
            return values.tell(sheet).ok();
        }
        var all = office.webhooks().all();
        sheet.add(new Heading(2, words.say("webhook.all"), "all"))
                .add(
                        all.isEmpty()
                                ? new Paragraphs(List.of(words.say("office.webhooks.none")))
                                : texts.table(all, words.say("webhook.all")))
                .add(new Heading(2, words.say("webhook.changes"), "changes"))
                .add(
                        found.isEmpty()
                                ? new Paragraphs(List.of(words.say("units.changes.none")))
                                : texts.proposals(
                                        found.stream().limit(ListPart.ROWS).toList(),
                                        office.administration().names(session)));
        part.beside(HOME, found.size() > ListPart.ROWS, words).ifPresent(sheet::add);
        return sheet.ok();
    }

    private WebhookTexts texts() {
        return new WebhookTexts(new AdminTexts(office, pages.words()), pages.words());
    }

    @GET
    @Path("new")
    public Response form() {
        pages.request().administrator();
        return form(SubmittedForm.EMPTY, Map.of());
    }

    private Response form(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), posted, wrong)
                        .text("url", words.say("office.url"), words.say("webhook.url.hint"))
                        .select("unit", words.say("officer.unit"), "", units())
                        .select(
                                "directive",
                                words.say("admin.directive"),
                                words.say("webhook.directive.hint"),
                                directives())
                        .checks(
                                "types",
                                words.say("office.heard"),
                                words.say("webhook.types.hint"),
                                Webhooks.TYPES.stream()
                                        .map(type ->
                                                ChoiceOption.of(
                                                        type,
                                                        words.say(StoredKeys.of("event.", type)),
                                                        ""))
                                        .toList())
                        .area(
                                "reason",
                                words.say("account.reason"),
                                words.say("account.reason.hint"));
        return pages.page(words.say("office.webhook.add"))
                .back(HOME)
                .add(
                        new Paragraphs(
                                List.of(
                                        words.say("webhook.new.what"),
                                        words.say("account.propose.what"))))
                .add(form.to(HOME + "/new", words.say("account.propose.button")))
                .errors(form.errors())
                .ok();
    }

    private List<ChoiceOption> units() {
        var terms = new AdminTexts(office, pages.words());
        var options = new ArrayList<ChoiceOption>();
        options.add(new ChoiceOption("", pages.words().say("new-account.unit.choose"), "", true));
        terms.units()
                .forEach(unit -> options.add(ChoiceOption.of(unit.text(), terms.unit(unit), "")));
        return options;
    }

    private List<ChoiceOption> directives() {
        var options = new ArrayList<ChoiceOption>();
        options.add(new ChoiceOption("", pages.words().say("webhook.directive.only"), "", true));
        office.register()
                .offered()
                .forEach(one -> options.add(ChoiceOption.of(one.ref().id(), one.ref().id(), "")));
        return options;
    }

    @POST
    @Path("new")
    public Response propose() {
        var session = pages.request().administrator();
        var words = pages.words();
        var posted = pages.request().form();
        if (posted.isRestored()) {
            return form(posted, Map.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        var url = posted.value("url");
        if (url.isEmpty() || url.length() > MAX_ADDRESS) {
            wrong.put("url", words.say("webhook.wrong.length", MAX_ADDRESS));
        }
        var known = new AdminTexts(office, words).units().stream().map(AuthorityId::text).toList();
        var unit = posted.oneOf("unit", known);
        if (unit.isEmpty()) {
            wrong.put("unit", words.say("admin.refused.NO_SUCH_UNIT"));
        }
        reason(posted, wrong);
        if (!wrong.isEmpty()) {
            return form(posted, wrong);
        }
        var directive =
                posted.oneOf(
                        "directive",
                        office.register().offered().stream().map(one -> one.ref().id()).toList());
        var types =
                Webhooks.TYPES.stream()
                        .filter(type -> posted.values("types").contains(type))
                        .toList();
        var came =
                office.webhooks()
                        .administration()
                        .propose(
                                session,
                                new Wish(
                                        new AuthorityId(unit.orElseThrow()), directive, url, types),
                                posted.value("reason"));
        return came.refused()
                .map(why ->
                        form(
                                posted,
                                Map.of(
                                        switch (why) {
                                            case BAD_ADDRESS, WAITING, MANY, CHANGED, GONE, OWN ->
                                                    "url";
                                            case NO_SUCH_UNIT, UNKNOWN -> "unit";
                                            case BAD_REASON -> "reason";
                                        },
                                        texts().refused(came))))
                .orElseGet(() -> proposed(came));
    }

    private void reason(SubmittedForm posted, Map<String, String> wrong) {
        if (posted.value("reason").isEmpty()) {
            wrong.put("reason", pages.words().say("account.wrong.reason"));
        }
    }

    /** The end of proposing: what happens next, and the half of a secret to hand over. */
    private Response proposed(Came came) {
        var words = pages.words();
        if (came.half().isEmpty()) {
            return Response.seeOther(URI.create(HOME + "?done=webhook-proposed")).build();
        }
        var sheet =
                pages.page(words.say("webhook.proposed"))
                        .back(HOME)
                        .add(new Paragraphs(List.of(words.say("proposal.done.what"))));
        half(sheet, came, "webhook.half.first", words);
        return sheet.add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("proposal.done.see"),
                                                WebhookProposalPages.HOME
                                                        + "/"
                                                        + came.proposal()))))
                .ok();
    }

    static void half(Page sheet, Came came, String key, PageTexts words) {
        came.half()
                .ifPresent(half ->
                        sheet.add(
                                new SecretBox(
                                        words.say(key), half, words.say("webhook.half.note"))));
    }

    @GET
    @Path(ID)
    public Response one(String id) {
        pages.request().administrator();
        return show(found(id), SubmittedForm.EMPTY, Map.of());
    }

    private Webhook found(String id) {
        return office.webhooks().all().stream()
                .filter(hook -> hook.id().equals(UUID.fromString(id)))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Response show(Webhook hook, SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), posted, wrong)
                        .prose(words.say("account.propose.what"))
                        .radios(
                                "what",
                                words.say("unit.change"),
                                "",
                                Arrays.stream(What.values())
                                        .filter(what -> isPossible(what, hook))
                                        .map(what ->
                                                ChoiceOption.of(
                                                        what.name(),
                                                        words.say("webhook.act." + what),
                                                        words.say("webhook.agree." + what)))
                                        .toList())
                        .area(
                                "reason",
                                words.say("account.reason"),
                                words.say("account.reason.hint"));
        return pages.page(words.say("webhook.one"))
                .back(HOME)
                .add(new SummaryList(texts().rows(hook)))
                .add(new Heading(2, words.say("account.propose"), "propose"))
                .add(form.to(HOME + "/" + hook.id(), words.say("account.propose.button")))
                .errors(form.errors())
                .ok();
    }

    private static boolean isPossible(What what, Webhook hook) {
        return switch (what) {
            case ADDED -> false;
            case PAUSED -> hook.whyOff().isEmpty();
            case RESUMED -> hook.whyOff().isPresent();
            case SECRET, REMOVED -> true;
        };
    }

    @POST
    @Path(ID)
    public Response change(String id) {
        var session = pages.request().administrator();
        var words = pages.words();
        var hook = found(id);
        var posted = pages.request().form();
        if (posted.isRestored()) {
            return show(hook, posted, Map.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        var possible =
                Arrays.stream(What.values())
                        .filter(what -> isPossible(what, hook))
                        .map(Enum::name)
                        .toList();
        var what = posted.oneOf("what", possible);
        if (what.isEmpty()) {
            wrong.put("what", words.say("account.wrong.what"));
        }
        reason(posted, wrong);
        if (!wrong.isEmpty()) {
            return show(hook, posted, wrong);
        }
        var came =
                office.webhooks()
                        .administration()
                        .propose(
                                session,
                                What.valueOf(what.orElseThrow()),
                                hook.id(),
                                posted.value("reason"));
        return came.refused().isEmpty()
                ? proposed(came)
                : show(hook, posted, Map.of("what", texts().refused(came)));
    }
}
