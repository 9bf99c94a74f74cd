package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import exeat.casework.command.TravellerCommand;
import exeat.rules.authority.AuthorityId;
import exeat.web.help.DirectoryPack;
import exeat.web.help.GlossaryPages;
import exeat.web.help.OfficeDetails;
import exeat.web.help.Term;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SecureTokens;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesIT {

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

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
    void requests_to_echo_themselves_are_rejected() {
        assertThat(given().request("TRACE", "/").statusCode()).isIn(405, 501);
    }

    @Test
    void the_script_for_keys_is_ours_and_on_the_pages_of_who_works_here_alone() {
        var page =
                given().cookie(
                                RequestContext.SESSION_COOKIE,
                                town.session("jl-yanji-fa", 1).token())
                        .get("/officer/queue");
        var source = page.asString().replaceAll("(?s).*<script src=\"([^\"]*)\".*", "$1");
        var script = given().get(source);
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).contains("immutable");
        assertThat(script.asByteArray()).hasSizeLessThan(4_000);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.asString().split("<script", -1)).hasSize(2);
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
            given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                    .formParam("lang", "ko")
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

    @Test
    void every_page_leads_to_what_words_mean_and_each_office_to_its_own_page() {
        for (var path :
                List.of(
                        "/",
                        "/apply",
                        "/sign-in",
                        "/protection",
                        "/ledger",
                        "/seal",
                        "/offices",
                        "/nowhere")) {
            assertThat(given().get(path).asString())
                    .as(path)
                    .contains(
                            "href=\"" + GlossaryPages.ADDRESS + "\"",
                            "class=\"govuk-footer__link\" href=\"/offices\"");
        }
        for (var lang : PageTexts.LANGUAGES) {
            var page = given().header("Accept-Language", lang).get(GlossaryPages.ADDRESS);
            assertThat(page.header("Content-Language")).isEqualTo(lang);
            for (var term : Term.values()) {
                assertThat(page.asString().split("id=\"" + term.id() + "\"", -1))
                        .as(lang + " " + term)
                        .hasSize(2);
            }
        }
        var offices = given().get("/offices");
        offices.then()
                .body(
                        containsString("gives no addresses, opening hours or telephone numbers"),
                        not(containsString("where it is and when it is open")),
                        not(containsString("href=\"#help\"")),
                        containsString("href=\"#jl-yanji\""),
                        containsString("<td data-label=\"What it does\""),
                        containsString("id=\"jl-yanji\""),
                        containsString("names nobody"));
        var hrefs =
                Pattern.compile("href=\"(/offices/[a-z0-9-]+)\"")
                        .matcher(offices.asString())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(hrefs).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        for (var href : hrefs.subList(0, 3)) {
            given().get(href)
                    .then()
                    .statusCode(200)
                    .body(
                            containsString("does not give the address"),
                            not(containsString("Not given")));
        }
        given().get("/offices/nowhere").then().statusCode(404);
        given().get("/offices/No_Where").then().statusCode(404);
    }

    @Test
    void what_is_given_of_an_office_and_of_words_stands_folded_where_they_are() throws Exception {
        var words = PageTexts.of("en");
        var details = new OfficeDetails(new PackTexts(DirectoryPack.read(), words), words);
        assertThat(details.reach(new AuthorityId("jl-yanji-fa")).render())
                .startsWith("<details")
                .contains(
                        "1 Sample Street",
                        "href=\"tel:+990000000001\"",
                        "href=\"/offices/jl-yanji-fa\"");
        assertThat(details.reach(new AuthorityId("ln-dandong-fa")).render())
                .doesNotContain("<details")
                .contains("href=\"/offices/ln-dandong-fa\"");
        assertThat(given().get("/ledger").asString())
                .contains("What the words on this page mean", words.say("term.WITNESS.what"));
    }

    /** What a browser has is not sent again, and nothing that knows a person may be kept. */
    @Test
    void a_page_for_everybody_is_sent_once_and_compressed() {
        var first = given().get("/directive");
        var cookie = first.cookies();
        var mine = given().cookies(cookie).get("/directive");
        assertThat(mine.headers().getValues("Cache-Control")).containsExactly("private, no-cache");
        var tag = mine.header("ETag");
        given().cookies(cookie)
                .header("If-None-Match", tag)
                .get("/directive")
                .then()
                .statusCode(304);
        given().cookies(cookie)
                .header("If-None-Match", tag)
                .header("Accept-Language", "ko")
                .get("/directive")
                .then()
                .statusCode(200);
        var style = first.htmlPath().getString("**.find { it.@rel == 'stylesheet' }.@href");
        var sent = given().header("Accept-Encoding", "gzip").get(style);
        assertThat(sent.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(sent.headers().getValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
        assertThat(given().get("/sign-in").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_file_that_is_too_large_is_turned_away_before_it_is_read() throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(5000);
            var head =
                    """
                    POST /officer/csv HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: 40000000\r
                    \r
                    """;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
            assertThat(answer.lines().toList())
                    .as("a page of ours")
                    .anyMatch(line -> line.contains("at most 32 MB"))
                    .anyMatch(line -> line.startsWith("Content-Type: text/html"))
                    .anyMatch(line -> line.contains("<title>That is too large"));
        }
    }

    /** While a claim suspends everything nothing happens next, and no page tells it by that. */
    @Test
    void an_application_and_its_case_say_what_happens_next() {
        var filing = filings.confirmed(filings.settler(1));
        var officer = town.session("jl-yanji-fa", 1).token();
        for (var lang : PageTexts.LANGUAGES) {
            var words = PageTexts.of(lang);
            assertThat(page(filings.party(filing), lang, "/track"))
                    .containsSubsequence(words.say("filed.next"), words.say("next.APPROVED"));
            assertThat(page(officer, lang, filing.address()))
                    .containsSubsequence(
                            words.say("filed.next"), words.say("next.officer.APPROVED"));
        }
        var token = filings.party(filing);
        var own = town.office().authentication().resume(token).orElseThrow();
        var protect = new TravellerCommand.ClaimProtection(filing.id(), Filings.ONE);
        town.done(town.office().desk().handle(own, SecureTokens.fresh(), protect), "protect");
        assertThat(page(token, "en", "/track")).doesNotContain("What happens next");
        assertThat(page(officer, "en", filing.address())).doesNotContain("What happens next");
    }

    private static String page(String token, String lang, String path) {
        return given().cookie(RequestContext.SESSION_COOKIE, token)
                .cookie(RequestContext.LANGUAGE_COOKIE, lang)
                .get(path)
                .asString();
    }
}
