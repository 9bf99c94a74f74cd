package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.TravellerNo;
import exeat.rules.finding.Purpose;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Filings.Filing;
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

/**
 * What goes wrong on an ordinary day: time runs out, buttons are pressed twice, two are at once.
 */
@QuarkusTest
class TroubleIT {

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void what_is_typed_and_not_sent_is_there_again_after_going_back_or_away() {
        try (var browser = Browser.open(base.toString(), "back")) {
            var phone = browser.phone("ko-KR");
            phone.navigate("/apply");
            Browser.next(phone);
            phone.check("#who");
            phone.locator("main").press("Enter");
            Browser.next(phone);
            phone.fill("#family1", "김");
            phone.locator("nav .exeat-back").click();
            assertThat(phone.url()).endsWith("/apply/0/who");
            Browser.next(phone);
            assertThat(phone.inputValue("#family1")).isEqualTo("김");
            phone.fill("#given1", "철수");
            phone.press("#given1", "Enter");
            assertThat(phone.url()).as("Enter goes on, not back").endsWith("/apply/1/born");
            wrongDates(browser, phone);
            phone.locator("main button[value=keep]").click();
            browser.look(phone, "come-back-code");
            var code = phone.locator(".exeat-secret__text").innerText();
            phone.navigate("/apply/next");
            assertThat(phone.inputValue("#born-year")).isEqualTo("2199");
            elsewhere(browser, code);
        }
    }

