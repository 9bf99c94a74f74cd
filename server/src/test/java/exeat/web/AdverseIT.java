package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.web.kit.PageTexts;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Filings.Filing;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What works against a traveller: by two officers, told to them, and undone where they appeal. */
@QuarkusTest
@Tag("day")
@Tag("full")
class AdverseIT {

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void an_approval_is_not_set_aside_before_the_person_was_heard() {
        try (var browser = Browser.open(base.toString(), "set-aside")) {
            var filing = filings.confirmed(filings.settler(1));
            var desk = browser.desk();
            open(browser, desk, filing, "jl-yanji-fa", 1);
            Browser.follow(desk, "Propose to set the approval aside");
            Browser.next(desk);
            browser.look(desk, "wrong");
            assertThat(Browser.errors(desk)).hasSize(2);
            desk.locator("main input[type=radio]").first().check();
            desk.fill("#reason", "The letters turned out to come from somewhere else.");
            Browser.next(desk);
            browser.look(desk, "proposed");
            assertThat(Browser.text(desk)).doesNotContain("Agree, as second officer");
            var phone = browser.phone("ko-KR", town, filing.number(), filing.secret());
            heard(browser, desk, phone, filing);
            assertThat(Browser.text(phone)).contains("승인되었습니다");
        }
    }

    @Test
    void a_clearance_answered_with_a_hold_stops_the_person_who_wins_the_appeal() {
        try (var browser = Browser.open(base.toString(), "hold")) {
            var filing = filings.confirmed(filings.settler(1));
            var desk = browser.desk();
            open(browser, desk, filing, "jl-yanji-ps", 1);
            Browser.follow(desk, "Propose to hold");
            Browser.next(desk);
            browser.look(desk, "wrong");
            assertThat(Browser.errors(desk)).hasSize(4);
            desk.check("input[value=court]");
            desk.fill("#evidence", "order in the file");
            Browser.fillDate(desk, "limit", Today.day().plusDays(9));
            desk.fill("#reason", "The court has to hear the person first.");
            Browser.next(desk);
            browser.look(desk, "court-wrong");
            assertThat(desk.inputValue("#reason")).startsWith("The court has");
            desk.fill("#order", "Yanji 1963-22");
            Browser.fillDate(desk, "expires", Today.day().plusDays(9));
            desk.check("#served");
            Browser.next(desk);
            browser.look(desk, "proposed");
            second(browser, desk, filing, "jl-yanji-ps");
            var phone = browser.phone("zh-CN", town, filing.number(), filing.secret());
            appeal(browser, phone, "hold");
            uphold(browser, desk, filing);
            phone.navigate("/track");
            browser.look(phone, "freed");
            assertThat(Browser.text(phone)).doesNotContain("Yanji 1963-22");
        }
    }

    @Test
    void a_paper_is_not_taken_back_before_the_person_was_heard() {
        try (var browser = Browser.open(base.toString(), "revoked")) {
            var filing = filings.authorised(filings.settler(1));
            var paper = filings.paper(filing);
            var desk = browser.desk();
            open(browser, desk, filing, "jl-yanji-fa", 1);
            browser.look(desk, "authorised");
            Browser.follow(desk, "Propose to revoke");
            desk.check("#ground");
            desk.fill("#evidence", "photograph of 12 August");
            desk.fill("#reason", "The photograph shows somebody else.");
            Browser.next(desk);
            var phone = browser.phone("ko-KR", town, filing.number(), filing.secret());
            heard(browser, desk, phone, filing);
            assertThat(Browser.text(phone)).contains(paper);
        }
    }

