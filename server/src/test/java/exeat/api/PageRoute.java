package exeat.api;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.town.PageClasses;
import exeat.web.town.Today;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page, or what a form of one sends, found in the classes themselves so that none is forgotten.
 *
 * @param name the method and the address as it is declared, with the deed in place of its parameter
 */
record PageRoute(String name, String method, String path, Scene scene) {

    private static final String SESSION = "exeat-session=";
    private static final String VISIT = "exeat-visit=";

    /** Shown in every page's head or foot, and the same for everybody. */
    private static final Set<String> APART = Set.of("POST /sign-out", "POST /language");

    /**
     * What a deed of an officer, of a person and of a post is called, and where it is tried. {@code
     * PageRouteTest} names an action of officers that is missing.
     */
    private static final Map<String, Scene> OFFICERS =
            Map.ofEntries(
                    Map.entry("approve", Scene.REFERRED),
                    Map.entry("refuse", Scene.REFERRED),
                    Map.entry("second/1", Scene.TO_HOLD),
                    Map.entry("decline/1", Scene.PROPOSED),
                    Map.entry("clear/identity", Scene.CLEARING),
                    Map.entry("authorise", Scene.CLEARED),
                    Map.entry("hold-clearance/identity", Scene.CLEARING),
                    Map.entry("hold", Scene.CLEARING),
                    Map.entry("ask", Scene.CLEARING),
                    Map.entry("ask-to-appear", Scene.CLEARING),
                    Map.entry("move-appearance/1", Scene.TO_MOVE),
                    Map.entry("cancel-appearance/1", Scene.TO_APPEAR),
                    Map.entry("record-appearance/1", Scene.TO_APPEAR),
                    Map.entry("recuse", Scene.CLEARING),
                    Map.entry("release/1", Scene.HELD),
                    Map.entry("extend/1", Scene.HELD),
                    Map.entry("revoke", Scene.AUTHORISED),
                    Map.entry("correct", Scene.CLEARING),
                    Map.entry("serve/1", Scene.HELD),
                    Map.entry("serve/proposal-1", Scene.PROPOSED),
                    Map.entry("record-answer/1", Scene.PROPOSED),
                    Map.entry("reply/1", Scene.ANSWERED),
                    Map.entry("decide-appeal/1", Scene.APPEALED),
                    Map.entry("protect", Scene.CLEARING),
                    Map.entry("withdraw-in-person", Scene.CLEARING),
                    Map.entry("end-claim-in-person", Scene.PROTECTED),
                    Map.entry("second-in-person", Scene.IN_PERSON),
                    Map.entry("stop-in-person", Scene.IN_PERSON),
                    Map.entry("disown-in-person", Scene.LEFT_IN_PERSON),
                    Map.entry("hear", Scene.PROTECTED),
                    Map.entry("lift", Scene.STOPPED));

    private static final Map<String, Scene> PERSONS =
            Map.of(
                    "confirm", Scene.UNCONFIRMED,
                    "respond", Scene.CORRECTED,
                    "answer-proposal/1", Scene.PROPOSED,
                    "another-time/1", Scene.TO_APPEAR,
                    "withdraw", Scene.CLEARING,
                    "admit", Scene.PROTECTED,
                    "protect", Scene.CLEARING);

    private static final Map<String, Scene> POSTS =
            Map.of(
                    "departure", Scene.AUTHORISED,
                    "stop", Scene.AUTHORISED,
                    "lift", Scene.STOPPED);

