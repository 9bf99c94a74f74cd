package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.web.town.Browser;
import exeat.web.town.MadeUp;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked, what is not asked again, and what somebody who is referred is told. */
@QuarkusTest
class ExplainIT {

    @Inject Town town;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Tag("full")
    @Test
    void a_settled_finding_ends_the_questions_and_the_reader_is_told_what_could_change_it() {
        try (var browser = Browser.open(base.toString(), "explain")) {
            for (var language : List.of("en-GB", "ko-KR")) {
                var phone = browser.phone(language);
                var korean = language.equals("ko-KR");
                toFacts(phone);
                browser.look(phone, "first-fact-" + language);
                assertThat(phone.url()).endsWith("/fact-applied-to-build");
                phone.check("input[value=unknown]");
                Browser.next(phone);
                MadeUp.answerOthers(phone);
                assertThat(phone.url()).endsWith("/fact-relations-in-korea");
                phone.click(".govuk-back-link");
                assertThat(phone.url()).endsWith("/fact-applied-to-build");
                phone.check("input[value=false]");
                Browser.next(phone);
                MadeUp.answerOthers(phone);
                assertThat(phone.url()).as("nothing protected is asked").endsWith("/apply/check");
                Browser.press(phone, korean ? "보내기" : "Send");
                var secret = sent(phone);
                JourneyIT.confirm(browser, phone, secret);
                track(browser, phone, korean);
                if (!korean) {
                    officer(browser, secret.number());
                }
            }
        }
    }

    private static JourneyIT.Secret sent(Page phone) {
        return new JourneyIT.Secret(
                phone.locator(".exeat-number").innerText(),
                phone.locator(".exeat-secret__text").innerText());
    }

    private static void track(Browser browser, Page phone, boolean korean) {
        browser.look(phone, "referred-" + korean);
        var told = korean ? "건설에 참여하기를 신청하신다면" : "If you apply to take part in building up";
        assertThat(phone.locator("main").innerText()).doesNotContain(told);
        for (var fold : phone.locator("main summary").all()) {
            fold.click();
        }
        browser.look(phone, "referred-open-" + korean);
        assertThat(phone.locator("main").innerText())
                .contains(told)
                .contains(korean ? "몇 가지를 더 여쭙게" : "you would be asked a few more questions");
    }

    private static void officer(Browser browser, String number) {
        var desk = browser.desk();
        Browser.officer(desk, "jl-yanji-fa", 1);
        desk.navigate("/officer/queue?which=referred");
        browser.look(desk, "queue-of-decisions");
        desk.locator("th a").getByText(number).first().click();
        desk.locator("main summary").nth(0).click();
        desk.locator("main summary").nth(1).click();
        browser.look(desk, "case-traced");
        assertThat(desk.locator("main").innerText())
                .contains("What decided it: Purpose of the journey", "What would change it")
                .contains("ethnic-korean-who-would-build (paragraph 2.1): did not match");
    }

    /** Everything before the facts. */
    private static void toFacts(Page phone) {
        phone.navigate("/apply");
        Browser.next(phone);
        phone.check("#who");
        Browser.next(phone);
        phone.fill("#family1", "Kim");
        phone.fill("#given1", "Chol Su");
        Browser.next(phone);
        phone.fill("#born-day", "7");
        phone.fill("#born-month", "5");
        phone.fill("#born-year", "1931");
        Browser.next(phone);
        phone.selectOption("#nationality", "CN");
        Browser.next(phone);
        phone.selectOption("#residence", "jl-yanji");
        Browser.next(phone);
        phone.check("input[value=settle]");
        Browser.next(phone);
        Browser.next(phone);
        Browser.next(phone);
        MadeUp.answerOthers(phone);
    }
}
