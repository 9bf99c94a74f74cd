package exeat.api;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.BriefingCheck;
import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.auth.OfficerAccounts;
import exeat.rules.authority.AuthorityId;
import exeat.web.town.MadeUp;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** People and officers who use nothing but the interface; only accounts are made by the office. */
@Singleton
public class ApiTown {

    static final String YANJI_FA = "jl-yanji-fa";
    static final String YANJI_PS = "jl-yanji-ps";
    static final String TUMEN_FA = "jl-tumen-fa";
    static final String TUMEN_BD = "jl-tumen-bd";
    static final String TUMEN_CU = "jl-tumen-cu";

    /** What a second officer says who agrees. */
    static final String AGREED = "{\"reason\": \"I read the whole file, and it bears this out.\"}";

    /** Stands in every name; nowhere else may it be found. */
    static final String PLANTED = "ZZPLANTEDNAME";

    private static final List<String> DOWN =
            List.of(
                    "cn-fa",
                    "ne",
                    "ne-fa",
                    "jl",
                    "jl-fa",
                    "jl-ps",
                    "jl-yanji",
                    "jl-tumen",
                    YANJI_FA,
                    YANJI_PS,
                    TUMEN_FA,
                    TUMEN_BD,
                    TUMEN_CU);

    private final Office office;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, OfficerId> ids = new HashMap<>();
    private boolean open;
    private Optional<String> under = Optional.empty();

    ApiTown(Office office) {
        this.office = office;
    }

    /** The directive comes down to every unit that the tests use. */
    synchronized ApiTown open() {
        if (!open) {
            open = true;
            var briefing = "/api/v1/directives/prc-1963/briefing/";
            var version = sign();
            done(unbriefed("cn", 1), "POST", briefing + "in-force", version);
            handDown("prc-1963");
            for (var unit : List.of(YANJI_FA, YANJI_PS, "jl-yanji")) {
                done(unbriefed(unit, 2), "POST", briefing + "acknowledgement", read());
            }
            office.passTime();
            var report = "/api/v1/directives/prc-1963/reports/" + YANJI_FA;
            done(officer(YANJI_FA), "POST", report, "{\"words\": \"as it stands\"}");
            clarify();
        }
        return this;
    }

    /** A directive in force comes down from its issuer, and one officer of each unit reads it. */
    void handDown(String directive) {
        var briefing = "/api/v1/directives/" + directive + "/briefing/";
        done(unbriefed("cn", 1), "POST", briefing + "hand-down", "");
        for (var unit : DOWN) {
            done(unbriefed(unit, 1), "POST", briefing + "acknowledgement", read(directive));
            if (List.of("ne", "jl", "jl-yanji", "jl-tumen").contains(unit)) {
                done(unbriefed(unit, 1), "POST", briefing + "hand-down", "");
            }
        }
    }

    /** What an officer answers who has read the directive of 1963. */
    String read() {
        return read("prc-1963");
    }

    private String read(String directive) {
        var version = office.register().directive(directive).orElseThrow();
        var answers =
                BriefingCheck.asRead(version).entrySet().stream()
                        .map(one ->
                                """
                                {"id": "%s", "outcome": "%s", "paragraph": "%s"}\
                                """
                                        .formatted(
                                                one.getKey(),
                                                WireNames.of(one.getValue().outcome()),
                                                one.getValue().paragraph()))
                        .collect(Collectors.joining(", "));
        return "{\"version\": \"%s\", \"answers\": [%s]}".formatted(version.ref().hash(), answers);
    }

    /** An issue that the issuer raised with itself, and answered for everybody. */
    private void clarify() {
        var issue = "{\"paragraph\": \"2.3\", \"text\": \"both papers?\"}";
        var id = done(officer("cn"), "POST", "/api/v1/issues", issue).jsonPath().getString("id");
        var path = "/api/v1/issues/" + id + "/answer";
        done(officer("cn"), "POST", path, "{\"answer\": \"either\", \"rules\": []}");
    }