    /**
     * A code that was written down is typed as people type it: small, with spaces, on any phone.
     */
    private static void elsewhere(Browser browser, String code) {
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        var other = browser.phone("zh-CN");
        other.navigate("/apply/resume");
        other.fill("#code", code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        Browser.next(other);
        assertThat(other.url()).endsWith("/apply/1/born");
        assertThat(other.inputValue("#born-year")).isEqualTo("2199");
    }

    @Test
    void a_whole_name_in_one_field_is_asked_about_once_and_taken() {
        try (var browser = Browser.open(base.toString(), "name")) {
            var phone = browser.phone("zh-CN");
            phone.navigate("/apply");
            Browser.next(phone);
            phone.check("#who");
            Browser.next(phone);
            phone.fill("#family1", "金哲洙");
            Browser.next(phone);
            browser.look(phone, "doubtful-name");
            assertThat(phone.url()).endsWith("/apply/1/name");
            assertThat(Browser.text(phone)).contains("请核对", "只填了一栏");
            phone.click("main button[value=more]");
            phone.fill("#family2", "k".repeat(101));
            Browser.next(phone);
            assertThat(Browser.errors(phone)).hasSize(1);
            phone.fill("#family2", "");
            Browser.next(phone);
            Browser.next(phone);
            assertThat(phone.url()).endsWith("/apply/1/born");
            phone.locator("nav .exeat-back").click();
            assertThat(phone.locator("#family2").count()).as("an empty name goes").isZero();
        }
    }

    @Test
    @Tag("full")
    void a_date_of_birth_is_given_as_far_as_it_is_known() {
        try (var browser = Browser.open(base.toString(), "born")) {
            var phone = browser.phone("zh-CN");
            phone.navigate("/apply");
            Browser.next(phone);
            phone.check("#who");
            Browser.next(phone);
            phone.fill("#family1", "金");
            phone.fill("#given1", "哲洙");
            Browser.next(phone);
            between(browser, phone);
            phone.navigate("/apply/1/born");
            phone.fill("#born-from-year", "");
            phone.fill("#born-to-year", "");
            lunar(browser, phone);
            answerOthers(phone);
            assertThat(Browser.text(phone)).contains("1930年7月28日（中国农历1930年闰6月3日）");
            browser.look(phone, "born-check");
            phone.locator("form[action='/apply/send'] button[type=submit]").click();
            var number = phone.locator(".exeat-number").innerText();
            var desk = browser.desk();
            Browser.officer(desk, "jl-yanji-fa", 1);
            desk.navigate("/officer/find");
            desk.fill("#typed", number);
            desk.keyboard().press("Enter");
            desk.locator("main a").getByText(number).waitFor();
            Browser.follow(desk, number);
            assertThat(Browser.text(desk)).contains("28 July 1930", "leap month 6");
        }
    }

    private static void between(Browser browser, Page phone) {
        phone.click("summary:has-text('只知道在哪两个日期之间')");
        phone.fill("#born-year", "1931");
        phone.fill("#born-from-year", "１９３０年");
        Browser.next(phone);
        browser.look(phone, "born-in-two-ways");
        assertThat(Browser.errors(phone)).hasSize(1);
        phone.fill("#born-year", "");
        Browser.next(phone);
        assertThat(Browser.errors(phone)).hasSize(1);
        phone.fill("#born-to-year", "1932");
        Browser.next(phone);
        assertThat(phone.url()).endsWith("/apply/1/nationality");
    }

    private static void lunar(Browser browser, Page phone) {
        phone.click("summary:has-text('只知道农历日期')");
        phone.fill("#born-lunar-year", "1931");
        phone.fill("#born-lunar-month", "6");
        phone.fill("#born-lunar-day", "3");
        phone.check("input[name=born-leap]");
        phone.check("input[value=chinese]");
        Browser.next(phone);
        browser.look(phone, "born-no-such-lunar-day");
        assertThat(Browser.errors(phone)).hasSize(1);
        phone.fill("#born-lunar-year", "1930");
        Browser.next(phone);
    }

    private static void answerOthers(Page phone) {
        phone.selectOption("#nationality", "RU");
        Browser.next(phone);
        phone.selectOption("#residence", "jl-yanji");
        Browser.next(phone);
        phone.check("input[value=settle]");
        Browser.next(phone);
        Browser.next(phone);
        Browser.next(phone);
        MadeUp.answer(phone, Filings.NOBODY, () -> {});
    }

    private static void wrongDates(Browser browser, Page phone) {
        for (var wrong :
                List.of(
                        List.of("30", "2", "1931"),
                        List.of("7", "13", "1931"),
                        List.of("x", "y", "z"),
                        List.of("7", "5", "31"),
                        List.of("1", "1", "2199"))) {
            phone.fill("#born-day", wrong.get(0));
            phone.fill("#born-month", wrong.get(1));
            phone.fill("#born-year", wrong.get(2));
            Browser.next(phone);
            assertThat(Browser.errors(phone)).as(wrong.toString()).hasSize(1);
            assertThat(phone.inputValue("#born-year")).isEqualTo(wrong.get(2));
        }
        browser.look(phone, "wrong-date");
    }

    @Test
    void an_officer_whose_time_ran_out_signs_in_and_finds_what_they_typed() {
        try (var browser = Browser.open(base.toString(), "expired")) {
            var filing = referred();
            var desk = browser.desk();
            var login = Town.login("jl-yanji-fa", 1);
            var password = Town.password("jl-yanji-fa", 1);
            town.session("jl-yanji-fa", 1);
            var session =
                    town.office().authentication().signInOfficer(login, password).orElseThrow();
            browser.sit(desk, session);
            desk.navigate(filing.address() + "/1/refuse");
            desk.fill("#reason", "No paragraph covers this <case> & \"that\".");
            Browser.inTurn(desk);
            town.office().authentication().signOut(session);
            Browser.next(desk);
            browser.look(desk, "sign-in");
            signIn(desk, login, "wrong");
            signIn(desk, login, password);
            browser.look(desk, "signed-in");
            assertThat(filings.state(filing, 1).proposals()).isEmpty();
            Browser.next(desk);
            assertThat(desk.inputValue("#reason"))
                    .isEqualTo("No paragraph covers this <case> & \"that\".");
            assertThat(filings.state(filing, 1).proposals()).isEmpty();
            Browser.next(desk);
            assertThat(Browser.text(desk)).contains("Proposed.");
        }
    }

    private static void signIn(Page desk, String login, String password) {
        desk.fill("#login", login);
        desk.fill("#password", password);
        Browser.next(desk);
    }

    @Test
    void a_person_whose_time_ran_out_signs_in_and_finds_what_they_typed() {
        try (var browser = Browser.open(base.toString(), "expired-person")) {
            var filing = filings.confirmed(filings.settler(1));
            town.act(
                    "jl-yanji-fa",
                    1,
                    new exeat.casework.command.TravellerCommand.Ask(
                            filing.id(),
                            Filings.ONE,
                            new exeat.casework.value.RequestedItem.OfDocument(
                                    "word-on-relations")));
            var session =
                    town.office()
                            .authentication()
                            .signInTraveller(filing.number(), filing.secret())
                            .orElseThrow();
            var phone = browser.phone("zh-CN");
            browser.sit(phone, session);
            phone.navigate("/track");
            phone.locator("main a[href*='/document/']").first().click();
            phone.fill("#reference", "在我姐姐那里");
            town.office().authentication().signOut(session);
            Browser.next(phone);
            browser.look(phone, "sign-in");
            phone.fill("#number", filing.number());
            phone.fill("#secret", filing.secret());
            Browser.next(phone);
            browser.look(phone, "signed-in");
            Browser.next(phone);
            assertThat(phone.inputValue("#reference")).isEqualTo("在我姐姐那里");
            Browser.next(phone);
            assertThat(filings.state(filing, 1).documents()).hasSize(1);
        }
    }

    @Test
    void a_button_pressed_twice_acts_once_and_going_back_says_that_it_is_done() {
        try (var browser = Browser.open(base.toString(), "twice")) {
            var filing = filings.confirmed(filings.settler(1));
            var desk = browser.desk();
            town.act(
                    "jl-yanji-ps",
                    1,
                    new TravellerCommand.CompleteClearance(
                            filing.id(), new TravellerNo(1), "identity"));
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate(filing.address());
            Browser.follow(desk, "Clear: Exit formalities");
            Browser.inTurn(desk);
            desk.locator("main button[type=submit]").first().dblclick();
            desk.waitForURL("**done=clear");
            assertThat(Browser.text(desk)).contains("Recorded as done.");
            assertThat(done(filing)).isEqualTo(2);
            desk.goBack();
            if (!desk.url().contains("/clear/")) {
                desk.goBack();
            }
            browser.look(desk, "back");
            assertThat(Browser.text(desk)).contains("This can no longer be done");
            Browser.follow(desk, "See what has happened");
            assertThat(desk.url()).endsWith("#history");
        }
    }

    private long done(Filing filing) {
        return town.office().cases().history(town.session("jl-yanji-fa", 1), filing.id()).stream()
                .filter(recorded -> recorded.event() instanceof TravellerEvent.ClearanceDone)
                .count();
    }

    @Test
    void of_two_officers_at_once_one_wins_and_the_other_is_told_and_keeps_their_words() {
        try (var browser = Browser.open(base.toString(), "at-once")) {
            var filing = referred();
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate(filing.address() + "/1/refuse");
            town.act(
                    "jl-yanji-fa",
                    2,
                    new exeat.casework.command.TravellerCommand.ApproveReferred(
                            filing.id(), Filings.ONE, "The family is there."));
            desk.fill("#reason", "Nothing covers this.");
            Browser.next(desk);
            browser.look(desk, "too-late");
            assertThat(Browser.text(desk))
                    .contains("This can no longer be done", "Nothing covers this.");
            Browser.follow(desk, "See what has happened");
            assertThat(Browser.text(desk)).contains("A person approved");
        }
    }

    @Test
    void what_happened_since_a_form_was_opened_is_shown_before_anything_is_done() {
        try (var browser = Browser.open(base.toString(), "changed")) {
            var filing = referred();
            var desk = browser.desk();
            filings.taken(filing);
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate(filing.address() + "/1/approve");
            town.act(
                    "jl-yanji-fa",
                    2,
                    new exeat.casework.command.TravellerCommand.Ask(
                            filing.id(),
                            Filings.ONE,
                            new exeat.casework.value.RequestedItem.OfDocument(
                                    "word-on-relations")));
            desk.fill("#reason", "The family is there.");
            Browser.next(desk);
            browser.look(desk, "what-happened");
            assertThat(Browser.text(desk))
                    .contains("Something has changed since", "A question was asked");
            assertThat(desk.inputValue("#reason")).isEqualTo("The family is there.");
            assertThat(filings.state(filing, 1).stage())
                    .isEqualTo(exeat.casework.state.Stage.REFERRED);
            Browser.next(desk);
            assertThat(filings.state(filing, 1).stage())
                    .isEqualTo(exeat.casework.state.Stage.APPROVED);
        }
    }

    @Test
    void what_happens_to_others_of_the_same_application_stops_nobody() {
        try (var browser = Browser.open(base.toString(), "others-changed")) {
            var filing =
                    filings.file(
                            java.util.Optional.empty(),
                            filings.traveller(
                                    1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY),
                            filings.tripper(2));
            filings.confirm(filing, filing.secret(), Filings.ONE, new Purpose("settle"));
            var desk = browser.desk();
            filings.taken(filing);
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate(filing.address() + "/1/approve");
            town.act(
                    "jl-yanji-fa",
                    2,
                    new exeat.casework.command.TravellerCommand.ClaimForAnother(
                            filing.id(), new exeat.casework.value.TravellerNo(2), "a friend asks"));
            desk.fill("#reason", "The family is there.");
            Browser.next(desk);
            assertThat(filings.state(filing, 1).stage())
                    .isEqualTo(exeat.casework.state.Stage.APPROVED);
        }
    }

    @Test
    void an_address_of_somebody_elses_shows_nothing_at_all() {
        try (var browser = Browser.open(base.toString(), "others")) {
            var filing = filings.authorised(filings.settler(1));
            var other = filings.confirmed(filings.tripper(1));
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-hunchun-fa", 1));
            for (var path : new String[] {"", "/1/protect", "/1/authorise"}) {
                var answer = desk.navigate(filing.address() + path);
                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(desk.content()).doesNotContain(filing.number(), "남궁");
            }
            browser.look(desk, "not-found");
            var paper = "/papers/" + filing.id().value() + "/1.pdf";
            assertThat(desk.request().get(paper).status()).isEqualTo(404);
            var phone = browser.phone("ko-KR", town, other.number(), other.secret());
            assertThat(phone.request().get("/papers/1.pdf").status()).isEqualTo(404);
            assertThat(phone.request().get("/track/2/withdraw").status()).isEqualTo(404);
            phone.navigate(filing.address());
            assertThat(phone.url()).endsWith("/officer");
            assertThat(phone.content()).doesNotContain(filing.number(), "남궁");
        }
    }

    private Filing referred() {
        return filings.confirmed(
                filings.traveller(1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
    }
}
