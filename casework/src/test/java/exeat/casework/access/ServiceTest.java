package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.ServiceWay;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How decisions reach the person, and that nothing runs against them before. */
class ServiceTest {

    private static final int DAYS = 30;
    private static final Directive LIMITED = directive("service: [counter, account]");
    private static final Directive AT_THE_COUNTER = directive("service: [counter]");

    private static Directive directive(String service) {
        try {
            var files = new HashMap<>(Pack.files(World.folder("directives/prc-1963")));
            var yaml = new String(files.get("authorities.yaml"), UTF_8);
            var limits = "limits:\n  appeal days: " + DAYS + "\n  " + service + "\n";
            var changed = yaml.replace("\nlimits:\n", "\n" + limits);
            assertThat(changed).isNotEqualTo(yaml);
            files.put("authorities.yaml", changed.getBytes(UTF_8));
            return Pack.read("prc-1963", files);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static World refused(World world) {
        world.applied(World.adult(ONE, "CN", new Purpose("settle"), World.noRoute())).confirmed();
        world.byTwo(YANJI_FA, new TwoOfficerAct.Refuse());
        return world;
    }

    private static World refused() {
        return refused(World.under(LIMITED));
    }

    private static TravellerCommand appeal() {
        return new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.Refusal(), "grounds");
    }

    private static TravellerCommand handOver(LocalDate on) {
        return new TravellerCommand.RecordService(CASE, ONE, 1, on);
    }

    private static TravellerCommand dispute(String words) {
        return new TravellerCommand.DisputeService(CASE, ONE, 1, words);
    }

    private static final TravellerCommand CONFIRM =
            new TravellerCommand.ConfirmReceipt(CASE, ONE, 1);

    private static DecisionNotice notice(World world) {
        return world.traveller().proposal(1).orElseThrow().notice().orElseThrow();
    }

    private static void wait(World world, int days) {
        world.now = world.now.plus(Duration.ofDays(days));
    }

    @Test
    void what_is_not_served_can_be_appealed_for_ever() {
        var world = refused();
        assertThat(notice(world).appealDays()).contains(DAYS);
        assertThat(notice(world).appealUntil()).isEmpty();

        wait(world, 5000);
        world.accepted(person(), appeal());
    }

    @Test
    void the_time_to_appeal_ends_after_the_days_of_the_pack_from_the_day_of_service() {
        for (int more : new int[] {0, 1}) {
            var world = refused();
            wait(world, 10);
            world.accepted(officer(YANJI_FA), handOver(world.today()));
            assertThat(notice(world).appealUntil()).contains(world.today().plusDays(DAYS));
            wait(world, DAYS + more);
            if (more == 0) {
                world.accepted(person(), appeal());
            } else {
                assertThat(world.rejected(person(), appeal())).isEqualTo(Code.PERIOD_OVER);
            }
        }
    }

    @Test
    void whatever_the_days_an_appeal_is_refused_only_when_the_time_since_service_is_over() {
        var random = new Random(1963);
        for (int life = 0; life < 200; life++) {
            var world = refused();
            var served = Optional.<LocalDate>empty();
            for (int step = 0; step < 12; step++) {
                wait(world, random.nextInt(12));
                var before = notice(world).standing();
                switch (random.nextInt(3)) {
                    case 0 ->
                            world.give(
                                    officer(YANJI_FA, 1 + random.nextInt(3)),
                                    handOver(world.today().minusDays(random.nextInt(6) - 1)));
                    case 1 -> world.give(person(), dispute("nobody came"));
                    default -> {}
                }
                served = notice(world).standing().map(DecisionNotice.Service::on);
                if (before.isEmpty() && served.isPresent()) {
                    assertThat(served.get()).isBetween(world.today().minusDays(3), world.today());
                }
            }
            wait(world, random.nextInt(40));
            boolean over =
                    served.filter(on -> world.today().isAfter(on.plusDays(DAYS))).isPresent();
            if (over) {
                assertThat(world.rejected(person(), appeal())).isEqualTo(Code.PERIOD_OVER);
            } else {
                world.accepted(person(), appeal());
            }
        }
    }

    @Test
    void a_pack_that_is_silent_lets_an_appeal_stay_possible() {
        var world = refused(new World());
        world.accepted(officer(YANJI_FA), handOver(world.today()));
        wait(world, 5000);
        world.accepted(person(), appeal());
    }

    @Test
    void a_hold_can_be_appealed_as_long_as_it_stands() {
        var world =
                World.under(LIMITED)
                        .applied(
                                World.adult(
                                        ONE,
                                        "KP",
                                        new Purpose("return"),
                                        exeat.rules.fact.Facts.NONE))
                        .confirmed();
        world.byTwo(YANJI_FA, world.identityHold());
        assertThat(notice(world).appealDays()).isEmpty();
        world.accepted(officer(YANJI_FA), handOver(world.today()));
        wait(world, DAYS + 1);
        world.accepted(
                person(),
                new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.AHold(1), "grounds"));
    }

    @Test
    void nobody_records_it_for_a_day_that_cannot_be() {
        var world = refused();
        var decided = world.today();
        assertThat(world.rejected(officer(YANJI_FA), handOver(decided.minusDays(1))))
                .isEqualTo(Code.BAD_DATE);
        assertThat(world.rejected(officer(YANJI_FA), handOver(decided.plusDays(1))))
                .isEqualTo(Code.BAD_DATE);
        wait(world, 4);
        assertThat(world.rejected(officer(YANJI_FA), handOver(decided))).isEqualTo(Code.BAD_DATE);
        world.accepted(officer(YANJI_FA), handOver(decided.plusDays(1)));
        assertThat(world.rejected(officer(YANJI_FA), handOver(world.today())))
                .isEqualTo(Code.ALREADY_EXISTS);
    }

