package exeat.web.border;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import exeat.papers.seal.SealCheck;
import exeat.papers.seal.SealStatement;
import exeat.papers.seal.VerifierState;
import exeat.papers.status.StatusAnswer;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusTokens;
import exeat.papers.trust.TrustedAuthority;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.town.Filings;
import exeat.web.town.Today;
import exeat.web.town.Town;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the paper in a person's hand to what a post, and a page for everybody, say of it. */
@QuarkusTest
class SealPagesIT {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @Inject Town town;
    @Inject Filings filings;

    @BeforeEach
    void open() {
        town.open();
    }

    private byte[] printed(Filings.Filing filing) {
        var answer =
                given().cookie(RequestContext.SESSION_COOKIE, filings.party(filing))
                        .get("/papers/1.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asByteArray();
    }

    /** What a reader of codes sees on a print of 300 dots to the inch. */
    private static String code(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var image = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
            var source = new RGBLuminanceSource(width, height, pixels);
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    /** Of a post that has fetched what is published, and has no line any more. */
    private static VerifierState post(Instant now) {
        var trust = given().get("/seal/trust").asString();
        assertThat(trust).startsWith("State: UTO\n");
        var trusted =
                CERTIFICATE
                        .matcher(trust)
                        .results()
                        .map(found -> Base64.getMimeDecoder().decode(found.group(1)))
                        .map(der -> TrustedAuthority.read("UTO", der).orElseThrow())
                        .toList();
        var zone = ZoneId.of("Asia/Shanghai");
        var list = given().get("/seal/status/" + now.atZone(zone).getYear());
        assertThat(list.contentType()).isEqualTo("application/statuslist+cwt");
        var read = StatusTokens.read(list.asByteArray(), "UTO", trusted);
        return new VerifierState(
                trusted, List.of((StatusReading.Read) read), now, Instant.MIN, zone);
    }

    private static SealStatement check(String text, VerifierState post) {
        return SealCheck.check(text.getBytes(StandardCharsets.UTF_8), post);
    }

    @Test
    void a_paper_that_is_printed_is_verified_without_a_line_and_is_the_same_at_each_print()
            throws Exception {
        var filing = filings.authorised(filings.settler(1));

        var text = code(printed(filing));

        assertThat(code(printed(filing))).isEqualTo(text);
        var statement = check(text, post(Today.clock().instant()));
        assertThat(statement).isInstanceOf(SealStatement.Established.class);
        var established = (SealStatement.Established) statement;
        assertThat(established.status()).isInstanceOf(StatusAnswer.NotRevoked.class);
        assertThat(established.paper().number()).isEqualTo(filings.paper(filing));
        assertThat(established.paper().bearer().name())
                .isEqualTo("NAMGUNG WOLFESCHLEGELSTEINHAUSEN  HANEULBYEOLNIM");
        // What the page says, in the four languages; and it keeps nothing of it in its own form.
        for (var lang : PageTexts.LANGUAGES) {
            var words = PageTexts.of(lang);
            assertThat(posted(text, lang).asString())
                    .contains(words.say("seal.established"), filings.paper(filing))
                    .doesNotContain("sigvl");
        }
        assertThat(posted(text.replace("\"vu\":\"20", "\"vu\":\"21"), "en").asString())
                .contains(PageTexts.of("en").say("seal.reason.ALTERED"))
                .doesNotContain(filings.paper(filing));
        assertThat(posted("{}", "en").asString())
                .contains(PageTexts.of("en").say("seal.malformed"));
        assertThat(posted(" ", "en").asString()).contains(PageTexts.of("en").say("seal.empty"));
    }

    private static Response posted(String text, String lang) {
        var page = given().cookie(RequestContext.LANGUAGE_COOKIE, lang).get("/seal");
        var token = TOKEN.matcher(page.asString());
        assertThat(token.find()).isTrue();
        return given().cookies(page.cookies())
                .cookie(RequestContext.LANGUAGE_COOKIE, lang)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", token.group(1))
                .formParam("code", text)
                .post("/seal");
    }

    @Test
    void what_is_published_has_a_tag_and_names_no_paper() {
        var trust = given().get("/seal/trust");
        var tag = trust.getHeader("ETag");
        assertThat(tag).isNotBlank();
        // What packs an answer on its way makes its tag a weak one.
        for (var known : List.of(tag, "W/" + tag, "\"other\", W/" + tag, "*")) {
            assertThat(given().header("If-None-Match", known).get("/seal/trust").statusCode())
                    .as(known)
                    .isEqualTo(304);
        }
        for (var other : List.of("\"other\"", "", tag.replace("\"", ""))) {
            assertThat(given().header("If-None-Match", other).get("/seal/trust").statusCode())
                    .as(other)
                    .isEqualTo(200);
        }
        int year = Today.clock().instant().atZone(ZoneId.of("Asia/Shanghai")).getYear();
        for (var none :
                List.of(
                        "1900",
                        "2999",
                        "x",
                        "TA-7K3M-9Q2P",
                        "4711",
                        year + ";a=1",
                        year - 2 + "")) {
            assertThat(given().urlEncodingEnabled(false).get("/seal/status/" + none).statusCode())
                    .as(none)
                    .isEqualTo(404);
        }
        assertThat(given().urlEncodingEnabled(false).get("/seal/trust;a=1").statusCode())
                .isEqualTo(404);
    }
}
