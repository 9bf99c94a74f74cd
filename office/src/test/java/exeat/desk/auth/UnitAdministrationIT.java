package exeat.desk.auth;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.UnitChange;
import exeat.desk.Backstage;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Town;
import exeat.desk.auth.UnitAdministration.Came;
import exeat.desk.auth.UnitAdministration.Refusal;
import exeat.desk.base.PasswordCost;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.register.FormerNames;
import exeat.desk.register.FormerNames.Former;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a unit takes two administrators, and nobody else. */
class UnitAdministrationIT {

    private static final AuthorityId UNIT = new AuthorityId("jl-hunchun-cu");

    private final Town town = Town.alone();
    private final Session first = town.administrator("first");
    private final Session second = town.administrator("second");
    private final UnitAdministration acts = town.office.unitAdministration();

    private static UnitChange renamed(String name, LocalDate from) {
        return new UnitChange.Renamed(UNIT, new TreeMap<>(Map.of("en", name)), from);
    }

    private Came propose(UnitChange change) {
        return acts.propose(first, change, "A reform of the customs");
    }

    @Test
    void a_unit_is_changed_when_a_second_administrator_agrees_and_by_nobody_else()
            throws Exception {
        var today = acts.today();
        var change = renamed("Hunchun Customs House", today);
        for (var other : new Session[] {town.officer(ROOT), town.officer(JILIN)}) {
            assertThatThrownBy(() -> acts.propose(other, change, "why"))
                    .isInstanceOf(OfficeException.class);
        }
        assertThat(propose(new UnitChange.Closed(ROOT, today)).rule())
                .hasValueSatisfying(no -> assertThat(no.code()).isEqualTo(Code.NOT_ALLOWED));

        assertThat(acts.propose(first, change, "good\u202edab").rule())
                .hasValueSatisfying(no -> assertThat(no.about()).isEqualTo("reason"));
        assertThat(proposedAsTheClerk("merged", Town.YANJI_FA, Town.YANJI_PS))
                .isEqualTo("misplaced");
        assertThat(proposedAsTheClerk("moved", ROOT, JILIN)).isEqualTo("misplaced");

        var proposed = propose(change);
        assertThat(propose(new UnitChange.Closed(UNIT, today)).refused()).contains(Refusal.WAITING);
        assertThat(acts.agree(first, proposed.proposal()).refused()).contains(Refusal.OWN);
        assertThatThrownBy(() -> acts.agree(town.officer(ROOT), proposed.proposal()))
                .isInstanceOf(OfficeException.class);
        assertThat(asTheClerk(town.officer(ROOT), proposed.proposal())).isEqualTo("nobody");
        assertThat(asTheClerk(first, proposed.proposal())).isEqualTo("own");
        assertThat(town.office.register().units().whole().name(UNIT, today, "en")).isEmpty();

        assertThat(acts.agree(second, proposed.proposal()).done()).isTrue();
        assertThat(acts.agree(second, proposed.proposal()).refused()).contains(Refusal.GONE);
        var register = town.office.register();
        assertThat(register.units().whole().name(UNIT, today, "en"))
                .contains("Hunchun Customs House");
        assertThat(register.units().whole().name(UNIT, today.minusDays(1), "en")).isEmpty();
        assertThat(register.units().whole().history(UNIT)).hasSize(1);

        var declined = propose(renamed("Elsewhere", today.plusDays(3)));
        assertThat(acts.close(second, declined.proposal())).isTrue();
        var lapsed = propose(new UnitChange.Closed(UNIT, today.plusDays(30)));
        town.pass(Duration.ofDays(8));
        assertThat(acts.agree(second, lapsed.proposal()).refused()).contains(Refusal.GONE);
        assertThat(acts.proposals(second, 0, 9))
                .extracting(UnitAdministration.Proposal::state)
                .containsExactly(
                        ProposalState.EXPIRED, ProposalState.DECLINED, ProposalState.AGREED);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
        forged();
        town.office.close();
    }

    @Tag("full")
    @Test
    void an_office_opens_again_after_a_unit_of_a_stored_version_was_moved() throws Exception {
        var moved = new UnitChange.Moved(Town.YANJI, ROOT, acts.today().plusDays(1));
        var proposed = propose(moved);
        assertThat(acts.agree(second, proposed.proposal()).done()).isTrue();
        town.pass(Duration.ofDays(2));
        town.sequenced();
        town.office.close();

        var settings = OfficeSettings.embedded(town.data, Town.packs()).with(PasswordCost.MIN);
        try (var again = Office.open(settings, town.clock())) {
            assertThat(again.register().units().whole().parent(Town.YANJI, town.today()))
                    .contains(ROOT);
            assertThat(again.audit()).isEmpty();
        }
    }

