package exeat.desk.auth;

import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.OfficerId;
import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.auth.AccountCodes.Used;
import exeat.desk.auth.AccountProposal.State;
import exeat.desk.auth.AccountProposal.What;
import exeat.desk.auth.Administration.Came;
import exeat.desk.auth.Administration.NewAccount;
import exeat.desk.auth.Administration.Refusal;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.store.OfficeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Power over people takes two administrators, and neither alone gets in as somebody else. */
class AdministrationIT {

    private static final String BEGIN = "four quiet rivers";
    private static final String OWN = "nine loud harbours";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Town town = Town.shared();
    private final Session first = administrator(town);
    private final Session second = administrator(town);
    private final Administration acts = town.office.administration();

    private static Session administrator(Town town) {
        return town.administrator("admin." + NEXT.incrementAndGet());
    }

    private static String login() {
        return "kept." + NEXT.incrementAndGet();
    }

    private static OfficerId id(Session session) {
        return ((Actor.Administrator) session.actor()).id();
    }

    private OfficerId officer(String login) {
        var id = OfficerAccounts.freshId(YANJI_PS);
        town.office.officerAccounts().create(id, login, BEGIN, "Kim", YANJI_PS);
        return id;
    }

    private Came proposeAccount(String login) {
        return acts.propose(
                first, new NewAccount(login, "Kim", YANJI_PS, AccountRole.OFFICER, "A vacancy"));
    }

    private static String code(Came one, Came other) {
        return one.part().orElseThrow() + "-" + other.part().orElseThrow();
    }

    private Used choose(String login, String code, String password) {
        return town.office
                .authentication()
                .codes()
                .choosePassword(login, code, password, SignInOrigin.HERE);
    }

    private Optional<Session> signIn(String login, String password) {
        return town.office.authentication().signInOfficer(login, password);
    }

    private State state(Came came) {
        return acts.proposal(first, came.proposal()).orElseThrow().state();
    }

    @Test
    void a_new_account_takes_two_and_its_holder_needs_the_half_of_each() {
        var login = login();
        var proposed = proposeAccount(login);
        assertThat(state(proposed)).isEqualTo(State.WAITING);
        assertThat(signIn(login, OWN)).as("nothing is there yet").isEmpty();
        assertThat(acts.agree(first, proposed.proposal()).refused()).contains(Refusal.OWN);

        var agreed = acts.agree(second, proposed.proposal());
        assertThat(agreed.refused()).isEmpty();
        var half = proposed.part().orElseThrow();
        assertThat(choose(login, half + half, OWN)).isEqualTo(new Used.Wrong());
        assertThat(choose(login, code(agreed, proposed), OWN)).isEqualTo(new Used.Wrong());
        assertThat(choose(login, code(proposed, agreed), "short")).isEqualTo(new Used.Weak());
        assertThat(choose(login, code(proposed, agreed), OWN))
                .isEqualTo(new Used.Done(Optional.empty()));
        assertThat(choose(login, code(proposed, agreed), BEGIN))
                .as("a code works once")
                .isEqualTo(new Used.Wrong());
        assertThat(state(proposed)).isEqualTo(State.USED);
        var session = signIn(login, OWN).orElseThrow();
        assertThat(session.actor()).isInstanceOf(Actor.Officer.class);
        var account = acts.account(first, ((Actor.Officer) session.actor()).id()).orElseThrow();
        assertThat(account.sessions()).isEqualTo(1);
        assertThat(account.signedIn()).isPresent();
        assertThat(acts.history(first, account.member().id()))
                .extracting(deed -> deed.what() + " by " + deed.by())
                .containsExactly(
                        "password by proposal " + proposed.proposal(),
                        "made by proposal " + proposed.proposal());
    }

    @Test
    void an_account_ends_when_another_administrator_agrees() {
        var login = login();
        var id = officer(login);
        var session = signIn(login, BEGIN).orElseThrow();
        var proposed = acts.propose(first, What.END, id, "Left the service");
        assertThat(proposed.part()).isEmpty();
        assertThat(acts.propose(second, What.END, id, "The same").refused())
                .contains(Refusal.WAITING);
        assertThat(town.office.authentication().resume(session.token())).isPresent();
        assertThat(acts.agree(second, proposed.proposal()).refused()).isEmpty();
        assertThat(town.office.authentication().resume(session.token())).isEmpty();
        assertThat(signIn(login, BEGIN)).isEmpty();
        assertThat(acts.agree(second, proposed.proposal()).refused()).contains(Refusal.GONE);
    }

