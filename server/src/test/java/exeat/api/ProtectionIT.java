package exeat.api;

import static exeat.api.ApiTown.TOLD;
import static exeat.api.ApiTown.TUMEN_CU;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.YANJI_PS;
import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.api.ApiTown.Filing;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A claim to protection by interface and pages: every try has the same answer, and of two
 * applications alike, one with a claim and one without, whoever may not know is given the same.
 */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ProtectionIT {

    private static final String DOOR = "/api/v1/protection-claims";

    private final ApiTown town;

    @Inject
    ProtectionIT(ApiTown town) {
        this.town = town;
    }

    @BeforeEach
    void open() {
        town.open();
    }

    private Answer claim(String token, String number, int no) {
        var body =
                """
                {"number": "%s", "traveller": %d, "words": "He hits her."}\
                """
                        .formatted(number, no);
        return call(token, key(), "POST", DOOR, body);
    }

    private Filing couple() {
        var filing = town.file(ApiTown.returning(), ApiTown.returning());
        town.done(filing.token(), "POST", filing.one() + "/confirm", TOLD);
        return filing;
    }

    @Test
    void every_claim_has_the_same_answer_and_by_address_who_may_not_read_is_told_404() {
        var filing = couple();
        var customs = town.officer(TUMEN_CU);
        var first = claim(customs, filing.number(), 2);
        assertThat(first.statusCode()).isEqualTo(202);
        for (var again :
                List.of(
                        claim(customs, filing.number(), 2),
                        claim(customs, filing.number(), 9),
                        claim(customs, "EX-AAAA-AAAA", 1),
                        claim(filing.token(), filing.number(), 2))) {
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("ETag")).isNull();
        }
        var path = filing.path() + "/travellers/2/protection-claims";
        for (int i = 0; i < 2; i++) {
            var by = call(customs, key(), "POST", path, "{\"words\": \"He hits her.\"}");
            ApiTown.isProblem(by, 404, "NOT_FOUND");
            assertThat(get(customs, filing.path()).statusCode()).isEqualTo(404);
        }
        assertThat(get(town.officer(YANJI_FA), filing.path()).asString())
                .contains("\"type\":\"suspended\"");
    }

    @Test
    void the_protection_officer_hears_the_person_and_the_person_admits_whom_they_wish() {
        var filing = couple();
        var two = filing.path() + "/travellers/2";
        var second = town.party(filing.number(), town.secret(filing, 2));
        town.done(second, "POST", two + "/confirm", TOLD);
        claim(town.officer(TUMEN_CU), filing.number(), 2);
        var yanji = town.officer("jl-yanji");
        var queue = get(yanji, "/api/v1/queue?which=protection").asString();
        assertThat(queue).contains(filing.number());
        assertThat(get(yanji, filing.path()).asString())
                .contains("\"type\":\"to-hear\"", "He hits her.");
        hear(filing, 2);
        var holder = town.officer(YANJI_FA);
        assertThat(type(holder, filing, 2)).isEqualTo("suspended");
        town.done(second, "POST", two + "/protection-admissions", "{\"unit\": \"jl-yanji-fa\"}");
        assertThat(type(holder, filing, 2)).isEqualTo("whole");
    }

    private void hear(Filing filing, int no) {
        for (int n : new int[] {1, 2}) {
            town.done(
                    town.unbriefed("jl-yanji", n),
                    "POST",
                    filing.path() + "/travellers/" + no + "/protection-hearing",
                    """
                    {"confirmed": true, "seen": "a card", "words": "She wants protection."}\
                    """);
        }
    }

    private static String type(String token, Filing filing, int no) {
        return get(token, filing.path()).jsonPath().getString("travellers[" + (no - 1) + "].type");
    }

    /** Somebody filed for the victim as traveller 1, and so was handed that secret. */
    @Test
    void whoever_filed_for_a_victim_is_given_the_same_of_both_and_ends_nothing() {
        var with = couple();
        var without = couple();
        claim(town.officer(TUMEN_CU), with.number(), 1);
        hear(with, 1);
        var pages =
                List.of(
                        "/track",
                        "/looks",
                        "/issues",
                        "/protection",
                        "/track/1/withdraw",
                        "/track/1/protect",
                        "/track/1/end-protection",
                        "/track/1/admit");
        assertThat(given(with.token(), with, pages))
                .isEqualTo(given(without.token(), without, pages));
        for (var act : ACTS) {
            assertThat(given(with, act)).as(act.toString()).isEqualTo(given(without, act));
            assertThat(given(with.token(), with, pages))
                    .as(act.toString())
                    .isEqualTo(given(without.token(), without, pages));
        }

        var yanji = town.officer("jl-yanji");
        assertThat(type(town.officer(YANJI_FA), with, 1)).isEqualTo("suspended");
        town.done(yanji, "POST", with.one() + "/in-person-claim-end", "{\"seen\": \"a card\"}");
        town.done(
                town.officer("jl"),
                "POST",
                with.one() + "/in-person-requests/1/second",
                "{\"seen\": \"her voice\"}");
        assertThat(
                        get(town.officer(YANJI_FA), with.path())
                                .jsonPath()
                                .getString("travellers[0].stage"))
                .isEqualTo("approved");
    }

    /** Two officers of the county say that somebody left, who was never there. */
    @Test
    void whoever_was_never_there_is_told_how_to_undo_it_and_does() {
        var filing = couple();
        var two = filing.path() + "/travellers/2";
        var second = town.party(filing.number(), town.secret(filing, 2));
        town.done(second, "POST", two + "/confirm", TOLD);
        for (var one : List.of(filing.one(), two)) {
            town.done(town.officer("jl-yanji"), "POST", one + "/in-person-withdrawal", SEEN);
            var agreed = one + "/in-person-requests/1/second";
            town.done(town.unbriefed("jl-yanji", 2), "POST", agreed, SEEN);
        }
        // Whoever has the secret of the filing is told where to go; the other one undoes it.
        assertThat(page(filing.token(), "/track"))
                .contains("and withdrew your application", "go to one of these offices")
                .doesNotContain("/disown/");
        assertThat(page(second, "/track")).contains("/track/2/disown/1");
        assertThat(page(second, "/track/2/disown/1")).contains("Nobody may make you do this.");
        assertThat(get(second, filing.path()).jsonPath().getList("travellers[1].doneInPerson"))
                .hasSize(1);
        var undo = "/in-person-requests/1/disown";
        ApiTown.isProblem(
                call(filing.token(), key(), "POST", filing.one() + undo, ""),
                409,
                "SECRET_UNPROVED");
        ApiTown.isProblem(call(filing.token(), key(), "POST", two + undo, ""), 403, "NOT_ALLOWED");
        town.done(second, "POST", two + undo, "");
        assertThat(stage(filing, 2)).isEqualTo("approved");
        assertThat(page(second, "/track")).doesNotContain("/disown/");

        // The first one, who has no such secret, is before two officers of another unit.
        var body = "{\"withdrawal\": true, \"seen\": \"a card\"}";
        var disowning = filing.one() + "/in-person-disowning";
        ApiTown.isProblem(
                call(town.officer("jl-yanji"), key(), "POST", disowning, body),
                409,
                "SECOND_OFFICER");
        town.done(town.officer("jl"), "POST", disowning, body);
        var agreed = filing.one() + "/in-person-requests/5001/second";
        town.done(town.officer("cn"), "POST", agreed, SEEN);
        assertThat(stage(filing, 1)).isEqualTo("approved");
    }

    private static final String SEEN = "{\"seen\": \"a card\"}";

    private static String page(String token, String path) {
        return Answer.of(Answer.to(path).header("Cookie", "exeat-session=" + token)).asString();
    }

    private String stage(Filing filing, int no) {
        return get(town.officer(YANJI_FA), filing.path())
                .jsonPath()
                .getString("travellers[" + (no - 1) + "].stage");
    }

    private record Act(String method, String path, String body) {}

    /** In this order: after the withdrawal all the others are tried once more. */
    private static final List<Act> ACTS =
            List.of(
                    new Act("DELETE", "/protection-claim", ""),
                    new Act("POST", "/protection-admissions", "{\"unit\": \"jl-yanji-fa\"}"),
                    new Act("POST", "/protection-claim", ""),
                    new Act("POST", "/protection-admissions", "{\"unit\": \"jl-yanji-fa\"}"),
                    new Act("DELETE", "/protection-claim", ""),
                    new Act("POST", "/own-erasure", ""),
                    new Act("POST", "/withdrawal", ""),
                    new Act("POST", "/withdrawal", ""),
                    new Act("DELETE", "/protection-claim", ""),
                    new Act("POST", "/own-erasure", ""));

    private static String given(Filing filing, Act act) {
        var answer =
                call(filing.token(), key(), act.method(), filing.one() + act.path(), act.body());
        // A leaf differs for every step of every application.
        return answer.statusCode()
                + normal(answer.asString(), filing).replaceAll("[0-9a-f]{64}", "HASH")
                + answer.header("ETag");
    }

    /** What a reader is given of a case by the interface, with its headers, and by pages. */
    private static Map<String, String> given(String token, Filing filing, List<String> pages) {
        var given = new LinkedHashMap<String, String>();
        for (var what : List.of("", "/history", "/looks", "/clocks")) {
            var answer = get(token, filing.path() + what);
            given.put("GET " + what, answer.statusCode() + answer.asString());
            given.put("ETag " + what, String.valueOf(answer.header("ETag")));
        }
        for (var page : pages) {
            var answer = Answer.of(Answer.to(page).header("Cookie", "exeat-session=" + token));
            given.put(page, answer.statusCode() + answer.asString());
        }
        given.replaceAll((_, text) -> normal(text, filing));
        return given;
    }

    /** Without ids, moments and what a form is bound to, in which any two differ. */
    private static String normal(String text, Filing filing) {
        return text.replace(filing.id(), "ID")
                .replace(filing.number(), "NUMBER")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("name=\"(csrf|key)\" value=\"[^\"]*\"", "FORM")
                .replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "TIME");
    }

    @Test
    void a_companion_is_given_the_same_of_both() {
        var with = couple();
        var without = couple();
        claim(town.officer(TUMEN_CU), with.number(), 2);
        var pages = List.of("/track", "/looks", "/issues", "/track/1/withdraw", "/track/2/protect");
        assertThat(given(with.token(), with, pages))
                .isEqualTo(given(without.token(), without, pages));
        // And what they do is answered alike, with the version that they are told.
        assertThat(left(with)).isEqualTo(left(without));
        assertThat(given(with.token(), with, pages))
                .isEqualTo(given(without.token(), without, pages));
    }

    /** The claim's own look, and that of the officer who hears the person. */
    @Test
    void no_look_by_reason_of_a_claim_shows_to_a_companion_or_to_whoever_filed() {
        for (int no : new int[] {1, 2}) {
            var with = couple();
            var without = couple();
            var path = with.path() + "/travellers/" + no + "/protection-claims";
            town.done(town.officer(YANJI_FA), "POST", path, "{\"words\": \"He hits her.\"}");
            assertThat(get(town.officer("jl-yanji"), with.path()).statusCode()).isEqualTo(200);
            var pages = List.of("/track", "/looks");
            assertThat(given(with.token(), with, pages))
                    .as("claim for %d", no)
                    .isEqualTo(given(without.token(), without, pages));
        }
    }

    @Test
    void no_figure_that_anybody_reads_counts_acts_of_protection() {
        var filing = couple();
        claim(town.officer(TUMEN_CU), filing.number(), 2);
        hear(filing, 2);
        door(filing.number());
        var figures = Answer.of(Answer.to("/metrics")).asString();
        assertThat(figures).contains("http_server_requests_seconds_count");
        assertThat(figures.lines().filter(line -> line.contains("http_server_requests")))
                .noneMatch(line -> line.contains("protect") || line.contains("in-person"));
    }

    private static String left(Filing filing) {
        var answer = call(filing.token(), key(), "POST", filing.one() + "/withdrawal", "");
        var body = answer.jsonPath();
        return answer.statusCode() + " " + body.get("version") + " " + answer.header("ETag");
    }

    @Test
    void an_officer_who_has_nothing_to_do_with_them_is_given_the_same_of_both() {
        var with = couple();
        var without = couple();
        claim(town.officer(TUMEN_CU), with.number(), 2);
        for (var unit : List.of(YANJI_PS, TUMEN_CU)) {
            var officer = town.officer(unit);
            var of = "/officer/case/";
            assertThat(given(officer, with, List.of(of + with.id())).values().toString())
                    .isEqualTo(
                            given(officer, without, List.of(of + without.id()))
                                    .values()
                                    .toString());
        }
    }

    @Test
    void the_door_of_the_pages_has_one_answer() {
        var filing = couple();
        assertThat(door(filing.number())).isEqualTo(door("EX-AAAA-AAAA"));
        assertThat(door(filing.number())).contains("/\"");
        assertThat(get(town.officer(YANJI_FA), filing.path()).asString())
                .contains("\"type\":\"suspended\"");
    }

    /** The answer of the page to a claim for traveller 2, without what a form is bound to. */
    private static String door(String number) {
        var page = Answer.of(Answer.to("/protection"));
        var visit =
                page.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("exeat-visit="))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst(";.*", "");
        var html = page.asString();
        var form =
                "csrf="
                        + value(html, "csrf")
                        + "&key="
                        + value(html, "key")
                        + "&number="
                        + number
                        + "&traveller=2&words=He+hits+her.";
        var answer =
                Answer.of(
                        Answer.to("/protection")
                                .header("Cookie", visit)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString().replaceAll("name=\"(csrf|key)\" value=\"[^\"]*\"", "FORM");
    }

    private static String value(String html, String field) {
        return html.replaceAll("(?s).*?name=\"" + field + "\" value=\"([^\"]+)\".*", "$1");
    }
}