    @Test
    void a_unit_keeps_its_former_names_with_their_days_in_every_language() throws Exception {
        var day = acts.today();
        var own = town.office.register().covering(UNIT).getFirst();
        var korean = own.messages().text(Locale.KOREAN, "authority." + UNIT);
        var english = own.authorities().get(UNIT).name();
        var house = new TreeMap<>(Map.of("en", "Hunchun Customs House", "ko", "훈춘 세관서"));
        agreed(new UnitChange.Renamed(UNIT, house, day.plusDays(3)));
        assertThat(formerNames(day)).isEmpty();
        agreed(renamed("Hunchun Customs", day.plusDays(5)));
        agreed(renamed("Hunchun Border Customs", day.plusDays(5)));

        assertThat(formerNames(day.plusDays(2))).isEmpty();
        assertThat(formerNames(day.plusDays(9)))
                .containsExactly(
                        new Former(house, day.plusDays(3), day.plusDays(4)),
                        new Former(
                                new TreeMap<>(Map.of("en", english, "ko", korean)),
                                day,
                                day.plusDays(2)));
        town.office.close();
    }

    private List<Former> formerNames(LocalDate day) {
        return new FormerNames(town.office.register(), ZoneOffset.UTC, List.of("ko")).of(UNIT, day);
    }

    private void agreed(UnitChange change) {
        assertThat(acts.agree(second, propose(change).proposal()).done()).isTrue();
    }

    @Tag("full")
    @Test
    void a_clock_that_jumped_hands_over_nothing_for_whoever_agrees() throws Exception {
        var filing = town.confirmed(Town.referred());
        agreed(renamed("House", acts.today().plusDays(40)));
        town.pass(Duration.ofHours(2));

        agreed(new UnitChange.Merged(Town.YANJI_FA, Town.TUMEN_FA, acts.today()));

        assertThat(holder(filing)).isEqualTo(Town.YANJI_FA);
        town.office.passTime();
        assertThat(holder(filing)).isEqualTo(Town.TUMEN_FA);
        town.office.close();
    }

    private AuthorityId holder(Town.Filing filing) {
        return town.office
                .cases()
                .find(town.party(filing), filing.id())
                .orElseThrow()
                .seen()
                .holder();
    }

    @Test
    void who_agrees_to_a_merger_is_told_what_it_moves_and_of_no_claim_to_protection()
            throws Exception {
        var filing = town.confirmed(Town.referred());
        var claimed = town.confirmed(Town.referred());
        var merged = new UnitChange.Merged(Town.YANJI_FA, Town.TUMEN_FA, acts.today());
        var proposed = acts.proposal(second, propose(merged).proposal()).orElseThrow();
        var before = acts.moving(second, proposed).orElseThrow();
        assertThat(before.to()).containsExactly(Town.TUMEN_FA);
        assertThat(before.underWay()).isEqualTo(10);
        assertThat(before.waiting()).isEqualTo(10);
        assertThat(before.officers())
                .isEqualTo(
                        town.office.officerAccounts().members().stream()
                                .filter(one -> one.unit().equals(Town.YANJI_FA))
                                .count());

        town.done(
                town.party(claimed), new TravellerCommand.ClaimProtection(claimed.id(), Town.ONE));

        var after = acts.moving(second, proposed).orElseThrow();
        assertThat(after).as("nobody sees that somebody is missing").isEqualTo(before);
        assertThatThrownBy(() -> acts.moving(town.officer(ROOT), proposed))
                .isInstanceOf(OfficeException.class);
        var renaming = acts.proposal(second, propose(renamed("House", acts.today())).proposal());
        assertThat(acts.moving(second, renaming.orElseThrow())).isEmpty();

        assertThat(acts.agree(second, proposed.id()).done()).isTrue();
        assertThat(holder(filing)).isEqualTo(Town.TUMEN_FA);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
        town.office.close();
    }

    private String proposedAsTheClerk(String what, AuthorityId unit, AuthorityId other)
            throws Exception {
        try (var clerk = Backstage.role(town, "clerk")) {
            var now = town.clock().instant();
            var sql =
                    """
                    select came from exeat.clerk_unit_propose('\\x%s', timestamptz '%s',
                        timestamptz '%s', '%s', '%s', '%s', null, date '%s', 'why')
                    """
                            .formatted(
                                    SessionTokens.hash(first.token()).hex(),
                                    now,
                                    now.minus(Duration.ofDays(7)),
                                    what,
                                    unit,
                                    other,
                                    acts.today());
            return Backstage.rows(clerk, sql).getFirst().text("came");
        }
    }

    /** As a program would agree that asks nobody: the database looks at the session itself. */
    private String asTheClerk(Session session, long proposal) throws Exception {
        try (var clerk = Backstage.role(town, "clerk")) {
            var hash = SessionTokens.hash(session.token()).hex();
            var now = town.clock().instant();
            var sql =
                    "select exeat.clerk_unit_agree('\\x"
                            + hash
                            + "', timestamptz '"
                            + now
                            + "', timestamptz '"
                            + now.minus(Duration.ofDays(7))
                            + "', "
                            + proposal
                            + ", 0) as came";
            return Backstage.rows(clerk, sql).getFirst().text("came");
        }
    }

    /** By whoever owns the tables, in the name of an officer. */
    private void forged() throws Exception {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(
                    superuser,
                    """
                    update exeat.unit_change set outcome = 'agreed', closed = proposed, closed_by = (
                        select id from exeat.account where administrator is null order by id limit 1)
                    where outcome is null
                    """);
        }
        town.sequenced();
        assertThat(town.office.audit())
                .extracting(fault -> fault.table() + ": " + fault.what())
                .containsExactly("unit_change: no two administrators agreed to it");
    }
}
