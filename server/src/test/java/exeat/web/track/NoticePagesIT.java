package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.RequestedItem;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Purpose;
import exeat.web.kit.PageTexts;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Mailboxes;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A person switches messages on at a telephone, gets one in a real mailbox, and claims protection.
 */
@QuarkusTest
class NoticePagesIT {

    private static final String ADDRESS = "sunhee.namgung@mailbox.example";

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    @Tag("full")
    void a_real_mail_comes_to_a_real_mailbox_and_none_after_a_claim() throws Exception {
        var ko = PageTexts.of("ko");
        try (var boxes = new Mailboxes(ADDRESS);
                var browser = Browser.open(base.toString(), "notices")) {
            var filing =
                    filings.confirmed(
                            filings.traveller(
                                    1, "CN", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
            var phone = browser.phone("ko-KR", town, filing.number(), filing.secret());
            phone.locator("main a[href='/notices']").click();
            browser.look(phone, "off");
            assertThat(Browser.text(phone))
                    .contains(ko.say("notices.danger"), ko.say("notices.service"));
            phone.fill("#address", "sunhee");
            Browser.next(phone);
            browser.look(phone, "wrong-address");
            assertThat(Browser.errors(phone)).containsExactly(ko.say("notices.wrong.address"));
            phone.fill("#address", ADDRESS);
            Browser.next(phone);
            browser.look(phone, "code");
            assertThat(Browser.text(phone)).contains("s…@m…").doesNotContain(ADDRESS);
            phone.fill("#code", "1");
            Browser.next(phone);
            assertThat(Browser.errors(phone)).containsExactly(ko.say("notices.wrong.code"));
            var code = Pattern.compile("[0-9]{8}").matcher(boxes.text(1));
            assertThat(code.find()).isTrue();
            phone.fill("#code", code.group());
            Browser.next(phone);
            browser.look(phone, "on");
            assertThat(Browser.text(phone))
                    .contains(ko.say("done.notices-on"), ko.say("notices.on", "s…@m…"));
            ask(filing);
            assertThat(boxes.text(2)).isEqualTo(ko.say("notices.mail.news"));
            assertThat(boxes.subjects()).containsOnly(ko.say("notices.mail.subject"));
            officerSeesNoAddress(browser, filing);
            phone.navigate("/track/1/protect");
            Browser.next(phone);
            phone.navigate("/notices");
            browser.look(phone, "claimed");
            assertThat(Browser.text(phone))
                    .contains(ko.say("notices.suspended"))
                    .doesNotContain("s…@m…");
        }
    }

    private void ask(Filings.Filing filing) {
        town.act(
                "jl-yanji-fa",
                1,
                new TravellerCommand.Ask(
                        filing.id(),
                        Filings.ONE,
                        new RequestedItem.OfFact(new FactName("applied to build"))));
    }

    private void officerSeesNoAddress(Browser browser, Filings.Filing filing) {
        var desk = browser.desk();
        browser.sit(desk, town.session("jl-yanji-fa", 1));
        desk.navigate(filing.address());
        assertThat(desk.content())
                .contains(PageTexts.of("en").say("event.NoticesChosen"))
                .doesNotContain(ADDRESS, "sunhee", "mailbox");
        assertThat(desk.navigate("/notices").url()).doesNotEndWith("/notices");
    }
}
