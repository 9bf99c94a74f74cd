package exeat.api;

import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.api.ApiTown.Filing;
import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.rules.source.PackException;
import exeat.web.kit.PageTexts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A person of a county whose directive is not proved against the new one above it, where each of
 * the two findings is better in some way. It shares its office with {@link TelemetryIT}, whose
 * tests come first: they apply under the directive of 1963 alone.
 */
@QuarkusTest
@TestProfile(ApiProfile.class)
class TwoFindingsIT {

    private static final Map<String, String> SETTLER =
            Map.of(
                    "asked to return", "false",
                    "applied to build", "true",
                    "relations in Korea", "true",
                    "ethnicity", "korean");

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(csrf|key|seen)\" value=\"([^\"]*)\">");

    private static boolean ready;

    @Inject ApiTown town;
    @Inject Office office;

    @BeforeEach
    void open() throws Exception {
        town.open();
        if (!ready) {
            ready = true;
            var above = office.register().directive("prc-1963").orElseThrow();
            var county = county(above);
            town.officer("cn");
            town.under("county");
            force(county);
            // A unit to which it has not come down holds no case under it.
            town.handDown("county");
            town.under("");
            force(changed());
            town.under("county");
        }
    }

    private Directive county(Directive above) throws IOException, PackException {
        var ref = above.ref();
        var naming =
                "extends: {pack: prc-1963, version: \"%s\", hash: %s}"
                        .formatted(ref.version(), ref.hash());
        var top = Files.createTempDirectory("county");
        copy(top.resolve("prc-1963"));
        var folder = copy(top.resolve("county"));
        change(folder, "record.yaml", "version: \"1\"\n", "version: \"1\"\n" + naming + "\n");
        Files.writeString(folder.resolve("vocabulary.yaml"), "{}\n");
        return office.register().directive(office.register().load(folder));
    }

    /** Every paper is valid for longer, and people come in person once more. */
    private Directive changed() throws IOException, PackException {
        var folder = copy(Files.createTempDirectory("above").resolve("prc-1963"));
        change(folder, "record.yaml", "version: \"1\"\n", "version: \"2\"\n");
        change(folder, "rules.dmn", cell("180"), cell("365"));
        change(folder, "rules.dmn", cell("1"), cell("2"));
        return office.register().directive(office.register().load(folder));
    }

    private static String cell(String value) {
        return "<outputEntry><text>" + value + "</text></outputEntry>";
    }

    private static Path copy(Path to) throws IOException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(Path.of(root, "directives", "prc-1963"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
        return to;
    }

    private static void change(Path folder, String name, String from, String to)
            throws IOException {
        var file = folder.resolve(name);
        var before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }

    /** Two lawyers sign it, and its issuer puts it in force. */
    private void force(Directive version) {
        var path = "/api/v1/directives/" + version.ref().id();
        var signed = path + "/versions/" + version.ref().hash();
        for (int n = 1; n <= 2; n++) {
            var unsigned =
                    get("", signed)
                            .jsonPath()
                            .getList(
                                    "pairs.findAll { p -> !p.signatures.any { it.by == 'law."
                                            + n
                                            + "' } }.pair",
                                    String.class);
            if (!unsigned.isEmpty()) {
                var lawyer = town.acting("law." + n, "cn", version.ref().id());
                var body = "{\"pairs\": [\"" + String.join("\", \"", unsigned) + "\"]}";
                town.done(lawyer, "POST", signed + "/signatures", body);
            }
        }
        var body = "{\"version\": \"" + version.ref().hash() + "\"}";
        town.done(town.officer("cn"), "POST", path + "/briefing/in-force", body);
    }

    private Filing settler() {
        return town.confirmed(ApiTown.traveller("CN", "settle", SETTLER));
    }

    @Test
    void the_interface_shows_both_findings_to_who_sees_the_person_and_takes_the_persons_choice() {
        var filing = settler();
        assertThat(town.stage(filing)).isEqualTo("referred");
        for (var reader : new String[] {filing.token(), town.officer(YANJI_FA)}) {
            var choices = get(reader, filing.one() + "/choices").jsonPath();
            assertThat(choices.getList("findings.directive.id"))
                    .containsExactly("county", "prc-1963");
            assertThat(choices.getList("findings.burden.validityDays")).containsExactly(180, 365);
            assertThat(choices.getList("findings.burden.appearances")).containsExactly(1, 2);
            assertThat(choices.getString("decidableFrom")).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        }
        ApiTown.isProblem(get(settler().token(), filing.one() + "/choices"), 404, "NOT_FOUND");
        var approve = filing.one() + "/approval";
        var because = "{\"reason\": \"it is clear\"}";
        var officer = town.officer(YANJI_FA);
        ApiTown.isProblem(call(officer, key(), "POST", approve, because), 409, "CHOICE_OPEN");

        var hash = get(filing.token(), filing.one() + "/choices").jsonPath();
        var body =
                "{\"directive\": {\"id\": \"prc-1963\", \"version\": \"2\", \"hash\": \"%s\"}}"
                        .formatted(hash.getString("findings[1].directive.hash"));
        var choose = filing.one() + "/choice";
        ApiTown.isProblem(call(officer, key(), "POST", choose, body), 403, "NOT_ALLOWED");
        ApiTown.isProblem(
                call(
                        filing.token(),
                        key(),
                        "POST",
                        choose,
                        body.replaceFirst("[0-9a-f]{64}", "0".repeat(64))),
                404,
                "NOT_FOUND");
        town.done(filing.token(), "POST", choose, body);

        var seen = get(filing.token(), filing.path()).jsonPath();
        assertThat(seen.getString("travellers[0].stage")).isEqualTo("approved");
        assertThat(seen.getInt("travellers[0].finding.burden.validityDays")).isEqualTo(365);
        assertThat(get(filing.token(), filing.one() + "/choices").jsonPath().getList("findings"))
                .isEmpty();
    }

    @Test
    void the_person_reads_them_side_by_side_chooses_one_and_reads_what_was_chosen() {
        var filing = settler();
        for (var language : PageTexts.LANGUAGES) {
            var words = PageTexts.of(language);
            var status = text(page(filing, "/track", language));
            assertThat(status).contains(words.say("choice.notice"), words.say("choice.title"));
            // Below it stands what the words mean, whatever the state.
            assertThat(status.substring(0, status.indexOf(words.say("terms.here"))))
                    .doesNotContain(words.say("stage.REFERRED"));
            var form = page(filing, "/track/1/choose", language);
            assertThat(text(form))
                    .contains(
                            words.say("choice.final"),
                            words.say("choice.days", 180),
                            words.say("choice.days", 365),
                            words.say("choice.rests"));
            assertThat(form.asString()).doesNotContain(" checked");
        }
        var words = PageTexts.of("en");
        var empty = post(filing, "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(text(empty)).contains(words.say("wrong.choose"));

        var county = office.register().directive("county").orElseThrow().ref().hash();
        assertThat(post(filing, "&directive=" + county).statusCode()).isEqualTo(303);
        var after = text(page(filing, "/track", "en"));
        assertThat(after)
                .contains(words.say("event.Answered.choice"), words.say("stage.APPROVED"))
                .doesNotContain(words.say("choice.notice"));
    }

    @Test
    void the_office_reads_what_the_person_can_choose_and_has_no_button_for_it() {
        var filing = settler();
        var shown =
                Answer.of(
                        Answer.to("/officer/case/" + filing.id())
                                .header("Cookie", "exeat-session=" + town.officer(YANJI_FA)));
        var words = PageTexts.of("en");
        assertThat(text(shown))
                .contains(words.say("case.choice"), words.say("choice.differs"))
                .doesNotContain(words.say("choice.which"));
        assertThat(shown.asString()).doesNotContain("/1/choose");
    }

    /** An officer who has mandates of both directives, and acts under the county's. */
    @Test
    void a_report_is_of_one_directive_and_one_more_view_adds_up_several() {
        settler();
        settler();
        var officer = town.officer(YANJI_FA);
        var report = "/officer/report/" + YANJI_FA;
        for (var language : PageTexts.LANGUAGES) {
            var words = PageTexts.of(language);
            var one = page(officer, report, language);
            assertThat(text(one)).contains(words.say("report.shared.title"));
            assertThat(one.asString()).contains("href=\"" + report + "?directives=all\"");
            var all = text(page(officer, report + "?directives=all", language));
            assertThat(all)
                    .contains(
                            words.say("report.together.few"),
                            words.say("report.together.what"),
                            words.say("report.together.sum"))
                    .doesNotContain(words.say("report.together.without"));
        }
        var figures = get(officer, "/api/v1/reports/" + YANJI_FA).jsonPath();
        assertThat(figures.getList("directives")).containsExactly("county");
        var file = page(officer, report + "/report.json?directives=all", "en").jsonPath();
        assertThat(file.getList("directives", String.class))
                .startsWith("county")
                .containsExactlyInAnyOrder("county", "prc-1963");
        assertThat(file.getInt("total.received.least"))
                .isGreaterThanOrEqualTo(figures.getInt("total.received.least"));

        // Who has a mandate of one alone is told of the other, and of no figure.
        var alone = signIn("jl-yanji.2");
        var told = page(alone, report, "en");
        assertThat(text(told)).contains(PageTexts.of("en").say("report.shared.hidden"));
        assertThat(told.asString()).doesNotContain("directives=all");
        for (var path : new String[] {"", "/report.csv"}) {
            assertThat(page(alone, report + path + "?directives=all", "en").statusCode())
                    .isEqualTo(403);
        }
    }

    private String signIn(String login) {
        return town.signIn(
                "{\"type\": \"officer\", \"login\": \"%s\", \"password\": \"right %s\"}"
                        .formatted(login, login));
    }

    private Answer page(Filing filing, String path, String language) {
        return page(filing.token(), path, language);
    }

    private static Answer page(String token, String path, String language) {
        return Answer.of(
                Answer.to(path)
                        .header("Accept-Language", language)
                        .header("Cookie", "exeat-session=" + token));
    }

    /** Opens the form, and sends it with what was typed. */
    private Answer post(Filing filing, String typed) {
        var form = page(filing, "/track/1/choose", "en");
        var visit =
                form.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("exeat-visit="))
                        .map(cookie -> cookie.replaceFirst(";.*", ""))
                        .findFirst()
                        .orElseThrow();
        var body = form.asString();
        var fields =
                HIDDEN.matcher(body.substring(body.indexOf("<main")))
                        .results()
                        .map(field ->
                                field.group(1)
                                        + "="
                                        + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return Answer.of(
                Answer.to("/track/1/choose")
                        .header("Cookie", "exeat-session=" + filing.token() + "; " + visit)
                        .header("Accept-Language", "en")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields + typed)));
    }

    /** The words of a page, without its marks. */
    private static String text(Answer page) {
        return page.asString()
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
