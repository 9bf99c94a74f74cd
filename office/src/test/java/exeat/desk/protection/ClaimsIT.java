package exeat.desk.protection;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TUMEN_CU;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.EventKind;
import exeat.casework.state.Stage;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.Watcher;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Claims to protection, from the door to the officers who hear the person. */
class ClaimsIT {

    private static final AuthorityId YANJI = new AuthorityId("jl-yanji");

    private final Town town = Town.shared();

    private Optional<Reply.Later> claim(Optional<Session> by, String number, TravellerNo no) {
        return town.office
                .claims()
                .claim(by, Town.key(), new ClaimDoor.Claim(number, no, "He hits her."));
    }

    private Disclosure.TravellerSeen seen(Session by, Town.Filing filing) {
        var view = town.office.cases().find(by, filing.id()).orElseThrow();
        return java.util.Objects.requireNonNull(view.seen().travellers().get(ONE));
    }

    private List<String> hearings(Session by) {
        return town
                .office
                .queues()
                .page(by, QueueName.PROTECTION, Optional.empty(), 200)
                .rows()
                .stream()
                .map(row -> row.number() + " " + row.task())
                .toList();
    }

    private TravellerCommand.HearProtection heard(Town.Filing filing, boolean confirmed) {
        return new TravellerCommand.HearProtection(
                filing.id(), ONE, confirmed, "identity card", "What she said.");
    }

    private List<String> told(Session by, Town.Filing filing) {
        return town.office.cases().history(by, filing.id()).stream()
                .map(recorded -> EventKind.of(recorded.event()).stored())
                .toList();
    }

    @Test
    void every_claim_at_the_door_is_answered_alike_and_tells_nothing() {
        var filing = town.confirmed(Town.settling());
        var customs = Optional.of(town.officer(TUMEN_CU));

        for (var by : List.of(Optional.<Session>empty(), customs)) {
            for (var number : List.of(filing.number(), "EX-AAAA-AAAA", "nonsense", "")) {
                for (var no : List.of(ONE, new TravellerNo(9))) {
                    long from = System.nanoTime();
                    assertThat(claim(by, number, no)).isEmpty();
                    assertThat(Duration.ofNanos(System.nanoTime() - from))
                            .isGreaterThanOrEqualTo(ClaimDoor.TIME);
                }
            }
        }

        assertThat(town.office.cases().find(customs.orElseThrow(), filing.id())).isEmpty();
        assertThat(seen(town.officer(YANJI_FA), filing)).isEqualTo(new Disclosure.Suspended());
        var heard = (Disclosure.ToHear) seen(town.officer(YANJI), filing);
        assertThat(heard.protection().claims()).hasSize(2);
        // Whoever filed may be the one against whom protection is sought.
        var filer = (Disclosure.Whole) seen(town.party(filing), filing);
        assertThat(filer.state().protection()).isEmpty();
    }

    /** What anybody reads of the office, without an account: its counts, and how far its log is. */
    private List<Long> figures() throws InterruptedException {
        town.sequenced();
        var counts = town.office.health().counters();
        return List.of(
                counts.accepted(),
                counts.rejected(),
                counts.replayed(),
                counts.batches(),
                counts.batched(),
                town.office.health().ledger().size());
    }

    private List<Long> trace(Optional<Session> by, String key, String number, TravellerNo no)
            throws InterruptedException {
        var before = figures();
        var claim = new ClaimDoor.Claim(number, no, "He hits her.");
        assertThat(town.office.claims().claim(by, key, claim)).isEmpty();
        var after = figures();
        return IntStream.range(0, after.size())
                .mapToObj(at -> after.get(at) - before.get(at))
                .toList();
    }

