package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.state.Stage;
import exeat.web.kit.SecureTokens;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.LostAnswers;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answer to a commit is lost: a page and the API say so, and the same key settles it. */
@QuarkusTest
class UnknownOutcomePagesIT {

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void a_page_says_that_nobody_knows_and_the_same_form_then_tells() throws Exception {
        var filing = filings.confirmed(filings.settler(1));
        try (var browser = Browser.open(base.toString(), "unknown")) {
            var phone = browser.phone("ko-KR", town, filing.number(), filing.secret());
            phone.navigate("/track/1/withdraw");
            try (var _ = LostAnswers.begin()) {
                Browser.next(phone);
                browser.look(phone, "lost");
                assertThat(Browser.text(phone))
                        .contains("처리되었는지 아직 알 수 없습니다", "다시 보내기")
                        .doesNotContain("철회하셨습니다");
            }
            Browser.press(phone, "다시 보내기");
            assertThat(Browser.text(phone)).contains("철회하셨습니다");
            assertThat(filings.state(filing, 1).stage()).isEqualTo(Stage.WITHDRAWN);
        }
    }

    @Test
    void the_api_says_that_nobody_knows_and_the_same_key_then_tells() throws Exception {
        var filing = filings.confirmed(filings.settler(1));
        var token = filings.party(filing);
        var key = SecureTokens.fresh();
        var address = "/api/v1/applications/" + filing.id().value();
        given().header("Authorization", "Bearer " + token).get(address).then().statusCode(200);
        try (var _ = LostAnswers.begin()) {
            var told = withdraw(address, token, key);
            assertThat(told.statusCode()).as(told.asString()).isEqualTo(504);
            assertThat(told.jsonPath().getString("code")).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(told.header("Retry-After")).isEqualTo("5");
        }
        var done = withdraw(address, token, key);
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(withdraw(address, token, key).asString()).isEqualTo(done.asString());
        assertThat(filings.state(filing, 1).stage()).isEqualTo(Stage.WITHDRAWN);
    }

    private static Response withdraw(String address, String token, String key) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .post(address + "/travellers/1/withdrawal");
    }
}
