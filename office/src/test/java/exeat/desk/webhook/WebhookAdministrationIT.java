package exeat.desk.webhook;

import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.auth.ProposalState;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.webhook.WebhookAdministration.Came;
import exeat.desk.webhook.WebhookAdministration.Proposal;
import exeat.desk.webhook.WebhookAdministration.Refusal;
import exeat.desk.webhook.WebhookAdministration.What;
import exeat.desk.webhook.WebhookAdministration.Wish;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.rows.WebhookStore.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Another system is told something when two administrators want it, and not one alone. */
class WebhookAdministrationIT {

    private static final String ADDRESS = "https://files.example/exeat";

    private final Town town = Town.shared();
    private final Session first = administrator();
    private final Session second = administrator();
    private final Webhooks hooks = town.office.webhooks();
    private final WebhookAdministration acts = hooks.administration();

    private Session administrator() {
        return town.administrator("hooks." + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterEach
    void none() {
        hooks.all().forEach(hook -> hooks.remove(hook.id()));
    }

    private static Wish wish(String url, String... types) {
        return new Wish(YANJI_FA, Optional.empty(), url, List.of(types));
    }

    private Came propose(String url, String... types) {
        return acts.propose(first, wish(url, types), "The archive keeps its own list.");
    }

    private Webhook made(String url) {
        assertThat(acts.agree(second, propose(url).proposal()).refused()).isEmpty();
        return hooks.all().stream().filter(one -> one.url().equals(url)).findFirst().orElseThrow();
    }

    private Optional<Webhook> now(Webhook hook) {
        return hooks.all().stream().filter(one -> one.id().equals(hook.id())).findFirst();
    }

    @Test
    void nobody_alone_and_no_other_account_makes_another_system_hear_anything() throws Exception {
        for (var other : new Session[] {town.officer(ROOT), town.officer(YANJI_FA)}) {
            assertThatThrownBy(() -> acts.propose(other, wish(ADDRESS), "why"))
                    .isInstanceOf(OfficeException.class);
            assertThatThrownBy(() -> acts.proposals(other, 0, 9))
                    .isInstanceOf(OfficeException.class);
        }
        var proposed = propose(ADDRESS, "departed");
        assertThat(hooks.all()).isEmpty();
        assertThat(propose(ADDRESS).refused()).contains(Refusal.WAITING);
        assertThat(acts.agree(first, proposed.proposal()).refused()).contains(Refusal.OWN);
        assertThatThrownBy(() -> acts.agree(town.officer(ROOT), proposed.proposal()))
                .isInstanceOf(OfficeException.class);
        assertThat(asTheClerk(town.officer(ROOT), proposed.proposal())).isEqualTo("nobody");
        assertThat(asTheClerk(first, proposed.proposal())).isEqualTo("own");
        assertThat(hooks.all()).isEmpty();

        var agreed = acts.agree(second, proposed.proposal());
        assertThat(agreed.refused()).isEmpty();
        assertThat(acts.agree(second, proposed.proposal()).refused()).contains(Refusal.GONE);
        var hook = hooks.all().getFirst();
        assertThat(hook.types()).containsExactly("departed");
        assertThat(hook.by()).isEqualTo("proposal " + proposed.proposal());
        var whole = proposed.half().orElseThrow() + agreed.half().orElseThrow();
        assertThat(whole).isEqualTo(hooks.secret(hook.id(), 1)).startsWith("whsec_");
        assertThat(proposed.half().get()).hasSizeLessThan(whole.length() - 16);
        assertThat(proposed).asString().doesNotContain(proposed.half().get());
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void an_address_of_this_computer_or_a_private_network_is_refused() {
        for (var inside :
                List.of(
                        "https://127.0.0.1/x",
                        "https://[::1]/x",
                        "https://10.0.0.8/x",
                        "https://169.254.169.254/latest",
                        "https://0x7f000001/",
                        "https://[fe80::1%25eth0]/",
                        "https://localhost/x",
                        "https://archive.localhost./x",
                        "http://files.example/x",
                        "ftp://files.example/x")) {
            var came = propose(inside);
            assertThat(came.refused()).as(inside).contains(Refusal.BAD_ADDRESS);
            assertThat(came.address()).as(inside).isPresent();
            var byOperator = hooks.add(YANJI, Optional.empty(), inside, List.of(), "operator one");
            assertThat(byOperator).as(inside).isInstanceOf(Webhooks.Added.Refused.class);
        }
        var nowhere = new Wish(new AuthorityId("nowhere"), Optional.empty(), ADDRESS, List.of());
        assertThat(acts.propose(first, nowhere, "why").refused()).contains(Refusal.NO_SUCH_UNIT);
        assertThat(acts.propose(first, wish(ADDRESS), "good\u202edab").refused())
                .contains(Refusal.BAD_REASON);
        assertThatThrownBy(() -> propose(ADDRESS, "protection-claimed"))
                .isInstanceOf(OfficeException.class);
        assertThat(hooks.all()).isEmpty();
    }

    @Tag("full")
    @Test
    void it_is_paused_resumed_and_removed_by_two_and_operators_still_can_alone() {
        var hook = made(ADDRESS);
        assertThat(acts.propose(first, What.RESUMED, hook.id(), "why").refused())
                .contains(Refusal.CHANGED);
        assertThat(both(What.PAUSED, hook)).isEmpty();
        assertThat(now(hook).orElseThrow().whyOff()).isPresent();
        assertThat(both(What.RESUMED, hook)).isEmpty();
        assertThat(now(hook).orElseThrow().whyOff()).isEmpty();

        var declined = acts.propose(first, What.REMOVED, hook.id(), "why").proposal();
        assertThat(acts.close(second, declined)).isTrue();
        assertThat(acts.agree(second, declined).refused()).contains(Refusal.GONE);
        var lapsed = acts.propose(first, What.REMOVED, hook.id(), "why").proposal();
        town.pass(Duration.ofDays(8));
        var later = administrator();
        assertThat(acts.agree(later, lapsed).refused()).contains(Refusal.GONE);
        assertThat(acts.proposal(later, lapsed).map(Proposal::state))
                .contains(ProposalState.EXPIRED);

        var removing = acts.propose(later, What.REMOVED, hook.id(), "why").proposal();
        assertThat(hooks.remove(hook.id())).as("by an operator meanwhile").isTrue();
        assertThat(acts.agree(administrator(), removing).refused()).contains(Refusal.CHANGED);
        assertThat(acts.propose(later, What.PAUSED, hook.id(), "why").refused())
                .contains(Refusal.UNKNOWN);
        assertThat(acts.proposal(later, removing).orElseThrow().about().orElseThrow().url())
                .as("what it was about is still told")
                .isEqualTo(ADDRESS);
    }

    private Optional<Refusal> both(What what, Webhook hook) {
        var proposed = acts.propose(first, what, hook.id(), "They move.");
        assertThat(proposed.refused()).isEmpty();
        assertThat(acts.agree(first, proposed.proposal()).refused()).contains(Refusal.OWN);
        return acts.agree(second, proposed.proposal()).refused();
    }

    @Tag("full")
    @Test
    void nobody_sees_both_halves_of_a_new_secret() {
        var hook = made(ADDRESS);
        var mine = acts.propose(first, What.SECRET, hook.id(), "It leaked.");
        assertThat(acts.close(first, mine.proposal())).isTrue();
        var theirs = acts.propose(second, What.SECRET, hook.id(), "It leaked.");
        assertThat(theirs.half()).isEqualTo(mine.half());

        assertThat(acts.agree(first, theirs.proposal()).refused())
                .as("who had the first half before")
                .contains(Refusal.OWN);
        var third = acts.agree(administrator(), theirs.proposal());
        assertThat(third.refused()).isEmpty();
        assertThat(theirs.half().orElseThrow() + third.half().orElseThrow())
                .isEqualTo(hooks.secret(hook.id(), 2));
        assertThat(now(hook).orElseThrow().generation()).isEqualTo(2);
        assertThat(now(hook).orElseThrow().bothUntil()).isPresent();

        var overtaken = acts.propose(first, What.SECRET, hook.id(), "Once more.");
        assertThat(hooks.rotate(hook.id())).isPresent();
        assertThat(acts.agree(second, overtaken.proposal()).refused()).contains(Refusal.CHANGED);
    }

    /** As a program would agree that asks nobody: the database looks at the session itself. */
    private String asTheClerk(Session session, long proposal) throws Exception {
        try (var clerk = Backstage.role(town, "clerk")) {
            var now = town.clock().instant();
            var sql =
                    """
                    select exeat.clerk_webhook_agree('\\x%s', timestamptz '%s', timestamptz '%s', %d,
                        array['jl-yanji-fa'], timestamptz '%s') as came
                    """
                            .formatted(
                                    SessionTokens.hash(session.token()).hex(),
                                    now,
                                    now.minus(Duration.ofDays(7)),
                                    proposal,
                                    now);
            return Backstage.rows(clerk, sql).getFirst().text("came");
        }
    }
}
