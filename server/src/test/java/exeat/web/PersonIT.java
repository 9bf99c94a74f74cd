package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.casework.value.TravellerNo;
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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person does between confirming and leaving: answer, follow, withdraw. */
@QuarkusTest
class PersonIT {

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
    void a_question_names_a_document_or_a_fact_and_the_person_answers_it() {
        try (var browser = Browser.open(base.toString(), "question")) {
            var filing =
                    filings.confirmed(
                            filings.traveller(
                                    1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            ask(browser, desk, filing.address(), "document:");
            ask(browser, desk, filing.address(), "fact:applied to build");
            var phone = browser.phone("zh-CN", town, filing.number(), filing.secret());
            browser.look(phone, "asked");
            assertThat(Browser.text(phone))
                    .containsSubsequence(
                            PageTexts.of("zh").say("track.asked", "", 2).substring(1),
                            PageTexts.of("zh").say("stage.REFERRED"));
            phone.locator("main a[href*='/answer/']").first().click();
            Browser.next(phone);
            browser.look(phone, "answer-missing");
            assertThat(Browser.errors(phone)).hasSize(1);
            phone.check("main input[value=true]");
            Browser.next(phone);
            phone.locator("main a[href*='/document/']").first().click();
            browser.look(phone, "document");
            phone.fill("#reference", "吉字 第 1963-0808 号");
            Browser.next(phone);
            browser.look(phone, "answered");
            assertThat(
                            phone.locator("main a[href*='/answer/'], main a[href*='/document/']")
                                    .count())
                    .isZero();
            desk.navigate(filing.address());
            browser.look(desk, "answered-case");
            desk.getByText("Done so far").click();
            assertThat(Browser.text(desk)).contains("吉字 第 1963-0808 号", "Answered");
        }
    }

    private static void ask(Browser browser, Page desk, String address, String what) {
        desk.navigate(address);
        Browser.follow(desk, "Ask the traveller");
        browser.once(desk, "ask");
        desk.locator("main input[value^='" + what + "']").first().check();
        Browser.next(desk);
        assertThat(Browser.text(desk)).contains("The traveller has been asked.");
    }

    @Tag("full")
    @Test
    void one_of_two_adults_withdraws_and_the_other_goes_on() {
        try (var browser = Browser.open(base.toString(), "withdraw")) {
            var other = filings.traveller(2, "KP", new Purpose("return"), "1950-07-01", Map.of());
            var filing = filings.file(Optional.empty(), filings.settler(1), other);
            var theirs = filings.secret(filing, 2);
            filings.confirm(filing, filing.secret(), Filings.ONE, new Purpose("settle"));
            filings.confirm(filing, theirs, new TravellerNo(2), new Purpose("return"));
            var phone = browser.phone("ko-KR", town, filing.number(), theirs);
            browser.look(phone, "two");
            phone.locator("main a[href='/track/2/withdraw']").click();
            browser.look(phone, "sure");
            Browser.next(phone);
            browser.look(phone, "withdrawn");
            // Theirs is from two officers, so they can erase; but the other's part is not over.
            assertThat(Browser.text(phone)).contains(PageTexts.of("ko").say("rejection.NOT_ENDED"));
            assertThat(phone.locator("main a[href='/track/2/erase-own']").count()).isZero();
            var first = browser.phone("en-GB", town, filing.number(), filing.secret());
            browser.look(first, "the-other");
            assertThat(Browser.text(first)).contains("No longer part of the journey.", "Approved.");
        }
    }

    @Test
    void everything_that_a_person_does_works_without_any_script() {
        try (var browser = Browser.open(base.toString(), "no-script")) {
            var filing = filings.file(Optional.empty(), filings.settler(1));
            var phone = browser.withoutScript("en-GB");
            JourneyIT.signIn(phone, new JourneyIT.Secret(filing.number(), filing.secret()));
            assertThat(phone.locator("#history").isVisible()).isTrue();
            phone.locator("main a[href='/track/1/confirm']").click();
            phone.locator("main input[type=checkbox]").all().forEach(tick -> tick.check());
            Browser.next(phone);
            assertThat(phone.locator("main").textContent()).contains("You have confirmed.");
            phone.locator("button[lang=ko]").click();
            assertThat(phone.locator("html").getAttribute("lang")).isEqualTo("ko");
            phone.locator("main a[href='/track/1/withdraw']").click();
            Browser.next(phone);
            assertThat(phone.locator("main").textContent())
                    .contains("철회", PageTexts.of("ko").say("rejection.SECRET_UNPROVED"));
            assertThat(phone.locator("main a[href='/track/1/erase-own']").count()).isZero();
            phone.locator("nav button").last().click();
            assertThat(phone.url()).endsWith("/");
        }
    }
}
