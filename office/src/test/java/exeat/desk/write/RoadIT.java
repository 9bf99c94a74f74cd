package exeat.desk.write;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TUMEN_BD;
import static exeat.desk.Town.TWO;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.TownHearings;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole road through the desk, without a page. */
@Tag("day")
class RoadIT {

    private final Town town = Town.shared();

    @Test
    void route_a_goes_from_application_to_a_recorded_crossing() {
        var filing = town.confirmed(Town.settling());
        var finding = town.state(filing, ONE).finding().orElseThrow();
        assertThat(finding.outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(finding.routes()).containsExactly("A");

        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        var paper = town.state(filing, ONE).paper().orElseThrow().number();
        var atBorder =
                town.office
                        .cases()
                        .byPaper(town.officer(TUMEN_BD), paper.toLowerCase(java.util.Locale.ROOT));
        assertThat(atBorder).map(view -> view.seen().id()).contains(filing.id());
        town.cross(filing, ONE, CrossingDirection.DEPARTURE);

        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void route_b_is_approved_always() {
        var filing = town.confirmed(Town.returning());

        assertThat(town.state(filing, ONE).finding().orElseThrow().outcome())
                .isEqualTo(Outcome.APPROVE_ALWAYS);
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        town.cross(filing, ONE, CrossingDirection.DEPARTURE);
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void route_c_closes_with_the_return() {
        var filing = town.confirmed(Town.visiting());
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        town.cross(filing, ONE, CrossingDirection.DEPARTURE);
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.DEPARTED);

        town.cross(filing, ONE, CrossingDirection.RETURN);

        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void two_travellers_confirm_and_leave_each_for_themselves() {
        var filing =
                town.file(
                        Town.returning(), Town.adult(TWO, "KP", new Purpose("return"), Facts.NONE));
        var told = EnumSet.allOf(Consequence.class);
        town.done(town.party(filing), new TravellerCommand.Confirm(filing.id(), ONE, told));
        assertThat(
                        town.rejected(
                                town.party(filing),
                                new TravellerCommand.Confirm(filing.id(), TWO, told)))
                .isEqualTo(Rejection.Code.NOT_ALLOWED);

        var second = Secrets.party(town, filing, Secrets.of(town, YANJI_FA, filing.id(), TWO));
        town.done(second, new TravellerCommand.Confirm(filing.id(), TWO, told));
        town.done(second, new TravellerCommand.Withdraw(filing.id(), TWO));

        assertThat(town.state(filing, TWO).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void what_is_referred_is_refused_by_two_and_won_back_by_appeal() {
        var filing = town.confirmed(Town.referred());
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.REFERRED);
        town.byTwo(filing, YANJI_FA, new TwoOfficerAct.Refuse());
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.REFUSED);
        served(filing);

        var against = new AppealSubject.Refusal();
        town.done(
                town.party(filing),
                new TravellerCommand.Appeal(filing.id(), ONE, against, "my mother"));
        var reviewer = town.state(filing, ONE).appeals().getFirst().reviewer();
        town.done(
                town.officer(reviewer),
                new TravellerCommand.DecideAppeal(filing.id(), ONE, 1, true, "it stands"));

        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
    }

    /** Handed over, which the person says was not so, and then by another officer. */
    private void served(Town.Filing filing) {
        var today = town.today();
        var handOver = new TravellerCommand.RecordService(filing.id(), ONE, 1, today);
        town.done(town.officer(YANJI_FA, 1), handOver);
        town.done(
                town.party(filing),
                new TravellerCommand.DisputeService(filing.id(), ONE, 1, "nobody came"));
        assertThat(notice(filing).standing()).isEmpty();
        town.done(town.officer(YANJI_FA, 3), handOver);
        assertThat(notice(filing).standing().orElseThrow().on()).isEqualTo(today);
        assertThat(notice(filing).services()).hasSize(2);
    }

    private DecisionNotice notice(Town.Filing filing) {
        return town.state(filing, ONE).proposal(1).orElseThrow().notice().orElseThrow();
    }

    @Test
    void an_answer_tells_no_more_than_may_be_seen() {
        var filing = town.confirmed(Town.settling());
        var correction =
                new TwoOfficerAct.CorrectFact(
                        Town.fact("applied to build"),
                        exeat.rules.fact.Value.of(false),
                        "a letter");
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.ProposeAct(filing.id(), ONE, correction, "why"));

        TownHearings.pass(town, filing, 1);
        // The unit above may second it, and sees neither facts nor findings of this file.
        var key = Town.key();
        var above = town.officer(new AuthorityId("jl-fa"));
        var second = new TravellerCommand.SecondProposal(filing.id(), ONE, 1, Town.AGREED);
        var done = (Reply.Done) town.office.desk().handle(above, key, second);
        var again = (Reply.Done) town.office.desk().handle(above, key, second);

        assertThat(done.events())
                .isNotEmpty()
                .allMatch(event -> event instanceof TravellerEvent.Seconded);
        assertThat(again).isEqualTo(done);
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.REFERRED);
    }

    @Test
    void who_is_suspended_without_a_secret_gets_one_before_protection_officers() {
        var filing =
                town.file(
                        Town.returning(), Town.adult(TWO, "KP", new Purpose("return"), Facts.NONE));
        town.done(
                town.officer(TUMEN_BD),
                new TravellerCommand.ClaimForAnother(filing.id(), TWO, "a friend asks"));
        var desk = town.office.desk();
        var counter = town.officer(YANJI_FA);
        assertThat(desk.askForSecret(counter, Town.key(), filing.id(), TWO, "a card").part())
                .isEmpty();

        var second = Secrets.party(town, filing, Secrets.of(town, YANJI, filing.id(), TWO));
        town.done(second, new TravellerCommand.EndProtectionClaim(filing.id(), TWO));
    }

    @Test
    void time_sends_up_a_ready_file_and_a_stop_at_the_border() {
        var ready = town.confirmed(Town.returning());
        town.clear(ready, ONE);
        var stopped = town.confirmed(Town.returning());
        town.clear(stopped, ONE);
        town.authorise(stopped, ONE);
        town.done(
                town.officer(TUMEN_BD),
                new TravellerCommand.StopAtBorder(stopped.id(), ONE, "torn"));

        town.pass(Duration.ofDays(2));
        town.office.passTime();
        assertThat(town.state(stopped, ONE).stop().orElseThrow().raisedTo()).isPresent();
        town.pass(Duration.ofDays(8));
        town.office.passTime();

        var view = town.office.cases().find(town.party(ready), ready.id()).orElseThrow();
        assertThat(view.seen().holder().text()).isEqualTo("jl-fa");
    }

    @Test
    void a_claim_to_protection_can_be_made_with_any_officer_and_hides_everything() {
        var filing = town.confirmed(Town.settling());

        town.done(
                town.officer(TUMEN_BD),
                new TravellerCommand.ClaimForAnother(filing.id(), ONE, "a friend asks"));

        var seen = town.office.cases().find(town.officer(YANJI_FA), filing.id()).orElseThrow();
        assertThat(seen.seen().travellers().get(ONE))
                .isInstanceOf(exeat.casework.access.Disclosure.Suspended.class);
        assertThat(town.office.cases().find(town.party(filing), filing.id())).isPresent();
        // Whoever filed has no power over it, and does not see it: the person ends it.
        assertThat(
                        town.rejected(
                                town.party(filing),
                                new TravellerCommand.EndProtectionClaim(filing.id(), ONE)))
                .isEqualTo(Code.NOT_FOUND);
        town.done(
                town.officer(YANJI),
                new TravellerCommand.EndClaimInPerson(filing.id(), ONE, "a passport"));
        town.done(
                town.officer(YANJI, 2),
                new TravellerCommand.SecondInPerson(filing.id(), ONE, 1, "her voice"));
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void time_sends_a_late_clearance_up() {
        var filing = town.confirmed(Town.settling());
        var before = town.state(filing, ONE).openClearances().getFirst().unit();

        town.pass(Duration.ofDays(12));
        town.office.passTime();

        var after = town.state(filing, ONE).openClearances().getFirst();
        assertThat(after.unit()).isNotEqualTo(before);
        assertThat(after.bookedTo()).isEqualTo(Optional.of(before));
        assertThat(town.office.passTime()).isZero();
    }

    @Test
    void time_sends_up_referred_cases_and_appeals_left_undecided() {
        var refused = town.confirmed(Town.referred());
        town.byTwo(refused, YANJI_FA, new TwoOfficerAct.Refuse());
        town.done(
                town.party(refused),
                new TravellerCommand.Appeal(
                        refused.id(), ONE, new AppealSubject.Refusal(), "it is wrong"));
        var lying = town.confirmed(Town.referred());

        town.pass(Duration.ofDays(32));
        town.office.passTime();

        var cases = town.office.cases();
        var own = cases.find(town.party(refused), refused.id()).orElseThrow().seen();
        var whole = (exeat.casework.access.Disclosure.Whole) own.travellers().get(ONE);
        assertThat(java.util.Objects.requireNonNull(whole).state().appeals())
                .extracting(appeal -> appeal.reviewer().text())
                .containsExactly("ne");
        assertThat(cases.find(town.party(lying), lying.id()).orElseThrow().seen().holder().text())
                .isEqualTo("jl-fa");
        assertThat(town.office.passTime()).isZero();
    }

    @Test
    void the_history_of_a_case_is_what_happened_in_order() {
        var filing = town.confirmed(Town.returning());

        var history = town.office.cases().history(town.party(filing), filing.id());

        assertThat(history.getFirst().event())
                .isInstanceOf(exeat.casework.event.CaseEvent.Applied.class);
        assertThat(history).extracting(e -> e.sequence()).isSorted().doesNotHaveDuplicates();
        assertThat(history)
                .anyMatch(e -> e.event() instanceof exeat.casework.event.TravellerEvent.Confirmed)
                .anyMatch(e -> e.event() instanceof exeat.casework.event.TravellerEvent.Found);
    }
}
