package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.casework.value.Guardian;
import exeat.casework.value.PersonName;
import exeat.casework.value.TravellerNo;
import exeat.rules.finding.Purpose;
import exeat.web.apply.TravellerAnswers;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Filings.Filing;
import exeat.web.town.MadeUp;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Children: with a parent, and alone. */
@QuarkusTest
@Tag("day")
class MinorsIT {

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
    void a_child_travels_once_each_parent_agreed_and_the_child_was_heard() {
        try (var browser = Browser.open(base.toString(), "child")) {
            var phone = browser.phone("ko-KR");
            var secret = apply(browser, phone);
            JourneyIT.signIn(phone, secret);
            browser.look(phone, "both-unconfirmed");
            phone.locator("main a[href='/track/1/confirm']").click();
            phone.locator("main input[type=checkbox]").all().forEach(tick -> tick.check());
            Browser.next(phone);
            phone.locator("main a[href='/track/2/consent/0']").click();
            browser.look(phone, "consent");
            Browser.next(phone);
            browser.look(phone, "consented");
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/queue?which=unconfirmed");
            browser.look(desk, "queue");
            // Other tests leave files before it.
            while (desk.locator("th a").getByText(secret.number()).count() == 0) {
                desk.locator(".govuk-pagination a").last().click();
            }
            desk.locator("th a").getByText(secret.number()).click();
            browser.look(desk, "case");
            record(browser, desk, "Record the consent of 리영희", "Letter of 3 May, notary in Yanji");
            assertThat(desk.locator(".exeat-person").innerText()).contains("Finding", "Approved");
            record(browser, desk, "Record that the child was heard", "Hearing of 4 May");
            browser.look(desk, "safeguarded");
            assertThat(desk.locator("main a").getByText("Record that the child was heard").count())
                    .isZero();
            phone.navigate("/track");
            browser.look(phone, "approved");
        }
    }

    private static void record(Browser browser, Page desk, String what, String evidence) {
        Browser.follow(desk, what);
        Browser.next(desk);
        browser.once(desk, "evidence-missing");
        assertThat(Browser.errors(desk)).hasSize(1);
        desk.fill("#evidence", evidence);
        Browser.next(desk);
    }

    /** A mother of the other state's nationality and her son; the father stays. */
    private static JourneyIT.Secret apply(Browser browser, Page phone) {
        phone.navigate("/apply");
        Browser.next(phone);
        phone.check("#who");
        Browser.next(phone);
        person(phone, "김", "순이", LocalDate.of(1985, 3, 9));
        assertThat(Browser.text(phone)).doesNotContain("미성년자");
        browser.look(phone, "check-one");
        Browser.press(phone, "여행자 추가");
        person(phone, "리", "하늘", Today.day().minusYears(9));
        browser.look(phone, "check-two");
        phone.locator("a[href='/apply/2/residence']").click();
        assertThat(Browser.text(phone)).contains("2명 중 2번째: 리하늘", "친권자가 대신 답합니다");
        browser.look(phone, "for-a-child");
        Browser.next(phone);
        assertThat(phone.url()).as("back to whose answer it was").endsWith("/apply/check#card-2");
        phone.locator("form[action='/apply/send'] button[type=submit]").click();
        browser.look(phone, "filed");
        return new JourneyIT.Secret(
                phone.locator(".exeat-number").innerText(),
                phone.locator(".exeat-secret__text").innerText());
    }

    private static void person(Page phone, String family, String given, LocalDate born) {
        phone.fill("#family1", family);
        phone.fill("#given1", given);
        Browser.next(phone);
        Browser.fillDate(phone, "born", born);
        Browser.next(phone);
        phone.selectOption("#nationality", "KP");
        Browser.next(phone);
        if (phone.locator("main button[value=copy]").count() > 0) {
            phone.click("main button[value=copy]");
        } else {
            phone.selectOption("#residence", "jl-yanji");
            Browser.next(phone);
        }
        phone.check("input[value=return]");
        while (!phone.url().endsWith("/check")) {
            if (phone.url().endsWith("/guardians")) {
                Browser.next(phone);
                assertThat(Browser.errors(phone)).hasSize(1);
                phone.selectOption("#guardian1-party", "1");
                phone.fill("#guardian2", "리영희");
            }
            Browser.next(phone);
            MadeUp.answerOthers(phone);
        }
    }

    @Tag("full")
    @Test
    void for_a_child_alone_a_court_can_stand_in_and_a_guardian_and_an_assessment_are_needed() {
        try (var browser = Browser.open(base.toString(), "alone")) {
            var child =
                    filings.traveller(
                            1,
                            "KP",
                            new Purpose("return"),
                            Today.day().minusYears(11).toString(),
                            Map.of());
            var alone =
                    TravellerAnswers.with(
                            child,
                            child.declared(),
                            List.of(),
                            List.of(
                                    new Guardian("Ri Yong Hui", Optional.empty()),
                                    new Guardian("Kim Sun I", Optional.of(TravellerNo.PRINCIPAL))));
            var filing = filings.file(Optional.of(new PersonName("Latn", "Kim", "Sun I")), alone);
            var phone = browser.phone("zh-CN", town, filing.number(), filing.secret());
            browser.look(phone, "guardian-sees");
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate(filing.address());
            browser.look(desk, "case");
            record(browser, desk, "Record a court’s decision", "Yanji court 1963-17");
            assertThat(Browser.text(desk)).contains("Finding", "Approved");
            cleared(filing);
            desk.navigate(filing.address());
            browser.look(desk, "not-safeguarded");
            assertThat(Browser.text(desk))
                    .contains(
                            "All clearances are done.",
                            "What has to wait",
                            "safeguard for the child");
            assertThat(desk.locator("main a[href$='/authorise']").count()).isZero();
            desk.navigate("/officer/queue?which=waiting");
            browser.look(desk, "waiting");
            assertThat(Browser.text(desk)).contains(filing.number(), "What protects the child");
            desk.navigate(filing.address());
            record(browser, desk, "Record that the child was heard", "Hearing of 4 May");
            guardian(browser, desk);
            record(browser, desk, "Record the best-interests", "Assessment of 5 May");
            authorise(desk, filing);
            browser.look(desk, "authorised");
            assertThat(Browser.text(desk)).contains("The travel authorisation has been issued.");
            phone.navigate("/track");
            browser.look(phone, "guardian-sees-paper");
        }
    }

    private static void guardian(Browser browser, Page desk) {
        Browser.follow(desk, "Record who travels with");
        Browser.next(desk);
        browser.look(desk, "guardian-missing");
        assertThat(Browser.errors(desk)).hasSize(2);
        desk.fill("#name", "Ri Sun Ja");
        desk.fill("#evidence", "Letter of the aunt, 2 May");
        Browser.next(desk);
    }

    private void cleared(Filing filing) {
        filings.clear(filing);
    }

    private static void authorise(Page desk, Filing filing) {
        desk.navigate(filing.address());
        Browser.follow(desk, "Issue the travel authorisation");
        Browser.inTurn(desk);
        Browser.next(desk);
    }
}
