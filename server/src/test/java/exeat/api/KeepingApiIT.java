package exeat.api;

import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.town.Today;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How files are kept, over the interface. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@Tag("day")
class KeepingApiIT {

    private static final String DUTIES = "/api/v1/directives/prc-1963/duties";

    private final ApiTown town;

    @Inject
    KeepingApiIT(ApiTown town) {
        this.town = town;
    }

    @Test
    void a_file_is_moved_by_a_head_and_its_clocks_say_who_has_it() {
        var filing = town.open().confirmed(ApiTown.referred());
        var head = town.officer("jl-fa");
        town.done(
                head,
                "POST",
                filing.path() + "/hand-over",
                "{\"from\": \"jl-yanji-fa\", \"to\": \"jl-fa\", \"reason\": \"too many\"}");

        var clocks = ApiTown.get(filing.token(), filing.path() + "/clocks");
        assertThat(clocks.statusCode()).isEqualTo(200);
        assertThat(clocks.jsonPath().getString("[0].running[0].unit")).isEqualTo("jl-fa");
        assertThat(clocks.jsonPath().getString("[0].running[0].task")).isEqualTo("decide");
        var history = ApiTown.get(filing.token(), filing.path() + "/history");
        assertThat(history.jsonPath().getList("type", String.class)).contains("handed-over");
    }

    @Test
    void an_act_out_of_order_gives_its_reason_or_is_kept_without_one() {
        town.open().confirmed(ApiTown.referred());
        var last = town.confirmed(ApiTown.referred());
        var other = town.confirmed(ApiTown.referred());
        var me = town.officer("jl-yanji-fa");
        town.done(
                me,
                "POST",
                last.one() + "/jump",
                "{\"task\": \"decide\", \"why\": \"urgent need\", \"words\": \"a birth\"}");
        town.done(me, "POST", last.one() + "/approval", "{\"reason\": \"so\"}");
        town.done(me, "POST", other.one() + "/approval", "{\"reason\": \"so\"}");

        var jumps = ApiTown.get(town.officer("jl-fa"), "/api/v1/jumps");
        assertThat(jumps.jsonPath().getList("why", String.class)).contains("urgent need");
        var next = ApiTown.call(me, key(), "POST", "/api/v1/queue/take?which=referred", "");
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.jsonPath().getString("task")).isEqualTo("decide");
    }

    @Test
    void absence_and_delegation_are_set_and_ended() {
        town.open();
        var me = town.officer("jl-yanji-ps");
        var id = town.officerId("jl-yanji-ps").text();
        var day = Today.day().plusDays(30);
        town.done(
                me,
                "POST",
                DUTIES + "/absences",
                "{\"officer\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
                        .formatted(id, day, day));
        var duties = ApiTown.get(me, DUTIES);
        assertThat(duties.jsonPath().getString("absences[0].officer")).isEqualTo(id);
        town.done(me, "POST", DUTIES + "/absences/1/end", "");
        assertThat(ApiTown.get(me, DUTIES).jsonPath().getBoolean("absences[0].over")).isTrue();
        ApiTown.isProblem(
                ApiTown.call(
                        me,
                        key(),
                        "POST",
                        "/api/v1/sessions/acting",
                        "{\"officer\": \"jl-yanji-fa.1\"}"),
                403,
                "NOT_ALLOWED");
    }
}
