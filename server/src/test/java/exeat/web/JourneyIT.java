package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.MadeUp;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole road in a browser, as people walk it: on a phone in Korean, and at desks. */
@QuarkusTest
@Tag("day")
class JourneyIT {

    @Inject Town town;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void from_an_application_on_a_phone_to_a_recorded_crossing() throws IOException {
        try (var browser = Browser.open(base.toString(), "road")) {
            var phone = browser.phone("ko-KR");
            var secret = apply(browser, phone);
            confirm(browser, phone, secret);
            var desk = browser.desk();
            clear(browser, desk, secret.number());
            hold(browser, desk, phone);
            var paper = authorise(browser, desk, phone, secret);
            cross(browser, desk, paper);
            report(browser, desk);
            phone.navigate("/track");
            browser.look(phone, "closed");
            assertThat(phone.locator("main").innerText()).contains("끝났습니다");
        }
    }

    record Secret(String number, String secret) {}

    private static Secret apply(Browser browser, Page phone) {
        phone.navigate("/");
        browser.look(phone, "start");
        phone.click("a.govuk-button--start");
        browser.look(phone, "before");
        Browser.next(phone);
        browser.look(phone, "who");
        Browser.next(phone);
        browser.look(phone, "who-error");
        assertThat(phone.title()).startsWith("오류:");
        phone.check("#who");
        Browser.next(phone);
        phone.fill("#family1", "김");
        phone.fill("#given1", "철수");
        phone.click("main button[value=more]");
        phone.fill("#family2", "金");
        phone.fill("#given2", "哲洙");
        browser.look(phone, "names");
        Browser.next(phone);
        assertThat(phone.locator(".govuk-caption-l").innerText()).isEqualTo("김철수");
        assertThat(phone.locator("main input").nth(2).getAttribute("id")).isEqualTo("born-year");
        phone.fill("#born-day", "７일");
        phone.fill("#born-month", "5");
        phone.fill("#born-year", "1931");
        browser.look(phone, "born");
        Browser.next(phone);
        phone.selectOption("#nationality", "CN");
        browser.look(phone, "nationality");
        Browser.next(phone);
        phone.selectOption("#residence", "jl-yanji");
        browser.look(phone, "residence");
        Browser.next(phone);
        phone.check("input[value=settle]");
        browser.look(phone, "purpose");
        Browser.next(phone);
        browser.look(phone, "contact");
        Browser.next(phone);
        browser.look(phone, "documents");
        Browser.next(phone);
        MadeUp.answer(
                phone,
                Filings.SETTLER,
                () -> browser.look(phone, phone.url().replaceAll(".*/fact-", "fact-")));
        browser.look(phone, "check");
        Browser.press(phone, "보내기");
        browser.look(phone, "filed");
        var number = phone.locator(".exeat-number").innerText();
        var secret = new Secret(number, phone.locator(".exeat-secret__text").innerText());
        assertThat(phone.locator(".exeat-letter").innerText())
                .as("what is printed")
                .contains(number, secret.secret(), "연길");
        sent(browser, phone, secret);
        return secret;
    }

    /** Whoever goes back, or whose browser opens its tabs again, learns that it was sent. */
    private static void sent(Browser browser, Page phone, Secret secret) {
        for (var path : new String[] {"/apply/check", "/apply/send", "/apply/1/name"}) {
            phone.navigate(path);
            assertThat(phone.url()).endsWith("/apply/sent");
        }
        browser.look(phone, "sent");
        assertThat(Browser.text(phone)).contains(secret.number()).doesNotContain(secret.secret());
        phone.click("form[action='/apply/forget'] button");
        phone.navigate("/apply/sent");
        assertThat(Browser.text(phone)).doesNotContain(secret.number());
    }

    static void signIn(Page phone, Secret secret) {
        phone.navigate("/sign-in");
        phone.fill("#number", secret.number());
        phone.fill("#secret", secret.secret());
        Browser.next(phone);
    }

    static void confirm(Browser browser, Page phone, Secret secret) {
        signIn(phone, secret);
        browser.look(phone, "track-unconfirmed");
        phone.click("main a.govuk-button");
        browser.look(phone, "confirm");
        Browser.next(phone);
        browser.look(phone, "confirm-error");
        for (var tick : phone.locator("main input[type=checkbox]").all()) {
            tick.check();
        }
        Browser.next(phone);
        browser.look(phone, "track-confirmed");
    }

