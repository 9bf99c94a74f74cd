package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.desk.projection.QueueName;
import exeat.rules.finding.Purpose;
import exeat.web.Filings.Filing;
import exeat.web.kit.CaseAddress;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
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
                phone.locator("main details summary").last().click();
                browser.look(phone, "clock-" + lang);
                assertThat(Browser.text(phone)).contains("Yanji has too many files.");
            }
        }
    }

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
