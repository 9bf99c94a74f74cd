package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.desk.base.Session;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.town.Filings;
import exeat.web.town.PageClasses;
import exeat.web.town.Town;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks a list for what it cannot read is told so, and is shown no list: they would take it
 * for what they asked for.
 */
@QuarkusTest
class FilterIT {

    /** No unit, day, constant, part or file is any of them. */
    private static final List<String> WRONG =
            List.of("nonesuch", "1963-02-30", "-1", "00000000-0000-4000-8000-000000000000");

    /** Where in a list somebody is: links alone write it, so nobody is shown it again. */
    private static final Set<String> PLACES = Set.of("after", "page");

    /** What our own links and redirects write; a page with anything else does not exist. */
    private static final Set<String> OURS = Set.of("ended", "moved", "person", "directives");

    /** Pages with tables beside the one that is filtered. */
    private static final Set<String> WITH_MORE = Set.of("/admin/units", "/officer/report");

    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)(?:: [^/]*)?}");

    @Inject Town town;
    @Inject Filings filings;

    private Optional<String> file = Optional.empty();

    @BeforeEach
    void open() {
        town.open();
    }

    /** A parameter of a page's method. */
    private record Asked(String verb, String path, String name) {}

    private List<Asked> asked() {
        var all = new ArrayList<Asked>();
        for (var type : PageClasses.all()) {
            for (var method : type.getDeclaredMethods()) {
                Arrays.stream(method.getParameters())
                        .flatMap(parameter -> name(parameter).stream())
                        .map(name -> new Asked(verb(method), path(type, method), name))
                        .forEach(all::add);
            }
        }
        assertThat(all).extracting(Asked::path).contains("/audit", "/admin/units");
        return all;
    }

    private static Optional<String> name(Parameter parameter) {
        var ours = Optional.ofNullable(parameter.getAnnotation(RestQuery.class));
        return ours.map(RestQuery::value)
                .or(() ->
                        Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                                .map(QueryParam::value))
                .map(name -> name.isEmpty() ? parameter.getName() : name);
    }

    private static String verb(Method method) {
        return method.isAnnotationPresent(POST.class) ? "POST" : "GET";
    }

    private String path(Class<?> type, Method method) {
        var base = type.getAnnotation(Path.class).value();
        var below = method.getAnnotation(Path.class);
        var whole = below == null ? base : base + "/" + below.value();
        return IN_PATH.matcher(whole).replaceAll(match -> value(base, match.group(1)));
    }

    /** Something that there is. */
    private String value(String base, String part) {
        return switch (base + " " + part) {
            case "/officer/report authority" -> "jl-yanji";
            case "/officer/report format" -> "csv";
            case "/officer/case/{id} id" -> caseId();
            case "/admin/accounts id" -> account();
            default -> throw new AssertionError("what is " + part + " of " + base + "?");
        };
    }

    private String caseId() {
        if (file.isEmpty()) {
            file = Optional.of(filings.authorised(filings.settler(1)).id().value().toString());
        }
        return file.get();
    }

    private String account() {
        return town.session("jl-yanji-ps", 1).actor() instanceof Actor.Officer officer
                ? officer.id().text()
                : "";
    }

    private Session reader(String path) {
        return path.startsWith("/audit")
                ? auditor()
                : path.startsWith("/admin")
                        ? town.administrator("admin.filters")
                        : town.session("jl-yanji", 1);
    }

    private Session auditor() {
        return town.auditor("auditor.filters");
    }

    private RequestSpecification as(Session session) {
        return given().redirects()
                .follow(false)
                .cookie(RequestContext.SESSION_COOKIE, session.token());
    }

    private Response send(Asked one, String value) {
        var session = reader(one.path());
        if (one.verb().equals("GET")) {
            return as(session).queryParam(one.name(), value).get(one.path());
        }
        var page = as(session).get("/protection");
        var token = page.asString().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        return as(session)
                .cookie(RequestContext.BROWSER_COOKIE, page.cookie(RequestContext.BROWSER_COOKIE))
                .queryParam(one.name(), value)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("csrf", token)
                .post(one.path());
    }

    @Test
    void no_page_takes_a_wrong_filter_for_none() {
        for (var one : asked()) {
            if (one.verb().equals("GET")) {
                assertThat(send(one, "").statusCode()).as("%s", one).isEqualTo(200);
            }
            boolean missing = one.verb().equals("POST") || OURS.contains(one.name());
            for (var value : WRONG) {
                var answer = send(one, value);
                assertThat(answer.statusCode())
                        .as("%s %s", one, value)
                        .isEqualTo(missing ? 404 : 422);
                if (!missing) {
                    isTold(one, value, answer.asString());
                }
            }
        }
    }

    private static void isTold(Asked one, String value, String page) {
        assertThat(page).as("%s %s", one, value).contains("govuk-error-summary__list");
        if (!PLACES.contains(one.name())) {
            assertThat(page).as("%s keeps what was typed", one).contains(value);
        }
        if (WITH_MORE.stream().noneMatch(one.path()::startsWith)) {
            assertThat(page).as("%s %s shows a list", one, value).doesNotContain("<tbody");
        }
    }

    @Test
    void a_wrong_filter_is_told_in_the_reader_s_language() {
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang);
            for (var one : List.of("unit=nonesuch", "from=1963-02-30", "after=nonesuch")) {
                var page =
                        as(auditor())
                                .cookie(RequestContext.LANGUAGE_COOKIE, lang)
                                .get("/audit?" + one)
                                .asString();
                assertThat(page)
                        .as(lang + " " + one)
                        .contains(words.say("error.summary"), words.say("filter.none"));
            }
        }
    }

    @Test
    void an_auditor_reads_each_wrong_filter_at_its_field_with_what_was_typed() {
        var page =
                as(auditor())
                        .get("/audit?show=all&unit=jl-nowhere&from=1963-02-30&until=soon")
                        .asString();
        for (var field : List.of("show", "unit", "from", "until")) {
            assertThat(page).contains("id=\"" + field + "-error\"", "<a href=\"#" + field + "\">");
        }
        assertThat(page)
                .contains(
                        "<option value=\"jl-nowhere\" selected>jl-nowhere</option>",
                        "name=\"from\" type=\"text\" value=\"1963-02-30\"",
                        "name=\"until\" type=\"text\" value=\"soon\"")
                .containsOnlyOnce("<option value=\"all\" selected>")
                .doesNotContain("<tbody");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_told() {
        var page = as(auditor()).get("/audit?from=1963-08-09&until=1963-08-08");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString())
                .contains("id=\"until-error\"", "value=\"1963-08-09\"", "value=\"1963-08-08\"");
        assertThat(as(auditor()).get("/audit?from=1963-08-08&until=1963-08-08").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_part_after_the_last_one_is_no_empty_list() {
        var admin = town.administrator("admin.filters");
        for (var path :
                List.of("/admin/accounts", "/admin/proposals", "/admin/units", "/admin/webhooks")) {
            assertThat(as(admin).get(path + "?page=9999").statusCode()).as(path).isEqualTo(422);
            assertThat(as(admin).get(path + "?page=0").statusCode()).as(path).isEqualTo(200);
        }
    }
}
