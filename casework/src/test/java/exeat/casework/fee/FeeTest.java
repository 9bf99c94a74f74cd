package exeat.casework.fee;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.FeeCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.FeeEvent;
import exeat.casework.state.DueDays;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.Directive;
import exeat.rules.finding.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A fee is asked, paid, waived and paid back; and it stops nobody at a border. */
class FeeTest {

    private static final BigDecimal FEE = BigDecimal.valueOf(ChargedPacks.FEE);
    private static final TravellerCommand WAIVE =
            new FeeCommand.WaiveFee(CASE, ONE, "It would keep the family apart.");

    private static World settling(Directive directive) {
        return World.under(directive)
                .applied(World.adult(ONE, "CN", new Purpose("settle"), World.routeA()))
                .confirmed();
    }

    private static World referred(Directive directive) {
        return World.under(directive)
                .applied(World.adult(ONE, "CN", new Purpose("settle"), World.noRoute()))
                .confirmed();
    }

    private static TravellerCommand pay(int demand, String reference) {
        return new FeeCommand.RecordPayment(CASE, ONE, demand, reference);
    }

    private static TravellerCommand refund(String reference) {
        return new FeeCommand.RefundFee(CASE, ONE, reference);
    }

    private static FeeAccount fee(World world) {
        return world.traveller().fee().orElseThrow();
    }

    private static BigDecimal open(World world) {
        return fee(world).open(StageTransitions.isApproved(world.stage()));
    }

    private static BigDecimal dueBack(World world) {
        return fee(world).dueBack(StageTransitions.isApproved(world.stage()));
    }

    /** Another version is in force from now on. */
    private static void nowInForce(World world, Directive version) {
        world.force = DirectiveContext.of(version);
    }

    @Test
    void an_approval_asks_what_its_finding_says_with_currency_and_paragraph() {
        var world = settling(ChargedPacks.CHARGED);
        var demand = fee(world).standing();
        assertThat(demand.amount()).isEqualByComparingTo(FEE);
        assertThat(demand.currency()).isEqualTo("CNY");
        assertThat(demand.paragraph()).isEqualTo("3.2");
        assertThat(open(world)).isEqualByComparingTo(FEE);
    }

