package exeat.api;

import static exeat.api.ApiTown.TUMEN_FA;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.intake.LunarDates;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of any length come in by the interface, and are looked after by whoever sent them. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class IntakesApiIT {

    private static final String PATH = "/api/v1/intakes";
    private static final String HEADER =
            "application,name_latn_family,name_latn_given,birth_date,nationality,residence,"
                    + "purpose,language\n";

    private final ApiTown town;

    @TestHTTPResource("/")
    URL base;

    @Inject
    IntakesApiIT(ApiTown town) {
        this.town = town;
    }

    @BeforeEach
    void open() {
        town.open();
    }

    private static Response send(String token, String type, String body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH);
    }

    private Answer over(String token, String where) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        for (var answer = get(token, where); ; answer = get(token, where)) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            if (answer.jsonPath().getString("stage").matches("done|unreadable")) {
                return answer;
            }
            assertThat(System.nanoTime()).as(answer.asString()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void a_file_of_rows_is_taken_at_once_and_told_of_until_it_is_done() throws Exception {
        var officer = town.officer(YANJI_FA);
        var csv =
                HEADER
                        + "=a,Kim,Yong,1982-05-01,KP,jl-yanji,return,ko\n"
                        + "b,Kim,Yong,no day,KP,jl-yanji,return,ko\n";
        var taken = send(officer, "text/csv; charset=utf-8", csv);
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        var where = taken.header("Location");
        assertThat(where).startsWith(PATH + "/");
        var done = over(officer, where).jsonPath();
        assertThat(done.getInt("rows")).isEqualTo(2);
        assertThat(done.getInt("filed")).isEqualTo(1);
        assertThat(done.getInt("rejected")).isEqualTo(1);
        assertThat(get(officer, where + "/problems").asString())
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "line,column,field,why",
                                "3,4,\"birth_date\",\"" + LunarDates.FORMS + "\"",
                                ""));
        assertThat(get(officer, where + "/numbers").asString())
                .matches("(?s)number,application\r\nEX-[0-9A-Z-]{9},\"'=a\"\r\n");
        assertThat(get(officer, PATH).jsonPath().getList("id"))
                .contains(where.substring(PATH.length() + 1));

        var foreign = town.officer(TUMEN_FA);
        for (var address : new String[] {where, where + "/problems", where + "/numbers"}) {
            ApiTown.isProblem(get(foreign, address), 404, "NOT_FOUND");
        }
    }

    @Test
    void a_file_of_lines_takes_what_the_interface_takes_and_names_what_is_wrong_by_line()
            throws Exception {
        var officer = town.officer(YANJI_FA);
        var good = ApiTown.draft(ApiTown.returning()).replace("\n", " ");
        var lines = good + "\n" + good.replace("1980-05-01", "80") + "\n{\"travellers\": []}\n";
        var taken = send(officer, "application/x-ndjson", lines);
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        var done = over(officer, taken.header("Location")).jsonPath();
        assertThat(done.getInt("filed")).isEqualTo(1);
        assertThat(done.getInt("rejected")).isEqualTo(2);
        assertThat(get(officer, taken.header("Location") + "/problems").asString())
                .contains("2,0,\"travellers[0].birthDate\"")
                .contains("3,0,\"travellers\"");
    }

    @Test
    void a_stranger_sends_no_file_and_nobody_without_a_session() {
        ApiTown.isProblem(send(town.stranger(), "text/csv", HEADER), 403, "NOT_ALLOWED");
        ApiTown.isProblem(send("none", "text/csv", HEADER), 401, "SIGN_IN_FIRST");
        var officer = town.officer(YANJI_FA);
        assertThat(send(officer, "application/json", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void a_file_that_is_too_long_is_told_how_long_it_may_be() throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(5000);
            var head =
                    """
                    POST /api/v1/intakes HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: text/csv\r
                    Content-Length: 5000000000\r
                    \r
                    """;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
            assertThat(answer.lines().anyMatch(line -> line.contains("at most 4 GB"))).isTrue();
        }
    }
}
