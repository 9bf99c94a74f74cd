package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.Application.Channel;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.base.ApplicationDraft;
import exeat.ledger.verify.LogCheck;
import exeat.ledger.verify.ReceiptCheck;
import exeat.ledger.verify.VerifierKey;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.town.MadeUp;
import exeat.web.town.Town;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerIT {

    @Inject Town town;

    @BeforeEach
    void open() throws InterruptedException {
        town.open();
        while (town.office().health().ledger().waiting() > 0
                || given().get("/ledger/tile/entries/000.p/1").statusCode() != 200) {
            Thread.sleep(100);
        }
    }

    @Test
    void strangers_read_the_whole_log_and_it_holds() throws Exception {
        var key = VerifierKey.parse(given().get("/ledger/key").asString()).orElseThrow();
        var seen = given().get("/ledger/checkpoint").asByteArray();
        var verdict =
                LogCheck.check(
                        key,
                        path -> {
                            if (path.equals("checkpoint")) {
                                return Optional.of(seen);
                            }
                            var answer = given().get("/ledger/" + path);
                            return answer.statusCode() == 200
                                    ? Optional.of(answer.asByteArray())
                                    : Optional.empty();
                        },
                        List.of());
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown()).anyMatch(s -> s.contains("match its root"));
    }

    @Test
    void a_tile_may_be_kept_for_ever_and_a_checkpoint_for_a_moment() {
        var tile = given().get("/ledger/tile/0/000.p/1");
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.contentType()).isEqualTo("application/octet-stream");
        assertThat(tile.header("Cache-Control")).contains("immutable");
        assertThat(tile.asByteArray()).hasSize(32);
        assertThat(given().get("/ledger/tile/entries/000.p/1").asByteArray()).hasSize(34);
        var checkpoint = given().get("/ledger/checkpoint");
        assertThat(checkpoint.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(checkpoint.header("Cache-Control")).isEqualTo("public, max-age=2");
        for (var none : List.of("tile/0/999", "tile/0/000.p/0", "tile/9/000", "tile/entries/x")) {
            assertThat(given().get("/ledger/" + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void the_page_says_what_the_log_is_in_every_language_with_its_key() {
        for (var lang : PageTexts.LANGUAGES) {
            var page = given().header("Accept-Language", lang).get("/ledger");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString())
                    .contains(PageTexts.of(lang).say("ledger.nobody"))
                    .contains(town.office().ledger().key().replace("+", "&#43;").substring(0, 10));
        }
    }

    @Test
    void a_person_takes_a_receipt_that_holds() throws Exception {
        var traveller =
                new Traveller(
                        new TravellerNo(1),
                        List.of(new PersonName("Latn", "KIM", "Chol Su")),
                        BirthDate.of(LocalDate.of(1980, 5, 1)),
                        "KP",
                        new AuthorityId("jl-yanji"),
                        new Purpose("return"),
                        MadeUp.ANSWERS.beside(Facts.NONE),
                        List.of(),
                        List.of(),
                        "ko",
                        Optional.empty());
        var doors = town.office().authentication();
        var draft = new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(traveller));
        var filed = town.office().desk().apply(doors.anonymousSession(), "receipt", draft);
        var party =
                doors.signInTraveller(filed.number().orElseThrow(), filed.secret().orElseThrow())
                        .orElseThrow();
        open();
        var mine = given().cookie(RequestContext.SESSION_COOKIE, party.token());
        var file = mine.get("/receipt/exeat-receipt.json");
        for (int i = 0; i < 50 && !file.asString().contains("\"waiting\" : [ ]"); i++) {
            Thread.sleep(200);
            file =
                    given().cookie(RequestContext.SESSION_COOKIE, party.token())
                            .get("/receipt/exeat-receipt.json");
        }
        var key = VerifierKey.parse(given().get("/ledger/key").asString()).orElseThrow();
        var verdict = ReceiptCheck.check(file.asString(), key);
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown()).anyMatch(s -> s.startsWith("Step 1 (applied"));
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        var page = given().cookie(RequestContext.SESSION_COOKIE, party.token()).get("/receipt");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("Step 1 · " + PageTexts.of("en").say("event.Applied"))
                .contains("/receipt/exeat-receipt.json");
        assertThat(
                        given().cookie(RequestContext.SESSION_COOKIE, party.token())
                                .get("/track")
                                .asString())
                .contains("href=\"/receipt\"");
    }

    @Test
    void a_receipt_is_for_whoever_has_signed_in_to_the_application() {
        for (var path : List.of("/receipt", "/receipt/exeat-receipt.json")) {
            given().redirects().follow(false).get(path).then().statusCode(303);
        }
        assertThat(given().get("/metrics").asString())
                .contains("exeat_ledger_entries", "exeat_ledger_lag_seconds");
    }

    @Test
    void health_tells_how_fresh_checkpoints_and_witnesses_are() {
        var ready = given().get("/health/ready").asString();
        assertThat(ready).contains("\"checkpoint\": \"recent\"", "\"cosignatures\": \"none\"");
    }
}
