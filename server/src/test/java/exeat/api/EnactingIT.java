package exeat.api;

import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Office;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a version needs is open to everybody; what is done with it, to its issuer. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class EnactingIT {

    private static final String PATH = "/api/v1/directives/prc-1963";

    @Inject ApiTown town;
    @Inject Office office;

    @BeforeEach
    void open() {
        town.open();
    }

    private String version() {
        var hash = office.register().directive("prc-1963").orElseThrow().ref().hash();
        return PATH + "/versions/" + hash;
    }

    @Test
    void everybody_can_read_what_is_proved_and_who_signed() {
        var gate = get("", version()).jsonPath();

        assertThat(gate.getBoolean("proved")).isTrue();
        assertThat(gate.getBoolean("signed")).isTrue();
        assertThat(gate.getString("standing")).isEqualTo("in force");
        assertThat(gate.getList("proofs")).hasSize(7);
        assertThat(gate.getString("pairs[0].signatures[0].by")).isEqualTo("law.1");
        ApiTown.isProblem(get("", PATH + "/versions/" + "0".repeat(64)), 404, "NOT_FOUND");
    }

    @Test
    void only_a_lawyer_signs_and_only_two_officers_change_anything() {
        var pair = get("", version()).jsonPath().getString("pairs[0].pair");
        var sign = "{\"pairs\": [\"" + pair + "\"]}";
        var root = town.officer("cn");
        ApiTown.isProblem(
                call(root, key(), "POST", version() + "/signatures", sign), 403, "NOT_ALLOWED");

        var suspend = "{\"change\": \"suspend\", \"reason\": \"a question of law\"}";
        ApiTown.isProblem(
                call(town.officer("jl"), key(), "POST", PATH + "/changes", suspend),
                403,
                "NOT_ALLOWED");
        town.done(root, "POST", PATH + "/changes", suspend);
        ApiTown.isProblem(
                call(root, key(), "POST", PATH + "/changes/1/second", ""), 409, "SECOND_OFFICER");
        var repeal = "{\"change\": \"repeal\", \"reason\": \"it has served\"}";
        assertThat(call(root, key(), "POST", PATH + "/changes", repeal).statusCode())
                .isEqualTo(422);
        assertThat(get("", version()).jsonPath().getString("standing")).isEqualTo("in force");
    }
}
