package exeat.api;

import static exeat.api.ApiTown.TOLD;
import static exeat.api.ApiTown.TUMEN_FA;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.api.ApiTown.Filing;
import exeat.api.OpenApiIT.Documented;
import exeat.web.town.Today;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the document, called by everybody who may not: a stranger, a person of another
 * application, an officer of another place, and one of the holder's own who has not acknowledged.
 */
@QuarkusTest
@TestProfile(ApiProfile.class)
@Tag("day")
class ApiRightsIT {

    private static final String CASE = "/api/v1/applications/{id}";
    private static final String ONE = CASE + "/travellers/{no}";
    private static final String DIRECTIVE = "/api/v1/directives/{directive}";

    /** In form; there is none with this hash. */
    private static final String VERSION = "0".repeat(64);

    /** Anybody on the road raises an issue, and reads their own. */
    private static final List<Integer> RAISED = List.of(200, 201);

    private static final String REASON = "{\"reason\": \"because\"}";

    private static final String SEEN = "{\"to\": 1, \"seen\": \"a card\"}";

    /** A good body for every operation that takes one. */
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry("POST /api/v1/sessions", "{\"type\": \"stranger\"}"),
                    Map.entry("POST /api/v1/applications", ApiTown.draft(ApiTown.returning())),
                    Map.entry("POST /api/v1/intakes", "application"),
                    Map.entry("POST /api/v1/papers/find", "{\"number\": \"TA-0000-0000\"}"),
                    Map.entry("POST /api/v1/search", "{\"number\": \"TA-0000-0000\"}"),
                    Map.entry(
                            "POST /api/v1/issues",
                            "{\"paragraph\": \"2.1\", \"text\": \"unclear\"}"),
                    Map.entry(
                            "POST /api/v1/alarms/{id}/answer",
                            "{\"how\": \"explained\", \"words\": \"so\"}"),
                    Map.entry("POST /api/v1/issues/{id}/pass-up", "{\"remark\": \"up\"}"),
                    Map.entry("POST /api/v1/issues/{id}/answer", "{\"answer\": \"so\"}"),
                    Map.entry("POST /api/v1/directives/{directive}/decide", "{\"facts\": {}}"),
                    Map.entry("POST " + CASE + "/secrets", SEEN),
                    Map.entry("POST " + CASE + "/secrets/{n}/other-part", SEEN),
                    Map.entry(
                            "POST " + CASE + "/secrets/{n}/stop",
                            "{\"to\": 1, \"reason\": \"so\"}"),
                    Map.entry("POST " + ONE + "/in-person-withdrawal", "{\"seen\": \"a card\"}"),
                    Map.entry("POST " + ONE + "/in-person-claim-end", "{\"seen\": \"a card\"}"),
                    Map.entry(
                            "POST " + ONE + "/in-person-disowning",
                            "{\"withdrawal\": true, \"seen\": \"a card\"}"),
                    Map.entry(
                            "POST " + ONE + "/in-person-requests/{n}/second",
                            "{\"seen\": \"a card\"}"),
                    Map.entry(
                            "POST " + ONE + "/in-person-requests/{n}/stop", "{\"reason\": \"so\"}"),
                    Map.entry("POST " + ONE + "/confirm", TOLD),
                    Map.entry(
                            "POST " + ONE + "/safeguards",
                            "{\"safeguard\": {\"type\": \"court\", \"number\": \"1\"}}"),
                    Map.entry(
                            "POST " + ONE + "/questions",
                            "{\"item\": {\"type\": \"fact\", \"fact\": \"ethnicity\"}}"),
                    Map.entry(
                            "POST " + ONE + "/answers", "{\"facts\": {\"ethnicity\": \"other\"}}"),
                    Map.entry(
                            "POST " + CASE + "/erasure",
                            "{\"basis\": \"a law\", \"reason\": \"no longer needed\"}"),
                    Map.entry(
                            "POST " + CASE + "/erasure/second",
                            "{\"basis\": \"a law\", \"reason\": \"no longer needed\"}"),
                    Map.entry("POST " + CASE + "/legal-hold", REASON),
                    Map.entry("POST " + CASE + "/legal-hold/lift", REASON),
                    Map.entry(
                            "POST " + ONE + "/appeals",
                            "{\"against\": {\"type\": \"refusal\"}, \"grounds\": \"mine\"}"),
                    Map.entry("POST " + ONE + "/decisions/{n}/service", "{\"on\": \"2026-01-01\"}"),
                    Map.entry(
                            "POST " + ONE + "/decisions/{n}/dispute",
                            "{\"words\": \"nobody came\"}"),
                    Map.entry("POST " + ONE + "/proposals/{n}/service", "{\"on\": \"2026-01-01\"}"),
                    Map.entry("POST " + ONE + "/proposals/{n}/dispute", "{\"words\": \"no\"}"),
                    Map.entry("POST " + ONE + "/proposals/{n}/answers", "{\"words\": \"no\"}"),
                    Map.entry(
                            "POST " + ONE + "/proposals/{n}/spoken-answers", "{\"words\": \"no\"}"),
                    Map.entry("POST " + ONE + "/proposals/{n}/replies", "{\"words\": \"no\"}"),
                    Map.entry(
                            "POST " + ONE + "/appearances",
                            "{\"kind\": \"at-office\", \"purpose\": \"identity\", \"words\": \"so\","
                                    + " \"place\": \"jl-yanji-fa\","
                                    + " \"at\": \"2030-01-01T02:00:00Z\"}"),
                    Map.entry(
                            "POST " + ONE + "/appearances/{n}/time",
                            "{\"at\": \"2030-01-01T02:00:00Z\"}"),
                    Map.entry(
                            "POST " + ONE + "/appearances/{n}/cancellation", "{\"words\": \"no\"}"),
                    Map.entry("POST " + ONE + "/appearances/{n}/end", "{\"kept\": true}"),
                    Map.entry(
                            "POST " + ONE + "/appearances/{n}/another-time", "{\"words\": \"no\"}"),
                    Map.entry(
                            "POST " + ONE + "/appeals/{n}/decision",
                            "{\"upheld\": false, \"reason\": \"no\"}"),
                    Map.entry("POST " + ONE + "/approval", REASON),
                    Map.entry("POST " + ONE + "/fee/waiver", REASON),
                    Map.entry("POST " + ONE + "/fee/refund", "{\"reference\": \"R-1\"}"),
                    Map.entry(
                            "POST " + ONE + "/fee/demands/{n}/payments",
                            "{\"reference\": \"R-1\"}"),
                    Map.entry(
                            "POST " + ONE + "/proposals",
                            "{\"act\": {\"type\": \"refuse\"}, \"reason\": \"no\"}"),
                    Map.entry("POST " + ONE + "/proposals/{n}/decline", REASON),
                    Map.entry("POST " + ONE + "/proposals/{n}/second", ApiTown.AGREED),
                    Map.entry(
                            "POST " + ONE + "/choice",
                            "{\"directive\": {\"id\": \"prc-1963\", \"version\": \"1\", \"hash\": \""
                                    + VERSION
                                    + "\"}}"),
                    Map.entry("POST " + ONE + "/holds/{n}/release", REASON),
                    Map.entry("POST " + ONE + "/crossings", "{\"direction\": \"departure\"}"),
                    Map.entry("POST " + ONE + "/stop", REASON),
                    Map.entry("POST " + ONE + "/stop/lift", REASON),
                    Map.entry(
                            "POST " + CASE + "/hand-over",
                            "{\"from\": \"jl-yanji-fa\", \"to\": \"jl-tumen-fa\", \"reason\": \"so\"}"),
                    Map.entry(
                            "POST " + ONE + "/jump",
                            "{\"task\": \"identity\", \"why\": \"urgent need\"}"),
                    Map.entry(
                            "POST " + ONE + "/recusals",
                            "{\"officer\": \"li.wei\", \"tie\": \"family\", \"words\": \"a cousin\"}"),
                    Map.entry(
                            "POST " + ONE + "/recusals/lift",
                            "{\"officer\": \"li.wei\", \"reason\": \"no cousin\"}"),
                    Map.entry(
                            "POST " + DIRECTIVE + "/duties/absences",
                            "{\"officer\": \"li.wei\", \"from\": \"2030-01-01\","
                                    + " \"until\": \"2030-01-02\"}"),
                    Map.entry(
                            "POST " + DIRECTIVE + "/duties/delegations",
                            "{\"from\": \"li.wei\", \"to\": \"li.na\","
                                    + " \"first\": \"2030-01-01\", \"last\": \"2030-01-02\"}"),
                    Map.entry("POST /api/v1/sessions/acting", "{\"officer\": \"li.wei\"}"),
                    Map.entry("POST /api/v1/sessions/mandate", "{\"directive\": \"elsewhere\"}"),
                    Map.entry(
                            "POST " + ONE + "/protection-claims", "{\"words\": \"she is beaten\"}"),
                    Map.entry(
                            "POST " + ONE + "/protection-admissions",
                            "{\"unit\": \"jl-yanji-fa\"}"),
                    Map.entry(
                            "POST " + ONE + "/protection-hearing",
                            "{\"confirmed\": true, \"seen\": \"a card\", \"words\": \"so\"}"),
                    Map.entry(
                            "POST /api/v1/protection-claims",
                            "{\"number\": \"EX-AAAA-AAAA\", \"traveller\": 1, \"words\": \"so\"}"),
                    Map.entry("POST " + ONE + "/responses", "{\"text\": \"it is not so\"}"),
                    Map.entry(
                            "POST " + DIRECTIVE + "/briefing/in-force",
                            "{\"version\": \"" + VERSION + "\"}"),
                    Map.entry(
                            "POST " + DIRECTIVE + "/versions/{version}/signatures",
                            "{\"pairs\": [\"" + VERSION + "\"]}"),
                    Map.entry("POST " + DIRECTIVE + "/reports/{unit}", "{\"words\": \"so\"}"),
                    Map.entry(
                            "POST " + DIRECTIVE + "/reports/{unit}/asked",
                            "{\"by\": \"SOON\", \"words\": \"so\"}"),
                    Map.entry(
                            "POST " + DIRECTIVE + "/reports/{unit}/{n}/words",
                            "{\"words\": \"so\"}"),
                    Map.entry(
                            "POST " + DIRECTIVE + "/changes",
                            "{\"change\": \"suspend\", \"reason\": \"because\"}"));

    private final ApiTown town;

    @Inject
    ApiRightsIT(ApiTown town) {
        this.town = town;
    }

    @BeforeEach
    void open() {
        town.open();
        read(town.read());
    }

    static Answer attempt(Documented op, String token, String key) {
        return attempt(op, token, key, UUID.randomUUID().toString());
    }

    /** The operation on the first traveller of this case, with a body that it would take. */
    static Answer attempt(Documented op, String token, String key, String id) {
        var at = op.name().indexOf(' ');
        var path =
                op.name()
                        .substring(at + 1)
                        .replace("{id}", id)
                        .replace("{no}", "1")
                        // There is no such proposal, whatever other tests have proposed.
                        .replace("/changes/{n}/", "/changes/1000/")
                        .replace("{n}", "1")
                        .replace("{name}", "identity")
                        .replace("{directive}", "prc-1963")
                        .replace("{version}", VERSION)
                        .replace("{authority}", "jl-yanji")
                        .replace("{unit}", "jl-yanji-fa");
        assertThat(path).as("a path parameter without a value").doesNotContain("{");
        if (op.operation().has("requestBody") && !op.name().endsWith("/acknowledgement")) {
            assertThat(BODIES).as("a body for every operation").containsKey(op.name());
        }
        return call(token, key, op.name().substring(0, at), path, body(op));
    }

    /** What an officer answers who has read the directive; set when the town is opened. */
    private static String read = "";

    static void read(String body) {
        read = body;
    }

    private static String body(Documented op) {
        var soon = Today.day().plusDays(9).toString();
        return op.name().endsWith("/briefing/acknowledgement")
                ? read
                : Objects.requireNonNullElse(BODIES.get(op.name()), "").replace("SOON", soon);
    }

    private Map<String, String> intruders() {
        var intruders = new LinkedHashMap<String, String>();
        intruders.put("stranger", town.stranger());
        intruders.put("other party", town.confirmed(ApiTown.referred()).token());
        intruders.put("foreign officer", town.officer(TUMEN_FA));
        intruders.put("unbriefed officer", town.unbriefed(YANJI_FA, 9));
        return intruders;
    }

    @Test
    void nobody_else_can_do_anything_to_a_case() {
        var filing = town.confirmed(ApiTown.referred());
        propose(filing);
        var before = version(filing);
        var intruders = intruders();
        for (var op : OpenApiIT.operations()) {
            if (!op.name().contains(CASE)) {
                continue;
            }
            for (var intruder : intruders.entrySet()) {
                if (!mayAfterAll(op.name(), intruder.getKey())) {
                    var answer = attempt(op, intruder.getValue(), key(), filing.id());
                    var who = intruder.getKey() + ": " + op.name() + " " + answer.asString();
                    assertThat(answer.statusCode()).as(who).isIn(403, 404);
                    ApiTown.isProblem(answer, answer.statusCode(), answer.text("code"));
                }
            }
        }
        assertThat(version(filing)).isEqualTo(before);
    }

    /** The holder's unit reads its own files, and claims protection for whom they are about. */
    private static boolean mayAfterAll(String op, String who) {
        return who.equals("unbriefed officer")
                && (op.startsWith("GET ") || op.equals("POST " + ONE + "/protection-claims"));
    }

    private void propose(Filing filing) {
        town.done(
                town.officer(YANJI_FA),
                "POST",
                filing.one() + "/proposals",
                "{\"act\": {\"type\": \"refuse\"}, \"reason\": \"no\"}");
    }

    private int version(Filing filing) {
        return get(town.officer(YANJI_FA), filing.path()).jsonPath().getInt("version");
    }

    @Test
    void the_person_cannot_do_what_officers_do() {
        var filing = town.confirmed(ApiTown.referred());
        propose(filing);
        var before = version(filing);
        for (var op : OpenApiIT.operations()) {
            var last = op.name().substring(op.name().lastIndexOf('/') + 1);
            boolean own =
                    java.util.Set.of(
                                    "confirm",
                                    "answers",
                                    "choices",
                                    "choice",
                                    "responses",
                                    "withdrawal",
                                    "protection-claim",
                                    "protection-claims",
                                    "protection-admissions",
                                    "appeals",
                                    "receipt",
                                    "another-time",
                                    "dispute",
                                    "own-erasure",
                                    "disown",
                                    "looks",
                                    "history",
                                    "clocks",
                                    "recusals",
                                    "{id}")
                            .contains(last);
            if (op.name().contains(CASE) && !own) {
                var answer = attempt(op, filing.token(), key(), filing.id());
                assertThat(answer.statusCode())
                        .as(op.name() + " " + answer.asString())
                        .isIn(403, 404);
            }
        }
        assertThat(version(filing)).isEqualTo(before);
    }

    @Test
    void nobody_without_a_mandate_works_reads_queues_or_reports() {
        var stranger = town.stranger();
        var party = town.confirmed(ApiTown.returning()).token();
        for (var op : OpenApiIT.operations()) {
            boolean open =
                    !op.operation().has("security")
                            || op.name().contains(CASE)
                            // A file is no JSON; IntakesApiIT sends them.
                            || op.name().equals("POST /api/v1/intakes")
                            // Anybody claims protection for anybody, and is told nothing.
                            || op.name().equals("POST /api/v1/protection-claims")
                            // One's own sessions are everybody's to see and to end.
                            || op.name().endsWith(" /api/v1/sessions")
                            || op.name().equals("DELETE /api/v1/sessions/others");
            if (!open) {
                var byParty = attempt(op, party, key());
                assertThat(byParty.statusCode())
                        .as(op.name() + " " + byParty.asString())
                        .isIn(op.name().endsWith("/issues") ? RAISED : List.of(403, 404));
                if (!op.name().equals("POST /api/v1/applications")) {
                    var byStranger = attempt(op, stranger, key());
                    assertThat(byStranger.statusCode())
                            .as(op.name() + " " + byStranger.asString())
                            .isIn(403, 404);
                }
            }
        }
    }

    @Test
    void an_officer_acts_in_their_own_place_and_after_they_have_read() {
        var unbriefed = town.unbriefed(YANJI_FA, 8);
        ApiTown.isProblem(
                call(
                        unbriefed,
                        key(),
                        "POST",
                        "/api/v1/applications",
                        ApiTown.draft(ApiTown.returning())),
                403,
                "NOT_BRIEFED");
        ApiTown.isProblem(
                call(
                        unbriefed,
                        key(),
                        "POST",
                        "/api/v1/issues",
                        "{\"paragraph\": \"2.1\", \"text\": \"unclear\"}"),
                403,
                "NOT_BRIEFED");
        var foreign = town.officer(TUMEN_FA);
        ApiTown.isProblem(get(foreign, "/api/v1/reports/jl-yanji"), 403, "NOT_ALLOWED");
        ApiTown.isProblem(get(foreign, "/api/v1/reports/atlantis"), 403, "NOT_ALLOWED");
        ApiTown.isProblem(
                call(
                        foreign,
                        key(),
                        "POST",
                        "/api/v1/directives/prc-1963/briefing/in-force",
                        "{\"version\": \"" + "0".repeat(64) + "\"}"),
                404,
                "NOT_FOUND");
    }
}