    @Test
    void nothing_is_asked_before_a_person_approves_what_was_referred() {
        var world = referred(ChargedPacks.CHARGED);
        assertThat(world.traveller().fee()).isEmpty();
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ApproveReferred(CASE, ONE, "a reason"));
        assertThat(open(world)).isEqualByComparingTo(FEE);
    }

    @Test
    void a_pack_that_does_not_say_how_to_pay_takes_nothing() {
        var world = settling(ChargedPacks.silent(ChargedPacks.FEE));
        assertThat(world.traveller().finding().orElseThrow().burden().fee())
                .isEqualByComparingTo(FEE);
        assertThat(world.traveller().fee()).isEmpty();
        assertThat(world.rejected(officer(YANJI_FA), pay(1, "R-1"))).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void whoever_has_not_paid_gets_the_paper_and_crosses_and_owes_it() {
        var world = settling(ChargedPacks.CHARGED).cleared().authorised();
        world.crossed(CrossingDirection.DEPARTURE);
        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
        assertThat(open(world)).isEqualByComparingTo(FEE);
        world.accepted(officer(YANJI_FA), pay(1, "R-1"));
        assertThat(open(world)).isZero();
    }

    @Test
    void where_the_pack_says_so_the_paper_waits_and_the_crossing_never_does() {
        var world = settling(ChargedPacks.BEFORE_ISSUE).cleared();
        var authorise = new TravellerCommand.Authorise(CASE, ONE);
        var why = world.rejection(officer(YANJI_FA), authorise);
        assertThat(why.code()).isEqualTo(Code.FEE_OPEN);
        assertThat(why.about()).isEqualTo("fee");
        world.accepted(officer(YANJI_FA), pay(1, "R-1"));
        world.accepted(officer(YANJI_FA), authorise);
        // Paid back, because nobody noticed that it was owed: they cross all the same.
        world.accepted(officer(YANJI_FA), pay(1, "R-2"));
        world.accepted(officer(YANJI_FA), refund("B-1"));
        world.crossed(CrossingDirection.DEPARTURE);
        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_waiver_by_one_officer_lets_the_paper_be_issued_and_what_was_paid_goes_back() {
        var world = settling(ChargedPacks.BEFORE_ISSUE).cleared();
        var empty = new FeeCommand.WaiveFee(CASE, ONE, " ");
        assertThat(world.rejected(officer(YANJI_FA), empty)).isEqualTo(Code.REASON_MISSING);
        world.accepted(officer(YANJI_FA), WAIVE);
        assertThat(world.rejected(officer(YANJI_FA), WAIVE)).isEqualTo(Code.NOT_FOUND);
        world.authorised();
        assertThat(open(world)).isZero();
        world.accepted(officer(YANJI_FA), pay(1, "R-1"));
        assertThat(dueBack(world)).isEqualByComparingTo(FEE);
    }

    @Test
    void whoever_recorded_or_waived_a_fee_does_not_review_the_case() {
        var world = settling(ChargedPacks.CHARGED);
        world.accepted(officer(YANJI_FA, 3), pay(1, "R-1"));
        world.accepted(officer(YANJI_FA, 4), WAIVE);
        world.accepted(officer(YANJI_FA, 5), refund("B-1"));
        assertThat(world.traveller().officers())
                .contains(
                        officer(YANJI_FA, 3).id(),
                        officer(YANJI_FA, 4).id(),
                        officer(YANJI_FA, 5).id());
    }

    @Test
    void only_the_unit_that_has_the_file_records_and_each_reference_once() {
        var world = settling(ChargedPacks.CHARGED);
        assertThat(world.rejected(officer(YANJI_PS), pay(1, "R-1"))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(World.person(), pay(1, "R-1"))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_FA), pay(2, "R-1"))).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(YANJI_FA), pay(1, ""))).isEqualTo(Code.REASON_MISSING);
        assertThat(world.rejected(officer(YANJI_FA), pay(1, "R\n1"))).isEqualTo(Code.BAD_VALUE);
        assertThat(world.rejected(officer(YANJI_FA), pay(1, "x".repeat(81))))
                .isEqualTo(Code.BAD_VALUE);
        world.accepted(officer(YANJI_FA), pay(1, "R-1"));
        assertThat(world.rejected(officer(YANJI_FA), pay(1, " R-1 ")))
                .isEqualTo(Code.ALREADY_EXISTS);
    }

    @Test
    void what_was_taken_twice_goes_back() {
        var world = settling(ChargedPacks.CHARGED);
        assertThat(world.rejected(officer(YANJI_FA), refund("B-1"))).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(YANJI_FA), pay(1, "R-1"));
        world.accepted(officer(YANJI_FA), pay(1, "R-2"));
        assertThat(dueBack(world)).isEqualByComparingTo(FEE);
        world.accepted(officer(YANJI_FA), refund("B-1"));
        assertThat(dueBack(world)).isZero();
        assertThat(fee(world).held()).isEqualByComparingTo(FEE);
    }

    @Test
    void what_was_paid_goes_back_when_the_approval_falls_away_and_is_asked_again_when_it_returns() {
        var world = settling(ChargedPacks.CHARGED);
        world.accepted(officer(YANJI_FA), pay(1, "R-1"));
        world.byTwo(YANJI_FA, new TwoOfficerAct.SetAside("relations-not-found"));
        assertThat(dueBack(world)).isEqualByComparingTo(FEE);
        assertThat(open(world)).isZero();
        world.accepted(officer(YANJI_FA), refund("B-1"));
        world.accepted(
                World.person(),
                new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.BeingSetAside(), "no"));
        var reviewer = world.traveller().appeals().getFirst().reviewer();
        world.accepted(
                officer(reviewer, 9),
                new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "a reason"));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(open(world)).isEqualByComparingTo(FEE);
    }

    @Test
    void what_is_due_back_keeps_the_file_until_it_was_paid_back() {
        var world = settling(ChargedPacks.CHARGED);
        world.accepted(officer(YANJI_FA), pay(1, "R-1"));
        world.accepted(World.person(), new TravellerCommand.Withdraw(CASE, ONE));
        world.now = world.now.plus(java.time.Duration.ofDays(400));
        var erase = new ArchiveCommand.EraseByRetention(CASE, 365, "the rules on files");
        var why = world.rejection(new Actor.Clock(), erase);
        assertThat(why.code()).isEqualTo(Code.NOT_ENDED);
        assertThat(why.about()).isEqualTo("refund");
        world.accepted(officer(YANJI_FA), refund("B-1"));
        world.accepted(new Actor.Clock(), erase);
    }

    @Test
    void a_lower_fee_of_a_new_version_holds_at_once_for_whoever_has_not_paid() {
        var lower = ChargedPacks.charged("2", 10, "");
        // The case moves to the new version.
        var open = settling(ChargedPacks.CHARGED);
        nowInForce(open, lower);
        open.pass(0);
        assertThat(open.state().directive()).isEqualTo(lower.ref());
        assertThat(open(open)).isEqualByComparingTo("10");
        // This one stays under its own, because its paper is out.
        var issued = settling(ChargedPacks.CHARGED).cleared().authorised();
        nowInForce(issued, lower);
        issued.pass(0);
        assertThat(issued.state().directive()).isEqualTo(ChargedPacks.CHARGED.ref());
        assertThat(open(issued)).isEqualByComparingTo("10");
        // And whoever paid the old price, of which the office learns now, gets the rest back.
        issued.accepted(officer(YANJI_FA), pay(1, "R-1"));
        assertThat(dueBack(issued)).isEqualByComparingTo("30");
    }

    @Test
    void a_lower_fee_holds_although_the_clock_has_not_looked_yet() {
        var world = settling(ChargedPacks.BEFORE_ISSUE).cleared();
        nowInForce(world, ChargedPacks.charged("2", 0, ", before: issue"));
        world.accepted(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE));
        var other = settling(ChargedPacks.CHARGED);
        nowInForce(other, ChargedPacks.charged("2", 10, ""));
        var events = other.accepted(officer(YANJI_FA), pay(1, "R-1"));
        assertThat(events).hasAtLeastOneElementOfType(FeeEvent.FeeAsked.class);
        assertThat(dueBack(other)).isEqualByComparingTo("30");
    }

    @Test
    void a_version_with_a_higher_fee_or_one_that_lets_the_paper_wait_takes_over_no_case() {
        for (var worse :
                List.of(
                        ChargedPacks.charged("2", 60, ""),
                        ChargedPacks.charged("2", 40, ", before: issue"))) {
            var world = settling(ChargedPacks.CHARGED);
            nowInForce(world, worse);
            world.pass(0);
            assertThat(world.state().directive()).isEqualTo(ChargedPacks.CHARGED.ref());
            assertThat(open(world)).isEqualByComparingTo(FEE);
        }
    }

    @Test
    void an_unpaid_fee_moves_no_time_limit() {
        var charged = settling(ChargedPacks.BEFORE_ISSUE).cleared();
        var free = settling(World.DIRECTIVE).cleared();
        for (int day = 0; day < 40; day++) {
            charged.pass(1);
            free.pass(1);
            assertThat(charged.state().holder()).isEqualTo(free.state().holder());
        }
        assertThat(DueDays.readySince(charged.traveller()))
                .isEqualTo(DueDays.readySince(free.traveller()));
    }

    /** Whatever officers record, in whatever order, nobody loses money by it. */
    @Test
    void no_order_of_payments_refunds_and_versions_leaves_somebody_with_less() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var world = settling(ChargedPacks.CHARGED);
            for (int step = 0; step < 25; step++) {
                var reference = "R-" + random.nextInt(40);
                var holder = officer(world.state().holder());
                var demand = 1 + random.nextInt(3);
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> world.give(holder, pay(demand, reference));
                    case 3, 4 -> world.give(holder, refund(reference));
                    case 5 -> nowInForce(world, random.nextBoolean() ? LOWER : LOWEST);
                    case 6 -> world.give(new Actor.Clock(), new CaseCommand.CheckDeadlines(CASE));
                    default -> {
                        if (random.nextInt(6) == 0) {
                            world.give(holder, WAIVE);
                        }
                    }
                }
                check(world, seed);
            }
            var back = dueBack(world);
            var left = fee(world).held();
            if (back.signum() > 0) {
                world.accepted(officer(world.state().holder()), refund("last"));
            }
            assertThat(fee(world).held()).isEqualByComparingTo(left.subtract(back));
            assertThat(world.give(officer(YANJI_FA), refund("more")))
                    .isInstanceOf(Response.Rejected.class);
        }
    }

    private static final Directive LOWER = ChargedPacks.charged("2", 15, "");
    private static final Directive LOWEST = ChargedPacks.charged("3", 5, "");

    private static void check(World world, int seed) {
        var fee = fee(world);
        var asked = fee.asked(true);
        assertThat(asked).as("seed %s", seed).isLessThanOrEqualTo(FEE);
        assertThat(fee.held()).as("seed %s", seed).isNotNegative();
        assertThat(fee.held().subtract(dueBack(world)))
                .as("seed %s", seed)
                .isLessThanOrEqualTo(asked);
        assertThat(open(world).add(fee.held()).subtract(dueBack(world)))
                .as("seed %s", seed)
                .isEqualByComparingTo(asked);
    }
}