    @Test
    void a_lost_password_works_until_the_person_used_the_code_and_they_can_object() {
        var login = login();
        var id = officer(login);
        var doors = town.office.authentication();
        var proposed = acts.propose(first, What.PASSWORD, id, "Lost it");
        var session = signIn(login, BEGIN).orElseThrow();
        var notice = doors.codes().notices(session).getFirst();
        assertThat(notice.what()).isEqualTo(What.PASSWORD);
        assertThat(notice.objectable()).isTrue();
        assertThat(doors.codes().object(first, notice.id())).as("somebody else").isFalse();
        assertThat(doors.codes().object(session, notice.id())).isTrue();
        assertThat(acts.agree(second, proposed.proposal()).refused()).contains(Refusal.GONE);
        assertThat(state(proposed)).isEqualTo(State.OBJECTED);

        var again = acts.propose(first, What.PASSWORD, id, "Lost it, says so in person");
        var agreed = acts.agree(second, again.proposal());
        assertThat(signIn(login, BEGIN)).isPresent();
        assertThat(choose(login, code(again, agreed), OWN)).isInstanceOf(Used.Done.class);
        assertThat(signIn(login, BEGIN)).isEmpty();
        assertThat(signIn(login, OWN)).isPresent();
    }

    @Test
    void another_second_factor_needs_the_password_beside_the_code() {
        var login = login();
        var id = officer(login);
        var doors = town.office.authentication();
        doors.secondFactor().enrol(login, "test");
        assertThat(signIn(login, BEGIN)).isEmpty();
        var proposed = acts.propose(first, What.FACTOR, id, "Lost the telephone");
        var agreed = acts.agree(second, proposed.proposal());
        var code = code(proposed, agreed);
        assertThat(choose(login, code, OWN)).as("no password with it").isEqualTo(new Used.Wrong());
        assertThat(doors.codes().newFactor(login, code, OWN, SignInOrigin.HERE))
                .isEqualTo(new Used.Wrong());
        var used = doors.codes().newFactor(login, code, BEGIN, SignInOrigin.HERE);
        assertThat(used)
                .isInstanceOfSatisfying(
                        Used.Done.class,
                        done ->
                                assertThat(
                                                doors.signInOfficer(
                                                        login,
                                                        BEGIN,
                                                        done.factor()
                                                                .orElseThrow()
                                                                .recovery()
                                                                .getFirst()))
                                        .isPresent());
    }

    @Test
    void nobody_does_anything_with_their_own_account_or_without_being_an_administrator() {
        assertThat(acts.propose(first, What.PASSWORD, id(first), "Mine").refused())
                .contains(Refusal.OWN);
        var about = acts.propose(first, What.END, id(second), "Left");
        assertThat(acts.agree(second, about.proposal()).refused()).contains(Refusal.OWN);
        assertThat(acts.agree(administrator(town), about.proposal()).refused()).isEmpty();

        var officer = signIn(officerLogin(), BEGIN).orElseThrow();
        assertThatThrownBy(() -> acts.accounts(officer)).isInstanceOf(OfficeException.class);
        assertThatThrownBy(() -> acts.propose(officer, What.END, id(first), "no"))
                .isInstanceOf(OfficeException.class);
        assertThatThrownBy(() -> acts.agree(officer, 1)).isInstanceOf(OfficeException.class);
        assertThatThrownBy(() -> acts.enactments(officer, "prc-1963"))
                .isInstanceOf(OfficeException.class);
        assertThat(acts.enactments(first, "prc-1963"))
                .allMatch(step -> step.actor().startsWith("officer/"))
                .anyMatch(step -> step.type().equals("version-in-force"));
        assertThatThrownBy(() -> acts.endSessions(officer, id(first)))
                .isInstanceOf(OfficeException.class);
        assertThat(acts.propose(first, What.PASSWORD, new OfficerId("nobody"), "x").refused())
                .contains(Refusal.UNKNOWN);
    }

    private String officerLogin() {
        var login = login();
        officer(login);
        return login;
    }

    @Test
    void an_administrator_sees_no_case_and_gives_no_command() {
        var filed = town.file(Town.settling()).id();
        assertThat(town.office.cases().find(first, filed)).isEmpty();
        assertThat(town.office.search().allowed(first)).isEmpty();
        var command = new TravellerCommand.Withdraw(filed, Town.ONE);
        assertThat(town.give(first, command)).isNotInstanceOf(Reply.Done.class);
    }

