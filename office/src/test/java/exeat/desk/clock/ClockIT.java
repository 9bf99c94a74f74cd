package exeat.desk.clock;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.Stage;
import exeat.desk.Town;
import exeat.desk.write.Reply;
import exeat.rules.finding.Consequence;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clock that jumps, and people who looked before something happened. */
@Tag("day")
class ClockIT {

    private static final Duration BACK = Duration.ofHours(30);

    private final Town town = Town.shared();

    private List<Instant> times(Town.Filing filing) {
        return town.office.cases().history(town.officer(YANJI_FA), filing.id()).stream()
                .map(RecordedEvent::at)
                .toList();
    }

    @Test
    void a_clock_that_is_set_back_puts_no_event_before_the_one_it_follows() throws Exception {
        var filing = town.confirmed(Town.returning());
        var before = times(filing).getLast();
        town.pass(BACK.negated());
        try {
            town.clear(filing, ONE);
            town.authorise(filing, ONE);
            var after = times(filing);
            assertThat(after).isSorted().hasSizeGreaterThan(4);
            assertThat(after.getLast()).isEqualTo(before);
            // Streams that begin in the meantime have the clock's time.
            var other = town.confirmed(Town.returning());
            assertThat(times(other)).allMatch(at -> at.isBefore(before));
            town.sequenced();
        } finally {
            town.pass(BACK);
        }
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.ClaimForAnother(filing.id(), ONE, "a friend asks"));
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void a_clock_that_leaps_ends_sessions_and_undoes_nothing_when_it_is_set_right() {
        var filing = town.file(Town.returning());
        var party = town.party(filing);
        town.pass(Duration.ofDays(1));
        assertThat(town.office.authentication().resume(party.token())).isEmpty();
        town.pass(Duration.ofDays(-1));
        assertThat(town.office.authentication().resume(party.token())).isPresent();
        var told = EnumSet.allOf(Consequence.class);
        town.done(party, new TravellerCommand.Confirm(filing.id(), ONE, told));
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_command_based_on_an_old_version_is_told_so_and_does_nothing() {
        var filing = town.confirmed(Town.referred());
        var officer = town.officer(YANJI_FA);
        var seen = town.office.cases().find(officer, filing.id()).orElseThrow().version();
        var photograph = new exeat.casework.value.RequestedItem.OfDocument("photograph");
        town.done(
                town.officer(YANJI_FA, 2), new TravellerCommand.Ask(filing.id(), ONE, photograph));
        var approve =
                new TravellerCommand.ApproveReferred(filing.id(), ONE, "they belong together");
        var key = Town.key();
        var desk = town.office.desk();

        var told = desk.handle(officer, key, approve, OptionalLong.of(seen));
        assertThat(told)
                .isEqualTo(new Reply.Rejected(new Rejection(Rejection.Code.CHANGED, "version")));
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.REFERRED);

        var done = desk.handle(officer, key, approve, OptionalLong.of(seen + 1));
        assertThat(done).isInstanceOf(Reply.Done.class);
        // A caller who never saw the answer retries, and the version they had seen no longer
        // matters.
        assertThat(desk.handle(officer, key, approve, OptionalLong.of(seen))).isEqualTo(done);
    }
}
