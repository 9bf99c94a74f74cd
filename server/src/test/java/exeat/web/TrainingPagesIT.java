package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.TravellerCommand;
import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.TrainingSettings;
import exeat.desk.base.ReferenceCodes;
import exeat.http.TrainingMode;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SecureTokens;
import exeat.web.town.Filings;
import exeat.web.town.RawRequest;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pages and the interface of a training installation. It is the office of all tests here: only
 * what it says of itself is exchanged, so that it need not be started again.
 */
@QuarkusTest
class TrainingPagesIT {

    private static final String SITE = "https://real.example";

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    /** Before the names of cookies. */
    private String mark = "";

    /** For the rest of a test. */
    private void train(String site) {
        mark = "training-";
        try {
            var config = Config.plain(Path.of(""));
            var said = config.with(TrainingSettings.REAL_SITE, site, "a test");
            QuarkusMock.installMockForType(new TrainingMode(true, said), TrainingMode.class);
        } catch (ConfigException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private RequestSpecification as(String token, String lang) {
        return in(lang).cookie(mark + RequestContext.SESSION_COOKIE, token);
    }

    private RequestSpecification in(String lang) {
        return given().cookie(mark + RequestContext.LANGUAGE_COOKIE, lang);
    }

    private RequestSpecification officer(String unit) {
        return as(town.session(unit, 1).token(), "en");
    }

    /** Sends a form from the page where it stands, as a browser does. */
    private Response post(String token, String from, String to, Map<String, String> fields) {
        var page = as(token, "en").get(from);
        var csrf = page.asString().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        return as(token, "en")
                .cookie(
                        mark + RequestContext.BROWSER_COOKIE,
                        page.cookie(mark + RequestContext.BROWSER_COOKIE))
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("csrf", csrf)
                .formParam("key", SecureTokens.fresh())
                .formParams(fields)
                .post(to);
    }

    private static void isFramed(Response answer, String lang, String path) {
        var words = PageTexts.of(lang);
        assertThat(answer.header(TrainingMode.HEADER)).as(path).contains("nothing counts");
        assertThat(answer.asString())
                .as("%s in %s", path, lang)
                .contains(
                        "<title>" + words.say("training.word") + ": ",
                        "govuk-template__body exeat-training\"",
                        words.say("training.line"))
                .containsOnlyOnce("class=\"exeat-training__line\"")
                .containsOnlyOnce("class=\"exeat-training__edge\"");
    }

    @Test
    void every_page_has_the_frame_in_its_own_language_and_no_office_has_it() throws IOException {
        var paths = List.of("/", "/apply", "/sign-in", "/officer", "/words", "/ledger", "/nowhere");
        for (var path : paths) {
            var office = given().get(path);
            assertThat(office.header(TrainingMode.HEADER)).as(path).isNull();
            assertThat(office.asString()).as(path).doesNotContain("exeat-training");
        }
        train("");
        for (var lang : PageTexts.LANGUAGES) {
            for (var path : paths) {
                isFramed(in(lang).get(path), lang, path);
            }
            isFramed(
                    as(town.session("jl-yanji-fa", 1).token(), lang).get("/officer/queue"),
                    lang,
                    "queue");
        }
        var request = "GET / HTTP/1.1\r\nHost: a b\r\nAccept-Language: ko\r\n\r\n";
        var broken = RawRequest.send(base, request);
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.has(TrainingMode.HEADER)).isTrue();
        assertThat(broken.text()).contains("exeat-training__line", "exeat-training\"");
        assertThat(given().get("/ledger").asString()).contains("this log proves nothing");
    }

    /** Both may stand on one host, whose cookies a browser sends to every port. */
    @Test
    void a_session_of_an_office_is_none_in_training() {
        var session = town.session("jl-yanji-fa", 1).token();
        var office = as(session, "en").redirects().follow(false);
        assertThat(office.get("/officer/queue").statusCode()).isEqualTo(200);
        train("");
        assertThat(office.get("/officer/queue").statusCode()).isEqualTo(303);
        assertThat(as(session, "en").get("/officer/queue").statusCode()).isEqualTo(200);
        assertThat(given().get("/sign-in").cookies()).containsKey("training-exeat-visit");
    }

    @Test
    void each_answer_of_the_interface_has_the_header_a_failure_too() {
        train("");
        for (var path :
                List.of(
                        "/api/v1/directives",
                        "/api/v1/queue/WORK",
                        "/api/v1/nothing",
                        "/health",
                        "/metrics",
                        "/openapi",
                        "/ledger/checkpoint")) {
            assertThat(given().get(path).header(TrainingMode.HEADER))
                    .as(path)
                    .contains("nobody is alerted");
        }
    }

    @Test
    void whoever_asks_for_protection_is_told_that_nobody_is_alerted_and_where_to_go() {
        train(SITE);
        var filing = filings.confirmed(filings.settler(1));
        var token = filings.party(filing);
        for (var lang : PageTexts.LANGUAGES) {
            var words = PageTexts.of(lang);
            for (var path : List.of("/protection", "/track/1/protect")) {
                var page = as(token, lang).get(path).asString().replace("&quot;", "\"");
                assertThat(page)
                        .as("%s in %s", path, lang)
                        .containsSubsequence(
                                words.say("training.protect.nobody"),
                                words.say("training.protect.what"),
                                words.say("training.protect.where"),
                                SITE,
                                "href=\"" + SITE + "\"",
                                "href=\"/offices\"",
                                words.say("protect.what"));
            }
        }
        assertThat(officer("jl-tumen-bd").get("/protection").asString())
                .contains("Nobody is alerted here");
        assertThat(as(token, "en").get("/track").asString()).doesNotContain("Nobody is alerted");

        var other = filings.confirmed(filings.settler(1));
        var claim = Map.of("number", other.number(), "traveller", "1", "words", "she is afraid");
        var taken =
                post(town.session("jl-yanji-fa", 1).token(), "/protection", "/protection", claim);
        assertThat(taken.asString())
                .containsSubsequence("We have received this", "Nobody is alerted here", SITE);

        var done = officer("jl-tumen-bd").get("/border?done=protect").asString();
        assertThat(done).containsSubsequence("Nobody is alerted here", SITE);
        assertThat(officer("jl-tumen-bd").get("/border").asString())
                .doesNotContain("Nobody is alerted");

        var own = town.office().authentication().resume(token).orElseThrow();
        var protect = new TravellerCommand.ClaimProtection(filing.id(), Filings.ONE);
        town.done(town.office().desk().handle(own, SecureTokens.fresh(), protect), "protect");
        assertThat(as(token, "en").get("/track").asString())
                .containsSubsequence("Nobody is alerted here", SITE, "everything is suspended");
    }

    @Test
    void without_a_site_or_a_directory_it_says_that_it_knows_neither() {
        assertThat(given().get("/protection").asString())
                .doesNotContain("Nobody is alerted", "training");
        train("");
        assertThat(given().get("/protection").asString())
                .contains("Nobody is alerted here", "knows neither the address")
                .doesNotContain("This is how you reach them");
    }

    private static String text(Response pdf) throws IOException {
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.header("Content-Disposition")).contains("filename=\"training-");
        try (var document = Loader.loadPDF(pdf.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void what_it_prints_is_framed_and_named_as_training() throws Exception {
        var filing = filings.authorised(filings.settler(1));
        var token = filings.party(filing);
        assertThat(as(token, "en").get("/papers/1.pdf").header("Content-Disposition"))
                .doesNotContain("training");
        train("");
        assertThat(text(as(token, "en").get("/papers/1.pdf")))
                .contains("TRAINING", "It is not a real document", filings.paper(filing));
        while (town.office().ledger().checkpoint().isEmpty()) {
            Thread.sleep(50);
        }
        assertThat(as(token, "en").get("/receipt").asString())
                .contains("this receipt proves nothing");
        assertThat(text(as(token, "en").get("/receipt/exeat-receipt.pdf")))
                .contains("TRAINING", "Training: this receipt proves nothing.");
        assertThat(text(officer("jl").get("/officer/report/jl/report.pdf"))).contains("TRAINING");
        for (var format : List.of("xlsx", "csv", "json", "txt")) {
            var file = officer("jl").get("/officer/report/jl/report." + format);
            assertThat(file.header("Content-Disposition"))
                    .contains("filename=\"training-situation-jl." + format);
        }
    }

    /** A training installation draws the number of a paper as an office does, and tells nobody. */
    @Test
    void a_border_post_knows_a_training_paper_as_little_as_any_made_up_number() {
        var post = town.session("jl-tumen-bd", 1).token();
        var training = ReferenceCodes.paper();
        var answers =
                List.of(training, "TA-0000-0000").stream()
                        .map(number -> {
                            var answer = post(post, "/border", "/border", Map.of("paper", number));
                            return answer.statusCode()
                                    + answer.asString()
                                            .replace(number, "")
                                            .replaceAll("name=\"(csrf|key)\" value=\"[^\"]*\"", "");
                        })
                        .toList();
        assertThat(answers.getFirst()).isEqualTo(answers.getLast()).startsWith("422");
    }
}