    @Test
    void a_claim_at_nothing_leaves_the_trace_of_one_that_met_somebody() throws Exception {
        var filing = town.confirmed(Town.settling());
        for (var by : List.of(Optional.<Session>empty(), Optional.of(town.officer(TUMEN_CU)))) {
            var key = Town.key();
            var met = trace(by, key, filing.number(), ONE);
            var again = trace(by, key, filing.number(), ONE);
            assertThat(met.getLast()).isEqualTo(1);
            for (var number : List.of("EX-AAAA-AAAA", "nonsense", filing.number())) {
                var other = Town.key();
                var nobody = new TravellerNo(9);
                assertThat(trace(by, other, number, nobody)).as(number).isEqualTo(met);
                assertThat(trace(by, other, number, nobody)).as(number).isEqualTo(again);
            }
        }
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void after_three_days_steps_go_on_by_themselves_and_the_person_alone_ends_the_rest() {
        var filing = Secrets.confirmed(town, Town.settling());
        claim(Optional.empty(), filing.number(), ONE);
        town.pass(Duration.ofHours(71));
        town.office.passTime();
        assertThat(seen(town.officer(YANJI_FA), filing)).isEqualTo(new Disclosure.Suspended());

        town.pass(Duration.ofHours(2));
        town.office.passTime();

        var state = town.state(filing, ONE);
        assertThat(state.protectionClaimed()).isTrue();
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.AUTHORISED);
        var end = new TravellerCommand.EndProtectionClaim(filing.id(), ONE);
        assertThat(town.rejected(town.officer(YANJI_FA), end)).isEqualTo(Code.NOT_ALLOWED);
        town.done(town.party(filing), end);
        assertThat(town.state(filing, ONE).protectionClaimed()).isFalse();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void officers_who_protect_find_whom_to_hear_and_nobody_else_does() {
        var filing = town.confirmed(Town.settling());
        claim(Optional.of(town.officer(TUMEN_CU)), filing.number(), ONE);

        assertThat(hearings(town.officer(YANJI))).contains(filing.number() + " hear");
        assertThat(hearings(town.officer(YANJI_FA))).isEmpty();
        assertThat(hearings(town.officer(TUMEN_CU))).isEmpty();
        var heard = (Disclosure.ToHear) seen(town.officer(YANJI), filing);
        assertThat(heard.protection().claims().getFirst().words()).isEqualTo("He hits her.");

        var hearing = heard(filing, true);
        town.done(town.officer(YANJI), hearing);

        assertThat(hearings(town.officer(YANJI, 2))).contains(filing.number() + " hear-second");
        assertThat(town.rejected(town.officer(YANJI), hearing)).isEqualTo(Code.SECOND_OFFICER);
        // What the first was told, the second hears from the person.
        assertThat(told(town.officer(YANJI, 2), filing)).doesNotContain("protection-heard-once");
        town.done(town.officer(YANJI, 2), hearing);

        assertThat(hearings(town.officer(YANJI))).noneMatch(row -> row.startsWith(filing.number()));
        assertThat(seen(town.officer(YANJI_FA), filing)).isEqualTo(new Disclosure.Suspended());
        town.pass(Duration.ofDays(4));
        town.office.passTime();
        assertThat(seen(town.officer(YANJI_FA), filing)).isEqualTo(new Disclosure.Suspended());
    }

    @Test
    void where_nobody_answers_the_officers_above_find_them() {
        var filing = town.confirmed(Town.settling());
        claim(Optional.empty(), filing.number(), ONE);

        town.pass(Duration.ofHours(25));
        town.office.passTime();

        assertThat(hearings(town.officer(YANJI))).noneMatch(row -> row.startsWith(filing.number()));
        assertThat(hearings(town.officer(new AuthorityId("jl"))))
                .contains(filing.number() + " hear");
    }

    /** Whether they meet somebody or not, which the alarm must not tell. */
    @Tag("full")
    @Test
    void many_at_once_are_an_alarm_to_those_who_protect_within_a_minute() {
        var other = Town.alone();
        var root = other.officer(new AuthorityId("cn"));
        for (int n = 0; n < ClaimSurge.MANY - 1; n++) {
            claimAt(other, n);
        }
        claimAt(other, 0);
        other.office.detectAnomalies();
        assertThat(surges(other, root)).as("not many").isZero();

        claimAt(other, ClaimSurge.MANY);
        other.office.detectAnomalies();

        assertThat(surges(other, root)).isEqualTo(1);
        claimAt(other, ClaimSurge.MANY + 1);
        other.office.detectAnomalies();
        assertThat(surges(other, root)).as("one a day").isEqualTo(1);
        assertThat(other.office.audit()).isEmpty();
        other.office.close();
    }

    private static void claimAt(Town other, int n) {
        var number = "EX-AAAA-AA%s%s".formatted((char) ('C' + n / 5), (char) ('C' + n % 5));
        var claim = new ClaimDoor.Claim(number, ONE, "He hits her.");
        assertThat(other.office.claims().claim(Optional.empty(), Town.key(), claim)).isEmpty();
    }

    private static long surges(Town other, Session officer) {
        return other.office.alarms().list(officer).stream()
                .filter(alarm -> alarm.sighting().watcher() == Watcher.MANY_CLAIMS)
                .count();
    }

    /** They claim at the door, without an account, and hear the person whom they never saw. */
    @Test
    void one_protection_officer_alone_neither_stops_a_person_for_good_nor_voids_their_claim() {
        for (boolean confirmed : new boolean[] {true, false}) {
            var filing = town.confirmed(Town.settling());
            claim(Optional.empty(), filing.number(), ONE);
            town.done(town.officer(YANJI), heard(filing, confirmed));
            assertThat(seen(town.officer(YANJI_FA), filing)).isEqualTo(new Disclosure.Suspended());

            town.pass(Duration.ofHours(73));
            town.office.passTime();

            assertThat(town.state(filing, ONE).isSuspended()).isFalse();
            town.clear(filing, ONE);
            // The officers above still hear the person, and are told what is so.
            var above = new AuthorityId("jl");
            town.done(town.officer(above, 1), heard(filing, true));
            assertThat(seen(town.officer(YANJI_FA), filing)).isEqualTo(new Disclosure.Suspended());
            if (!confirmed) {
                town.done(town.officer(above, 2), heard(filing, true));
            }
            town.pass(Duration.ofDays(4));
            town.office.passTime();
            assertThat(seen(town.officer(YANJI_FA), filing)).isEqualTo(new Disclosure.Suspended());
        }
        assertThat(town.office.audit()).isEmpty();
    }
}
