package exeat.api;

import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.desk.Office;
import exeat.desk.auth.AccountProposal;
import exeat.desk.auth.OfficerAccounts;
import exeat.desk.base.Session;
import exeat.desk.webhook.WebhookAdministration.Proposal;
import exeat.desk.webhook.WebhookAdministration.What;
import exeat.desk.webhook.WebhookAdministration.Wish;
import exeat.rules.authority.AuthorityId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The administrators of {@link ApiTown}, and what they may be tried on. */
@Singleton
public class ApiAdministrators {

    private final Office office;
    private final ApiTown town;
    private final Map<String, Session> sessions = new HashMap<>();
    private Optional<String> proposal = Optional.empty();
    private Optional<String> change = Optional.empty();
    private Optional<String> hookChange = Optional.empty();
    private Optional<UUID> hook = Optional.empty();

    ApiAdministrators(Office office, ApiTown town) {
        this.office = office;
        this.town = town;
    }

    /** An administrator's session, which the interface opens for nobody. */
    String token() {
        return session("admin.1").token();
    }

    private synchronized Session session(String login) {
        return sessions.computeIfAbsent(
                login,
                _ -> {
                    var password = "right " + login;
                    var unit = new AuthorityId("cn");
                    var id = OfficerAccounts.freshId(unit);
                    office.officerAccounts()
                            .createAdministrator(id, login, password, ApiTown.PLANTED, unit);
                    return office.authentication().signInOfficer(login, password).orElseThrow();
                });
    }

    /** What an administrator's page is tried on: an account, or a proposal about it; else empty. */
    synchronized Optional<String> kept(String path) {
        if (path.startsWith("/admin/units/proposals/")) {
            return Optional.of(change());
        }
        if (path.startsWith("/admin/webhooks/proposals/")) {
            return Optional.of(webhookChange());
        }
        if (path.startsWith("/admin/webhooks/") && !path.endsWith("/new")) {
            return Optional.of(webhook());
        }
        if (path.startsWith("/admin/directives/")) {
            return Optional.of("prc-1963");
        }
        if (path.startsWith("/admin/units/")) {
            return Optional.of(ApiTown.TUMEN_CU);
        }
        if (!path.startsWith("/admin/accounts/") && !path.startsWith("/admin/proposals/")) {
            return Optional.empty();
        }
        // An officer who is nobody else in these tests: administrators sign them out.
        var officer = town.officerId(ApiTown.TUMEN_CU, 9);
        if (path.startsWith("/admin/accounts/")) {
            return Optional.of(officer.text());
        }
        if (proposal.isEmpty()) {
            proposal = Optional.of(proposed(officer));
        }
        return proposal;
    }

    private String change() {
        if (change.isEmpty()) {
            var units = office.unitAdministration();
            var names = new TreeMap<>(Map.of("en", "Customs House"));
            var unit = new AuthorityId(ApiTown.TUMEN_CU);
            var renamed = new UnitChange.Renamed(unit, names, units.today().plusDays(1));
            var by = session("admin.2");
            change = Optional.of(Long.toString(units.propose(by, renamed, "reform").proposal()));
        }
        return change.get();
    }

    /** What another administrator proposed about a webhook, so that the first may agree. */
    private String webhookChange() {
        if (hookChange.isEmpty()) {
            var acts = office.webhooks().administration();
            var came = acts.propose(session("admin.2"), What.PAUSED, made(), "a move");
            hookChange = Optional.of(Long.toString(came.proposal()));
        }
        return hookChange.get();
    }

    private String webhook() {
        return made().toString();
    }

    private UUID made() {
        if (hook.isEmpty()) {
            var acts = office.webhooks().administration();
            var unit = new AuthorityId(ApiTown.TUMEN_CU);
            var wish = new Wish(unit, Optional.of("prc-1963"), "https://files.example/", List.of());
            var came = acts.propose(session("admin.2"), wish, "their files");
            acts.agree(session("admin.3"), came.proposal());
            hook = acts.proposal(session("admin.2"), came.proposal()).map(Proposal::webhook);
        }
        return hook.orElseThrow();
    }

    private String proposed(OfficerId about) {
        var what = AccountProposal.What.PASSWORD;
        var by = session("admin.2");
        return Long.toString(
                office.administration().propose(by, what, about, "lost it").proposal());
    }
}
