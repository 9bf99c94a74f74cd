package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.rules.document.DirectiveRef;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.ProofReport;
import exeat.rules.source.PackException;
import exeat.web.kit.PageTexts;
import exeat.web.town.Browser;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proved of a directive, as page, PDF and JSON; nobody signs in for it. */
@QuarkusTest
class ProofIT {

    @Inject Town town;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    private DirectiveRef current() {
        return town.office().register().offered().getFirst().ref();
    }

    private static String address(DirectiveRef ref) {
        return "/directives/" + ref.id() + "/proof/" + ref.hash();
    }

    /** A national rule as the Court had it, below a model: it adds a restriction. */
    private DirectiveRef restricting() throws PackException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var pack = Path.of(root, "directives", "eu-2003-86", "national", "chakroun-income");
        return town.office().register().load(pack);
    }

    @Test
    void the_directives_page_leads_to_the_proof_of_the_version_that_it_shows() {
        try (var browser = Browser.open(base.toString(), "proof")) {
            for (var language : List.of("en-GB", "ko-KR", "zh-CN")) {
                var phone = browser.phone(language);
                phone.navigate("/directive");
                phone.locator("main a[href*='/proof/']").click();
                assertThat(phone.url()).endsWith(address(current()));
                browser.look(phone, "proved-" + language);
                proved(phone, PageTexts.of(language.substring(0, 2)));
            }
        }
    }

    private void proved(Page page, PageTexts words) {
        var text = Browser.text(page);
        assertThat(text).contains(current().hash(), words.say("proof.proved"));
        for (var obligation : Obligation.values()) {
            assertThat(text).contains(words.say("proof.obligation." + obligation));
        }
        assertThat(page.locator("main").innerText())
                .contains(words.say("proof.rests.0"), words.say("proof.rests.2"));
    }

    @Tag("full")
    @Test
    void what_fails_is_shown_with_a_person_and_everybody_sees_that_it_is_another_version()
            throws PackException {
        var ref = restricting();
        try (var browser = Browser.open(base.toString(), "disproved")) {
            for (var page : List.of(browser.phone("en-GB"), browser.desk())) {
                if (page.viewportSize().width > 1000) {
                    page.setViewportSize(1280, 900);
                }
                page.navigate(address(ref));
                browser.look(page, "failed-" + page.viewportSize().width);
                assertThat(Browser.text(page))
                        .contains("Not everything has been proved", "not the version", ref.hash())
                        .contains("Example 7.1", "What was assumed", "Compared with");
                assertThat(page.locator("main table").count()).isPositive();
            }
        }
        var json = given().get("/api/v1/directives/chakroun-income/proof").jsonPath();
        assertThat(json.getBoolean("proved")).isFalse();
        assertThat(json.getString("obligations[6].verdict")).isEqualTo("failed");
        assertThat(json.getString("obligations[6].failures[0].region")).isNotBlank();
        assertThat(json.getMap("obligations[6].failures[0].people[0].facts")).isNotEmpty();
    }

    @Tag("full")
    @Test
    void a_pack_that_refuses_is_looked_at_as_a_draft_and_decides_nothing(@TempDir Path folder)
            throws PackException, IOException {
        var pack = refusing(Files.createDirectory(folder.resolve("refusing")));
        var register = town.office().register();
        var ref = register.storeDraft(pack);
        assertThat(register.storeDraft(pack)).isEqualTo(ref);
        try (var browser = Browser.open(base.toString(), "draft")) {
            for (var language : List.of("en-GB", "ko-KR", "zh-CN")) {
                var phone = browser.phone(language);
                phone.navigate(address(ref));
                browser.look(phone, "draft-" + language);
                var words = PageTexts.of(language.substring(0, 2));
                assertThat(Browser.text(phone))
                        .contains(words.say("proof.draft"), words.say("proof.faults"), ref.hash())
                        .contains("rules.dmn:")
                        .contains("5.1");
            }
        }
        var pdf = given().get(address(ref) + ".pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.contentType()).isEqualTo("application/pdf");

        assertThat(register.version(ref.id(), ref.hash())).isEmpty();
        assertThat(register.directive(ref.id())).isEmpty();
        var decide = "/api/v1/directives/" + ref.id() + "/decide";
        var asked = given().contentType("application/json").body("{\"facts\": {}}").post(decide);
        assertThat(asked.statusCode()).isEqualTo(404);
    }

    private static Path refusing(Path folder) throws IOException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var packs = Path.of(root, "rules/src/test/resources/packs");
        try (var files = Files.list(packs.resolve("good"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var rules = packs.resolve("a-machine-refuses/rules.dmn");
        Files.copy(rules, folder.resolve("rules.dmn"), StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    @Test
    void a_stranger_gets_the_pdf_and_the_json_of_the_same_version() {
        var ref = current();
        var pdf = given().get(address(ref) + ".pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(new String(pdf.asByteArray(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");

        var json = given().get("/api/v1/directives/" + ref.id() + "/proof").jsonPath();
        assertThat(json.getString("directive.hash")).isEqualTo(ref.hash());
        assertThat(json.getBoolean("proved")).isTrue();
        assertThat(json.getList("obligations.number")).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(json.getList("restsOn", String.class))
                .containsExactlyElementsOf(ProofReport.RESTS_ON);
    }

    @Test
    void the_newest_version_is_found_by_its_id_and_what_is_not_there_is_not_found() {
        var newest =
                given().redirects().follow(false).get("/directives/" + current().id() + "/proof");
        assertThat(newest.statusCode()).isEqualTo(303);
        assertThat(newest.header("Location")).endsWith(address(current()));
        for (var nowhere :
                List.of(
                        "/directives/atlantis/proof",
                        "/directives/atlantis/proof/" + current().hash(),
                        "/directives/prc-1963/proof/" + "0".repeat(64),
                        "/directives/prc-1963/proof/" + "0".repeat(64) + ".pdf",
                        "/api/v1/directives/atlantis/proof")) {
            assertThat(given().get(nowhere).statusCode()).as(nowhere).isEqualTo(404);
        }
    }

    @Test
    void pages_and_reports_say_the_same_of_what_a_proof_rests_on() {
        var words = PageTexts.of("en");
        for (int at = 0; at < ProofReport.RESTS_ON.size(); at++) {
            assertThat(words.say("proof.rests." + at)).isEqualTo(ProofReport.RESTS_ON.get(at));
        }
        for (var obligation : Obligation.values()) {
            assertThat(words.say("proof.obligation." + obligation)).isEqualTo(obligation.title());
        }
        for (var verdict : exeat.rules.prove.Proof.Verdict.values()) {
            assertThat(words.has("proof.verdict." + verdict)).isTrue();
        }
    }
}
