package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.casework.value.UnitChange;
import exeat.rules.authority.AuthorityId;
import exeat.web.town.Browser;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two administrators let somebody in, and stop somebody, in the browser. */
@QuarkusTest
@Tag("day")
class AdministratorIT {

    private static final String OWN = "nine loud harbours";

    @Inject Town town;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    /** The half of a code that the page shows. */
    private static String half(Page page) {
        var text = Browser.text(page).replaceAll("\\s+", " ");
        var half =
                text.replaceAll(".*?\\b([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})\\b.*", "$1");
        assertThat(half).as(text).hasSize(9);
        return half;
    }

    /** The code, and a new password twice. */
    private static void typed(Page own, String code) {
        own.fill("#code", code);
        own.fill("#after", OWN);
        own.fill("#again", OWN);
        Browser.next(own);
    }

    @Tag("full")
    @Test
    void a_newcomer_gets_an_account_from_two_administrators_and_chooses_a_password() {
        try (var browser = Browser.open(base.toString(), "administrators")) {
            var first = browser.desk();
            first.navigate("/officer");
            town.administrator("admin.first");
            first.fill("#login", "admin.first");
            first.fill("#password", "right admin.first");
            Browser.next(first);
            assertThat(first.url()).endsWith("/admin");
            browser.look(first, "home");
            assertThat(Browser.text(first))
                    .contains("What calls for action", "Setting up this office", "In force")
                    .contains("A backup that was restored for a test")
                    .as("said once")
                    .doesNotContain("No backup was made");
            setsUp(browser, first);

            Browser.follow(navigated(first, "/admin/accounts"), "Propose a new account");
            Browser.next(first);
            browser.look(first, "nothing-said");
            assertThat(Browser.errors(first)).hasSize(4);
            first.fill("#name", "Officer jl-yanji-ps.3");
            first.fill("#new-login", "newcomer.1");
            first.selectOption("#unit", "jl-yanji-ps");
            first.fill("#reason", "A vacancy is filled. " + "x".repeat(4000));
            Browser.next(first);
            browser.look(first, "too-long");
            assertThat(Browser.errors(first)).first().asString().contains("4,000", "4,021");
            assertThat(first.inputValue("#reason")).hasSize(4021);
            first.fill("#reason", "A vacancy is filled from December.");
            Browser.press(first, "Send the shorter text");
            browser.look(first, "proposed");
            var begin = half(first);
            Browser.follow(first, "See the proposal");
            assertThat(Browser.text(first)).contains("You proposed this").doesNotContain(begin);

            var second = browser.phone("en-GB");
            browser.sit(second, town.administrator("admin.second"));
            second.navigate("/admin");
            browser.look(second, "waits");
            Browser.follow(second, "New account: Officer jl-yanji-ps.3");
            browser.look(second, "to-agree");
            assertThat(Browser.text(second)).contains("A vacancy is filled", "Officer admin.first");
            Browser.press(second, "Agree, for Officer jl-yanji-ps.3");
            browser.look(second, "agreed");
            var end = half(second);
            first.navigate("/admin");
            browser.look(first, "told");
            assertThat(Browser.text(first).replaceAll("\\s+", " "))
                    .contains("What came of your proposals")
                    .containsPattern("jl-yanji-ps\\.3 Agreed Officer admin.second, ");

            var own = browser.phone("en-GB");
            own.navigate("/officer");
            Browser.follow(own, "I have a code from administrators");
            own.fill("#login", "newcomer.1");
            typed(own, end + begin);
            browser.look(own, "wrong-order");
            assertThat(Browser.errors(own)).hasSize(1);
            typed(own, begin + " " + end);
            browser.look(own, "password-chosen");
            Browser.follow(own, "Sign in");
            own.fill("#login", "newcomer.1");
            own.fill("#password", OWN);
            Browser.next(own);
            assertThat(own.url()).endsWith("/officer/briefing");
        }
    }

    /** From the first page to a step of the set-up; also on a telephone, and without script. */
    private void setsUp(Browser browser, Page first) {
        Browser.follow(first, "A backup that was restored for a test");
        browser.look(first, "set-up");
        assertThat(first.url()).endsWith("/admin/setup#backup");
        assertThat(Browser.text(first)).contains("./exeat restore --test FOLDER");
        var phone = browser.phone("en-GB");
        browser.sit(phone, town.administrator("admin.first"));
        browser.look(navigated(phone, "/admin/setup"), "set-up");
        var plain = browser.withoutScript("en-GB");
        browser.sit(plain, town.administrator("admin.first"));
        Browser.follow(navigated(plain, "/admin/setup"), "A witness has signed the log");
        assertThat(plain.url()).endsWith("#witness");
    }

