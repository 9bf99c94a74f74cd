package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.base.Session;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed when a session had ended belongs to who typed it, and no secret is ever kept. */
@QuarkusTest
class SavedFormIT {

    private static final String REMARK = "Kim's neighbour called about the second brother";
    private static final String UNIT = "jl-yanji-fa";

    @Inject Town town;

    @TestHTTPResource("/")
    URL base;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @BeforeEach
    void open() {
        town.open();
    }

    /** A browser: its cookies, and the token of the page that it shows. */
    private record Shown(String cookies, String token, String body) {

        List<String> kept() {
            return found("name=\"kept\" value=\"([^\"]+)\"", body);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
    }

    private Shown shown(String cookies, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.header("Cookie", cookies).build(), BodyHandlers.ofString());
        var fresh =
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.replaceFirst(";.*", ""))
                        .collect(Collectors.joining("; "));
        var token = found("name=\"csrf\" value=\"([^\"]+)\"", answer.body());
        return new Shown(
                cookies + "; " + fresh, token.isEmpty() ? "" : token.getLast(), answer.body());
    }

    private Shown get(String cookies, String path) throws IOException, InterruptedException {
        return shown(cookies, HttpRequest.newBuilder(at(path)));
    }

    private URI at(String path) {
        return URI.create(base.toString().replaceAll("/$", "") + path);
    }

    private Shown post(Shown from, String path, String... fields)
            throws IOException, InterruptedException {
        return shown(from.cookies(), posting(from, path, fields));
    }

    private HttpRequest.Builder posting(Shown from, String path, String... fields) {
        var all = new ArrayList<>(List.of("csrf", from.token()));
        all.addAll(List.of(fields));
        var body =
                Stream.iterate(0, i -> i < all.size(), i -> i + 2)
                        .map(i -> all.get(i) + "=" + encoded(all.get(i + 1)))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** What a form's answer makes of the cookie that opens an application that was begun. */
    private String draft(Shown from, String path, String... fields)
            throws IOException, InterruptedException {
        var request = posting(from, path, fields).header("Cookie", from.cookies()).build();
        return client
                .send(request, BodyHandlers.ofString())
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .filter(cookie -> cookie.startsWith("exeat-draft="))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void an_application_that_was_begun_is_not_open_to_the_next_person_at_the_browser()
            throws Exception {
        var begun = draft(get("", "/apply"), "/apply/start");
        assertThat(begun).isNotEmpty().doesNotContainIgnoringCase("max-age", "expires");

        town.session(UNIT, 1);
        var signedIn =
                draft(
                        get("", "/officer"),
                        "/officer",
                        "login",
                        Town.login(UNIT, 1),
                        "password",
                        Town.password(UNIT, 1));
        assertThat(signedIn).startsWith("exeat-draft=;").containsIgnoringCase("max-age=0");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A session of its own, and the page of a form, as it was just before the session ended. */
    private Shown ended(String path) throws IOException, InterruptedException {
        town.session(UNIT, 1);
        Session session =
                town.office()
                        .authentication()
                        .signInOfficer(Town.login(UNIT, 1), Town.password(UNIT, 1))
                        .orElseThrow();
        var page = get("exeat-session=" + session.token(), path);
        town.office().authentication().signOut(session);
        return page;
    }

    @Test
    void passwords_are_in_no_page_after_a_session_ended() throws Exception {
        var page = ended("/officer/password");
        var again =
                post(
                        page,
                        "/officer/password",
                        "login",
                        Town.login(UNIT, 1),
                        "before",
                        "the-password-before",
                        "after",
                        "the-password-after",
                        "again",
                        "the-password-after");
        assertThat(again.body()).contains("name=\"password\"").doesNotContain("the-password");
        assertThat(again.kept()).isNotEmpty();
        var back = signIn(again, 1);
        assertThat(back.body()).contains("name=\"login\"").doesNotContain("the-password");
    }

    private Shown signIn(Shown page, int n) throws IOException, InterruptedException {
        town.session(UNIT, n);
        var fields =
                new ArrayList<>(
                        List.of("login", Town.login(UNIT, n), "password", Town.password(UNIT, n)));
        page.kept().forEach(piece -> fields.addAll(List.of("kept", piece)));
        return post(page, "/officer", fields.toArray(String[]::new));
    }

    @Test
    void who_signs_in_next_at_that_browser_sees_nothing_of_what_another_typed() throws Exception {
        var page = ended("/officer/issues");
        var again = post(page, "/officer/issues", "text", REMARK);
        assertThat(again.kept()).isNotEmpty();
        assertThat(again.body()).doesNotContain("neighbour");
        assertThat(signIn(again, 2).body()).doesNotContain("neighbour");
        assertThat(signIn(again, 1).body()).contains("neighbour");
    }
}
