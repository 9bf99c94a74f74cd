package exeat.web.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import exeat.desk.base.Session;
import exeat.web.kit.RequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the journeys do in a headless Chromium, which all of them share. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final boolean KEPT = Boolean.getBoolean("exeat.screenshots");

    /** As narrow as a phone gets, or a page that is enlarged to four times its size. */
    private static final int NARROW = 320;

    private static final int PHONE = 360;

    private static final Set<String> SEEN = new HashSet<>();

    /**
     * What a page is built of, without its words: of pages that are alike in this, axe is asked
     * about one in each language and width.
     */
    private static final String BUILD =
            """
            document.documentElement.lang + innerWidth + (document.title == "") +
            [...new Set([...document.querySelectorAll('body *')].map(
                e => e.tagName + e.type + e.className + e.getAttribute('aria-describedby')))].join()\
            """;

    private static final Set<String> CHECKED = new HashSet<>();

    /** What passes is not told of: that took most of the time. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private final com.microsoft.playwright.Browser chromium;
    private final String base;
    private final String journey;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private int shots;

    private Browser(String base, String journey) {
        this.base = base;
        this.journey = journey;
        this.chromium = Shared.CHROMIUM;
    }

    /** Started with the first journey, stopped with the tests; the journeys run one by one. */
    private static final class Shared {
        static final com.microsoft.playwright.Browser CHROMIUM = start();
    }

    private static com.microsoft.playwright.Browser start() {
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return chromium;
    }

    /**
     * Skipped with its reason where there is no Chromium; with CI=true that is a failure.
     *
     * @param journey begins the names of its screenshots
     */
    public static Browser open(String base, String journey) {
        boolean there = Files.isExecutable(CHROMIUM);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("Chromium at " + CHROMIUM).isTrue();
        }
        assumeTrue(there, "no Chromium at " + CHROMIUM + ": install Debian's package chromium");
        return new Browser(base, journey);
    }

    public Page phone(String locale) {
        return page(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(PHONE, 740));
    }

    public Page desk() {
        return page(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setViewportSize(1200, 900));
    }

    /** A telephone whose browser runs no script at all. */
    public Page withoutScript(String locale) {
        return page(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(locale)
                        .setJavaScriptEnabled(false)
                        .setViewportSize(PHONE, 740));
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options.setBaseURL(base));
        context.setDefaultTimeout(30_000);
        contexts.add(context);
        return context.newPage();
    }

    /**
     * Nothing that axe finds wrong; no sideways scrolling, on a phone down to the narrowest; and
     * with {@code -Dexeat.screenshots=true}, as in the longer tier, a screenshot to look at.
     */
    public void look(Page page, String name) {
        page.waitForLoadState();
        if (KEPT) {
            shots++;
            var file = "%s-%02d-%s.png".formatted(journey, shots, name);
            keep(file, page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
        }
        if (CHECKED.add(String.valueOf(page.evaluate(BUILD)))) {
            isAccessible(page, name);
        }
        isNotSideways(page, name);
        var size = page.viewportSize();
        if (size.width == PHONE) {
            page.setViewportSize(NARROW, size.height);
            isNotSideways(page, name + " at " + NARROW);
            page.setViewportSize(PHONE, size.height);
        }
    }

    /** No page has frames, so that axe needs no second page to gather what it found in them. */
    private static void isAccessible(Page page, String name) {
        var found =
                new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(VIOLATIONS)
                        .analyze()
                        .getViolations();
        assertThat(found)
                .as(name)
                .extracting(violation ->
                        violation.getId()
                                + " "
                                + violation.getNodes().stream().map(n -> n.getHtml()).toList())
                .isEmpty();
    }

    /** The same for a page that several journeys pass: the first that comes by looks. */
    public void once(Page page, String name) {
        if (SEEN.add(name)) {
            look(page, name);
        }
    }

    /** Beside the screenshots, where they are asked for. */
    public static void keep(String name, byte[] content) {
        if (!KEPT) {
            return;
        }
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void isNotSideways(Page page, String name) {
        var wider =
                page.evaluate(
                        "document.documentElement.scrollWidth >"
                                + " document.documentElement.clientWidth");
        assertThat(wider).as(name + " scrolls sideways").isEqualTo(false);
    }

    /** The page's own text, without header and footer. */
    public static String text(Page page) {
        return page.locator("main").innerText();
    }

    /** The messages beside the fields; each must stand in the summary too. */
    public static List<String> errors(Page page) {
        var beside = page.locator("main .govuk-error-message").allInnerTexts();
        assertThat(page.locator(".govuk-error-summary__list").innerText()).contains(beside);
        return beside;
    }

    /** Opens what can be done by the words of its link. */
    public static void follow(Page page, String name) {
        page.locator("main a").getByText(name).first().click();
    }

    public static void fillDate(Page page, String name, LocalDate day) {
        page.fill("#" + name + "-day", Integer.toString(day.getDayOfMonth()));
        page.fill("#" + name + "-month", Integer.toString(day.getMonthValue()));
        page.fill("#" + name + "-year", Integer.toString(day.getYear()));
    }

    public static void press(Page page, String name) {
        page.locator("main button[type=submit]").getByText(name).first().click();
    }

    /** Gives a reason where a file is not next: other tests leave files before it. */
    public static void inTurn(Page page) {
        if (page.locator("#why").count() > 0) {
            page.check("#why");
        }
    }

    public static void next(Page page) {
        page.locator("main button[type=submit]").first().click();
    }

    public static void officer(Page page, String unit, int n) {
        page.context().clearCookies();
        page.navigate("/officer");
        page.fill("#login", Town.login(unit, n));
        page.fill("#password", Town.password(unit, n));
        next(page);
    }

    /** Whoever sits there is now signed in as somebody else, without typing a password. */
    public void sit(Page page, Session session) {
        page.context().clearCookies();
        page.context()
                .addCookies(
                        List.of(
                                new Cookie(RequestContext.SESSION_COOKIE, session.token())
                                        .setUrl(base)));
    }

    /** A telephone on which a person has signed in to their application. */
    public Page phone(String locale, Town town, String number, String secret) {
        var page = phone(locale);
        sit(page, town.office().authentication().signInTraveller(number, secret).orElseThrow());
        page.navigate("/track");
        return page;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
