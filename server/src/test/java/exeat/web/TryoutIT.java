package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Outcome;
import exeat.server.LogFormatter;
import exeat.store.key.Keys;
import exeat.telemetry.LogFormat;
import exeat.web.kit.PageTexts;
import exeat.web.town.Browser;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody asks what the directive would say of them, and leaves nothing behind. */
@QuarkusTest
class TryoutIT {

    @Inject Town town;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    /** Writes down every line of every logger as the server would. */
    private static final class Taking extends Handler {
        private final LogFormatter form = new LogFormatter(LogFormat.JSON);
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        Taking() {
            setLevel(Level.ALL);
        }

        /** Takes the lines up to the first with this text; a request's line follows its answer. */
        List<String> until(String text) throws InterruptedException {
            var taken = new ArrayList<String>();
            do {
                taken.add(Objects.requireNonNull(lines.poll(10, TimeUnit.SECONDS), text));
            } while (!taken.getLast().contains(text));
            return taken;
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(form.format(ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private String address() {
        var ref = town.directive().ref();
        return "/directives/" + ref.id() + "/try/" + ref.hash();
    }

    private static void choose(Page page, String fact, String value) {
        page.selectOption("select[name='fact-" + fact + "']", value);
    }

    @Tag("full")
    @Test
    void the_result_is_shown_on_a_phone_in_each_language() {
        try (var browser = Browser.open(base.toString(), "tryout")) {
            for (var language : List.of("en-GB", "ko-KR", "zh-CN", "ru-RU")) {
                var words = PageTexts.of(language.substring(0, 2));
                var phone = browser.phone(language);
                phone.navigate("/directive");
                phone.locator("main a[href*='/try/']").click();
                assertThat(phone.url()).endsWith(address());
                assertThat(Browser.text(phone)).contains(words.say("try.kept"));
                browser.look(phone, "open-" + language);
                choose(phone, "purpose", "return");
                phone.click("main form button");
                assertThat(phone.url()).endsWith(address());
                assertThat(Browser.text(phone))
                        .contains(words.say("try.result"), words.say("proof.rests.0"))
                        .contains(words.say("try.proved"));
                assertThat(phone.inputValue("select[name='fact-purpose']")).isEqualTo("return");
                browser.look(phone, "told-" + language);
            }
        }
    }

    @Test
    void it_works_where_no_script_runs() {
        try (var browser = Browser.open(base.toString(), "tryout-plain")) {
            var phone = browser.withoutScript("en-GB");
            phone.navigate("/directive/try");
            choose(phone, "purpose", "return");
            phone.click("main form button");
            assertThat(phone.locator("main").textContent())
                    .contains(PageTexts.of("en").say("try.result"));
        }
    }

    @Test
    void facts_can_stay_open_or_be_withheld_and_an_impossible_one_is_pointed_at() {
        var directive = town.directive();
        var open = directive.decide(Facts.NONE);
        assertThat(open.outcome()).isEqualTo(Outcome.REFER);
        assertThat(posted(new TreeMap<>()))
                .contains(directive.messages().text(java.util.Locale.ENGLISH, "outcome.refer"));
        var page = given().get(address()).asString();
        directive.vocabulary().facts().stream()
                .filter(fact -> fact.isProtected() && page.contains("fact-" + fact.name().slug()))
                .forEach(fact -> {
                    var answers = new TreeMap<String, String>();
                    answers.put("fact-" + fact.name().slug(), "withheld");
                    assertThat(posted(answers)).contains("id=\"result\"");
                });
        assertThat(page).contains("withheld");
        var wrong = new TreeMap<String, String>();
        wrong.put("fact-purpose", "picnic");
        assertThat(posted(wrong))
                .contains(PageTexts.of("en").say("wrong.choose"))
                .doesNotContain("id=\"result\"");
    }

    @Test
    void no_row_no_line_of_the_log_and_no_event_tells_that_somebody_tried() throws Exception {
        var taking = new Taking();
        Logger.getLogger("").addHandler(taking);
        try {
            given().get("/directive");
            taking.until("\"/directive\"");
            var answers = new TreeMap<String, String>();
            answers.put("fact-purpose", "settle");
            // A look of an earlier test may be written meanwhile; what trying wrote would be there
            // each time.
            boolean same = false;
            for (int attempt = 0; attempt < 3 && !same; attempt++) {
                var before = rows();
                for (int n = 0; n < 5; n++) {
                    assertThat(posted(answers)).contains("id=\"result\"");
                }
                given().get("/directives/" + town.directive().ref().id() + "/try");
                same = rows().equals(before);
            }
            assertThat(same).isTrue();
            given().get("/directive");
            assertThat(taking.until("\"/directive\""))
                    .noneMatch(line -> line.contains("/try") || line.contains("settle"));
        } finally {
            Logger.getLogger("").removeHandler(taking);
        }
    }

    @Test
    void facts_in_the_address_are_not_read() {
        var asked = given().get(address() + "?fact-purpose=return").asString();
        assertThat(asked)
                .doesNotContain("id=\"result\"")
                .doesNotContain("value=\"return\" selected");
    }

    @Test
    void a_version_that_is_not_there_cannot_be_tried() {
        assertThat(given().get("/directives/prc-1963/try/" + "0".repeat(64)).statusCode())
                .isEqualTo(404);
    }

    /** The page after a form was sent as a browser sends it. */
    private String posted(Map<String, String> answers) {
        var page = given().get(address());
        var token =
                page.asString()
                        .replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1")
                        .strip();
        return given().cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(answers)
                .formParam("csrf", token)
                .post(address())
                .asString();
    }

    /**
     * Of every table that commands or sessions write to, how many rows it has. The ledger's own
     * tables are left out: its worker moves what earlier tests wrote from the queue to the leaves
     * whenever it likes, and no line of it is without a row of {@code event}, which is counted.
     */
    private static List<String> rows() throws Exception {
        var data = ConfigProvider.getConfig().getValue("exeat.data", Path.class);
        var url = Files.readString(data.resolve("keys").resolve("address")).strip();
        var counts = new ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(url, "exeat", Keys.in(data).password("owner"));
                var statement = connection.createStatement()) {
            for (var table : tables(statement)) {
                try (var count = statement.executeQuery("select count(*) from exeat." + table)) {
                    count.next();
                    counts.add(table + " " + count.getLong(1));
                }
            }
        }
        return counts;
    }

    private static List<String> tables(java.sql.Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found =
                statement.executeQuery(
                        "select tablename from pg_tables where schemaname = 'exeat'"
                                + " and tablename not like 'ledger%'"
                                + " and tablename not like '%checkpoint%' order by 1")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        assertThat(tables).contains("event");
        return tables;
    }
}