    @Test
    void a_contested_fact_is_corrected_by_two_officers_and_the_rules_decide_again() {
        try (var browser = Browser.open(base.toString(), "corrected")) {
            var filing = filings.confirmed(filings.settler(1));
            var desk = browser.desk();
            open(browser, desk, filing, "jl-yanji-fa", 1);
            Browser.follow(desk, "Propose to correct a fact");
            browser.look(desk, "which-fact");
            desk.locator("main a[href$='/correct/applied-to-build']").click();
            browser.look(desk, "own-choices");
            assertThat(Browser.text(desk)).contains("is recorded as: Yes");
            assertThat(desk.locator("main input[name=value]").count()).isEqualTo(1);
            Browser.next(desk);
            browser.look(desk, "wrong");
            assertThat(Browser.errors(desk)).hasSize(3);
            desk.check("main input[name=value][value=false]");
            desk.fill("#evidence", "Own letter of 2 June");
            desk.fill("#reason", "The person wrote that they never applied.");
            Browser.next(desk);
            browser.look(desk, "proposed");
            second(browser, desk, filing, "jl-yanji-fa");
            assertThat(Browser.text(desk)).contains("Refer");
            var phone = browser.phone("en-GB", town, filing.number(), filing.secret());
            browser.look(phone, "told");
            assertThat(Browser.text(phone)).as("folded").doesNotContain("corrected a fact");
            phone.getByText("What has happened so far").click();
            assertThat(Browser.text(phone)).contains("Two officers corrected a fact");
        }
    }

    private void open(Browser browser, Page desk, Filing filing, String unit, int n) {
        browser.sit(desk, town.session(unit, n));
        desk.navigate(filing.address());
    }

    /** The person answers, and nobody can agree before their days are over. */
    private void heard(Browser browser, Page desk, Page phone, Filing filing) {
        browser.look(phone, "proposed-to-me");
        phone.locator("main a[href*='/answer-proposal/']").first().click();
        phone.fill("#words", "그것은 사실이 아닙니다.");
        Browser.next(phone);
        browser.once(phone, "answered");
        browser.sit(desk, town.session("jl-yanji-fa", 2));
        desk.navigate(filing.address());
        browser.once(desk, "to-hear");
        assertThat(Browser.text(desk)).contains("그것은 사실이 아닙니다.");
        assertThat(desk.locator("main a").getByText("Agree, as second officer").count()).isZero();
        phone.navigate("/track");
    }

    private void second(Browser browser, Page desk, Filing filing, String unit) {
        browser.sit(desk, town.session(unit, 2));
        desk.navigate("/officer/queue?which=second");
        desk.locator("th a").getByText(filing.number()).click();
        Browser.follow(desk, "Agree, as second officer");
        Browser.next(desk);
        browser.once(desk, "second");
        assertThat(Browser.errors(desk)).hasSize(1);
        desk.fill("#reason", Town.AGREED);
        Browser.next(desk);
        browser.once(desk, "agreed");
    }

    private static void appeal(Browser browser, Page phone, String what) {
        browser.look(phone, "told");
        var words = PageTexts.of(phone.locator("html").getAttribute("lang"));
        int open = possible(phone, words);
        assertThat(open).isPositive();
        phone.locator("main a[href*='/appeal/" + what + "']").click();
        Browser.next(phone);
        browser.once(phone, "grounds-missing");
        assertThat(Browser.errors(phone)).hasSize(1);
        phone.fill("#grounds", "그것은 사실이 아닙니다. 这不是事实。");
        Browser.next(phone);
        browser.once(phone, "appealed");
        assertThat(possible(phone, words)).as("the page offers no second one").isEqualTo(open - 1);
        assertThat(Browser.text(phone))
                .contains(words.say("track.appealed", "", "").split("[.。]", 2)[0]);
    }

    /** Against how much the page says that one can appeal. */
    private static int possible(Page phone, PageTexts words) {
        return phone.getByText(words.say("track.can-appeal")).count();
    }

    private void uphold(Browser browser, Page desk, Filing filing) {
        browser.sit(desk, town.session("jl", 1));
        desk.navigate("/officer/queue?which=appeals");
        desk.locator("th a").getByText(filing.number()).click();
        browser.once(desk, "reviewer");
        Browser.follow(desk, "Decide appeal");
        Browser.next(desk);
        browser.once(desk, "decide-wrong");
        assertThat(Browser.errors(desk)).hasSize(2);
        desk.check("#upheld");
        desk.fill("#reason", "The person is right.");
        Browser.next(desk);
        browser.once(desk, "decided");
    }
}
