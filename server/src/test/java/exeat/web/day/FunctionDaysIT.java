package exeat.web.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.CaseActionKind;
import exeat.web.kit.PageTexts;
import exeat.web.town.ActScenes;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A day of each function, from signing in to signing out, in English and one other language. */
@QuarkusTest
@Tag("full")
class FunctionDaysIT {

    private static final String HOLDER = "jl-yanji-fa";
    private static final String POLICE = "jl-yanji-ps";
    private static final String COUNTY = "jl-yanji";
    private static final Map<String, String> LOCALES =
            Map.of("en", "en-GB", "ko", "ko-KR", "ru", "ru-RU", "zh", "zh-CN");

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    /** What somebody does between signing in and signing out. */
    private interface Acts {
        void on(Desk desk);
    }

    /** Somebody's browser, and the words that it shows. */
    private record Desk(Browser browser, Page page, PageTexts words) {

        void follow(String key, Object... with) {
            page.locator("a")
                    .getByText(words.say(key, with), new GetByTextOptions().setExact(true))
                    .first()
                    .click();
        }

        void press(String key, Object... with) {
            Browser.press(page, words.say(key, with));
        }

        void says(String key, Object... with) {
            assertThat(Browser.text(page)).as(page.url()).contains(words.say(key, with));
        }

        void look(String name) {
            browser.look(page, name);
        }

        void go(String address) {
            page.navigate(address);
            assertThat(page.locator("h1").count()).as(address).isPositive();
        }
    }

    private void day(
            String function, String lang, String login, String password, String home, Acts acts) {
        for (var one : List.of("en", lang)) {
            var locale = LOCALES.getOrDefault(one, "en-GB");
            try (var browser = Browser.open(base.toString(), "day-" + function + "-" + one)) {
                var page = browser.phone(locale);
                page.navigate("/officer");
                page.fill("#login", login);
                page.fill("#password", password);
                Browser.next(page);
                assertThat(page.url()).as(function).endsWith(home);
                var desk = new Desk(browser, page, PageTexts.of(one));
                desk.look("home");
                acts.on(desk);
                page.locator("form[action='/sign-out'] button").click();
                page.navigate(home);
                assertThat(page.locator("#password").count())
                        .as("%s is signed out", function)
                        .isEqualTo(1);
            }
        }
    }

    private void day(String function, String lang, String unit, int n, String home, Acts acts) {
        town.session(unit, n);
        day(function, lang, Town.login(unit, n), Town.password(unit, n), home, acts);
    }

    /** One act on a case of its own: the case is read, the form filled in, and it says done. */
    private void act(Desk desk, CaseActionKind kind) {
        act(desk, kind, new ActScenes(town, filings).of(kind).orElseThrow());
    }

    private static void act(Desk desk, CaseActionKind kind, ActScenes.Scene scene) {
        desk.go(scene.filing().address());
        desk.go(scene.address());
        scene.typed()
                .forEach((name, value) -> {
                    var field = desk.page().locator("main [name='" + name + "']");
                    if ("radio".equals(field.first().getAttribute("type"))) {
                        desk.page().check("input[name='" + name + "'][value='" + value + "']");
                    } else if (field.first().evaluate("e => e.tagName").equals("SELECT")) {
                        field.first().selectOption(value);
                    } else {
                        field.first().fill(value);
                    }
                });
        Browser.inTurn(desk.page());
        Browser.next(desk.page());
        desk.says("done." + kind.address());
        desk.look(kind.address());
    }

    @Test
    void the_office_that_holds_files() {
        day(
                "holder",
                "ko",
                HOLDER,
                1,
                "/officer/queue",
                desk -> {
                    var filing = filings.confirmed(filings.settler(1));
                    desk.follow("menu.find");
                    desk.page().fill("#typed", filing.number());
                    Browser.next(desk.page());
                    desk.page().locator("main a").getByText(filing.number()).click();
                    assertThat(Browser.text(desk.page())).contains(filing.number());
                    act(desk, CaseActionKind.APPROVE);
                    act(desk, CaseActionKind.AUTHORISE);
                    act(desk, CaseActionKind.ASK);
                    act(desk, CaseActionKind.HOLD);
                    desk.go("/officer/queue?which=referred&due=week");
                    desk.look("narrowed");
                });
    }

    @Test
    void the_unit_that_is_consulted() {
        day(
                "consulted",
                "zh",
                POLICE,
                1,
                "/officer/queue",
                desk -> {
                    act(desk, CaseActionKind.CLEAR);
                    act(desk, CaseActionKind.HOLD_CLEARANCE);
                    desk.go("/officer/queue");
                    desk.press("queue.take");
                    assertThat(desk.page().url()).contains("/officer/");
                });
    }

    @Test
    void the_second_officer() {
        day(
                "second",
                "ru",
                HOLDER,
                2,
                "/officer/queue",
                desk -> {
                    desk.go("/officer/queue?which=second");
                    act(desk, CaseActionKind.SECOND);
                    act(desk, CaseActionKind.DECLINE);
                });
    }