    /** From a list of work; other tests' cases may fill its first page. */
    private static void open(Page desk, String number) {
        var row = desk.locator("th a").getByText(number);
        for (int page = 1; row.count() == 0 && page < 20; page++) {
            desk.locator("nav.govuk-pagination a").last().click();
            desk.waitForLoadState();
        }
        row.first().click();
    }

    private static void clear(Browser browser, Page desk, String number) {
        Browser.officer(desk, "jl-yanji-ps", 1);
        browser.look(desk, "queue");
        open(desk, number);
        browser.look(desk, "case-for-work");
        desk.locator("main a").getByText("Clear: Identity").click();
        browser.look(desk, "clear");
        Browser.inTurn(desk);
        Browser.next(desk);
        browser.look(desk, "cleared");
        assertThat(Browser.text(desk)).contains("Recorded as done.", number, "no longer see it");
        Browser.officer(desk, "jl-yanji-fa", 1);
        desk.navigate("/officer/queue?which=clearances");
        open(desk, number);
        browser.look(desk, "case-of-holder");
        desk.locator("main a").getByText("Clear: Exit formalities").click();
        Browser.inTurn(desk);
        Browser.next(desk);
        browser.look(desk, "case-cleared");
    }

    private static void hold(Browser browser, Page desk, Page phone) {
        desk.locator("main a").getByText("Propose a hold").click();
        desk.check("#ground");
        desk.fill("#evidence", "photograph of 12 August");
        var limit = Today.day().plusDays(10);
        desk.fill("#limit-day", Integer.toString(limit.getDayOfMonth()));
        desk.fill("#limit-month", Integer.toString(limit.getMonthValue()));
        desk.fill("#limit-year", Integer.toString(limit.getYear()));
        desk.fill("#reason", "The photograph shows somebody else.");
        browser.look(desk, "hold");
        Browser.next(desk);
        browser.look(desk, "hold-proposed");
        var address = desk.url().replaceAll("\\?.*", "");
        Browser.officer(desk, "jl-yanji-fa", 2);
        desk.navigate(address);
        desk.locator("main a").getByText("Agree, as second officer").click();
        browser.look(desk, "second");
        desk.fill("#reason", Town.AGREED);
        Browser.next(desk);
        phone.navigate("/track");
        browser.look(phone, "track-held");
        desk.locator("main a").getByText("End hold").click();
        desk.fill("#reason", "A newer photograph settles it.");
        Browser.next(desk);
        browser.look(desk, "released");
    }

    private static String authorise(Browser browser, Page desk, Page phone, Secret secret)
            throws IOException {
        desk.locator("main a").getByText("Issue the travel authorisation").click();
        Browser.inTurn(desk);
        Browser.next(desk);
        browser.look(desk, "authorised");
        phone.navigate("/track");
        browser.look(phone, "track-authorised");
        var href = phone.locator("a[href^='/papers/']").getAttribute("href");
        var pdf = phone.request().get(href).body();
        Browser.keep("authorisation.pdf", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("김철수", "金哲洙").doesNotContain(secret.number());
            for (var told :
                    new String[] {"2.1", "route", "ethnic", "relation", "Settle", "settle"}) {
                assertThat(text.replace("relations with", "")).doesNotContain(told);
            }
            var matcher =
                    java.util.regex.Pattern.compile("(?m)^(TA-\\S+|\\S+-\\S+-\\S+)\\s*$")
                            .matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return matcher.group(1);
        }
    }

    private static void cross(Browser browser, Page desk, String paper) {
        for (var unit : new String[] {"jl-tumen-bd", "jl-tumen-cu"}) {
            Browser.officer(desk, unit, 1);
            desk.navigate("/border");
            desk.fill("#paper", paper);
            browser.look(desk, "border-find-" + unit);
            Browser.next(desk);
            browser.look(desk, "border-" + unit);
            Browser.next(desk);
            browser.look(desk, "border-recorded-" + unit);
        }
    }

    private static void report(Browser browser, Page desk) {
        Browser.officer(desk, "jl", 1);
        desk.navigate("/officer/report");
        browser.look(desk, "report");
        desk.navigate("/officer/briefing");
        browser.look(desk, "briefing");
        desk.navigate("/officer/issues");
        desk.fill("#text", "The telegram's terms are not known here.");
        Browser.next(desk);
        browser.look(desk, "issues");
        desk.navigate("/officer/counter");
        browser.look(desk, "counter");
    }
}