    @Test
    void sessions_end_at_once_and_declined_or_old_proposals_have_no_effect() {
        var login = login();
        var id = officer(login);
        var session = signIn(login, BEGIN).orElseThrow();
        assertThat(acts.endSessions(first, id)).contains(1);
        assertThat(town.office.authentication().resume(session.token())).isEmpty();
        assertThat(signIn(login, BEGIN)).as("who is still welcome").isPresent();

        var declined = acts.propose(first, What.END, id, "Is late");
        assertThat(acts.close(second, declined.proposal())).isTrue();
        assertThat(state(declined)).isEqualTo(State.DECLINED);
        assertThat(acts.agree(second, declined.proposal()).refused()).contains(Refusal.GONE);
        var withdrawn = acts.propose(first, What.END, id, "Is late");
        assertThat(acts.close(first, withdrawn.proposal())).isTrue();
        assertThat(state(withdrawn)).isEqualTo(State.WITHDRAWN);
    }

    @Tag("full")
    @Test
    void the_audit_knows_what_two_administrators_agreed_to_and_what_nobody_did() throws Exception {
        var own = Town.alone();
        var one = administrator(own);
        var other = administrator(own);
        var keeping = own.office.administration();
        var proposed =
                keeping.propose(
                        one, new NewAccount("mi", "Kim", YANJI_PS, AccountRole.AUDITOR, "x"));
        assertThat(proposed.refused()).contains(Refusal.NOT_THE_ISSUER);
        proposed =
                keeping.propose(
                        one, new NewAccount("mi", "Kim", YANJI_PS, AccountRole.ADMINISTRATOR, "x"));
        assertThat(proposed.refused()).contains(Refusal.NOT_THE_ISSUER);
        proposed =
                keeping.propose(
                        one, new NewAccount("mi", "Kim", ROOT, AccountRole.ADMINISTRATOR, "x"));
        var agreed = keeping.agree(other, proposed.proposal());
        assertThat(
                        own.office
                                .authentication()
                                .codes()
                                .choosePassword(
                                        "mi", code(proposed, agreed), OWN, SignInOrigin.HERE))
                .isInstanceOf(Used.Done.class);
        assertThat(keeping.endSessions(one, id(other))).isPresent();
        keeping.propose(one, What.END, id(other), "Waits");
        own.office.masterKeys().rotate();
        own.sequenced();
        assertThat(own.office.audit()).isEmpty();
        assertThat(keeping.proposals(one, 0, 9)).hasSize(2).allMatch(p -> !p.reason().isEmpty());
        try (var superuser = Backstage.superuser(own)) {
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.account_log (account, what, by, at)
                    select id, 'factor', 'proposal 1', timestamptz '2026-12-01' from exeat.account
                    where login = 'cn.1'
                    """);
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.account_log (account, what, by, at)
                    select id, 'sessions ended', id, timestamptz '2026-12-01' from exeat.account
                    where login = 'cn.1'
                    """);
            Backstage.run(superuser, "alter table exeat.account_proposal disable trigger all");
            Backstage.run(
                    superuser,
                    "update exeat.account_proposal set used = proposed where outcome is null");
        }
        own.sequenced();
        assertThat(own.office.audit())
                .extracting(fault -> fault.table() + ": " + fault.what())
                .contains(
                        "account_log: \"factor\" by proposal 1: no two administrators agreed to it",
                        "account_log: no administrator ended its sessions",
                        "account_proposal: the row is not accounted for by any event");
        own.office.close();
    }

    @Test
    void a_proposal_and_a_code_are_worth_nothing_after_a_week() {
        var own = Town.alone();
        var one = administrator(own);
        var other = administrator(own);
        var keeping = own.office.administration();
        var id = OfficerAccounts.freshId(YANJI_PS);
        own.office.officerAccounts().create(id, "late", BEGIN, "Kim", YANJI_PS);
        var old = keeping.propose(one, What.END, id, "Left");
        var lost = keeping.propose(one, What.PASSWORD, id, "Lost");
        var agreed = keeping.agree(other, lost.proposal());
        own.pass(Administration.VALID.plus(Duration.ofMinutes(1)));
        var later = administrator(own);
        assertThat(keeping.agree(later, old.proposal()).refused()).contains(Refusal.GONE);
        assertThat(keeping.proposal(later, old.proposal()).orElseThrow().state())
                .isEqualTo(State.EXPIRED);
        assertThat(keeping.proposal(later, lost.proposal()).orElseThrow().state())
                .isEqualTo(State.LAPSED);
        assertThat(
                        own.office
                                .authentication()
                                .codes()
                                .choosePassword("late", code(lost, agreed), OWN, SignInOrigin.HERE))
                .isEqualTo(new Used.Wrong());
        own.office.close();
    }

    @Tag("full")
    @Test
    void one_administrator_has_twenty_waiting_and_what_waits_stands_before_what_is_closed() {
        var own = Town.alone();
        var one = administrator(own);
        var other = administrator(own);
        var keeping = own.office.administration();
        var id = OfficerAccounts.freshId(YANJI_PS);
        own.office.officerAccounts().create(id, "waits", BEGIN, "Kim", YANJI_PS);
        var waits = keeping.propose(one, What.END, id, "Left");
        for (int n = 0; n < 30; n++) {
            var closed = keeping.propose(other, What.PASSWORD, id, "Lost");
            assertThat(keeping.close(other, closed.proposal())).isTrue();
        }
        assertThat(keeping.proposals(one, 0, 5).getFirst().id()).isEqualTo(waits.proposal());
        assertThat(keeping.proposals(one, 30, 5)).hasSize(1);
        assertThat(keeping.proposal(other, waits.proposal())).isPresent();
        assertThat(keeping.waiting(other, id)).hasSize(1);
        Came came = waits;
        for (int n = 0; n < 20; n++) {
            assertThat(came.refused()).isEmpty();
            came =
                    keeping.propose(
                            one,
                            new NewAccount(
                                    "new." + n, "Kim", YANJI_PS, AccountRole.OFFICER, "Vacant"));
        }
        assertThat(came.refused()).contains(Refusal.MANY);
        own.office.close();
    }

    @Test
    void a_code_that_is_agreed_to_later_replaces_every_other_of_the_account() {
        var login = login();
        var made = proposeAccount(login);
        var madeToo = acts.agree(second, made.proposal());
        var id = acts.proposal(first, made.proposal()).orElseThrow().account();
        var lost = acts.propose(first, What.PASSWORD, id, "Lost the code");
        var lostToo = acts.agree(second, lost.proposal());
        assertThat(state(made)).isEqualTo(State.VOID);
        assertThat(choose(login, code(made, madeToo), BEGIN)).isEqualTo(new Used.Wrong());
        assertThat(choose(login, code(lost, lostToo), OWN)).isInstanceOf(Used.Done.class);
        assertThat(choose(login, code(made, madeToo), BEGIN)).isEqualTo(new Used.Wrong());
        assertThat(signIn(login, OWN)).isPresent();
    }

    @Test
    void what_an_ended_administrator_proposed_waits_no_more() {
        var ending = administrator(town);
        var login = login();
        var id = officer(login);
        var proposed = acts.propose(ending, What.PASSWORD, id, "Lost");
        var end = acts.propose(first, What.END, id(ending), "Left");
        assertThat(acts.agree(second, end.proposal()).refused()).isEmpty();
        assertThat(acts.agree(second, proposed.proposal()).refused()).contains(Refusal.GONE);
        assertThat(state(proposed)).isEqualTo(State.VOID);
        assertThat(acts.propose(first, What.PASSWORD, id, "Lost").refused()).isEmpty();
    }

    @Test
    void what_is_not_there_is_not_replaced_and_what_somebody_stopped_is_in_the_history() {
        var login = login();
        var id = officer(login);
        assertThat(acts.propose(first, What.FACTOR, id, "Lost").refused())
                .contains(Refusal.NO_FACTOR);
        var proposed = acts.propose(first, What.PASSWORD, id, "Lost it");
        var session = signIn(login, BEGIN).orElseThrow();
        assertThat(town.office.authentication().codes().object(session, proposed.proposal()))
                .isTrue();
        assertThat(acts.history(first, id))
                .extracting(deed -> deed.what() + " by " + deed.by())
                .contains("objected by proposal " + proposed.proposal());
    }

    @Test
    void accounts_bear_names_that_people_can_have() {
        for (var name : List.of("Kim\u202e", "\u200bKim", "Ki\nm", "Kim\0", "")) {
            var one = new NewAccount(login(), name, YANJI_PS, AccountRole.OFFICER, "x");
            assertThat(acts.propose(first, one).refused()).contains(Refusal.BAD_NAME);
            var id = OfficerAccounts.freshId(YANJI_PS);
            var accounts = town.office.officerAccounts();
            assertThatThrownBy(() -> accounts.create(id, login(), BEGIN, name, YANJI_PS))
                    .isInstanceOf(OfficeException.class);
        }
    }

    @Test
    void after_too_many_attempts_a_right_code_and_a_wrong_one_are_told_the_same() {
        var login = login();
        var proposed = proposeAccount(login);
        var agreed = acts.agree(second, proposed.proposal());
        var from = new SignInOrigin("203.0.113.77", "");
        var codes = town.office.authentication().codes();
        Used used = new Used.Wrong();
        for (int n = 0; n < 50 && used instanceof Used.Wrong; n++) {
            used = codes.choosePassword(login, code(agreed, proposed), OWN, from);
        }
        assertThat(used).isInstanceOf(Used.TooOften.class);
        assertThat(codes.choosePassword(login, code(proposed, agreed), OWN, from)).isEqualTo(used);
    }
}
