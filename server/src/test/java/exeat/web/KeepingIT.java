package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.desk.projection.QueueName;
import exeat.rules.finding.Purpose;
import exeat.web.kit.CaseAddress;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Filings.Filing;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How files are kept, as officers and travellers see it. */
@QuarkusTest
@Tag("day")
class KeepingIT {

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    private Filing referred() {
        return filings.confirmed(
                filings.traveller(1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
    }

    @Test
    void the_next_file_is_taken_and_another_one_says_why_it_comes_first() {
        try (var browser = Browser.open(base.toString(), "turn")) {
            for (int i = 0; i < 4; i++) {
                referred();
            }
            var desk = browser.desk();
            var me = town.session("jl-yanji-fa", 1);
            browser.sit(desk, me);
            desk.navigate("/officer/queue?which=referred");
            browser.look(desk, "queue");
            assertThat(Browser.text(desk)).contains("sets the order", "child’s case");
            Browser.press(desk, "Take the next case");
            var taken = desk.url();
            assertThat(taken).contains("/officer/case/");
            browser.sit(desk, town.session("jl-yanji-fa", 2));
            desk.navigate("/officer/queue?which=referred");
            Browser.press(desk, "Take the next case");
            assertThat(desk.url()).isNotEqualTo(taken);
            browser.sit(desk, me);
            var queue = town.office().queues().page(me, QueueName.REFERRED, Optional.empty(), 200);
            desk.navigate(CaseAddress.of(queue.rows().getLast().id()));
            approve(browser, desk);
            desk.navigate("/officer/late");
            browser.look(desk, "late-below");
            browser.sit(desk, town.session("jl-fa", 1));
            desk.navigate("/officer/late");
            browser.look(desk, "late");
            assertThat(Browser.text(desk)).contains("Instructed from above", "jl-yanji-fa-");
        }
    }

    @Tag("full")
    @Test
    void single_keys_move_in_a_list_take_the_next_case_and_can_be_switched_off() {
        try (var browser = Browser.open(base.toString(), "keys")) {
            referred();
            referred();
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/queue?which=referred");
            desk.keyboard().press("?");
            var help = desk.locator("#exeat-keys");
            assertThat(help.isVisible()).isTrue();
            assertThat(help.innerText()).contains("Keyboard shortcuts", "Find a person");
            browser.look(desk, "help");
            desk.keyboard().press("Escape");
            assertThat(help.isVisible()).isFalse();

            desk.keyboard().press("j");
            desk.keyboard().press("j");
            desk.keyboard().press("k");
            assertThat(focused(desk)).isEqualTo(desk.locator("main tbody a").first().innerText());
            desk.keyboard().press("/");
            desk.waitForURL("**/officer/find");
            desk.keyboard().press("/");
            desk.keyboard().type("njk?");
            assertThat(desk.locator("main input.govuk-input").first().inputValue())
                    .isEqualTo("njk?");

            desk.navigate("/officer/queue?which=referred&due=late");
            browser.look(desk, "empty");
            desk.navigate("/officer/queue?which=referred");
            desk.keyboard().press("n");
            desk.waitForURL("**/officer/case/**");

            desk.locator("#exeat-keys-open").click();
            help.locator("input").uncheck();
            help.locator("button").click();
            desk.navigate("/officer/queue?which=referred");
            desk.keyboard().press("j");
            desk.keyboard().press("?");
            assertThat(help.isVisible()).isFalse();
            assertThat(focused(desk)).isEmpty();
        }
    }

    @Tag("full")
    @Test
    void without_a_script_a_list_is_the_same_list_and_each_address_can_be_kept() {
        try (var browser = Browser.open(base.toString(), "no-keys")) {
            var filed = referred();
            var phone = browser.withoutScript("en-GB");
            browser.sit(phone, town.session("jl-yanji-fa", 2));
            phone.navigate("/officer/queue?which=referred");
            assertThat(phone.locator("#exeat-keys-open").isVisible()).isFalse();
            assertThat(phone.locator("#exeat-keys").isVisible()).isFalse();
            Browser.follow(phone, "Overdue");
            assertThat(phone.url()).endsWith("/officer/queue?which=referred&due=late");
            assertThat(Browser.text(phone))
                    .contains("To decide, Overdue: 0", "Nothing here has this deadline.")
                    .doesNotContain(filed.number());
            Browser.follow(phone, "Show every deadline");
            assertThat(phone.url()).endsWith("/officer/queue?which=referred");
            long all = phone.locator("main tbody tr").count();
            long parts = 0;
            for (var part : List.of("late", "week", "later")) {
                phone.navigate("/officer/queue?which=referred&due=" + part);
                assertThat(phone.locator("main nav a[aria-current=page]").count()).isEqualTo(2);
                parts += phone.locator("main tbody tr").count();
            }
            assertThat(parts).isGreaterThanOrEqualTo(Math.min(all, 25));
            phone.navigate("/officer/queue?which=referred");
            Browser.press(phone, "Take the next case");
            assertThat(phone.url()).contains("/officer/case/");
        }
    }

    /** The words of the link that has the focus. */
    private static String focused(Page desk) {
        return String.valueOf(
                desk.evaluate(
                        "document.activeElement.matches('a') ? document.activeElement.innerText :"
                                + " ''"));
    }

    private static void approve(Browser browser, Page desk) {
        Browser.follow(desk, "Approve the referred application");
        desk.fill("#reason", "The family is there.");
        Browser.next(desk);
        browser.look(desk, "why");
        assertThat(Browser.errors(desk)).hasSize(1);
        desk.check("input[value=told-from-above]");
        Browser.next(desk);
        assertThat(Browser.errors(desk)).hasSize(1);
        desk.fill("#why-words", "The committee's secretary");
        Browser.next(desk);
        desk.waitForSelector(".govuk-notification-banner");
        browser.look(desk, "jumped");
        desk.locator("summary").last().click();
        assertThat(Browser.text(desk))
                .contains("Taken before cases that were due earlier", "The committee's secretary");
    }

    @Tag("full")
    @Test
    void a_head_moves_files_and_the_traveller_reads_who_has_theirs() {
        try (var browser = Browser.open(base.toString(), "backlog")) {
            var filing = referred();
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-fa", 1));
            desk.navigate("/officer/backlog");
            browser.look(desk, "units");
            desk.navigate("/officer/backlog?from=jl-yanji-fa");
            browser.look(desk, "files");
            Browser.next(desk);
            browser.look(desk, "nothing-chosen");
            assertThat(Browser.errors(desk)).hasSize(3);
            desk.check("input[value='" + filing.id().value() + "']");
            desk.selectOption("#to", "jl-fa");
            desk.fill("#reason", "Yanji has too many files.");
            Browser.next(desk);
            browser.look(desk, "moved");
            assertThat(Browser.text(desk)).contains("1 case was moved.");
            for (var lang : new String[] {"en-GB", "zh-CN", "ko-KR"}) {
                var phone = browser.phone(lang, town, filing.number(), filing.secret());
                for (var fold : phone.locator("main details summary").all()) {
                    fold.click();
                }
                browser.look(phone, "clock-" + lang);
                assertThat(Browser.text(phone)).contains("Yanji has too many files.");
            }
        }
    }

    @Tag("full")
    @Test
    void absence_and_standing_in_are_said_on_one_page() {
        try (var browser = Browser.open(base.toString(), "duty")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-ps", 1));
            desk.navigate("/officer/duty");
            browser.look(desk, "empty");
            Browser.press(desk, "Record an absence");
            assertThat(Browser.errors(desk)).hasSize(2);
            var day = Today.day().plusDays(20);
            Browser.fillDate(desk, "from", day);
            Browser.fillDate(desk, "until", day.plusDays(6));
            Browser.press(desk, "Record an absence");
            browser.look(desk, "away");
            assertThat(Browser.text(desk)).contains("Absence", "jl-yanji-ps-");
            desk.selectOption("#to", colleague(desk, "Officer jl-yanji-ps.2"));
            var today = Today.day();
            Browser.fillDate(desk, "first", today);
            Browser.fillDate(desk, "last", today.plusDays(3));
            Browser.press(desk, "Appoint a stand-in");
            browser.sit(desk, town.session("jl-yanji-ps", 2));
            desk.navigate("/officer/duty");
            browser.look(desk, "could");
            Browser.press(desk, "Act for Officer jl-yanji-ps.1");
            browser.look(desk, "acting");
            assertThat(Browser.text(desk)).contains("You are acting for jl-yanji-ps-");
            Browser.press(desk, "Act for yourself again");
            assertThat(Browser.text(desk)).contains("You are acting for yourself again");
            desk.getByText("End it early").first().click();
            browser.look(desk, "not-theirs");
            browser.sit(desk, town.session("jl-yanji-ps", 1));
            desk.navigate("/officer/duty");
            Browser.press(desk, "End it early");
            Browser.press(desk, "End the absence early");
            assertThat(Browser.text(desk)).contains("Nobody is away");
        }
    }

    @Test
    void an_officer_stands_aside_and_no_longer_sees_the_case() {
        try (var browser = Browser.open(base.toString(), "aside")) {
            var filing = referred();
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 2));
            desk.navigate(filing.address());
            Browser.follow(desk, "Step aside");
            browser.look(desk, "form");
            Browser.next(desk);
            assertThat(Browser.errors(desk)).hasSize(2);
            desk.check("#tie");
            desk.fill("#words", "My cousin");
            Browser.next(desk);
            desk.navigate(filing.address());
            browser.look(desk, "gone");
            assertThat(Browser.text(desk)).doesNotContain(filing.number());
        }
    }

    /** By whose name the list begins: what follows is an id, made by chance. */
    private static String colleague(Page desk, String name) {
        return desk.locator("#to option").getByText(name).first().getAttribute("value");
    }
}
