package exeat.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document says what the interface does, of every operation. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class OpenApiIT {

    @Inject ApiTown town;

    /** An operation as the document has it. */
    record Documented(String name, JsonNode operation) {}

    static JsonNode document() {
        var text = given().queryParam("format", "json").get("/openapi").asString();
        try {
            Files.writeString(Path.of("target", "openapi.json"), text);
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("the document is not JSON", broken);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static List<Documented> operations() {
        var operations = new ArrayList<Documented>();
        for (var path : document().get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                operations.add(new Documented(method + " " + path.getKey(), operation.getValue()));
            }
        }
        return operations;
    }

    @Test
    void it_is_openapi_3_1_and_holds_the_interface_and_nothing_else() {
        assertThat(document().get("openapi").asText()).startsWith("3.1");
        assertThat(operations()).hasSizeGreaterThan(35);
        assertThat(operations()).allMatch(o -> o.name().contains(" /api/v1/"));
    }

    @Test
    void every_operation_has_a_summary_a_step_and_what_it_answers() {
        for (var op : operations()) {
            var operation = op.operation();
            assertThat(operation.path("summary").asText()).as(op.name()).isNotBlank();
            assertThat(operation.path("tags").size()).as(op.name()).isBetween(1, 2);
            assertThat(operation.path("tags").get(0).asText()).as(op.name()).matches("[0-9] .*");
            var good = new TreeSet<String>();
            operation.get("responses").fieldNames().forEachRemaining(good::add);
            assertThat(good.first()).as(op.name()).isIn("200", "201", "202", "204");
            var answer = operation.get("responses").get(good.first());
            if (!good.first().equals("204")) {
                assertThat(
                                answer.at("/content/application~1json/schema").isMissingNode()
                                        && answer.at("/content/text~1csv").isMissingNode())
                        .as(op.name())
                        .isFalse();
            }
        }
    }

    @Test
    void creating_operations_answer_201_and_commands_name_caseworks_reasons() {
        var created =
                operations().stream()
                        .filter(op -> op.operation().get("responses").has("201"))
                        .map(Documented::name)
                        .toList();
        assertThat(created)
                .containsExactlyInAnyOrder(
                        "POST /api/v1/sessions",
                        "POST /api/v1/applications",
                        "POST /api/v1/applications/{id}/secrets",
                        "POST /api/v1/issues");
        var second =
                operations().stream()
                        .filter(op -> op.name().endsWith("/second"))
                        .findFirst()
                        .orElseThrow()
                        .operation();
        assertThat(second.at("/responses/409/description").asText())
                .contains("SECOND_OFFICER", "WRONG_STAGE");
    }

    @Test
    void every_operation_has_its_problems() {
        for (var op : operations()) {
            var responses = op.operation().get("responses");
            var wanted = new TreeSet<>(List.of("406", "500", "503"));
            if (op.operation().has("security")) {
                wanted.addAll(List.of("401", "403"));
            }
            if (op.operation().has("requestBody")) {
                wanted.addAll(List.of("400", "413", "415", "422"));
            }
            if (op.name().contains("{")) {
                wanted.add("404");
            }
            for (var status : wanted) {
                var schema = responses.path(status).at("/content/application~1problem+json/schema");
                assertThat(schema.path("$ref").asText())
                        .as(op.name() + " " + status)
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
    }

    @Test
    void operations_that_need_a_session_or_a_key_say_so() {
        var open =
                operations().stream()
                        .filter(op -> !op.operation().has("security"))
                        .map(Documented::name)
                        .toList();
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "POST /api/v1/sessions",
                        "GET /api/v1/directives",
                        "GET /api/v1/directives/{directive}",
                        "GET /api/v1/directives/{directive}/versions/{version}",
                        "GET /api/v1/directives/{directive}/proof",
                        "POST /api/v1/directives/{directive}/decide");
        var stranger = town.stranger();
        for (var op : operations()) {
            // A file is no JSON, and its kind is looked at first; IntakesApiIT sends them.
            if (op.operation().has("security") && !op.name().equals("POST /api/v1/intakes")) {
                var without = ApiRightsIT.attempt(op, "", ApiTown.key());
                ApiTown.isProblem(without, 401, "SIGN_IN_FIRST");
            }
            boolean keyed =
                    op.operation().path("parameters").toString().contains("Idempotency-Key");
            assertThat(keyed)
                    .as(op.name())
                    .isEqualTo(
                            !op.name().startsWith("GET ")
                                    && !open.contains(op.name())
                                    && !op.name().equals("DELETE /api/v1/sessions")
                                    && !op.name().startsWith("POST /api/v1/intakes")
                                    && !op.name().equals("POST /api/v1/papers/find")
                                    && !op.name().equals("POST /api/v1/search"));
            if (op.name().startsWith("GET ")) {
                assertThat(ApiRightsIT.attempt(op, stranger, "").asString())
                        .as(op.name())
                        .doesNotContain("KEY_MISSING");
            }
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        var document = document();
        for (var ref : document.findValuesAsText("$ref")) {
            assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
        }
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/components/schemas/Refuse/properties/type/const").asText())
                .isEqualTo("refuse");
        assertThat(document.at("/components/schemas/Traveller/required").toString())
                .contains("names", "birthDate", "residence")
                .doesNotContain("contact");
    }
}
