package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An auditor's pages, and what comes of them at others. */
@QuarkusTest
@Tag("day")
class InspectionIT {

    private static final String PASSWORD = "right and nothing else";

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    private void auditor(String login) {
        var cn = new AuthorityId("cn");
        town.office()
                .officerAccounts()
                .createAuditor(new OfficerId(login), PASSWORD, "An auditor", cn);
    }

    @Test
    void a_file_is_read_under_another_name_and_by_name_for_a_reason_that_the_person_sees() {
        auditor("auditor.reads");
        try (var browser = Browser.open(base.toString(), "audit")) {
            var filing = filings.authorised(filings.settler(1));
            var desk = browser.desk();
            desk.navigate("/officer");
            desk.fill("#login", "auditor.reads");
            desk.fill("#password", PASSWORD);
            Browser.next(desk);
            assertThat(desk.url()).endsWith("/audit");
            browser.look(desk, "files");
            assertThat(Browser.text(desk)).doesNotContain(filing.number()).contains("File ");
            desk.navigate("/audit/case/" + filing.id().value());
            assertThat(Browser.text(desk)).as("the case's id").contains("Page not found");
            desk.navigate("/audit?unit=nonesuch&from=1963-02-30");
            browser.look(desk, "wrong-filters");
            assertThat(Browser.errors(desk)).hasSize(2);
            assertThat(desk.inputValue("#from")).isEqualTo("1963-02-30");
            desk.navigate("/audit");
            desk.locator("a[href^='/audit/case/']").first().click();
            assertThat(Browser.text(desk))
                    .doesNotContain(filing.number())
                    .contains("What happened", "Travel authorisation issued", "China Time");
            desk.locator("summary").first().click();
            browser.look(desk, "file");
            assertThat(Browser.text(desk))
                    .doesNotContain(filing.number())
                    .contains("Approved in general", "Protected, not shown to auditors");
            var name = desk.locator("h1").innerText().replaceFirst("^File ", "");
            var kept = desk.request().get(desk.url() + "/history.html");
            assertThat(kept.headers().get("content-disposition"))
                    .contains("\"exeat-case-" + name + ".html\"");
            assertThat(kept.text()).contains("name=\"viewport\"");
            Browser.press(desk, "Show this case with real names");
            browser.look(desk, "reason-missing");
            assertThat(Browser.errors(desk)).hasSize(1);
            desk.fill("#reason", "Your complaint of the first of May is looked into.");
            Browser.press(desk, "Show this case with real names");
            browser.look(desk, "by-name");
            assertThat(Browser.text(desk)).contains("The traveller is told", filing.number());
            desk.navigate("/officer/queue");
            assertThat(desk.url()).as("no page of officers").endsWith("/audit");
            assertThat(Browser.text(desk)).doesNotContain(filing.number());

            var phone = browser.phone("en-GB", town, filing.number(), filing.secret());
            phone.navigate("/looks");
            browser.look(phone, "told");
            assertThat(Browser.text(phone)).contains("Your complaint of the first of May");
        }
    }

    @Tag("full")
    @Test
    void a_sample_is_committed_to_and_drawn() throws InterruptedException {
        auditor("auditor.draws");
        try (var browser = Browser.open(base.toString(), "sample")) {
            filings.authorised(filings.settler(1));
            var desk = browser.desk();
            browser.sit(
                    desk,
                    town.office()
                            .authentication()
                            .signInOfficer("auditor.draws", PASSWORD)
                            .orElseThrow());
            desk.navigate("/audit/samples");
            Browser.next(desk);
            browser.look(desk, "nothing-said");
            assertThat(Browser.errors(desk)).hasSize(3);
            Browser.fillDate(desk, "since", Today.day().minusDays(400));
            Browser.fillDate(desk, "until", Today.day().plusDays(2));
            desk.fill("#size", "2");
            Browser.next(desk);
            browser.look(desk, "committed");
            for (int tries = 0;
                    tries < 40 && !Browser.text(desk).contains("Drawn cases");
                    tries++) {
                Thread.sleep(250);
                Browser.next(desk);
            }
            browser.look(desk, "drawn");
            assertThat(Browser.text(desk))
                    .contains(
                            "Different second decision", "No second decision yet", "ledger sample")
                    .doesNotContain("0 of 0", "%");
            nothingOfOfficersIsOn(browser, desk);
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate("/officer/again");
            browser.look(desk, "again");
            assertThat(Browser.text(desk)).contains("changes nothing in the case");
        }
    }

    private static final Pattern IDENTIFIERS =
            Pattern.compile(
                    "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[0-9a-f]{16,64}\\b"
                            + "|EX-[0-9A-Z]{4}-[0-9A-Z]{4}|\\bTA[0-9A-Z]{8}\\b");

    /**
     * The addresses of the style sheet and the script and tokens of forms are no identifiers of a
     * case.
     */
    private static Set<String> identifiers(Page page, String path) {
        page.navigate(path);
        var html =
                page.content()
                        .replaceAll(
                                "<(link|script)[^>]*>|name=\"(csrf|key)\" value=\"[^\"]*\"", "");
        return IDENTIFIERS
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Every identifier that an auditor sees is of that audit. */
    private void nothingOfOfficersIsOn(Browser browser, Page desk) {
        var auditors = new HashSet<String>();
        for (var show : List.of("any", "refusals", "holds", "overdue")) {
            auditors.addAll(identifiers(desk, "/audit?show=" + show));
        }
        auditors.addAll(identifiers(desk, "/audit/samples"));
        desk.locator("main table a").first().click();
        auditors.addAll(identifiers(desk, URI.create(desk.url()).getPath()));
        desk.navigate("/audit");
        var hrefs = desk.locator("a[href^='/audit/case/']").all();
        for (var href : hrefs.stream().limit(3).map(a -> a.getAttribute("href")).toList()) {
            auditors.addAll(identifiers(desk, href));
        }
        assertThat(auditors).isNotEmpty();
        for (var unit : List.of("jl-yanji-fa", "jl-yanji-ps", "jl", "cn")) {
            browser.sit(desk, town.session(unit, 1));
            var officers = new HashSet<String>();
            for (var path :
                    List.of(
                            "/officer/queue",
                            "/officer/queue?which=waiting",
                            "/officer/queue?which=border",
                            "/officer/again",
                            "/officer/issues",
                            "/officer/late")) {
                officers.addAll(identifiers(desk, path));
            }
            desk.navigate("/officer/queue");
            for (var link : desk.locator("main table a[href^='/officer/case/']").all()) {
                var href = link.getAttribute("href");
                officers.add(href.substring(href.lastIndexOf('/') + 1));
            }
            assertThat(officers).as(unit).doesNotContainAnyElementsOf(auditors);
        }
    }
}
