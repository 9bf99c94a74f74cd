package exeat.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.source.PackException;
import exeat.web.town.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One day of somebody who learns the work of their office: from the first sign-in to a new start.
 */
@Tag("full")
class TraineeDayIT {

    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root"));

    private static final String UNIT = "jl-yanji-fa";
    private static final String TRAINEE = UNIT + "-trainee-1";
    private static final String OTHERS = "every other officer";
    private static final String SITE = "https://real.example";

    private static final Pattern ACCOUNT =
            Pattern.compile("  (\\S+-trainee-\\d|" + OTHERS + ")  (\\S+)");

    private static StartedSite start(String mode, Path data, String... more) throws IOException {
        var directives = ROOT.resolve("directives").toString();
        var arguments = new java.util.ArrayList<>(List.of(mode, "--data", data.toString()));
        arguments.addAll(List.of("--directives", directives));
        arguments.addAll(List.of(more));
        return StartedSite.start(ROOT, arguments);
    }

    /** What the first start prints this once: passwords, by login. */
    private static Map<String, String> passwords(StartedSite site) {
        var found = new TreeMap<String, String>();
        for (var line : site.printed()) {
            var account = ACCOUNT.matcher(line);
            if (account.matches()) {
                found.put(account.group(1), account.group(2));
            }
        }
        return found;
    }

    @Test
    void a_trainee_works_under_a_frame_and_the_trainer_starts_again(@TempDir Path above)
            throws Exception {
        assumeTrue(Files.exists(StartedSite.jar(ROOT)), "./exeat test builds the server");
        var data = above.resolve("training");
        var config = above.resolve("training.yaml");
        Files.writeString(config, "training:\n  real-site: " + SITE + "\n");
        var asked =
                new String[] {
                    "--config", config.toString(), "--unit", UNIT, "--applications", "60"
                };
        Map<String, String> first;
        try (var site = start("training", data, asked)) {
            first = passwords(site);
            assertThat(first).as("%s", site.printed()).hasSize(4).containsKey(TRAINEE);
            try (var browser = Browser.open(site.address(), "training")) {
                day(browser, first);
            }
        }
        for (var mode : List.of("run", "demo")) {
            try (var office = start(mode, data)) {
                assertThat(office.printed()).as(mode).hasSize(1);
                assertThat(office.printed().getFirst()).contains("which no office opens");
                assertThat(office.status()).isEqualTo(2);
            }
        }
        try (var same = start("training", data, asked)) {
            assertThat(same.printed()).anyMatch(line -> line.contains("made before"));
            assertThat(passwords(same)).isEmpty();
            assertThat(String.join("\n", same.printed())).doesNotContain(first.values());
        }
        var again = java.util.Arrays.copyOf(asked, asked.length + 1);
        again[asked.length] = "--again";
        try (var site = start("training", data, again)) {
            var fresh = passwords(site);
            assertThat(fresh).hasSize(4);
            assertThat(fresh.values()).doesNotContainAnyElementsOf(first.values());
            try (var browser = Browser.open(site.address(), "training-again")) {
                var desk = browser.desk();
                signIn(desk, TRAINEE, password(first, TRAINEE));
                assertThat(Browser.errors(desk)).hasSize(1);
                signIn(desk, TRAINEE, password(fresh, TRAINEE));
                assertThat(desk.url()).endsWith("/officer/briefing");
            }
        }
    }

    private static String password(Map<String, String> all, String login) {
        return Objects.requireNonNull(all.get(login), login);
    }