    @Test
    void only_a_decision_is_served_and_only_by_a_unit_that_has_to_do_with_it() {
        var world = refused();
        assertThat(world.rejected(officer(World.JILIN_FA), handOver(world.today())))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(person(), handOver(world.today()))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new TravellerCommand.RecordService(CASE, ONE, 2, world.today())))
                .isEqualTo(Code.NOT_FOUND);
        var open = World.under(LIMITED);
        open.applied(World.adult(ONE, "CN", new Purpose("settle"), World.noRoute())).confirmed();
        open.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "why"));
        assertThat(open.rejected(officer(YANJI_FA), handOver(open.today())))
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void somebody_who_says_that_it_is_not_so_is_not_served() {
        var world = refused();
        assertThat(world.rejected(person(), dispute("nobody came"))).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(YANJI_FA), handOver(world.today()));
        assertThat(world.rejected(person(), dispute(" "))).isEqualTo(Code.REASON_MISSING);
        assertThat(world.rejected(officer(YANJI_FA), dispute("x"))).isEqualTo(Code.NOT_ALLOWED);
        wait(world, 2);
        world.accepted(person(), dispute("nobody came"));
        assertThat(notice(world).standing()).isEmpty();
        assertThat(world.rejected(person(), dispute("again"))).isEqualTo(Code.NOT_FOUND);

        // Not who recorded it, and not for a day from before.
        assertThat(world.rejected(officer(YANJI_FA), handOver(world.today())))
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(YANJI_FA, 2), handOver(world.today().minusDays(1))))
                .isEqualTo(Code.BAD_DATE);
        wait(world, 500);
        world.accepted(person(), appeal());
        world.accepted(officer(YANJI_FA, 2), handOver(world.today()));
        assertThat(notice(world).standing()).isPresent();
    }

    @Test
    void receipt_is_confirmed_with_a_secret_that_is_proved_and_with_no_other() {
        var world = refused();
        assertThat(world.rejected(person(), CONFIRM)).isEqualTo(Code.SECRET_UNPROVED);
        assertThat(world.rejected(officer(YANJI_FA), CONFIRM)).isEqualTo(Code.NOT_ALLOWED);
        world.secret(YANJI_FA, ONE);
        wait(world, 8);
        world.accepted(person(), CONFIRM);
        assertThat(notice(world).standing().orElseThrow().way()).isEqualTo(ServiceWay.ACCOUNT);
        assertThat(notice(world).isConfirmed()).isTrue();
        assertThat(world.rejected(person(), CONFIRM)).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(person(), dispute("no"))).isEqualTo(Code.ALREADY_EXISTS);

        var counter = refused(World.under(AT_THE_COUNTER));
        counter.secret(YANJI_FA, ONE);
        wait(counter, 8);
        assertThat(counter.rejected(person(), CONFIRM)).isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    @Test
    void a_receipt_after_the_counter_moves_no_day() {
        var world = refused();
        world.secret(YANJI_FA, ONE);
        wait(world, 8);
        var first = world.today();
        world.accepted(officer(YANJI_FA), handOver(first));
        wait(world, 3);
        world.accepted(person(), CONFIRM);
        assertThat(notice(world).appealUntil()).contains(first.plusDays(DAYS));
    }

    @Test
    void while_a_claim_to_protection_stops_every_step_nobody_is_served() {
        var world = refused();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        assertThat(world.rejected(officer(YANJI_FA), handOver(world.today())))
                .isEqualTo(Code.SUSPENDED);
        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        world.accepted(officer(YANJI_FA), handOver(world.today()));
        wait(world, 500);
        // They may not have been able to appeal meanwhile.
        world.accepted(person(), appeal());
    }

    @Test
    void a_refusal_that_was_not_served_is_not_erased_by_time() {
        var erase = new ArchiveCommand.EraseByRetention(CASE, 100, "a law");
        var world = refused();
        wait(world, 400);
        assertThat(world.rejected(new Actor.Clock(), erase)).isEqualTo(Code.NOT_ENDED);
        world.accepted(officer(YANJI_FA), handOver(world.today()));
        wait(world, 101);
        assertThat(world.rejected(new Actor.Clock(), erase)).isEqualTo(Code.NOT_ENDED);
        wait(world, DAYS);
        world.accepted(new Actor.Clock(), erase);
    }

    @Test
    void a_decision_from_before_runs_as_the_person_was_told() {
        var world = World.under(LIMITED);
        world.applied(World.adult(ONE, "CN", new Purpose("settle"), World.noRoute())).confirmed();
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "why"));
        var first = officer(YANJI_FA, 1).id();
        var second = officer(YANJI_FA, 2).id();
        world.record(
                CASE,
                new TravellerEvent.Seconded(
                        ONE,
                        1,
                        second,
                        YANJI_FA,
                        Optional.of(World.AGREED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        world.record(CASE, new TravellerEvent.Refused(ONE, first, second, "why"));

        assertThat(world.stage()).isEqualTo(Stage.REFUSED);
        assertThat(world.traveller().proposal(1).orElseThrow().notice()).isEmpty();
        assertThat(world.rejected(officer(YANJI_FA), handOver(world.today())))
                .isEqualTo(Code.NOT_FOUND);
        wait(world, 500);
        world.accepted(person(), appeal());
    }
}
