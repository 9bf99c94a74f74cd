package exeat.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import exeat.web.Town;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiIT {

    private static final String APPLICATION =
            """
            {"travellers": [{"names": [{"script": "Latn", "family": "Kim", "given": "Chol"}],
              "birthDate": "1931-05-07", "nationality": "KP", "residence": "jl-yanji",
              "purpose": "return", "facts": {}}]}
            """;

    @Inject Town town;

    @BeforeEach
    void open() {
        town.open();
    }

    private static String token(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static RequestSpecification with(String token) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void an_application_is_filed_once_confirmed_and_read_back() {
        var stranger = token("{}");
        var key = UUID.randomUUID().toString();
        var filed = with(stranger).header("Idempotency-Key", key);
        var first =
                given().contentType(ContentType.JSON)
                        .header("Authorization", "Bearer " + stranger)
                        .header("Idempotency-Key", key)
                        .body(APPLICATION)
                        .post("/api/v1/applications");
        var again =
                given().contentType(ContentType.JSON)
                        .header("Authorization", "Bearer " + stranger)
                        .header("Idempotency-Key", key)
                        .body(APPLICATION)
                        .post("/api/v1/applications");
        assertThat(filed).isNotNull();
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        String id = first.path("id");
        var party =
                token(
                        "{\"number\": \"%s\", \"secret\": \"%s\"}"
                                .formatted(first.path("number"), first.path("secret")));
        with(party)
                .body("{\"told\": []}")
                .post("/api/v1/applications/" + id + "/travellers/1/confirmation")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_TOLD"));
        with(party)
                .body("{\"told\": [\"NATIONALITY\", \"RESIDENCE\", \"WAY_BACK\"]}")
                .post("/api/v1/applications/" + id + "/travellers/1/confirmation")
                .then()
                .statusCode(200);
        with(party)
                .get("/api/v1/applications/" + id)
                .then()
                .statusCode(200)
                .body("travellers[0].finding.outcome", equalTo("approve always"))
                .body("travellers[0].stage", equalTo("APPROVED"));
    }

    @Test
    void what_another_may_not_see_is_not_found() {
        var stranger = token("{}");
        String id = with(stranger).body(APPLICATION).post("/api/v1/applications").path("id");
        with(token("{\"login\": \"jl-tumen-bd.1\", \"password\": \"right jl-tumen-bd.1\"}"))
                .get("/api/v1/applications/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().get("/api/v1/applications/" + id)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void every_wrong_body_is_a_problem_that_names_its_field_and_never_its_value() {
        var stranger = token("{}");
        with(stranger)
                .body(APPLICATION.replace("\"facts\"", "\"fact\""))
                .post("/api/v1/applications")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("travellers[0].fact"));
        with(stranger)
                .body(APPLICATION.replace("1931-05-07", "yesterday"))
                .post("/api/v1/applications")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("travellers[0].birthDate"));
        with(stranger)
                .body(APPLICATION.replace("{}", "{\"ethnicity\": \"martian\"}"))
                .post("/api/v1/applications")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("travellers[0].facts.ethnicity"));
        with(stranger)
                .body("{")
                .post("/api/v1/applications")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/api/v1/decide")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + stranger)
                .body(APPLICATION)
                .post("/api/v1/applications")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY"));
        given().get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void it_decides_without_a_case_and_never_refuses() {
        given().contentType(ContentType.JSON)
                .body(
                        "{\"facts\": {\"purpose\": \"return\", \"nationality\": \"KP\", \"residence addressed\": \"true\"}}")
                .post("/api/v1/decide")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("approve always"))
                .body("paragraphs[0]", equalTo("2.3"));
        given().contentType(ContentType.JSON)
                .body("{\"facts\": {}}")
                .post("/api/v1/decide")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("refer"));
    }

    @Test
    void openapi_health_and_metrics_are_served() {
        given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body(containsString("\"3.1.0\""));
        given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/metrics").then().statusCode(200).body(containsString("exeat_desk_accepted"));
    }
}
