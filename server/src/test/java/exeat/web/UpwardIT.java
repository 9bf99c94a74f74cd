package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.desk.Office;
import exeat.rules.finding.Purpose;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What goes upward: reports on their dates, issues of anybody, and what the issuer says to them.
 */
@Tag("full")
@QuarkusTest
@Tag("day")
class UpwardIT {

    @Inject Town town;
    @Inject Filings filings;
    @Inject Office office;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
        office.passTime();
    }

    @Test
    void a_unit_reports_and_the_level_above_reads_asks_and_adds_words() {
        try (var browser = Browser.open(base.toString(), "reports")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/reports");
            browser.look(desk, "due");
            assertThat(Browser.text(desk)).contains("On receipt of the directive");
            send(desk, "/officer/reports", "words", "");
            browser.look(desk, "nothing-written");
            assertThat(Browser.text(desk)).contains("There is a problem");
            send(desk, "/officer/reports", "words", "Photographs take longest.");
            browser.look(desk, "sent");
            assertThat(Browser.text(desk)).contains("The report has been sent.");

            browser.sit(desk, town.session("jl-yanji", 1));
            desk.navigate("/officer/reports");
            browser.look(desk, "level-above");
            desk.locator("main table a[href='/officer/reports/jl-yanji-fa/1']").click();
            send(desk, "/officer/reports/jl-yanji-fa/1/words", "words", "We lend them a camera.");
            browser.look(desk, "one-report");
            assertThat(Browser.text(desk))
                    .contains(
                            "Photographs take longest.",
                            "We lend them a camera.",
                            "Nobody can change");
            desk.navigate("/officer/reports");
            desk.selectOption("select[name=unit]", "jl-yanji-fa");
            var day = Today.day().plusDays(5);
            desk.fill("[name=by-day]", Integer.toString(day.getDayOfMonth()));
            desk.fill("[name=by-month]", Integer.toString(day.getMonthValue()));
            desk.fill("[name=by-year]", Integer.toString(day.getYear()));
            send(desk, "/officer/reports/ask", "ask", "How many wait for a photograph?");
            browser.look(desk, "asked");
            assertThat(Browser.text(desk)).contains("The unit has been asked.");

            var phone = browser.phone("en-GB");
            browser.sit(phone, town.session("jl-yanji-fa", 1));
            phone.navigate("/officer/reports");
            browser.look(phone, "phone");
            assertThat(Browser.text(phone)).contains("How many wait for a photograph?");
            phone.navigate("/officer/reports/jl-yanji-fa/1");
            browser.look(phone, "phone-report");
            browser.sit(phone, town.session("jl-tumen-fa", 1));
            phone.navigate("/officer/reports/jl-yanji-fa/1");
            assertThat(Browser.text(phone)).doesNotContain("Photographs take longest.");
        }
    }

    private static void send(Page page, String form, String field, String text) {
        var at = page.locator("form[action='" + form + "']");
        at.locator("textarea[name=" + field + "]").fill(text);
        at.locator("button[type=submit]").click();
    }

    @Test
    void a_traveller_raises_an_issue_and_the_issuer_answers_for_everybody() {
        var filing =
                filings.confirmed(
                        filings.traveller(
                                1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
        try (var browser = Browser.open(base.toString(), "issues")) {
            for (var locale : List.of("ko-KR", "zh-CN", "en-GB")) {
                var phone = browser.phone(locale, town, filing.number(), filing.secret());
                phone.navigate("/track");
                phone.locator("main a[href='/issues']").click();
                browser.look(phone, "own-" + locale);
                phone.locator("form[action='/issues'] button[type=submit]").click();
                browser.look(phone, "open-" + locale);
                phone.check("input[name=paragraph][value='2.1']");
                send(phone, "/issues", "text", "Which relations? " + locale);
                browser.look(phone, "sent-" + locale);
                assertThat(Browser.text(phone)).contains("Which relations? " + locale);
            }
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/issues");
            browser.look(desk, "holder");
            assertThat(Browser.text(desk))
                    .contains("A traveller, through", "Which relations? ko-KR")
                    .doesNotContain(filing.number());
            browser.sit(desk, town.session("cn", 1));
            desk.navigate("/officer/issues");
            desk.selectOption("select[name=paragraph]", "2.3");
            send(desk, "/officer/issues", "text", "Is one paper enough?");
            browser.look(desk, "issuer");
            var answer = desk.locator("form[action$='/answer']").first();
            answer.locator("textarea").fill("One paper is enough.");
            answer.locator("button[type=submit]").click();
            browser.look(desk, "answered");
            for (var page : List.of(desk, browser.phone("ko-KR"))) {
                page.navigate("/directive");
                browser.look(page, "directive");
                assertThat(Browser.text(page)).contains("One paper is enough.");
            }
            browser.sit(desk, town.session("jl-yanji", 1));
            desk.navigate("/officer/briefing");
            browser.look(desk, "not-acknowledged");
            desk.locator("form[action^='/officer/briefing/clarifications/'] button")
                    .first()
                    .click();
            browser.look(desk, "acknowledged");
            assertThat(Browser.text(desk))
                    .contains("Your unit has acknowledged the clarification.");
            var phone = browser.phone("en-GB");
            browser.sit(phone, town.session("jl-yanji", 1));
            phone.navigate("/officer/briefing");
            browser.look(phone, "briefing");
        }
    }
}
