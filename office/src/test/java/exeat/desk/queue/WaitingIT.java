package exeat.desk.queue;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TWO;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Town;
import exeat.desk.Town.Filing;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.rules.finding.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be worked on stands apart, is handed to nobody, and comes back by itself. */
class WaitingIT {

    private final Town town = Town.shared();

    /** The tasks of a case that a queue lists. */
    private List<String> listed(Session session, QueueName which, Filing filing) {
        var tasks = new ArrayList<String>();
        Optional<String> after = Optional.empty();
        do {
            var page = town.office.queues().page(session, which, after, 200);
            page.rows().stream()
                    .filter(row -> row.id().equals(filing.id()))
                    .map(QueueRow::task)
                    .forEach(tasks::add);
            after = page.next();
        } while (after.isPresent());
        return tasks;
    }

    /** The task of a case that this officer would be handed. */
    private Optional<String> handed(Session session, QueueName which, Filing filing) {
        return town.office
                .queues()
                .first(session, which, item -> item.id().equals(filing.id()))
                .map(QueueRow::task);
    }

    @Test
    void a_clearance_that_a_hold_answered_waits_until_the_hold_ends() {
        var filing = town.confirmed(Town.settling());
        var police = town.officer(YANJI_PS, 1);
        assertThat(handed(police, QueueName.WORK, filing)).hasValue("identity");
        assertThat(handed(police, QueueName.CLEARANCES, filing)).hasValue("identity");
        var hold =
                new TwoOfficerAct.PlaceHold(
                        new HoldGround.IdentityNotEstablished(),
                        "two birth dates",
                        town.today().plusDays(5),
                        Optional.of("identity"),
                        Optional.empty());
        town.done(police, new TravellerCommand.ProposeAct(filing.id(), ONE, hold, "a reason"));
        var second = new TravellerCommand.SecondProposal(filing.id(), ONE, 1, Town.AGREED);
        town.done(town.officer(YANJI_PS, 2), second);

        assertThat(listed(police, QueueName.WAITING, filing))
                .containsExactlyInAnyOrder("identity", "hold");
        for (var which : List.of(QueueName.WORK, QueueName.CLEARANCES, QueueName.HELD)) {
            assertThat(listed(police, which, filing)).as(which.name()).isEmpty();
            assertThat(handed(police, which, filing)).as(which.name()).isEmpty();
        }

        town.done(police, new TravellerCommand.ReleaseHold(filing.id(), ONE, 1, "a new paper"));
        assertThat(listed(police, QueueName.WAITING, filing)).isEmpty();
        assertThat(handed(police, QueueName.WORK, filing)).hasValue("identity");
    }

    @Test
    void a_paper_waits_for_the_safeguards_of_a_child_and_comes_back_with_the_last() {
        var parent = Town.returning();
        var child =
                Town.person(
                        TWO,
                        town.today().minusYears(9),
                        "KP",
                        new Purpose("return"),
                        exeat.rules.fact.Facts.NONE,
                        List.of(new Guardian("mother", Optional.of(ONE))));
        var filing = town.file(parent, child);
        var holder = town.officer(YANJI_FA);
        meet(holder, filing, new Safeguard.Court("C-12"));
        town.clear(filing, TWO);
        assertThat(listed(holder, QueueName.WAITING, filing)).contains("authorise");
        assertThat(listed(holder, QueueName.TO_AUTHORISE, filing)).isEmpty();
        assertThat(handed(holder, QueueName.WORK, filing)).isEmpty();

        meet(holder, filing, new Safeguard.Heard("note of 3 September"));
        assertThat(listed(holder, QueueName.WAITING, filing)).isEmpty();
        assertThat(handed(holder, QueueName.TO_AUTHORISE, filing)).hasValue("authorise");
        town.done(holder, new TravellerCommand.Authorise(filing.id(), TWO));
    }

    private void meet(Session session, Filing filing, Safeguard safeguard) {
        TravellerNo child = TWO;
        town.done(session, new TravellerCommand.MeetSafeguard(filing.id(), child, safeguard));
    }

    /** It stays listed for the first officer too, who can take it back. */
    @Test
    void an_own_proposal_is_handed_to_a_second_officer_alone() {
        var filing = town.confirmed(Town.referred());
        var first = town.officer(YANJI_FA, 1);
        var refuse = new TwoOfficerAct.Refuse();
        town.done(first, new TravellerCommand.ProposeAct(filing.id(), ONE, refuse, "a reason"));

        // First somebody hands it over; nobody can agree yet.
        assertThat(handed(first, QueueName.SECOND, filing)).hasValue("hearing");
        assertThat(second(first, filing).heard()).as("no day before it is served").isEmpty();
        town.heard(filing, 1);
        first = town.officer(YANJI_FA, 1);
        assertThat(listed(first, QueueName.SECOND, filing)).containsExactly("second");
        assertThat(handed(first, QueueName.SECOND, filing)).isEmpty();
        assertThat(handed(town.officer(YANJI_FA, 2), QueueName.SECOND, filing)).hasValue("second");
        var row = second(first, filing);
        assertThat(row.heard()).isPresent();
        assertThat(town.office.queues().possible(first, List.of(row))).isEmpty();
        assertThat(town.office.queues().possible(town.officer(YANJI_FA, 2), List.of(row)))
                .containsExactly(row.item());
    }

    private QueueRow second(Session session, Filing filing) {
        return town
                .office
                .queues()
                .page(session, QueueName.SECOND, Optional.empty(), 200)
                .rows()
                .stream()
                .filter(row -> row.id().equals(filing.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Files that cannot be worked on are not counted as before another. */
    @Test
    void nobody_gives_a_reason_for_passing_what_they_could_not_do() {
        var waits = town.confirmed(Town.referred());
        var first = town.officer(YANJI_FA, 1);
        var second = new QueueItem(waits.id(), ONE, "second");
        var refuse = new TwoOfficerAct.Refuse();
        town.done(first, new TravellerCommand.ProposeAct(waits.id(), ONE, refuse, "a reason"));
        town.heard(waits, 1);
        first = town.officer(YANJI_FA, 1);

        assertThat(town.office.queues().inSight(first, List.of(second))).isEmpty();
        assertThat(town.office.queues().inSight(town.officer(YANJI_FA, 2), List.of(second)))
                .containsExactly(second);
    }
}
