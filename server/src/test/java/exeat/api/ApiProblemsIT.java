package exeat.api;

import static exeat.api.ApiTown.PLANTED;
import static exeat.api.ApiTown.TOLD;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.draft;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.isProblem;
import static exeat.api.ApiTown.key;
import static exeat.api.ApiTown.returning;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that can be wrong with a request, and a request that comes twice. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ApiProblemsIT {

    private static final String APPLICATIONS = "/api/v1/applications";

    private final ApiTown town;

    @Inject
    ApiProblemsIT(ApiTown town) {
        this.town = town;
    }

    @BeforeEach
    void open() {
        town.open();
    }

    private Answer file(String body) {
        return call(town.stranger(), key(), "POST", APPLICATIONS, body);
    }

    private static String field(Answer answer) {
        return answer.jsonPath().getString("errors[0].field");
    }

    @Test
    void the_same_request_again_answers_the_same_and_acts_once() {
        var stranger = town.stranger();
        var key = key();
        var first = call(stranger, key, "POST", APPLICATIONS, draft(returning()));
        var again = call(stranger, key, "POST", APPLICATIONS, draft(returning()));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());

        var filing = town.file(returning());
        var confirmed = call(filing.token(), key, "POST", filing.one() + "/confirm", TOLD);
        var replayed = call(filing.token(), key, "POST", filing.one() + "/confirm", TOLD);
        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(replayed.asString()).isEqualTo(confirmed.asString());
    }

    @Test
    void a_key_that_was_used_for_something_else_is_refused() {
        var filing = town.file(returning());
        var key = key();
        call(filing.token(), key, "POST", filing.one() + "/confirm", TOLD);

        isProblem(
                call(filing.token(), key, "POST", filing.one() + "/withdrawal", ""),
                422,
                "KEY_REUSED");
    }

    @Test
    void a_command_needs_a_key_and_a_readable_one() {
        var filing = town.file(returning());
        var path = filing.one() + "/confirm";
        isProblem(call(filing.token(), "", "POST", path, TOLD), 400, "KEY_MISSING");
        isProblem(call(filing.token(), "x".repeat(101), "POST", path, TOLD), 400, "KEY_BAD");
        isProblem(call(filing.token(), "two words", "POST", path, TOLD), 400, "KEY_BAD");
    }

    @Test
    void without_a_token_or_with_a_cookie_nobody_is_signed_in() {
        var path = APPLICATIONS + "/" + UUID.randomUUID();
        var none = get("", path);
        isProblem(none, 401, "SIGN_IN_FIRST");
        assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
        isProblem(get("not-a-token", path), 401, "SIGN_IN_FIRST");
        var cookie = given().cookie("exeat-session", town.officer(YANJI_FA)).get("/api/v1/queue");
        isProblem(cookie, 401, "SIGN_IN_FIRST");
        var basic = given().header("Authorization", "Basic eDp5").get("/api/v1/queue");
        isProblem(basic, 401, "SIGN_IN_FIRST");
    }

    @Test
    void signing_in_wrongly_always_looks_alike() {
        var officer = "{\"type\": \"officer\", \"login\": \"nobody\", \"password\": \"x\"}";
        var party = "{\"type\": \"party\", \"number\": \"EX-0000-0000\", \"secret\": \"x\"}";
        isProblem(call("", "", "POST", "/api/v1/sessions", officer), 401, "SIGN_IN_FAILED");
        isProblem(call("", "", "POST", "/api/v1/sessions", party), 401, "SIGN_IN_FAILED");
        var odd = officer.replace("nobody", "no\\u0000body");
        isProblem(call("", "", "POST", "/api/v1/sessions", odd), 422, "BAD_SHAPE");
        var oddNumber = party.replace("EX-0000-0000", "EX\\u0000");
        isProblem(call("", "", "POST", "/api/v1/sessions", oddNumber), 422, "BAD_SHAPE");
    }

    @Test
    void signing_out_ends_the_session() {
        var token = town.stranger();
        assertThat(call(token, "", "DELETE", "/api/v1/sessions", "").statusCode()).isEqualTo(204);
        isProblem(call(token, "", "DELETE", "/api/v1/sessions", ""), 401, "SIGN_IN_FIRST");
    }

    @Test
    void broken_json_is_told_its_line_and_column() {
        var answer = file("{\n  \"travellers\": [ " + PLANTED + " ]\n}");
        isProblem(answer, 400, "MALFORMED_JSON");
        assertThat(answer.jsonPath().getInt("line")).isEqualTo(2);
        assertThat(answer.jsonPath().getInt("column")).isPositive();
        isProblem(file("{} {}"), 400, "MALFORMED_JSON");
        isProblem(file("{\"travellers\": [], \"travellers\": []}"), 400, "MALFORMED_JSON");
        var deep = "{\"ethnicity\": " + "[".repeat(50) + "]".repeat(50) + "}";
        isProblem(file(draft(ApiTown.traveller("CN", "settle", deep))), 413, "TOO_LARGE");
    }

    @Test
    void an_unknown_field_is_named() {
        var answer = file(draft(returning().replace("\"language\"", "\"tongue\"")));
        isProblem(answer, 422, "BAD_SHAPE");
        assertThat(field(answer)).isEqualTo("travellers[0].tongue");
    }

    @Test
    void a_wrong_type_or_value_is_named_and_never_repeated() {
        var number = file(draft(returning().replace("\"jl-yanji\"", "7")));
        isProblem(number, 422, "BAD_SHAPE");
        assertThat(field(number)).isEqualTo("travellers[0].residence");
        var date = file(draft(returning().replace("1980-05-01", PLANTED)));
        isProblem(date, 422, "BAD_SHAPE");
        assertThat(field(date)).isEqualTo("travellers[0].birthDate");
        var list = file(draft(returning().replace("\"1980-05-01\"", "[1980, 5, 1]")));
        isProblem(list, 422, "BAD_SHAPE");
        assertThat(field(list)).isEqualTo("travellers[0].birthDate");
        var purpose = file(draft(returning().replace("\"return\"", "\"" + PLANTED + "\"")));
        isProblem(purpose, 422, "BAD_SHAPE");
        assertThat(field(purpose)).isEqualTo("travellers[0].purpose");
        var nobody = file("{\"travellers\": []}");
        isProblem(nobody, 422, "BAD_SHAPE");
        assertThat(field(nobody)).isEqualTo("travellers");
        var nameless = file(draft(returning().replace(PLANTED, "").replace("Chol Su", " ")));
        assertThat(field(nameless)).isEqualTo("travellers[0].names[0]");
        var act = "{\"act\": {\"type\": \"" + PLANTED + "\"}, \"reason\": \"x\"}";
        var filing = town.file(returning());
        var unknown = call(town.officer(YANJI_FA), key(), "POST", filing.one() + "/proposals", act);
        isProblem(unknown, 422, "BAD_SHAPE");
        assertThat(field(unknown)).startsWith("act");
    }

    @Test
    void a_date_of_birth_is_taken_and_given_as_far_as_it_is_known() {
        for (var born :
                new String[] {
                    "1980-05",
                    "1980",
                    "1980-05-01/1981-02-28",
                    "1980-12-31/1981-01-01",
                    "1930-07-28[chinese=1930-06L-03]"
                }) {
            var filing = town.file(returning().replace("1980-05-01", born));
            var seen = get(filing.token(), filing.path());
            assertThat(seen.asString()).as(born).contains("\"birthDate\":\"" + born + "\"");
        }
        for (var wrong :
                new String[] {
                    "1980-02-30", "1980-5", "1981/1980", "1930-07-29[chinese=1930-06L-03]"
                }) {
            var answer = file(draft(returning().replace("1980-05-01", wrong)));
            isProblem(answer, 422, "BAD_SHAPE");
            assertThat(field(answer)).as(wrong).isEqualTo("travellers[0].birthDate");
        }
        isProblem(file(draft(returning().replace("1980-05-01", "2199"))), 422, "BAD_DATE");
    }

    @Test
    void a_missing_body_and_null_are_no_object() {
        var path = town.file(returning()).one() + "/confirm";
        var officer = town.officer(YANJI_FA);
        for (var body : new String[] {"null", "[]", "\"x\"", "{\"told\": null}", "{}"}) {
            isProblem(call(officer, key(), "POST", path, body), 422, "BAD_SHAPE");
        }
        var empty =
                given().header("Authorization", "Bearer " + officer)
                        .header("Idempotency-Key", key())
                        .contentType("application/json")
                        .post(path);
        isProblem(empty, 422, "BAD_SHAPE");
    }

    @Test
    void facts_are_held_against_the_vocabulary() {
        var unknown = file(draft(ApiTown.traveller("CN", "settle", "{\"shoe size\": 40}")));
        isProblem(unknown, 422, "BAD_SHAPE");
        assertThat(field(unknown)).isEqualTo("travellers[0].facts.shoe size");
        var value =
                file(
                        draft(
                                ApiTown.traveller(
                                        "CN", "settle", "{\"ethnicity\": \"" + PLANTED + "\"}")));
        isProblem(value, 422, "BAD_SHAPE");
        var type =
                file(draft(ApiTown.traveller("CN", "settle", "{\"asked to return\": \"true\"}")));
        isProblem(type, 422, "BAD_SHAPE");
        var read = file(draft(ApiTown.traveller("CN", "settle", "{\"nationality\": \"KP\"}")));
        isProblem(read, 422, "NOT_IN_DIRECTIVE");
        assertThat(read.jsonPath().getString("about")).isEqualTo("travellers[0].facts.nationality");
        var place = file(draft(returning().replace("jl-yanji", "atlantis")));
        isProblem(place, 422, "BAD_SHAPE");
        assertThat(field(place)).isEqualTo("travellers[0].residence");
    }

    @Test
    void casework_says_what_a_rejected_command_is_about() {
        var filing = town.file(returning());
        var untold =
                call(filing.token(), key(), "POST", filing.one() + "/confirm", "{\"told\": []}");
        isProblem(untold, 422, "NOT_TOLD");
        assertThat(untold.jsonPath().getString("about")).isEqualTo("told");
        town.done(filing.token(), "POST", filing.one() + "/confirm", TOLD);
        isProblem(
                call(filing.token(), key(), "POST", filing.one() + "/confirm", TOLD),
                409,
                "WRONG_STAGE");
        isProblem(
                call(town.officer(YANJI_FA), key(), "POST", filing.one() + "/authorisation", ""),
                409,
                "CLEARANCE_OPEN");
        isProblem(
                call(town.officer(YANJI_FA), key(), "POST", filing.one() + "/clearances/none", ""),
                404,
                "NOT_FOUND");
    }

    @Test
    void unknown_paths_methods_and_media_types_are_answered_as_problems() {
        isProblem(get("", "/api/v1/nothing"), 404, "NOT_FOUND");
        isProblem(get("", "/api/"), 404, "NOT_FOUND");
        var officer = town.officer(YANJI_FA);
        isProblem(get(officer, APPLICATIONS + "/not-an-id"), 404, "NOT_FOUND");
        isProblem(get(officer, APPLICATIONS + "/" + UUID.randomUUID()), 404, "NOT_FOUND");
        isProblem(get(officer, "/api/v1/directives/atlantis"), 404, "NOT_FOUND");
        var path = APPLICATIONS + "/" + UUID.randomUUID() + "/travellers/";
        isProblem(call(officer, key(), "POST", path + "-1/withdrawal", ""), 404, "NOT_FOUND");
        isProblem(call(officer, key(), "POST", path + "1/withdrawal", ""), 404, "NOT_FOUND");
        isProblem(call(officer, key(), "PUT", APPLICATIONS, "{}"), 405, "METHOD_NOT_ALLOWED");
        var xml =
                given().header("Authorization", "Bearer " + officer)
                        .header("Idempotency-Key", key())
                        .contentType("application/xml")
                        .body("<a/>")
                        .post(APPLICATIONS);
        isProblem(xml, 415, "UNSUPPORTED_MEDIA_TYPE");
        var pdf =
                given().header("Authorization", "Bearer " + officer)
                        .accept("application/pdf")
                        .get("/api/v1/queue");
        isProblem(pdf, 406, "NOT_ACCEPTABLE");
    }

    @Test
    void too_large_a_body_is_turned_away_with_or_without_its_length() {
        var large = draft(returning().replace(PLANTED, "x".repeat(2 << 20)));
        isProblem(file(large), 413, "TOO_LARGE");
        assertThat(chunked(large)).isEqualTo(413);
    }

    /** Sends a body whose length is not told, and gives the status. */
    private int chunked(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + APPLICATIONS))
                        .header("Authorization", "Bearer " + town.stranger())
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Test
    void a_bad_place_in_a_queue_is_no_fault_of_ours() {
        var officer = town.officer(YANJI_FA);
        isProblem(get(officer, "/api/v1/queue?after=AAAA"), 422, "BAD_INPUT");
        isProblem(get(officer, "/api/v1/queue?after=YWJj"), 422, "BAD_INPUT");
        isProblem(get(officer, "/api/v1/queue?limit=1000"), 422, "BAD_SHAPE");
        isProblem(get(officer, "/api/v1/queue?which=atlantis"), 422, "BAD_SHAPE");
    }

    @Test
    void other_sites_are_not_let_in() {
        var answer =
                given().header("Origin", "https://elsewhere.example").get("/api/v1/directives");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
