package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A headless Chromium, and what the journeys do in it. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String base;
    private int shots;

    private Browser(String base) {
        this.base = base;
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
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
    }

    /** Skipped with its reason where there is no Chromium; with CI=true that is a failure. */
    static Browser open(String base) {
        boolean there = Files.isExecutable(CHROMIUM);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("Chromium at " + CHROMIUM).isTrue();
        }
        assumeTrue(there, "no Chromium at " + CHROMIUM + ": install Debian's package chromium");
        return new Browser(base);
    }

    Page phone(String locale) {
        return page(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(360, 740));
    }

    Page desk() {
        return page(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setViewportSize(1200, 900));
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setBaseURL(base));
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    /** A screenshot to look at; and nothing that axe finds wrong, and no sideways scrolling. */
    void look(Page page, String name) {
        shots++;
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                Path.of(
                                        "target",
                                        "screenshots",
                                        "%02d-%s.png".formatted(shots, name))));
        var found = new AxeBuilder(page).analyze().getViolations();
        assertThat(found)
                .as(name)
                .extracting(violation ->
                        violation.getId()
                                + " "
                                + violation.getNodes().stream().map(n -> n.getHtml()).toList())
                .isEmpty();
        var wider =
                page.evaluate(
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wider).as(name + " scrolls sideways").isEqualTo(false);
    }

    static void press(Page page, String name) {
        page.locator("main button[type=submit]").getByText(name).first().click();
    }

    static void next(Page page) {
        page.locator("main button[type=submit]").first().click();
    }

    static void officer(Page page, String unit, int n) {
        page.context().clearCookies();
        page.navigate("/officer");
        page.fill("#login", Town.login(unit, n));
        page.fill("#password", Town.password(unit, n));
        next(page);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
