package exeat.desk.audit;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.config.Config;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.auth.AccountProposal;
import exeat.desk.inspect.AuditSampling;
import exeat.desk.operator.OperatorKey;
import exeat.desk.protection.ClaimDoor;
import exeat.desk.webhook.WebhookAdministration;
import exeat.rules.authority.AuthorityId;
import exeat.store.tamper.Tamper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small town in which something of everything was done. */
public final class WorkedTown {

    private WorkedTown() {}

    public static void fill(Town town) throws Exception {
        for (int i = 0; i < 2; i++) {
            var filing = town.confirmed(Town.settling());
            town.clear(filing, ONE);
            town.authorise(filing, ONE);
            town.sequenced();
        }
        var returning = town.confirmed(Town.returning());
        town.clear(returning, ONE);
        town.authorise(returning, ONE);
        town.cross(returning, ONE, CrossingDirection.DEPARTURE);
        var claiming = town.confirmed(Town.settling());
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.ClaimForAnother(claiming.id(), ONE, "a friend asks"));
        var nobody = new ClaimDoor.Claim("EX-AAAA-AAAA", ONE, "a friend asks");
        town.office.claims().claim(Optional.empty(), Town.key(), nobody);
        // Somebody looks, and a file is erased: what says so must be found out too.
        var gone = Secrets.confirmed(town, Town.settling());
        town.state(gone, ONE);
        town.done(town.party(gone), new TravellerCommand.Withdraw(gone.id(), ONE));
        town.done(town.party(gone), new ArchiveCommand.EraseOwn(gone.id(), ONE));
        town.office.accessLog().of(town.party(gone));
        town.sequenced();
        inspected(town);
        var factors = town.office.authentication().secondFactor();
        assertThat(factors.enrol(YANJI_FA.text() + ".1", "an operator")).isPresent();
        var operator = OperatorKey.make("one", town.data.resolve("one.key"));
        assertThat(town.office.operators().add("one", operator.open(), Optional.of(operator)))
                .isEmpty();
        town.office.operators().acting(Optional.of(operator), "a rehearsal");
        assertThat(town.office.operators().recordSettings(Config.plain(town.data))).isTrue();
        town.office.register().importText("letter.txt", Tamper.letter());
        town.office.register().storeDraft(Town.packs().resolve("prc-1963"));
        town.office.search().index().fill();
        town.sequenced();
    }

    /**
     * One administrator proposes a code for an officer, another name for a unit and a webhook;
     * another has to agree yet. The schema of the first release has no place for that.
     */
    static void propose(Town town) {
        for (var login : List.of("admin.1", "admin.2")) {
            town.office
                    .officerAccounts()
                    .createAdministrator(new OfficerId(login), login, "right " + login, "A.", ROOT);
        }
        var one =
                town.office
                        .authentication()
                        .signInOfficer("admin.1", "right admin.1")
                        .orElseThrow();
        var officer = (Actor.Officer) town.officer(YANJI_FA).actor();
        var came =
                town.office
                        .administration()
                        .propose(one, AccountProposal.What.PASSWORD, officer.id(), "Lost.");
        assertThat(came.refused()).isEmpty();
        var units = town.office.unitAdministration();
        var names = new TreeMap<>(Map.of("en", "Customs House"));
        var day = units.today().plusDays(1);
        var change = new UnitChange.Renamed(new AuthorityId("jl-tumen-cu"), names, day);
        assertThat(units.propose(one, change, "A reform.").done()).isTrue();
        var wish =
                new WebhookAdministration.Wish(
                        YANJI_FA, Optional.empty(), "https://files.example/", List.of());
        assertThat(town.office.webhooks().administration().propose(one, wish, "Files.").refused())
                .isEmpty();
    }

    /** An auditor sees a file by name, and draws a sample. */
    private static void inspected(Town town) throws InterruptedException {
        var login = "auditor.of.tampers";
        town.office
                .officerAccounts()
                .createAuditor(new OfficerId(login), "right " + login, "A.", ROOT);
        var auditor =
                town.office.authentication().signInOfficer(login, "right " + login).orElseThrow();
        var file = town.office.inspections().files(auditor, 1).getFirst();
        town.office.inspections().reveal(auditor, file.id(), "A rehearsal of tampering.");
        var until = town.clock().instant().plusSeconds(1);
        var sample =
                town.office
                        .sampling()
                        .commit(auditor, Instant.EPOCH, until, 3, Optional.empty())
                        .orElseThrow();
        town.sequenced();
        assertThat(town.office.sampling().draw(auditor, sample, Optional.empty()))
                .isEqualTo(AuditSampling.DrawResult.DONE);
    }
}