    /** Two lawyers sign every rule of the pack; the version as the body that names it. */
    private String sign() {
        var directive = office.register().directive("prc-1963").orElseThrow();
        var hash = directive.ref().hash();
        var path = "/api/v1/directives/prc-1963/versions/" + hash;
        var pairs = get("", path).jsonPath().getList("pairs.pair", String.class);
        for (int n = 1; n <= 2; n++) {
            var id = new OfficerId("law." + n);
            office.officerAccounts()
                    .createLawyer(id, "right " + id.text(), PLANTED, new AuthorityId("cn"));
            var token =
                    signIn(
                            """
                            {"type": "officer", "login": "%s", "password": "right %s"}\
                            """
                                    .formatted(id.text(), id.text()));
            var body = "{\"pairs\": [\"" + String.join("\", \"", pairs) + "\"]}";
            done(token, "POST", path + "/signatures", body);
        }
        return "{\"version\": \"" + hash + "\"}";
    }

    /** By what others know the first officer of a unit, which is not how they sign in. */
    OfficerId officerId(String unit) {
        return officerId(unit, 1);
    }

    /** The n-th officer of a unit, signed in; 1 and for some 2 have acknowledged. */
    synchronized String unbriefed(String unit, int n) {
        var login = unit + "." + n;
        var token =
                tokens.computeIfAbsent(
                        login,
                        _ -> {
                            var id = OfficerAccounts.freshId(new AuthorityId(unit));
                            ids.put(login, id);
                            office.officerAccounts()
                                    .create(
                                            new OfficerAccount(
                                                    id,
                                                    login,
                                                    "right " + login,
                                                    PLANTED + " " + login,
                                                    new AuthorityId(unit)));
                            return signIn(
                                    """
                                    {"type": "officer", "login": "%s", "password": "right %s"}\
                                    """
                                            .formatted(login, login));
                        });
        return under.map(directive ->
                        tokens.computeIfAbsent(
                                login + " " + directive, _ -> acting(login, unit, directive)))
                .orElse(token);
    }

    /** From now on officers act, and people apply, under this one; empty for that of 1963. */
    void under(String directive) {
        under = Optional.of(directive).filter(id -> !id.isEmpty());
    }

    /** Somebody who has a mandate under another directive, and acts under it. */
    String acting(String login, String unit, String directive) {
        office.officerAccounts().grant(login, directive, new AuthorityId(unit), "test");
        var token =
                signIn(
                        """
                        {"type": "officer", "login": "%s", "password": "right %s"}\
                        """
                                .formatted(login, login));
        var body = "{\"directive\": \"" + directive + "\"}";
        done(token, "POST", "/api/v1/sessions/mandate", body);
        return token;
    }

    /** The hash of the version that is in force. */
    String version() {
        return office.register().directive("prc-1963").orElseThrow().ref().hash();
    }

    /** One of the two who signed. */
    synchronized String lawyer() {
        return tokens.computeIfAbsent(
                "law.1",
                login ->
                        signIn(
                                """
                                {"type": "officer", "login": "%s", "password": "right %s"}\
                                """
                                        .formatted(login, login)));
    }

    /** The address of a file in the audit of that one. */
    String auditedFile() {
        var page = Answer.of(Answer.to("/audit").header("Cookie", "exeat-session=" + auditor()));
        return page.asString().replaceAll("(?s).*?\"/audit/case/([0-9a-f-]{36})\".*", "$1");
    }

    /** The same of the n-th one. */
    synchronized OfficerId officerId(String unit, int n) {
        unbriefed(unit, n);
        return Objects.requireNonNull(ids.get(unit + "." + n));
    }

    /** One who looks into files, and does nothing else. */
    synchronized String auditor() {
        return tokens.computeIfAbsent(
                "auditor.1",
                login -> {
                    office.officerAccounts()
                            .createAuditor(
                                    new OfficerId(login),
                                    "right " + login,
                                    PLANTED,
                                    new AuthorityId("cn"));
                    return signIn(
                            """
                            {"type": "officer", "login": "%s", "password": "right %s"}\
                            """
                                    .formatted(login, login));
                });
    }

    String officer(String unit) {
        return unbriefed(unit, 1);
    }

