package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.UnitChange;
import exeat.desk.OfficeSettings;
import exeat.desk.base.Session;
import exeat.desk.setup.SetUpStep;
import exeat.desk.webhook.Webhooks;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import exeat.web.admin.SetUpView;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.town.Town;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators read of the office, and before they agree to a change of a unit. */
@QuarkusTest
class UnitPagesIT {

    private static final AuthorityId UNIT = new AuthorityId("jl-helong-fa");

    /** Made up: nobody holds it, and without an address nobody is asked. */
    private static final String WITNESS =
            "witness.example/1+c6c9fb9f+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

    @Inject Town town;
    @Inject OfficeSettings settings;

    @BeforeEach
    void open() {
        town.open();
    }

    private static String page(Session session, String lang, String path) {
        var page =
                given().cookie(RequestContext.SESSION_COOKIE, session.token())
                        .cookie(RequestContext.LANGUAGE_COOKIE, lang)
                        .get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.asString();
    }

    @Test
    void the_page_of_a_closing_says_what_it_moves_before_the_button() {
        var units = town.office().unitAdministration();
        var first = town.administrator("admin.moves.1");
        var second = town.administrator("admin.moves.2");
        var from = units.today().plusDays(9);
        var names = new TreeMap<>(Map.of("en", "Helong House"));

        var closing = units.propose(first, new UnitChange.Closed(UNIT, from), "Few live there.");
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang);
            assertThat(page(second, lang, "/admin/units/proposals/" + closing.proposal()))
                    .as(lang)
                    .containsSubsequence(
                            words.say("unit.moves"),
                            words.say("unit.moves.what"),
                            words.say("unit.moves.to"),
                            words.say("unit.moves.under-way"),
                            words.say("unit.moves.waiting"),
                            words.say("unit.moves.accounts"),
                            words.say("unit.agree"));
        }
        assertThat(units.close(first, closing.proposal())).isTrue();

        var renaming = units.propose(first, new UnitChange.Renamed(UNIT, names, from), "A reform.");
        assertThat(page(second, "en", "/admin/units/proposals/" + renaming.proposal()))
                .contains("Agree to this change")
                .doesNotContain("What it moves");
        assertThat(units.close(first, renaming.proposal())).isTrue();
        assertThat(page(second, "en", "/admin/units/" + UNIT)).doesNotContain("Former names");
    }

    @Test
    void administrators_read_what_the_office_still_lacks_and_where_it_is_done() {
        var session = town.administrator("admin.sets.up");
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang);
            var steps = new ArrayList<String>();
            for (var step : SetUpStep.values()) {
                steps.add(escaped(words.say("setup." + step)));
            }
            assertThat(page(session, lang, "/admin")).as(lang).containsSubsequence(steps);
            assertThat(page(session, lang, "/admin/setup"))
                    .as(lang)
                    .containsSubsequence(steps)
                    .contains(words.say("setup.state.done"), words.say("setup.state.next"))
                    .contains("./exeat officer add cn LOGIN --administrator --operator-key FILE");
        }
        var place = " --data " + settings.data().toAbsolutePath().normalize() + "<";
        assertThat(SetUpView.first(town.office(), settings, PageTexts.of("en")).render())
                .as("what the sign-in page shows while nobody has an account")
                .containsSubsequence(
                        "./exeat operator key NAME FILE<",
                        "./exeat operator add NAME KEY --operator-key FILE" + place,
                        "./exeat officer add cn LOGIN --administrator --operator-key FILE" + place,
                        "./exeat officer second-factor LOGIN --operator-key FILE" + place);
        assertThat(page(session, "en", "/admin/setup"))
                .contains("./exeat restore --test FOLDER" + place);
        assertThat(town.office().officerAccounts().isEmpty()).isFalse();
        assertThat(given().get("/officer").asString())
                .as("nobody is told how to begin once it has begun")
                .doesNotContain("./exeat", PageTexts.of("en").say("setup.begin"));
    }

    @Test
    void administrators_read_each_directive_with_its_versions_and_who_did_what_with_it()
            throws PackException {
        var session = town.administrator("admin.directives");
        var ref = town.directive().ref();
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang);
            assertThat(page(session, lang, "/admin/directives"))
                    .as(lang)
                    .contains("href=\"/admin/directives/" + ref.id() + "\"")
                    .contains(words.say("directives.issuer"), words.say("admin.standing.IN_FORCE"));
            assertThat(page(session, lang, "/admin/directives/" + ref.id()))
                    .as(lang)
                    .containsSubsequence(
                            words.say("directives.since"),
                            "Officer cn.1",
                            words.say("enact.state.today"),
                            "href=\"/directives/" + ref.id() + "/proof/" + ref.hash(),
                            words.say("directives.layers.none"),
                            "Lawyer 1",
                            "Lawyer 2",
                            words.say("directives.step.version-in-force"))
                    .doesNotContain("<form action=\"/officer/directive", "officer/cn-");
        }
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var national = Path.of(root, "directives", "eu-2003-86", "national", "chakroun-income");
        town.office().register().load(national);
        assertThat(page(session, "en", "/admin/directives/eu-2003-86"))
                .contains("no version was ever put in force", "Nobody has signed")
                .containsSubsequence("Below it", "/admin/directives/chakroun-income");
        assertThat(page(session, "en", "/admin/directives/chakroun-income"))
                .containsSubsequence("Above it", "/admin/directives/eu-2003-86");
        nobodyAppliesUnderWhatIsNotInForce(
                town.office().register().directive("eu-2003-86").orElseThrow());
    }

    private void nobodyAppliesUnderWhatIsNotInForce(Directive unforced) {
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang);
            var why = words.say("without.NEVER_IN_FORCE");
            var both = List.of(unforced, town.directive());
            assertThat(DirectiveNotices.closed(town.office(), unforced, words)).contains(why);
            assertThat(DirectiveNotices.closed(town.office(), List.of(unforced), words))
                    .contains(why);
            assertThat(DirectiveNotices.closed(town.office(), both, words)).isEmpty();
            assertThat(
                            given().cookie(RequestContext.LANGUAGE_COOKIE, lang)
                                    .get("/apply")
                                    .asString())
                    .contains("/apply/start")
                    .doesNotContain(why);
        }
    }

    @Test
    void administrators_read_webhooks_rules_for_keeping_witnesses_keys_and_backups()
            throws IOException {
        var hooks = town.office().webhooks();
        var types = List.of("departed");
        var added =
                hooks.add(
                        new AuthorityId("jl-tumen"),
                        Optional.of("prc-1963"),
                        "https://files.example/exeat",
                        types,
                        "operator first");
        var id = ((Webhooks.Added.Done) added).made().id();
        var rules = settings.data().resolve("retention");
        var witnesses = settings.data().resolve("witnesses");
        Files.writeString(rules, "prc-1963  3650  Archives Act, section 12\n");
        Files.writeString(witnesses, WITNESS + "\n");
        var session = town.administrator("admin.office");
        try {
            for (var lang : PageTexts.DESK_LANGUAGES) {
                var words = PageTexts.of(lang);
                var before = town.office().unitAdministration().today().minusDays(3650);
                assertThat(page(session, lang, "/admin/office"))
                        .as(lang)
                        .containsSubsequence(
                                "https://files.example/exeat",
                                words.say("event.Departed"),
                                "operator first",
                                words.say("office.webhook.on"))
                        .containsSubsequence(
                                "Archives Act, section 12",
                                words.say("office.approved.none"),
                                words.say("office.not-approved"),
                                words.day(before))
                        .containsSubsequence(
                                words.say("office.key.rotated"), words.say("office.key.log.OFFICE"))
                        .containsSubsequence(
                                "witness.example/1",
                                words.say("admin.never"),
                                words.say("office.witness.NONE"))
                        .contains(words.say("office.backups.archive.none"))
                        .doesNotContain("{0", "{1");
            }
        } finally {
            Files.delete(witnesses);
            Files.delete(rules);
            assertThat(hooks.remove(id)).isTrue();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&quot;");
    }
}
