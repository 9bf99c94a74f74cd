package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.web.kit.PageTexts;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What units do beside cases: read and hand down the directive, and raise issues. */
@QuarkusTest
class UnitIT {

    /** More stops than any page of ours has. */
    private static final int MAX_TABS = 120;

    /** In pixels: less than two rows of links are high. */
    private static final double ONE_ROW = 70;

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Tag("full")
    @Test
    void the_directive_is_read_acknowledged_and_handed_down_without_a_mouse() {
        try (var browser = Browser.open(base.toString(), "briefing")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-hunchun", 1));
            desk.navigate("/officer/queue");
            browser.look(desk, "not-read");
            reach(desk, "Briefing");
            enter(desk);
            browser.look(desk, "to-read");
            assertThat(Browser.text(desk)).doesNotContain("Hand it down");
            // One wrong answer: the paragraph is shown again, and other cases are asked of.
            answer(desk, true);
            reach(desk, "I have read it: these are my answers");
            enter(desk);
            browser.look(desk, "read-again");
            assertThat(Browser.text(desk)).contains("That is not right. Read the paragraph again");
            answer(desk, false);
            reach(desk, "I have read it: these are my answers");
            enter(desk);
            browser.look(desk, "acknowledged");
            reach(desk, "Hand it down to the units below");
            enter(desk);
            browser.look(desk, "handed-down");
            browser.sit(desk, town.session("jl-hunchun-fa", 1));
            desk.navigate("/officer/briefing");
            browser.look(desk, "below");
            assertThat(Browser.text(desk)).contains("I have read it: these are my answers");
        }
    }

    /** Fills in the check as somebody does who has read the directive; or with one slip. */
    private void answer(Page desk, boolean slip) {
        boolean wrong = slip;
        for (var one : town.directive().workedCases()) {
            var select = "select[name='paragraph-" + one.id() + "']";
            if (desk.locator(select).count() > 0) {
                var outcome = one.finding().outcome();
                var given =
                        wrong
                                ? (outcome == Outcome.REFER
                                        ? Outcome.APPROVE_ALWAYS
                                        : Outcome.REFER)
                                : outcome;
                desk.check("input[name='outcome-" + one.id() + "'][value='" + given.name() + "']");
                desk.selectOption(select, one.finding().grounds().getFirst().paragraph().number());
                wrong = false;
            }
        }
    }

    @Test
    void an_officer_decides_with_the_keyboard_alone_and_an_error_takes_the_focus() {
        try (var browser = Browser.open(base.toString(), "keyboard")) {
            var filing =
                    filings.confirmed(
                            filings.traveller(
                                    1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
            filings.taken(filing);
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/queue?which=referred");
            desk.keyboard().press("Tab");
            assertThat(focused(desk)).isEqualTo("Skip to main content");
            desk.keyboard().press("Enter");
            reach(desk, filing.number());
            enter(desk);
            reach(desk, "Approve the referred application");
            enter(desk);
            reach(desk, "Approve the application");
            desk.keyboard().press("Enter");
            // The browser gives the focus when it has laid the page out.
            desk.waitForFunction("document.activeElement.className == 'govuk-error-summary'");
            browser.look(desk, "error-has-the-focus");
            reach(desk, "Write something here");
            desk.keyboard().press("Enter");
            assertThat(desk.evaluate("document.activeElement.id")).isEqualTo("reason");
            desk.keyboard().type("The family is there.");
            reach(desk, "Approve the application");
            enter(desk);
            desk.waitForSelector(".govuk-notification-banner");
            browser.look(desk, "done");
            assertThat(Browser.text(desk)).contains("Approved. The clearances have started.");
        }
    }

    @Tag("full")
    @Test
    void an_issue_rises_level_by_level_until_somebody_answers_it() {
        try (var browser = Browser.open(base.toString(), "issue")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/issues");
            Browser.next(desk);
            browser.look(desk, "empty");
            assertThat(Browser.errors(desk)).hasSize(1);
            desk.fill("#text", "Which days count, those of work or all?");
            Browser.next(desk);
            browser.look(desk, "raised");
            browser.sit(desk, town.session("jl-yanji", 1));
            desk.navigate("/officer/issues");
            var card =
                    desk.locator(".govuk-summary-card")
                            .filter(
                                    new com.microsoft.playwright.Locator.FilterOptions()
                                            .setHasText("Which days count"));
            card.getByText("Pass it up").last().click();
            browser.look(desk, "remark-missing");
            assertThat(Browser.errors(desk)).hasSize(1);
            card.locator("textarea").last().fill("We have the same question.");
            card.getByText("Pass it up").last().click();
            browser.look(desk, "passed");
            browser.sit(desk, town.session("jl", 1));
            desk.navigate("/officer/issues");
            card.locator("textarea").first().fill("All days count.");
            card.locator("button").first().click();
            browser.look(desk, "answered");
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/issues");
            assertThat(card.innerText()).contains("All days count.", "We have the same question.");
        }
    }

    /** Each function begins where its commonest work is, and all else is one step away. */
    @Tag("full")
    @Test
    void every_function_has_a_home_and_a_menu_of_one_row() {
        try (var browser = Browser.open(base.toString(), "menu")) {
            var desk = browser.desk();
            var homes =
                    Map.of(
                            "jl-yanji-fa", "/officer/queue",
                            "jl-yanji-ps", "/officer/queue",
                            "jl-tumen-bd", "/border",
                            "jl", "/officer/report");
            for (var home : new TreeMap<>(homes).entrySet()) {
                browser.sit(desk, town.session(home.getKey(), 1));
                desk.navigate("/officer");
                assertThat(desk.url()).as(home.getKey()).endsWith(home.getValue());
                desk.setViewportSize(320, 740);
                for (var lang : PageTexts.DESK_LANGUAGES) {
                    desk.locator("button[name=lang][value=" + lang + "]").click();
                    assertThat(desk.locator(".exeat-nav ul").boundingBox().height)
                            .as("%s in %s", home.getKey(), lang)
                            .isLessThan(ONE_ROW);
                }
                desk.locator("button[name=lang][value=en]").click();
                desk.setViewportSize(1200, 900);
            }
            desk.locator(".exeat-nav a").getByText("More").click();
            browser.look(desk, "more");
            for (var link : desk.locator("main a").all()) {
                var to = link.getAttribute("href");
                assertThat(desk.request().get(to).status()).as(to).isEqualTo(200);
            }
        }
    }

    /** Presses what has the focus, and waits for the page that follows. */
    private static void enter(Page page) {
        var before = page.url();
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(before));
    }

    /** Tabs on until this has the focus, and shows it. */
    private static void reach(Page page, String name) {
        for (int i = 0; i < MAX_TABS; i++) {
            page.keyboard().press("Tab");
            if (focused(page).equals(name)) {
                assertThat(
                                page.evaluate(
                                        """
                                        (() => {
                                          const s = getComputedStyle(document.activeElement);
                                          return s.boxShadow != 'none' || s.outlineStyle != 'none';
                                        })()\
                                        """))
                        .as(name + " shows that it has the focus")
                        .isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("no key leads to " + name + " on " + page.title());
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.innerText")).strip();
    }
}
