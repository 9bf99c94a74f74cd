package exeat.api;

import static exeat.api.ApiTown.AGREED;
import static exeat.api.ApiTown.TOLD;
import static exeat.api.ApiTown.TUMEN_BD;
import static exeat.api.ApiTown.TUMEN_CU;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.YANJI_PS;
import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.api.ApiTown.Filing;
import exeat.casework.command.Rejection;
import exeat.http.ProblemCode;
import exeat.web.guide.ApiExamples;
import exeat.web.town.Today;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The road from end to end, by nothing but the interface. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@Tag("day")
class ApiRoadIT {

    private final ApiTown town;

    @Inject
    ApiRoadIT(ApiTown town) {
        this.town = town;
    }

    @BeforeEach
    void open() {
        town.open();
    }

    private void clear(Filing filing) {
        town.clear(filing);
    }

    @Test
    void route_b_goes_from_application_to_a_closed_case_and_a_report() {
        var filing = town.file(ApiTown.returning());
        assertThat(town.stage(filing)).isEqualTo("unconfirmed");
        town.done(filing.token(), "POST", filing.one() + "/confirm", TOLD);
        var own = get(filing.token(), filing.path()).jsonPath();
        assertThat(own.getString("travellers[0].type")).isEqualTo("whole");
        assertThat(own.getString("travellers[0].finding.outcome")).isEqualTo("approve always");
        assertThat(own.getList("travellers[0].finding.routes")).containsExactly("B");
        // Nobody saw who filed: the others open with the clearance that establishes identity.
        assertThat(own.getList("travellers[0].clearances.unit")).containsExactly(YANJI_PS);

        clear(filing);
        town.done(town.officer(YANJI_FA), "POST", filing.one() + "/authorisation", "");
        var paper =
                get(filing.token(), filing.path())
                        .jsonPath()
                        .getString("travellers[0].paper.number");
        var found =
                call(
                        town.officer(TUMEN_BD),
                        "",
                        "POST",
                        "/api/v1/papers/find",
                        "{\"number\": \"" + paper.toLowerCase(java.util.Locale.ROOT) + "\"}");
        assertThat(found.jsonPath().getString("id")).isEqualTo(filing.id());
        assertThat(found.jsonPath().getString("travellers[0].type")).isEqualTo("at-border");

        var crossing = "{\"direction\": \"departure\"}";
        town.done(town.officer(TUMEN_BD), "POST", filing.one() + "/crossings", crossing);
        assertThat(town.stage(filing)).isEqualTo("authorised");
        town.done(town.officer(TUMEN_CU), "POST", filing.one() + "/crossings", crossing);
        assertThat(town.stage(filing)).isEqualTo("closed");

        List<String> history =
                get(filing.token(), filing.path() + "/history").jsonPath().getList("type");
        assertThat(history)
                .startsWith("applied")
                .contains("confirmed", "found", "clearance-done", "authorised", "departed")
                .endsWith("closed");
        noLoginIsTold(filing);
        var report = get(town.officer("jl-yanji"), "/api/v1/reports/jl-yanji").jsonPath();
        assertThat(report.getLong("total.received.most")).isPositive();
        assertThat(report.getLong("total.departed.most")).isPositive();
    }

    /** Whoever did it is named by their id, and no id says a login: these are UNIT.NUMBER here. */
    private static void noLoginIsTold(ApiTown.Filing filing) {
        for (var path : List.of("", "/history", "/looks", "/clocks")) {
            assertThat(get(filing.token(), filing.path() + path).jsonPath().prettify())
                    .doesNotContainPattern(
                            "(jl-yanji-ps|jl-yanji-fa|jl-tumen-bd|jl-tumen-cu)\\.[0-9]");
        }
        assertThat(get(filing.token(), filing.path()).jsonPath().prettify())
                .as("who cleared it")
                .containsPattern("jl-yanji-ps-[0-9a-f]{8}");
    }

