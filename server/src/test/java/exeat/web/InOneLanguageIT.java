package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.desk.auth.AccountProposal;
import exeat.desk.base.Session;
import exeat.desk.inspect.Inspections;
import exeat.desk.webhook.WebhookAdministration;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.CaseActionKind;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.town.ActScenes;
import exeat.web.town.Filings;
import exeat.web.town.ForeignText;
import exeat.web.town.Town;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No page of work is in two languages: what is not in the reader's own is marked as what it is. */
@QuarkusTest
class InOneLanguageIT {

    private static final String PASSWORD = "right horse battery";

    private static final String HOOK = "https://files.example/both";

    private static final List<String> QUEUES =
            List.of("work", "waiting", "referred", "clearances", "second", "held", "unconfirmed");

    @Inject Town town;
    @Inject Filings filings;

    @BeforeEach
    void open() {
        town.open();
    }

    private static void isInOne(Session session, List<String> paths, List<String> typed) {
        var mixed = new TreeSet<String>();
        for (var lang : PageTexts.DESK_LANGUAGES) {
            for (var path : paths) {
                var page =
                        given().cookie(RequestContext.SESSION_COOKIE, session.token())
                                .cookie(RequestContext.LANGUAGE_COOKIE, lang)
                                .get(path);
                assertThat(page.statusCode()).as(path).isIn(200, 409);
                assertThat(page.header("Content-Language")).as(path).isEqualTo(lang);
                for (var text : ForeignText.in(page.asString(), lang, typed)) {
                    mixed.add(lang + " " + path.replaceAll("[0-9a-f-]{36}", "…") + ": " + text);
                }
            }
        }
        assertThat(mixed).isEmpty();
    }

    /** What other tests typed into the town that they share. */
    private List<String> typed() {
        var typed = new ArrayList<>(Filings.NAMES);
        typed.addAll(List.of("박영희", "김철수", "Kim Chol Su", "KIM Chol Su", "Made Up"));
        typed.addAll(List.of("Lawyer 1", "Lawyer 2"));
        for (var unit : town.directive().authorities().all()) {
            for (int n = 1; n <= 3; n++) {
                typed.add("Officer " + Town.login(unit.id().text(), n));
            }
        }
        // A rule's id is the same in every language.
        town.directive().rules().forEach(rule -> typed.add(rule.id()));
        return typed;
    }

    @Tag("full")
    @Test
    void lists_reports_and_what_stands_under_more() {
        filings.confirmed(filings.settler(1));
        var paths = new ArrayList<String>();
        QUEUES.forEach(which -> paths.add("/officer/queue?which=" + which));
        paths.addAll(
                List.of(
                        "/officer/counter",
                        "/officer/briefing",
                        "/officer/directive",
                        "/officer/duty",
                        "/officer/late",
                        "/officer/report",
                        "/officer/more",
                        "/officer/password",
                        "/officer/sessions",
                        "/officer/backlog",
                        "/directive",
                        "/directive/try",
                        "/offices",
                        "/offices/jl-yanji-fa",
                        "/officer/again",
                        "/words",
                        "/ledger"));
        isInOne(town.session("jl-yanji-fa", 1), paths, typed());
        isInOne(town.session("jl", 1), paths, typed());
        isInOne(town.session("cn", 1), paths, typed());
        isInOne(
                town.session("jl-tumen-bd", 1),
                List.of("/border", "/officer/queue", "/officer/more"),
                typed());
    }

    @Test
    void the_case_and_every_act() {
        var scenes = new ActScenes(town, filings);
        for (var kind : CaseActionKind.values()) {
            scenes.of(kind)
                    .ifPresent(scene -> {
                        var typed = new ArrayList<>(typed());
                        typed.addAll(scene.typed().values());
                        typed.addAll(ActScenes.TYPED);
                        typed.add(scene.filing().number());
                        isInOne(
                                scene.session(),
                                List.of(scene.filing().address(), scene.address()),
                                typed);
                    });
        }
    }