    private static Page navigated(Page page, String to) {
        page.navigate(to);
        return page;
    }

    @Tag("full")
    @Test
    void somebody_stops_a_code_that_they_did_not_ask_for() {
        var session = town.session("jl-tumen-cu", 3);
        try (var browser = Browser.open(base.toString(), "objection")) {
            var first = browser.desk();
            browser.sit(first, town.administrator("admin.third"));
            first.navigate("/admin/accounts?unit=jl-tumen-cu");
            browser.look(first, "accounts");
            first.keyboard().press("/");
            first.waitForURL("**/admin/accounts/search");
            first.keyboard().press("/");
            first.keyboard().type("OFFICER tumen-cu.3");
            first.keyboard().press("Enter");
            first.locator("main tbody").waitFor();
            browser.look(first, "found");
            assertThat(first.locator("main tbody tr").count()).isEqualTo(1);
            assertThat(first.url()).as("no name in an address").endsWith("/search");
            Browser.follow(first, "Officer jl-tumen-cu.3");
            browser.look(first, "account");
            first.check("input[value=PASSWORD]");
            first.fill("#reason", "Says that it is lost.");
            Browser.press(first, "Propose it");
            half(first);

            var own = browser.phone("en-GB");
            Browser.officer(own, "jl-tumen-cu", 3);
            assertThat(own.url()).endsWith("/officer/sessions");
            browser.look(own, "notice");
            Browser.press(own, "I did not ask for it");
            browser.look(own, "stopped");
            assertThat(Browser.text(own)).contains("the code has no effect");

            first.navigate("/admin/proposals");
            browser.look(first, "proposals");
            assertThat(Browser.text(first)).contains("the person did not ask for it");
            Browser.follow(first, "Lost password");
            assertThat(first.locator("main button[type=submit]").count()).isZero();

            first.navigate("/admin/accounts?unit=jl-tumen-cu");
            Browser.follow(first, "Officer jl-tumen-cu.3");
            Browser.press(first, "Sign out Officer jl-tumen-cu.3 everywhere");
            browser.look(first, "signed-out");
            assertThat(Browser.text(first)).contains("Signed out in", "by an administrator");
            assertThat(town.office().authentication().resume(session.token())).isEmpty();
            first.navigate("/admin/office");
            browser.look(first, "office");
            assertThat(Browser.text(first)).contains("./exeat keys rotate", "Never");
            Browser.follow(first, "Directives and versions");
            browser.look(first, "directives");
            Browser.follow(first, "Instructions from the CCP");
            browser.look(first, "directive");
            assertThat(Browser.text(first)).contains("Put a version in force", "Lawyer 1");
            own.context().clearCookies();
            browser.sit(own, town.administrator("admin.fourth"));
            own.navigate("/admin/directives");
            browser.look(own, "directives");
            own.navigate("/admin/directives/" + town.directive().ref().id());
            browser.look(own, "directive");
            first.navigate("/officer/queue");
            assertThat(first.url()).as("no page of officers").endsWith("/admin");
        }
    }

    @Tag("full")
    @Test
    void a_unit_that_closed_is_in_no_list_of_offices_and_its_page_says_who_has_its_work() {
        var today = town.office().unitAdministration().today();
        agreed(new UnitChange.Closed(new AuthorityId("ln-fushun-ps"), today));
        agreed(new UnitChange.Closed(new AuthorityId("ln-fushun-fa"), today.plusDays(5)));
        try (var browser = Browser.open(base.toString(), "closed")) {
            var page = browser.phone("en-GB");
            page.navigate("/offices");
            assertThat(Browser.text(page))
                    .contains("Fushun Foreign Affairs Office", "This office closes on")
                    .doesNotContain("Fushun Public Security Bureau");
            page.navigate("/offices/ln-fushun-ps");
            browser.look(page, "office");
            assertThat(Browser.text(page))
                    .contains("This office has closed", "Liaoning Public Security Department");
            page.navigate("/offices/ln-fushun-fa");
            assertThat(Browser.text(page))
                    .contains("This office closes on", "From that day its work is done by")
                    .doesNotContain("This office has closed");
        }
    }

