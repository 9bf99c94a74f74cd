package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesIT {

    @Inject Town town;

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void every_page_carries_the_headers_that_keep_others_out() {
        for (var path : List.of("/", "/apply", "/sign-in", "/officer", "/directive", "/nowhere")) {
            var answer = given().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.asString())
                    .doesNotContain("<script", "style=\"", "onclick", "src=\"http", "href=\"http");
        }
    }

    @Test
    void the_style_sheet_is_ours_and_may_be_kept_for_ever() {
        var page = given().get("/").asString();
        var href = page.replaceAll("(?s).*href=\"(/assets/exeat-[0-9a-f]+\\.css)\".*", "$1");
        var css = given().get(href);
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.header("Cache-Control")).contains("immutable");
        assertThat(css.asString()).doesNotContain("@font-face", "GDS Transport");
    }

    @Test
    void a_form_without_the_token_of_its_session_is_forbidden() {
        for (var path : List.of("/language", "/apply/start", "/sign-in", "/officer", "/sign-out")) {
            given().formParam("lang", "ko")
                    .redirects()
                    .follow(false)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void whoever_has_not_signed_in_is_sent_to_sign_in_and_sees_nothing() {
        for (var path :
                List.of(
                        "/officer/queue",
                        "/officer/briefing",
                        "/officer/directive",
                        "/officer/report",
                        "/border",
                        "/track")) {
            given().redirects().follow(false).get(path).then().statusCode(303);
        }
        given().get("/officer/queue").then().body(not(containsString("EX-")));
    }

    @Test
    void an_unknown_page_is_told_kindly_in_the_readers_language() {
        given().header("Accept-Language", "ko")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .body(containsString("lang=\"ko\""), containsString("쪽을 찾을 수 없습니다"));
    }
}
