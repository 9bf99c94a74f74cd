package exeat.desk;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.Command;
import exeat.casework.Command.Direction;
import exeat.casework.OfficerId;
import exeat.store.Tamper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an administrator of the database could do is found, and found where it was done. */
class AuditIT {

    private final Town town = Town.shared();

    private void work() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            var filing = town.confirmed(Town.settling());
            town.clear(filing, ONE);
            town.authorise(filing, ONE);
            town.sequenced();
        }
        var returning = town.confirmed(Town.returning());
        town.clear(returning, ONE);
        town.authorise(returning, ONE);
        town.cross(returning, ONE, Direction.DEPARTURE);
        var claiming = town.confirmed(Town.settling());
        town.done(town.officer(YANJI_FA), new Command.ClaimProtection(claiming.id(), ONE));
        // Somebody looks, and a file is erased: what says so must be found out too.
        var gone = town.confirmed(Town.settling());
        town.state(gone, ONE);
        town.done(town.party(gone), new Command.Withdraw(gone.id(), ONE));
        town.done(town.party(gone), new Command.EraseOwn(gone.id(), ONE));
        town.office.looks().of(town.party(gone));
        town.sequenced();
        inspected();
        town.sequenced();
    }

    /** An auditor sees a file by name, and draws a sample. */
    private void inspected() throws InterruptedException {
        var login = "auditor.of.tampers";
        town.office.staff().createAuditor(new OfficerId(login), "right " + login, "A.", ROOT);
        var auditor = town.office.doors().officer(login, "right " + login).orElseThrow();
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
                .isEqualTo(Sampling.Draw.DONE);
    }

    @Test
    void an_honest_database_has_no_fault_and_each_tamper_is_found_where_it_was_done()
            throws Exception {
        work();
        assertThat(town.office.audit()).isEmpty();

        var tampers = Tamper.all();
        assertThat(tampers).hasSizeGreaterThan(50);
        assertThat(tampers)
                .allSatisfy(tamper -> {
                    var tried = town.office.rehearse(List.of(tamper)).getFirst();
                    assertThat(tried.found())
                            .as("%s, at %s: %s", tamper.what(), tried.place(), tried.faults())
                            .isPresent();
                });
        assertThat(town.office.audit()).isEmpty();
    }
}