    @Tag("full")
    @Test
    void what_administrators_read() {
        var one = town.administrator("admin.reads");
        var other = town.administrator("admin.other");
        town.session("jl-yanji-fa", 1);
        var acts = town.office().administration();
        var account =
                acts.accounts(one).stream()
                        .filter(found -> found.member().login().equals("jl-yanji-fa.1"))
                        .findFirst()
                        .orElseThrow()
                        .member()
                        .id();
        var proposed = acts.propose(other, AccountProposal.What.PASSWORD, account, "Lost 1");
        var typed = new ArrayList<>(typed());
        for (var kept : acts.accounts(one)) {
            typed.add(kept.member().name());
            typed.add(kept.member().login());
            typed.add(kept.member().id().text());
        }
        var units = town.office().unitAdministration();
        var closing = new AuthorityId("jl-tumen-cu");
        var change =
                units.propose(
                        other, new UnitChange.Closed(closing, units.today().plusDays(2)), "Lost 2");
        var hooks = town.office().webhooks().administration();
        var wish =
                new WebhookAdministration.Wish(closing, Optional.of("prc-1963"), HOOK, List.of());
        var hook = hooks.propose(other, wish, "Lost 3");
        typed.addAll(List.of("Lost 1", "Lost 2", "Lost 3", HOOK));
        town.office()
                .register()
                .units()
                .whole()
                .founded()
                .keySet()
                .forEach(unit -> typed.add(unit.text()));
        typed.addAll(namesOfOthers());
        town.office().register().directives().forEach(ref -> typed.add(ref.id()));
        isInOne(
                one,
                List.of(
                        "/admin",
                        "/admin/accounts",
                        "/admin/accounts?role=administrator",
                        "/admin/accounts/new",
                        "/admin/accounts/search",
                        "/admin/accounts/" + account.text(),
                        "/admin/proposals",
                        "/admin/proposals/" + proposed.proposal(),
                        "/admin/units",
                        "/admin/units/" + closing,
                        "/admin/units/proposals/" + change.proposal(),
                        "/admin/office",
                        "/admin/webhooks",
                        "/admin/webhooks/new",
                        "/admin/webhooks/proposals/" + hook.proposal(),
                        "/admin/setup",
                        "/admin/directives",
                        "/admin/directives/" + town.directive().ref().id(),
                        "/officer/password",
                        "/officer/sessions",
                        "/officer/code/password",
                        "/officer/code/second-factor"),
                typed);
        assertThat(acts.close(other, proposed.proposal())).isTrue();
        assertThat(units.close(other, change.proposal())).isTrue();
        assertThat(hooks.close(other, hook.proposal())).isTrue();
    }

    /** Packs in fewer languages name their units in these; and so may two administrators. */
    private List<String> namesOfOthers() {
        var register = town.office().register();
        var names = new ArrayList<String>();
        for (var ref : register.directives()) {
            if (!ref.id().equals(town.directive().ref().id())) {
                register.directive(ref).authorities().all().forEach(unit -> names.add(unit.name()));
            }
        }
        for (var made : register.units().whole().changes()) {
            if (made.change() instanceof UnitChange.Renamed(_, var given, _)) {
                names.addAll(given.values());
            }
        }
        return names;
    }

    @Tag("full")
    @Test
    void what_auditors_read() {
        var login = new OfficerId("auditor.languages");
        town.office()
                .officerAccounts()
                .createAuditor(login, PASSWORD, "An auditor", new AuthorityId("cn"));
        var auditor =
                town.office().authentication().signInOfficer(login.text(), PASSWORD).orElseThrow();
        var filing = filings.authorised(filings.settler(1));
        filings.confirmed(filings.settler(1));
        var files = town.office().inspections().files(auditor, Inspections.FileFilter.ALL, 15);
        var paths = new ArrayList<>(List.of("/directive", "/ledger", "/audit", "/audit/samples"));
        var typed = new ArrayList<>(typed());
        typed.add(filing.number());
        typed.addAll(List.of("./exeat ledger sample --new-seed", "An auditor"));
        for (var file : files) {
            paths.add("/audit/case/" + file.id());
            paths.add("/audit/case/" + file.id() + "/history.html");
        }
        isInOne(auditor, paths, typed);
    }
}