    private static void day(Browser browser, Map<String, String> passwords) throws Exception {
        var desk = browser.desk();
        desk.navigate("/");
        isFramed(desk, "TRAINING");
        browser.look(desk, "start");
        var phone = browser.phone("ko-KR");
        phone.navigate("/");
        isFramed(phone, "교육용");
        browser.look(phone, "start-narrow");
        isPrintedWithItsFrame(desk);

        signIn(desk, TRAINEE, password(passwords, TRAINEE));
        assertThat(desk.url()).as("nothing is decided unread").endsWith("/officer/briefing");
        answer(desk);
        Browser.press(desk, "I have read it: these are my answers");
        desk.navigate("/officer/queue");
        browser.look(desk, "queue");
        assertThat(desk.locator("main tbody tr").count()).isGreaterThan(3);
        authorise(browser, desk);

        desk.navigate("/protection");
        browser.look(desk, "protection");
        assertThat(Browser.text(desk)).contains("Nobody is alerted here", SITE);
        phone.navigate("/protection");
        browser.look(phone, "protection-narrow");
        assertThat(Browser.text(phone)).contains("아무에게도 전달되지 않으며", SITE);

        desk.context().clearCookies();
        signIn(desk, "jl-yanji-ps-1", password(passwords, OTHERS));
        assertThat(desk.url()).as("the trainer as a colleague").endsWith("/officer/queue");
    }

    /** The trainee issues a paper that waits for their office, and its print is no real one. */
    private static void authorise(Browser browser, Page desk) throws IOException {
        desk.navigate("/officer/queue?which=to_authorise");
        browser.look(desk, "to-authorise");
        desk.locator("main tbody tr a").first().click();
        var file = desk.url();
        Browser.follow(desk, "Issue the travel authorisation");
        browser.look(desk, "authorise");
        Browser.inTurn(desk);
        Browser.next(desk);
        browser.look(desk, "authorised");
        isFramed(desk, "TRAINING");
        desk.navigate(file);
        var paper = desk.locator("main a[href$='.pdf']").first().getAttribute("href");
        var print = desk.context().request().get(paper);
        assertThat(print.headers()).containsKey("exeat-training");
        try (var document = Loader.loadPDF(print.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("TRAINING", "not a real document");
        }
    }

    private static void signIn(Page desk, String login, String password) {
        desk.navigate("/officer");
        desk.fill("#login", login);
        desk.fill("#password", password);
        Browser.next(desk);
    }

    /** The edge stays while the page scrolls, and is stripes and a word, not a colour alone. */
    private static void isFramed(Page page, String word) {
        assertThat(page.title()).startsWith(word + ": ");
        assertThat(page.locator(".exeat-training__line").innerText()).startsWith(word);
        assertThat(page.locator(".exeat-training__edge").isVisible()).isTrue();
        assertThat(style(page, "position")).isEqualTo("fixed");
        assertThat(style(page, "borderTopWidth")).isEqualTo("12px");
        assertThat(style(page, "borderImageSource")).contains("repeating-linear-gradient");
        assertThat(style(page, "pointerEvents")).isEqualTo("none");
    }

    private static String style(Page page, String property) {
        return String.valueOf(
                page.evaluate("getComputedStyle(document.body, '::after')." + property));
    }

    private static void isPrintedWithItsFrame(Page desk) throws IOException {
        desk.navigate("/words");
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(style(desk, "borderTopStyle")).isEqualTo("double");
        assertThat(style(desk, "borderImageSource")).isEqualTo("none");
        assertThat(desk.locator(".exeat-training__line").isVisible()).isTrue();
        var printed = desk.pdf();
        Browser.keep("training-print.pdf", printed);
        try (var document = Loader.loadPDF(printed)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).as("page %d", page).contains("TRAINING");
            }
        }
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** Fills in the check of the briefing as somebody does who has read the directive. */
    private static void answer(Page desk) {
        for (var one : directive().workedCases()) {
            var select = "select[name='paragraph-" + one.id() + "']";
            if (desk.locator(select).count() > 0) {
                var outcome = one.finding().outcome().name();
                desk.check("input[name='outcome-" + one.id() + "'][value='" + outcome + "']");
                desk.selectOption(select, one.finding().grounds().getFirst().paragraph().number());
            }
        }
    }

    private static Directive directive() {
        try {
            return Pack.read(ROOT.resolve("directives").resolve("prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
