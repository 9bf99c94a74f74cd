package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.rules.finding.Purpose;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The situation report, for every level that may read it. */
@QuarkusTest
class ReportIT {

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
    void every_level_reads_its_own_report_on_a_desk_and_on_a_phone() {
        try (var browser = Browser.open(base.toString(), "report")) {
            for (var unit : List.of("jl-yanji", "jl", "cn", "jl-tumen-bd", "jl-yanji-fa", "ne")) {
                for (var page : List.of(browser.desk(), browser.phone("en-GB"))) {
                    browser.sit(page, town.session(unit, 1));
                    page.navigate("/officer/report");
                    assertThat(page.locator("svg[role=img] > title").count()).isEqualTo(7);
                    assertThat(page.locator(".exeat-graph details table").count()).isEqualTo(7);
                    browser.look(page, "own-" + unit);
                }
            }
        }
    }

    @Test
    void one_walks_down_the_tree_to_the_cases_that_one_may_see() {
        var filing =
                filings.confirmed(
                        filings.traveller(
                                1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
        try (var browser = Browser.open(base.toString(), "report-tree")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl", 1));
            desk.navigate("/officer/report");
            desk.locator("main table a").getByText("Yanji City Committee").first().click();
            browser.look(desk, "county");
            assertThat(crumbs(desk))
                    .containsExactly("Jilin Provincial Committee", "Yanji City Committee");
            desk.locator("main table a").getByText("Yanji Foreign Affairs Office").first().click();
            browser.look(desk, "office");
            assertThat(Browser.text(desk)).contains("Tumen Foreign Affairs Office", "(this one)");
            desk.locator("main dl a[href*='which=referred']").click();
            assertThat(Browser.text(desk)).contains(filing.number());
            browser.look(desk, "above-sees-that-it-waits");
            browser.sit(desk, town.session("jl-tumen-cu", 1));
            desk.navigate("/officer/queue?which=referred&unit=jl-yanji-fa");
            assertThat(Browser.text(desk))
                    .contains("no cases here that you may see")
                    .doesNotContain(filing.number());
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/report");
            desk.locator("main dl a[href*='which=referred']").click();
            assertThat(Browser.text(desk)).contains(filing.number());
            browser.look(desk, "the-holder-sees-it");
        }
    }

    @Tag("full")
    @Test
    void each_figure_says_what_it_counts_and_a_period_stands_beside_the_one_before() {
        filings.confirmed(
                filings.traveller(1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
        try (var browser = Browser.open(base.toString(), "report-period")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/report");
            assertThat(Browser.text(desk))
                    .contains("China Time", "people", "pieces of work", "In this period");
            var week = desk.locator("#from option").nth(0).getAttribute("value");
            desk.selectOption("#from", week);
            desk.selectOption("#to", week);
            desk.locator(".exeat-filter button").click();
            assertThat(desk.url()).contains("from=" + week, "to=" + week);
            browser.look(desk, "this-week");
            assertThat(desk.locator("#from").inputValue()).isEqualTo(week);
            assertThat(Browser.text(desk)).contains("Period before");
        }
    }

    private static List<String> crumbs(Page page) {
        return page.locator(".govuk-breadcrumbs li").allInnerTexts();
    }

    @Test
    void whoever_may_not_read_it_does_not() {
        try (var browser = Browser.open(base.toString(), "report-rights")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji", 1));
            for (var above : List.of("jl", "cn", "jl-tumen", "atlantis")) {
                assertThat(desk.navigate("/officer/report/" + above).status()).isEqualTo(403);
                assertThat(desk.navigate("/officer/report/" + above + "/report.xlsx").status())
                        .isEqualTo(403);
            }
            // Of several directives together nobody reads who has a mandate of one.
            var together = "?directives=all";
            assertThat(desk.navigate("/officer/report/jl-yanji" + together).status())
                    .isEqualTo(403);
            browser.look(desk, "not-yours");
            assertThat(Browser.text(desk)).contains("may not open").doesNotContain("too old");
            desk.context().clearCookies();
            desk.navigate("/officer/report/jl-yanji");
            assertThat(desk.locator("#password").count()).isEqualTo(1);
            assertThat(Browser.text(desk)).doesNotContain("Received");
        }
    }

    @Test
    void files_hold_what_every_other_form_holds_and_no_small_figure() {
        filings.confirmed(
                filings.traveller(1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
        try (var browser = Browser.open(base.toString(), "report-files")) {
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/report");
            assertThat(begin(desk, "pdf")).isEqualTo("%PDF");
            assertThat(begin(desk, "xlsx")).startsWith("PK");
            var csv = new String(file(desk, "csv"), StandardCharsets.UTF_8);
            var row = csv.lines().filter(line -> line.startsWith("jl-yanji-fa,")).findFirst();
            assertThat(row.orElseThrow()).doesNotContainPattern(",[1-9][0-9]*(,|$)");
        }
    }

    private static String begin(Page page, String format) {
        return new String(file(page, format), 0, 4, StandardCharsets.ISO_8859_1);
    }

    private static byte[] file(Page page, String format) {
        var answer = page.context().request().get("/officer/report/jl-yanji-fa/report." + format);
        assertThat(answer.status()).isEqualTo(200);
        if (format.equals("csv")) {
            assertThat(answer.headers().get("content-disposition")).startsWith("attachment;");
        }
        return answer.body();
    }
}