    @Test
    void border_defence_and_customs_each_record_their_part() {
        for (var post : Map.of("jl-tumen-bd", "ko", "jl-tumen-cu", "zh").entrySet()) {
            day(
                    post.getKey(),
                    post.getValue(),
                    post.getKey(),
                    1,
                    "/border",
                    desk -> {
                        find(desk, filings.paper(filings.authorised(filings.settler(1))));
                        desk.press("border.DEPARTURE");
                        desk.says("done.border-departure");
                        desk.look("recorded");
                        find(desk, filings.paper(filings.authorised(filings.settler(1))));
                        desk.page().fill("#reason", "The seal is broken.");
                        desk.press("border.stop");
                        assertThat(Browser.text(desk.page()))
                                .as("it is stopped, and no part can be recorded")
                                .doesNotContain(desk.words().say("border.DEPARTURE"));
                        desk.look("stopped");
                    });
        }
    }

    private static void find(Desk desk, String paper) {
        desk.go("/border");
        desk.page().fill("#paper", paper);
        Browser.next(desk.page());
        assertThat(Browser.text(desk.page())).contains(paper);
    }

    @Test
    void the_county_reads_what_is_late_and_keeps_what_a_court_wants() {
        day(
                "county",
                "ru",
                COUNTY,
                1,
                "/officer/report",
                desk -> {
                    desk.go("/officer/report/" + COUNTY);
                    desk.look("report");
                    desk.go("/officer/late");
                    desk.look("late");
                    act(desk, CaseActionKind.KEEP_FILE);
                    act(desk, CaseActionKind.FREE_FILE);
                });
    }

    @Test
    void the_level_that_reviews_decides_an_appeal() {
        var first = new ActScenes(town, filings).of(CaseActionKind.DECIDE_APPEAL).orElseThrow();
        var unit = ((Actor.Officer) first.session().actor()).unit().text();
        day(
                "province",
                "zh",
                unit,
                1,
                "/officer/report",
                desk -> {
                    desk.go("/officer/report/" + unit);
                    desk.go("/officer/queue?which=appeals");
                    act(desk, CaseActionKind.DECIDE_APPEAL);
                    desk.go("/officer/reports");
                    desk.look("reports");
                });
    }

    @Test
    void the_issuer_reads_the_whole_and_raises_an_issue() {
        day(
                "issuer",
                "ko",
                "cn",
                1,
                "/officer/report",
                desk -> {
                    desk.go("/officer/report/cn");
                    desk.go("/officer/directive");
                    desk.look("directive");
                    desk.go("/officer/issues");
                    desk.page().fill("#text", "Which days count?");
                    Browser.next(desk.page());
                    assertThat(Browser.text(desk.page())).contains("Which days count?");
                });
    }

    @Test
    void a_lawyer_reads_each_rule_beside_its_text() {
        day(
                "lawyer",
                "ru",
                "law.1",
                "right law.1",
                "/officer/directive",
                desk -> {
                    desk.look("directive");
                    desk.go("/officer/directive/" + town.directive().ref().hash());
                });
    }

    @Test
    void a_protection_officer_hears_somebody_alone() {
        day(
                "protection",
                "zh",
                COUNTY,
                1,
                "/officer/report",
                desk -> {
                    var scene = new ActScenes(town, filings).of(CaseActionKind.HEAR).orElseThrow();
                    desk.go("/officer/queue?which=protection");
                    assertThat(Browser.text(desk.page())).contains(scene.filing().number());
                    desk.look("to-hear");
                    act(desk, CaseActionKind.HEAR, scene);
                });
    }

    @Test
    void an_auditor_reads_a_case_as_a_story_and_then_by_name() {
        var login = "auditor.of.days";
        town.office()
                .officerAccounts()
                .createAuditor(new OfficerId(login), "right " + login, "A.", new AuthorityId("cn"));
        filings.authorised(filings.settler(1));
        day(
                "auditor",
                "ko",
                login,
                "right " + login,
                "/audit",
                desk -> {
                    desk.page().locator("a[href^='/audit/case/']").first().click();
                    desk.look("case");
                    desk.page().fill("#reason", "A complaint of May.");
                    desk.press("audit.reveal");
                    desk.says("audit.revealed");
                    desk.go("/audit/samples");
                    desk.look("samples");
                });
    }

    @Test
    void an_administrator_proposes_and_another_agrees() {
        var first = "admin.day.1";
        var second = "admin.day.2";
        town.administrator(first);
        town.administrator(second);
        var admin = town.administrator("admin.day.3");
        day(
                "administrator",
                "zh",
                first,
                "right " + first,
                "/admin",
                desk -> {
                    var number = desk.words().lang();
                    desk.go("/admin/accounts/new");
                    desk.page().fill("#name", "Officer new." + number);
                    desk.page().fill("#new-login", "new." + number);
                    desk.page().selectOption("#unit", POLICE);
                    desk.page().fill("#reason", "A vacancy is filled.");
                    Browser.next(desk.page());
                    desk.says("proposal.first");
                    desk.look("proposed");
                    desk.go("/admin/webhooks");
                    desk.look("webhooks");
                });
        day(
                "second-administrator",
                "ko",
                second,
                "right " + second,
                "/admin",
                desk -> {
                    var waiting =
                            town.office().administration().proposals(admin, 0, 20).stream()
                                    .filter(one -> one.name().startsWith("Officer new."))
                                    .findFirst()
                                    .orElseThrow();
                    desk.go("/admin/proposals/" + waiting.id());
                    desk.press("proposal.agree.button", waiting.name());
                    desk.says("proposal.second");
                    desk.look("agreed");
                });
    }
}