    private void agreed(UnitChange change) {
        var units = town.office().unitAdministration();
        var first = town.administrator("admin.closes.1");
        var proposed = units.propose(first, change, "Few people live there now.");
        assertThat(units.agree(town.administrator("admin.closes.2"), proposed.proposal()).done())
                .isTrue();
    }

    @Tag("full")
    @Test
    void two_administrators_give_a_unit_another_name_from_a_day_on() {
        try (var browser = Browser.open(base.toString(), "units")) {
            var first = browser.desk();
            browser.sit(first, town.administrator("admin.units.1"));
            Browser.follow(navigated(first, "/admin/office"), "Units");
            browser.look(first, "units");
            Browser.follow(first, "Dandong Customs");
            Browser.press(first, "Propose it");
            browser.look(first, "nothing-said");
            assertThat(Browser.errors(first)).hasSize(3);
            first.check("input[value=renamed]");
            Browser.fillDate(first, "from", Today.day().plusDays(3));
            first.fill("#name-en", "Dandong Customs House");
            first.fill("#name-zh", "丹东海关关区");
            first.fill("#reason", "The ministry renamed it.");
            Browser.press(first, "Propose it");
            browser.look(first, "proposed");
            Browser.follow(first, "Dandong Customs: named Dandong Customs House");
            assertThat(Browser.text(first)).contains("You proposed this", "Withdraw it");

            var second = browser.phone("en-GB");
            browser.sit(second, town.administrator("admin.units.2"));
            second.navigate("/admin");
            Browser.follow(second, "Proposed change of a unit");
            browser.look(second, "to-agree");
            assertThat(Browser.text(second))
                    .contains("Dandong Customs House (English)", "丹东海关关区 (Chinese)")
                    .contains("Its name: Korean", "Its name: Russian");
            Browser.press(second, "Agree to this change");
            browser.look(second, "agreed");
            assertThat(Browser.text(second)).contains("The change holds from its day on", "Agreed");
            second.navigate("/admin/units/ln-dandong-cu");
            browser.look(second, "history");
            assertThat(Browser.text(second)).contains("The ministry renamed it");
            second.navigate("/admin/units/nowhere");
            assertThat(Browser.text(second)).doesNotContain("Propose it");
        }
    }

    @Tag("full")
    @Test
    void two_administrators_let_another_system_be_told_and_stop_it_again() {
        try (var browser = Browser.open(base.toString(), "webhooks")) {
            var first = browser.desk();
            browser.sit(first, town.administrator("admin.hooks.1"));
            Browser.follow(navigated(first, "/admin/office"), "Add, change or remove one");
            browser.look(first, "webhooks");
            Browser.follow(first, "Tell another system");
            Browser.press(first, "Propose it");
            browser.look(first, "nothing-said");
            assertThat(Browser.errors(first)).hasSize(3);
            first.fill("#url", "https://10.0.0.8/exeat");
            first.selectOption("#unit", "ln-dandong-cu");
            first.selectOption("#directive", town.directive().ref().id());
            first.fill("#reason", "The archive keeps its own list.");
            Browser.press(first, "Propose it");
            assertThat(Browser.errors(first).toString()).contains("of a private network");
            first.fill("#url", "https://files.example/browser");
            first.check("input[value=departed]");
            Browser.press(first, "Propose it");
            browser.look(first, "first-half");
            assertThat(Browser.text(first)).contains("The first half of the secret", "whsec_");
            Browser.follow(first, "See the proposal, or withdraw it");
            assertThat(Browser.text(first)).contains("You proposed this", "Withdraw it");

            var second = browser.phone("ko-KR");
            browser.sit(second, town.administrator("admin.hooks.2"));
            second.navigate("/admin");
            Browser.follow(second, "제안된 웹훅 변경");
            browser.look(second, "to-agree");
            Browser.press(second, "이 변경에 동의");
            browser.look(second, "second-half");
            assertThat(Browser.text(second)).contains("비밀키의 뒤 절반").doesNotContain("whsec_");

            second.navigate("/admin/webhooks");
            Browser.follow(second, "https://files.example/browser");
            browser.look(second, "one");
            second.check("input[value=REMOVED]");
            second.fill("#reason", "이전합니다.");
            Browser.press(second, "제안하기");
            first.navigate("/admin");
            Browser.follow(first, "Proposed change of a webhook");
            Browser.press(first, "Agree to this change");
            browser.look(first, "removed");
            assertThat(Browser.text(first)).contains("It is in force now");
            assertThat(town.office().webhooks().all())
                    .noneMatch(hook -> hook.url().endsWith("/browser"));
        }
    }
}
