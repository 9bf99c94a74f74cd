package exeat.desk.write;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TWO;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.state.Undoing;
import exeat.desk.Backstage;
import exeat.desk.Forger;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import exeat.store.batch.WriteVerdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person's secret takes two officers, and one that replaces another waits. */
class SecretsIT {

    private final Town town = Town.shared();

    private Optional<Session> signIn(Town.Filing filing, String secret) {
        return town.office.authentication().signInTraveller(filing.number(), secret);
    }

    @Test
    void one_officer_alone_neither_becomes_the_person_nor_ends_what_is_theirs() {
        var filing = town.confirmed(Town.settling());
        var officer = town.officer(YANJI_FA, 1);
        var desk = town.office.desk();
        assertThat(desk.askForSecret(officer, Town.key(), filing.id(), ONE, "").part()).isEmpty();

        var asked = Secrets.asked(town, officer, filing.id(), ONE);
        int request = asked.request().orElseThrow();
        assertThat(Secrets.issued(town, officer, filing.id(), ONE, request).part()).isEmpty();

        assertThat(signIn(filing, Secrets.part(asked))).isEmpty();
        assertThat(signIn(filing, Secrets.part(asked) + "-" + Secrets.part(asked))).isEmpty();
        assertThat(town.rejected(officer, new TravellerCommand.Withdraw(filing.id(), ONE)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(town.rejected(officer, new ArchiveCommand.EraseOwn(filing.id(), ONE)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void neither_of_two_officers_has_the_secret_whole() {
        var filing =
                town.file(
                        Town.returning(), Town.adult(TWO, "KP", new Purpose("return"), Facts.NONE));
        var asked = Secrets.asked(town, town.officer(YANJI_FA, 1), filing.id(), TWO);
        int request = asked.request().orElseThrow();
        var issued = Secrets.issued(town, town.officer(YANJI_FA, 2), filing.id(), TWO, request);

        assertThat(signIn(filing, Secrets.part(issued) + "-" + Secrets.part(asked))).isEmpty();
        assertThat(signIn(filing, Secrets.part(issued) + "-" + Secrets.part(issued))).isEmpty();
        assertThat(signIn(filing, Secrets.part(asked) + "-" + Secrets.part(issued))).isPresent();
        assertThat(issued.worksFrom()).isEmpty();
    }

    @Test
    void the_same_key_of_the_same_officer_gives_the_same_part_and_of_another_none() {
        var filing = town.confirmed(Town.settling());
        var desk = town.office.desk();
        var key = Town.key();
        var first = town.officer(YANJI_FA, 1);
        var asked = desk.askForSecret(first, key, filing.id(), ONE, "a passport");
        assertThat(desk.askForSecret(first, key, filing.id(), ONE, "a passport").part())
                .isEqualTo(asked.part())
                .isPresent();
        var second = town.officer(YANJI_FA, 2);
        assertThat(desk.askForSecret(second, key, filing.id(), ONE, "a passport").part()).isEmpty();
        int request = asked.request().orElseThrow();
        var other = desk.issueSecret(second, key, filing.id(), ONE, request, "the face");
        assertThat(other.part()).isPresent().isNotEqualTo(asked.part());
    }

    @Test
    void a_replaced_secret_waits_and_then_it_alone_opens_the_door() {
        var filing = town.confirmed(Town.settling());
        var old = town.party(filing);
        var secret = Secrets.of(town, YANJI_FA, filing.id(), ONE);

        assertThat(signIn(filing, secret)).isEmpty();
        assertThat(signIn(filing, filing.secret())).isPresent();
        assertThat(
                        town.rejected(
                                town.officer(YANJI_FA),
                                new TravellerCommand.Authorise(filing.id(), ONE)))
                .isEqualTo(Code.SECRET_WAITING);
        var told = town.office.cases().find(old, filing.id()).orElseThrow().seen().secrets();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().from()).isPresent();

        town.pass(Duration.ofDays(7));
        assertThat(signIn(filing, secret)).isPresent();
        assertThat(signIn(filing, filing.secret())).isEmpty();
        assertThat(town.office.cases().find(old, filing.id())).isEmpty();

        // What waited is what the next one replaces.
        var third = Secrets.of(town, YANJI_FA, filing.id(), ONE);
        assertThat(signIn(filing, secret)).isPresent();
        town.pass(Duration.ofDays(7));
        assertThat(signIn(filing, third)).isPresent();
        assertThat(signIn(filing, secret)).isEmpty();
    }

    @Test
    void no_session_of_the_old_secret_outlasts_it() {
        var filing = town.confirmed(Town.settling());
        Secrets.of(town, YANJI_FA, filing.id(), ONE);
        town.pass(Duration.ofDays(7).minusMinutes(5));
        var last = signIn(filing, filing.secret()).orElseThrow();
        assertThat(town.office.cases().find(last, filing.id())).isPresent();
        town.pass(Duration.ofMinutes(5));
        assertThat(town.office.cases().find(last, filing.id())).isEmpty();
    }

    @Test
    void whoever_has_the_old_secret_objects_and_it_goes_on() {
        var filing = town.confirmed(Town.settling());
        var other = town.confirmed(Town.settling());
        town.clear(filing, ONE);
        var secret = Secrets.of(town, YANJI_FA, filing.id(), ONE);
        Secrets.of(town, YANJI_FA, other.id(), ONE);
        var person = town.party(filing);

        town.done(person, new SecretCommand.StopSecret(filing.id(), ONE, 1, ""));
        // Nobody has seen who filed the other one.
        assertThat(
                        town.rejected(
                                town.party(other),
                                new SecretCommand.StopSecret(other.id(), ONE, 1, "")))
                .isEqualTo(Code.SECRET_UNPROVED);

        town.pass(Duration.ofDays(8));
        assertThat(signIn(filing, secret)).isEmpty();
        assertThat(signIn(filing, filing.secret())).isPresent();
        assertThat(Secrets.asked(town, town.officer(YANJI_FA), filing.id(), ONE).part()).isEmpty();
    }

    @Test
    void whoever_is_identified_before_two_protection_officers_leaves_without_any_secret() {
        var filing = town.confirmed(Town.settling());
        var leave = new TravellerCommand.WithdrawInPerson(filing.id(), ONE, "a passport");
        assertThat(town.rejected(town.officer(YANJI_FA), leave)).isEqualTo(Code.NOT_ALLOWED);
        town.done(town.officer(YANJI), leave);
        assertThat(town.state(filing, ONE).stage()).isNotEqualTo(Stage.WITHDRAWN);
        var second = new TravellerCommand.SecondInPerson(filing.id(), ONE, 1, "a face");
        assertThat(town.rejected(town.officer(YANJI), second)).isEqualTo(Code.SECOND_OFFICER);
        town.done(town.officer(YANJI, 2), second);
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.WITHDRAWN);
    }

    /** Nobody erases it meanwhile, and the audit would say so. */
    @Test
    void what_two_officers_did_in_somebodys_name_is_undone_before_two_others() throws Exception {
        var filing = town.confirmed(Town.settling());
        var id = filing.id();
        town.done(town.officer(YANJI), new TravellerCommand.WithdrawInPerson(id, ONE, "a card"));
        town.done(town.officer(YANJI, 2), new TravellerCommand.SecondInPerson(id, ONE, 1, "hers"));
        var erase = new ArchiveCommand.ProposeErasure(id, "a law", "a reason");
        assertThat(town.rejected(town.officer(JILIN), erase)).isEqualTo(Code.NOT_ENDED);
        assertThat(town.rejected(town.party(filing), new TravellerCommand.Disown(id, ONE, 1)))
                .isEqualTo(Code.SECRET_UNPROVED);

        town.done(town.officer(JILIN), new TravellerCommand.DisownInPerson(id, ONE, true, "hers"));
        // No row of one officer undoes it, whoever writes it.
        assertThat(
                        new Forger(town)
                                .forge(
                                        town.officer(JILIN, 2),
                                        id.key(),
                                        "case",
                                        filing.number(),
                                        "withdrawal-undone"))
                .isEqualTo(WriteVerdict.ACCESS);
        int request = Undoing.NUMBERED_AFTER + 1;
        town.done(
                town.officer(JILIN, 2),
                new TravellerCommand.SecondInPerson(id, ONE, request, "hers"));

        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
        town.clear(filing, ONE);
        town.done(town.party(filing), new TravellerCommand.Withdraw(id, ONE));
        town.done(town.officer(JILIN, 3), erase);
        town.done(
                town.officer(JILIN, 4), new ArchiveCommand.SecondErasure(id, "a law", "a reason"));
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
        undone(filing, "withdrawal-undone", "warned");
        assertThat(town.office.audit())
                .anyMatch(fault -> fault.what().contains("done in person could be undone"));
        undone(filing, "warned", "withdrawal-undone");
        assertThat(town.office.audit()).isEmpty();
    }

    /** As if what was done in person had not been undone before the erasure; and back. */
    private void undone(Town.Filing filing, String from, String to) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(superuser, "set session_replication_role = replica");
            Backstage.run(
                    superuser,
                    """
                    update exeat.event e set type = '%s' from exeat.stream t
                    where t.id = e.stream and t.key = '%s' and e.type = '%s'
                    """
                            .formatted(to, filing.id().key(), from));
        }
    }
}
