package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.rules.finding.Purpose;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case of a family on one screen. */
@QuarkusTest
class CaseScreenIT {

    /** As tall as the window of {@link Browser#desk}. */
    private static final double SCREEN = 900;

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    private Filings.Filing family() {
        var four = new Traveller[4];
        for (int no = 1; no <= four.length; no++) {
            four[no - 1] = filings.settler(no);
        }
        var filing = filings.file(Optional.empty(), four);
        filings.confirm(filing, filing.secret(), Filings.ONE, new Purpose("settle"));
        for (int no = 2; no <= four.length; no++) {
            var secret = filings.secret(filing, no);
            filings.confirm(filing, secret, new TravellerNo(no), new Purpose("settle"));
        }
        town.act(
                "jl-yanji-ps",
                1,
                new TravellerCommand.CompleteClearance(filing.id(), Filings.ONE, "identity"));
        return filing;
    }

    private static double bottom(Page page, String selector) {
        var box = page.locator(selector).first().boundingBox();
        assertThat(box).as(selector).isNotNull();
        return box.y + box.height;
    }

    @Test
    void a_family_of_four_is_seen_at_once_and_one_of_them_is_open() {
        try (var browser = Browser.open(base.toString(), "family")) {
            var filing = family();
            var desk = browser.desk();
            browser.sit(desk, town.session("jl-yanji-fa", 1));
            desk.navigate(filing.address());
            browser.look(desk, "first");
            for (var what : List.of(".exeat-due", ".exeat-people", ".exeat-acts", "#finding")) {
                assertThat(bottom(desk, what)).as(what).isLessThan(SCREEN);
            }
            assertThat(bottom(desk, "footer")).isLessThan(2 * SCREEN);
            assertThat(desk.locator(".exeat-people li").count()).isEqualTo(4);
            assertThat(desk.locator(".exeat-due tbody tr").allInnerTexts())
                    .as("the same task of three is one row")
                    .hasSize(2);
            assertThat(Browser.text(desk))
                    .contains("Clear: Exit formalities", "Has relations in Korea: Yes")
                    .doesNotContain("You ");
            desk.locator(".exeat-people a").nth(2).click();
            assertThat(desk.url()).contains("?person=3");
            assertThat(desk.locator(".exeat-people a[aria-current]").innerText())
                    .isEqualTo(desk.locator(".exeat-person h2").innerText());
            assertThat(desk.locator(".exeat-acts").count()).as("identity comes first").isZero();
            assertThat(desk.locator("#history").isVisible()).isFalse();
            desk.locator("summary").last().click();
            assertThat(desk.locator("#history").innerText()).contains("남궁");
        }
    }

    @Test
    void a_telephone_shows_each_due_thing_as_a_block() {
        try (var browser = Browser.open(base.toString(), "family-phone")) {
            var filing = family();
            var phone = browser.phone("ko-KR");
            browser.sit(phone, town.session("jl-yanji-fa", 1));
            phone.navigate(filing.address() + "?person=2");
            browser.look(phone, "second");
            assertThat(phone.locator(".exeat-person h2").getAttribute("id"))
                    .isEqualTo("traveller-2");
            assertThat(phone.locator(".exeat-due tbody tr").first().boundingBox().width)
                    .isLessThan(361);
        }
    }
}
