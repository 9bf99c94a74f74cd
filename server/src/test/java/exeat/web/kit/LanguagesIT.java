package exeat.web.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.town.Town;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every language that there are files of is one that pages are in. */
@QuarkusTest
class LanguagesIT {

    private static final List<String> APPLICANTS =
            List.of(
                    "/",
                    "/apply",
                    "/apply/resume",
                    "/sign-in",
                    "/directive",
                    "/directive/try",
                    "/ledger",
                    "/seal",
                    "/protection");
    private static final List<String> OFFICERS =
            List.of(
                    "/officer/queue",
                    "/officer/briefing",
                    "/officer/counter",
                    "/officer/directive",
                    "/officer/duty",
                    "/officer/issues",
                    "/officer/late",
                    "/officer/report",
                    "/officer/reports",
                    "/officer/alarms",
                    "/officer/again",
                    "/officer/password",
                    "/officer/sessions",
                    "/officer/backlog");

    /** A place that was not filled in, or a message that was never read as one. */
    private static final Pattern UNSAID = Pattern.compile("\\{\\d|, plural,|, number}");

    /** A heading, and right below it a caption in the same words. */
    private static final Pattern TWICE =
            Pattern.compile(
                    "<h[1-6][^>]*>([^<]*)</h[1-6]>\\s*<div class=\"exeat-scroll[^>]*>\\s*<table[^>]*>"
                            + "\\s*<caption class=\"govuk-table__caption[^>]*>\\1</caption>");

    @Inject Town town;

    @BeforeEach
    void open() {
        town.open();
    }

    private static void isIn(String lang, Response page, List<String> offered) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Language")).isEqualTo(lang);
        var html = page.asString();
        assertThat(html).contains("<html lang=\"" + lang + "\" data-script=\"");
        assertThat(html).doesNotContainPattern(UNSAID).doesNotContainPattern(TWICE);
        for (var other : offered) {
            assertThat(html)
                    .contains(
                            "<button name=\"lang\" value=\"%s\" lang=\"%s\"%s>%s</button>"
                                    .formatted(
                                            other,
                                            other,
                                            other.equals(lang) ? " aria-current=\"true\"" : "",
                                            PageTexts.ownName(other)));
        }
    }

    @Test
    void applicants_read_every_page_in_the_language_of_their_browser_or_their_choice() {
        for (var lang : PageTexts.LANGUAGES) {
            for (var path : APPLICANTS) {
                isIn(lang, given().header("Accept-Language", lang).get(path), PageTexts.LANGUAGES);
                isIn(
                        lang,
                        given().cookie(RequestContext.LANGUAGE_COOKIE, lang).get(path),
                        PageTexts.LANGUAGES);
            }
        }
    }

    @Test
    void officers_read_their_pages_in_the_language_they_chose() {
        var officer = town.session("cn", 1);
        for (var lang : PageTexts.DESK_LANGUAGES) {
            for (var path : OFFICERS) {
                var page =
                        as(officer.token()).cookie(RequestContext.LANGUAGE_COOKIE, lang).get(path);
                isIn(lang, page, PageTexts.DESK_LANGUAGES);
                assertThat(page.asString())
                        .contains(">" + PageTexts.of(lang).say("menu.queue") + "</a>");
            }
        }
    }

    @Test
    void officers_sign_in_in_a_language_that_their_pages_have() {
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var page = given().header("Accept-Language", lang + ";q=0.9, xx").get("/officer");
            isIn(lang, page, PageTexts.DESK_LANGUAGES);
            assertThat(page.asString()).contains(PageTexts.of(lang).say("officer.title"));
        }
    }

    @Test
    void whoever_changes_the_language_stays_on_the_list_that_they_read() {
        var page = as(town.session("cn", 1).token()).get("/officer/queue?which=second").asString();
        assertThat(page).contains("name=\"back\" value=\"/officer/queue?which=second\"");
        assertThat(List.of("/officer/queue?which=second", "/", "/a-b_c/1?x=%20&y=1.2~z"))
                .allMatch(RequestContext::isOwnPlace);
        assertThat(List.of("//evil.example", "https://evil.example", "/\\evil", "/a?b=/c", "/a#b"))
                .noneMatch(RequestContext::isOwnPlace);
    }

    @Test
    void an_unknown_language_falls_back_to_english() {
        for (var lang : List.of("zxx", "../words", "EN", "")) {
            isIn(
                    "en",
                    given().cookie(RequestContext.LANGUAGE_COOKIE, lang).get("/"),
                    PageTexts.LANGUAGES);
        }
    }

    @Test
    void russian_counts_as_russians_do() {
        var words = PageTexts.of("ru");
        assertThat(words.say("resume.how", 1)).contains("хранится 1 день ");
        assertThat(words.say("resume.how", 2)).contains("хранится 2 дня ");
        assertThat(words.say("resume.how", 5)).contains("хранится 5 дней ");
        assertThat(words.say("resume.how", 21)).contains("хранится 21 день ");
        assertThat(
                        given().cookie(RequestContext.LANGUAGE_COOKIE, "ru")
                                .get("/apply/resume")
                                .asString())
                .containsPattern("хранится \\d+ (день|дня|дней) после");
    }

    private static RequestSpecification as(String token) {
        return given().cookie(RequestContext.SESSION_COOKIE, token);
    }
}
