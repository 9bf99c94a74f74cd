package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import exeat.desk.intake.LunarDates;
import exeat.rules.finding.Purpose;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** At the counter: a file of applications, one entered by hand, and secrets handed over. */
@QuarkusTest
class CounterIT {

    private static final String FILE =
            """
            application,name_hang_family,name_hang_given,birth_date,nationality,residence,purpose,language
            good,김,철수,1931-05-07,KP,jl-yanji,return,ko
            bad-date,박,영희,1931-13-07,KP,jl-yanji,return,ko
            bad-place,최,민수,1950-01-01,KP,jl-nowhere,wander,ko
            """;

    private static final String NAME = "남궁 하늘별님구름햇살누리";

    @Inject Town town;

    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void bad_rows_of_a_file_are_named_by_line_and_column_and_the_good_ones_are_filed() {
        try (var browser = Browser.open(base.toString(), "csv")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/counter");
            browser.look(desk, "counter");
            Browser.next(desk);
            assertThat(Browser.errors(desk)).containsExactly("Choose a file");
            send(desk, desk.request().get("/officer/applications.csv").body());
            assertThat(Browser.text(desk)).contains("Left out: 0").doesNotContain("Line");
            desk.navigate("/officer/counter");
            send(desk, FILE.getBytes(StandardCharsets.UTF_8));
            browser.look(desk, "bad-rows");
            assertThat(Browser.text(desk)).contains("Filed: 1", "Left out: 2");
            assertThat(desk.locator("tbody tr").allInnerTexts())
                    .extracting(row -> row.replaceAll("\\s+", " ").strip())
                    .containsExactly(
                            "3 4 birth_date " + LunarDates.FORMS,
                            "4 7 purpose not one of settle, return, trip");
        }
    }

    @Test
    void a_file_that_is_not_utf_8_files_nothing_and_says_how_to_save_it() {
        try (var browser = Browser.open(base.toString(), "csv-encoding")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            for (var charset : new String[] {"EUC-KR", "UTF-16"}) {
                desk.navigate("/officer/counter");
                send(desk, FILE.getBytes(Charset.forName(charset)));
                browser.look(desk, charset);
                assertThat(Browser.text(desk)).as(charset).contains("Filed: 0", "UTF-8");
            }
        }
    }

    private static void send(Page desk, byte[] rows) {
        desk.setInputFiles("#file", new FilePayload("rows.csv", "text/csv", rows));
        Browser.next(desk);
    }

    @Tag("full")
    @Test
    void what_an_officer_enters_is_live_once_the_person_confirms_with_the_secret_from_the_letter() {
        try (var browser = Browser.open(base.toString(), "entry")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/counter");
            Browser.follow(desk, "Enter an application");
            browser.look(desk, "before");
            enter(desk);
            browser.look(desk, "check");
            Browser.press(desk, "Send");
            browser.look(desk, "filed");
            var number = desk.locator(".exeat-number").innerText();
            assertThat(desk.locator(".exeat-secret").count()).isZero();
            Browser.follow(desk, "Go to the case");
            browser.look(desk, "unconfirmed");
            var file = desk.url();
            var first = part(browser, desk, "first");
            browser.sit(desk, town.session("jl-yanji-fa", 2));
            desk.navigate(file);
            var secret = first + "-" + part(browser, desk, "second");
            var phone = browser.phone("ko-KR", town, number, secret);
            browser.look(phone, "person");
            phone.click("main a.govuk-button");
            phone.locator("main input[type=checkbox]").all().forEach(tick -> tick.check());
            Browser.next(phone);
            Browser.follow(desk, "Go to the case");
            assertThat(Browser.text(desk)).contains("Finding", "Approved").doesNotContain(secret);
        }
    }

    /** What one of two officers hands over, having said what identified the person. */
    private static String part(Browser browser, Page desk, String which) {
        Browser.follow(desk, "Hand over the traveller’s secret");
        browser.look(desk, "identify-" + which);
        desk.fill("#seen", "A passport, seen by the " + which);
        Browser.next(desk);
        browser.look(desk, "letter-" + which);
        assertThat(desk.locator(".exeat-letter").getAttribute("lang")).isEqualTo("ko");
        return desk.locator(".exeat-secret__text").innerText();
    }

    /** A click on the menu, Enter, a click on the case: three, and what is typed. */
    @Tag("full")
    @Test
    void a_person_who_stands_at_the_counter_is_found_in_three_steps() throws Exception {
        var filing =
                filings.confirmed(
                        filings.traveller(1, "KP", new Purpose("return"), "1937-08-09", Map.of()));
        awaitTokens();
        try (var browser = Browser.open(base.toString(), "find")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/queue");
            for (var typed :
                    List.of(
                            NAME + " 1937년 8월 9일",
                            "9 8 1937 " + NAME.replace(" ", ""),
                            filing.number().toLowerCase(Locale.ROOT).replace("-", " "))) {
                desk.getByRole(AriaRole.NAVIGATION)
                        .getByText("Find", new Locator.GetByTextOptions().setExact(true))
                        .click();
                desk.focus("#typed");
                desk.keyboard().type(typed);
                desk.keyboard().press("Enter");
                desk.locator("main a").getByText(filing.number()).waitFor();
                browser.look(desk, "found");
                assertThat(desk.url()).endsWith("/officer/find");
                Browser.follow(desk, filing.number());
                assertThat(Browser.text(desk)).contains(NAME.replace(" ", ""));
            }
            desk.navigate("/officer/find");
            for (var missing :
                    Map.of(NAME, "Add the date of birth", "9 8 1937", "Add the name").entrySet()) {
                desk.fill("#typed", missing.getKey());
                Browser.next(desk);
                assertThat(Browser.errors(desk).getFirst()).startsWith(missing.getValue());
            }
            desk.fill("#typed", NAME + " 1937-08-10");
            Browser.next(desk);
            browser.look(desk, "nobody");
            assertThat(Browser.text(desk)).contains("Nobody was found");
            var phone = browser.phone("ko-KR", town, filing.number(), filing.secret());
            phone.navigate("/looks");
            assertThat(Browser.text(phone)).contains("연길시");
        }
    }

    /** The server makes them beside its work. */
    private void awaitTokens() throws InterruptedException {
        for (int tries = 0; town.office().search().index().isWaiting(); tries++) {
            assertThat(tries).as("tenths of a second").isLessThan(300);
            Thread.sleep(100);
        }
    }

    /** A national of the other state who asks to return. */
    private static void enter(Page desk) {
        Browser.next(desk);
        desk.check("#who");
        Browser.next(desk);
        desk.fill("#family1", "박");
        desk.fill("#given1", "영희");
        Browser.next(desk);
        Browser.fillDate(desk, "born", java.time.LocalDate.of(1944, 2, 29));
        Browser.next(desk);
        desk.selectOption("#nationality", "KP");
        Browser.next(desk);
        desk.selectOption("#residence", "jl-yanji");
        Browser.next(desk);
        desk.check("input[value=return]");
        while (!desk.url().endsWith("/check")) {
            if (desk.url().endsWith("/contact")) {
                desk.selectOption("#language", "ko");
            }
            Browser.next(desk);
        }
    }
}
