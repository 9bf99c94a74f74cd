package exeat.api;

import static exeat.api.ApiTown.PLANTED;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What whoever runs the server reads: health and metrics. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class OperationsIT {

    private final ApiTown town;

    @Inject
    OperationsIT(ApiTown town) {
        this.town = town;
    }

    @Test
    void health_is_up_and_names_the_database_and_the_writer() {
        var health = given().get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.jsonPath().getString("status")).isEqualTo("UP");
        assertThat(given().get("/health/ready").jsonPath().getList("checks.name"))
                .contains("database", "writer");
        assertThat(given().get("/health/live").jsonPath().getList("checks.name"))
                .containsExactly("writer");
    }

    @Test
    void metrics_count_commands_and_hold_nobodys_id_or_name() {
        var filing = town.open().confirmed(ApiTown.returning());
        get(town.officer(YANJI_FA), filing.path());
        get(town.officer(YANJI_FA), filing.path() + "/nothing");

        var metrics = given().get("/metrics").asString();
        assertThat(metrics)
                .contains("exeat_commands_total{result=\"accepted\"}")
                .contains("exeat_commands_total{result=\"rejected\"}")
                .contains("exeat_commands_total{result=\"busy\"}")
                .contains("exeat_batches_total")
                .contains("exeat_queue_depth")
                .contains("/api/v1/applications/{id}")
                .doesNotContain(filing.id(), filing.number(), filing.secret(), PLANTED);
    }
}
