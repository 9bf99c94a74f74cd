package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.auth.Administration.Account;
import exeat.web.component.InsetText;
import exeat.web.component.form.HtmlForm;
import exeat.web.filter.ListPart;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One account among many, by a part of a name or login. */
@Singleton
@Path(AccountSearchPages.ADDRESS)
@RunOnVirtualThread
public final class AccountSearchPages {

    static final String ADDRESS = "/admin/accounts/search";

    private static final String TYPED = "find";
    private static final String PART = "part";

    private final PageFactory pages;
    private final Office office;

    AccountSearchPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    /** The field; sent in a form, so that no name stands in an address, a history or a log. */
    static HtmlForm form(PageFactory pages, SubmittedForm posted, Map<String, String> wrong) {
        return builder(pages, posted, wrong)
                .aside(ADDRESS, pages.words().say("accounts.find.button"));
    }

    private static FormBuilder builder(
            PageFactory pages, SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        return new FormBuilder(pages.request(), posted, wrong)
                .input(
                        TYPED,
                        words.say("accounts.find"),
                        words.say("accounts.find.hint"),
                        "search",
                        "");
    }

    @GET
    public Response ask() {
        pages.request().administrator();
        return pages.page(pages.words().say("accounts.find.title"))
                .back("/admin/accounts")
                .add(form(pages, SubmittedForm.EMPTY, Map.of()))
                .ok();
    }

    @POST
    public Response find() {
        var session = pages.request().administrator();
        var words = pages.words();
        var posted = pages.request().form();
        var sheet = pages.page(words.say("accounts.find.title")).wide().back("/admin/accounts");
        if (posted.isRestored()) {
            return sheet.add(form(pages, posted, Map.of())).ok();
        }
        if (posted.value(TYPED).isEmpty()) {
            var wrong = Map.of(TYPED, words.say("accounts.find.empty"));
            return sheet.add(form(pages, posted, wrong)).errors(wrong).ok();
        }
        sheet.add(form(pages, posted, Map.of()));
        var found = matching(office.administration().accounts(session), posted.value(TYPED));
        if (found.isEmpty()) {
            return sheet.add(new InsetText(words.say("accounts.find.none"))).ok();
        }
        var terms = new AdminTexts(office, words);
        var part =
                new ListPart(
                        posted.number(PART)
                                .filter(n -> (long) n * ListPart.ROWS < found.size())
                                .orElse(0));
        var shown = found.stream().skip(part.from()).limit(ListPart.ROWS).toList();
        sheet.add(AccountTable.of(shown, found.size(), terms, words));
        if (part.page() > 0) {
            sheet.add(beside(posted, part.page() - 1, "list.previous"));
        }
        if (part.from() + ListPart.ROWS < found.size()) {
            sheet.add(beside(posted, part.page() + 1, "list.next"));
        }
        return sheet.ok();
    }

    private HtmlForm beside(SubmittedForm posted, int part, String key) {
        return new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                .hidden(TYPED, posted.value(TYPED))
                .hidden(PART, Integer.toString(part))
                .aside(ADDRESS, pages.words().say(key));
    }

    /**
     * The accounts whose name, login or id contains every typed word; those that can sign in come
     * first.
     */
    static List<Account> matching(List<Account> all, String typed) {
        var parts = Arrays.stream(plain(typed).split("\\s+")).toList();
        return all.stream()
                .filter(one -> parts.stream().allMatch(text(one)::contains))
                .sorted(
                        Comparator.comparing((Account one) -> one.member().ended().isPresent())
                                .thenComparing(one -> one.member().login()))
                .toList();
    }

    private static String text(Account one) {
        var member = one.member();
        return plain(member.name() + " " + member.login() + " " + member.id().text());
    }

    /** A text without accents and in small letters. */
    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }
}
