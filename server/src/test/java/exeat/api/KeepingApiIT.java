package exeat.api;

import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import exeat.desk.Office;
import exeat.web.town.Today;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How files are kept and found, over the interface. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@Tag("day")
class KeepingApiIT {

    private static final String DUTIES = "/api/v1/directives/prc-1963/duties";

    private final ApiTown town;
    private final Office office;

    @Inject
    KeepingApiIT(ApiTown town, Office office) {
        this.town = town;
        this.office = office;
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

    private static final String SEARCH = "/api/v1/search";

    private static String byName(String born) {
        return "{\"name\": \"%s\", \"born\": \"%s\"}".formatted(ApiTown.PLANTED, born);
    }

    private static Answer search(String token, String body) {
        return ApiTown.call(token, "", "POST", SEARCH, body);
    }

    private ApiTown.Filing born(String day) {
        var filing = town.confirmed(ApiTown.referred().replace("1980-05-01", day));
        office.search().index().fill();
        return filing;
    }

    @Test
    void a_person_is_found_over_the_interface_by_the_rules_of_the_page() {
        town.open();
        var filing = born("1961-02-03");
        var me = town.officer("jl-yanji-fa");
        var number = "{\"number\": \"" + filing.number() + "\"}";
        for (var body : List.of(byName("1961-02-03"), number)) {
            var found = search(me, body);
            assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
            assertThat(found.jsonPath().getList("found.application", String.class))
                    .containsExactly(filing.id());
            assertThat(found.jsonPath().getBoolean("narrow")).isFalse();
            assertThat(found.jsonPath().getMap("found[0]"))
                    .as("nothing but what the page shows")
                    .containsOnlyKeys(
                            "application", "number", "traveller", "name", "stage", "holder");
        }
        assertThat(ApiTown.get(filing.token(), filing.path() + "/looks").asString())
                .as("whom it displayed sees it")
                .contains("jl-yanji-fa");

        var elsewhere = town.officer("jl-tumen-fa");
        var nobody = search(elsewhere, "{\"number\": \"EX-0000-0000\"}").asString();
        assertThat(search(elsewhere, number).asString()).isEqualTo(nobody);
        assertThat(search(elsewhere, byName("1961-02-03")).asString()).isEqualTo(nobody);
        var border = town.officer("jl-tumen-bd");
        assertThat(search(border, number).asString()).as("by a paper alone").isEqualTo(nobody);
        for (var other : List.of(border, filing.token(), town.stranger())) {
            ApiTown.isProblem(search(other, byName("1961-02-03")), 403, "NOT_ALLOWED");
        }
        for (var other : List.of(filing.token(), town.stranger())) {
            ApiTown.isProblem(search(other, number), 403, "NOT_ALLOWED");
            ApiTown.isProblem(search(other, "{}"), 403, "NOT_ALLOWED");
        }
        for (var alone :
                List.of(
                        "{}",
                        "{\"name\": \"Kim\"}",
                        "{\"born\": \"1961-02-03\"}",
                        number.replace("}", ", \"name\": \"Kim\"}"))) {
            ApiTown.isProblem(search(me, alone), 422, "BAD_INPUT");
        }
        assertThat(search(me, number.replace("}", ", \"nationality\": \"CN\"}")).statusCode())
                .as("no filter by a fact")
                .isIn(400, 422);
    }

    @Test
    void a_claim_to_protection_changes_no_answer_of_a_search_over_the_interface() {
        town.open();
        var filing = born("1962-03-04");
        var number = "{\"number\": \"" + filing.number() + "\"}";
        var units = List.of("jl-yanji-fa", "jl-yanji-ps", "jl-yanji");
        var before = units.stream().map(unit -> search(town.officer(unit), number)).toList();
        town.done(filing.token(), "POST", filing.one() + "/protection-claim", "");
        var after = units.stream().map(unit -> search(town.officer(unit), number)).toList();
        assertThat(after)
                .extracting(Answer::statusCode, Answer::asString)
                .isEqualTo(
                        before.stream()
                                .map(one -> tuple(one.statusCode(), one.asString()))
                                .toList());
    }

    @Tag("full")
    @Test
    void more_than_ten_are_to_be_narrowed_and_an_hour_has_so_many_searches() {
        town.open();
        for (int n = 0; n < 11; n++) {
            born("1963-04-05");
        }
        var me = town.officer("jl-yanji-fa");
        var many = search(me, byName("1963-04-05"));
        assertThat(many.jsonPath().getBoolean("narrow")).isTrue();
        assertThat(many.jsonPath().getList("found")).isEmpty();

        var searcher = town.unbriefed("jl-yanji-fa", 8);
        Answer answer = search(searcher, byName("1900-01-01"));
        for (int n = 0; n < 120 && answer.statusCode() == 200; n++) {
            answer = search(searcher, byName("1900-01-01"));
        }
        ApiTown.isProblem(answer, 429, "OVER_BUDGET");
        assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After")))).isPositive();
    }
}
