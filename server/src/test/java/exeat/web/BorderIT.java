package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** At the border: a trip there and back, and a paper that is questioned. */
@QuarkusTest
class BorderIT {

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
    void a_trip_is_closed_once_both_posts_recorded_the_return() {
        try (var browser = Browser.open(base.toString(), "trip")) {
            var filing = filings.authorised(filings.tripper(1));
            var paper = filings.paper(filing);
            var phone = browser.phone("zh-CN", town, filing.number(), filing.secret());
            browser.look(phone, "authorised");
            var desk = browser.desk();
            find(browser, desk, "jl-tumen-bd", paper);
            browser.look(desk, "departure");
            Browser.press(desk, "Record our part of the departure");
            browser.look(desk, "recorded");
            assertThat(Browser.text(desk))
                    .contains("Your part of the departure has been recorded.", paper, "남궁");
            find(browser, desk, "jl-tumen-cu", paper);
            Browser.press(desk, "Record our part of the departure");
            phone.navigate("/track");
            browser.look(phone, "on-the-trip");
            assertThat(Browser.text(phone)).contains("您已出境");
            find(browser, desk, "jl-tumen-bd", paper);
            browser.look(desk, "return");
            assertThat(Browser.text(desk)).doesNotContain("part of the departure");
            Browser.press(desk, "Record our part of the return");
            find(browser, desk, "jl-tumen-cu", paper);
            Browser.press(desk, "Record our part of the return");
            phone.navigate("/track");
            browser.look(phone, "closed");
            assertThat(Browser.text(phone)).contains("已办结");
            find(browser, desk, "jl-tumen-cu", paper);
            browser.look(desk, "paper-gone");
            assertThat(Browser.text(desk)).contains("Somebody needs protection");
            assertThat(Browser.errors(desk)).hasSize(1);
        }
    }

    @Tag("full")
    @Test
    void a_paper_that_fails_is_stopped_by_name_and_the_office_with_the_file_lifts_it() {
        try (var browser = Browser.open(base.toString(), "stop")) {
            var filing = filings.authorised(filings.settler(1));
            var paper = filings.paper(filing);
            var desk = browser.desk();
            find(browser, desk, "jl-tumen-bd", paper);
            Browser.press(desk, "Stop");
            browser.look(desk, "reason-missing");
            assertThat(Browser.errors(desk)).hasSize(1);
            desk.fill("#reason", "The seal of the paper is broken.");
            Browser.press(desk, "Stop");
            browser.look(desk, "stopped");
            assertThat(Browser.text(desk)).contains("jl-tumen-bd-").doesNotContain("Record our");
            var phone = browser.phone("ko-KR", town, filing.number(), filing.secret());
            browser.look(phone, "told");
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate(filing.address());
            browser.look(desk, "holder");
            assertThat(Browser.text(desk)).contains("The seal of the paper is broken.");
            Browser.follow(desk, "Lift the stop at the border");
            desk.fill("#reason", "A new print was handed over.");
            Browser.next(desk);
            browser.look(desk, "lifted");
            find(browser, desk, "jl-tumen-bd", paper);
            assertThat(Browser.text(desk)).contains("Record our part of the departure");
        }
    }

    /** As it is read out, or typed in a hurry; the home of the post is the one field. */
    @Test
    @Tag("full")
    void a_paper_is_found_however_its_number_is_typed() {
        try (var browser = Browser.open(base.toString(), "typed")) {
            var paper = filings.paper(filings.authorised(filings.settler(1)));
            var desk = browser.desk();
            Browser.officer(desk, "jl-tumen-bd", 1);
            assertThat(desk.url()).endsWith("/border");
            // Nothing typed says nothing of whoever stands there.
            Browser.next(desk);
            assertThat(Browser.text(desk))
                    .contains("Enter the number of the travel authorisation.")
                    .doesNotContain("take over");
            var plain = paper.replace("-", "");
            for (var typed :
                    java.util.List.of(
                            plain,
                            plain.substring(2).toLowerCase(java.util.Locale.ROOT),
                            " " + paper.replace("-", " ") + " ",
                            paper.replace('0', 'O').replace('1', 'l'))) {
                desk.navigate("/border");
                desk.fill("#paper", typed);
                Browser.next(desk);
                assertThat(Browser.text(desk)).as(typed).contains(paper, "남궁");
            }
            browser.look(desk, "found");
            Browser.follow(desk, "Somebody needs protection");
            assertThat(Browser.text(desk)).contains("Record a request for protection", "남궁");
        }
    }

    private void find(Browser browser, Page desk, String unit, String paper) {
        browser.sit(desk, town.session(unit, 1));
        desk.navigate("/border");
        desk.fill("#paper", paper.toLowerCase(java.util.Locale.ROOT));
        Browser.next(desk);
    }
}
