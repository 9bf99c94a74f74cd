package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.web.JourneyIT.Secret;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.MadeUp;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The roads that are harder: a refusal that is appealed, and a claim to protection. */
@Tag("full")
@QuarkusTest
class OtherJourneysIT {

    @Inject Town town;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void what_is_proposed_against_somebody_is_answered_by_them_and_then_approved() {
        try (var browser = Browser.open(base.toString(), "heard")) {
            var phone = browser.phone("zh-CN");
            var secret = apply(phone);
            JourneyIT.signIn(phone, secret);
            confirm(phone);
            browser.look(phone, "zh-referred");
            var desk = browser.desk();
            var address = refuse(browser, desk, secret);
            phone.navigate("/track");
            browser.look(phone, "zh-proposed");
            phone.locator("main a[href*='/answer-proposal/']").first().click();
            Browser.next(phone);
            browser.look(phone, "zh-answer-missing");
            phone.fill("#words", "我的家人在那里。");
            Browser.next(phone);
            browser.look(phone, "zh-answered");
            reply(browser, desk, address);
            phone.navigate("/track");
            assertThat(phone.locator("main").innerText()).contains("The letters were read again");
            approve(desk, address);
            phone.navigate("/track");
            browser.look(phone, "zh-approved");
            assertThat(phone.locator("main").innerText()).contains("已批准");
        }
    }

    @Test
    void a_claim_to_protection_hides_everything_until_the_person_ends_it() {
        try (var browser = Browser.open(base.toString(), "protected")) {
            var phone = browser.phone("en-GB");
            var secret = apply(phone);
            JourneyIT.signIn(phone, secret);
            confirm(phone);
            phone.click("footer a[href='/protection']");
            browser.look(phone, "protection");
            phone.click("main a.govuk-button");
            browser.look(phone, "protect");
            Browser.next(phone);
            browser.look(phone, "protected");
            explained(browser, phone);
            phone.navigate("/track");
            var desk = browser.desk();
            Browser.officer(desk, "jl-yanji-fa", 1);
            desk.navigate("/officer/queue?which=referred");
            assertThat(desk.locator("main").innerText()).doesNotContain(secret.number());
            phone.locator("main a[href$='/end-protection']").click();
            Browser.next(phone);
            desk.navigate("/officer/queue?which=referred");
            assertThat(desk.locator("main").innerText()).contains(secret.number());
        }
    }

    /** Where offices are, who helps, and what words mean, from a page that sends people there. */
    private static void explained(Browser browser, Page phone) {
        Browser.follow(navigated(phone, "/protection"), "All offices and what they do");
        browser.look(phone, "offices");
        assertThat(Browser.text(phone)).contains("gives no addresses, opening hours");
        Browser.follow(phone, "Yanji Foreign Affairs Office");
        browser.look(phone, "office");
        assertThat(Browser.text(phone))
                .contains("does not give the address", "Help outside the offices");
        phone.click("footer a[href='/words']");
        browser.look(phone, "words");
        navigated(phone, "/track").locator("summary").last().focus();
        phone.keyboard().press("Enter");
        browser.look(phone, "track-words");
        assertThat(Browser.text(phone))
                .contains("What the words on this page mean", "Somebody asked for protection");
    }

    private static Page navigated(Page page, String to) {
        page.navigate(to);
        return page;
    }

    /** A national of neither state: nothing approves them, so a person must decide. */
    private static Secret apply(Page phone) {
        phone.navigate("/apply");
        Browser.next(phone);
        phone.check("#who");
        Browser.next(phone);
        phone.fill("#family1", "Ivanov");
        phone.fill("#given1", "Pavel");
        Browser.next(phone);
        phone.fill("#born-day", "1");
        phone.fill("#born-month", "2");
        phone.fill("#born-year", "1940");
        Browser.next(phone);
        phone.selectOption("#nationality", "RU");
        Browser.next(phone);
        phone.selectOption("#residence", "jl-yanji");
        Browser.next(phone);
        phone.check("input[value=settle]");
        Browser.next(phone);
        Browser.next(phone);
        Browser.next(phone);
        MadeUp.answer(phone, Filings.NOBODY, () -> {});
        phone.locator("form[action='/apply/send'] button[type=submit]").click();
        return new Secret(
                phone.locator(".exeat-number").innerText(),
                phone.locator(".exeat-secret__text").innerText());
    }

    private static void confirm(Page phone) {
        phone.click("main a.govuk-button");
        for (var tick : phone.locator("main input[type=checkbox]").all()) {
            tick.check();
        }
        Browser.next(phone);
    }

    /** The first officer proposes it; nobody can agree yet. */
    private static String refuse(Browser browser, Page desk, Secret secret) {
        Browser.officer(desk, "jl-yanji-fa", 1);
        desk.navigate("/officer/queue?which=referred");
        desk.locator("th a").getByText(secret.number()).click();
        browser.look(desk, "referred");
        desk.locator("main a").getByText("Propose to refuse").click();
        desk.fill("#reason", "No paragraph covers this case.");
        Browser.inTurn(desk);
        Browser.next(desk);
        var address = desk.url().replaceAll("\\?.*", "");
        Browser.officer(desk, "jl-yanji-fa", 2);
        desk.navigate(address);
        browser.look(desk, "to-hear");
        assertThat(desk.locator("main a").getByText("Agree, as second officer").count()).isZero();
        return address;
    }

    private static void reply(Browser browser, Page desk, String address) {
        Browser.officer(desk, "jl-yanji-fa", 1);
        desk.navigate(address);
        desk.locator("main a").getByText("Reply to what the person said").click();
        browser.look(desk, "reply");
        desk.fill("#words", "The letters were read again: they do name this family.");
        Browser.next(desk);
    }

    private static void approve(Page desk, String address) {
        desk.navigate(address);
        desk.locator("main a").getByText("Approve").first().click();
        desk.fill("#reason", "The family is there; nothing speaks against it.");
        Browser.inTurn(desk);
        Browser.next(desk);
    }
}