    /** As {@code /api-guide} shows them, one after another. */
    @Test
    void the_worked_examples_do_what_they_show() throws Exception {
        var values = new HashMap<String, String>();
        values.put("OFFICER", town.officer(YANJI_FA));
        var json = new JsonMapper();
        for (var one : ApiExamples.all()) {
            var path = filled(one.path(), values);
            var body = filled(one.body(), values);
            var request = RestAssured.given().contentType("application/json");
            if (!one.token().isEmpty()) {
                request.header("Authorization", "Bearer " + values.get(one.token()));
            }
            if (one.key()) {
                request.header("Idempotency-Key", key());
            }
            var answer =
                    body.isEmpty()
                            ? request.request(one.method(), path)
                            : request.body(body).request(one.method(), path);
            assertThat(answer.statusCode())
                    .as(one.title() + ": " + answer.asString())
                    .isEqualTo(one.status());
            has(
                    json.readTree(filled(one.answer(), values)),
                    json.readTree(answer.asString()),
                    one.title());
            one.keep()
                    .forEach((member, name) ->
                            values.put(name, answer.jsonPath().getString(member)));
        }
        assertThat(values).containsKeys("TOKEN", "ID", "OWN");
    }

    private static String filled(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("$" + value.getKey(), value.getValue());
        }
        assertThat(filled).doesNotContain("$");
        return filled;
    }

    /** Everything that is shown is there; a text that ends with an ellipsis stands for any. */
    private static void has(JsonNode shown, JsonNode is, String title) {
        if (shown.isObject()) {
            shown.properties()
                    .forEach(member -> {
                        assertThat(is.has(member.getKey()))
                                .as(title + ": " + member.getKey())
                                .isTrue();
                        has(member.getValue(), is.path(member.getKey()), title);
                    });
        } else if (shown.isArray()) {
            assertThat(is.isArray()).as(title).isTrue();
            for (int n = 0; n < shown.size(); n++) {
                has(shown.path(n), is.path(n), title);
            }
        } else if (!shown.asText().endsWith("…")) {
            assertThat(is.asText()).as(title).isEqualTo(shown.asText());
        } else {
            assertThat(is.asText())
                    .as(title)
                    .startsWith(shown.asText().substring(0, shown.asText().length() - 1));
        }
    }

    @Test
    void the_guide_has_every_operation_and_every_code() {
        var start = RestAssured.get("/api-guide").asString();
        var operations = OpenApiIT.document().get("paths");
        var pages = new StringBuilder();
        for (int n = 0; n < 10; n++) {
            pages.append(RestAssured.get("/api-guide/" + n).asString());
        }
        operations
                .fieldNames()
                .forEachRemaining(path -> {
                    var shown = path.replace("&", "&amp;");
                    assertThat(start).contains(shown);
                    assertThat(pages).contains(shown);
                });
        var problems = RestAssured.get("/api-guide/problems").asString();
        for (var code : ProblemCode.values()) {
            assertThat(problems).contains(code.name());
        }
        for (var code : Rejection.Code.values()) {
            assertThat(problems).contains(code.name());
        }
    }

    @Test
    void a_report_is_csv_for_whoever_accepts_that() {
        var answer =
                RestAssured.given()
                        .header("Authorization", "Bearer " + town.officer("jl-yanji"))
                        .accept("text/csv")
                        .get("/api/v1/reports/jl-yanji");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.asString()).startsWith("unit,name,received");
    }

    @Test
    void a_hold_is_placed_by_two_and_won_back_by_appeal() {
        var filing = town.confirmed(ApiTown.returning());
        var hold =
                """
                {"act": {"type": "place-hold", "evidence": "two birth dates",
                         "ground": {"type": "identity-not-established"}, "limit": "%s"},
                 "reason": "it is not covered by any of them"}\
                """
                        .formatted(Today.day().plusDays(10));
        int number =
                town.done(town.officer(YANJI_FA), "POST", filing.one() + "/proposals", hold)
                        .jsonPath()
                        .getInt("number");
        var second = filing.one() + "/proposals/" + number + "/second";
        ApiTown.isProblem(
                call(town.officer(YANJI_FA), key(), "POST", second, AGREED), 409, "SECOND_OFFICER");
        agreesInTheirOwnWords(filing, second);

        town.done(
                filing.token(),
                "POST",
                filing.one() + "/appeals",
                "{\"against\": {\"type\": \"hold\", \"hold\": 1}, \"grounds\": \"I am who I am\"}");
        var reviewer =
                get(filing.token(), filing.path())
                        .jsonPath()
                        .getString("travellers[0].appeals[0].reviewer");
        town.done(
                town.officer(reviewer),
                "POST",
                filing.one() + "/appeals/1/decision",
                "{\"upheld\": true, \"reason\": \"nothing speaks against it\"}");
        assertThat(
                        get(filing.token(), filing.path())
                                .jsonPath()
                                .getString("travellers[0].holds[0].releasedAt"))
                .isNotNull();
    }

    /** They have read the file, and say something that the first officer did not. */
    private void agreesInTheirOwnWords(Filing filing, String second) {
        var officer = town.unbriefed(YANJI_FA, 2);
        var unopened = call(officer, key(), "POST", second, AGREED);
        ApiTown.isProblem(unopened, 409, "NOT_OPENED");
        assertThat(unopened.header("Link")).isEqualTo("<" + filing.path() + ">; rel=\"up\"");
        assertThat(get(officer, filing.path()).statusCode()).isEqualTo(200);
        ApiTown.isProblem(
                call(officer, key(), "POST", second, "{\"reason\": \"I agree\"}"),
                422,
                "REASON_SHORT");
        ApiTown.isProblem(
                call(
                        officer,
                        key(),
                        "POST",
                        second,
                        "{\"reason\": \"Yes: it is NOT covered by any of them\"}"),
                422,
                "REASON_COPIED");
        town.done(officer, "POST", second, AGREED);
        assertThat(
                        get(filing.token(), filing.path() + "/history")
                                .jsonPath()
                                .getString("find { it.type == 'seconded' }.details.reason"))
                .isEqualTo("I read the whole file, and it bears this out.");
    }

    @Test
    void a_hold_is_placed_by_two_shown_and_released_by_its_owner() {
        var filing = town.confirmed(ApiTown.returning());
        var hold =
                """
                {"act": {"type": "place-hold", "ground": {"type": "identity-not-established"},
                 "evidence": "two birth dates", "limit": "%s"}, "reason": "to be settled"}\
                """
                        .formatted(Today.day().plusDays(10));
        town.done(town.officer(YANJI_FA), "POST", filing.one() + "/proposals", hold);
        town.agree(filing);
        var shown = get(filing.token(), filing.path()).jsonPath();
        assertThat(shown.getString("travellers[0].holds[0].ground.type"))
                .isEqualTo("identity-not-established");
        assertThat(shown.getString("travellers[0].proposals[0].act.ground.type"))
                .isEqualTo("identity-not-established");

        town.done(
                town.officer(YANJI_FA),
                "POST",
                filing.one() + "/holds/1/release",
                "{\"reason\": \"settled\"}");
        assertThat(
                        get(filing.token(), filing.path())
                                .jsonPath()
                                .getString("travellers[0].holds[0].releasedAt"))
                .isNotNull();
    }

    @Test
    void a_fact_is_corrected_by_two_and_the_rules_decide_again() {
        var filing = town.confirmed(ApiTown.referred());
        var correct =
                """
                {"act": {"type": "correct-fact", "fact": "ethnicity", "value": "korean",
                 "evidence": "the register"}, "reason": "a slip"}\
                """;
        town.done(town.officer(YANJI_FA), "POST", filing.one() + "/proposals", correct);
        town.agree(filing);

        var shown = get(filing.token(), filing.path()).jsonPath();
        assertThat(shown.getString("travellers[0].facts.ethnicity")).isEqualTo("korean");
        assertThat(shown.getString("travellers[0].proposals[0].act.value")).isEqualTo("korean");
        assertThat(shown.getString("travellers[0].finding.facts.ethnicity")).isEqualTo("korean");
        var history = get(filing.token(), filing.path() + "/history").jsonPath();
        assertThat(
                        history.getString(
                                "find { it.type == 'fact-corrected' }.details.correction.type"))
                .isEqualTo("correct-fact");
    }

    @Test
    void a_question_is_asked_and_answered() {
        var filing = town.confirmed(ApiTown.returning());
        town.done(
                town.officer(YANJI_FA),
                "POST",
                filing.one() + "/questions",
                "{\"item\": {\"type\": \"document\", \"kind\": \"nationality-paper\"}}");
        town.done(
                filing.token(),
                "POST",
                filing.one() + "/answers",
                """
                {"documents": [{"kind": "nationality-paper", "reference": "KP 1"}]}\
                """);

        var shown = get(filing.token(), filing.path()).jsonPath();
        assertThat(shown.getString("travellers[0].questions[0].answered")).isNotNull();
        assertThat(shown.getString("travellers[0].documents[0].reference")).isEqualTo("KP 1");
    }

    @Test
    void each_adult_has_a_secret_of_their_own_and_a_claim_to_protection_hides_them() {
        var filing = town.file(ApiTown.returning(), ApiTown.returning());
        var two = filing.path() + "/travellers/2";
        ApiTown.isProblem(
                call(filing.token(), key(), "POST", two + "/confirm", TOLD), 403, "NOT_ALLOWED");
        town.done(filing.token(), "POST", filing.one() + "/confirm", TOLD);
        var secret = town.secret(filing, 2);
        var second = town.party(filing.number(), secret);
        town.done(second, "POST", two + "/confirm", TOLD);
        town.done(second, "POST", two + "/protection-claim", "");
        assertThat(get(filing.token(), filing.path()).jsonPath().getString("travellers[1].type"))
                .isEqualTo("name-and-stage");
        assertThat(
                        get(town.officer(YANJI_FA), filing.path())
                                .jsonPath()
                                .getString("travellers[1].type"))
                .isEqualTo("suspended");

        town.done(second, "DELETE", two + "/protection-claim", "");
        town.done(second, "POST", two + "/withdrawal", "");
        assertThat(get(second, filing.path()).jsonPath().getString("travellers[1].stage"))
                .isEqualTo("withdrawn");
        assertThat(town.stage(filing)).isEqualTo("approved");
    }

    @Test
    void an_officer_works_through_the_queue_part_by_part() {
        town.confirmed(ApiTown.returning());
        town.confirmed(ApiTown.returning());
        var first = get(town.officer(YANJI_PS), "/api/v1/queue?limit=1").jsonPath();
        assertThat(first.getList("rows")).hasSize(1);
        var second =
                get(
                                town.officer(YANJI_PS),
                                "/api/v1/queue?limit=1&after=" + first.getString("next"))
                        .jsonPath();

        assertThat(second.getString("rows[0].application") + second.getString("rows[0].task"))
                .isNotEqualTo(
                        first.getString("rows[0].application") + first.getString("rows[0].task"));
        assertThat(first.getLong("total")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void an_issue_rises_and_is_answered() {
        var raised =
                town.done(
                        town.officer(YANJI_FA),
                        "POST",
                        "/api/v1/issues",
                        "{\"paragraph\": \"3.1\", \"text\": \"nobody here has the telegram\"}");
        var id = raised.jsonPath().getString("id");
        assertThat(raised.statusCode()).isEqualTo(201);
        town.done(
                town.officer("jl-yanji"),
                "POST",
                "/api/v1/issues/" + id + "/pass-up",
                "{\"remark\": \"nor here\"}");
        town.done(
                town.officer("jl"),
                "POST",
                "/api/v1/issues/" + id + "/answer",
                "{\"answer\": \"asked for\"}");

        assertThat(
                        get(town.officer(YANJI_FA), "/api/v1/issues")
                                .jsonPath()
                                .getString("find { it.id == '" + id + "' }.answer"))
                .isEqualTo("asked for");
    }

    @Test
    void anybody_reads_the_directive_and_asks_what_it_says() {
        var directive = get("", "/api/v1/directives/prc-1963").jsonPath();
        assertThat(directive.getList("record.content.findAll { it.type == 'mark' }.sign"))
                .containsExactly("□□", "□□", "□□");
        assertThat(directive.getList("vocabulary.facts.name")).contains("ethnicity");
        assertThat(directive.getList("rules")).isNotEmpty();

        var facts =
                """
                {"facts": {"residence addressed": true, "nationality": "KP", "purpose": "return"}}\
                """;
        var finding = call("", "", "POST", "/api/v1/directives/prc-1963/decide", facts).jsonPath();
        assertThat(finding.getString("outcome")).isEqualTo("approve always");
        assertThat(finding.getString("grounds[0].paragraph")).isEqualTo("2.3");
    }
}