    String signIn(String body) {
        var answer = call("", "", "POST", "/api/v1/sessions", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.text("token");
    }

    String stranger() {
        return signIn("{\"type\": \"stranger\"}");
    }

    /**
     * Whoever files for people: who has not signed in is nobody, so that one session does for all.
     */
    private synchronized String filer() {
        return tokens.computeIfAbsent("", _ -> stranger());
    }

    /** Yanji's second officer opens the file, and agrees to the first proposal in it. */
    void agree(Filing filing) {
        var officer = unbriefed(YANJI_FA, 2);
        get(officer, filing.path());
        done(officer, "POST", filing.one() + "/proposals/1/second", AGREED);
    }

    /** Every clearance of the first traveller: the others open with the one of identity. */
    void clear(Filing filing) {
        for (boolean more = true; more; ) {
            List<java.util.Map<String, Object>> open =
                    get(filing.token(), filing.path())
                            .jsonPath()
                            .getList("travellers[0].clearances.findAll { it.doneAt == null }");
            open.forEach(clearance ->
                    done(
                            officer(String.valueOf(clearance.get("unit"))),
                            "POST",
                            filing.one() + "/clearances/" + clearance.get("name"),
                            ""));
            more = !open.isEmpty();
        }
    }

    /** Somebody's application, and whoever filed it, signed in. */
    record Filing(String id, String number, String secret, String token) {
        String path() {
            return "/api/v1/applications/" + id;
        }

        String one() {
            return path() + "/travellers/1";
        }
    }

    Filing file(String... travellers) {
        var chosen = under.map("{\"directive\": \"%s\", "::formatted).orElse("{");
        var draft = chosen + draft(travellers).substring(1);
        var answer = call(filer(), key(), "POST", "/api/v1/applications", draft);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        var number = answer.text("number");
        var secret = answer.text("secret");
        return new Filing(answer.text("id"), number, secret, party(number, secret));
    }

    String party(String number, String secret) {
        return signIn(
                """
                {"type": "party", "number": "%s", "secret": "%s"}\
                """
                        .formatted(number, secret));
    }

    /** Two officers hand over one part each. */
    String secret(Filing filing, int to) {
        var body = "{\"to\": %d, \"seen\": \"a passport\"}".formatted(to);
        var secrets = filing.path() + "/secrets";
        var asked = done(officer(YANJI_FA), "POST", secrets, body).jsonPath();
        var other = secrets + "/" + asked.getInt("request") + "/other-part";
        var issued = done(unbriefed(YANJI_FA, 2), "POST", other, body).jsonPath();
        return asked.getString("part") + "-" + issued.getString("part");
    }

    static String draft(String... travellers) {
        return "{\"travellers\": [" + String.join(", ", travellers) + "]}";
    }

    static String returning() {
        return traveller("KP", "return", Map.of());
    }

    static String referred() {
        return traveller("CN", "settle", MadeUp.ANSWERS.uncovered());
    }

    /**
     * Somebody's part of an application.
     *
     * @param story what they answer, by fact and as people type it; of other facts they answer what
     *     everybody does
     */
    static String traveller(String nationality, String purpose, Map<String, String> story) {
        return traveller(nationality, purpose, MadeUp.json(story));
    }

    static String traveller(String nationality, String purpose, String facts) {
        return """
        {"names": [{"script": "Latn", "family": "%s", "given": "Chol Su"}],
         "birthDate": "1980-05-01", "nationality": "%s", "residence": "jl-yanji",
         "purpose": "%s", "facts": %s, "language": "ko"}\
        """
                .formatted(PLANTED, nationality, purpose, facts);
    }

    static final String TOLD = "{\"told\": [\"nationality\", \"residence\", \"way back\"]}";

    Filing confirmed(String traveller) {
        var filing = file(traveller);
        done(filing.token(), "POST", filing.one() + "/confirm", TOLD);
        return filing;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** A call; without a token, a key or a body where these are empty. */
    static Answer call(String token, String key, String method, String path, String body) {
        var request = Answer.to(path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return Answer.of(
                request.method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    static Answer get(String token, String path) {
        return call(token, "", "GET", path, "");
    }

    Answer done(String token, String method, String path, String body) {
        var answer = call(token, key(), method, path, body);
        assertThat(answer.statusCode())
                .as(() -> method + " " + path + " " + answer.asString())
                .isIn(200, 201);
        return answer;
    }

    /** As the holder sees the first traveller. */
    String stage(Filing filing) {
        return get(officer(YANJI_FA), filing.path()).jsonPath().getString("travellers[0].stage");
    }

    static void isProblem(Response answer, int status, String code) {
        isProblem(Answer.of(answer), status, code);
    }

    static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("status")).isEqualTo(Integer.toString(status));
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.asString()).doesNotContain(PLANTED, "Exception", "exeat.", "\tat ");
    }
}