    /** Rows for which more than a case is needed; they are tried in tests of their own. */
    static final Set<String> NEEDS_MORE =
            Set.of(
                    "GET /ledger/checkpoint/cosigned",
                    "GET /audit/samples/{id}",
                    "GET /audit/samples/{id}/sample.json",
                    "POST /audit/samples/{id}/draw",
                    "GET /officer/intakes/{id}",
                    "GET /officer/intakes/{id}/numbers.csv",
                    "GET /officer/intakes/{id}/problems.csv",
                    "POST /officer/intakes/{id}",
                    "GET /api/v1/intakes/{id}",
                    "GET /api/v1/intakes/{id}/numbers",
                    "GET /api/v1/intakes/{id}/problems",
                    "POST /api/v1/intakes/{id}/continue",
                    "POST /api/v1/alarms/{id}/answer",
                    "POST /api/v1/applications/{id}/erasure/second",
                    "POST /api/v1/applications/{id}/legal-hold/lift",
                    "POST /officer/backlog",
                    "POST /officer/duty/{what}/{n}/end",
                    "GET /api/v1/directives/{directive}/versions/{version}",
                    "POST /api/v1/directives/{directive}/versions/{version}/signatures",
                    "POST /api/v1/directives/{directive}/briefing/in-force",
                    "POST /api/v1/directives/{directive}/changes/{n}/second",
                    "POST /api/v1/directives/{directive}/duties/absences",
                    "POST /api/v1/directives/{directive}/duties/absences/{n}/end",
                    "POST /api/v1/directives/{directive}/duties/delegations",
                    "POST /api/v1/directives/{directive}/duties/delegations/{n}/end",
                    "POST /api/v1/sessions/acting",
                    "POST /api/v1/sessions/mandate",
                    "POST /officer/more/under",
                    "POST /api/v1/applications/{id}/travellers/{no}/proposals/{n}/replies",
                    "POST /api/v1/papers/find",
                    "GET /fee/{no}",
                    "GET /fee/{no}/exeat-fee.pdf",
                    "POST /api/v1/applications/{id}/travellers/{no}/fee/demands/{n}/payments",
                    "POST /api/v1/applications/{id}/travellers/{no}/fee/refund",
                    "POST /api/v1/applications/{id}/travellers/{no}/fee/waiver",
                    "POST /api/v1/issues/{id}/pass-up",
                    "POST /api/v1/issues/{id}/answer",
                    "POST /api/v1/applications/{id}/travellers/{no}/safeguards",
                    "POST /api/v1/applications/{id}/travellers/{no}/answers",
                    "POST /api/v1/applications/{id}/travellers/{no}/recusals",
                    "POST /api/v1/applications/{id}/travellers/{no}/recusals/lift");

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)(?:: [^/]*)?}");

    /** The addresses of the officers' actions that are tried, without what they are aimed at. */
    static Set<String> officersActions() {
        return OFFICERS.keySet().stream()
                .map(deed -> deed.replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
    }

    static List<PageRoute> all() {
        var all = new ArrayList<PageRoute>();
        for (var type : PageClasses.all()) {
            for (var method : type.getDeclaredMethods()) {
                add(type.getAnnotation(Path.class).value(), method, all);
            }
        }
        assertThat(all).as("pages found in the classes").hasSizeGreaterThan(60);
        return all;
    }

    private static void add(String base, Method method, List<PageRoute> all) {
        String verb =
                method.isAnnotationPresent(GET.class)
                        ? "GET"
                        : method.isAnnotationPresent(POST.class) ? "POST" : "";
        if (verb.isEmpty()) {
            return;
        }
        var below = method.getAnnotation(Path.class);
        var path = (base + (below == null ? "" : "/" + below.value())).replaceAll("/+", "/");
        for (var route : deeds(path.length() > 1 ? path.replaceAll("/$", "") : path)) {
            var shown = verb + " " + PARAMETER.matcher(route.path()).replaceAll("{$1}");
            if (!APART.contains(shown)) {
                all.add(new PageRoute(shown, verb, route.path(), route.scene()));
            }
        }
    }

    /** A path that takes a deed is as many as there are deeds. */
    private static List<PageRoute> deeds(String path) {
        var deeds =
                path.startsWith("/track/")
                        ? PERSONS
                        : path.startsWith("/border/") ? POSTS : OFFICERS;
        if (!path.contains("/{no}/{deed}") && !path.contains("/{no}/{what}")) {
            boolean paper = path.startsWith("/papers") || path.startsWith("/border/");
            var asked = path.startsWith("/new-secret") ? Scene.ASKED : Scene.CLEARING;
            return List.of(new PageRoute("", "", path, paper ? Scene.AUTHORISED : asked));
        }
        boolean aimed = path.endsWith("/{target}");
        var begin = path.substring(0, path.indexOf("/{no}/") + "/{no}/".length());
        return deeds.entrySet().stream()
                .filter(deed -> aimed == deed.getKey().contains("/"))
                .map(deed -> new PageRoute("", "", begin + deed.getKey(), deed.getValue()))
                .sorted(java.util.Comparator.comparing(PageRoute::path))
                .toList();
    }

    /** What a form of a session carries, and the cookie that it is bound to. */
    private record FormToken(String visit, String token) {

        static FormToken of(String session) {
            var page = Answer.of(Answer.to("/protection").header("Cookie", SESSION + session));
            var token =
                    page.asString().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
            assertThat(token).as("the token of a form").hasSizeLessThan(200);
            return new FormToken(visit(page), token);
        }

        private static String visit(Answer page) {
            return page.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith(VISIT))
                    .map(cookie -> cookie.substring(VISIT.length()).replaceFirst(";.*", ""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final Map<String, FormToken> FORMS = new ConcurrentHashMap<>();

    /** Asks for the page, or sends its form with nothing filled in but the token of the form. */
    Answer attempt(String session, String id, String version) {
        var address = address(id, version);
        if (method.equals("GET")) {
            return Answer.of(Answer.to(address).header("Cookie", SESSION + session));
        }
        var form = FORMS.computeIfAbsent(session, FormToken::of);
        var request =
                Answer.to(address)
                        .header("Cookie", SESSION + session + "; " + VISIT + form.visit());
        return Answer.of(
                address.endsWith("/csv")
                        ? multipart(request, form.token())
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("csrf=" + encoded(form.token()))));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder multipart(HttpRequest.Builder request, String token) {
        var head = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n";
        return request.header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(head + token + "\r\n--x--\r\n"));
    }

    private String address(String id, String version) {
        var values =
                Map.ofEntries(
                        Map.entry("id", path.startsWith("/directives/") ? "prc-1963" : id),
                        Map.entry("no", "1"),
                        Map.entry("number", "1"),
                        Map.entry("to", "1"),
                        Map.entry("request", "1"),
                        Map.entry("authority", "jl-yanji"),
                        Map.entry("unit", "jl-yanji-fa"),
                        Map.entry("report", "1"),
                        Map.entry("format", "csv"),
                        Map.entry("what", "answer"),
                        Map.entry("version", version),
                        Map.entry("hash", version),
                        Map.entry("slug", "purpose"),
                        Map.entry("place", "1"),
                        Map.entry("list", String.valueOf(Today.day().getYear())),
                        Map.entry("path", "0/000"));
        return PARAMETER
                .matcher(path)
                .replaceAll(match -> values.getOrDefault(match.group(1), "x"));
    }
}
